import { type Column, editable, type Layout, type Line } from "./layout";

/** In rem: what stands beside a figure or a text in its cell, and how wide a letter is about. */
const beside = { sign: 2.05, none: 1.2 };
const around = 1.1;
const letter = { head: 0.52, text: 0.5, capital: 0.74 };
const year = 4.6;
const text = { least: 4.6, most: 10, loose: 25, read: 11 };

/**
 * The widths of all columns but the name's, as style: each at least as wide as what
 * stands in it, the rest of the room shared. Every line is laid out by itself, so they
 * are reckoned from the texts and do not hang on which lines are in sight.
 */
export function tracksOf({ columns, lines }: Pick<Layout, "columns" | "lines">): string {
  const loose = columns.every((column) => column.kind !== "year");
  const tracks = columns.slice(1).map((column, n) => trackOf(column, lines, n + 1, loose));
  const least = tracks.map((track) => track.least);
  return `--tracks: ${tracks.map((track) => `minmax(${track.least}, ${track.share}fr)`).join(" ")}; --least: ${least.length > 0 ? least.join(" + ") : "0rem"}`;
}

function trackOf(column: Column, lines: readonly Line[], col: number, loose: boolean): { least: string; share: string } {
  const word = Math.max(...column.label.split(/\s/).map((each) => each.length)) * letter.head + around;
  const cells = lines.flatMap((line) => line.cells[col] ?? []);
  if (column.kind === "year" || column.kind === "figure") {
    const signed = cells.some((cell) => editable(cell) && cell.grade !== "");
    const digits = Math.max(0, ...cells.map((cell) => digitsWide(cell.text || cell.placeholder)));
    return { least: `max(${rem(Math.max(year, word))}, ${digits.toFixed(1)}ch + ${rem(signed ? beside.sign : beside.none)})`, share: "1" };
  }
  const longest = Math.max(0, ...cells.map((cell) => (cell.text || cell.placeholder).length));
  const read = cells.every((cell) => cell.kind === "none"); // such texts run over several lines
  const whole = Math.max(word, Math.min(longest * letter.text + around, loose ? text.loose : text.most), text.least);
  const spoken = Math.max(0, ...cells.flatMap((cell) => cell.text.split(/\s/)).map((each) => each.length)) * letter.capital + around;
  const wide = read ? Math.max(word, Math.min(spoken, text.read), Math.min(whole, text.read)) : whole;
  return { least: rem(wide), share: Math.max(1, whole / year).toFixed(2) };
}

/** In digits, which are all as wide: what parts them is narrower, and a bold one wider. */
function digitsWide(figure: string): number {
  let wide = 0;
  for (const sign of figure) wide += /[.,\s'’٫٬]/u.test(sign) ? 0.5 : sign === "%" ? 1.6 : 1.02;
  return wide;
}

function rem(n: number): string {
  return `${n.toFixed(2)}rem`;
}
