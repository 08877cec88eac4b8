import { asFault } from "../../desk/fault";
import { failed } from "../../desk/notice";
import { sheetCalls } from "../../desk/sheetCalls";
import type { SheetsView, SheetView } from "../../desk/sheets";
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
  /** The sheets being made, by the name to stop them by. */
  job = $state.raw<string | null>(null);
  /** What the sheets were made of: plan, scenario and language. */
  #of = $state("");
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn = 0;

  readonly #guide: Guide;
  readonly #calls: ReturnType<typeof sheetCalls>;

  constructor(guide: Guide) {
    this.#guide = guide;
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
    if (this.job !== null) return;
    const { session } = this.#guide;
    const job = `sheets-${String(Date.now())}`;
    this.job = job;
    await session.settled();
    const of = this.#now();
    const { language } = words();
    try {
      const made = await this.#calls.sheets({ language, scenario: session.view.scenario, job });
      this.made = made;
      this.#of = of;
      const there = made.sheets.some(({ id }) => id === this.tab);
      await this.turn(there ? this.tab : (made.sheets[0]?.id ?? ""));
    } catch (reason) {
      const { code, sentence } = asFault(reason).fault;
      if (code === "sheets_stopped") session.tell(sentence);
      else session.notice = failed(reason);
      this.#of = of; // made again when the plan changes, or when asked to
    } finally {
      this.job = null;
    }
  }

  stop(): void {
    if (this.job !== null) void this.#guide.door.stop({ language: words().language, job: this.job }).catch(() => undefined);
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

const all = new WeakMap<Guide, Previewing>();

/** The one preview of a guide: it outlasts the page that shows it. */
export function previewingOf(guide: Guide): Previewing {
  const known = all.get(guide) ?? new Previewing(guide);
  all.set(guide, known);
  return known;
}
