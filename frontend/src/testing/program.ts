import type { CellEdit, EditRequest, Fault, View } from "../desk/contract";
import { doorOver, type Transport } from "../desk/door";
import type { News } from "../desk/news";
import type { PageRequest, SetRequest, WhyRequest } from "../desk/pages";
import { arabic, english, french, page, view, why } from "./plan";

const noNews: News = { stamp: 0, whole: [], sentence: "", chart: { unit: "", base: "", lines: [], columns: [] }, cells: [] };

type Answer = (argument: unknown) => unknown;

/** Program stands in for Go: a struct of functions, and the calls it received. */
export class Program {
  readonly calls: { method: string; argument: unknown }[] = [];
  now: View & { news: News } = { ...view, news: noNews };
  answers: Record<string, Answer> = {
    Hello: () => ({
      version: "1",
      browser: true,
      language: "en",
      languages: [
        { code: "en", name: "English", rtl: false },
        { code: "fr", name: "Français", rtl: false },
        { code: "ar", name: "العربية", rtl: true },
      ],
      samples: [{ id: "isles", name: "The isles" }],
    }),
    Say: (language) => (language === "fr" ? french : language === "ar" ? arabic : english),
    Look: () => this.now,
    Undo: () => ({ ...this.now, revision: this.now.revision + 1 }),
    Redo: () => this.now,
    Edit: (request) => this.#edit((request as EditRequest).cells),
    Page: (request) => ({ ...page, stamp: 1, id: (request as PageRequest).page }),
    Set: (request) => this.#set(request as SetRequest),
    Add: () => this.#step(),
    Remove: () => this.#step(),
    Vouch: () => this.#step(),
    SetRange: () => this.#step(),
    Preview: () => ({
      known: false,
      story: [],
      sentence: "",
      chart: { unit: "", base: "", lines: [], columns: [] },
      doubts: { revision: 1, given: false, told: "", sentence: "", figures: [], bands: [] },
    }),
    Doubts: () => ({ revision: 1, given: false, told: "No ranges.", sentence: "", figures: [], bands: [] }),
    Why: (request) => ({ ...why, row: (request as WhyRequest).row, year: (request as WhyRequest).year }),
    Ready: () => null,
  };

  readonly transport: Transport = (method, args) => {
    this.calls.push({ method, argument: args[0] });
    const answer = this.answers[method];
    if (!answer) return Promise.reject(new Error(`no ${method} here`));
    return Promise.resolve().then(() => answer(args[0]));
  };

  readonly door = doorOver(this.transport);

  asked(method: string): unknown[] {
    return this.calls.filter((call) => call.method === method).map((call) => call.argument);
  }

  #step(by = 1): View {
    const gap = String(Number(this.now.story[0]?.value) + by);
    const story = this.now.story.map((figure) => ({ ...figure, value: gap }));
    this.now = { ...this.now, revision: this.now.revision + 1, story };
    return this.now;
  }

  /** Takes any text but an empty one. */
  #set({ items }: SetRequest): unknown {
    const bad = items.filter((item) => item.text === "");
    if (bad.length < items.length) this.#step();
    const faults = bad.map((item) => ({ input: item.place, year: 7, text: item.text, sentence: "Something must stand here." }));
    return { view: this.now, faults };
  }

  /** Takes digits; anything else is a fault of its cell, as in the desk. */
  #edit(cells: readonly CellEdit[]): unknown {
    const good = cells.filter((cell) => /^[\d.,]*$/.test(cell.text));
    const bad = cells.filter((cell) => !good.includes(cell));
    if (good.length > 0) this.#step(good.length);
    return { view: this.now, faults: bad.map((cell) => ({ ...cell, sentence: `${cell.text} is no number.` })) };
  }
}

export function fault(code: string, sentence: string): Fault {
  return { code, sentence, remedy: "Try again.", place: "" };
}
