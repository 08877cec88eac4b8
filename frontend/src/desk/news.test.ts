import { beforeEach, expect, it } from "vitest";
import { input, page, view } from "../testing/plan";
import { Program } from "../testing/program";
import { type News, type Stamped, taken } from "./news";
import { layout, relaid } from "../parts/grid/layout";
import { Session } from "./session.svelte";

const before: Stamped = { ...page, stamp: 4 };
const changed = { ...input("b", 2025, "12") };
const news: News = { stamp: 5, whole: [], sentence: "Other.", chart: { ...page.chart }, cells: [{ table: 0, row: 1, at: 3, cell: changed }] };

let program: Program;

beforeEach(() => {
  program = new Program();
});

it("lays what is new over a page and leaves the rest the very same", () => {
  const after = taken(before, news);
  expect(after).toMatchObject({ stamp: 5, sentence: "Other." });
  expect(after?.tables[0]?.rows[1]?.cells[1]).toBe(changed);
  expect(after?.tables[0]?.rows[0]).toBe(before.tables[0]?.rows[0]);
  expect(after?.chart).toBe(before.chart);
  expect(before.tables[0]?.rows[1]?.cells[1]?.text).toBe("9");
});

it("takes a page that came whole", () => {
  const whole = { ...before, stamp: 9 };
  expect(taken(before, { ...news, whole: [whole] })).toBe(whole);
  expect(taken(null, { ...news, whole: [] })).toBeNull();
});

it("lays out anew only the lines that have changed", () => {
  const grid = (of: Stamped | null) => layout(of?.tables[0] ?? before.tables[0] ?? expect.fail(), view.years, "all");
  const first = grid(before);
  expect(relaid(first, grid(before))).toBe(first);
  const second = relaid(first, grid(taken(before, news)));
  expect(second.columns).toBe(first.columns);
  expect(second.lines[0]).toBe(first.lines[0]);
  expect(second.lines[1]?.cells[3]).toBe(changed);
});

it("is asked for with a change, and spares asking for the page", async () => {
  const session = new Session(program.door);
  await session.begin(null);
  program.now = { ...program.now, news: { ...news, stamp: 2 } };
  await session.change({ cells: [{ input: "b", year: 2025, text: "12" }], items: [] });
  expect(program.asked("Edit")).toMatchObject([{ page: "drivers", stamp: 1 }]);
  expect(program.asked("Page")).toHaveLength(1);
  expect(session.page?.tables[0]?.rows[1]?.cells[1]).toEqual(changed);
  await session.undo();
  expect(program.asked("Undo")).toMatchObject([{ page: "drivers", stamp: 2 }]);
});
