import type { CellEdit } from "../../desk/contract";
import type { SetItem } from "../../desk/pages";
import type { Block } from "./clipboard";
import { choicesOf, editable, type Layout, next, typed } from "./layout";
import { type Bounds, bounds, type Place, type Range } from "./range";

/** What a paste or a fill comes to: what to change and to add, and what had to be left out. */
export interface Changes {
  cells: CellEdit[];
  items: SetItem[];
  /** Rows for new items, from their name on. */
  added: string[][];
  beyond: number;
  calculated: number;
}

/** Lays a block into the sheet from the selection's first cell; a selection that is a
 * multiple of the block is filled with it. Rows that begin in the line for the next
 * item, and those after it, become new items. */
export function place(block: Block, range: Range, sheet: Layout): Changes {
  const to = bounds(range);
  const height = block.length;
  const width = block.reduce((most, row) => Math.max(most, row.length), 0);
  const changes = new Collector(sheet);
  if (height === 0 || width === 0) return changes.all();
  const down = repeats(to.bottom - to.top + 1, height);
  const along = repeats(to.end - to.start + 1, width);
  for (let row = 0; row < height * down; row++) {
    const texts = block[row % height] ?? [];
    if (to.start === 0 && changes.begins(to.top + row)) {
      changes.add(texts);
      continue;
    }
    for (let col = 0; col < width * along; col++) {
      const text = texts[col % width];
      if (text !== undefined) changes.set(to.top + row, to.start + col, text);
    }
  }
  return changes.all();
}

/** Lays the further texts of new items beside their names. */
export function complete(rows: readonly (readonly string[])[], items: readonly string[], sheet: Layout): Changes {
  const changes = new Collector(sheet);
  rows.forEach((texts, n) => {
    const row = sheet.lines.findIndex((line) => line.item !== "" && line.item === items[n]);
    texts.forEach((text, col) => {
      if (col > 0 && text !== "" && row >= 0) changes.set(row, col, text);
    });
  });
  return changes.all();
}

function repeats(selected: number, given: number): number {
  return selected > given && selected % given === 0 ? selected / given : 1;
}

/** Empties a selection. Names stay, and so do choices of which none is the empty one. */
export function clear(range: Range, sheet: Layout): Changes {
  return over(bounds(range), sheet, (row, col) => {
    const choices = choicesOf(sheet.columns[col], sheet.lines[row]?.cells[col]);
    const kept = col === 0 || (sheet.lines[row]?.cells[col]?.kind === "choice" && !choices.some(({ id }) => id === ""));
    return kept ? undefined : "";
  });
}

/** Copies the first row of the selection down; of a single cell, the one above. */
export function fillDown(range: Range, sheet: Layout, textOf: (at: Place) => string): Changes {
  const to = bounds(range);
  const from = to.top === to.bottom ? to.top - 1 : to.top;
  return over({ ...to, top: from + 1 }, sheet, (_, col) => textAt(sheet, from, col, textOf));
}

/** Copies the first column of the selection along; of a single cell, the one before. */
export function fillAlong(range: Range, sheet: Layout, textOf: (at: Place) => string): Changes {
  const to = bounds(range);
  const from = to.start === to.end ? to.start - 1 : to.start;
  return over({ ...to, start: from + 1 }, sheet, (row) => textAt(sheet, row, from, textOf));
}

function textAt(sheet: Layout, row: number, col: number, textOf: (at: Place) => string): string | undefined {
  const cell = sheet.lines[row]?.cells[col];
  return cell && cell.kind !== next ? textOf({ row, col }) : undefined;
}

function over(to: Bounds, sheet: Layout, text: (row: number, col: number) => string | undefined): Changes {
  const changes = new Collector(sheet);
  for (let row = to.top; row <= to.bottom; row++) {
    if (changes.begins(row)) break;
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
  readonly #items = new Map<string, SetItem>();
  readonly #added: string[][] = [];
  readonly #sheet: Layout;
  #beyond = 0;
  #calculated = 0;

  constructor(sheet: Layout) {
    this.#sheet = sheet;
  }

  /** Whether a row is the one for the next item, or beyond it. */
  begins(row: number): boolean {
    const at = this.#sheet.lines.findIndex((line) => line.id === next);
    return at >= 0 && row >= at;
  }

  add(texts: readonly string[]): void {
    if (texts.some((text) => text !== "")) this.#added.push([...texts]);
  }

  set(row: number, col: number, text: string): void {
    const cell = this.#sheet.lines[row]?.cells[col];
    if (!cell || (this.begins(row) && cell.kind !== next)) this.#beyond += 1;
    else if (!editable(cell)) this.#calculated += text === "" && cell.kind === "none" ? 0 : 1;
    else if (cell.kind === next) this.add([text]);
    else if (typed(cell)) {
      this.#cells.set(`${cell.input} ${String(cell.year)}`, { input: cell.input, year: cell.year, text });
    } else this.#items.set(cell.place, { place: cell.place, text });
  }

  all(): Changes {
    return {
      cells: [...this.#cells.values()],
      items: [...this.#items.values()],
      added: this.#added,
      beyond: this.#beyond,
      calculated: this.#calculated,
    };
  }
}
