import type { Component } from "svelte";
import type { Guide } from "../../help/guide.svelte";
import type { Trail } from "../../parts/why/trail.svelte";

/** What a page shows besides its sentence, chart, fields and tables. */
export type Panel = Component<{ guide: Guide; trail: Trail; empty: boolean }>;

/** The pages that have such a thing; it is fetched when one of them is first shown. */
const panels: Readonly<Record<string, () => Promise<{ default: Panel }>>> = {
  case: () => import("../case/CasePanel.svelte"),
  funding: () => import("../funding/Shares.svelte"),
  risk: () => import("../risk/RiskPanel.svelte"),
  "measures/": () => import("../measures/MeasurePanel.svelte"),
  measures: () => import("../measures/MeasuresPanel.svelte"),
};

const fetched = new Map<string, Promise<{ default: Panel }> | undefined>();

/**
 * The panel of a page; one for all pages under another. It is the same promise each time,
 * so that a panel stays as it is while its page is drawn anew.
 */
export function panelOf(page: string): Promise<{ default: Panel }> | undefined {
  const key = page.replace(/\/.*/, "/");
  if (!fetched.has(key)) fetched.set(key, panels[key]?.());
  return fetched.get(key);
}
