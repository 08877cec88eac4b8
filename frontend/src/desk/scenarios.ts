/** What is asked and answered about scenarios, as app/desk/pages.go states it. */
import type { Reading } from "./contract";

export interface ScenarioRequest extends Reading {
  name: string;
}

export interface Comparison {
  base: string;
  other: string;
  rows: ComparisonRow[];
  cells: ComparisonCell[];
}

export interface ComparisonRow {
  row: string;
  label: string;
  when: string;
  unit: string;
  base: string;
  other: string;
  difference: string;
  percent: string;
}

export interface ComparisonCell {
  input: string;
  year: number;
  label: string;
  base: string;
  other: string;
}
