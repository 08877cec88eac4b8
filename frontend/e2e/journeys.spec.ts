import { readFile } from "node:fs/promises";
import { cell, choose, copyHTML, expect, figure, openSample, test } from "./program";

const phishing = "Phishing and fake-parcel messages reported";
const tracked = "International parcels tracked online";

test("a sample opens, a changed driver moves the gap, undo and redo follow", async ({ desk: page }) => {
  await openSample(page);
  await expect(page.locator("[data-figure]")).toHaveCount(5);
  for (const value of await page.locator("[data-figure] .value").allInnerTexts()) expect(value).toMatch(/\d/);
  const gap = figure(page, "gap");
  const before = await gap.innerText();
  const reports = await cell(page, phishing, "2025");
  const reported = await reports.locator(".figure").innerText();
  await reports.click();
  await page.keyboard.type("9000");
  await page.keyboard.press("Enter");
  await expect(gap).not.toHaveText(before);
  await expect(reports.locator(".figure")).toHaveText("9,000");
  await expect(page.getByRole("status")).toContainText(await gap.innerText());
  const after = await gap.innerText();
  await page.keyboard.press("Control+z");
  await expect(gap).toHaveText(before);
  await expect(reports.locator(".figure")).toHaveText(reported);
  await page.keyboard.press("Control+y");
  await expect(gap).toHaveText(after);
});

test("the workbook is written as a file that a sheet can open", async ({ desk: page }) => {
  await openSample(page);
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: "Write workbook" }).click();
  const file = await coming;
  expect(file.suggestedFilename()).toMatch(/\.xlsx$/);
  expect((await readFile(await file.path())).subarray(0, 2).toString()).toBe("PK");
  await expect(page.getByRole("status")).toContainText(file.suggestedFilename());
});

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

test("a block pasted from Excel goes in; what is no number stays and says why", async ({ desk: page }) => {
  await openSample(page);
  const from = await cell(page, phishing, "2023");
  await from.click();
  const excel = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table>
    <tr><td class=xl65>350</td><td>410</td><td>about 480</td><td>999</td></tr></table></body></html>`;
  await copyHTML(page, excel, "350\t410\tabout 480\t999");
  await page.keyboard.press("Control+v");
  await expect(from.locator(".figure")).toHaveText("350");
  await expect((await cell(page, phishing, "2024")).locator(".figure")).toHaveText("410");
  const bad = await cell(page, phishing, "2025");
  await expect(bad.locator(".figure")).toHaveText("about 480");
  await expect(bad).toHaveAttribute("aria-invalid", "true");
  const reason = page.locator(`[id="${(await bad.getAttribute("aria-describedby")) ?? ""}"]`);
  await expect(reason).toContainText(/2025.*about 480.*\w{3,}/);
  await expect(page.getByRole("status")).toContainText("1 on calculated figures");
  await bad.click();
  await page.keyboard.press("F2");
  await expect(page.getByRole("textbox")).toHaveValue("about 480");
  await page.getByRole("textbox").fill("480");
  await page.keyboard.press("Enter");
  await expect(reason).toHaveCount(0);
  await expect(bad.locator(".figure")).toHaveText("480");
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

test("another scenario shows other figures and goes back to the base case", async ({ desk: page }) => {
  await openSample(page);
  const scenario = page.getByRole("combobox", { name: "Scenario" });
  const base = await figure(page, "workload").innerText();
  await scenario.selectOption({ index: 1 });
  await expect(figure(page, "workload")).not.toHaveText(base);
  await scenario.selectOption("");
  await expect(figure(page, "workload")).toHaveText(base);
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

test("a file that is no plan is refused in words, and the open plan stays", async ({ desk: page }) => {
  await openSample(page);
  const noPlan = { name: "notes.outrigger", mimeType: "application/json", buffer: Buffer.from("Dear colleague,") };
  await page.locator('input[type="file"]').setInputFiles(noPlan);
  const alert = page.getByRole("alert");
  await expect(alert).toContainText(/\w+ \w+ .*\. .*\w+\./);
  await expect(page.getByRole("grid")).toBeVisible();
  await page.getByRole("button", { name: "Close" }).click();
  await expect(alert).toHaveText("");
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
