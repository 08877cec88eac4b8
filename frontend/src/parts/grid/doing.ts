import type { Change } from "../../desk/change";
import type { CellEdit } from "../../desk/contract";
import type { HeldTexts, Pending } from "../../desk/held";
import type { Goal } from "../../desk/session.svelte";

/** Doing is what a table asks of the page around it; a session's is made in pages/plan. */
export interface Doing {
  readonly held: HeldTexts;
  readonly pending: Pending;
  readonly goal: Goal | null;
  /** Whether a scenario is shown, in which an empty text goes back to the base case. */
  readonly scenario: boolean;
  change(change: Change, note: string, joined?: boolean): Promise<void>;
  /** A figure is being typed; null: no more. */
  typing(cell: CellEdit | null): void;
  /** Adds items by their names; false if that failed. */
  add(list: string, names: readonly string[]): Promise<boolean>;
  remove(list: string, item: string, name: string): Promise<boolean>;
  why(row: string, year: number, evidence?: boolean): void;
  tell(text: string): void;
  /** Turns to a page. */
  turn(page: string): void;
}
