import type { Guide } from "../../help/guide.svelte";
import { failed, type Notice } from "../../desk/notice";
import type { ContrastView, ReviewEdit, ReviewView } from "../../desk/review";
import { reviewCalls } from "../../desk/reviewCalls";
import { Work } from "../../desk/work.svelte";
import { isolate, say, words } from "../../words/words.svelte";
import { base64Of } from "../import/sheet";

/** The largest file that one request of a browser carries. */
export const mostBytes = 12_000_000;

/** Reviewing is what came back: a workbook that is looked at, and two plans beside each other. */
export class Reviewing {
  view = $state.raw<ReviewView | null>(null);
  contrast = $state.raw<ContrastView | null>(null);
  notice = $state.raw<Notice | null>(null);
  /** What was done last. */
  told = $state("");

  readonly work: Work;
  readonly #guide: Guide;
  readonly #calls: ReturnType<typeof reviewCalls>;

  constructor(guide: Guide) {
    this.#guide = guide;
    this.work = new Work(guide.door, "review");
    this.#calls = reviewCalls(guide.door);
  }

  reading(job = "") {
    return { language: words().language, scenario: this.#guide.session.view.scenario, job };
  }

  /** Both again: in another language, or after the plan has changed. */
  async again(): Promise<void> {
    try {
      this.view = await this.#calls.review(this.reading());
      this.contrast = await this.#calls.contrast({ ...this.reading(`contrast-${String(Date.now())}`), side: 0 });
    } catch (reason) {
      this.notice = failed(reason);
    }
  }

  /** Looks at a workbook: a file that came up, or one the window's dialog gives. */
  check(file?: File): Promise<void> {
    return this.#do(file, async (request, base64) => {
      const view = file ? await this.#calls.reviewUpload({ ...request, name: file.name, base64 }) : await this.#calls.reviewDialog(request);
      this.view = view;
    });
  }

  /** Sets a plan or workbook on one side. */
  beside(side: number, file?: File): Promise<void> {
    return this.#do(file, async (request, base64) => {
      const asked = { ...request, side };
      this.contrast = file ? await this.#calls.contrastUpload({ ...asked, name: file.name, base64 }) : await this.#calls.contrastDialog(asked);
    });
  }

  /** The open plan is the first again. */
  own(): Promise<void> {
    return this.#do(undefined, async (request) => {
      this.contrast = await this.#calls.contrastOwn({ ...request, side: 1 });
    });
  }

  /** Takes one changed input into the plan, as one step of undo. */
  async take(edit: ReviewEdit): Promise<void> {
    this.told = "";
    this.notice = null;
    const done = await this.#guide.session.take(async (_, reading) => {
      const { view, review } = await this.#calls.reviewTake({ ...reading, number: edit.number });
      this.view = review;
      return view;
    });
    if (done) this.told = say("guide.review.took", { name: isolate(edit.name) });
    else this.notice = this.#guide.session.notice;
  }

  async undo(): Promise<void> {
    await this.#guide.session.undo();
    this.told = this.#guide.session.notice?.text ?? "";
  }

  async open(): Promise<void> {
    this.#guide.close();
    await this.#guide.session.open((_, reading) => this.#calls.reviewPlan(reading));
  }

  async #do(file: File | undefined, ask: (request: ReturnType<Reviewing["reading"]>, base64: string) => Promise<void>): Promise<void> {
    if (this.work.job !== null) return;
    this.told = "";
    this.notice = null;
    if (file && file.size > mostBytes) {
      this.notice = { text: say("guide.review.too_big", { name: isolate(file.name) }), remedy: say("guide.review.too_big.remedy"), fault: true };
      return;
    }
    await this.work.do(
      async (job) => ask(this.reading(job), file ? await base64Of(file) : ""),
      (sentence) => (this.told = sentence),
      (reason) => (this.notice = failed(reason)),
    );
  }
}
