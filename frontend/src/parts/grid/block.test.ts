import { describe, expect, it } from "vitest";
import { grid, sheet, view } from "../../testing/plan";
import { clear, complete, fillAlong, fillDown, place } from "./block";
import { layout } from "./layout";
import { at, move, type Place, step } from "./range";

const text = ({ row, col }: Place) => sheet.lines[row]?.cells[col]?.text ?? "";
const none = { cells: [], items: [], added: [], beyond: 0, calculated: 0 };
const range = (top: number, start: number, bottom: number, end: number) => ({
  anchor: { row: top, col: start },
  head: { row: bottom, col: end },
});
const edit = (input: string, year: number, given: string) => ({ input, year, text: given });

describe("a pasted block", () => {
  it("begins at the selection's first cell, whichever way it was drawn", () => {
    const { cells } = place([["1", "2"]], range(0, 3, 0, 2), sheet);
    expect(cells).toEqual([edit("a", 2024, "1"), edit("a", 2025, "2")]);
  });

  it("tells how many cells lay beyond the table and on calculated figures", () => {
    const changes = place([["1", "2", "3"], ["4", "5", "6"]], at(1, 3), sheet);
    expect(changes).toEqual({ ...none, cells: [edit("b", 2025, "1")], beyond: 4, calculated: 1 });
  });

  it("of one cell fills the selection; of two rows, twice their number", () => {
    expect(place([["7"]], range(0, 2, 1, 3), sheet).cells).toHaveLength(4);
    expect(place([["1"], ["2"]], range(0, 2, 1, 3), sheet).cells.map((cell) => cell.text)).toEqual(["1", "1", "2", "2"]);
  });

  it("that does not fit the selection a whole number of times is laid down once", () => {
    expect(place([["7", "8"]], range(0, 2, 0, 4), sheet)).toMatchObject({ beyond: 0, calculated: 0 });
  });

  it("with rows of differing length leaves the missing cells alone", () => {
    expect(place([["1"], ["2", "3"]], at(0, 2), sheet).cells).toEqual([edit("a", 2024, "1"), edit("b", 2024, "2"), edit("b", 2025, "3")]);
  });

  it("of nothing changes nothing", () => {
    expect(place([], at(0, 0), sheet)).toEqual(none);
  });

  it("of 10,000 cells is laid in well within a moment", () => {
    const block = Array.from({ length: 1000 }, (_, n) => Array.from({ length: 10 }, () => String(n)));
    expect(place(block, at(0, 2), sheet)).toMatchObject({ beyond: 10_000 - 6, calculated: 2 });
  });

  it("gives an input that stands in several cells one text, the last", () => {
    const [first] = grid.rows;
    const rows = first ? [{ ...first, cells: first.cells.map((cell) => ({ ...cell, kind: "figure", input: "rate", year: 0 })) }] : [];
    const changes = place([["1", "2", "3"]], at(0, 2), layout({ ...grid, rows }, view.years, "all"));
    expect(changes.cells).toEqual([edit("rate", 0, "3")]);
  });

  it("of texts, choices and figures goes into cells of each kind", () => {
    const { cells, items } = place([["Mail", "Yearly", "12"]], at(0, 0), sheet);
    expect(items).toEqual([{ place: "a/name", text: "Mail" }, { place: "a/of", text: "Yearly" }]);
    expect(cells).toEqual([edit("a", 2024, "12")]);
  });

  it("that reaches the line for the next item makes new ones of its rows", () => {
    const changes = place([["Reports", "Weekly"], ["Phones", "Yearly"], ["", ""], ["Keys"]], at(1, 0), sheet);
    expect(changes.items).toHaveLength(2);
    expect(changes.added).toEqual([["Phones", "Yearly"], ["Keys"]]);
    expect(complete([["Reports", "Yearly", "5"]], ["b"], sheet)).toEqual({
      ...none,
      items: [{ place: "b/of", text: "Yearly" }],
      cells: [edit("b", 2024, "5")],
    });
  });

  it("beside the name of the next item lies beyond the table", () => {
    expect(place([["5"]], at(2, 2), sheet)).toEqual({ ...none, beyond: 1 });
  });
});

describe("clearing and filling", () => {
  it("clears what can be edited", () => {
    expect(clear(range(0, 3, 1, 4), sheet)).toEqual({ ...none, cells: [edit("a", 2025, ""), edit("b", 2025, "")], calculated: 2 });
  });

  it("leaves names, and choices that must be one of some", () => {
    expect(clear(range(0, 0, 2, 1), sheet)).toEqual(none);
  });

  it("fills the first row down, or a single cell from above", () => {
    expect(fillDown(range(0, 2, 1, 3), sheet, text).cells).toEqual([edit("b", 2024, "190"), edit("b", 2025, "1,200")]);
    expect(fillDown(at(1, 2), sheet, text).cells).toEqual([edit("b", 2024, "190")]);
    expect(fillDown(at(0, 2), sheet, text).cells).toEqual([]);
  });

  it("fills the first column along, or a single cell from before", () => {
    expect(fillAlong(range(0, 2, 1, 3), sheet, text).cells).toEqual([edit("a", 2025, "190"), edit("b", 2025, "8")]);
    expect(fillAlong(at(1, 3), sheet, text).cells).toEqual([edit("b", 2025, "8")]);
  });
});

describe("moving", () => {
  const size = { rows: 2, cols: 3 };
  it("stops at the edges", () => {
    expect(move(at(0, 0), -1, 9, false, size)).toEqual(at(0, 2));
  });

  it("steps through the rows and out at both ends", () => {
    expect(step({ row: 0, col: 2 }, false, size)).toEqual({ row: 1, col: 0 });
    expect(step({ row: 1, col: 2 }, false, size)).toBeNull();
    expect(step({ row: 0, col: 0 }, true, size)).toBeNull();
  });
});
