import { fireEvent, screen } from "@testing-library/svelte";
import { beforeEach, describe, expect, it } from "vitest";
import { begin, cell, change, clip, figures, press, sent, show, tell } from "../../testing/grid";
import { arabic, french, grid, input } from "../../testing/plan";
import { speak } from "../../words/words.svelte";

beforeEach(begin);

describe("the grid by keyboard", () => {
  beforeEach(() => {
    show();
    cell(0, 2).focus();
  });

  it("is one stop for Tab, and the arrows move it", async () => {
    await press("ArrowDown");
    await press("ArrowRight");
    expect(document.activeElement).toBe(cell(1, 3));
    expect(screen.getAllByRole("gridcell").filter((each) => each.tabIndex === 0)).toEqual([cell(1, 3)]);
  });

  it("goes on with Tab through the cells, and out after Escape", async () => {
    expect(await press("Tab")).toBe(false);
    expect(document.activeElement).toBe(cell(0, 3));
    await press("Escape");
    expect(await press("Tab")).toBe(true);
  });

  it("typing replaces, Enter sends and goes down", async () => {
    await press("7");
    const input = screen.getByRole<HTMLInputElement>("textbox");
    expect(input.value).toBe("7");
    await fireEvent.input(input, { target: { value: "75" } });
    await press("Enter");
    expect(change).toHaveBeenCalledExactlyOnceWith(figures({ input: "a", year: 2024, text: "75" }), "");
    expect(document.activeElement).toBe(cell(1, 2));
  });

  it("leaves no caret behind where the field was", async () => {
    await press("7");
    document.getSelection()?.selectAllChildren(cell(0, 2));
    expect(document.getSelection()?.rangeCount).toBe(1);
    await press("Enter");
    expect(document.getSelection()?.rangeCount).toBe(0);
  });

  it("F2 goes into what stands there; sent unchanged, nothing changes", async () => {
    await press("F2");
    expect(screen.getByRole<HTMLInputElement>("textbox").value).toBe("190");
    await press("Tab");
    expect(change).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(cell(0, 3));
  });

  it("Escape gives up what was typed", async () => {
    await press("7");
    await press("Escape");
    expect(screen.queryByRole("textbox")).toBeNull();
    expect(change).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(cell(0, 2));
  });

  it("says that a calculated figure cannot be typed over", async () => {
    cell(0, 4).focus();
    await press("7");
    expect(tell).toHaveBeenCalledExactlyOnceWith("It is calculated.");
    expect(screen.queryByRole("textbox")).toBeNull();
  });

  it("selects with Shift and clears the selection as one edit", async () => {
    await press("ArrowRight", { shiftKey: true });
    await press("ArrowDown", { shiftKey: true });
    expect(document.querySelectorAll('[aria-selected="true"]')).toHaveLength(4);
    await press("Delete");
    expect(change).toHaveBeenCalledOnce();
    expect(sent()?.[0].cells).toHaveLength(4);
  });

  it("fills along with the exact figure", async () => {
    cell(0, 3).focus();
    await press("ArrowDown", { shiftKey: true });
    await press("d", { ctrlKey: true });
    expect(change).toHaveBeenCalledExactlyOnceWith(figures({ input: "b", year: 2025, text: "1200" }), "");
  });
});

describe("the grid and the clipboard", () => {
  beforeEach(() => {
    show();
    cell(0, 3).focus();
  });

  it("copies the selection as text and as a table", async () => {
    await press("ArrowDown", { shiftKey: true });
    const data = await clip("copy", {});
    expect(data["text/plain"]).toBe("1200\r\n9");
    expect(data["text/html"]).toContain('data-plain="1200">1,200</td>');
    expect(tell).toHaveBeenCalledExactlyOnceWith("Copied.");
  });

  it("pastes a table as one edit and says in words what was left out", async () => {
    await clip("paste", { "text/html": "<table><tr><td>5</td><td>6</td></tr><tr><td>7</td><td>8</td></tr><tr><td>9</td></tr></table>" });
    const taken = figures({ input: "a", year: 2025, text: "5" }, { input: "b", year: 2025, text: "7" });
    expect(change).toHaveBeenCalledExactlyOnceWith(taken, "Changed 2, beyond 1, calculated 2.");
  });

  it("gives a percentage away as it is written, for its cells would read 0.1 as a tenth of one per cent", async () => {
    const rows = grid.rows.slice(0, 1).map((row) => ({ ...row, cells: [input("g", 2024, "10%", "0.1"), input("g", 2025, "")] }));
    show([], { ...grid, rows });
    cell(0, 2).focus();
    expect(await clip("copy", {})).toEqual({ "text/plain": "10%", "text/html": expect.stringContaining("<td>10%</td>") });
    await press("ArrowRight", { shiftKey: true });
    await press("r", { ctrlKey: true });
    expect(change).toHaveBeenCalledExactlyOnceWith(figures({ input: "g", year: 2025, text: "10%" }), "");
  });

  it("takes 10,000 pasted cells in one go", async () => {
    const row = `<tr>${"<td>5</td>".repeat(10)}</tr>`;
    await clip("paste", { "text/html": `<table>${row.repeat(1000)}</table>` });
    expect(change).toHaveBeenCalledExactlyOnceWith(expect.anything(), "Changed 2, beyond 9996, calculated 2.");
  });
});

describe("the grid's cells", () => {
  it("keep a text that could not be read and say why below their row", () => {
    show([{ input: "a", year: 2025, text: "about 12", sentence: "That is no number.", language: "en" }]);
    expect(cell(0, 3).textContent).toContain("about 12");
    expect(cell(0, 3).getAttribute("aria-invalid")).toBe("true");
    const reason = document.getElementById(cell(0, 3).getAttribute("aria-describedby") ?? "");
    expect(reason?.textContent).toMatch(/2025\s+That is no number\./);
  });

  it("say it in the language spoken now", () => {
    speak(french);
    show([{ input: "a", year: 2025, text: "about 12", sentence: "That is no number.", language: "en" }]);
    expect(screen.getByText(/« about 12 » est illisible/)).toBeTruthy();
    expect(screen.queryByText(/no number/)).toBeNull();
  });

  it("name the evidence of an input and mark what is calculated", () => {
    show();
    expect(cell(0, 2).textContent).toContain("estimated");
    expect(cell(0, 4).getAttribute("aria-readonly")).toBe("true");
  });

  it("follow the arrows as seen where the table runs from right to left", async () => {
    speak(arabic);
    show();
    cell(0, 2).focus();
    await press("ArrowLeft");
    expect(document.activeElement).toBe(cell(0, 3));
  });
});
