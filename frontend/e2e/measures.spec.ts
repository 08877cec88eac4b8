import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { cleanIn, newPlan, room } from "./guide";
import { expect, openSample, test, turn } from "./program";
import type { Say } from "./words";

/** The cell of an input, on the page that is shown. */
const at = (page: Page, input: string) => page.locator(`main [data-input="${input}"]`).first();

async function type(page: Page, input: string, text: string): Promise<void> {
  await at(page, input).click();
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
  await expect(at(page, input).locator(".figure")).not.toHaveText("");
}

async function details(page: Page): Promise<void> {
  for (const face of await page.locator("main .faces").all()) await face.getByRole("button").last().click();
}

async function advise(page: Page, say: Say): Promise<void> {
  await page.getByRole("button", { name: say("page.measures.find"), exact: true }).click();
  await expect(page.locator("main .advice .lead")).toContainText(/\d/, { timeout: 60_000 });
}

const told = (page: Page) => page.getByRole("status").last();

for (const language of ["en", "ar"] as const) {
  test.describe(language, () => {
    test.use({ language });
    const clean = cleanIn(language);

    test(`the losses of the catalogue begin a page of risk, are taken back and made again, and figures are typed beside them, in ${language}`, async ({ desk: page, say }) => {
      await page.getByRole("button", { name: say("guide.new"), exact: true }).click();
      await newPlan(page, say("country.MDV"));
      await turn(page, "risk");
      const starters = page.locator("main details form");
      await expect(starters.getByRole("checkbox").first()).toBeVisible();
      await clean(page);
      await expect(starters.locator(".main")).toBeDisabled();
      await starters.getByRole("button", { name: say("page.risk.starters.all") }).click();
      await starters.getByRole("button", { name: say("page.risk.starters.take") }).click();
      await expect(page.getByRole("rowheader", { name: say("loss.phishing.name") }).first()).toBeVisible();
      await expect(starters).toHaveCount(0);
      await page.keyboard.press("Control+z");
      await expect(starters.getByRole("checkbox")).not.toHaveCount(0);
      await page.keyboard.press("Control+y");
      await details(page);
      await type(page, "losses/phishing/frequency", "0.5");
      await type(page, "losses/phishing/low", "1000");
      await type(page, "losses/phishing/high", "90000");
      await clean(page);
    });

    test(`the curve of the sample moves with the plan, in ${language}`, async ({ desk: page, say }) => {
      await openSample(page);
      await turn(page, "risk");
      const curve = page.locator("main .curve");
      await expect(curve.locator("svg path").first()).toBeVisible();
      await expect(curve).toContainText(say("page.risk.levels"));
      const [levels, drawn] = [await curve.locator(".levels").innerText(), await curve.locator("svg").innerHTML()];
      expect(levels).toMatch(/50,000/);
      await curve.locator("summary").click();
      expect(await curve.locator("details tbody tr").count()).toBeGreaterThan(20);
      await clean(page);
      await details(page);
      await type(page, "losses/phishing/frequency", "60");
      await expect.poll(() => curve.locator(".levels").innerText()).not.toBe(levels);
      await expect.poll(() => curve.locator("svg").innerHTML()).not.toBe(drawn);
      await page.keyboard.press("Control+z");
      await expect.poll(() => curve.locator(".levels").innerText()).toBe(levels);
    });

    test(`measures of the catalogue are priced, weighed and taken over, and undo takes the choice back, in ${language}`, async ({ desk: page, say }) => {
      await openSample(page);
      await turn(page, "measures");
      await page.getByRole("button", { name: say("page.measures.catalogue") }).click();
      const offers = room(page).locator(".body > ul > li");
      await expect(offers).toHaveCount(44);
      await room(page).getByRole("checkbox", { name: say("page.catalogue.missing") }).check();
      await expect(offers).not.toHaveCount(44);
      await room(page).getByRole("searchbox").fill(say("measure.password-manager.name"));
      await expect(offers).toHaveCount(1);
      await offers.getByRole("checkbox").check();
      await offers.locator("summary").click();
      await expect(offers.locator("details cite").last()).toContainText(/\p{L}{3,}/u);
      await clean(page);
      await room(page).getByRole("searchbox").fill(say("measure.risk-management.name"));
      await offers.getByRole("checkbox").check();
      await room(page).getByRole("button", { name: say("page.catalogue.add") }).click();
      await expect(room(page)).toHaveCount(0);
      await expect(told(page)).toContainText(say("page.catalogue.taken", { count: "2" }));
      const added = page.getByRole("rowheader", { name: say("measure.password-manager.name") });
      await expect(added).toHaveCount(1);
      await expect(page.getByRole("rowheader", { name: say("measure.risk-management.name") })).toHaveCount(1);

      await added.locator(".page").click();
      await expect(page.locator("main h1")).toHaveText(say("measure.password-manager.name"));
      await details(page);
      for (const [field, text] of [["quantity", "10"], ["unit_cost", "900"]] as const) {
        await type(page, (await page.locator(`main [data-input^="measures/password-manager/costs/"][data-input$="/${field}"]`).first().getAttribute("data-input")) ?? "", text);
      }
      await clean(page);
      await page.locator("main a.above").click();

      await advise(page, say);
      const advice = page.locator("main .advice");
      await expect(advice.locator("tbody").first().locator("tr")).toHaveCount(20);
      await expect(advice.locator("dl div")).toHaveCount(3);
      await expect(advice.locator("li .head")).toHaveCount(4);
      await clean(page);
      const switches = () => page.getByRole("switch").evaluateAll((all) => all.map((each) => each.getAttribute("aria-checked")).join(" "));
      const before = await switches();
      await advice.locator("li .head").first().getByRole("button").click();
      await expect.poll(switches).not.toBe(before);
      await expect(advice.locator(".stale")).toContainText(say("page.measures.stale"));
      await expect(advice.getByRole("button", { name: say("page.measures.use") })).toHaveCount(0);
      await clean(page);
      await page.keyboard.press("Control+z");
      await expect.poll(switches).toBe(before);
      await advice.getByRole("button", { name: say("page.measures.again") }).click();
      await expect(advice.locator(".stale")).toHaveCount(0, { timeout: 60_000 });
    });

    test(`a measure is switched by key and by mouse, and leads to its own page and back, in ${language}`, async ({ desk: page, say }) => {
      await openSample(page);
      await turn(page, "measures");
      const first = page.getByRole("switch").first();
      const sentence = await page.locator("main figcaption").first().innerText();
      await at(page, "measures/dot-post/chosen").focus();
      await expect(first).toBeFocused();
      await expect(first).toHaveAttribute("aria-checked", "true");
      for (const [key, on] of [[" ", "false"], ["Enter", "true"], ["0", "false"], ["1", "true"]] as const) {
        await page.keyboard.press(key);
        await expect(first).toHaveAttribute("aria-checked", on);
      }
      await page.keyboard.press("ArrowDown");
      await expect(page.getByRole("switch").nth(1)).toBeFocused();
      await expect(page.locator("main figcaption").first()).toHaveText(sentence); // all has come that the keys brought about
      await first.click();
      await expect(first).toHaveAttribute("aria-checked", "false");
      await expect(page.locator("main figcaption").first()).not.toHaveText(sentence);
      await page.keyboard.press("Control+z");
      await expect(first).toHaveAttribute("aria-checked", "true");
      await page.locator('[data-place="0:0"]').first().click();
      await page.keyboard.press("Shift+F10");
      await page.getByRole("menuitem", { name: say("page.grid.menu.page") }).press("Enter");
      await expect(page).toHaveURL(/#measures\/dot-post$/);
      await expect(page.locator('nav a[href="#measures"]')).toHaveAttribute("aria-current", "true");
      await clean(page);
      await page.goBack();
      await expect(page.locator("main h1")).toHaveText(say("desk.step.measures"));
      await page.evaluate(() => { location.hash = "measures/mfa"; });
      await expect(page.locator("main a.above")).toHaveText(`‹ ${say("desk.step.measures")}`);
      await page.evaluate(() => { location.hash = "measures/none-such"; });
      await expect(page.locator("main h1")).toHaveText(say("desk.step.measures"));
      await expect(page).toHaveURL(/#measures$/);
    });

    test(`the search for the best choice can be stopped, in ${language}`, async ({ desk: page, say }) => {
      await openSample(page);
      await turn(page, "measures");
      // The request waits until it is stopped: the search may be done sooner than a reader can click.
      let go: () => void = () => undefined;
      const stopped = new Promise<void>((done) => { go = done; });
      await page.route("**/call/Advise", async (route) => {
        await stopped;
        await route.continue();
      });
      await page.getByRole("button", { name: say("page.measures.find"), exact: true }).click();
      const seeking = page.locator("main .work");
      await expect(seeking).toContainText(say("page.measures.seeking"));
      await clean(page);
      const heard = page.waitForResponse("**/call/Stop");
      await seeking.getByRole("button", { name: say("page.job.stop") }).click();
      await heard;
      go();
      await expect(seeking).toHaveCount(0);
      await expect(page.getByRole("contentinfo")).toContainText(say("fault.desk.search_stopped"));
      await expect(page.locator("main .advice")).toHaveCount(0);
    });

    test(`measures are shared as a file and taken from one, and another file is refused, in ${language}`, async ({ desk: page, say }) => {
      await openSample(page);
      await turn(page, "measures");
      const rows = page.getByRole("grid").first().getByRole("switch");
      await expect(rows).toHaveCount(18);
      const coming = page.waitForEvent("download");
      await page.getByRole("button", { name: say("page.measures.share") }).click();
      const file = await coming;
      const shared = await readFile(await file.path());
      expect(file.suggestedFilename()).toMatch(/\.json$/);
      expect(JSON.parse(shared.toString())).toMatchObject({ measures: expect.arrayContaining([expect.objectContaining({ id: "mfa" })]) as unknown });
      await page.locator('[data-place="0:0"]').first().click();
      await page.keyboard.press("Shift+F10");
      await page.getByRole("menuitem").last().press("Enter");
      await expect(rows).toHaveCount(17);
      const upload = page.locator("input[data-measures]");
      await upload.setInputFiles({ name: "notes.json", mimeType: "application/json", buffer: Buffer.from("Dear colleague,") });
      await expect(page.getByRole("contentinfo").getByRole("alert")).toContainText(/\p{L}+ \p{L}+/u);
      await expect(rows).toHaveCount(17);
      await clean(page);
      await upload.setInputFiles({ name: file.suggestedFilename(), mimeType: "application/json", buffer: shared });
      await expect(rows).toHaveCount(18);
      await expect(told(page)).toContainText(say("desk.measures.taken", { n: "18" }));
      await clean(page);
    });
  });
}
