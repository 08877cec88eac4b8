import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cleanIn, data, goes, newPlan, pick, room } from "./guide";
import { amount, cell, copyHTML, expect, openSample, served, test } from "./program";
import { opening } from "./stops";
import type { Say } from "./words";

const phishing = "Phishing and fake-parcel messages reported";
const tracked = "International parcels tracked online";
const letter = { name: "letter.csv", mimeType: "text/csv", buffer: Buffer.from("Dear Madam,\nthank you.\n") };
const noPlan = { name: "notes.outrigger", mimeType: "application/json", buffer: Buffer.from("Dear colleague,") };

/** The words of a key with anything in its {places}. */
function anything(say: Say, key: string): RegExp {
  const quoted = say(key).replace(/[.*+?^$()|[\]\\]/g, "\\$&");
  return new RegExp(quoted.replace(/\{\w+\}/g, ".*"));
}

for (const language of ["en", "ar"] as const) {
  test.describe(language, () => {
    test.use({ language });
    const clean = cleanIn(language);

    test(`a plan that was never saved is found again after the program was killed, in ${language}`, async ({ page, say }) => {
      const home = await mkdtemp(join(tmpdir(), "outrigger-home-"));
      let program = await served(home, language);
      try {
        await page.goto(program.address);
        await page.getByRole("button", { name: say("guide.new"), exact: true }).click();
        await newPlan(page, say("country.MDV"));
        const name = (await page.getByRole("rowheader").first().innerText()).split("\n")[0]?.trim() ?? "";
        await (await cell(page, name, "2024")).click();
        await page.keyboard.type("26000");
        await page.keyboard.press("Enter");
        await expect(await amount(page, name, "2024")).toHaveText("26,000");
        await expect.poll(() => kept(home)).toContain("26000");
        await program.end("SIGKILL");

        program = await served(home, language);
        page.on("dialog", (asked) => void asked.accept());
        await page.goto(program.address);
        const found = page.getByRole("button", { name: new RegExp(`${say("country.MDV")}.*${say("guide.recent.unsaved")}`) });
        await expect(found).toBeVisible();
        await clean(page);
        await found.click();
        await expect(await amount(page, name, "2024")).toHaveText("26,000");
        await expect(page.getByRole("banner")).toContainText(say("page.file.unsaved"));
        await opening(page, say, "guide.recent.open");
        await page.getByRole("dialog").getByRole("button", { name: say("page.ask.discard") }).click();
        await expect(room(page)).toContainText(say("guide.recent"));
        await clean(page);
      } finally {
        await program.end("SIGKILL");
        await rm(home, { recursive: true, force: true });
      }
    });

    test(`a broken file gets a sentence, and what was there before it stays, in ${language}`, async ({ desk: page, say }) => {
      await openSample(page);
      await page.locator('input[type="file"]').first().setInputFiles(noPlan);
      const alert = page.getByRole("contentinfo").getByRole("alert");
      await expect(alert).toContainText(/\p{L}+ \p{L}+ .*\. .*\p{L}+\./u);
      await expect(page.getByRole("grid").first()).toBeVisible();
      await clean(page);
      await page.getByRole("contentinfo").getByRole("button", { name: say("common.close") }).click();
      await expect(alert).toHaveText("");
      await opening(page, say, "guide.import");
      await page.locator("input[data-sheet]").setInputFiles(letter);
      await expect(room(page).getByRole("alert")).toContainText(/\p{L}+ \p{L}+ .*\. .*\p{L}+\./u);
      await clean(page);
      await page.locator("input[data-sheet]").setInputFiles(data("usps.csv"));
      await expect(room(page).getByRole("alert")).toHaveText("");
      await pick(page, goes(say, "Number of post offices"), say("import.new.drivers"));
      await expect(room(page).locator("article")).toHaveCount(1);
      await page.keyboard.press("Escape");
      await expect(room(page)).toHaveCount(0);
      await opening(page, say, "guide.import");
      await expect(room(page).locator("article")).toContainText("Number of post offices");
    });

    test(`a block pasted from Excel goes in; what is no number stays and says why, in ${language}`, async ({ desk: page, say }) => {
      await openSample(page);
      const from = await cell(page, phishing, "2023");
      await from.click();
      const excel = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table>
        <tr><td class=xl65>350</td><td>410</td><td>ca. 480</td><td>999</td></tr></table></body></html>`;
      await copyHTML(page, excel, "350\t410\tca. 480\t999");
      await page.keyboard.press("Control+v");
      await expect(from.locator(".figure")).toHaveText("350");
      await expect(await amount(page, phishing, "2024")).toHaveText("410");
      const bad = await cell(page, phishing, "2025");
      await expect(bad.locator(".figure")).toHaveText("ca. 480");
      await expect(bad).toHaveAttribute("aria-invalid", "true");
      const reason = page.locator(`[id="${(await bad.getAttribute("aria-describedby")) ?? ""}"]`);
      await expect(reason).toContainText(/2025.*ca. 480.*\p{L}{3,}/u);
      await expect(page.getByRole("status").last()).toContainText(anything(say, "page.grid.left"));
      await clean(page);
      await bad.click();
      await page.keyboard.press("F2");
      await expect(page.getByRole("textbox")).toHaveValue("ca. 480");
      await page.getByRole("textbox").fill("480");
      await page.keyboard.press("Enter");
      await expect(reason).toHaveCount(0);
      await expect(bad.locator(".figure")).toHaveText("480");
    });

    test(`a table copied in Excel is laid open where it is pasted, and its rows find their place, in ${language}`, async ({ desk: page, say }) => {
      await openSample(page);
      const excel = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table>
        <tr><td>Item</td><td>2023</td><td>2024</td><td>2025</td></tr>
        <tr><td>Parcels tracked</td><td>20 000</td><td>21 000</td><td>22 500</td></tr></table></body></html>`;
      await copyHTML(page, excel, "Item\t2023\t2024\t2025\nParcels tracked\t20 000\t21 000\t22 500");
      await page.locator("main h1").click();
      await page.keyboard.press("Control+v");
      await expect(room(page)).toContainText("Parcels tracked");
      await pick(page, goes(say, "Parcels tracked"), `${tracked}: ${say("row.input.history")}`);
      await expect(room(page).locator("article")).toContainText("22,500");
      await clean(page);
      await room(page).getByRole("button", { name: say("guide.import.accept"), exact: true }).click();
      await expect(await amount(page, tracked, "2025")).toHaveText("22,500");
    });
  });
}

/** What lies in the recovery journals under a home: they are written behind the reader. */
async function kept(home: string): Promise<string> {
  const names = (await readdir(home, { recursive: true })).filter((name) => name.endsWith(".recovery"));
  return (await Promise.all(names.map((name) => readFile(join(home, name), "utf8").catch(() => "")))).join("");
}
