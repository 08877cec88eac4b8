/**
 * What the program answers, as app/desk/contract.go states it. Amounts are texts.
 */

export interface Greeting {
  version: string;
  browser: boolean;
  languages: Language[];
  language: string;
  samples: Choice[];
}

export interface Language {
  code: string;
  name: string;
  rtl: boolean;
}

export interface Choice {
  id: string;
  name: string;
}

export interface Words {
  language: string;
  rtl: boolean;
  texts: Record<string, string>;
  decimal: string;
  group: string;
  groupMin: number;
  minus: string;
  percent: string;
}

export interface View {
  open: boolean;
  revision: number;
  title: string;
  post: string;
  file: string;
  saved: boolean;
  illustrative: boolean;
  canUndo: boolean;
  canRedo: boolean;
  currency: string;
  donor: string;
  years: YearHead[];
  scenario: string;
  scenarios: Choice[];
  chain: Step[];
  story: Figure[];
  findings: Finding[];
}

export interface YearHead {
  year: number;
  label: string;
  actual: boolean;
}

export interface Step {
  id: string;
  name: string;
  state: string;
}

export interface Figure {
  id: string;
  label: string;
  value: string;
  detail: string;
  evidence: string;
  row: string;
  year: number;
}

export interface Series {
  id: string;
  name: string;
  points: string[];
}

export interface Finding {
  place: string;
  input: string;
  page: string;
  sentence: string;
  remedy: string;
  warning: boolean;
}

export interface CellEdit {
  input: string;
  year: number;
  text: string;
}

export interface EditRequest extends Reading, Partial<Shown> {
  cells: CellEdit[];
}

export interface CellFault extends CellEdit {
  sentence: string;
}

export interface EditAnswer {
  view: View;
  faults: CellFault[];
}

export interface Reading {
  language: string;
  scenario: string;
}

/** Shown names the page that is shown, and by its stamp what of it is known already. */
export interface Shown {
  page: string;
  stamp: number;
}

export interface JobRequest {
  language: string;
  job: string;
}

/** How far a piece of work has come, of a hundred; 0 where that is not known. */
export interface JobProgress {
  percent: number;
}

export type WorkbookRequest = Reading & JobRequest;

export interface SampleRequest {
  name: string;
  language: string;
}

export interface FileRequest {
  language: string;
  name: string;
  text: string;
}

export interface FileAnswer {
  chosen: boolean;
  name: string;
  folder: string;
  base64: string;
  view: View;
}

export interface Fault {
  code: string;
  sentence: string;
  remedy: string;
  place: string;
}
