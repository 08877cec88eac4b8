/** The plans of many posts side by side, as app/desk/contract_workshop.go states it. */
import type { Choice } from "./contract";

export interface WorkshopRequest {
  language: string;
  currency: string;
  hide: boolean;
  job: string;
}

export interface WorkshopPlain {
  name: string;
  text: string;
}

export interface WorkshopUploadRequest {
  language: string;
  first: boolean;
  last: boolean;
  files: WorkshopPlain[];
}

export interface WorkshopPlanRequest {
  language: string;
  file: string;
}

export interface WorkshopCell {
  text: string;
  plain: string;
}

export interface WorkshopPost {
  id: string;
  name: string;
  country: string;
  statuses: string;
  years: string;
  counts: boolean;
  figures: WorkshopCell[];
  rates: string[];
  notes: string[];
  files: Choice[];
}

export interface WorkshopGroup {
  name: string;
  figures: string[];
}

export interface WorkshopLeft {
  post: string;
  file: string;
  why: string;
  fault: string;
}

export interface WorkshopView {
  open: boolean;
  folder: string;
  hidden: boolean;
  illustrative: boolean;
  currency: string;
  currencies: Choice[];
  columns: Choice[];
  posts: WorkshopPost[];
  groups: WorkshopGroup[];
  left: WorkshopLeft[];
  sentences: string[];
}
