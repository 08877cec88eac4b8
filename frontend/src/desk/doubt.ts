/** How sure the figures are, as app/desk/doubt.go states it. */
import type { Choice, Figure, Reading } from "./contract";
import type { Drawing } from "./pages";

export interface RangeText {
  /** low_high, least_most, samples; empty: taken as certain */
  kind: string;
  low: string;
  high: string;
  relative: boolean;
  samples: string;
}

export interface RangeRequest extends Reading {
  input: string;
  range: RangeText;
}

export interface LinkRequest extends Reading {
  a: string;
  b: string;
  strength: string;
}

export interface SeedRequest extends Reading {
  seed: string;
}

export interface Doubts {
  revision: number;
  given: boolean;
  told: string;
  sentence: string;
  figures: DoubtOf[];
  bands: DoubtBand[];
}

export interface DoubtOf {
  id: string;
  low: string;
  high: string;
}

export interface DoubtBand {
  series: string;
  low: string[];
  high: string[];
}

/** What an edit that is still being typed would bring. */
export interface Previewed {
  known: boolean;
  story: Figure[];
  sentence: string;
  chart: Drawing;
  doubts: Doubts;
}

export interface SensitivityRequest extends Reading {
  /** of the headline that the swings are wanted of; empty: the gap */
  row: string;
}

export interface Sensitivity {
  given: boolean;
  told: string;
  sentence: string;
  next: string;
  method: string;
  row: string;
  figure: string;
  base: string;
  basePlain: string;
  headlines: DoubtLine[];
  chances: Chance[];
  swings: Swing[];
  drivers: Choice[];
  strengths: Choice[];
  links: LinkText[];
  seed: string;
}

export interface DoubtLine {
  row: string;
  year: number;
  label: string;
  when: string;
  unit: string;
  base: string;
  low: string;
  mid: string;
  high: string;
}

export interface Chance {
  when: string;
  text: string;
  plain: string;
}

export interface Swing {
  input: string;
  label: string;
  from: string;
  to: string;
  low: string;
  high: string;
  lowPlain: string;
  highPlain: string;
  share: string;
  narrow: string;
}

export interface LinkText {
  a: string;
  b: string;
  nameA: string;
  nameB: string;
  strength: string;
  counts: string;
}
