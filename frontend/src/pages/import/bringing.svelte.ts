import type { Reading } from "../../desk/contract";
import type { Door } from "../../desk/door";
import type { ImportRequest, ImportSeries, ImportView } from "../../desk/import";
import { failed, type Notice } from "../../desk/notice";
import type { Session } from "../../desk/session.svelte";
import { isolate, say, words } from "../../words/words.svelte";
import { begun, newTarget, pageOf, placed } from "./choice";
import { base64Of, type Sheet } from "./sheet";

export type { Sheet } from "./sheet";

/** How long a change waits for the next one before it is tried. */
const pause = 220;

/**
 * Bringing is a spreadsheet on its way into the plan: the file that is laid open and
 * what has been chosen of it. What is chosen stays, whatever goes wrong, until it is
 * brought in or the file is put away.
 */
export class Bringing {
  view = $state.raw<ImportView | null>(null);
  choice = $state.raw<ImportRequest | null>(null);
  notice = $state.raw<Notice | null>(null);
  /** A change is on its way to be tried; lines and figures are those of the choice before. */
  trying = $state(false);

  readonly #door: Door;
  readonly #session: Session;
  #turn = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(door: Door, session: Session) {
    this.#door = door;
    this.#session = session;
  }

  get table() {
    return this.view?.tables[this.choice?.table ?? 0];
  }

  get ready(): boolean {
    if (!this.view?.ready || this.trying) return false;
    const series = placed(this.choice?.series ?? [], this.table);
    return series.every((each) => !each.target.startsWith(newTarget) || each.name !== "");
  }

  async layOpen(sheet: Sheet): Promise<void> {
    await this.#asking(async () => {
      const view = await this.#open(sheet);
      if (view.open) this.#lay(view);
    });
  }

  /** The file that is still laid open, tried anew: the plan may have changed since. */
  async again(): Promise<void> {
    this.notice = null;
    if (this.choice) await this.#try();
    if (this.notice) this.#forget();
  }

  change(part: Partial<ImportRequest>): void {
    if (!this.choice) return;
    this.choice = { ...this.choice, ...part };
    this.trying = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#try(), pause);
  }

  series(at: number, part: Partial<ImportSeries>): void {
    const series = this.choice?.series ?? [];
    this.change({ series: series.map((each, n) => (n === at ? { ...each, ...part } : each)) });
  }

  turnTo(table: number): void {
    this.change({ table, scale: "", series: begun(this.view?.tables[table]) });
  }

  /** Chooses as a saved mapping did, as far as it fits this file. */
  async asBefore(mapping: string): Promise<void> {
    const { choice } = this;
    if (!choice) return;
    await this.#asking(async () => {
      const view = await this.#door.importTry({ ...choice, ...this.#reading(), mapping });
      this.view = view;
      this.choice = view.choice;
    });
  }

  async accept(): Promise<boolean> {
    clearTimeout(this.#timer);
    const { view, choice } = this;
    if (!view || !choice) return false;
    const names = view.lines.map((line) => isolate(line.sentence));
    const shown = names.slice(0, 3).join(say("guide.list")) + (names.length > 3 ? "…" : "");
    const told = say("guide.import.done", { file: isolate(view.file), names: shown });
    const request = { ...choice, series: placed(choice.series, this.table) };
    const done = await this.#session.take([(door, reading) => door.importAccept({ ...request, ...reading })], told);
    this.notice = done ? null : this.#session.notice;
    if (!done) return false;
    const page = pageOf(view.lines[0]?.target ?? "");
    this.#forget();
    if (page !== "") await this.#session.turn(page);
    return true;
  }

  async putAway(): Promise<void> {
    this.#forget();
    this.notice = null;
    await this.#door.importClose().catch(() => undefined);
  }

  async #open(sheet: Sheet): Promise<ImportView> {
    const reading = this.#reading();
    if (sheet.kind === "dialog") return this.#door.importDialog(reading);
    if (sheet.kind === "paste") return this.#door.importPaste({ ...reading, text: sheet.text });
    return this.#door.importUpload({ ...reading, name: sheet.file.name, base64: await base64Of(sheet.file) });
  }

  #lay(view: ImportView): void {
    this.view = view;
    this.choice = { ...view.choice, series: begun(view.tables[0]) };
  }

  async #try(): Promise<void> {
    const { choice } = this;
    if (!choice) return;
    await this.#asking(async (current) => {
      const request = { ...choice, ...this.#reading(), series: placed(choice.series, this.table), mapping: "" };
      const view = await this.#door.importTry(request);
      if (current()) this.view = view;
    });
  }

  /** Only the last of several requests is shown; a fault is told, and nothing chosen is lost by it. */
  async #asking(work: (current: () => boolean) => Promise<void>): Promise<void> {
    const turn = ++this.#turn;
    const current = () => turn === this.#turn;
    this.trying = true;
    try {
      await work(current);
      if (current()) this.notice = null;
    } catch (reason) {
      if (current()) this.notice = failed(reason);
    } finally {
      if (current()) this.trying = false;
    }
  }

  #forget(): void {
    clearTimeout(this.#timer);
    this.#turn += 1;
    this.view = null;
    this.choice = null;
    this.trying = false;
  }

  #reading(): Reading {
    return { language: words().language, scenario: this.#session.view.scenario };
  }
}
