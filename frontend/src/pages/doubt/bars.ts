import type { Swing } from "../../desk/doubt";

/** Part of a bar, in per cent of the axis: what the figure does when the input is low, or high. */
export interface BarPart {
  end: "low" | "high";
  from: number;
  to: number;
}

const room = 0.06;

/** Lays the bars on one axis that holds the widest of them and the figure as planned. */
export function barsOf(swings: readonly Swing[], basePlain: string): { base: number; all: BarPart[][] } {
  const base = Number(basePlain);
  const ends = swings.flatMap(({ lowPlain, highPlain }) => [Number(lowPlain), Number(highPlain)]);
  const [least, greatest] = [Math.min(base, ...ends), Math.max(base, ...ends)];
  const span = greatest - least || 1;
  const at = (value: number) => (100 * (value - least + span * room)) / (span * (1 + 2 * room));
  const part = (end: "low" | "high", value: number): BarPart => ({ end, from: at(Math.min(base, value)), to: at(Math.max(base, value)) });
  return { base: at(base), all: swings.map(({ lowPlain, highPlain }) => [part("low", Number(lowPlain)), part("high", Number(highPlain))]) };
}
