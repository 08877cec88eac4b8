import { readFile } from "node:fs/promises";
import { cell, choose, copyHTML, expect, openSample, test } from "./program";

const phishing = "Phishing and fake-parcel messages reported";
const tracked = "International parcels tracked online";

test("a saved plan opens again by its file", async ({ desk: page }) => {
  await openSample(page);
  await (await cell(page, tracked, "2024")).click();
  await page.keyboard.type("26000");
  const coming = page.waitForEvent("download");
  await page.keyboard.press("Control+s");
  const file = await coming;
  await expect(page.getByRole("banner")).toContainText("saved");
  const text = await readFile(await file.path());
  expect(text.toString()).toContain('"26000"');
  await page.locator('input[type="file"]').setInputFiles({ name: "isles.outrigger", mimeType: "application/json", buffer: text });
  await expect(page.getByRole("banner")).toContainText("isles.outrigger");
  await expect((await cell(page, tracked, "2024")).locator(".figure")).toHaveText("26,000");
});

test("ten thousand pasted cells do not hold the page up", async ({ desk: page }) => {
  await openSample(page);
  await (await cell(page, tracked, "2023")).click();
  const row = `<tr>${"<td>12</td>".repeat(10)}</tr>`;
  await copyHTML(page, `<table>${row.repeat(1000)}</table>`, "");
  await page.keyboard.press("Control+v");
  await expect(page.getByRole("status")).toContainText("beyond the table");
  await page.keyboard.press("Control+z");
  await expect((await cell(page, tracked, "2023")).locator(".figure")).not.toHaveText("12");
});

test("a copied block comes back where it is pasted, exact", async ({ desk: page }) => {
  await openSample(page);
  await (await cell(page, phishing, "2023")).click();
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Control+c");
  await (await cell(page, tracked, "2023")).click();
  await page.keyboard.press("Control+v");
  await expect((await cell(page, tracked, "2024")).locator(".figure")).toHaveText(
    await (await cell(page, phishing, "2024")).locator(".figure").innerText(),
  );
});

test("another language keeps the edit, and a text that could not be read", async ({ desk: page }) => {
  await openSample(page);
  await (await cell(page, tracked, "2024")).click();
  await page.keyboard.type("26000");
  await page.keyboard.press("Tab");
  await page.keyboard.type("many");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("grid")).toContainText("many");
  await choose(page, "language", "fr");
  await expect((await cell(page, tracked, "2024")).locator(".figure")).toHaveText("26\u202f000");
  const bad = await cell(page, tracked, "2025");
  await expect(bad.locator(".figure")).toHaveText("many");
  await expect(page.getByRole("grid")).toContainText("n’a pas pu être lu");
  await choose(page, "language", "en");
  await expect((await cell(page, tracked, "2024")).locator(".figure")).toHaveText("26,000");
});

test("unsaved changes are asked about before another plan is opened", async ({ desk: page }) => {
  await openSample(page);
  await (await cell(page, tracked, "2024")).click();
  await page.keyboard.type("26000");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("banner")).toContainText("changes not saved");
  await page.getByRole("button", { name: "Open" }).click();
  await page.getByRole("button", { name: /Senegal/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
  await expect((await cell(page, tracked, "2024")).locator(".figure")).toHaveText("26,000");
  await page.getByRole("button", { name: "Open" }).click();
  await page.getByRole("button", { name: /Senegal/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Do not save" }).click();
  await expect(page.getByRole("banner")).toContainText("Sénégal");
});

test("growth rates are filled along and copied as percentages", async ({ desk: page }) => {
  await openSample(page);
  const rates = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: "growth a year" }) }).first().locator(".figure");
  const at = await rates.count();
  await rates.nth(at - 3).click();
  await page.keyboard.type("12");
  await page.keyboard.press("Enter");
  await expect(rates.nth(at - 3)).toHaveText("12%");
  await rates.nth(at - 3).click();
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Control+r");
  await expect(rates.nth(at - 2)).toHaveText("12%");
  await page.keyboard.press("Control+c");
  await rates.nth(at - 2).click();
  await page.keyboard.press("Control+v");
  await expect(rates.nth(at - 1)).toHaveText("12%");
});

test("a plan can be edited with the keyboard alone", async ({ desk: page }) => {
  await page.keyboard.press("Tab");
  while (!(await page.evaluate(() => document.activeElement?.textContent?.includes("Vanuatu")))) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("grid")).toBeVisible();
  await page.getByRole("link", { name: "Go to the table" }).focus();
  await page.keyboard.press("Enter");
  for (let n = 0; n < 5; n++) await page.keyboard.press("ArrowRight");
  await page.keyboard.type("26000");
  await page.keyboard.press("Enter");
  await expect((await cell(page, tracked, "2024")).locator(".figure")).toHaveText("26,000");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.closest("[role=grid]") === null)).toBe(true);
});
