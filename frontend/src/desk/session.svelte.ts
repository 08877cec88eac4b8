import { isolate, say, words } from "../words/words.svelte";
import { type Change, make, unasked } from "./change";
import type { Greeting, Reading, Shown, View } from "./contract";
import type { Door } from "./door";
import { asFault } from "./fault";
import { addressOf, type HeldTexts, hold, keyOf, noneHeld, nonePending, type Pending, send, settle, without } from "./held";
import type { News } from "./news";
import { moved } from "./notice";
import type { Why } from "./pages";
import { Strides } from "./strides";
import { Writing } from "./writing.svelte";

/** Goal is the cell to go to on the page shown. */
export interface Goal {
  input: string;
  row: string;
  year: number;
}

/** Ask is a call that gives the plan anew. */
export type Ask = (door: Door, reading: Reading) => Promise<View>;

const noEdit = { keys: [], alone: false };

/**
 * Session is the open plan as the page sees it, and everything that can be done
 * with it.
 */
export class Session extends Writing {
  goal = $state.raw<Goal | null>(null);
  greeting = $state.raw<Greeting | null>(null);
  held = $state.raw<HeldTexts>(noneHeld);
  pending = $state.raw<Pending>(nonePending);

  readonly #strides = new Strides();
  /** The unread texts of the last change, and whether it changed nothing else. */
  #last = $state.raw<{ keys: readonly string[]; alone: boolean }>(noEdit);

  get canUndo(): boolean {
    return this.view.canUndo || this.#last.alone;
  }

  /** Greets the program; a plan that is open already is shown again. */
  async begin(remembered: string | null): Promise<void> {
    await this.inTurn(async () => {
      const greeting = await this.door.hello();
      const known = greeting.languages.find((language) => language.code === remembered);
      const language = known?.code ?? greeting.language;
      const [spoken, view] = await Promise.all([this.door.say(language), this.door.look({ language, scenario: "" })]);
      await this.show(view, this.step, spoken);
      this.greeting = greeting;
    });
  }

  ready(): void {
    void this.inTurn(() => this.door.ready());
  }

  switchLanguage(language: string): Promise<void> {
    return this.inTurn(async () => {
      const reading = { language, scenario: this.view.scenario };
      const [next, view] = await Promise.all([this.door.say(language), this.door.look(reading)]);
      await this.show(view, this.step, next);
      this.notice = null;
    });
  }

  switchScenario(scenario: string): Promise<void> {
    return this.inTurn(async () => {
      await this.show(await this.door.look({ language: words().language, scenario }));
      this.held = noneHeld;
      this.#last = noEdit;
    });
  }

  /** Turns to a page of the plan, and there to a cell. */
  turn(step: string, goal: Goal | null = null): Promise<void> {
    return this.inTurn(async () => {
      if (step !== this.step) await this.show(this.view, step);
      this.goal = goal;
    });
  }

  /** Goes to an input, on whichever page it stands. */
  seek(input: string): Promise<void> {
    return this.inTurn(async () => {
      const { page } = await this.door.why({ ...this.reading(), row: input, year: 0 });
      if (page !== this.step) await this.show(this.view, page);
      this.goal = { input, row: "", year: 0 };
    });
  }

  /** How a figure came about; null where the program cannot say, which is told. */
  async why(row: string, year: number): Promise<Why | null> {
    let answer: Why | null = null;
    await this.inTurn(async () => {
      answer = await this.door.why({ ...this.reading(), row, year });
    });
    return answer;
  }

  openSample(name: string): Promise<void> {
    return this.open((door, { language }) => door.openSample({ name, language }));
  }

  openDialog(): Promise<void> {
    return this.open((door, reading) => door.openDialog(reading));
  }

  openUpload(name: string, text: string): Promise<void> {
    return this.open((door, { language }) => door.openUpload({ language, name, text }));
  }

  /** Lays another plan open. */
  open(ask: Ask): Promise<void> {
    return this.inTurn(async () => {
      const view = await ask(this.door, this.reading());
      this.held = noneHeld;
      this.#last = noEdit;
      this.#strides.forget();
      await this.show(view);
      if (view.open) this.tell(say("page.opened", { name: isolate(view.title) }));
    });
  }

  /** Does something else to the plan, all of it one step of undo, and tells what moved; false if it failed. */
  async take(asked: Ask | readonly Ask[], told = ""): Promise<boolean> {
    let done = false;
    await this.inTurn(async () => {
      const before = this.view;
      let view = before;
      for (const ask of typeof asked === "function" ? [asked] : asked) {
        const { revision } = view;
        view = await ask(this.door, this.reading());
        if (view.revision !== revision) this.#strides.took(1, revision !== before.revision);
      }
      this.#last = noEdit;
      await this.show(view);
      this.tell(`${told} ${moved(before, view)}`.trim());
      done = true;
    });
    return done;
  }

  /**
   * Changes figures, texts and choices; a note on what was left out is told with the
   * result. Joined, it is one step of undo with the change before.
   */
  change(change: Change, note = "", joined = false): Promise<void> {
    const sent = [...change.items.map(addressOf), ...change.cells];
    if (sent.length === 0) {
      this.tell(note);
      return Promise.resolve();
    }
    const reading = this.reading();
    const { language } = reading;
    this.pending = send(this.pending, sent);
    return this.inTurn(async () => {
      const before = this.view;
      try {
        const shown = language === words().language ? this.shown() : unasked;
        const { view, news, steps, faults } = await make(this.door, reading, shown, change, before);
        this.#strides.took(steps, joined);
        this.held = hold(this.held, sent, faults.map((fault) => ({ ...fault, language })));
        this.#last = { keys: faults.map(keyOf), alone: faults.length > 0 && steps === 0 };
        if (!this.took(view, news)) await this.show(view);
        const kept = faults.length > 0 ? say("page.grid.kept", { count: String(faults.length) }) : "";
        this.tell([note, kept, moved(before, view)].filter(Boolean).join(" "));
      } catch (reason) {
        const { sentence } = asFault(reason).fault;
        this.held = hold(this.held, sent, sent.map((cell) => ({ ...cell, sentence, language })));
        throw reason;
      } finally {
        this.pending = settle(this.pending, sent);
      }
    });
  }

  undo(): Promise<void> {
    return this.inTurn(async () => {
      const { keys, alone } = this.#last;
      if (!alone && !this.view.canUndo) return;
      this.held = without(this.held, keys);
      this.#last = noEdit;
      if (alone) this.tell(say("page.undone"));
      else await this.#walk("page.undone", this.#strides.back(), (reading) => this.door.undo(reading));
    });
  }

  redo(): Promise<void> {
    return this.inTurn(async () => {
      if (!this.view.canRedo) return;
      this.#last = noEdit;
      await this.#walk("page.redone", this.#strides.forth(), (reading) => this.door.redo(reading));
    });
  }

  async #walk(key: string, steps: number, ask: (reading: Reading & Shown) => Promise<{ view: View; news: News }>): Promise<void> {
    const before = this.view;
    let view = before;
    let news: News | null = null;
    for (let n = 1; n <= steps; n++) ({ view, news } = await ask({ ...this.reading(), ...(n < steps ? unasked : this.shown()) }));
    if (!this.took(view, news)) await this.show(view);
    this.tell(`${say(key)} ${moved(before, view)}`.trim());
  }
}
