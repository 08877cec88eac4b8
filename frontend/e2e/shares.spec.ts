import { cleanIn } from "./guide";
import { expect, openSample, test, turn } from "./program";

for (const language of ["en", "ar"] as const) {
  test.describe(language, () => {
    test.use({ language });
    const clean = cleanIn(language);

    test(`packages share the costs and a share is changed, in ${language}`, async ({ desk: page, say }) => {
      await openSample(page);
      await turn(page, "funding");
      const panel = page.locator("main details", { has: page.getByRole("heading", { name: say("page.shares.title") }) });
      await panel.locator("summary").click();
      await expect(panel.getByRole("button", { name: say("page.shares.find") })).toBeDisabled();
      await panel.getByRole("checkbox", { name: say("package.adaptation-like.name") }).check();
      await panel.getByRole("checkbox", { name: say("package.qsf.name") }).check();
      await panel.getByRole("button", { name: say("page.shares.find") }).click();
      await expect(panel.getByRole("status")).toContainText(say("funding.shared.all"));
      const payers = page.getByRole("grid", { name: say("desk.table.payers") });
      await expect(payers.getByRole("row")).toHaveCount(5);
      await clean(page);

      const share = page.locator('main [data-input="project/sharing/adaptation-like/software"]').last();
      await share.click();
      await page.keyboard.type("0");
      await page.keyboard.press("Enter");
      await expect(share.locator(".figure")).toHaveText(/^0/);
      await expect(panel.getByRole("status")).toHaveText("");
      await page.keyboard.press("Control+z");
      await expect(share.locator(".figure")).toHaveText(/^100/);
      await panel.getByRole("button", { name: say("page.shares.none") }).click();
      await expect(payers).toHaveCount(0);
    });
  });
}
