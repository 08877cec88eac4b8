import { plot } from "@observablehq/plot";
import { describe, expect, it } from "vitest";
import { english, view } from "../testing/plan";
import { readLines } from "./lines";
import { mismatch } from "./mismatch";

const look = { width: 700, em: 14, notation: english, actual: "actual", planned: "planned", unit: "index, 2025 = 100" };

describe("the chart of work against money", () => {
  it("places the texts, the last actual year in both parts of the line", () => {
    expect(readLines(view.chart, view.years, 13)).toMatchSnapshot();
  });

  it("draws this", () => {
    expect(plot(mismatch(view.chart, view.years, look)).outerHTML).toMatchSnapshot();
  });

  it("leaves out the years in which a line has no point", () => {
    const { points, pairs } = readLines(view.chart, view.years, 13);
    expect(points.filter((point) => point.series === "budget").map((point) => point.at)).toEqual([1, 2]);
    expect(pairs.map((pair) => pair.at)).toEqual([1, 2]);
  });

  it("moves end labels apart where the lines end together", () => {
    const series = view.chart.series.map((each) => ({ ...each, points: ["100", "100", "100"] }));
    const [work, money] = readLines({ ...view.chart, series }, view.years, 13).ends;
    expect((work?.value ?? 0) - (money?.value ?? 0)).toBeGreaterThan(1);
  });

  it("draws an empty frame where nothing can be calculated", () => {
    const drawing = plot(mismatch({ sentence: "", series: [] }, view.years, look));
    expect(drawing.querySelectorAll("circle")).toHaveLength(0);
    expect(drawing.textContent).toContain("2026");
  });
});
