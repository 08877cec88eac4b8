import type { ChartData, YearHead } from "../desk/contract";

/** A point of a line; the last actual one begins the planned part too. */
export interface Point {
  series: string;
  at: number;
  value: number;
  actual: boolean;
  planned: boolean;
}

export interface EndLabel {
  series: string;
  name: string;
  /** The figure it ends at, as it came. */
  figure: string;
  at: number;
  value: number;
}

export interface Lines {
  points: Point[];
  /** The years in which both lines stand, for the space between them. */
  pairs: { at: number; workload: number; budget: number }[];
  ends: EndLabel[];
  low: number;
  high: number;
  lastActual: number;
}

/** In lines of text: a name may take two. */
const labelHeight = 2.4;
const headroom = 0.08;
const leastSpan = 10;

/** Places texts on scales; only the drawing is made of numbers. */
export function readLines(chart: ChartData, years: readonly YearHead[], lines: number): Lines {
  const lastActual = years.findLastIndex((year) => year.actual);
  const points = chart.series.flatMap(({ id, points: texts }) =>
    texts.flatMap((text, at): Point[] => {
      if (text === "") return [];
      return [{ series: id, at, value: Number(text), actual: at <= lastActual, planned: at >= lastActual }];
    }),
  );
  const values = [100, ...points.map((point) => point.value)];
  const span = Math.max(...values) - Math.min(...values);
  const room = Math.max(span * headroom, (leastSpan - span) / 2);
  const low = Math.max(0, Math.min(...values) - room);
  const high = Math.max(...values) + room;
  const ends = chart.series.flatMap(({ id, name, points: texts }): EndLabel[] => {
    const last = points.findLast((point) => point.series === id);
    return last ? [{ series: id, name, figure: texts[last.at] ?? "", at: last.at, value: last.value }] : [];
  });
  return {
    points,
    pairs: pair(points, years.length),
    ends: apart(ends, ((high - low) * labelHeight) / lines),
    low,
    high,
    lastActual,
  };
}

function pair(points: readonly Point[], count: number): Lines["pairs"] {
  const value = (series: string, at: number) =>
    points.find((point) => point.series === series && point.at === at)?.value;
  return Array.from({ length: count }, (_, at) => {
    const workload = value("workload", at);
    const budget = value("budget", at);
    return workload === undefined || budget === undefined ? [] : [{ at, workload, budget }];
  }).flat();
}

/** Moves end labels away from each other so that they can be read. */
function apart(ends: readonly EndLabel[], least: number): EndLabel[] {
  const [first, second] = ends;
  if (!first || !second || Math.abs(first.value - second.value) >= least) return [...ends];
  const shift = (least - Math.abs(first.value - second.value)) / 2;
  const up = first.value >= second.value ? shift : -shift;
  return [
    { ...first, value: first.value + up },
    { ...second, value: second.value - up },
  ];
}
