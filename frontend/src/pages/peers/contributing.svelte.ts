import type { Reading } from "../../desk/contract";
import { download } from "../../desk/download";
import { asFault } from "../../desk/fault";
import { failed, type Notice } from "../../desk/notice";
import type { Shared, Sharing } from "../../desk/sharing";
import { sharingCalls } from "../../desk/sharingCalls";
import type { Guide } from "../../help/guide.svelte";
import { words } from "../../words/words.svelte";
import { base64Of } from "../import/sheet";

/** Contributing is what would leave the plan, and how far the post has come in agreeing to it. */
export class Contributing {
  /** What would leave; null until it has come. */
  shown = $state.raw<Sharing | null>(null);
  notice = $state.raw<Notice | null>(null);
  /** The file that was written. */
  written = $state.raw<Shared | null>(null);
  busy = $state(false);
  /** The contribution that is agreed to, by its id. */
  #agreed = $state("");

  readonly #guide: Guide;
  readonly #calls: ReturnType<typeof sharingCalls>;

  constructor(guide: Guide) {
    this.#guide = guide;
    this.#calls = sharingCalls(guide.door);
  }

  get agreed(): boolean {
    return this.shown !== null && this.shown.id !== "" && this.#agreed === this.shown.id;
  }

  set agreed(is: boolean) {
    this.#agreed = is && this.shown ? this.shown.id : "";
  }

  /** All is there to seal it: the values, a key, and the agreement to just these values. */
  get ready(): boolean {
    return this.agreed && !this.busy && this.shown?.fingerprint !== "";
  }

  /** What would leave of the plan as it is once edits under way are in. */
  look(): Promise<void> {
    return this.#show(async () => {
      await this.#guide.session.settled();
      return this.#calls.sharing(this.#reading());
    });
  }

  chooseKey(): Promise<void> {
    return this.#show(() => this.#calls.sharingKeyDialog(this.#reading()));
  }

  upload(file: File): Promise<void> {
    return this.#show(async () => this.#calls.sharingKey({ language: words().language, base64: await base64Of(file) }));
  }

  async write(): Promise<void> {
    if (!this.ready || !this.shown) return;
    this.busy = true;
    try {
      const answer = await this.#calls.share({ ...this.#reading(), id: this.shown.id });
      if (!answer.chosen) return;
      if (answer.base64 !== "") download(answer.name, answer.base64);
      this.written = answer;
      this.notice = null;
    } catch (reason) {
      this.notice = failed(reason);
      if (asFault(reason).fault.code === "sharing_changed") this.shown = await this.#calls.sharing(this.#reading()).catch(() => this.shown);
    } finally {
      this.busy = false;
    }
  }

  #reading(): Reading {
    return { language: words().language, scenario: "" };
  }

  async #show(ask: () => Promise<Sharing>): Promise<void> {
    this.busy = true;
    try {
      this.shown = await ask();
      this.notice = null;
      this.written = null;
    } catch (reason) {
      this.notice = failed(reason);
    } finally {
      this.busy = false;
    }
  }
}
