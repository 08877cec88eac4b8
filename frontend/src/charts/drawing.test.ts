import { plot } from "@observablehq/plot";
import { describe, expect, it } from "vitest";
import { english, page, view } from "../testing/plan";
import { shades, strokeOf } from "./colours";
import { drawing } from "./drawing";
import { placed, placesOf, trimmed } from "./lines";

const look = { width: 700, em: 14, notation: english, actual: "actual", planned: "planned", unit: "index, 2025 = 100" };
const { chart } = page;
const stacked = {
  unit: "VUV",
  base: "",
  lines: [{ id: "granted", name: "Granted", points: ["", "10", "12"] }],
  columns: [
    { id: "staff", name: "Staff", points: ["", "8", "9"] },
    { id: "travel", name: "Travel", points: ["", "", "0.4"] },
    { id: "other", name: "Other", points: ["", "2", "0"] },
  ],
};

describe("a chart over the years", () => {
  it("places the texts, the last actual year in both parts of the line", () => {
    expect(placed(chart, view.years, 13)).toMatchSnapshot();
  });

  it("draws this", () => {
    expect(plot(drawing(chart, view.years, look)).outerHTML).toMatchSnapshot();
  });

  it("leaves out the years in which a line has no point", () => {
    const { points, pairs } = placed(chart, view.years, 13);
    expect(points.filter((point) => point.series === "budget").map((point) => point.at)).toEqual([1, 2]);
    expect(pairs.map((pair) => pair.at)).toEqual([1, 2]);
  });

  it("moves end labels apart where the lines end together, within the chart", () => {
    const lines = chart.lines.map((each) => ({ ...each, points: ["100", "100", "100"] }));
    const { ends, low, high } = placed({ ...chart, lines }, view.years, 13);
    const [money, work] = ends.map((end) => end.value);
    expect((work ?? 0) - (money ?? 0)).toBeGreaterThan(1);
    for (const { value } of ends) expect(value).toSatisfy((at: number) => at > low && at < high);
  });

  it("shades the range of a line from the last actual year on, and keeps it on the chart", () => {
    const bands = [{ series: "workload", low: ["", "", "104"], high: ["", "", "150"] }];
    const { reaches, pairs, high } = placed(chart, view.years, 13, bands);
    expect(reaches.map(({ at, from, to }) => [at, from, to])).toEqual([
      [1, 100, 100],
      [2, 104, 150],
    ]);
    expect(pairs).toEqual([]);
    expect(high).toBeGreaterThan(150);
    expect(plot(drawing(chart, view.years, look, bands)).querySelectorAll('[aria-label="area"] path').length).toBe(1);
    const cut = trimmed(stacked, view.years, [{ series: "granted", low: ["", "9", "11"], high: ["", "12", "13"] }]);
    expect(cut.bands[0]?.low).toEqual(["9", "11"]);
  });

  it("strokes the range of a column over it, with a bar across each end, and keeps it on the chart", () => {
    const alone = { ...stacked, columns: stacked.columns.slice(0, 1) };
    const bands = [{ series: "staff", low: ["", "", "7"], high: ["", "", "30"] }];
    const { whiskers, reaches, high } = placed(alone, view.years, 13, bands);
    expect(whiskers).toEqual([{ series: "staff", at: 2, from: 7, to: 30 }]);
    expect(reaches).toEqual([]);
    expect(high).toBeGreaterThan(30);
    const lines = (of: typeof bands) => plot(drawing(alone, view.years, look, of)).querySelectorAll("line").length;
    expect(lines(bands) - lines([])).toBe(3);
  });

  it("writes thousands without a fraction in the table", () => {
    expect(placesOf(stacked)).toBe(1);
    expect(placesOf({ ...stacked, lines: [{ id: "need", name: "Need", points: ["", "-16115184.4", "2"] }] })).toBe(0);
  });

  it("stacks columns from nought, names each at the last of them and leaves out the name of an empty one", () => {
    const { parts, ends, low } = placed(stacked, view.years, 13);
    expect(low).toBe(0);
    expect(parts.filter((part) => part.at === 2)).toEqual([
      { series: "staff", at: 2, from: 0, to: 9 },
      { series: "travel", at: 2, from: 9, to: 9.4 },
      { series: "other", at: 2, from: 9.4, to: 9.4 },
    ]);
    expect(ends.map((end) => end.series).sort()).toEqual(["granted", "staff", "travel"]);
  });

  it("leaves out the years at either end of which it says nothing", () => {
    const cut = trimmed(stacked, view.years);
    expect(cut.years.map((year) => year.label)).toEqual(["2025", "2026"]);
    expect(cut.chart.columns[2]?.points).toEqual(["2", "0"]);
    expect(trimmed({ ...stacked, lines: [], columns: [] }, view.years).years).toHaveLength(3);
  });

  it("draws columns and their line", () => {
    const picture = plot(drawing(stacked, view.years, look));
    expect(picture.querySelectorAll("rect")).toHaveLength(5);
    expect(picture.textContent).toContain("Staff 9");
  });

  it("draws an empty frame where nothing can be calculated", () => {
    const picture = plot(drawing({ unit: "", base: "", lines: [], columns: [] }, view.years, look));
    expect(picture.querySelectorAll("circle")).toHaveLength(0);
    expect(picture.textContent).toContain("2026");
  });

  it("keeps what is asked warm, and the shades of columns in their order", () => {
    expect(strokeOf(["need"])("need")).toBe("var(--warm)");
    const shade = shades(["staff", "travel", "other"]);
    const parts = ["staff", "travel", "other"].map((id) => Number(/(\d+)%/.exec(shade(id))?.[1]));
    expect(parts).toEqual([...parts].sort((a, b) => b - a));
  });
});
