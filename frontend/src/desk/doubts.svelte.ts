import { words } from "../words/words.svelte";
import type { Doubts } from "./doubt";
import type { Door } from "./door";
import type { Session } from "./session.svelte";

/**
 * Ranges follow the figures: after an edit the figures are drawn first, then these are
 * asked for. An answer that has been overtaken by another edit is passed over.
 */
export class Doubting {
  now = $state.raw<Doubts | null>(null);
  readonly #door: Door;
  readonly #session: Session;
  #asked = 0;

  constructor(door: Door, session: Session) {
    this.#door = door;
    this.#session = session;
  }

  /** Asks anew, once the figures are on the screen. */
  follow(): void {
    const { view, step } = this.#session;
    const asked = ++this.#asked;
    if (!view.open) {
      this.now = null;
      return;
    }
    const request = { page: step, language: words().language, scenario: view.scenario };
    requestAnimationFrame(() => {
      setTimeout(() => void this.#ask(asked, request));
    });
  }

  async #ask(asked: number, request: { page: string; language: string; scenario: string }): Promise<void> {
    if (asked !== this.#asked) return;
    // What cannot be drawn is left out; the figures themselves stand.
    const came = await this.#door.doubts(request).catch(() => null);
    if (asked === this.#asked) this.now = came;
  }
}
