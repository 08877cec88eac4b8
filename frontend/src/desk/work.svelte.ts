import { words } from "../words/words.svelte";
import type { Door } from "./door";
import { asFault } from "./fault";

const second = 1000;
const whole = 100;

/**
 * Work is a piece of work that takes a moment: it can be stopped, and tells for how long it
 * has been under way and how far it has come. One is done at a time.
 */
export class Work {
  /** The name to stop it by; null while there is none. */
  job = $state.raw<string | null>(null);
  seconds = $state(0);
  /** How much of a hundred is done; null where that is not known. */
  percent = $state<number | null>(null);
  readonly #door: Door;
  readonly #kind: string;

  constructor(door: Door, kind: string) {
    this.#door = door;
    this.#kind = kind;
  }

  /** Does a piece of work, unless one is under way; what stopped it is told apart from what failed. */
  async do(work: (job: string) => Promise<void>, stopped: (sentence: string) => void, failed: (reason: unknown) => void): Promise<void> {
    if (this.job !== null) return;
    const job = `${this.#kind}-${String(Date.now())}`;
    this.job = job;
    [this.seconds, this.percent] = [0, null];
    const clock = setInterval(() => {
      this.seconds += 1;
      void this.#look(job);
    }, second);
    try {
      await work(job);
    } catch (reason) {
      const { code, sentence } = asFault(reason).fault;
      if (code.endsWith("stopped")) stopped(sentence);
      else failed(reason);
    } finally {
      clearInterval(clock);
      this.job = null;
    }
  }

  stop(): void {
    if (this.job !== null) void this.#door.stop({ language: words().language, job: this.job }).catch(() => undefined); // then it is soon done
  }

  async #look(job: string): Promise<void> {
    const came = await this.#door.progress({ language: words().language, job }).catch(() => null); // the work itself tells what is wrong
    if (this.job === job && came !== null && came.percent > 0) this.percent = Math.min(came.percent, whole);
  }
}
