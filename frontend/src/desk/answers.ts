import { flag, list, struct, text, texts, whole } from "./check";
import type * as is from "./contract";

const choice = struct<is.Choice>({ id: text, name: text });

export const greeting = struct<is.Greeting>({
  version: text,
  browser: flag,
  languages: list(struct<is.Language>({ code: text, name: text, rtl: flag })),
  language: text,
  samples: list(choice),
});

export const words = struct<is.Words>({
  language: text,
  rtl: flag,
  texts,
  decimal: text,
  group: text,
  groupMin: whole,
  minus: text,
  percent: text,
});

const cell = struct<is.Cell>({
  input: text,
  year: whole,
  text,
  plain: text,
  grade: text,
  overridden: flag,
});

const table = struct<is.Table>({
  rows: list(struct<is.TableRow>({ id: text, name: text, unit: text, part: text, cells: list(cell) })),
});

const chart = struct<is.ChartData>({
  sentence: text,
  series: list(struct<is.Series>({ id: text, name: text, points: list(text) })),
});

export const view = struct<is.View>({
  open: flag,
  revision: whole,
  title: text,
  post: text,
  file: text,
  saved: flag,
  illustrative: flag,
  canUndo: flag,
  canRedo: flag,
  currency: text,
  donor: text,
  years: list(struct<is.YearHead>({ year: whole, label: text, actual: flag })),
  scenario: text,
  scenarios: list(choice),
  chain: list(struct<is.Step>({ id: text, name: text, state: text })),
  story: list(
    struct<is.Figure>({ id: text, label: text, value: text, detail: text, evidence: text }),
  ),
  drivers: table,
  chart,
  findings: list(
    struct<is.Finding>({ place: text, input: text, sentence: text, remedy: text, warning: flag }),
  ),
});

export const edited = struct<is.EditAnswer>({
  view,
  faults: list(struct<is.CellFault>({ input: text, year: whole, text, sentence: text })),
});

export const file = struct<is.FileAnswer>({
  chosen: flag,
  name: text,
  folder: text,
  base64: text,
  view,
});

export const fault = struct<is.Fault>({ code: text, sentence: text, remedy: text, place: text });
