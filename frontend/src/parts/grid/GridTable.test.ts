import { cleanup, fireEvent, render, screen } from "@testing-library/svelte";
import { tick } from "svelte";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { type Held, keyOf, noneHeld, nonePending } from "../../desk/held";
import { arabic, english, french, input, rows, view } from "../../testing/plan";
import { speak } from "../../words/words.svelte";
import GridTable from "./GridTable.svelte";

const onedit = vi.fn();
const ontell = vi.fn();

function show(held: readonly Held[] = [], given = rows) {
  cleanup();
  const props = { label: "Drivers", heading: "Driver", partName: () => "", years: view.years, rows: given, onedit, ontell };
  const texts = held.length > 0 ? new Map(held.map((each) => [keyOf(each), each])) : noneHeld;
  return render(GridTable, { ...props, held: texts, pending: nonePending });
}

function cell(row: number, col: number): HTMLElement {
  const found = document.querySelector<HTMLElement>(`[data-place="${String(row)}:${String(col)}"]`);
  if (!found) throw new Error("no such cell");
  return found;
}

/** Presses a key where the focus is, as a reader does. */
async function press(key: string, held: KeyboardEventInit = {}): Promise<boolean> {
  const went = await fireEvent.keyDown(document.activeElement ?? document.body, { key, ...held });
  await tick();
  return went;
}

async function clip(kind: "copy" | "paste", data: Record<string, string>): Promise<Record<string, string>> {
  const event = new Event(kind, { bubbles: true, cancelable: true });
  const clipboardData = {
    getData: (type: string) => data[type] ?? "",
    setData: (type: string, text: string) => (data[type] = text),
  };
  Object.assign(event, { clipboardData });
  await fireEvent(document.activeElement ?? document.body, event);
  return data;
}

beforeEach(() => {
  speak(english);
  onedit.mockClear();
  ontell.mockClear();
});

describe("the grid by keyboard", () => {
  beforeEach(() => {
    show();
    cell(0, 0).focus();
  });

  it("is one stop for Tab, and the arrows move it", async () => {
    await press("ArrowDown");
    await press("ArrowRight");
    expect(document.activeElement).toBe(cell(1, 1));
    expect(screen.getAllByRole("gridcell").filter((each) => each.tabIndex === 0)).toEqual([cell(1, 1)]);
  });

  it("goes on with Tab through the cells, and out after Escape", async () => {
    expect(await press("Tab")).toBe(false);
    expect(document.activeElement).toBe(cell(0, 1));
    await press("Escape");
    expect(await press("Tab")).toBe(true);
  });

  it("typing replaces, Enter sends and goes down", async () => {
    await press("7");
    const input = screen.getByRole<HTMLInputElement>("textbox");
    expect(input.value).toBe("7");
    await fireEvent.input(input, { target: { value: "75" } });
    await press("Enter");
    expect(onedit).toHaveBeenCalledExactlyOnceWith([{ input: "a", year: 2024, text: "75" }], "");
    expect(document.activeElement).toBe(cell(1, 0));
  });

  it("F2 goes into what stands there; sent unchanged, nothing changes", async () => {
    await press("F2");
    expect(screen.getByRole<HTMLInputElement>("textbox").value).toBe("190");
    await press("Tab");
    expect(onedit).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(cell(0, 1));
  });

  it("Escape gives up what was typed", async () => {
    await press("7");
    await press("Escape");
    expect(screen.queryByRole("textbox")).toBeNull();
    expect(onedit).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(cell(0, 0));
  });

  it("says that a calculated figure cannot be typed over", async () => {
    cell(0, 2).focus();
    await press("7");
    expect(ontell).toHaveBeenCalledExactlyOnceWith("It is calculated.");
    expect(screen.queryByRole("textbox")).toBeNull();
  });

  it("selects with Shift and clears the selection as one edit", async () => {
    await press("ArrowRight", { shiftKey: true });
    await press("ArrowDown", { shiftKey: true });
    expect(document.querySelectorAll('[aria-selected="true"]')).toHaveLength(4);
    await press("Delete");
    expect(onedit).toHaveBeenCalledOnce();
    expect(onedit.mock.calls[0]?.[0]).toHaveLength(4);
  });

  it("fills along with the exact figure", async () => {
    cell(0, 1).focus();
    await press("ArrowDown", { shiftKey: true });
    await press("d", { ctrlKey: true });
    expect(onedit).toHaveBeenCalledExactlyOnceWith([{ input: "b", year: 2025, text: "1200" }], "");
  });
});

describe("the grid and the clipboard", () => {
  beforeEach(() => {
    show();
    cell(0, 1).focus();
  });

  it("copies the selection as text and as a table", async () => {
    await press("ArrowDown", { shiftKey: true });
    const data = await clip("copy", {});
    expect(data["text/plain"]).toBe("1200\r\n9");
    expect(data["text/html"]).toContain('data-plain="1200">1,200</td>');
    expect(ontell).toHaveBeenCalledExactlyOnceWith("Copied.");
  });

  it("pastes a table as one edit and says in words what was left out", async () => {
    await clip("paste", { "text/html": "<table><tr><td>5</td><td>6</td></tr><tr><td>7</td><td>8</td></tr><tr><td>9</td></tr></table>" });
    const sent = [
      { input: "a", year: 2025, text: "5" },
      { input: "b", year: 2025, text: "7" },
    ];
    expect(onedit).toHaveBeenCalledExactlyOnceWith(sent, "Changed 2, beyond 1, calculated 2.");
  });

  it("gives a percentage away as it is written, for its cells would read 0.1 as a tenth of one per cent", async () => {
    const growth = { id: "g", name: "Growth", unit: "% a year", part: "growth", cells: [input("g", 2024, "10%", "0.1"), input("g", 2025, "")] };
    show([], [growth]);
    cell(0, 0).focus();
    expect(await clip("copy", {})).toEqual({ "text/plain": "10%", "text/html": expect.stringContaining("<td>10%</td>") });
    await press("ArrowRight", { shiftKey: true });
    await press("r", { ctrlKey: true });
    expect(onedit).toHaveBeenCalledExactlyOnceWith([{ input: "g", year: 2025, text: "10%" }], "");
  });

  it("takes 10,000 pasted cells in one go", async () => {
    const row = `<tr>${"<td>5</td>".repeat(10)}</tr>`;
    await clip("paste", { "text/html": `<table>${row.repeat(1000)}</table>` });
    expect(onedit).toHaveBeenCalledExactlyOnceWith(expect.anything(), "Changed 2, beyond 9996, calculated 2.");
  });
});

describe("the grid's cells", () => {
  it("keep a text that could not be read and say why below their row", () => {
    show([{ input: "a", year: 2025, text: "about 12", sentence: "That is no number.", language: "en" }]);
    expect(cell(0, 1).textContent).toContain("about 12");
    expect(cell(0, 1).getAttribute("aria-invalid")).toBe("true");
    const reason = document.getElementById(cell(0, 1).getAttribute("aria-describedby") ?? "");
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
    expect(cell(0, 0).textContent).toContain("estimated");
    expect(cell(0, 2).getAttribute("aria-readonly")).toBe("true");
  });

  it("follow the arrows as seen where the table runs from right to left", async () => {
    speak(arabic);
    show();
    cell(0, 0).focus();
    await press("ArrowLeft");
    expect(document.activeElement).toBe(cell(0, 1));
  });
});
