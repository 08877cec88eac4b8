import { tick } from "svelte";
import type { Cell, CellEdit, TableRow } from "../../desk/contract";
import { type Changes, clear, editable, fillAlong, fillDown, place } from "./block";
import { readClip, writeHTML, writeTSV } from "./clipboard";
import { type Act, whileEditing, whileSelecting } from "./keys";
import { at, bounds, move, moveTo, type Place, type Range, single, type Size, step } from "./range";

/** Note is something to tell: a key of the words and the numbers in it. */
export interface Note {
  key: string;
  counts?: Readonly<Record<string, number>>;
}

/** Ports are what the grid needs from the page around it. */
export interface Ports {
  rows(): readonly TableRow[];
  rtl(): boolean;
  /** What a cell shows: on its way, held, or given. */
  shown(cell: Cell): string;
  /** A plain decimal in the reader's notation. */
  exact(plain: string): string;
  /** The sign at the end of a percentage. */
  percent(): string;
  /** Changes cells, and tells what had to be left out. */
  edit(cells: readonly CellEdit[], note?: Note): void;
  tell(note: Note): void;
  focus(place: Place): void;
}

interface Editing {
  place: Place;
  before: string;
  text: string;
}

/** Grid is the state of one table being edited: the selection, the cell typed into. */
export class Grid {
  range = $state.raw<Range>(at(0, 0));
  editing = $state<Editing | null>(null);
  readonly #ports: Ports;
  #leaving = false;
  #dragging = false;

  constructor(ports: Ports) {
    this.#ports = ports;
  }

  get size(): Size {
    const rows = this.#ports.rows();
    return { rows: rows.length, cols: rows[0]?.cells.length ?? 0 };
  }

  /** Keeps the selection inside a table that has shrunk. */
  get head(): Place {
    return moveTo(this.range, this.range.head.row, this.range.head.col, false, this.size).head;
  }

