import { isolate, say } from "../words/words.svelte";
import type { FileAnswer, Reading } from "./contract";
import type { Door } from "./door";
import { download } from "./download";
import { failed } from "./notice";
import { Showing } from "./showing.svelte";
import { Work } from "./work.svelte";

/** Writing is how the plan and its workbook become files. */
export class Writing extends Showing {
  /** The workbook being written. */
  readonly work = new Work(this.door, "workbook");
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
  writeWorkbook(): Promise<void> {
    return this.work.do(
      async (job) => {
        await this.settled();
        this.#from = this.view.revision;
        this.#written("page.written", await this.door.writeWorkbook({ ...this.reading(), job }));
      },
      (sentence) => { super.tell(sentence); },
      (reason) => { this.notice = failed(reason); },
    );
  }

  /** Whoever changes the plan while its workbook is being written is told what will stand in that. */
  override tell(text: string): void {
    const passed = this.work.job !== null && text !== "" && this.view.revision !== this.#from;
    super.tell(passed ? `${text} ${say("page.job.before")}` : text);
  }

  #written(key: string, { chosen, name, folder, base64 }: FileAnswer): void {
    if (!chosen) return;
    const where = { name: isolate(name), folder: isolate(folder) };
    if (base64 !== "") download(name, base64);
    this.notice = { text: say(base64 === "" ? key : "page.downloaded", where), remedy: "", fault: false, folder };
  }
}
