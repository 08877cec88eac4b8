import type { CellEdit, CellFault, Reading, Shown, View } from "./contract";
import type { Door } from "./door";
import type { News } from "./news";
import type { SetItem } from "./pages";

/** Change is what was typed or pasted in one go: figures, and texts and choices. */
export interface Change {
  cells: readonly CellEdit[];
  items: readonly SetItem[];
}

/** What a change came to: the plan after it, in how many steps, and what was refused. */
export interface Changed {
  view: View;
  news: News | null;
  steps: number;
  faults: CellFault[];
}

/** No page: what of it has become other is asked for with what comes after. */
export const unasked: Shown = { page: "", stamp: 0 };

/** Texts and choices go first: what a figure means may hang on a choice beside it. */
export async function make(door: Door, reading: Reading, shown: Shown, change: Change, before: View): Promise<Changed> {
  const done: Changed = { view: before, news: null, steps: 0, faults: [] };
  const take = (view: View, news: News, faults: readonly CellFault[]) => {
    if (view.revision !== done.view.revision) done.steps += 1;
    done.view = view;
    done.news = news;
    done.faults.push(...faults);
  };
  const figures = change.cells.length > 0;
  if (change.items.length > 0) {
    const { view, news, faults } = await door.set({ ...reading, ...(figures ? unasked : shown), items: [...change.items] });
    take(view, news, faults.map((fault) => ({ ...fault, year: 0 })));
  }
  if (figures) {
    const { view, news, faults } = await door.edit({ ...reading, ...shown, cells: [...change.cells] });
    take(view, news, faults);
  }
  return done;
}
