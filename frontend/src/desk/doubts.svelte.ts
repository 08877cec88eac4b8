import { words } from "../words/words.svelte";
import type { CellEdit } from "./contract";
import type { Doubts, Previewed } from "./doubt";
import type { Door } from "./door";
import { later } from "./later";
import type { Session } from "./session.svelte";

/**
 * Ranges follow the figures: after an edit the figures are drawn first, then these are
 * asked for. While a figure is typed, what it would bring is asked for, one question at
 * a time. An answer that has been overtaken is passed over.
 */
export class Doubting {
  now = $state.raw<Doubts | null>(null);
  /** What the text being typed would bring; null while nothing is typed, or nothing that is a figure. */
  seen = $state.raw<Previewed | null>(null);
  readonly #door: Door;
  readonly #session: Session;
  #asked = 0;
  #typed: CellEdit | null = null;
  #asking = false;

  constructor(door: Door, session: Session) {
    this.#door = door;
    this.#session = session;
  }

  /** Asks anew, once the figures are on the screen. */
  follow(): void {
    const { view, step } = this.#session;
    const asked = ++this.#asked;
    this.seen = null;
    if (!view.open) {
      this.now = null;
      return;
    }
    const request = { page: step, language: words().language, scenario: view.scenario };
    later(() => void this.#ask(asked, request));
  }

  /** A figure is being typed, or no more: what was taken stays in view until it comes. */
  typing(cell: CellEdit | null): void {
    this.#typed = cell;
    if (cell) void this.#look();
    else if (this.#session.pending.size === 0) this.seen = null;
  }

  async #ask(asked: number, request: { page: string; language: string; scenario: string }): Promise<void> {
    if (asked !== this.#asked) return;
    // What cannot be drawn is left out; the figures themselves stand.
    const came = await this.#door.doubts(request).catch(() => null);
    if (asked === this.#asked) this.now = came;
  }

  /** Asks about what is typed until the answer is about what is typed now. */
  async #look(): Promise<void> {
    if (this.#asking) return;
    this.#asking = true;
    for (let cell = this.#typed; cell; cell = this.#typed === cell ? null : this.#typed) {
      const { view, step } = this.#session;
      const request = { language: words().language, scenario: view.scenario, page: step, stamp: 0, cells: [cell] };
      const came = await this.#door.preview(request).catch(() => null);
      if (this.#typed === cell) this.seen = came?.known ? came : null;
    }
    this.#asking = false;
  }
}
