/** A cell's place in the grid, from 0. */
export interface Place {
  row: number;
  col: number;
}

/** Selected cells: from the anchor, where it began, to the head, where the focus is. */
export interface Range {
  anchor: Place;
  head: Place;
}

export interface Size {
  rows: number;
  cols: number;
}

export interface Bounds {
  top: number;
  bottom: number;
  start: number;
  end: number;
}

export function at(row: number, col: number): Range {
  return { anchor: { row, col }, head: { row, col } };
}

export function bounds({ anchor, head }: Range): Bounds {
  return {
    top: Math.min(anchor.row, head.row),
    bottom: Math.max(anchor.row, head.row),
    start: Math.min(anchor.col, head.col),
    end: Math.max(anchor.col, head.col),
  };
}

export function single({ anchor, head }: Range): boolean {
  return anchor.row === head.row && anchor.col === head.col;
}

/** Moves the head, and the anchor with it unless the range is to grow. */
export function move(range: Range, down: number, along: number, grow: boolean, size: Size): Range {
  return moveTo(range, range.head.row + down, range.head.col + along, grow, size);
}

export function moveTo(range: Range, row: number, col: number, grow: boolean, size: Size): Range {
  const head = { row: clamp(row, size.rows), col: clamp(col, size.cols) };
  return { anchor: grow ? range.anchor : head, head };
}

function clamp(n: number, count: number): number {
  return Math.max(0, Math.min(count - 1, n));
}

/** The next cell in reading order, or null past the ends, where Tab leaves the grid. */
export function step({ row, col }: Place, back: boolean, size: Size): Place | null {
  const n = row * size.cols + col + (back ? -1 : 1);
  if (n < 0 || n >= size.rows * size.cols) return null;
  return { row: Math.floor(n / size.cols), col: n % size.cols };
}

/** The first or the last of some, or the one it is. */
export function edge(to: "same" | "first" | "last", now: number, count: number): number {
  if (to === "same") return now;
  return to === "first" ? 0 : count - 1;
}
