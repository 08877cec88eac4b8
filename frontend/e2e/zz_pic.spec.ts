import { expect, openSample, test, turn } from "./program";
for (const language of ["en", "ar"] as const) {
  test.describe(language, () => {
    test.use({ language, viewport: { width: 1366, height: 768 } });
    test(`pic ${language}`, async ({ desk: page }) => {
      test.setTimeout(120000);
      await openSample(page);
      for (const step of (process.env.PICS ?? "readiness").split(",")) {
        await turn(page, step);
        await page.waitForTimeout(800);
        await page.addStyleTag({ content: ".frame, main, body, html, #app { height: auto !important; max-height: none !important; overflow: visible !important } .scroll { max-block-size: none !important }" });
        const main = page.locator("main");
        await page.setViewportSize({ width: 1366, height: 3600 });
        await page.waitForTimeout(500);
        await page.screenshot({ path: `/tmp/stand/${step}-${language}.png` });
        await page.setViewportSize({ width: 1366, height: 768 });
        void main; void expect;
      }
    });
  });
}
