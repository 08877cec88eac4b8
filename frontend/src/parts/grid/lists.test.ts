import { fireEvent, screen } from "@testing-library/svelte";
import { tick } from "svelte";
import { beforeEach, describe, expect, it } from "vitest";
import { add, begin, cell, change, clip, figures, press, remove, sent, show, tell, why } from "../../testing/grid";
import { grid, input } from "../../testing/plan";

beforeEach(begin);

describe("the grid's choices, names and rows", () => {
  it("opens the choices with Alt+Down, goes through them and takes one with Enter", async () => {
    show();
    cell(0, 1).focus();
    await press("ArrowDown", { altKey: true });
    const box = screen.getByRole("combobox");
    expect(document.activeElement).toBe(box);
    expect(screen.getByRole("option", { selected: true }).textContent).toBe("Weekly");
    await press("ArrowDown");
    expect(box.getAttribute("aria-activedescendant")).toBe(screen.getByRole("option", { selected: true }).id);
    await press("Enter");
    expect(change).toHaveBeenCalledExactlyOnceWith({ cells: [], items: [{ place: "a/of", text: "y" }] }, "");
    expect(document.activeElement).toBe(cell(1, 1));
  });

  it("narrows the choices as one types, whatever the accents", async () => {
    show();
    cell(0, 1).focus();
    await press("e");
    expect(screen.getAllByRole("option").map((each) => each.textContent)).toEqual(["Étalé", "Weekly", "Yearly"]);
    await fireEvent.input(screen.getByRole("combobox"), { target: { value: "eta" } });
    expect(screen.getAllByRole("option")).toHaveLength(1);
    await press("Tab");
    expect(sent()?.[0].items).toEqual([{ place: "a/of", text: "é" }]);
  });

  it("leaves a choice as it was after Escape", async () => {
    show();
    cell(0, 1).focus();
    await press("F2");
    await press("ArrowDown");
    await press("Escape");
    expect(screen.queryByRole("combobox")).toBeNull();
    expect(change).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(cell(0, 1));
  });

  it("renames in place", async () => {
    show();
    cell(1, 0).focus();
    await press("F2");
    await fireEvent.input(screen.getByRole("textbox"), { target: { value: "Letters" } });
    await press("Enter");
    expect(sent()?.[0]).toEqual({ cells: [], items: [{ place: "b/name", text: "Letters" }] });
  });

  it("adds what is typed into the last line", async () => {
    show();
    cell(2, 0).focus();
    await press("P");
    await press("Enter");
    expect(add).toHaveBeenCalledExactlyOnceWith("drivers", ["P"]);
  });

  it("explains a figure with Ctrl+Shift+Y, and says where there is none", async () => {
    show();
    cell(0, 4).focus();
    await press("Y", { ctrlKey: true, shiftKey: true });
    expect(why).toHaveBeenCalledExactlyOnceWith("a/volume", 2026);
    cell(0, 1).focus();
    await press("Y", { ctrlKey: true, shiftKey: true });
    expect(why).toHaveBeenCalledOnce();
    expect(tell).toHaveBeenCalledOnce();
  });

  it("offers in the row's menu to remove it, and closes back to the cell", async () => {
    show();
    cell(1, 2).focus();
    await press("F10", { shiftKey: true });
    expect(document.activeElement?.getAttribute("role")).toBe("menuitem");
    await press("ArrowUp");
    await fireEvent.click(document.activeElement ?? document.body);
    await tick();
    expect(remove).toHaveBeenCalledExactlyOnceWith("drivers", "b", "Reports");
    expect(document.activeElement).toBe(cell(1, 2));
  });

  it("in a scenario offers the way back to the base case", async () => {
    const rows = grid.rows.map((row) => ({ ...row, cells: row.cells.map((each) => ({ ...each, overridden: each.kind === "figure" })) }));
    show([], { ...grid, rows }, true);
    cell(0, 2).focus();
    await press("ContextMenu");
    await fireEvent.click(screen.getByRole("menuitem", { name: "Back to base" }));
    expect(sent()?.[0]).toEqual(figures({ input: "a", year: 2024, text: "" }));
  });

  it("shows a default where nothing is entered, and copies nothing of it", async () => {
    const rows = grid.rows.slice(0, 1).map((row) => ({ ...row, cells: [{ ...input("a", 2024, ""), placeholder: "8" }] }));
    show([], { ...grid, rows });
    cell(0, 2).focus();
    expect(cell(0, 2).textContent).toContain("8");
    expect((await clip("copy", {}))["text/plain"]).toBe("");
  });

  it("shows either half of a table that is too wide to be read at once", async () => {
    const settings = Array.from({ length: 8 }, (_, n) => ({ id: `s${String(n)}`, label: `Setting ${String(n)}`, kind: "text", choices: [] }));
    show([], { ...grid, settings });
    expect(screen.getAllByRole("columnheader")).toHaveLength(4);
    await fireEvent.click(screen.getByRole("button", { name: /face.settings/ }));
    expect(screen.getAllByRole("columnheader")).toHaveLength(9);
  });
});
