import { isolate, say, speak, words } from "../words/words.svelte";
import type { CellEdit, FileAnswer, Greeting, Reading, View } from "./contract";
import type { Door } from "./door";
import { download } from "./download";
import { asFault } from "./fault";
import { type HeldTexts, hold, keyOf, noneHeld, nonePending, type Pending, send, settle, without } from "./held";
import { nothing } from "./nothing";

/** Notice is the last thing the page has to say: a result, or a fault with its remedy. */
export interface Notice {
  text: string;
  remedy: string;
  fault: boolean;
}

const noEdit = { keys: [], alone: false };

/**
 * Session is the open plan as the page sees it, and everything that can be done
 * with it. Requests go through the door one after another, in the order made.
 */
export class Session {
  view = $state.raw<View>(nothing);
  greeting = $state.raw<Greeting | null>(null);
  notice = $state.raw<Notice | null>(null);
  held = $state.raw<HeldTexts>(noneHeld);
  pending = $state.raw<Pending>(nonePending);

  readonly #door: Door;
  #queue: Promise<unknown> = Promise.resolve();
  /** The unread texts of the last edit, and whether it changed nothing else. */
  #last = $state.raw<{ keys: readonly string[]; alone: boolean }>(noEdit);

  constructor(door: Door) {
    this.#door = door;
  }

  get canUndo(): boolean {
    return this.view.canUndo || this.#last.alone;
  }

  /** Greets the program; a plan that is open already is shown again. */
  async begin(remembered: string | null): Promise<void> {
    await this.#inTurn(async () => {
      const greeting = await this.#door.hello();
      const known = greeting.languages.find((language) => language.code === remembered);
      const language = known?.code ?? greeting.language;
      speak(await this.#door.say(language));
      this.view = await this.#door.look({ language, scenario: "" });
      this.greeting = greeting;
    });
  }

  ready(): void {
    void this.#inTurn(() => this.#door.ready());
  }

  switchLanguage(language: string): Promise<void> {
    return this.#inTurn(async () => {
      const reading = { language, scenario: this.view.scenario };
      const [next, view] = await Promise.all([this.#door.say(language), this.#door.look(reading)]);
      speak(next);
      this.view = view;
      this.notice = null;
    });
  }

  switchScenario(scenario: string): Promise<void> {
    return this.#inTurn(async () => {
      this.view = await this.#door.look({ language: words().language, scenario });
      this.held = noneHeld;
      this.#last = noEdit;
    });
  }

  openSample(name: string): Promise<void> {
    return this.#open(() => this.#door.openSample({ name, language: words().language }));
  }

  openDialog(): Promise<void> {
    return this.#open(() => this.#door.openDialog(this.#reading()));
  }

  openUpload(name: string, text: string): Promise<void> {
    return this.#open(() => this.#door.openUpload({ language: words().language, name, text }));
  }

  /** Changes cells; a note on what was left out is told with the result. */
  edit(cells: readonly CellEdit[], note = ""): Promise<void> {
    if (cells.length === 0) {
      this.tell(note);
      return Promise.resolve();
    }
    const { language, scenario } = this.#reading();
    this.pending = send(this.pending, cells);
    return this.#inTurn(async () => {
      const before = this.view;
      try {
        const { view, faults } = await this.#door.edit({ language, scenario, cells: [...cells] });
        this.view = view;
        this.held = hold(this.held, cells, faults.map((fault) => ({ ...fault, language })));
        const alone = faults.length > 0 && view.revision === before.revision;
        this.#last = { keys: faults.map(keyOf), alone };
        const kept = faults.length > 0 ? say("page.grid.kept", { count: String(faults.length) }) : "";
        this.tell([note, kept, this.#moved(before)].filter(Boolean).join(" "));
      } catch (reason) {
        const { sentence } = asFault(reason).fault;
        this.held = hold(this.held, cells, cells.map((cell) => ({ ...cell, sentence, language })));
        throw reason;
      } finally {
        this.pending = settle(this.pending, cells);
      }
    });
  }

  undo(): Promise<void> {
    return this.#inTurn(async () => {
      const before = this.view;
      const { keys, alone } = this.#last;
      if (!alone && !before.canUndo) return;
      if (!alone) this.view = await this.#door.undo(this.#reading());
      this.held = without(this.held, keys);
      this.#last = noEdit;
      this.tell(`${say("page.undone")} ${this.#moved(before)}`.trim());
    });
  }

  redo(): Promise<void> {
    return this.#inTurn(async () => {
      if (!this.view.canRedo) return;
      const before = this.view;
      this.view = await this.#door.redo(this.#reading());
      this.#last = noEdit;
      this.tell(`${say("page.redone")} ${this.#moved(before)}`.trim());
    });
  }

  save(): Promise<void> {
    return this.#write("page.saved", () => this.#door.save(this.#reading()));
  }

  saveAs(): Promise<void> {
    return this.#write("page.saved", () => this.#door.saveAs(this.#reading()));
  }

  writeWorkbook(): Promise<void> {
    return this.#write("page.written", () => this.#door.writeWorkbook(this.#reading()));
  }

  tell(text: string): void {
    this.notice = text === "" ? null : { text, remedy: "", fault: false };
  }

  hush(): void {
    this.notice = null;
  }

  #reading(): Reading {
    return { language: words().language, scenario: this.view.scenario };
  }

  #open(ask: () => Promise<View>): Promise<void> {
    return this.#inTurn(async () => {
      this.view = await ask();
      this.held = noneHeld;
      this.#last = noEdit;
      if (this.view.open) this.tell(say("page.opened", { name: isolate(this.view.title) }));
    });
  }

  #write(key: string, ask: () => Promise<FileAnswer>): Promise<void> {
    return this.#inTurn(async () => {
      const answer = await ask();
      if (!answer.chosen) return;
      this.view = answer.view;
      const where = { name: isolate(answer.name), folder: isolate(answer.folder) };
      if (answer.base64 !== "") {
        download(answer.name, answer.base64);
        this.tell(say("page.downloaded", where));
      } else this.tell(say(key, where));
    });
  }

  /** The figures of the story bar that are others than before, as they read now. */
  #moved(before: View): string {
    const was = (id: string) => before.story.find((figure) => figure.id === id)?.value;
    const moved = this.view.story.filter((figure) => was(figure.id) !== figure.value);
    return moved.map((figure) => `${figure.label}: ${isolate(figure.value)}.`).join(" ");
  }

  #inTurn(work: () => Promise<void> | void): Promise<void> {
    const turn = this.#queue.then(work).catch((reason: unknown) => {
      this.#fail(reason);
    });
    this.#queue = turn;
    return turn;
  }

  #fail(reason: unknown): void {
    const { code, sentence, remedy } = asFault(reason).fault;
    const key = `page.first.${code}`;
    this.notice =
      sentence === ""
        ? { text: say(key), remedy: say(`${key}.remedy`), fault: true }
        : { text: sentence, remedy, fault: true };
  }
}
