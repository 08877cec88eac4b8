import { readFile } from "node:fs/promises";
import { cell, copyHTML, expect, openSample, test } from "./program";
import { data, newPlan, pick, room } from "./guide";

test("a first plan grows from nothing: begun, a driver named, its figures typed", async ({ desk: page }) => {
  await page.getByRole("button", { name: "New plan" }).click();
  await room(page).getByRole("button", { name: "Begin the plan" }).click();
  await expect(room(page)).toContainText("Choose the country");
  await expect(page.getByRole("combobox", { name: "Country" })).toBeFocused();
  await page.keyboard.type("berm");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("combobox", { name: "Country" })).toHaveValue("Bermuda");
  await room(page).getByLabel("Name of the post").fill("Post of the isles");
  await room(page).getByLabel("Fiscal year begins in").selectOption("4");
  await room(page).getByLabel("Empty").check();
  await room(page).getByRole("button", { name: "Begin the plan" }).click();
  await expect(page.getByRole("banner")).toContainText("Post of the isles");
  await page.getByRole("button", { name: "Add a driver" }).first().click();
  const counted = await cell(page, "New driver", "2021");
  await counted.click();
  await page.keyboard.type("120");
  await page.keyboard.press("Tab");
  await page.keyboard.type("135");
  await page.keyboard.press("Enter");
  await expect((await cell(page, "New driver", "2022")).locator(".figure")).toHaveText("135");
});

test("a budget book becomes drivers of a first plan, and undo takes them back", async ({ desk: page }) => {
  await page.getByRole("button", { name: "Bring in a spreadsheet" }).click();
  await newPlan(page, "Bermuda");
  for (const [file, name] of [["bermuda_expenditure.csv", "Expenditure"], ["bermuda_employment.csv", "Posts"]] as const) {
    if (!(await room(page).isVisible())) {
      await page.getByRole("button", { name: "Open" }).click();
      await page.getByRole("button", { name: "Bring in a spreadsheet" }).click();
    }
    await page.locator("input[data-sheet]").setInputFiles(data(file));
    await room(page).getByRole("checkbox", { name: "13", exact: true }).check();
    await room(page).getByRole("radio", { name: "ACTUAL" }).check();
    await pick(page, /Where .* goes/, "a new driver");
    await room(page).getByLabel("Its name in the plan").fill(name);
    if (file.includes("expenditure")) await room(page).getByLabel("Scale of the figures").selectOption("1000");
    await expect(room(page).locator("article .figures")).toContainText(/20\d\d: \d/);
    await room(page).getByRole("button", { name: "Bring in", exact: true }).click();
    await expect(page.getByRole("status").first()).toContainText(name);
  }
  await expect((await cell(page, "Expenditure", "2022")).locator(".figure")).toHaveText("9,745,000");
  await expect(page.getByRole("rowheader", { name: "Posts", exact: false }).first()).toBeVisible();
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("rowheader", { name: "Expenditure" })).toHaveCount(0);
});

test("a table copied in Excel is laid open where it is pasted, and its rows find their place", async ({ desk: page }) => {
  await openSample(page);
  const excel = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table>
    <tr><td>Item</td><td>2023</td><td>2024</td><td>2025</td></tr>
    <tr><td>Parcels tracked</td><td>20 000</td><td>21 000</td><td>22 500</td></tr></table></body></html>`;
  await copyHTML(page, excel, "Item\t2023\t2024\t2025\nParcels tracked\t20 000\t21 000\t22 500");
  await page.locator("main h1").click();
  await page.keyboard.press("Control+v");
  await expect(room(page)).toContainText("Parcels tracked");
  await pick(page, /Where .*Parcels tracked.* goes/, "International parcels tracked online: count");
  await expect(room(page).locator("article")).toContainText("2025: 22,500");
  await room(page).getByRole("button", { name: "Bring in", exact: true }).click();
  await expect((await cell(page, "International parcels tracked online", "2025")).locator(".figure")).toHaveText("22,500");
});

test("a broken file gets a sentence, and what was chosen before it stays", async ({ desk: page }) => {
  await openSample(page);
  await page.getByRole("button", { name: "Open" }).click();
  await page.getByRole("button", { name: "Bring in a spreadsheet" }).click();
  const letter = { name: "letter.csv", mimeType: "text/csv", buffer: Buffer.from("Dear Madam,\nthank you.\n") };
  await page.locator("input[data-sheet]").setInputFiles(letter);
  await expect(room(page).getByRole("alert")).toContainText(/\w+ \w+ .*\. .*\w+\./);
  await page.locator("input[data-sheet]").setInputFiles(data("usps.csv"));
  await expect(room(page).getByRole("alert")).toHaveText("");
  await pick(page, /Where .*Number of post offices.* goes/, "a new driver");
  await expect(room(page).locator("article")).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(room(page)).toHaveCount(0);
  await page.getByRole("button", { name: "Open" }).click();
  await page.getByRole("button", { name: "Bring in a spreadsheet" }).click();
  await expect(room(page).locator("article")).toContainText("Number of post offices");
});

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
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Shift+Tab");
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
