/** What is asked and answered when a plan is begun or taken up again, as app/desk/begin.go states it. */
import type { Choice } from "./contract";

export interface BeginRequest {
  language: string;
  country: string;
  post: string;
  title: string;
  donor: string;
  first: number;
  lastActual: number;
  last: number;
  startMonth: number;
  empty: boolean;
}

export interface Beginnings {
  countries: Choice[];
  currencies: Choice[];
  first: number;
  lastActual: number;
  last: number;
}

export interface RecentPlan {
  path: string;
  name: string;
  folder: string;
  post: string;
  unsaved: string;
}

export interface Recents {
  plans: RecentPlan[];
}

export interface PathRequest {
  language: string;
  path: string;
}
