import type { Page } from "@playwright/test";
import { room } from "./guide";
import { coordinator, folder, within } from "./posts";
import { expect, openSample, turn } from "./program";
import type { Look } from "./stops";
import type { Say } from "./words";

/** What a post does among others: the plans of many side by side, and figures shared. */
export async function posts(page: Page, say: Say, look: Look): Promise<void> {
  await page.getByRole("button", { name: say("guide.workshop.open") }).click();
  await expect(room(page)).toContainText(say("guide.workshop.lead"));
  await look("posts side by side, none yet");
  await folder(async (files) => {
    await room(page).locator('input[type="file"]').setInputFiles(files);
    await expect(room(page).locator("table").first().locator("tbody tr")).toHaveCount(3);
    await look("posts side by side");
    await room(page).getByRole("checkbox").check();
    await expect(room(page).locator("table").first().locator("tbody")).not.toContainText("Vanuatu");
    await look("posts whose names are hidden");
  });
  await page.keyboard.press("Escape");
  await openSample(page);
  await turn(page, "peers");
  await page.getByRole("button", { name: say("guide.contribute.open") }).click();
  await expect(room(page).locator("tbody tr").first()).toBeVisible();
  await look("sharing figures, to nobody yet");
  const chosen = room(page).locator("input[data-sharing]");
  await chosen.setInputFiles({ name: "letter.txt", mimeType: "text/plain", buffer: Buffer.from("Dear colleague,") });
  await expect(room(page).getByRole("alert")).toContainText(say("fault.exchange.key_form"));
  await look("sharing figures, a wrong key");
  await within(async (home) => {
    await chosen.setInputFiles(coordinator(home));
    await expect(room(page).getByRole("alert")).toHaveText("");
    await room(page).getByRole("checkbox").check();
    await room(page).locator(".foot .main").click();
    await expect(room(page).locator("[role=status] b")).not.toBeEmpty();
    await look("figures shared");
  });
  await page.keyboard.press("Escape");
}
