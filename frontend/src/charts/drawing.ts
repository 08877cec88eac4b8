import { areaY, dot, line, type PlotOptions, rectY, ruleX, ruleY, text } from "@observablehq/plot";
import type { Words, YearHead } from "../desk/contract";
import type { DoubtBand } from "../desk/doubt";
import type { Drawing } from "../desk/pages";
import { drawn, tick } from "../words/figures";
import { shades, strokeOf } from "./colours";
import { type EndLabel, type Part, placed, type Point, type Reach } from "./lines";

export interface Look {
  width: number;
  /** The size of the page's text, which the drawing keeps to. */
  em: number;
  notation: Words;
  actual: string;
  planned: string;
  unit: string;
}

const lineWidth = 2.6;
const columnHalf = 0.3;
const whiskerHalf = 0.06;
const emHigh = 13;
const above = 2;
const below = 1.7;
const small = 0.857;
const labelWidth = 13;

/**
 * Lines and columns over the years. What has happened is a full line with full dots,
 * what is planned a broken one with hollow dots; where the first of two lines lies
 * above the second the space between is shaded. Where a line is in doubt the shade is its
 * range instead, and a column bears its own as a stroke.
 */
export function drawing(chart: Drawing, years: readonly YearHead[], look: Look, bands: readonly DoubtBand[] = []): PlotOptions {
  const { em, notation } = look;
  const height = emHigh * em;
  const { points, parts, whiskers, reaches, pairs, ends, low, high, lastActual } = placed(chart, years, (emHigh - above - below) / small, bands);
  const stroke = strokeOf(chart.lines.map(({ id }) => id));
  const fill = shades(chart.columns.map(({ id }) => id));
  const lines = new Set(chart.lines.map(({ id }) => id));
  const places = high < 20 ? 1 : 0;
  const labelled = ({ name, figure }: EndLabel) => `${name} ${drawn(figure, notation, places)}`;
  const at = { x: "at", y: "value", z: "series", stroke: (point: Point) => stroke(point.series) };
  const seam = lastActual + 0.5;
  const seamed = lastActual >= 0 && lastActual < years.length - 1;
  const frame = { frameAnchor: "top", dy: -em, fill: "var(--soft)" } as const;
  const ticked = (n: number) => tick(Number(n.toPrecision(9)), notation);
  const margin = Math.max(3, 0.52 * ticked(Math.ceil(high)).length + 1);
  return {
    width: look.width,
    height,
    marginTop: above * em,
    marginBottom: below * em,
    marginLeft: margin * em,
    marginRight: 12.5 * em,
    style: { fontSize: `${String(small * em)}px`, background: "none", overflow: "visible" },
    x: {
      type: "linear",
      domain: parts.length > 0 ? [-0.5, years.length - 0.5] : [0, Math.max(1, years.length - 1)],
      ticks: years.map((_, n) => n),
      tickFormat: (n: number) => years[n]?.label ?? "",
      tickSize: 0,
      label: null,
    },
    y: { domain: [low, high], ticks: 4, tickSize: 0, tickFormat: ticked, label: null, grid: false },
    marks: [
      ruleY([chart.base === "" ? 0 : Number(chart.base)], { stroke: "var(--firm)", strokeWidth: 1 }),
      ...(seamed ? [ruleX([seam], { stroke: "var(--firm)", strokeDasharray: "2 4" })] : []),
      areaY(pairs, { x: "at", y1: "lower", y2: "upper", fill: "var(--warm)", fillOpacity: 0.1 }),
      rectY(parts, {
        x1: (part: Part) => part.at - columnHalf,
        x2: (part: Part) => part.at + columnHalf,
        y1: "from",
        y2: "to",
        fill: (part: Part) => fill(part.series),
        stroke: "var(--paper)",
        strokeWidth: 0.8,
      }),
      ...whiskered(whiskers),
      areaY(reaches, { x: "at", y1: "from", y2: "to", z: "series", fill: (reach: Reach) => stroke(reach.series), fillOpacity: 0.16 }),
      line(points.filter((point) => point.actual), { ...at, strokeWidth: lineWidth }),
      line(points.filter((point) => point.planned), { ...at, strokeWidth: lineWidth, strokeDasharray: "7 4" }),
      dot(points, { ...at, r: 3.2, fill: (point: Point) => (point.actual ? stroke(point.series) : "var(--paper)"), strokeWidth: 1.6 }),
      text([look.unit], { ...frame, frameAnchor: "top-left", dx: -(margin - 0.4) * em, textAnchor: "start" }),
      ...(seamed
        ? [
            text([look.actual], { ...frame, x: [seam], dx: -8, textAnchor: "end" }),
            text([look.planned], { ...frame, x: [seam], dx: 8, textAnchor: "start" }),
          ]
        : []),
      text(ends, {
        x: (end: EndLabel) => end.at + (parts.length > 0 ? columnHalf : 0),
        y: "value",
        dx: 11,
        text: labelled,
        textAnchor: "start",
        lineWidth: labelWidth,
        lineHeight: 1.2,
        fill: (end: EndLabel) => (lines.has(end.series) ? stroke(end.series) : "var(--ink)"),
        fontWeight: 600,
      }),
    ],
  };
}

/** A stroke over a column from one end of its range to the other, with a bar across each end. */
function whiskered(whiskers: readonly Reach[]) {
  if (whiskers.length === 0) return [];
  const ends = whiskers.flatMap(({ at, from, to }) => [{ at, y: from }, { at, y: to }]);
  const pen = { stroke: "var(--ink)", strokeWidth: 1.4 };
  return [
    ruleX(whiskers, { x: "at", y1: "from", y2: "to", ...pen }),
    ruleY(ends, { y: "y", x1: ({ at }: { at: number }) => at - whiskerHalf, x2: ({ at }: { at: number }) => at + whiskerHalf, ...pen }),
  ];
}
