import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { faults } from "./axe";
import { room } from "./guide";
import { folder } from "./posts";
import { choose, expect, test } from "./program";
import { speaking } from "./words";

async function names(page: Page): Promise<string[]> {
  return room(page).locator("table").first().locator("tbody th .own").allInnerTexts();
}

for (const language of ["en", "fr", "ar"] as const) {
  test(`plans are laid side by side, sorted, hidden, opened, and become a regional workbook (${language})`, async ({ desk: page }) => {
    const say = speaking(language);
    await choose(page, "language", language);
    await page.getByRole("button", { name: say("guide.workshop.open") }).click();
    await expect(room(page)).toContainText(say("guide.workshop.lead"));
    expect(await faults(page, ["light"])).toEqual([]);
    await folder(async (files) => {
      const asked = page.waitForEvent("filechooser");
      await room(page).getByRole("button", { name: say("guide.workshop.files") }).click();
      await (await asked).setFiles(files);
      const posts = room(page).locator("table").first();
      await expect(posts.locator("tbody tr")).toHaveCount(3);
      await expect(room(page).locator("li")).toContainText("broken.outrigger");
      expect(await faults(page)).toEqual([]);

      const need = posts.locator("thead button").nth(1);
      await need.click();
      await expect(posts.locator("th[aria-sort]")).toHaveAttribute("aria-sort", "descending");
      const greatest = (await names(page))[0];
      await need.click();
      expect((await names(page)).at(-1)).toBe(greatest);

      await room(page).getByRole("checkbox").check();
      await expect(posts.locator("tbody")).not.toContainText(greatest ?? "");
      await expect(posts.locator("tbody")).toContainText("A");
      await expect(room(page)).not.toContainText("broken.outrigger");
      await room(page).getByRole("checkbox").uncheck();
      await expect(posts.locator("tbody")).toContainText(greatest ?? "");

      const down = page.waitForEvent("download");
      await room(page).getByRole("button", { name: say("guide.workshop.workbook") }).click();
      const file = await down;
      expect(file.suggestedFilename()).toBe(`${say("region.title")}.xlsx`);
      expect((await readFile(await file.path())).subarray(0, 2).toString()).toBe("PK");
      const printed = page.waitForEvent("download");
      await room(page).getByRole("button", { name: say("guide.workshop.sheets") }).click();
      expect((await printed).suggestedFilename()).toBe(`${say("region.path.title")}.xlsx`);

      await posts.locator("tbody .link").first().click();
      await expect(page.getByRole("dialog")).toHaveCount(0);
      await expect(page.locator("nav a[aria-current=page]")).toBeVisible();
    });
  });
}
