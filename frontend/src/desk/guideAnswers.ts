import { choice } from "./answers";
import type * as begin from "./begin";
import { flag, list, struct, text, whole } from "./check";
import type * as bring from "./import";
import type * as scenarios from "./scenarios";

export const beginnings = struct<begin.Beginnings>({
  countries: list(choice),
  currencies: list(choice),
  first: whole,
  lastActual: whole,
  last: whole,
});

export const recents = struct<begin.Recents>({
  plans: list(struct<begin.RecentPlan>({ path: text, name: text, folder: text, post: text, unsaved: text })),
});

const series = struct<bring.ImportSeries>({
  target: text,
  name: text,
  unit: text,
  cell: text,
  label: text,
  measure: text,
  filters: list(struct<bring.ImportFilter>({ column: text, equal: list(text) })),
  sum: flag,
  from: whole,
  to: whole,
});

const request = struct<bring.ImportRequest>({
  language: text,
  scenario: text,
  table: whole,
  scale: text,
  decimal: text,
  mapping: text,
  saveAs: text,
  series: list(series),
});

const table = struct<bring.ImportTable>({
  title: text,
  long: flag,
  first: whole,
  last: whole,
  claims: list(struct<bring.ImportClaim>({ factor: text, sentence: text })),
  columns: list(struct<bring.ImportColumn>({ name: text, measure: flag, values: list(text) })),
  rows: list(
    struct<bring.ImportRow>({ label: text, cell: text, group: text, measure: text, total: flag, years: text, latest: text }),
  ),
});

export const imported = struct<bring.ImportView>({
  open: flag,
  file: text,
  filled: flag,
  tables: list(table),
  targets: list(struct<bring.ImportTarget>({ id: text, name: text, missing: flag, new: flag })),
  mappings: list(choice),
  lines: list(
    struct<bring.ImportLine>({ target: text, sentence: text, figures: text, notes: list(text), fault: text }),
  ),
  sentences: list(text),
  ready: flag,
  choice: request,
});

export const comparison = struct<scenarios.Comparison>({
  base: text,
  other: text,
  rows: list(
    struct<scenarios.ComparisonRow>({
      row: text,
      label: text,
      when: text,
      unit: text,
      base: text,
      other: text,
      difference: text,
      percent: text,
    }),
  ),
  cells: list(struct<scenarios.ComparisonCell>({ input: text, year: whole, label: text, base: text, other: text })),
});
