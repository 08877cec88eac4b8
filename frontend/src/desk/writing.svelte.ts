import { isolate, say } from "../words/words.svelte";
import type { FileAnswer, Reading } from "./contract";
import type { Door } from "./door";
import { download } from "./download";
import { asFault } from "./fault";
import { failed } from "./notice";
import { Showing } from "./showing.svelte";

/** Writing is how the plan and its workbook become files. */
export class Writing extends Showing {
  /** The workbook being written, by the name to stop it by; null while there is none. */
  job = $state.raw<string | null>(null);
  #from = 0;

  save(): Promise<void> {
    return this.write("page.saved", (door, reading) => door.save(reading));
  }

  saveAs(): Promise<void> {
    return this.write("page.saved", (door, reading) => door.saveAs(reading));
  }

  write(key: string, ask: (door: Door, reading: Reading) => Promise<FileAnswer>): Promise<void> {
    return this.inTurn(async () => {
      const answer = await ask(this.door, this.reading());
      if (answer.chosen) this.view = answer.view;
      this.#written(key, answer);
    });
  }

  /** Writes the workbook of the plan as it is once what was asked before is done; the reader may go on meanwhile. */
  async writeWorkbook(): Promise<void> {
    if (this.job !== null) return;
    const job = `workbook-${String(Date.now())}`;
    this.job = job;
    await this.settled();
    this.#from = this.view.revision;
    try {
      this.#written("page.written", await this.door.writeWorkbook({ ...this.reading(), job }));
    } catch (reason) {
      const { code, sentence } = asFault(reason).fault;
      if (code === "stopped") super.tell(sentence);
      else this.notice = failed(reason);
    } finally {
      this.job = null;
    }
  }

  /** Stops the workbook being written. */
  stop(): void {
    const { language } = this.reading();
    if (this.job !== null) void this.door.stop({ language, job: this.job }).catch(() => undefined); // then it is soon done
  }

  /** Whoever changes the plan while its workbook is being written is told what will stand in that. */
  override tell(text: string): void {
    const passed = this.job !== null && text !== "" && this.view.revision !== this.#from;
    super.tell(passed ? `${text} ${say("page.job.before")}` : text);
  }

  #written(key: string, { chosen, name, folder, base64 }: FileAnswer): void {
    if (!chosen) return;
    const where = { name: isolate(name), folder: isolate(folder) };
    if (base64 !== "") download(name, base64);
    this.notice = { text: say(base64 === "" ? key : "page.downloaded", where), remedy: "", fault: false, folder };
  }
}
