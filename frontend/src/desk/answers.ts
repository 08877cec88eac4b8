import { flag, list, struct, text, texts, whole } from "./check";
import type * as is from "./contract";

export const choice = struct<is.Choice>({ id: text, name: text });

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

export const figure = struct<is.Figure>({ id: text, label: text, value: text, detail: text, evidence: text, row: text, year: whole });

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
  story: list(figure),
  findings: list(
    struct<is.Finding>({ place: text, input: text, page: text, sentence: text, remedy: text, warning: flag }),
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

export const progress = struct<is.JobProgress>({ percent: whole });

export const fault = struct<is.Fault>({ code: text, sentence: text, remedy: text, place: text });
