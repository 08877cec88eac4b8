import { speak, words } from "../words/words.svelte";
import type { Reading, Shown, View, Words } from "./contract";
import { asFault } from "./fault";
import { later } from "./later";
import { type News, type Stamped, taken } from "./news";
import { nothing } from "./nothing";
import type { PageRequest } from "./pages";
import { Turns } from "./turns.svelte";

/** Showing is the plan and the page of it that are seen together. */
export class Showing extends Turns {
  view = $state.raw<View>(nothing);
  /** The page of the plan that is turned to, and what it shows; null while no plan is open. */
  step = $state("drivers");
  page = $state.raw<Stamped | null>(null);

  protected reading(): Reading {
    return { language: words().language, scenario: this.view.scenario };
  }

  protected shown(): Shown {
    return { page: this.step, stamp: this.page?.stamp ?? 0 };
  }

  /**
   * Hears, once the figures are drawn, whether unsaved work lies on disk; where it
   * could not be written the findings tell.
   */
  listen(): void {
    const { open, saved, revision } = this.view;
    if (!open || saved) return;
    later(() => void this.#hear(revision));
  }

  async #hear(revision: number): Promise<void> {
    const asked = this.reading();
    const now = () => this.view.revision === revision && this.reading().language === asked.language && this.view.scenario === asked.scenario;
    if (!now()) return;
    const view = await this.door.kept(asked).catch(() => null); // a later edit asks again
    const other = JSON.stringify(view?.findings) !== JSON.stringify(this.view.findings);
    if (view?.revision !== revision || !other || !now()) return;
    this.view = view;
    const [first] = view.findings;
    if (first && !first.warning && first.page === "") this.notice = { text: first.sentence, remedy: first.remedy, fault: true };
  }

  /** Shows a plan with what is new in the page that is turned to; false if nothing came of that. */
  protected took(view: View, news: News | null): boolean {
    if (!news || news.stamp === 0) return false;
    this.page = taken(this.page, news);
    this.view = view;
    return true;
  }

  /** Shows a plan and a page of it together; where the page fails, the plan and the page as it was. */
  protected async show(view: View, step = this.step, spoken: Words = words()): Promise<void> {
    try {
      const page = view.open ? await this.#page({ page: step, language: spoken.language, scenario: view.scenario }) : null;
      if (spoken !== words()) speak(spoken);
      this.page = page;
      this.step = page?.id ?? step;
    } finally {
      if (spoken !== words()) speak(spoken);
      this.view = view;
    }
  }

  /** Asks for a page; where what it is about is gone, for the page that told of it. */
  async #page(request: PageRequest): Promise<Stamped> {
    try {
      return await this.door.page(request);
    } catch (reason) {
      const [above = ""] = request.page.split("/");
      if (above === request.page || asFault(reason).fault.code !== "no_page") throw reason;
      return this.door.page({ ...request, page: above });
    }
  }
}
