import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { data, room } from "./guide";
import { choose, expect, openSample, test } from "./program";

/** Two Latin words in a row are a sentence left in another language. */
const latin = /[A-Za-z]{3,}[\s,.;:]+[A-Za-z]{3,}/;

/** What the open room says in the reader's language, without what the reader or a file wrote. */
async function foreign(page: Page): Promise<string[]> {
  return room(page).evaluate((dialog, pattern) => {
    const copy = dialog.cloneNode(true) as HTMLElement;
    for (const own of copy.querySelectorAll(".own, kbd, select, [role=listbox]")) own.remove();
    const texts: string[] = [];
    const walker = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) texts.push((walker.currentNode.textContent ?? "").replace(/\u2068[^\u2069]*\u2069/g, "").trim());
    return texts.filter((text) => text.includes("⟨") || new RegExp(pattern).test(text));
  }, latin.source);
}

async function clean(page: Page, language: string): Promise<void> {
  const open = (await room(page).count()) > 0;
  const over = page.locator('dialog[open], [role="dialog"]');
  const axe = new AxeBuilder({ page });
  if ((await over.count()) > 0) axe.include('dialog[open], [role="dialog"]');
  expect((await axe.analyze()).violations).toEqual([]);
  if (language === "ar" && open) expect(await foreign(page)).toEqual([]);
  await within(page);
}

async function within(page: Page): Promise<void> {
  const beyond = await page.evaluate(() => {
    const over = document.querySelector("dialog[open] .body") ?? document.documentElement;
    return Math.max(over.scrollWidth - over.clientWidth, document.documentElement.scrollWidth - window.innerWidth);
  });
  expect(beyond).toBeLessThanOrEqual(0);
}

for (const language of ["en", "ar"]) {
  test(`axe finds nothing where a plan is begun, in ${language}`, async ({ desk: page }) => {
    await choose(page, "language", language);
    await clean(page, language);
    await page.locator("main .main").click();
    await expect(room(page).getByRole("combobox").first()).toBeFocused();
    await page.keyboard.type(language === "en" ? "ki" : "كي");
    await clean(page, language);
    await page.setViewportSize({ width: 683, height: 384 });
    await within(page);
  });

  test(`axe finds nothing in the ways in, scenarios, help and tour, in ${language}`, async ({ desk: page }) => {
    await choose(page, "language", language);
    await openSample(page);
    await page.locator("header .button[aria-expanded]").click();
    await page.locator("header li button").nth(3).click();
    await clean(page, language);
    await page.locator("input[data-sheet]").setInputFiles(data("usps.csv"));
    await room(page).getByRole("combobox", { name: /Number of post offices/ }).click();
    await page.keyboard.press("PageDown");
    await page.keyboard.press("Enter");
    await expect(room(page).locator("article [role=status]")).not.toBeEmpty();
    await clean(page, language);
    await page.setViewportSize({ width: 683, height: 384 });
    await within(page);
    await page.setViewportSize({ width: 1366, height: 768 });
    await page.keyboard.press("Escape");
    await page.locator("[data-tour=scenario] button").click();
    await room(page).locator("li button").nth(1).click();
    await expect(room(page).locator("table")).toHaveCount(2);
    await clean(page, language);
    await page.keyboard.press("Escape");
    await page.keyboard.press("F1");
    for (const tab of await room(page).getByRole("tab").all()) {
      await tab.click();
      await clean(page, language);
    }
    await room(page).locator(".foot .button").first().click();
    await expect(page.locator('[role="dialog"] .main')).toBeFocused();
    await clean(page, language);
  });
}

test("axe finds nothing in the rooms in dark and at the projector", async ({ desk: page }) => {
  for (const theme of ["dark", "projector"]) {
    await choose(page, "theme", theme);
    await page.keyboard.press("F1");
    const axe = new AxeBuilder({ page }).include("dialog[open]");
    if (theme === "projector") axe.options({ rules: { "color-contrast-enhanced": { enabled: true } } });
    expect((await axe.analyze()).violations).toEqual([]);
    await page.keyboard.press("Escape");
  }
});
