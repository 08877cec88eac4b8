import type { Page } from "@playwright/test";
import axe from "axe-core";

export const themes = ["light", "dark", "projector"] as const;

/** Wears an appearance as the reader's choice does, also under a room that covers the choice. */
async function wear(page: Page, theme: string): Promise<void> {
  await page.evaluate((name) => { document.documentElement.dataset.theme = name; }, theme);
}

/**
 * What axe finds on the page, or in the room over it, by rule and element. It runs
 * within the page, several times faster than from outside: no frames are to be joined.
 */
async function run(page: Page, rules: string[] | null): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  return page.evaluate(async (only) => {
    const over = document.querySelector('dialog[open], [role="dialog"]');
    const { axe: here } = window as unknown as { axe: typeof axe };
    const options = { resultTypes: ["violations" as const], preload: false, elementRef: false };
    const { violations } = await here.run(over ?? document, only ? { ...options, runOnly: only } : options);
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id} ${node.html}`));
  }, rules);
}

/** Everything axe knows once, and the contrasts in every appearance: seven to one at the projector. */
export async function faults(page: Page, of: readonly string[] = themes): Promise<string[]> {
  const found: string[] = [];
  const worn = await page.evaluate(() => document.documentElement.dataset.theme ?? "");
  for (const theme of of) {
    await wear(page, theme);
    const contrast = theme === "projector" ? ["color-contrast", "color-contrast-enhanced"] : ["color-contrast"];
    for (const each of await run(page, theme === of[0] ? null : contrast)) found.push(`${theme} ${each}`);
  }
  await wear(page, worn);
  return found;
}
