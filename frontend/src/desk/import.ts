/** What is asked and answered when a spreadsheet is brought in, as app/desk/import.go states it. */
import type { Choice, Reading } from "./contract";

export interface ImportView {
  open: boolean;
  file: string;
  filled: boolean;
  tables: ImportTable[];
  targets: ImportTarget[];
  mappings: Choice[];
  lines: ImportLine[];
  sentences: string[];
  ready: boolean;
  choice: ImportRequest;
}

export interface ImportTable {
  title: string;
  long: boolean;
  first: number;
  last: number;
  claims: ImportClaim[];
  columns: ImportColumn[];
  rows: ImportRow[];
}

export interface ImportClaim {
  factor: string;
  sentence: string;
}

export interface ImportColumn {
  name: string;
  measure: boolean;
  values: string[];
}

export interface ImportRow {
  label: string;
  cell: string;
  group: string;
  measure: string;
  total: boolean;
  years: string;
  latest: string;
}

export interface ImportTarget {
  id: string;
  name: string;
  missing: boolean;
  new: boolean;
}

export interface ImportRequest extends Reading {
  table: number;
  scale: string;
  decimal: string;
  mapping: string;
  saveAs: string;
  series: ImportSeries[];
}

export interface ImportSeries {
  target: string;
  name: string;
  unit: string;
  cell: string;
  label: string;
  measure: string;
  filters: ImportFilter[];
  sum: boolean;
  from: number;
  to: number;
}

export interface ImportFilter {
  column: string;
  equal: string[];
}

export interface ImportLine {
  target: string;
  sentence: string;
  figures: string;
  notes: string[];
  fault: string;
}

export interface UploadRequest extends Reading {
  name: string;
  base64: string;
}

export interface PasteRequest extends Reading {
  text: string;
}
