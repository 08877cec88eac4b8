import type { Component } from "svelte";
import type { Guide } from "../../help/guide.svelte";
import type { Trail } from "../../parts/why/trail.svelte";

/** What a page shows besides its sentence, chart, fields and tables. */
export type Panel = Component<{ guide: Guide; trail: Trail; empty: boolean }>;

/** The pages that have such a thing; it is fetched when one of them is first shown. */
const panels: Readonly<Record<string, () => Promise<{ default: Panel }>>> = {
  case: () => import("../case/CasePanel.svelte"),
  risk: () => import("../risk/RiskPanel.svelte"),
  "measures/": () => import("../measures/MeasurePanel.svelte"),
  measures: () => import("../measures/MeasuresPanel.svelte"),
};

/** The panel of a page; one for all pages under another. */
export function panelOf(page: string): Promise<{ default: Panel }> | undefined {
  return panels[page.replace(/\/.*/, "/")]?.();
}