  keydown(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (this.editing) return this.#editingKey(event);
    const act = whileSelecting(event, this.#ports.rtl());
    if (act && this.#perform(act)) event.preventDefault();
  }

  /** Starts typing into the head cell: over it with a text, or into what it shows. */
  begin(text?: string): boolean {
    const { row, col } = this.head;
    const cell = this.#cell(row, col);
    if (!editable(cell)) {
      this.#ports.tell({ key: "page.grid.calculated" });
      return false;
    }
    const before = this.#ports.shown(cell);
    this.editing = { place: { row, col }, before, text: text ?? before };
    return true;
  }

  /** Ends typing; a text that is as it was changes nothing. */
  commit(): void {
    const done = this.editing;
    if (!done) return;
    this.editing = null;
    const cell = this.#cell(done.place.row, done.place.col);
    if (!cell || done.text.trim() === done.before) return;
    this.#ports.edit([{ input: cell.input, year: cell.year, text: done.text.trim() }]);
  }

  press(place: Place, grow: boolean): void {
    this.commit();
    this.#dragging = true;
    this.#select(moveTo(this.range, place.row, place.col, grow, this.size));
  }

  /** The focus came to a cell by other means than this grid's keys. */
  arrive(place: Place): void {
    const { row, col } = this.head;
    if (row !== place.row || col !== place.col) this.range = at(place.row, place.col);
  }

  drag(place: Place): void {
    if (this.#dragging) this.#select(moveTo(this.range, place.row, place.col, true, this.size));
  }

  release(): void {
    this.#dragging = false;
  }

  copy(event: ClipboardEvent): void {
    if (this.editing || !event.clipboardData) return;
    const { top, bottom, start, end } = bounds(this.range);
    const rows = this.#ports.rows().slice(top, bottom + 1);
    const block = rows.map((row) => row.cells.slice(start, end + 1).map((cell) => this.#copied(cell)));
    event.clipboardData.setData("text/plain", writeTSV(block, (plain) => this.#ports.exact(plain)));
    event.clipboardData.setData("text/html", writeHTML(block));
    event.preventDefault();
    this.#ports.tell({ key: "page.grid.copied" });
  }

  cut(event: ClipboardEvent): void {
    if (this.editing) return;
    this.copy(event);
    this.#ports.edit(clear(this.range, this.#ports.rows()).cells);
  }

  paste(event: ClipboardEvent): void {
    if (this.editing || !event.clipboardData) return;
    event.preventDefault();
    const block = readClip(event.clipboardData, (plain) => this.#ports.exact(plain));
    const changes = place(block, this.range, this.#ports.rows());
    this.#spread(block.length, Math.max(0, ...block.map((row) => row.length)));
    this.#apply(changes);
  }

  #editingKey(event: KeyboardEvent): void {
    const leaves = (event.ctrlKey || event.metaKey) && /^[so]$/i.test(event.key);
    if (leaves) return this.commit();
    const act = whileEditing(event);
    if (!act) return;
    event.preventDefault();
    if (act.do === "cancel") this.editing = null;
    else this.commit();
    const back = event.shiftKey;
    if (act.do === "cancel") this.#select(this.range);
    else if (event.key === "Enter") this.#select(move(this.range, back ? -1 : 1, 0, false, this.size));
    else if (!this.#step(back)) this.#select(this.range);
  }

  #perform(act: Act): boolean {
    const leaving = this.#leaving;
    this.#leaving = act.do === "leave";
    switch (act.do) {
      case "move":
        return this.#select(move(this.range, act.down, act.along, act.grow, this.size));
      case "go": {
        const { rows, cols } = this.size;
        const row = end(act.row, this.head.row, rows);
        return this.#select(moveTo(this.range, row, end(act.col, this.head.col, cols), act.grow, this.size));
      }
      case "step":
        return !leaving && this.#step(act.back);
      case "type":
        return !this.begin(act.text) || act.text !== "";
      case "edit":
        this.begin();
        return true;
      case "clear":
        return this.#apply(clear(this.range, this.#ports.rows()));
      case "fill down":
        return this.#apply(fillDown(this.range, this.#ports.rows(), (cell) => this.#exactly(cell)));
      case "fill along":
        return this.#apply(fillAlong(this.range, this.#ports.rows(), (cell) => this.#exactly(cell)));
      case "select all":
        return this.#select({ anchor: { row: 0, col: 0 }, head: { row: this.size.rows - 1, col: this.size.cols - 1 } });
    }
    return false;
  }

  #apply(changes: Changes): boolean {
    const { cells, beyond, calculated } = changes;
    const left = beyond > 0 || calculated > 0;
    if (left) this.#ports.edit(cells, { key: "page.grid.left", counts: { changed: cells.length, beyond, calculated } });
    else this.#ports.edit(cells);
    return true;
  }

  #step(back: boolean): boolean {
    const next = step(this.head, back, this.size);
    return next !== null && this.#select(at(next.row, next.col));
  }

  /** Selects what has just been pasted, as far as the table goes. */
  #spread(height: number, width: number): void {
    const { top, start } = bounds(this.range);
    if (height === 0 || !single(this.range)) return;
    const from = at(top, start);
    const last = moveTo(from, top + height - 1, start + width - 1, false, this.size).head;
    this.range = { anchor: last, head: from.head };
  }

  #select(range: Range): boolean {
    this.range = range;
    void tick().then(() => {
      this.#ports.focus(this.head);
    });
    return true;
  }

  #cell(row: number, col: number): Cell | undefined {
    return this.#ports.rows()[row]?.cells[col];
  }

  /**
   * What a cell gives away: its text and, where that is its own, the exact figure. A
   * percentage goes as its text: its cells take 10% or 10, and 0.1 would be a tenth
   * of one per cent.
   */
  #copied(cell: Cell): { text: string; plain: string } {
    const text = this.#ports.shown(cell);
    const own = text === cell.text && !text.endsWith(this.#ports.percent());
    return { text, plain: own ? cell.plain : "" };
  }

  #exactly(cell: Cell): string {
    const { text, plain } = this.#copied(cell);
    return plain === "" ? text : this.#ports.exact(plain);
  }
}

function end(to: "same" | "first" | "last", now: number, count: number): number {
  if (to === "same") return now;
  return to === "first" ? 0 : count - 1;
}
