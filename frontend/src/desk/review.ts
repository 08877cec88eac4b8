/** What came back from others, as app/desk/contract_review.go states it. */
import type { JobRequest, Reading, View } from "./contract";

export type ReviewRequest = Reading & JobRequest;

export interface ReviewUploadRequest extends ReviewRequest {
  name: string;
  base64: string;
}

export interface ReviewTakeRequest extends Reading {
  number: number;
}

export interface ReviewEdit {
  number: number;
  place: string;
  name: string;
  was: string;
  is: string;
  effect: string;
  /** Whether the open plan can take it, has it already, or cannot. */
  taking: string;
}

export interface ReviewLine {
  place: string;
  label: string;
  was: string;
  is: string;
}

export interface ReviewGroup {
  kind: string;
  title: string;
  grave: boolean;
  lines: ReviewLine[];
  more: number;
}

export interface ReviewView {
  open: boolean;
  name: string;
  state: string;
  sentence: string;
  signed: string;
  signature: string;
  ask: string;
  notes: string[];
  edits: ReviewEdit[];
  groups: ReviewGroup[];
}

export interface ReviewTaken {
  view: View;
  review: ReviewView;
}

export interface ContrastRequest extends ReviewRequest {
  side: number;
}

export interface ContrastUploadRequest extends ContrastRequest {
  name: string;
  base64: string;
}

export interface ContrastLine {
  name: string;
  was: string;
  is: string;
  effect: string;
  share: string;
}

export interface ContrastView {
  first: string;
  second: string;
  own: boolean;
  both: boolean;
  ask: string;
  same: string;
  lines: ContrastLine[];
  gone: string[];
  new: string[];
  rest: string;
}
