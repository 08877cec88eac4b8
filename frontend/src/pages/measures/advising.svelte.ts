import { asFault } from "../../desk/fault";
import { measureCalls } from "../../desk/measureCalls";
import type { Advice } from "../../desk/measures";
import { failed } from "../../desk/notice";
import type { Guide } from "../../help/guide.svelte";
import { words } from "../../words/words.svelte";

const second = 1000;

/** What an answer speaks of: the plan as it was, in one scenario and one language. */
interface Of {
  revision: number;
  scenario: string;
  language: string;
}

/**
 * Advising is the search for the best choice, and what it found. The reader may go on
 * meanwhile; what was found is kept with the plan it speaks of, so that it is never shown
 * as true of another.
 */
export class Advising {
  /** The search under way, by the name to stop it by; null while there is none. */
  job = $state.raw<string | null>(null);
  /** For how long it has been under way. */
  seconds = $state(0);
  readonly calls: ReturnType<typeof measureCalls>;
  readonly #guide: Guide;
  #found = $state.raw<{ advice: Advice; of: Of } | null>(null);

  constructor(guide: Guide) {
    this.#guide = guide;
    this.calls = measureCalls(guide.door);
  }

  /** What was found for this plan in this language; null while nothing was. */
  get advice(): Advice | null {
    const found = this.#found;
    return found?.of.language === words().language ? found.advice : null;
  }

  /** The plan or the scenario has become another since. */
  get stale(): boolean {
    const { revision, scenario } = this.#guide.session.view;
    const of = this.#found?.of;
    return of !== undefined && (of.revision !== revision || of.scenario !== scenario);
  }

  /** Seeks the best choice of the plan as it is once what was asked before is done. */
  async find(): Promise<void> {
    if (this.job !== null) return;
    const { session } = this.#guide;
    const job = `advice-${String(Date.now())}`;
    this.job = job;
    this.seconds = 0;
    const clock = setInterval(() => (this.seconds += 1), second);
    try {
      await session.settled();
      const { revision, scenario } = session.view;
      const of = { revision, scenario, language: words().language };
      this.#found = { advice: await this.calls.advise({ scenario, language: of.language, job }), of };
    } catch (reason) {
      const { code, sentence } = asFault(reason).fault;
      if (code === "search_stopped") session.tell(sentence);
      else session.notice = failed(reason);
    } finally {
      clearInterval(clock);
      this.job = null;
    }
  }

  stop(): void {
    if (this.job !== null) void this.#guide.door.stop({ language: words().language, job: this.job }).catch(() => undefined); // then it is soon done
  }
}

const all = new WeakMap<Guide, Advising>();

/** The one search of a guide: it outlasts the page that shows it. */
export function advisingOf(guide: Guide): Advising {
  const known = all.get(guide) ?? new Advising(guide);
  all.set(guide, known);
  return known;
}
