import type { CellEdit, CellFault } from "./contract";
import type { SetItem } from "./pages";

/** Held is a typed text that could not be read: kept in its cell until mended. */
export interface Held extends CellFault {
  language: string;
}

type Address = Pick<CellEdit, "input" | "year">;

/** One address for all cells that show the same input. */
export function keyOf(cell: Address): string {
  return `${cell.input}\u0000${String(cell.year)}`;
}

/** A text or a choice as if it were a figure without years. */
export function addressOf({ place, text }: SetItem): CellEdit {
  return { input: place, year: 0, text };
}

export type HeldTexts = ReadonlyMap<string, Held>;

/** Texts on their way to the program, by address, to be shown meanwhile. */
export type Pending = ReadonlyMap<string, string>;

export const noneHeld: HeldTexts = new Map();
export const nonePending: Pending = new Map();

export function send(pending: Pending, cells: readonly CellEdit[]): Pending {
  return new Map([...pending, ...cells.map((cell) => [keyOf(cell), cell.text] as const)]);
}

/** What is held after an edit: the cells sent anew, less those now read, plus the new faults. */
export function hold(before: HeldTexts, sent: readonly CellEdit[], faults: readonly Held[]): HeldTexts {
  if (faults.length === 0 && !sent.some((cell) => before.has(keyOf(cell)))) return before;
  const after = new Map(before);
  for (const cell of sent) after.delete(keyOf(cell));
  for (const fault of faults) after.set(keyOf(fault), fault);
  return after;
}

/** What is still shown as on its way once an edit has been answered. */
export function settle(pending: Pending, sent: readonly CellEdit[]): Pending {
  const after = new Map(pending);
  for (const cell of sent) {
    if (after.get(keyOf(cell)) === cell.text) after.delete(keyOf(cell));
  }
  return after;
}

export function without(held: HeldTexts, keys: readonly string[]): HeldTexts {
  if (keys.length === 0) return held;
  const after = new Map(held);
  for (const key of keys) after.delete(key);
  return after;
}
