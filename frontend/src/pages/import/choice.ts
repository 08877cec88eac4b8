/** What of a file goes where: the choice as it grows, without the program. */
import type { ImportRow, ImportSeries, ImportTable, ImportTarget } from "../../desk/import";

export const newTarget = "new:";

export const noSeries: ImportSeries = {
  target: "",
  name: "",
  unit: "",
  cell: "",
  label: "",
  measure: "",
  filters: [],
  sum: false,
  from: 0,
  to: 0,
};

export const isOf = (series: ImportSeries, row: ImportRow): boolean =>
  series.measure === row.measure && (series.cell === row.cell || (series.cell === "" && series.label === row.label));

export function targetOf(all: readonly ImportSeries[], row: ImportRow): string {
  return all.find((series) => isOf(series, row))?.target ?? "";
}

/** Gives a row a place in the plan, another one, or with "" none. */
export function give(all: readonly ImportSeries[], row: ImportRow, target: string): ImportSeries[] {
  if (target === "") return all.filter((series) => !isOf(series, row));
  if (all.some((series) => isOf(series, row))) {
    return all.map((series) => (isOf(series, row) ? aimed(series, target) : series));
  }
  return [...all, aimed({ ...noSeries, cell: row.cell, measure: row.measure }, target)];
}

/** A series with another target; only what the plan gains by it has a name and a unit. */
export function aimed(series: ImportSeries, target: string): ImportSeries {
  return target.startsWith(newTarget) ? { ...series, target } : { ...series, target, name: "", unit: "" };
}

/** What something new is called: as was typed, or else as the file calls it. */
export function nameOf(series: ImportSeries, table: ImportTable): string {
  return series.name.trim() || calledBy(series, table);
}

/** Keeps the rows of a long table that hold a value in a column, or no longer asks for it. */
export function kept(series: ImportSeries, column: string, value: string, wanted: boolean): ImportSeries {
  const was = series.filters.find((filter) => filter.column === column)?.equal ?? [];
  const equal = wanted ? [...was.filter((each) => each !== value), value] : was.filter((each) => each !== value);
  const others = series.filters.filter((filter) => filter.column !== column);
  return { ...series, filters: equal.length > 0 ? [...others, { column, equal }] : others };
}

export function keeps(series: ImportSeries, column: string): readonly string[] {
  return series.filters.find((filter) => filter.column === column)?.equal ?? [];
}

/** What a series is called while it is chosen: its row, or what it was picked by. */
export function calledBy(series: ImportSeries, table: ImportTable): string {
  const row = table.rows.find((each) => isOf(series, each));
  if (row) return row.label;
  const picked = [...series.filters.flatMap((filter) => filter.equal), series.measure];
  return picked.filter((part) => part !== "").join(" · ") || series.label;
}

/** A long table is picked by its columns, so there is one series to begin with. */
export function begun(table: ImportTable | undefined): ImportSeries[] {
  return table?.long ? [noSeries] : [];
}

/** The series that have a place; the others wait and are not tried. */
export function placed(all: readonly ImportSeries[], table: ImportTable | undefined): ImportSeries[] {
  const having = all.filter((series) => series.target !== "");
  return having.map((series) => (table && series.target.startsWith(newTarget) ? { ...series, name: nameOf(series, table) } : series));
}

/** The positions of the tried lines, by position of the series they belong to. */
export function lineOf(all: readonly ImportSeries[], at: number): number {
  return all[at]?.target === "" ? -1 : placed(all.slice(0, at), undefined).length;
}

export function rowsHolding(rows: readonly ImportRow[], sought: string): readonly ImportRow[] {
  const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const parts = plain(sought).split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    const text = plain(`${row.group} ${row.label} ${row.measure}`);
    return parts.every((part) => text.includes(part));
  });
}

/** The page on which what was brought in can be seen. */
export function pageOf(target: ImportTarget["id"]): string {
  const list = target.replace(newTarget, "").split("/")[0] ?? "";
  const pages: Record<string, string> = { drivers: "drivers", roles: "team", team: "team", activities: "workload", lines: "budget", prices: "budget", funding: "funding" };
  return pages[list] ?? "";
}
