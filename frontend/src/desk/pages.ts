/**
 * What a page of the planner shows and may ask, as app/desk/pages.go states it. Every
 * page is the same kind of thing: a purpose, a sentence over a chart, fields, and
 * tables of figures, texts and choices.
 */
import type { CellFault, Choice, Reading, Series, View } from "./contract";
import type { RangeText } from "./doubt";

export interface PageRequest extends Reading {
  page: string;
}

export interface Page {
  id: string;
  title: string;
  purpose: string;
  sentence: string;
  chart: Drawing;
  gauges: Gauges[];
  /** The sentences that make the case. */
  claims: Claim[];
  fields: Field[];
  tables: Grid[];
  empty: boolean;
}

export interface Drawing {
  unit: string;
  base: string;
  lines: Series[];
  columns: Series[];
}

/** Figures drawn one under another, each on a scale from nought. */
export interface Gauges {
  id: string;
  title: string;
  key: string;
  list: Gauge[];
}

/** A score, or one's own place among the quartiles of a group; plain decimals, empty where there is none. */
export interface Gauge {
  id: string;
  label: string;
  note: string;
  text: string;
  most: string;
  bar: string;
  inner: string;
  least: string;
  lower: string;
  median: string;
  upper: string;
  top: string;
  own: string;
}

/** A sentence of the case: as drafted from its figures, or as the post words it. */
export interface Claim {
  id: string;
  label: string;
  place: string;
  text: string;
  draft: string;
  limit: number;
  edited: boolean;
  /** Its figures have moved since it was worded. */
  moved: boolean;
  note: string;
  figures: ClaimFigure[];
}

export interface ClaimFigure {
  label: string;
  value: string;
  was: string;
  row: string;
  year: number;
}

export interface Field {
  place: string;
  label: string;
  help: string;
  kind: string;
  text: string;
  choices: Choice[];
  cell: GridCell;
  group: string;
  /** It stands under the tables. */
  last: boolean;
}

export interface Grid {
  id: string;
  title: string;
  list: string;
  add: string;
  settings: Head[];
  /** Choices that cells have of their own, by GridCell.of. */
  sets: ChoiceSet[];
  years: boolean;
  rows: GridRow[];
}

export interface Head {
  id: string;
  label: string;
  kind: string;
  choices: Choice[];
}

export interface ChoiceSet {
  id: string;
  choices: Choice[];
}

export interface GridRow {
  id: string;
  item: string;
  name: GridCell;
  part: string;
  unit: string;
  settings: GridCell[];
  cells: GridCell[];
  strong: boolean;
  page: string;
}

export interface GridCell {
  kind: string;
  input: string;
  year: number;
  place: string;
  row: string;
  text: string;
  value: string;
  grade: string;
  overridden: boolean;
  of: string;
  placeholder: string;
}

export interface SetItem {
  place: string;
  text: string;
}

export interface SetRequest extends Reading {
  items: SetItem[];
}

export interface SetAnswer {
  view: View;
  faults: CellFault[];
}

export interface AddRequest extends Reading {
  list: string;
  name: string;
}

export interface RemoveRequest extends Reading {
  list: string;
  item: string;
}

export interface Evidence {
  input: string;
  grade: string;
  source: string;
  year: number;
  note: string;
  owner: string;
}

export type EvidenceRequest = Evidence & Reading;

export interface WhyRequest extends Reading {
  row: string;
  year: number;
}

export interface Why {
  row: string;
  year: number;
  title: string;
  when: string;
  value: string;
  unit: string;
  formula: string;
  grade: string;
  source: string;
  evidenceYear: number;
  note: string;
  owner: string;
  input: string;
  page: string;
  range: RangeText;
  ranged: string;
  parts: WhyPart[];
}

export interface WhyPart {
  row: string;
  year: number;
  label: string;
  when: string;
  value: string;
  unit: string;
  grade: string;
}
