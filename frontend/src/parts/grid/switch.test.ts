import { screen } from "@testing-library/svelte";
import { beforeEach, describe, expect, it } from "vitest";
import { begin, cell, change, clip, figures, press, sent, show } from "../../testing/grid";
import { grid, input } from "../../testing/plan";

const switched = (item: string, text: string) => {
  const [first] = grid.rows;
  if (!first) throw new Error("no row");
  const on = { ...input(`${item}/chosen`, 0, text), kind: "switch" };
  return { ...first, id: item, item, page: `measures/${item}`, settings: [on], cells: [] };
};
const head = { id: "chosen", label: "Chosen", kind: "figure", choices: [] };
const measures = { ...grid, settings: [head], years: false, rows: [switched("keys", "1"), switched("plan", "")] };
const to = (item: string, text: string) => figures({ input: `${item}/chosen`, year: 0, text });

describe("a switch in the grid", () => {
  beforeEach(() => {
    begin();
    show([], measures);
    cell(0, 1).focus();
  });

  it("takes the focus of its cell, and says whose it is and how it stands", () => {
    const [first, second] = screen.getAllByRole("switch");
    expect(document.activeElement).toBe(first);
    expect(first?.getAttribute("aria-label")).toContain("Accounts");
    expect([first, second].map((each) => each?.getAttribute("aria-checked"))).toEqual(["true", "false"]);
  });

  it.each([
    [" ", "0"],
    ["Enter", "0"],
    ["F2", "0"],
    ["0", "0"],
  ])("is turned over by “%s”", async (key, text) => {
    expect(await press(key)).toBe(false);
    expect(sent()?.[0]).toEqual(to("keys", text));
    expect(screen.queryByRole("textbox")).toBeNull();
  });

  it.each(["1", "x", "7"])("is left as it is by “%s”", async (key) => {
    await press(key);
    expect(change).not.toHaveBeenCalled();
  });

  it("is passed by arrows, and turned by the mouse", async () => {
    await press("ArrowDown");
    const second = screen.getAllByRole("switch")[1];
    expect(document.activeElement).toBe(second);
    second?.click();
    expect(sent()?.[0]).toEqual(to("plan", "1"));
  });

  it("is copied and pasted as the figure it is", async () => {
    expect((await clip("copy", {}))["text/plain"]).toBe("1");
    await press("ArrowDown");
    await clip("paste", { "text/plain": "1" });
    expect(sent()?.[0]).toMatchObject(to("plan", "1"));
  });
});
