import { dot, line, type PlotOptions, ruleY, text } from "@observablehq/plot";
import type { Words } from "../desk/contract";
import type { AdviceShare } from "../desk/measures";
import { tick } from "../words/figures";

export interface WorthLook {
  width: number;
  em: number;
  notation: Words;
  /** What is counted up and along. */
  worth: string;
  money: string;
}

interface Spot {
  at: number;
  value: number;
  label: string;
  worth: string;
}

const small = 0.857;
const high = 13;
const headroom = 1.3;

/** The worth at one end of the line; those between stand in the list beside it. */
function label(spots: readonly Spot[], textAnchor: "start" | "end", em: number) {
  return text(spots, { x: "at", y: "value", text: "worth", dy: -1.3 * em, textAnchor, fill: "var(--accent)", fontWeight: 600 });
}

/** What the best choice is worth at each share of the money. */
export function worthOf(shares: readonly AdviceShare[], look: WorthLook): PlotOptions {
  const { em, notation } = look;
  const spots = shares.map(({ percent, plain, label, worth }): Spot => ({ at: percent, value: Number(plain), label, worth }));
  const most = Math.max(1, ...spots.map(({ value }) => value));
  const least = Math.min(0, ...spots.map(({ value }) => value));
  const ats = spots.map(({ at }) => at);
  const ticked = (n: number) => tick(n, notation);
  const margin = Math.max(3, 0.52 * ticked(Math.ceil(most)).length + 1);
  return {
    width: look.width,
    height: high * em,
    marginTop: 2 * em,
    marginBottom: 3.2 * em,
    marginLeft: margin * em,
    marginRight: 4 * em,
    style: { fontSize: `${String(small * em)}px`, background: "none", overflow: "visible" },
    x: { domain: [Math.min(...ats) - 8, Math.max(...ats) + 8], ticks: ats, tickSize: 0, tickFormat: (n: number) => spots.find(({ at }) => at === n)?.label ?? "", label: null },
    y: { domain: [least, headroom * most], ticks: 4, tickSize: 0, tickFormat: ticked, label: null },
    marks: [
      ruleY([0], { stroke: "var(--firm)", strokeWidth: 1 }),
      line(spots, { x: "at", y: "value", stroke: "var(--accent)", strokeWidth: 2.6 }),
      dot(spots, { x: "at", y: "value", r: 3.6, fill: "var(--accent)" }),
      ...(spots.length > 1 ? [label(spots.slice(0, 1), "start", em)] : []),
      label(spots.slice(-1), "end", em),
      text([look.worth], { frameAnchor: "top-left", dx: -(margin - 0.4) * em, dy: -em, textAnchor: "start", fill: "var(--soft)" }),
      text([look.money], { frameAnchor: "bottom-right", dy: 2.6 * em, textAnchor: "end", fill: "var(--soft)" }),
    ],
  };
}
