import { choice, edited, figure } from "./answers";
import { flag, list, struct, text, whole } from "./check";
import type { Series } from "./contract";
import type { Previewed } from "./doubt";
import { doubts, range } from "./doubtAnswers";
import type * as is from "./pages";

export const cell = struct<is.GridCell>({
  kind: text,
  input: text,
  year: whole,
  place: text,
  row: text,
  text,
  value: text,
  grade: text,
  overridden: flag,
  of: text,
  placeholder: text,
});

export const series = list(struct<Series>({ id: text, name: text, points: list(text) }));

const drawing = struct<is.Drawing>({ unit: text, base: text, lines: series, columns: series });

/** What an edit that is still being typed would bring. */
export const previewed = struct<Previewed>({ known: flag, story: list(figure), sentence: text, chart: drawing, doubts });

const field = struct<is.Field>({
  place: text,
  label: text,
  help: text,
  kind: text,
  text,
  choices: list(choice),
  cell,
  group: text,
  last: flag,
});

const row = struct<is.GridRow>({
  id: text,
  item: text,
  name: cell,
  part: text,
  unit: text,
  settings: list(cell),
  cells: list(cell),
  strong: flag,
  page: text,
});

const grid = struct<is.Grid>({
  id: text,
  title: text,
  list: text,
  add: text,
  settings: list(struct<is.Head>({ id: text, label: text, kind: text, choices: list(choice) })),
  sets: list(struct<is.ChoiceSet>({ id: text, choices: list(choice) })),
  years: flag,
  rows: list(row),
});

const gauge = struct<is.Gauge>({
  id: text,
  label: text,
  note: text,
  text,
  most: text,
  bar: text,
  inner: text,
  least: text,
  lower: text,
  median: text,
  upper: text,
  top: text,
  own: text,
});

const claim = struct<is.Claim>({
  id: text,
  label: text,
  place: text,
  text,
  draft: text,
  limit: whole,
  edited: flag,
  moved: flag,
  note: text,
  figures: list(struct<is.ClaimFigure>({ label: text, value: text, was: text, row: text, year: whole })),
});

export const page = struct<is.Page>({
  id: text,
  title: text,
  purpose: text,
  sentence: text,
  chart: drawing,
  gauges: list(struct<is.Gauges>({ id: text, title: text, key: text, list: list(gauge) })),
  claims: list(claim),
  fields: list(field),
  tables: list(grid),
  empty: flag,
});

/** Set answers as Edit does: the plan, and what could not be taken. */
export const set = edited;

export const why = struct<is.Why>({
  row: text,
  year: whole,
  title: text,
  when: text,
  value: text,
  unit: text,
  formula: text,
  grade: text,
  source: text,
  evidenceYear: whole,
  note: text,
  owner: text,
  input: text,
  page: text,
  range,
  ranged: text,
  parts: list(
    struct<is.WhyPart>({ row: text, year: whole, label: text, when: text, value: text, unit: text, grade: text }),
  ),
});
