import type { View } from "./contract";

/** The funding packages that may be asked for the project's costs together. */
export interface Sharers {
  packages: readonly Sharer[];
  /** The plan shares its costs already. */
  shared: boolean;
}

export interface Sharer {
  id: string;
  name: string;
  /** In which it is asked, from 1; 0: it does not share. */
  order: number;
  /** Why it cannot be asked at all; empty: it can. */
  barred: string;
}

/** Those that come first are asked for the most; none: one package alone is asked again. */
export interface ShareCostsRequest {
  language: string;
  scenario: string;
  packages: readonly string[];
}

export interface SharedCosts {
  /** What is left to the post. */
  sentence: string;
  /** Who cannot be asked, and which rules leave it. */
  reasons: readonly string[];
  view: View;
}
