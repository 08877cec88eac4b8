import { describe, expect, it } from "vitest";
import type { ImportRow, ImportTable } from "../../desk/import";
import { aimed, begun, calledBy, give, kept, keeps, lineOf, nameOf, noSeries, pageOf, placed, rowsHolding, targetOf } from "./choice";

const row = (label: string, cell: string, group = ""): ImportRow => ({ label, cell, group, measure: "", total: false, years: "2019–2024", latest: "1" });
const parcels = row("Parcels", "A2", "Mail");
const letters = row("Letters", "A3", "Mail");
const table: ImportTable = { title: "", long: false, first: 2019, last: 2024, claims: [], columns: [], rows: [parcels, letters] };
const long: ImportTable = { ...table, long: true, rows: [] };

describe("what of a file goes where", () => {
  it("gives a row a place, another, and none again", () => {
    const given = give([], parcels, "drivers/tracked/history");
    expect(targetOf(given, parcels)).toBe("drivers/tracked/history");
    expect(targetOf(given, letters)).toBe("");
    const moved = give(given, parcels, "roles/analyst/staff");
    expect(moved).toHaveLength(1);
    expect(targetOf(moved, parcels)).toBe("roles/analyst/staff");
    expect(give(moved, parcels, "")).toEqual([]);
  });

  it("knows the row of a saved mapping by its label", () => {
    expect(targetOf([{ ...noSeries, label: "Letters", target: "x" }], letters)).toBe("x");
  });

  it("calls what is new as the file does, unless it was given a name", () => {
    const [given] = give([], parcels, "new:drivers");
    expect(given && nameOf(given, table)).toBe("Parcels");
    expect(given && nameOf({ ...given, name: " Big parcels " }, table)).toBe("Big parcels");
    expect(placed(given ? [given] : [], table)[0]?.name).toBe("Parcels");
  });

  it("drops name and unit where the plan has the item already", () => {
    expect(aimed({ ...noSeries, name: "N", unit: "U" }, "drivers/a/history")).toMatchObject({ name: "", unit: "" });
    expect(aimed({ ...noSeries, name: "N", unit: "U" }, "new:lines")).toMatchObject({ name: "N", unit: "U" });
  });

  it("picks the rows of a long table by what stands in its columns", () => {
    const [series = noSeries] = begun(long);
    const thirteen = kept(series, "Head", "13", true);
    const both = kept(thirteen, "Head", "43", true);
    expect(keeps(both, "Head")).toEqual(["13", "43"]);
    expect(calledBy({ ...both, measure: "ACTUAL" }, long)).toBe("13 · 43 · ACTUAL");
    expect(kept(thirteen, "Head", "13", false).filters).toEqual([]);
    expect(begun(table)).toEqual([]);
  });

  it("finds the line of a series, though some have no place yet", () => {
    const all = [{ ...noSeries, target: "a" }, noSeries, { ...noSeries, target: "b" }];
    expect([0, 1, 2].map((at) => lineOf(all, at))).toEqual([0, -1, 1]);
    expect(placed(all, undefined).map((series) => series.target)).toEqual(["a", "b"]);
  });

  it("searches rows by every word, without case or accents", () => {
    const rows = [row("Dépenses de personnel", "A1", "POSTE"), row("Dépenses diverses", "A2")];
    expect(rowsHolding(rows, "depenses POSTE")).toEqual([rows[0]]);
    expect(rowsHolding(rows, " ")).toHaveLength(2);
  });

  it.each([
    ["new:drivers", "drivers"],
    ["roles/analyst/staff", "team"],
    ["lines/mail/quantity", "budget"],
    ["funding/state/amount", "funding"],
    ["elsewhere", ""],
  ])("%s can be seen on the page %s", (target, page) => {
    expect(pageOf(target)).toBe(page);
  });
});
