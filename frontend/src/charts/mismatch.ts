import { areaY, dot, line, type PlotOptions, ruleX, ruleY, text } from "@observablehq/plot";
import type { ChartData, Words, YearHead } from "../desk/contract";
import { drawn, tick } from "../words/figures";
import { type EndLabel, type Point, readLines } from "./lines";

export interface Look {
  width: number;
  /** The size of the page's text, which the drawing keeps to. */
  em: number;
  notation: Words;
  actual: string;
  planned: string;
  unit: string;
}

const colours: Readonly<Record<string, string>> = { workload: "var(--warm)", budget: "var(--accent)" };
const lineWidth = 2.6;

/**
 * Work against money: two indices over the years, 100 in the base year. What has
 * happened is a full line with full dots, what is planned a broken one with hollow
 * dots; where the work lies above the money the space between is shaded.
 */
export function mismatch(chart: ChartData, years: readonly YearHead[], look: Look): PlotOptions {
  const { em } = look;
  const height = 13 * em;
  const { points, pairs, ends, low, high, lastActual } = readLines(chart, years, height / em);
  const actual = points.filter((point) => point.actual);
  const planned = points.filter((point) => point.planned);
  const seam = lastActual + 0.5;
  const stroke = (point: Point | EndLabel) => colours[point.series] ?? "var(--soft)";
  const labelled = ({ name, figure }: EndLabel) => `${name} ${drawn(figure, look.notation, 0)}`;
  const at = { x: "at", y: "value", z: "series", stroke };
  const frame = { frameAnchor: "top", dy: -em, fill: "var(--soft)" } as const;
  const seamed = lastActual >= 0 && lastActual < years.length - 1;
  return {
    width: look.width,
    height,
    marginTop: 2 * em,
    marginBottom: 1.7 * em,
    marginLeft: 3 * em,
    marginRight: 12.5 * em,
    style: { fontSize: `${String(0.857 * em)}px`, background: "none", overflow: "visible" },
    x: {
      type: "linear",
      domain: [0, Math.max(1, years.length - 1)],
      ticks: years.map((_, n) => n),
      tickFormat: (n: number) => years[n]?.label ?? "",
      tickSize: 0,
      label: null,
    },
    y: {
      domain: [low, high],
      ticks: 4,
      tickSize: 0,
      tickFormat: (n: number) => tick(n, look.notation),
      label: null,
      grid: false,
    },
    marks: [
      ruleY([100], { stroke: "var(--firm)", strokeWidth: 1 }),
      ...(seamed ? [ruleX([seam], { stroke: "var(--firm)", strokeDasharray: "2 4" })] : []),
      areaY(pairs, { x: "at", y1: "budget", y2: "workload", fill: "var(--warm)", fillOpacity: 0.1 }),
      line(actual, { ...at, strokeWidth: lineWidth }),
      line(planned, { ...at, strokeWidth: lineWidth, strokeDasharray: "7 4" }),
      dot(points, { ...at, r: 3.2, fill: (point: Point) => (point.actual ? stroke(point) : "var(--paper)"), strokeWidth: 1.6 }),
      text([look.unit], { ...frame, frameAnchor: "top-left", dx: -2.6 * em, textAnchor: "start" }),
      ...(seamed
        ? [
            text([look.actual], { ...frame, x: [seam], dx: -8, textAnchor: "end" }),
            text([look.planned], { ...frame, x: [seam], dx: 8, textAnchor: "start" }),
          ]
        : []),
      text(ends, { x: "at", y: "value", dx: 11, text: labelled, textAnchor: "start", lineWidth: 13, lineHeight: 1.2, fill: stroke, fontWeight: 600 }),
    ],
  };
}
