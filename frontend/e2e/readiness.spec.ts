import { faults } from "./axe";
import { cell, expect, openSample, test, turn } from "./program";

for (const language of ["en", "fr"] as const) {
  test.describe(language, () => {
    test.use({ language });

    test(`a post judges a practice, sees the gap, and goes to the measure, in ${language}`, async ({ desk: page, say }) => {
      await openSample(page);
      await turn(page, "readiness");
      await page.getByRole("button", { name: `+ ${say("desk.list.readiness.add")}` }).or(page.getByRole("button", { name: say("desk.list.readiness.add") })).first().click();
      await page.keyboard.type("Spring");
      await page.keyboard.press("Enter");
      await expect(page.getByRole("main")).toContainText(say("desk.readiness.unjudged"));

      const practice = say("practice.strong-sign-in.name");
      const level = say("desk.head.level");
      await (await cell(page, practice, level)).click();
      await page.keyboard.press("F2");
      const list = page.getByRole("listbox");
      for (const n of ["0", "4"]) await expect(list).toContainText(say(`practice.strong-sign-in.level.${n}`));
      await list.getByRole("option").filter({ hasText: say("practice.strong-sign-in.level.1") }).click();
      await expect((await cell(page, practice, level)).locator(".figure")).toContainText(say("practice.strong-sign-in.level.1"));
      const counts = (await cell(page, practice, say("desk.head.counts"))).locator(".figure");
      await expect(counts).toHaveText(say("desk.readiness.counts_not", { n: "0" }));
      await (await cell(page, practice, say("desk.head.evidence"))).click();
      await page.keyboard.type("Inventory of March");
      await page.keyboard.press("Enter");
      await expect(counts).toHaveText("1");

      const closers = page.getByRole("region", { name: say("desk.table.closers") }).or(page.locator("section").filter({ hasText: say("desk.table.closers") })).first();
      await expect(closers).toContainText(practice);
      expect(await faults(page, ["light"])).toEqual([]);
      const link = closers.getByRole("row").filter({ hasText: practice }).getByRole("link").first();
      const measure = (await link.getAttribute("href")) ?? "";
      expect(measure).toMatch(/^#measures\/[a-z-]+$/);
      await link.click();
      await expect(page.locator("main")).toHaveAttribute("id", measure.slice(1));
      await expect(page.getByRole("heading", { level: 1 })).not.toBeEmpty();
      expect(await faults(page, ["light"])).toEqual([]);
      await page.goBack();
      await expect(page.locator("main")).toHaveAttribute("id", "readiness");
      await page.keyboard.press("Control+z");
      await expect(counts).toHaveText(say("desk.readiness.counts_not", { n: "0" }));
    });
  });
}

test("a pack that nobody known has signed is refused and none of its figures is shown", async ({ desk: page, say }) => {
  await openSample(page);
  await turn(page, "peers");
  await expect(page.getByRole("main")).toContainText(say("page.peers.none"));
  const drawn = page.locator("main figure");
  const before = await drawn.count();
  expect(before).toBeGreaterThan(2);
  await page.locator("input[data-benchmark]").setInputFiles({ name: "pack.json", mimeType: "application/json", buffer: Buffer.from('{"format": "outrigger-signed-pack"}\n') });
  await expect(page.getByRole("contentinfo").getByRole("alert")).toContainText(say("fault.exchange.version", { version: "0" }));
  await page.locator("input[data-benchmark]").setInputFiles({ name: "letter.txt", mimeType: "text/plain", buffer: Buffer.from("Dear colleague,") });
  await expect(page.getByRole("contentinfo").getByRole("alert")).toContainText(say("fault.exchange.pack_form"));
  await expect(page.getByRole("main")).toContainText(say("page.peers.none"));
  await expect(drawn).toHaveCount(before);
});

test("the way to the reason leads from the post's own growth beside the survey", async ({ desk: page, say }) => {
  await openSample(page);
  await turn(page, "peers");
  await (await cell(page, say("common.survey.workload_rose"), say("desk.head.you"))).click();
  await page.keyboard.press("Control+Shift+Y");
  await expect(page.getByRole("complementary").getByRole("heading", { level: 2 })).toBeFocused();
});

test.describe("in Arabic", () => {
  test.use({ language: "ar" });

  for (const step of ["readiness", "peers"]) {
    test(`${step} stands right to left, and axe finds nothing on it`, async ({ desk: page }) => {
      test.setTimeout(120_000);
      await openSample(page);
      await turn(page, step);
      await expect(page.locator("main figure").first()).toBeVisible();
      const label = await page.locator("main figure .label").first().boundingBox();
      const track = await page.locator("main figure .track").first().boundingBox();
      expect(label?.x ?? 0).toBeGreaterThan(track?.x ?? 0);
      expect(await faults(page)).toEqual([]);
    });
  }
});
