import type { Series, YearHead } from "../desk/contract";
import type { DoubtBand } from "../desk/doubt";
import type { Drawing } from "../desk/pages";

/** A point of a line; the last actual one begins the planned part too. */
export interface Point {
  series: string;
  at: number;
  value: number;
  actual: boolean;
  planned: boolean;
}

/** A part of a column, standing on those before it. */
export interface Part {
  series: string;
  at: number;
  from: number;
  to: number;
}

export interface EndLabel {
  series: string;
  name: string;
  /** The figure it ends at, as it came. */
  figure: string;
  at: number;
  value: number;
}

/** How far a line may lie to either side: one case in ten below, one in ten above. */
export interface Reach {
  series: string;
  at: number;
  from: number;
  to: number;
}

export interface Placed {
  points: Point[];
  reaches: Reach[];
  parts: Part[];
  /** How far the end of a column may lie to either side. */
  whiskers: Reach[];
  /** The years in which both of two lines stand, for the space where the first lies above. */
  pairs: { at: number; upper: number; lower: number }[];
  ends: EndLabel[];
  low: number;
  high: number;
  lastActual: number;
}

/** In lines of text: a name of more letters than fit into one takes several. */
const labelHeight = { first: 1.35, further: 1.15 };
const lettersInLine = 24;
const headroom = 0.08;
const leastSpan = 10;
const thousand = 1000;

/** Leaves out the years before and after those of which a chart says anything. */
export function trimmed(
  chart: Drawing,
  years: readonly YearHead[],
  bands: readonly DoubtBand[] = [],
): { chart: Drawing; years: readonly YearHead[]; bands: readonly DoubtBand[] } {
  const all = [...chart.lines, ...chart.columns];
  const says = years.map((_, at) => all.some(({ points }) => (points[at] ?? "") !== ""));
  const [from, to] = [says.indexOf(true), says.lastIndexOf(true) + 1];
  if (from < 0) return { chart, years, bands };
  const cut = (series: readonly Series[]) => series.map((each) => ({ ...each, points: each.points.slice(from, to) }));
  return {
    chart: { ...chart, lines: cut(chart.lines), columns: cut(chart.columns) },
    years: years.slice(from, to),
    bands: bands.map(({ series, low, high }) => ({ series, low: low.slice(from, to), high: high.slice(from, to) })),
  };
}

/** Places texts on scales; only the drawing is made of numbers. */
export function placed(chart: Drawing, years: readonly YearHead[], lines: number, bands: readonly DoubtBand[] = []): Placed {
  const lastActual = years.findLastIndex((year) => year.actual);
  const points = chart.lines.flatMap((series) =>
    read(series).map(({ at, value }): Point => {
      return { series: series.id, at, value, actual: at <= lastActual, planned: at >= lastActual };
    }),
  );
  const parts = stack(chart.columns, years.length);
  const standing = new Set(chart.columns.map(({ id }) => id));
  const reaches = bands.filter(({ series }) => !standing.has(series)).flatMap((band) => reachOf(band, points, lastActual));
  const whiskers = bands.filter(({ series }) => standing.has(series)).flatMap((band) => reachOf(band, [], lastActual));
  const { low, high } = reach(chart, points, parts, [...reaches, ...whiskers]);
  return {
    points,
    reaches,
    parts,
    whiskers,
    pairs: reaches.length > 0 ? [] : pair(chart.lines, years.length),
    ends: apart([...lineEnds(chart.lines), ...columnEnds(chart.columns, parts)], (high - low) / lines, low, high),
    low,
    high,
    lastActual,
  };
}

/** Figures in thousands and more are read without a fraction; an index and a few people with one. */
export function placesOf({ lines, columns }: Drawing): number {
  const largest = Math.max(0, ...[...lines, ...columns].flatMap(read).map(({ value }) => Math.abs(value)));
  return largest >= thousand ? 0 : 1;
}

function read({ points }: Series): { at: number; value: number }[] {
  return points.flatMap((text, at) => (text === "" ? [] : [{ at, value: Number(text) }]));
}

/** A range opens at the last year that has happened, where nothing is in doubt. */
function reachOf({ series, low, high }: DoubtBand, points: readonly Point[], lastActual: number): Reach[] {
  const known = points.find((point) => point.series === series && point.at === lastActual);
  const begin = known && (low[lastActual] ?? "") === "" ? [{ series, at: lastActual, from: known.value, to: known.value }] : [];
  const rest = low.flatMap((from, at) => (from === "" ? [] : [{ series, at, from: Number(from), to: Number(high[at] ?? from) }]));
  return [...begin, ...rest].sort((a, b) => a.at - b.at);
}

