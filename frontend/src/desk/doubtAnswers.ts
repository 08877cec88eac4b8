import { choice } from "./answers";
import { flag, list, struct, text, whole } from "./check";
import type * as is from "./doubt";

export const range = struct<is.RangeText>({ kind: text, low: text, high: text, relative: flag, samples: text });

export const doubts = struct<is.Doubts>({
  revision: whole,
  given: flag,
  told: text,
  sentence: text,
  figures: list(struct<is.DoubtOf>({ id: text, low: text, high: text })),
  bands: list(struct<is.DoubtBand>({ series: text, low: list(text), high: list(text) })),
});

export const sensitivity = struct<is.Sensitivity>({
  given: flag,
  told: text,
  sentence: text,
  next: text,
  method: text,
  row: text,
  figure: text,
  base: text,
  basePlain: text,
  headlines: list(
    struct<is.DoubtLine>({ row: text, year: whole, label: text, when: text, unit: text, base: text, low: text, mid: text, high: text }),
  ),
  chances: list(struct<is.Chance>({ when: text, text, plain: text })),
  swings: list(
    struct<is.Swing>({
      input: text,
      label: text,
      from: text,
      to: text,
      low: text,
      high: text,
      lowPlain: text,
      highPlain: text,
      share: text,
      narrow: text,
    }),
  ),
  drivers: list(choice),
  strengths: list(choice),
  links: list(struct<is.LinkText>({ a: text, b: text, nameA: text, nameB: text, strength: text, counts: text })),
  seed: text,
});
