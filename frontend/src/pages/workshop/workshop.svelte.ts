import type { FileAnswer } from "../../desk/contract";
import type { Door } from "../../desk/door";
import { download } from "../../desk/download";
import { asFault } from "../../desk/fault";
import { failed, type Notice } from "../../desk/notice";
import type { WorkshopRequest, WorkshopView } from "../../desk/workshop";
import { isolate, say, words } from "../../words/words.svelte";
import { parts } from "./order";

/** Workshop is the folder that is laid out, and what is done with it. */
export class Workshop {
  view = $state.raw<WorkshopView | null>(null);
  notice = $state.raw<Notice | null>(null);
  /** What was done last. */
  told = $state("");
  /** Plans are being read. */
  busy = $state(false);
  /** The file being written, by the name to stop it by. */
  job = $state.raw<string | null>(null);
  hide = $state(false);
  currency = $state("");

  #turn = 0;
  readonly #door: Door;

  constructor(door: Door) {
    this.#door = door;
  }

  #request(): WorkshopRequest {
    return { language: words().language, currency: this.currency, hide: this.hide, job: this.job ?? "" };
  }

  /** The table again: in another language or currency, with names or without. */
  again(): Promise<void> {
    return this.#lay(() => this.#door.workshop(this.#request()));
  }

  chooseFolder(): Promise<void> {
    return this.#lay(() => this.#door.workshopDialog(this.#request()));
  }

  /** Brings files up, as many at a time as one request holds; the last part lays them out. */
  upload(files: readonly File[]): Promise<void> {
    if (files.length === 0) return Promise.resolve();
    return this.#lay(async () => {
      const plain = await Promise.all(files.map(async (file) => ({ name: file.name, text: await file.text() })));
      const all = parts(plain);
      for (const [n, part] of all.entries()) {
        await this.#door.workshopUpload({ language: words().language, first: n === 0, last: n === all.length - 1, files: part });
      }
      this.currency = "";
      return this.#door.workshop(this.#request());
    });
  }

  writeWorkbook(): Promise<void> {
    return this.#write((request) => this.#door.workshopWorkbook(request));
  }

  writeSheets(): Promise<void> {
    return this.#write((request) => this.#door.workshopSheets(request));
  }

  stop(): void {
    if (this.job !== null) void this.#door.stop({ language: words().language, job: this.job }).catch(() => undefined);
  }

  async #lay(ask: () => Promise<WorkshopView>): Promise<void> {
    const turn = ++this.#turn;
    this.busy = true;
    try {
      const view = await ask();
      if (turn !== this.#turn) return; // another was asked for meanwhile
      this.view = view;
      this.notice = null;
    } catch (reason) {
      this.notice = failed(reason);
    } finally {
      if (turn === this.#turn) this.busy = false;
    }
  }

  async #write(ask: (request: WorkshopRequest) => Promise<FileAnswer>): Promise<void> {
    if (this.job !== null) return;
    this.job = `workshop-${String(Date.now())}`;
    this.told = "";
    try {
      const { chosen, name, folder, base64 } = await ask(this.#request());
      if (!chosen) return;
      if (base64 !== "") download(name, base64);
      this.told = say(base64 === "" ? "page.written" : "page.downloaded", { name: isolate(name), folder: isolate(folder) });
    } catch (reason) {
      const { code, sentence } = asFault(reason).fault;
      if (code === "stopped") this.told = sentence;
      else this.notice = failed(reason);
    } finally {
      this.job = null;
    }
  }
}
