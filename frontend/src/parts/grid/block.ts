import type { Cell, CellEdit, TableRow } from "../../desk/contract";
import type { Block } from "./clipboard";
import { type Bounds, bounds, type Range } from "./range";

/** What a paste or a fill comes to: the cells to change, and what had to be left out. */
export interface Changes {
  cells: CellEdit[];
  beyond: number;
  calculated: number;
}

type Rows = readonly TableRow[];

export function editable(cell: Cell | undefined): cell is Cell {
  return cell !== undefined && cell.input !== "";
}

/** Lays a block into the grid from the selection's first cell; a selection that is a
 * multiple of the block is filled with it. */
export function place(block: Block, range: Range, rows: Rows): Changes {
  const to = bounds(range);
  const height = block.length;
  const width = block.reduce((most, row) => Math.max(most, row.length), 0);
  if (height === 0 || width === 0) return { cells: [], beyond: 0, calculated: 0 };
  const down = repeats(to.bottom - to.top + 1, height);
  const along = repeats(to.end - to.start + 1, width);
  const changes = new Collector(rows);
  for (let row = 0; row < height * down; row++) {
    const texts = block[row % height] ?? [];
    for (let col = 0; col < width * along; col++) {
      const text = texts[col % width];
      if (text !== undefined) changes.set(to.top + row, to.start + col, text);
    }
  }
  return changes.all();
}

function repeats(selected: number, given: number): number {
  return selected > given && selected % given === 0 ? selected / given : 1;
}

export function clear(range: Range, rows: Rows): Changes {
  return over(bounds(range), rows, () => "");
}

/** Copies the first row of the selection down; of a single cell, the one above. */
export function fillDown(range: Range, rows: Rows, textOf: (cell: Cell) => string): Changes {
  const to = bounds(range);
  const from = to.top === to.bottom ? to.top - 1 : to.top;
  return over({ ...to, top: from + 1 }, rows, (_, col) => textAt(rows, from, col, textOf));
}

/** Copies the first column of the selection along; of a single cell, the one before. */
export function fillAlong(range: Range, rows: Rows, textOf: (cell: Cell) => string): Changes {
  const to = bounds(range);
  const from = to.start === to.end ? to.start - 1 : to.start;
  return over({ ...to, start: from + 1 }, rows, (row) => textAt(rows, row, from, textOf));
}

function textAt(rows: Rows, row: number, col: number, textOf: (cell: Cell) => string): string | undefined {
  const cell = rows[row]?.cells[col];
  return cell && textOf(cell);
}

function over(to: Bounds, rows: Rows, text: (row: number, col: number) => string | undefined): Changes {
  const changes = new Collector(rows);
  for (let row = to.top; row <= to.bottom; row++) {
    for (let col = to.start; col <= to.end; col++) {
      const given = text(row, col);
      if (given !== undefined) changes.set(row, col, given);
    }
  }
  return changes.all();
}

/** Gathers changes; cells that show the same input count once, the last text wins. */
class Collector {
  readonly #cells = new Map<string, CellEdit>();
  readonly #rows: Rows;
  #beyond = 0;
  #calculated = 0;

  constructor(rows: Rows) {
    this.#rows = rows;
  }

  set(row: number, col: number, text: string): void {
    const cell = this.#rows[row]?.cells[col];
    if (!cell) this.#beyond += 1;
    else if (!editable(cell)) this.#calculated += 1;
    else this.#cells.set(`${cell.input} ${String(cell.year)}`, { input: cell.input, year: cell.year, text });
  }

  all(): Changes {
    return { cells: [...this.#cells.values()], beyond: this.#beyond, calculated: this.#calculated };
  }
}
