import { areaY, line, type PlotOptions, ruleY, text } from "@observablehq/plot";
import type { Words } from "../desk/contract";
import type { LossPoint } from "../desk/measures";
import { tick } from "../words/figures";

export interface CurveLook {
  width: number;
  em: number;
  notation: Words;
  /** What the two lines are called. */
  without: string;
  with: string;
  /** What is counted up and along. */
  chance: string;
  cost: string;
}

interface At {
  x: number;
  y: number;
}

const small = 0.857;
const high = 16;
const headroom = 1.12;
/** Where in the empty corner the key begins, as shares of the chart. */
const key = { from: 0.64, to: 0.7, text: 0.715, first: 1.04, second: 0.92 };

/**
 * The chance that the year costs more than an amount, without measures and with those
 * chosen. Where the two are the same there is one line.
 */
export function exceedance(points: readonly LossPoint[], look: CurveLook): PlotOptions {
  const { em, notation, width } = look;
  const without = points.map(({ amount, without: chance }) => ({ x: Number(amount), y: Number(chance) }));
  const chosen = points.map(({ amount, with: chance }) => ({ x: Number(amount), y: Number(chance) }));
  const two = points.some((point) => point.without !== point.with);
  const most = Math.max(1, ...without.map(({ x }) => x));
  const top = Math.max(0.01, ...without.map(({ y }) => y), ...chosen.map(({ y }) => y));
  const at = { x: "x", y: "y", curve: "monotone-x" } as const;
  const between = points.map((point) => ({ x: Number(point.amount), upper: Number(point.without), lower: Number(point.with) }));
  const lines = [
    { id: "without", name: look.without, all: without, stroke: "var(--warm)", dash: "7 4", y: key.first },
    ...(two ? [{ id: "with", name: look.with, all: chosen, stroke: "var(--accent)", dash: "", y: key.second }] : []),
  ];
  const percent = (share: number) => `${tick(Number((100 * share).toPrecision(6)), notation)}${notation.percent}`;
  const swatch = (y: number): At[] => [
    { x: key.from * most, y: y * top },
    { x: key.to * most, y: y * top },
  ];
  return {
    width,
    height: high * em,
    marginTop: 2 * em,
    marginBottom: 3.2 * em,
    marginLeft: 3.8 * em,
    marginRight: 1.6 * em,
    style: { fontSize: `${String(small * em)}px`, background: "none", overflow: "visible" },
    x: { domain: [0, most], ticks: Math.max(3, Math.min(6, Math.floor(width / (9 * em)))), tickSize: 0, tickFormat: (n: number) => tick(n, notation), label: null },
    y: { domain: [0, headroom * top], ticks: 4, tickSize: 0, tickFormat: percent, label: null },
    marks: [
      ruleY([0], { stroke: "var(--firm)", strokeWidth: 1 }),
      ...(two ? [areaY(between, { x: "x", y1: "lower", y2: "upper", curve: "monotone-x", fill: "var(--accent)", fillOpacity: 0.1 })] : []),
      ...lines.flatMap(({ name, all, stroke, dash, y }) => [
        line(all, { ...at, stroke, strokeWidth: 2.6, strokeDasharray: dash }),
        line(swatch(y), { x: "x", y: "y", stroke, strokeWidth: 2.6, strokeDasharray: dash }),
        text([{ x: key.text * most, y: y * top }], { x: "x", y: "y", text: () => name, textAnchor: "start", fill: stroke, fontWeight: 600 }),
      ]),
      text([look.chance], { frameAnchor: "top-left", dx: -3.4 * em, dy: -em, textAnchor: "start", fill: "var(--soft)" }),
      text([look.cost], { frameAnchor: "bottom-right", dy: 2.6 * em, textAnchor: "end", fill: "var(--soft)" }),
    ],
  };
}
