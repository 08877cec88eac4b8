/** What has become other in the page after a change, as app/desk/pages.go states it. */
import * as answers from "./answers";
import { type Check, list, struct, text, whole } from "./check";
import type { EditAnswer, View } from "./contract";
import { cell, page, series } from "./pageAnswers";
import type { Drawing, Grid, GridCell, GridRow, Page } from "./pages";

/** A page with what it is asked by for what has become other in it. */
export interface Stamped extends Page {
  stamp: number;
}

export interface News {
  /** Of the page as it is now; 0: none was asked for. */
  stamp: number;
  /** One where more has changed than cells, else none. */
  whole: Stamped[];
  sentence: string;
  chart: Drawing;
  cells: CellNews[];
}

export interface CellNews {
  table: number;
  row: number;
  /** 0 the name, then the settings, then the cells. */
  at: number;
  cell: GridCell;
}

const stamp = struct<Pick<Stamped, "stamp">>({ stamp: whole });

export const stamped: Check<Stamped> = (value, place) => ({ ...page(value, place), ...stamp(value, place) });

const news = struct<News>({
  stamp: whole,
  whole: list(stamped),
  sentence: text,
  chart: struct<Drawing>({ unit: text, base: text, lines: series, columns: series }),
  cells: list(struct<CellNews>({ table: whole, row: whole, at: whole, cell })),
});

const carrying = struct<{ news: News }>({ news });

/** A plan after a change, with the news of the page. */
export const view: Check<{ view: View; news: News }> = (value, place) => ({ view: answers.view(value, place), ...carrying(value, place) });

const within = struct<{ view: { view: View; news: News } }>({ view });

/** What a change came to, with the news of the page. */
export const edited: Check<EditAnswer & { news: News }> = (value, place) => ({
  faults: answers.edited(value, place).faults,
  ...within(value, place).view,
});

/** The page with what is new in it; what has not changed stays the very same, so that it is not drawn again. */
export function taken(before: Stamped | null, { stamp, whole: [all], sentence, chart, cells }: News): Stamped | null {
  if (all || !before) return all ?? null;
  const tables = [...before.tables];
  const touched = new Map<Grid | GridRow, Grid | GridRow>();
  for (const { table, row, at, cell } of cells) {
    const grid = copied(touched, tables[table], (was) => ({ ...was, rows: [...was.rows] }));
    const line = copied(touched, grid?.rows[row], (was) => ({ ...was, settings: [...was.settings], cells: [...was.cells] }));
    if (!grid || !line) continue;
    if (at === 0) line.name = cell;
    else if (at <= line.settings.length) line.settings[at - 1] = cell;
    else line.cells[at - 1 - line.settings.length] = cell;
    grid.rows[row] = line;
    tables[table] = grid;
  }
  const drawn = JSON.stringify(before.chart) === JSON.stringify(chart) ? before.chart : chart;
  return { ...before, stamp, sentence, chart: drawn, tables };
}

/** A copy to be written to: made once, and the copy itself from then on. */
function copied<T extends Grid | GridRow>(touched: Map<Grid | GridRow, Grid | GridRow>, was: T | undefined, copy: (was: T) => T): T | undefined {
  if (!was || touched.has(was)) return was;
  const now = copy(was);
  touched.set(now, was);
  return now;
}
