import type { CellEdit, CellFault, Reading, View } from "./contract";
import type { Door } from "./door";
import type { SetItem } from "./pages";

/** Change is what was typed or pasted in one go: figures, and texts and choices. */
export interface Change {
  cells: readonly CellEdit[];
  items: readonly SetItem[];
}

/** What a change came to: the plan after it, in how many steps, and what was refused. */
export interface Changed {
  view: View;
  steps: number;
  faults: CellFault[];
}

/** Texts and choices go first: what a figure means may hang on a choice beside it. */
export async function make(door: Door, reading: Reading, change: Change, before: View): Promise<Changed> {
  const done: Changed = { view: before, steps: 0, faults: [] };
  const take = (view: View, faults: readonly CellFault[]) => {
    if (view.revision !== done.view.revision) done.steps += 1;
    done.view = view;
    done.faults.push(...faults);
  };
  if (change.items.length > 0) {
    const { view, faults } = await door.set({ ...reading, items: [...change.items] });
    take(view, faults.map((fault) => ({ ...fault, year: 0 })));
  }
  if (change.cells.length > 0) {
    const { view, faults } = await door.edit({ ...reading, cells: [...change.cells] });
    take(view, faults);
  }
  return done;
}
