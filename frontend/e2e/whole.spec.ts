import { readFile } from "node:fs/promises";
import { cleanIn, data, goes, newPlan, pick, room } from "./guide";
import { amount, cell, expect, figure, openSample, test, turn } from "./program";
import { opening } from "./stops";

const phishing = "Phishing and fake-parcel messages reported";
const tracked = "International parcels tracked online";

for (const language of ["en", "ar"] as const) {
  test.describe(language, () => {
    test.use({ language });
    const clean = cleanIn(language);

    test(`a first plan grows from nothing: begun, a driver named, its figures typed, in ${language}`, async ({ desk: page, say }) => {
      await clean(page);
      await page.getByRole("button", { name: say("guide.new"), exact: true }).click();
      await room(page).getByRole("button", { name: say("guide.new.begin") }).click();
      await expect(room(page)).toContainText(say("guide.new.country.lacking"));
      await expect(page.getByRole("combobox", { name: say("guide.new.country") })).toBeFocused();
      await clean(page);
      await page.keyboard.type(say("country.MDV"));
      await page.keyboard.press("Enter");
      await expect(page.getByRole("combobox", { name: say("guide.new.country") })).toHaveValue(say("country.MDV"));
      await room(page).getByLabel(say("guide.new.post"), { exact: true }).fill("Isles mail");
      await room(page).getByLabel(say("guide.new.month")).selectOption("4");
      await room(page).getByRole("radio", { name: say("guide.new.empty") }).last().check();
      await room(page).getByRole("button", { name: say("guide.new.begin") }).click();
      await expect(page.getByRole("banner")).toContainText("Isles mail");
      await clean(page);
      await page.getByRole("button", { name: say("desk.list.drivers.add") }).first().click();
      await expect(page.locator('[role="grid"] input')).toBeFocused();
      await page.keyboard.type("Lockers");
      await page.keyboard.press("Enter");
      await (await cell(page, "Lockers", "2021")).click();
      await page.keyboard.type("120");
      await page.keyboard.press("Tab");
      await page.keyboard.type("135");
      await page.keyboard.press("Enter");
      await expect(await amount(page, "Lockers", "2022")).toHaveText("135");
      await clean(page);
    });

    test(`an empty page leads on by typing, by bringing in and by a sample, in ${language}`, async ({ desk: page, say }) => {
      await page.getByRole("button", { name: say("guide.new"), exact: true }).click();
      await room(page).getByRole("radio", { name: say("guide.new.empty") }).last().check();
      await newPlan(page, say("country.MDV"));
      const ways = page.locator("section[aria-labelledby=ways]");
      const way = (n: number) => ways.getByRole("button").nth(n);
      await turn(page, "case");
      await expect(ways).toContainText(say("page.empty.onward"));
      await way(0).click();
      await expect(page.locator("main h1")).not.toHaveText(say("desk.page.case"));
      for (const step of ["team", "budget"]) {
        await turn(page, step);
        await expect(ways.getByRole("button")).toHaveCount(3);
        await way(0).click();
        await expect(page.locator('[role="grid"] input')).toBeFocused();
        await page.keyboard.press("Escape");
      }
      await turn(page, "workload");
      await way(1).click();
      await expect(room(page)).toContainText(say("guide.import.file.lead"));
      await room(page).locator("textarea").fill("Item\t2023\t2024\nCounters\t12\t14\nVans\t3\t4\n");
      await room(page).getByRole("button", { name: say("guide.import.read") }).click();
      await pick(page, goes(say, "Counters"), say("import.new.drivers"));
      await room(page).getByRole("button", { name: say("guide.import.accept"), exact: true }).click();
      await expect(await amount(page, "Counters", "2024")).toHaveText("14");
      await turn(page, "funding");
      await way(2).click();
      await page.getByRole("dialog").getByRole("button", { name: say("page.ask.discard") }).click();
      await expect(page.getByRole("rowheader", { name: "Government community service grant" }).first()).toBeVisible();
    });

    test(`a budget book becomes drivers of a first plan, and undo takes them back, in ${language}`, async ({ desk: page, say }) => {
      await page.getByRole("button", { name: say("guide.import"), exact: true }).click();
      await newPlan(page, { en: "Bermuda", ar: "برمودا" }[language]);
      for (const [file, name] of [["bermuda_expenditure.csv", "Expenditure"], ["bermuda_employment.csv", "Payroll"]] as const) {
        if (file.includes("employment")) await opening(page, say, "guide.import");
        await page.locator("input[data-sheet]").setInputFiles(data(file));
        await room(page).getByRole("checkbox", { name: "13", exact: true }).check();
        await room(page).getByRole("radio", { name: "ACTUAL" }).check();
        await pick(page, goes(say, ""), say("import.new.drivers"));
        await room(page).getByLabel(say("guide.import.name"), { exact: true }).fill(name);
        if (file.includes("expenditure")) await room(page).getByLabel(say("guide.import.scale")).selectOption("1000");
        await expect(room(page).locator("article .figures")).toContainText(/20\d\d.*: .?\d/);
        await clean(page);
        await room(page).getByRole("button", { name: say("guide.import.accept"), exact: true }).click();
        await expect(page.getByRole("status").first()).toContainText(name);
      }
      await expect(await amount(page, "Expenditure", "2022")).toHaveText("9,745,000");
      await expect(page.getByRole("rowheader", { name: "Payroll", exact: false }).first()).toBeVisible();
      await clean(page);
      await page.keyboard.press("Control+z");
      await page.keyboard.press("Control+z");
      await expect(page.getByRole("rowheader", { name: "Expenditure" })).toHaveCount(0);
    });

    test(`a sample is changed, taken back and made again, compared with a scenario, and written, in ${language}`, async ({ desk: page, say }) => {
      await openSample(page);
      await expect(page.locator("[data-figure]")).toHaveCount(5);
      for (const value of await page.locator("[data-figure] .value").all()) await expect(value).toContainText(/\d/);
      const gap = figure(page, "gap");
      const before = await gap.innerText();
      const reports = await amount(page, phishing, "2025");
      const reported = await reports.innerText();
      await reports.click();
      await page.keyboard.type("9000");
      await page.keyboard.press("Enter");
      await expect(gap).not.toHaveText(before);
      await expect(reports).toHaveText("9,000");
      const after = await gap.innerText();
      await expect(page.getByRole("status").last()).toContainText(after);
      await page.keyboard.press("Control+z");
      await expect(gap).toHaveText(before);
      await expect(reports).toHaveText(reported);
      await page.keyboard.press("Control+y");
      await expect(gap).toHaveText(after);
      await clean(page);
      await page.getByRole("button", { name: say("guide.scenarios.open") }).click();
      await room(page).getByLabel(say("guide.scenarios.name"), { exact: true }).fill("More parcels");
      await room(page).getByRole("button", { name: say("guide.scenarios.add"), exact: true }).click();
      await expect(room(page).getByLabel(say("guide.scenarios.rename"))).toHaveValue("More parcels");
      await expect(room(page)).toContainText(say("guide.scenarios.none"));
      await page.keyboard.press("Escape");
      const parcels = await cell(page, tracked, "2025");
      await parcels.click();
      await page.keyboard.type("60000");
      await page.keyboard.press("Enter");
      await expect(parcels).toHaveClass(/over/);
      await page.getByRole("button", { name: say("guide.scenarios.open") }).click();
      await expect(room(page).getByRole("row", { name: /International parcels.*60,000/ })).toBeVisible();
      await expect(room(page).locator("table")).toHaveCount(2);
      await clean(page);
      await page.keyboard.press("Escape");
      const coming = page.waitForEvent("download");
      await page.getByRole("button", { name: say("page.file.workbook") }).click();
      const file = await coming;
      expect(file.suggestedFilename()).toMatch(/\.xlsx$/);
      expect((await readFile(await file.path())).subarray(0, 2).toString()).toBe("PK");
      await expect(page.getByRole("status").last()).toContainText(file.suggestedFilename());
      await clean(page);
    });
  });
}
