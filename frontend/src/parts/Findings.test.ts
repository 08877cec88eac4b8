import { fireEvent, render, screen } from "@testing-library/svelte";
import { describe, expect, it, vi } from "vitest";
import { english, view } from "../testing/plan";
import { speak } from "../words/words.svelte";
import Findings from "./Findings.svelte";

const finding = { place: "Mail", input: "lines/mail", page: "budget", sentence: "No price.", remedy: "Enter it.", warning: false };
const findings = [finding, { ...finding, page: "drivers", sentence: "No count." }, { ...finding, page: "", input: "", sentence: "Recovered.", warning: true }];

describe("what to look at", () => {
  it("stands in full on its page, and as a number on the others", async () => {
    speak(english);
    const ongo = vi.fn();
    render(Findings, { findings, here: "drivers", steps: view.chain, ongo });
    expect(screen.getAllByRole("listitem").map((item) => item.textContent)).toEqual([
      expect.stringContaining("No count."),
      expect.stringContaining("Recovered."),
    ]);
    expect(screen.getByRole("link", { name: "Budget 1" }).getAttribute("href")).toBe("#budget");
    await fireEvent.click(screen.getByRole("button"));
    expect(ongo).toHaveBeenCalledExactlyOnceWith(findings[1]);
  });
});
