/** Losses, and which measures are best, as app/desk/contract_measures.go states it. */
import type { CellEdit, JobRequest, Reading, View } from "./contract";

export interface LossCurve {
  given: boolean;
  title: string;
  sentence: string;
  method: string;
  unit: string;
  points: LossPoint[];
  levels: LossLevel[];
}

export interface LossPoint {
  amount: string;
  text: string;
  without: string;
  with: string;
  chanceWithout: string;
  chanceWith: string;
}

export interface LossLevel {
  label: string;
  without: string;
  with: string;
}

export type AdviceRequest = Reading & JobRequest;

export interface Advice {
  given: boolean;
  sentence: string;
  warning: string;
  same: boolean;
  cells: CellEdit[];
  before: string;
  after: string;
  best: string;
  measures: AdviceLine[];
  shares: AdviceShare[];
  near: string[];
  waiting: string;
  later: string;
  band: string;
}

export interface AdviceLine {
  id: string;
  name: string;
  chosen: string;
  best: string;
  cost: string;
  worth: string;
  why: string;
}

export interface AdviceShare {
  percent: number;
  label: string;
  worth: string;
  plain: string;
  warning: string;
  count: number;
  list: string;
  cells: CellEdit[];
}

export interface Catalogue {
  measures: CatalogueMeasure[];
  losses: CatalogueLoss[];
}

export interface CatalogueMeasure {
  id: string;
  name: string;
  text: string;
  function: string;
  programme: string;
  practice: string;
  cautions: string[];
  evidence: CatalogueEvidence[];
  have: boolean;
}

export interface CatalogueEvidence {
  text: string;
  source: string;
}

export interface CatalogueLoss {
  id: string;
  name: string;
  text: string;
  have: boolean;
}

export interface TakeRequest extends Reading {
  measures: string[];
  losses: string[];
}

export interface MeasuresRequest extends Reading {
  name: string;
  text: string;
}

export interface MeasuresTaken {
  chosen: boolean;
  told: string;
  view: View;
}
