import { readFile } from "node:fs/promises";
import { cell, expect, openSample, test } from "./program";
import { room } from "./guide";

test("a scenario is added, changed, compared, and taken back to the base case", async ({ desk: page }) => {
  await openSample(page);
  await page.getByRole("button", { name: "Compare" }).click();
  await room(page).getByLabel("Its name").fill("More parcels");
  await room(page).getByRole("button", { name: "Add", exact: true }).click();
  await expect(room(page).getByLabel("Name of the scenario")).toHaveValue("More parcels");
  await expect(room(page)).toContainText("It changes nothing yet");
  await page.keyboard.press("Escape");
  await (await cell(page, "International parcels tracked online", "2025")).click();
  await page.keyboard.type("60000");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Compare" }).click();
  await expect(room(page).getByRole("row", { name: /International parcels.*60,000/ })).toBeVisible();
  await expect(room(page).getByRole("row", { name: /Workload index \(.*\+/ })).toBeVisible();
  await room(page).getByRole("button", { name: /International parcels.*: back to base/ }).click();
  await expect(room(page)).toContainText("It changes nothing yet");
  await room(page).getByLabel("Name of the scenario").fill("Many parcels");
  await page.keyboard.press("Enter");
  await expect(room(page).getByRole("button", { name: "Many parcels" })).toBeVisible();
  await room(page).getByRole("button", { name: "Remove the scenario" }).click();
  await room(page).getByRole("button", { name: "Remove the scenario" }).click();
  await expect(room(page).getByRole("button", { name: "Many parcels" })).toHaveCount(0);
});

test("the glossary and the tour are at hand by the keyboard alone", async ({ desk: page }) => {
  await openSample(page);
  await page.keyboard.press("F1");
  await expect(page.getByRole("searchbox")).toBeFocused();
  await page.keyboard.type("wisn");
  await expect(room(page).locator("dt").first()).toContainText("Workload Indicators");
  for (let back = 0; back < 3; back++) await page.keyboard.press("Shift+Tab"); // over the panel and what else stands before it
  await page.keyboard.press("ArrowRight");
  await expect(room(page).getByRole("tab", { name: "Keyboard" })).toHaveAttribute("aria-selected", "true");
  await room(page).getByRole("button", { name: "Show me around" }).press("Enter");
  const box = page.locator('[role="dialog"]');
  await expect(box.getByRole("button", { name: "Next" })).toBeFocused();
  for (let stop = 1; stop < 8; stop++) {
    await expect(box).toContainText(`${String(stop)} of 8`);
    await page.keyboard.press("Enter");
  }
  await expect(box).toContainText("8 of 8");
  await page.keyboard.press("Escape");
  await expect(box).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole("grid").first()).toBeVisible();
  await expect(box).toHaveCount(0);
});

test("the tour is offered to a newcomer once, with a sample to look at", async ({ desk: page }) => {
  await page.getByRole("button", { name: "Show me around" }).click();
  await expect(page.locator('[role="dialog"]')).toContainText("1 of 8");
  await page.keyboard.press("Escape");
  expect(await page.evaluate(() => localStorage.getItem("outrigger.tour"))).toBe("seen");
});

test("a workbook for colleagues goes out and comes back without choosing", async ({ desk: page }) => {
  await openSample(page);
  await page.getByRole("button", { name: "Open" }).click();
  await page.getByRole("button", { name: "Bring in a spreadsheet" }).click();
  const coming = page.waitForEvent("download");
  await room(page).getByRole("button", { name: "Write a workbook" }).click();
  const file = await (await coming).path();
  await (await cell(page, "International parcels tracked online", "2025")).click();
  await page.keyboard.type("999");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Open" }).click();
  await page.getByRole("button", { name: "Bring in a spreadsheet" }).click();
  await page.locator("input[data-sheet]").setInputFiles({ name: "fill.xlsx", mimeType: "application/octet-stream", buffer: await readFile(file) });
  await expect(room(page)).toContainText("filled in for this plan");
  await room(page).getByRole("button", { name: "Bring in", exact: true }).click();
  await expect((await cell(page, "International parcels tracked online", "2025")).locator(".figure")).toHaveText("30,600");
});
