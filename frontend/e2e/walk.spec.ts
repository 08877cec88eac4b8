import { mkdir } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { faults, themes } from "./axe";
import { theApplication, theCase } from "./caseStops";
import { expect, test } from "./program";
import { reader } from "./spoken";
import { beginnings, further, type Look, measures, pages, rooms } from "./stops";
import { posts } from "./stopsOfPosts";
import { type Language, languages } from "./words";

/** A folder for a picture of every stop, to be looked at by eye; none unless asked for. */
const pictures = process.env.PICTURES ?? "";
const drawn: Partial<Record<Language, readonly string[]>> = { en: ["light", "projector"], fr: ["dark"], ar: ["light"] };

/** How far the page, or the room over it, reaches beyond its side. */
async function beyond(page: Page): Promise<number> {
  return page.evaluate(() => {
    const body = document.querySelector("dialog[open] .body") ?? document.documentElement;
    return Math.max(body.scrollWidth - body.clientWidth, document.documentElement.scrollWidth - window.innerWidth);
  });
}

/** A window of 1366 by 768, and the same at 200 %: half as wide and high in the page's own measure. */
async function wide(page: Page, popup: boolean): Promise<string[]> {
  const found: string[] = [];
  for (const width of popup ? [1366] : [683, 1366]) {
    await page.setViewportSize({ width, height: width === 683 ? 384 : 768 });
    const over = await beyond(page);
    if (over > 0) found.push(`${String(over)} beyond the side at ${String(width)}`);
  }
  return found;
}

async function draw(page: Page, language: Language, stop: string): Promise<void> {
  await mkdir(pictures, { recursive: true });
  for (const theme of drawn[language] ?? []) {
    await page.evaluate((name) => { document.documentElement.dataset.theme = name; }, theme);
    await page.screenshot({ path: `${pictures}/${language}-${theme} ${stop}.png` });
  }
  await page.evaluate(() => { document.documentElement.dataset.theme = "light"; });
}

for (const language of languages) {
  test.describe(language, () => {
    test.use({ language });
    for (const [where, walk] of [["before a plan is filled", beginnings], ["on the pages", pages], ["on the further pages", further], ["of risk and measures", measures], ["of the case", theCase], ["of the application", theApplication], ["in the rooms", rooms], ["among posts", posts]] as const) {
      test(`nothing is raw, foreign, hidden or hard to read ${where}, in ${language}`, async ({ desk: page, say }) => {
        test.setTimeout(180_000);
        const read = reader(language);
        const amiss: string[] = [];
        const look: Look = async (stop, { popup = false, alike = false } = {}) => {
          const found = [...(await read(page)), ...(await wide(page, popup))];
          if (!alike && (language === "en" || language === "ar")) found.push(...(await faults(page, themes)));
          amiss.push(...found.map((each) => `${stop}: ${each}`));
          if (pictures !== "") await draw(page, language, stop);
        };
        await walk(page, say, look);
        expect(amiss).toEqual([]);
      });
    }
  });
}
