import { describe, expect, it } from "vitest";
import { sheet } from "../../testing/plan";
import { tracksOf } from "./tracks";

const ofYears = (style: string) => [...style.matchAll(/([\d.]+)ch/g)].map(([, digits]) => Number(digits));

describe("the widths of a sheet's columns", () => {
  it("are as many as its columns without the name's", () => {
    const [tracks = ""] = tracksOf(sheet).split(";");
    expect(tracks.match(/minmax/g)).toHaveLength(sheet.columns.length - 1);
  });

  it("hang on the longest figure, and grow with it", () => {
    const lines = sheet.lines.map((line) => ({ ...line, cells: line.cells.map((cell) => ({ ...cell, text: "123,456,789" })) }));
    const [before, after] = [ofYears(tracksOf(sheet)), ofYears(tracksOf({ ...sheet, lines }))];
    expect(after).toHaveLength(before.length);
    expect(Math.min(...after)).toBeGreaterThan(Math.max(...before));
  });

  it("hold no further than a text may be read in", () => {
    const long = sheet.lines.map((line) => ({ ...line, cells: line.cells.map((cell) => ({ ...cell, text: "long ".repeat(80) })) }));
    const widest = [...tracksOf({ ...sheet, lines: long }).matchAll(/minmax\(([\d.]+)rem/g)].map(([, rem]) => Number(rem));
    expect(Math.max(0, ...widest)).toBeLessThanOrEqual(10);
  });
});
