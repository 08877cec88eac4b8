import { tick } from "svelte";
import type { GridCell } from "../../desk/pages";
import { type Changes, clear, fillAlong, fillDown, place } from "./block";
import { readClip, writeHTML, writeTSV } from "./clipboard";
import { type Act, whileEditing, whileSelecting } from "./keys";
import { editable, next, typed } from "./layout";
import type { Ports } from "./ports";
import { exactly, given } from "./given";
import { at, bounds, edge, move, moveTo, type Place, type Range, single, type Size, step } from "./range";

/** Editing is the cell being typed into. */
export interface Editing {
  place: Place;
  before: string;
  text: string;
  /** It began with a typed letter, which stands in place of what was there. */
  over: boolean;
  /** All of the text is selected, so that the first letter replaces it. */
  whole: boolean;
}

const nothing = { cells: [], items: [], added: [] };

/** Sheet is the state of one table being edited: the selection, the cell typed into. */
export class Sheet {
  range = $state.raw<Range>(at(0, 0));
  editing = $state<Editing | null>(null);
  /** The cell under the mouse. */
  hover = $state.raw<Place | null>(null);
  /** The focus is in this sheet, not in another one or elsewhere. */
  focused = $state(false);
  readonly #ports: Ports;
  readonly #head = $derived(moveTo(this.range, this.range.head.row, this.range.head.col, false, this.size).head);
  #leaving = false;
  #dragging = false;

  constructor(ports: Ports) {
    this.#ports = ports;
  }

  get size(): Size {
    const { lines, columns } = this.#ports.layout();
    return { rows: lines.length, cols: columns.length };
  }

  /** Keeps the selection inside a table that has shrunk. */
  get head(): Place {
    return this.#head;
  }

  keydown(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (this.editing) return this.#editingKey(event);
    const act = whileSelecting(event, this.#ports.rtl(), this.#cell(this.head)?.kind === "switch");
    if (act && this.#perform(act)) event.preventDefault();
  }

  /** Starts typing into the head cell: over it with a text, or into what it shows. */
  begin(text?: string, whole = false): boolean {
    const place = this.head;
    const cell = this.#cell(place);
    if (!cell || !editable(cell)) {
      if (cell?.kind === "calculated") this.#ports.tell({ key: "page.grid.calculated" });
      return false;
    }
    if (cell.kind === "switch") return this.#switch(place, text);
    const before = this.#ports.shown(place);
    this.editing = { place, before, text: text ?? before, over: text !== undefined, whole };
    return true;
  }

  /** A switch is not typed into: it turns over, or goes where a typed 1 or 0 puts it; the space bar turns it too. */
  #switch(place: Place, text?: string): boolean {
    const now = this.#ports.shown(place) === "1" ? "1" : "0";
    const to = text === undefined || text === " " ? (now === "1" ? "0" : "1") : text;
    if (to === "1" || to === "0") {
      if (to !== now) this.#put(place, to);
      return true;
    }
    return text !== "";
  }

  /** Ends typing; a text that is as it was changes nothing. */
  commit(): void {
    const done = this.editing;
    if (!done) return;
    this.editing = null;
    const text = done.text.trim();
    if (text !== done.before) this.#put(done.place, text);
  }

  cancel(): void {
    this.editing = null;
  }

  /** Ends choosing; what was chosen already changes nothing. */
  choose(id: string): void {
    const done = this.editing;
    this.editing = null;
    this.#select(this.range);
    if (done && id !== this.#cell(done.place)?.value) this.#put(done.place, id);
  }

  #put(at: Place, text: string): void {
    const cell = this.#cell(at);
    if (!cell || !editable(cell)) return;
    if (cell.kind === next) this.#ports.change({ ...nothing, added: text === "" ? [] : [[text]] });
    else if (typed(cell)) this.#ports.change({ ...nothing, cells: [{ input: cell.input, year: cell.year, text }] });
    else this.#ports.change({ ...nothing, items: [{ place: cell.place, text }] });
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
    const rows = this.#ports.layout().lines.slice(top, bottom + 1).filter((line) => line.id !== next);
    const block = rows.map((line, row) =>
      line.cells.slice(start, end + 1).map((_, col) => given({ row: top + row, col: start + col }, this.#ports)),
    );
    event.clipboardData.setData("text/plain", writeTSV(block, (plain) => this.#ports.exact(plain)));
    event.clipboardData.setData("text/html", writeHTML(block));
    event.preventDefault();
    this.#ports.tell({ key: "page.grid.copied" });
  }

  cut(event: ClipboardEvent): void {
    if (this.editing) return;
    this.copy(event);
    this.#ports.change(clear(this.range, this.#ports.layout()));
  }

  paste(event: ClipboardEvent): void {
    if (this.editing || !event.clipboardData) return;
    event.preventDefault();
    const block = readClip(event.clipboardData, (plain) => this.#ports.exact(plain));
    const changes = place(block, this.range, this.#ports.layout());
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
        const row = edge(act.row, this.head.row, rows);
        return this.#select(moveTo(this.range, row, edge(act.col, this.head.col, cols), act.grow, this.size));
      }
      case "step":
        return !leaving && this.#step(act.back);
      case "type":
        return !this.begin(act.text) || act.text !== "";
      case "edit":
        this.begin();
        return true;
      case "clear":
        return this.#apply(clear(this.range, this.#ports.layout()));
      case "fill down":
        return this.#apply(fillDown(this.range, this.#ports.layout(), (at) => exactly(at, this.#ports)));
      case "fill along":
        return this.#apply(fillAlong(this.range, this.#ports.layout(), (at) => exactly(at, this.#ports)));
      case "why":
      case "menu":
        this.#ports[act.do](this.head);
        return true;
      case "select all":
        return this.#select({ anchor: { row: 0, col: 0 }, head: { row: this.size.rows - 1, col: this.size.cols - 1 } });
    }
    return false;
  }

  #apply(changes: Changes): boolean {
    const { cells, items, added, beyond, calculated } = changes;
    const changed = cells.length + items.length + added.length;
    const left = beyond > 0 || calculated > 0;
    if (left) this.#ports.change(changes, { key: "page.grid.left", counts: { changed, beyond, calculated } });
    else this.#ports.change(changes);
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

  select(place: Place): void {
    this.#select(at(place.row, place.col));
  }

  #select(range: Range): boolean {
    this.range = range;
    void tick().then(() => {
      if (!this.editing) this.#ports.focus(this.head);
    });
    return true;
  }

  #cell({ row, col }: Place): GridCell | undefined {
    return this.#ports.layout().lines[row]?.cells[col];
  }
}
