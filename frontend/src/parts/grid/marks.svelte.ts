import { untrack } from "svelte";
import { type HeldTexts, noneHeld, nonePending, type Pending } from "../../desk/held";
import type { Doing } from "./doing";
import type { Layout } from "./layout";
import { bounds, type Bounds, type Place } from "./range";
import { keysOf } from "./reading";
import type { Sheet } from "./sheet.svelte";

const nowhere = Infinity;

/** What is marked in one line: the selected cells, the head, the one under the mouse, and texts that are not the plan's own. */
export class Marks {
  from = $state(nowhere);
  to = $state(-1);
  head = $state(-1);
  hover = $state(-1);
  held = $state.raw<HeldTexts>(noneHeld);
  pending = $state.raw<Pending>(nonePending);
}

/**
 * The marks of all lines. A selection that moves, or a text on its way, is told to the
 * lines it touches and to no other: a plan has hundreds, and each has its dozen cells.
 */
export class Marked {
  readonly #rows: Record<number, Marks> = {};
  #selected: Bounds = { top: 0, bottom: -1, start: 0, end: -1 };
  #head = -1;
  #hover = -1;
  #texted: readonly number[] = [];

  of(row: number): Marks {
    return (this.#rows[row] ??= new Marks());
  }

  /** Keeps up with a sheet and with the texts typed into it. */
  follow(sheet: Sheet, layout: () => Layout, doing: Doing): void {
    $effect.pre(() => {
      const now = bounds(sheet.range);
      untrack(() => { this.#select(now); });
    });
    $effect.pre(() => {
      const { head, hover } = sheet;
      untrack(() => { this.#point(head, hover); });
    });
    $effect.pre(() => {
      const { held, pending } = doing;
      const { lines } = layout();
      untrack(() => { this.#text(held, pending, lines); });
    });
  }

  #select(now: Bounds): void {
    const before = this.#selected;
    this.#selected = now;
    for (let row = before.top; row <= before.bottom; row++) {
      if (row < now.top || row > now.bottom) Object.assign(this.of(row), { from: nowhere, to: -1 });
    }
    for (let row = now.top; row <= now.bottom; row++) Object.assign(this.of(row), { from: now.start, to: now.end });
  }

  #point(head: Place, hover: Place | null): void {
    if (this.#head !== head.row) this.of(this.#head).head = -1;
    this.#head = head.row;
    this.of(head.row).head = head.col;
    const over = hover?.row ?? -1;
    if (this.#hover !== over) this.of(this.#hover).hover = -1;
    this.#hover = over;
    if (hover) this.of(over).hover = hover.col;
  }

  #text(held: HeldTexts, pending: Pending, lines: Layout["lines"]): void {
    const before = this.#texted;
    const strange = (key: string) => pending.has(key) || held.has(key);
    this.#texted = held.size + pending.size === 0 ? [] : lines.flatMap((line, row) => (keysOf(line).some(strange) ? row : []));
    for (const row of before) {
      if (!this.#texted.includes(row)) Object.assign(this.of(row), { held: noneHeld, pending: nonePending });
    }
    for (const row of this.#texted) Object.assign(this.of(row), { held, pending });
  }
}
