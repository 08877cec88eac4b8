import type { Why } from "../../desk/pages";
import type { Session } from "../../desk/session.svelte";

/** Asked is a figure whose coming about was asked for. */
export interface Asked {
  row: string;
  year: number;
}

/** Trail is the way from a figure down to what it rests on, each step explained in turn. */
export class Trail {
  /** From the figure first asked about to the one explained now. */
  steps = $state.raw<readonly Why[]>([]);
  /** The evidence is to be stated, not only read. */
  vouching = $state(false);
  readonly #session: Session;
  #origin: HTMLElement | null = null;

  constructor(session: Session) {
    this.#session = session;
  }

  get now(): Why | undefined {
    return this.steps.at(-1);
  }

  /** Explains a figure, and remembers where the focus was. */
  async begin(row: string, year: number, vouching = false): Promise<void> {
    const why = await this.#session.why(row, year);
    if (!why) return;
    const from = document.activeElement;
    if (this.steps.length === 0 && from instanceof HTMLElement) this.#origin = from.closest<HTMLElement>("[data-place]") ?? from;
    this.vouching = vouching;
    this.steps = [why];
  }

  async into({ row, year }: Asked): Promise<void> {
    const why = await this.#session.why(row, year);
    if (!why) return;
    this.vouching = false;
    this.steps = [...this.steps, why];
  }

  back(to: number): void {
    this.vouching = false;
    this.steps = this.steps.slice(0, to + 1);
  }

  /** Explains all steps anew: the plan, the scenario or the language is another now. */
  async again(): Promise<void> {
    const steps: Why[] = [];
    for (const { row, year } of this.steps) {
      const why = await this.#session.why(row, year);
      if (!why) break;
      steps.push(why);
    }
    if (steps.length === 0) this.close();
    else this.steps = steps;
  }

  close(): void {
    this.steps = [];
    this.vouching = false;
    if (this.#origin?.isConnected) this.#origin.focus();
    this.#origin = null;
  }
}
