import type { YearHead } from "../../desk/contract";
import type { Drawing } from "../../desk/pages";
import type { SheetChart } from "../../desk/sheets";

/** A series by what its colour stands for: the first that is work is drawn as work is on every page. */
function idOf(chart: SheetChart, n: number): string {
  const first = chart.series.findIndex(({ tone, kind }) => tone === "work" && kind === "line");
  return n === first ? "work" : `series-${String(n)}`;
}

/** What stands in brackets stays in one line, and in its order where the name runs the other way. */
function kept(name: string): string {
  return name.replace(/\([^()]*\)/g, (part) => part.replaceAll(" ", "\u00a0"));
}

/** A chart of the workbook over the years, as the window's own charts are described. */
export function drawingOf(chart: SheetChart, years: readonly YearHead[]): { chart: Drawing; years: YearHead[] } {
  const series = chart.series.map(({ name, kind, values }, n) => ({ kind, id: idOf(chart, n), name: kept(name), points: [...values] }));
  return {
    chart: {
      unit: "",
      base: "",
      lines: series.filter(({ kind }) => kind === "line").map(({ id, name, points }) => ({ id, name, points })),
      columns: series.filter(({ kind }) => kind !== "line").map(({ id, name, points }) => ({ id, name, points })),
    },
    years: chart.categories.map((label, n) => years.find((year) => year.label === label) ?? { year: n, label, actual: false }),
  };
}
