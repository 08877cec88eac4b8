import { fireEvent, render, screen } from "@testing-library/svelte";
import { beforeEach, describe, expect, it } from "vitest";
import type { Claim } from "../../desk/pages";
import { Session } from "../../desk/session.svelte";
import { Trail } from "../../parts/why/trail.svelte";
import { english, view } from "../../testing/plan";
import { Program } from "../../testing/program";
import { speak } from "../../words/words.svelte";
import ClaimItem from "./Claim.svelte";

const claim: Claim = {
  id: "gap",
  label: "What is missing",
  place: "wordings/gap/en",
  text: "10 is missing.",
  draft: "10 is missing.",
  limit: 20,
  edited: false,
  moved: false,
  note: "Drafted.",
  figures: [{ label: "Gap", value: "10", was: "", row: "financing/gap", year: 0 }],
};

let program: Program;

function show(changed: Partial<Claim> = {}): void {
  const session = new Session(program.door);
  session.view = view;
  render(ClaimItem, { claim: { ...claim, ...changed }, session, trail: new Trail(session) });
}

function buttons(): (string | null)[] {
  return screen.getAllByRole("button").map((button) => button.getAttribute("aria-label") ?? button.textContent.trim());
}

beforeEach(() => {
  speak(english);
  program = new Program();
});

describe("a sentence of the case", () => {
  it("is put in other words, and sent without what surrounds them", async () => {
    show();
    await fireEvent.click(screen.getAllByRole("button")[0] ?? document.body);
    const field = screen.getByRole("textbox");
    await fireEvent.input(field, { target: { value: "  We lack 10.  " } });
    await fireEvent.keyDown(field, { key: "Enter", ctrlKey: true });
    await expect.poll(() => program.asked("Set")).toHaveLength(1);
    expect(program.asked("Set")[0]).toMatchObject({ items: [{ place: "wordings/gap/en", text: "We lack 10." }] });
  });

  it("cannot be kept when it is too long, counted by characters and not by their halves", async () => {
    show();
    await fireEvent.click(screen.getAllByRole("button")[0] ?? document.body);
    const field = screen.getByRole("textbox");
    const keep = screen.getByRole("button", { name: /page.claim.keep/ });
    await fireEvent.input(field, { target: { value: "🙂".repeat(20) } });
    expect(keep).toHaveProperty("disabled", false);
    await fireEvent.input(field, { target: { value: "🙂".repeat(21) } });
    expect(keep).toHaveProperty("disabled", true);
    await fireEvent.keyDown(field, { key: "Enter", ctrlKey: true });
    await fireEvent.keyDown(field, { key: "Escape" });
    expect(program.asked("Set")).toEqual([]);
    expect(screen.queryByRole("textbox")).toBeNull();
  });

  it("goes back to the draft once it is edited, and shows the new draft once its figures have moved", async () => {
    show({ text: "Ours.", edited: true, moved: true, draft: "12 is missing.", figures: [{ label: "Gap", value: "12", was: "10", row: "financing/gap", year: 0 }] });
    expect(screen.getByText("12 is missing.")).toBeTruthy();
    expect(buttons().some((name) => name?.includes("page.claim.was"))).toBe(true);
    await fireEvent.click(screen.getByRole("button", { name: /page.claim.back/ }));
    await expect.poll(() => program.asked("Set")).toHaveLength(1);
    expect(program.asked("Set")[0]).toMatchObject({ items: [{ place: "wordings/gap/en", text: "" }] });
  });
});
