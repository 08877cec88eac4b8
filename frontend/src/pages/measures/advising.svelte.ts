import { measureCalls } from "../../desk/measureCalls";
import type { Advice } from "../../desk/measures";
import { failed } from "../../desk/notice";
import { onceFor } from "../../desk/once";
import { Work } from "../../desk/work.svelte";
import type { Guide } from "../../help/guide.svelte";
import { words } from "../../words/words.svelte";

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
  readonly work: Work;
  readonly calls: ReturnType<typeof measureCalls>;
  readonly #guide: Guide;
  #found = $state.raw<{ advice: Advice; of: Of } | null>(null);

  constructor(guide: Guide) {
    this.#guide = guide;
    this.work = new Work(guide.door, "advice");
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
  find(): Promise<void> {
    const { session } = this.#guide;
    return this.work.do(
      async (job) => {
        await session.settled();
        const { revision, scenario } = session.view;
        const of = { revision, scenario, language: words().language };
        this.#found = { advice: await this.calls.advise({ scenario, language: of.language, job }), of };
      },
      (sentence) => { session.tell(sentence); },
      (reason) => { session.notice = failed(reason); },
    );
  }
}

/** The one search of a guide: it outlasts the page that shows it. */
export const advisingOf = onceFor((guide: Guide) => new Advising(guide));
