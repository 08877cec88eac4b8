import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { choose, expect, openSample, test, turn } from "./program";

const steps = ["post", "drivers", "workload", "team", "budget", "funding", "case"];

/** Everything the page says, seen or heard, but what the reader wrote, which stands apart or isolated. */
async function said(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const copy = document.body.cloneNode(true) as HTMLElement;
    for (const own of copy.querySelectorAll("script, style, .own, select")) own.remove();
    const heard = [...copy.querySelectorAll("[aria-label], [title]")];
    const names = heard.flatMap((each) => [each.getAttribute("aria-label") ?? "", each.getAttribute("title") ?? ""]);
    const walker = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
    const texts: string[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode.textContent ?? "");
    const isolated = /\u2068[^\u2069]*\u2069/g;
    return [...texts, ...names].map((text) => text.replace(isolated, "").trim()).filter((text) => text !== "");
  });
}

/** Two Latin words in a row are a sentence left in another language; F2, VUV are not. */
const latin = /[A-Za-z]{2,}[\s,.;:]+[A-Za-z]{2,}/;

test("in Arabic the page runs from right to left and nothing is left in English", async ({ desk: page }) => {
  await choose(page, "language", "ar");
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  expect((await said(page)).filter((text) => latin.test(text) || text.includes("⟨"))).toEqual([]);
  await openSample(page);
  for (const step of [...steps, "drivers"]) {
    await turn(page, step);
    await page.locator("details").evaluateAll((all) => { for (const each of all) each.setAttribute("open", ""); });
    const texts = await said(page);
    expect(texts.length).toBeGreaterThan(60);
    expect(texts.filter((text) => latin.test(text) || text.includes("⟨")), step).toEqual([]);
  }
  const first = await page.getByRole("grid").getByRole("columnheader").nth(4).boundingBox();
  const last = await page.getByRole("grid").getByRole("columnheader").last().boundingBox();
  expect(first?.x ?? 0).toBeGreaterThan(last?.x ?? 0);
});

test("in Arabic a chart's time still runs from left to right", async ({ desk: page }) => {
  await choose(page, "language", "ar");
  await openSample(page);
  const years = page.locator("figure svg text").filter({ hasText: /^20\d\d$/ });
  const places = await years.evaluateAll((all) => all.map((each) => [each.textContent ?? "", each.getBoundingClientRect().x] as const));
  const byPlace = [...places].sort((a, b) => a[1] - b[1]).map(([year]) => year);
  expect(byPlace.length).toBeGreaterThan(3);
  expect(byPlace).toEqual([...byPlace].sort());
});

/** What axe finds, by rule and element; of some rules or of all. */
async function found(page: Page, rules?: string[], but: string[] = []): Promise<string[][]> {
  const axe = new AxeBuilder({ page }).options({ resultTypes: ["violations"], preload: false }).disableRules(but);
  if (rules) axe.withRules(rules);
  return (await axe.analyze()).violations.map(({ id, nodes }) => [id, ...nodes.map((node) => node.html)]);
}

for (const language of ["en", "ar"]) {
  test(`axe finds nothing on any page in ${language}`, async ({ desk: page }) => {
    test.setTimeout(180_000);
    await choose(page, "language", language);
    expect(await found(page)).toEqual([]);
    await openSample(page);
    await page.locator('[data-place="0:4"]').first().click();
    await page.keyboard.type("x y");
    await page.keyboard.press("Enter");
    await expect(page.locator('[aria-invalid="true"]')).toHaveCount(1);
    await page.locator('[data-figure="gap"] .value').click();
    for (const step of steps) {
      await turn(page, step);
      await page.locator("details").evaluateAll((all) => { for (const each of all) each.setAttribute("open", ""); });
      // Colours are the same in every language.
      expect(await found(page, undefined, language === "en" ? [] : ["color-contrast"]), step).toEqual([]);
    }
  });
}

for (const theme of ["dark", "projector"]) {
  test(`texts stand out from their ground on every page, ${theme}`, async ({ desk: page }) => {
    test.setTimeout(180_000);
    await openSample(page);
    await choose(page, "theme", theme);
    await page.getByRole("combobox", { name: "Scenario" }).selectOption({ index: 1 });
    await page.locator('[data-figure="gap"] .value').click();
    const rules = theme === "projector" ? ["color-contrast", "color-contrast-enhanced"] : ["color-contrast"];
    for (const step of steps) {
      await turn(page, step);
      expect(await found(page, rules), step).toEqual([]);
    }
  });
}

test("axe finds nothing in a list of choices, a cell's menu, or the form for evidence", async ({ desk: page }) => {
  await openSample(page);
  const violations = () => found(page);
  await page.locator('[data-place="0:2"]').first().focus();
  await page.keyboard.press("F2");
  await expect(page.getByRole("listbox")).toBeVisible();
  expect(await violations()).toEqual([]);
  await page.keyboard.press("Escape");
  await page.locator('[data-place="0:4"]').first().focus();
  await page.keyboard.press("Shift+F10");
  expect(await violations()).toEqual([]);
  await page.getByRole("menuitem", { name: "State the evidence" }).click();
  await expect(page.getByRole("form")).toBeVisible();
  expect(await violations()).toEqual([]);
});

test("nothing lies beyond the side of any page", async ({ desk: page }) => {
  test.setTimeout(120_000);
  await openSample(page);
  const beyond = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  for (const language of ["en", "fr", "es", "pt", "ar"]) {
    await choose(page, "language", language);
    for (const step of steps) {
      await turn(page, step);
      for (const theme of ["light", "projector"]) {
        await choose(page, "theme", theme);
        for (const width of [1366, 683]) {
          await page.setViewportSize({ width, height: width === 683 ? 384 : 768 });
          expect(await beyond(), `${language}, ${step}, ${theme}, ${String(width)}`).toBeLessThanOrEqual(0);
        }
      }
    }
  }
});

test("nothing is asked of any other address", async ({ page, address }) => {
  const asked = new Set<string>();
  page.on("request", (request) => asked.add(new URL(request.url()).origin));
  await page.goto(address);
  await openSample(page);
  expect([...asked].filter((origin) => origin !== "null")).toEqual([new URL(address).origin]);
});

test("axe finds nothing in the menu, in the question before leaving, or in a fault", async ({ desk: page }) => {
  await openSample(page);
  await page.locator('[data-place="0:4"]').first().click();
  await page.keyboard.type("26000");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("banner")).toContainText("changes not saved");
  await page.getByRole("button", { name: "Open" }).click();
  const violations = () => found(page);
  expect(await violations()).toEqual([]);
  await page.getByRole("button", { name: /Senegal/ }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  expect(await violations()).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  const noPlan = { name: "notes.outrigger", mimeType: "application/json", buffer: Buffer.from("Dear colleague,") };
  await page.locator('input[type="file"]').setInputFiles(noPlan);
  await page.getByRole("dialog").getByRole("button", { name: "Do not save" }).click();
  await expect(page.getByRole("alert")).not.toHaveText("");
  expect(await violations()).toEqual([]);
});
