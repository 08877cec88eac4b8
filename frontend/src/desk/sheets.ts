/** The workbook's sheets, as app/desk/contract_sheets.go states them. */
import type { Choice } from "./contract";

export interface SheetsView {
  stamp: number;
  revision: number;
  sheets: Choice[];
}

export interface SheetRequest {
  language: string;
  stamp: number;
  id: string;
  from: number;
}

export interface SheetCell {
  text: string;
  look: string;
  align: string;
  wrap: boolean;
  span: number;
}

export interface SheetLine {
  number: number;
  cells: SheetCell[];
  /** One at most. */
  charts: SheetChart[];
}

export interface SheetChart {
  title: string;
  categories: string[];
  series: SheetSeries[];
}

export interface SheetSeries {
  name: string;
  /** line, column, stacked or bar */
  kind: string;
  /** work, money or wait; empty: one of several */
  tone: string;
  values: string[];
  texts: string[];
}

export interface SheetView {
  id: string;
  name: string;
  widths: number[];
  head: number;
  lines: SheetLine[];
  more: number;
}
