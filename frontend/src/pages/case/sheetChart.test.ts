import { describe, expect, it } from "vitest";
import { tornado } from "../../charts/tornado";
import type { SheetChart } from "../../desk/sheets";
import { english } from "../../testing/plan";
import { drawingOf } from "./sheetChart";

const series = (name: string, kind: string, tone: string, values: string[]) => ({ name, kind, tone, values, texts: values });

describe("a chart of the workbook", () => {
  const chart: SheetChart = {
    title: "Need against funding",
    categories: ["2025", "2026/27"],
    series: [series("Granted", "column", "wait", ["1", "2"]), series("Need (2025 = 100)", "line", "work", ["", "4"]), series("More", "line", "money", ["5", "6"])],
  };

  it("is described as the window's own are: lines and columns over the plan's years", () => {
    const years = [{ year: 2025, label: "2025", actual: true }];
    const drawn = drawingOf(chart, years);
    expect(drawn.chart.columns).toEqual([{ id: "series-0", name: "Granted", points: ["1", "2"] }]);
    expect(drawn.chart.lines).toEqual([
      { id: "work", name: "Need (2025\u00a0=\u00a0100)", points: ["", "4"] },
      { id: "series-2", name: "More", points: ["5", "6"] },
    ]);
    expect(drawn.years).toEqual([years[0], { year: 1, label: "2026/27", actual: false }]);
  });

  it("of bars gives each category its place, though two are called the same", () => {
    const look = { width: 600, em: 14, notation: english };
    const { y } = tornado(["Cost", "Cost", "Hours"], [series("low", "bar", "", ["-2", "-1", "0"]), series("high", "bar", "", ["3", "1", ""])], look);
    expect(y?.domain).toEqual(["0", "1", "2"]);
  });
});
