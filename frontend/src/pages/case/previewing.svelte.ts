import { asFault } from "../../desk/fault";
import { failed } from "../../desk/notice";
import { sheetCalls } from "../../desk/sheetCalls";
import { onceFor } from "../../desk/once";
import type { SheetsView, SheetView } from "../../desk/sheets";
import { Work } from "../../desk/work.svelte";
import type { Guide } from "../../help/guide.svelte";
import { words } from "../../words/words.svelte";

/** How long nothing may have changed before the sheets are made anew by themselves. */
const idle = 2500;

/**
 * Previewing is the workbook read in the window: its sheets made as a piece of work that
 * can be stopped, and one of them shown at a time.
 */
export class Previewing {
  shown = $state(false);
  made = $state.raw<SheetsView | null>(null);
  sheet = $state.raw<SheetView | null>(null);
  /** The sheet that is turned to. */
  tab = $state("cover");
  /** What the sheets were made of: plan, scenario and language. */
  #of = $state("");
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn = 0;

  readonly work: Work;
  readonly #guide: Guide;
  readonly #calls: ReturnType<typeof sheetCalls>;

  constructor(guide: Guide) {
    this.#guide = guide;
    this.work = new Work(guide.door, "sheets");
    this.#calls = sheetCalls(guide.door);
  }

  get stale(): boolean {
    return this.made !== null && this.#of !== this.#now();
  }

  #now(): string {
    const { revision, scenario } = this.#guide.session.view;
    return [revision, scenario, words().language].join(" ");
  }

  /** Makes the sheets anew once nothing has changed for a while. */
  follow(): void {
    clearTimeout(this.#timer);
    if (this.shown && this.#of !== this.#now()) this.#timer = setTimeout(() => void this.make(), this.made === null ? 0 : idle);
  }

  leave(): void {
    clearTimeout(this.#timer);
  }

  async make(): Promise<void> {
    const { session } = this.#guide;
    let of = "";
    await this.work.do(
      async (job) => {
        await session.settled();
        of = this.#now();
        const { language } = words();
        this.made = await this.#calls.sheets({ language, scenario: session.view.scenario, job });
        const there = this.made.sheets.some(({ id }) => id === this.tab);
        await this.turn(there ? this.tab : (this.made.sheets[0]?.id ?? ""));
      },
      (sentence) => { session.tell(sentence); },
      (reason) => { session.notice = failed(reason); },
    );
    if (of !== "") this.#of = of; // what failed or was stopped is made again when the plan changes, or when asked for
  }

  async turn(id: string): Promise<void> {
    this.tab = id;
    await this.#read(id, 0);
  }

  /** Further lines of a long sheet. */
  async more(): Promise<void> {
    if (this.sheet) await this.#read(this.sheet.id, this.sheet.lines.length);
  }

  async #read(id: string, from: number): Promise<void> {
    const turn = ++this.#turn;
    if (!this.made) return;
    try {
      const came = await this.#calls.sheet({ language: words().language, stamp: this.made.stamp, id, from });
      if (turn !== this.#turn) return; // another was turned to meanwhile
      this.sheet = from > 0 && this.sheet ? { ...came, lines: [...this.sheet.lines, ...came.lines] } : came;
    } catch (reason) {
      if (asFault(reason).fault.code === "sheets_gone") await this.make();
      else this.#guide.session.notice = failed(reason);
    }
  }
}

/** The one preview of a guide: it outlasts the page that shows it. */
export const previewingOf = onceFor((guide: Guide) => new Previewing(guide));
