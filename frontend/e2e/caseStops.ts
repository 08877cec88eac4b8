import type { Page } from "@playwright/test";
import { room } from "./guide";
import { expect, openSample, turn } from "./program";
import { type Look, opening } from "./stops";
import type { Say } from "./words";

/** The sentences of the case, and its sheets. */
export async function theCase(page: Page, say: Say, look: Look): Promise<void> {
  await openSample(page);
  await turn(page, "case");
  const claim = page.locator("[data-claim]").first();
  await claim.getByRole("button").first().click();
  await claim.getByRole("textbox").fill("x".repeat(401));
  await look("a sentence being edited");
  await claim.getByRole("textbox").fill("2030");
  await claim.locator(".acts .main").click();
  await expect(claim.locator(".note")).toContainText(say("desk.claim.edited"));
  await page.getByLabel(say("page.scenario"), { exact: true }).selectOption({ index: 1 });
  await expect(claim.locator(".draft")).toContainText(/\d/);
  await look("a sentence whose figures have moved");
  await sheets(page, say, look);
}

/** The application, section by section, and what came back. */
export async function theApplication(page: Page, say: Say, look: Look): Promise<void> {
  await openSample(page);
  await turn(page, "funding");
  const section = page.locator("main textarea").first();
  await section.fill("2026");
  await section.press("Tab");
  await expect(page.locator("main")).toContainText(say("desk.section.filled"));
  await look("the application");
  await opening(page, say, "guide.review.open");
  await expect(room(page)).toContainText(say("guide.review.lead"));
  await page.locator("input[data-returned]").setInputFiles({ name: "letter.xlsx", mimeType: "application/octet-stream", buffer: Buffer.from("Dear colleague,") });
  await expect(room(page).getByRole("alert")).toContainText("letter.xlsx");
  await look("a returned file that is none");
  await room(page).getByRole("tab").nth(1).click();
  await expect(room(page)).toContainText(say("guide.review.lead.compare"));
  await look("two plans to be compared");
  await page.keyboard.press("Escape");
}

/** Some of the workbook's sheets in the window. */
async function sheets(page: Page, say: Say, look: Look): Promise<void> {
  const preview = page.locator("[data-sheets]");
  await preview.locator("[aria-expanded]").click();
  await expect(preview.getByRole("table")).toBeVisible({ timeout: 90_000 });
  await expect(preview.getByRole("status")).toContainText(say("page.sheets.now"));
  await look("the cover in the window");
  for (const key of ["eligibility", "workload", "donor", "checks"]) {
    await preview.getByRole("tab", { name: say(`workbook.sheet.${key}`), exact: true }).click();
    await expect(preview.locator("caption").first()).toHaveText(say(`workbook.sheet.${key}`));
    await look(`sheet ${key} in the window`, { alike: true });
  }
}