/** Columns begin at nought; an index is drawn as near as its figures allow. */
function reach(chart: Drawing, points: readonly Point[], parts: readonly Part[], reaches: readonly Reach[]): { low: number; high: number } {
  const base = chart.base === "" ? [0] : [Number(chart.base)];
  const values = [...base, ...points.map((point) => point.value), ...parts.map((part) => part.to), ...reaches.flatMap(({ from, to }) => [from, to])];
  const span = Math.max(...values) - Math.min(...values);
  const room = chart.base === "" ? (span || 1) * headroom : Math.max(span * headroom, (leastSpan - span) / 2);
  const low = chart.base === "" ? Math.min(0, ...values) : Math.max(0, Math.min(...values) - room);
  return { low, high: Math.max(...values) + room };
}

function stack(columns: readonly Series[], count: number): Part[] {
  const tops = Array.from({ length: count }, () => 0);
  return columns.flatMap((series) =>
    read(series).map(({ at, value }): Part => {
      const from = tops[at] ?? 0;
      tops[at] = from + value;
      return { series: series.id, at, from, to: from + value };
    }),
  );
}

function pair([first, second, ...more]: readonly Series[], count: number): Placed["pairs"] {
  if (!first || !second || more.length > 0) return [];
  return Array.from({ length: count }, (_, at) => {
    const upper = first.points[at] ?? "";
    const lower = second.points[at] ?? "";
    return upper === "" || lower === "" ? [] : [{ at, upper: Number(upper), lower: Number(lower) }];
  }).flat();
}

function lineEnds(lines: readonly Series[]): EndLabel[] {
  return lines.flatMap((series): EndLabel[] => {
    const last = read(series).at(-1);
    return last ? [{ series: series.id, name: series.name, figure: series.points[last.at] ?? "", ...last }] : [];
  });
}

/** Columns are named at the last of them, each part at its middle; an empty part has no name. */
function columnEnds(columns: readonly Series[], parts: readonly Part[]): EndLabel[] {
  const last = Math.max(-1, ...parts.map((part) => part.at));
  return columns.flatMap(({ id, name, points }): EndLabel[] => {
    const part = parts.find((each) => each.series === id && each.at === last);
    if (!part || part.from === part.to) return [];
    return [{ series: id, name, figure: points[last] ?? "", at: last, value: (part.from + part.to) / 2 }];
  });
}

interface Group {
  labels: EndLabel[];
  middle: number;
  height: number;
}

/** Moves end labels away from each other so that they can be read, and keeps them on the chart. */
function apart(ends: readonly EndLabel[], line: number, low: number, high: number): EndLabel[] {
  const groups: Group[] = [];
  for (const label of [...ends].sort((a, b) => a.value - b.value)) {
    let group = grouped([label], line, low, high);
    for (let below = groups.at(-1); below && overlap(below, group); below = groups.at(-1)) {
      groups.pop();
      group = grouped([...below.labels, ...group.labels], line, low, high);
    }
    groups.push(group);
  }
  return groups.flatMap(({ labels, middle, height }) => {
    let at = middle - height / 2;
    return labels.map((label) => {
      const own = tall(label, line);
      at += own;
      return { ...label, value: at - own / 2 };
    });
  });
}

/** Labels one over another, about where they belong. */
function grouped(labels: EndLabel[], line: number, low: number, high: number): Group {
  const height = labels.reduce((sum, label) => sum + tall(label, line), 0);
  const wanted = labels.reduce((sum, label) => sum + label.value, 0) / labels.length;
  const middle = Math.max(Math.min(wanted, high - height / 2), low + height / 2);
  return { labels, middle, height };
}

function tall({ name, figure }: EndLabel, line: number): number {
  const lines = Math.max(1, Math.ceil((name.length + whole(figure)) / lettersInLine));
  return line * (labelHeight.first + (lines - 1) * labelHeight.further);
}

function whole(figure: string): number {
  const end = figure.indexOf(".");
  return end < 0 ? figure.length : end;
}

function overlap(below: Group, above: Group): boolean {
  return above.middle - below.middle < (below.height + above.height) / 2;
}
