import { axisY, barX, type PlotOptions, ruleX, text } from "@observablehq/plot";
import type { Words } from "../desk/contract";
import { tick } from "../words/figures";

export interface Bars {
  name: string;
  values: readonly string[];
  /** The same as they are written. */
  texts: readonly string[];
}

export interface BarsLook {
  width: number;
  em: number;
  notation: Words;
}

interface Bar {
  at: string;
  value: number;
  text: string;
  fill: string;
}

const small = 0.857;
const rowHigh = 2.5;
const labelWide = 18;
const fills = ["color-mix(in srgb, var(--accent) 35%, var(--paper))", "color-mix(in srgb, var(--accent) 80%, var(--paper))"];

/** Bars to either side of nought, one under the other as they came; each bears its figure. */
export function tornado(categories: readonly string[], series: readonly Bars[], { width, em, notation }: BarsLook): PlotOptions {
  // Two of the same name are two bars: each has its place by its number.
  const places = categories.map((_, n) => String(n));
  const bars = series.flatMap(({ values, texts }, n) =>
    places.flatMap((at, i): Bar[] => {
      const value = values[i] ?? "";
      return value === "" || Number(value) === 0 ? [] : [{ at, value: Number(value), text: texts[i] ?? "", fill: fills[n % fills.length] ?? "" }];
    }),
  );
  const ends = (side: -1 | 1) =>
    text(bars.filter(({ value }) => Math.sign(value) === side), { x: "value", y: "at", text: "text", dx: side * 0.4 * em, textAnchor: side < 0 ? "end" : "start" });
  return {
    width,
    height: (rowHigh * categories.length + 3) * em,
    marginTop: 0.6 * em,
    marginBottom: 2.2 * em,
    marginLeft: (labelWide + 1) * em * small,
    marginRight: 2 * em,
    style: { fontSize: `${String(small * em)}px`, background: "none", overflow: "visible" },
    x: { inset: 5 * em, ticks: Math.max(2, Math.min(6, Math.floor(width / (12 * em)))), tickSize: 0, tickFormat: (n: number) => tick(n, notation), label: null },
    y: { domain: places, padding: 0.3, label: null },
    marks: [
      axisY({ tickSize: 0, label: null, lineWidth: labelWide, tickFormat: (at: string) => categories[Number(at)] ?? "" }),
      barX(bars, { x: "value", y: "at", fill: "fill" }),
      ruleX([0], { stroke: "var(--firm)" }),
      ends(-1),
      ends(1),
    ],
  };
}
