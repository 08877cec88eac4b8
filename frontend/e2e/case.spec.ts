import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { cleanIn, room } from "./guide";
import { expect, openSample, test, turn } from "./program";
import type { Language, Say } from "./words";
import { opening } from "./stops";
import { edited, tampered } from "./zip";

const binary = process.env.OUTRIGGER ?? fileURLToPath(new URL("../../build/bin/outrigger", import.meta.url));

interface Tied {
  line?: string;
  lines?: string[] | undefined;
}

/** Opens the sample without its measures, whose choice takes a while to weigh in every workbook. */
async function openSmall(page: Page): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), "outrigger-small-"));
  const file = join(home, "small.outrigger");
  execFileSync(binary, ["sample", "vanuatu", "-o", file]);
  const plan = JSON.parse(await readFile(file, "utf8")) as { project: Record<string, Tied[] | undefined> };
  await rm(home, { recursive: true, force: true });
  for (const one of plan.project["purchases"] ?? []) one.lines = one.lines?.filter((line) => !line.includes("/"));
  for (const one of [...(plan.project["risks"] ?? []), ...(plan.project["reports"] ?? [])]) if (one.line?.includes("/")) one.line = "";
  const buffer = Buffer.from(JSON.stringify({ ...plan, measures: [], portfolio: {} }));
  await page.locator('input[type="file"]').first().setInputFiles({ name: "small.outrigger", mimeType: "application/json", buffer });
  await expect(page.getByRole("grid").first()).toBeVisible();
}

/** The workbook of the open plan, as the browser gets it. */
async function workbook(page: Page, say: Say): Promise<Buffer> {
  const coming = page.waitForEvent("download", { timeout: 90_000 });
  await page.getByRole("button", { name: say("page.file.workbook") }).click();
  return readFile(await (await coming).path());
}

async function hand(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.locator("input[data-returned]").setInputFiles({ name, mimeType: "application/octet-stream", buffer });
}

const own: Partial<Record<Language, string>> = { en: "Without help the post stands still.", ar: "من دون دعم يتوقف البريد." };

for (const language of ["en", "ar"] as const) {
  const clean = cleanIn(language);
  test.describe(language, () => {
    test.use({ language });

    test("a sentence of the case is edited, marked once its figures move, and goes back", async ({ desk: page, say }) => {
      await openSample(page);
      await turn(page, "case");
      const claim = page.locator('[data-claim="gap"]');
      const draft = await claim.locator(".said").innerText();
      await claim.getByRole("button", { name: say("page.claim.edit.of", { name: say("desk.claim.gap") }) }).click();
      await claim.getByRole("textbox").fill("x".repeat(401));
      await expect(claim.getByRole("button", { name: say("page.claim.keep") })).toBeDisabled();
      await clean(page);
      await claim.getByRole("textbox").fill(own[language] ?? "");
      await claim.getByRole("button", { name: say("page.claim.keep") }).click();
      await expect(claim.locator(".note")).toContainText(say("desk.claim.edited"));
      await expect(claim.locator(".said")).toHaveText(own[language] ?? "");

      await page.getByLabel(say("page.scenario"), { exact: true }).selectOption({ index: 1 });
      await expect(claim.locator(".note")).toContainText(say("desk.claim.moved"));
      await expect(claim.locator(".draft")).toContainText(/\d/);
      await clean(page);
      await claim.locator(".figures button").first().click();
      await expect(page.getByRole("complementary").getByRole("heading", { level: 2 })).toBeFocused();
      await page.keyboard.press("Escape");
      await page.getByLabel(say("page.scenario"), { exact: true }).selectOption({ index: 0 });
      await expect(claim.locator(".note")).toContainText(say("desk.claim.edited"));

      await claim.getByRole("button", { name: say("page.claim.back") }).click();
      await expect(claim.locator(".said")).toHaveText(draft);
      await page.keyboard.press("Control+z");
      await expect(claim.locator(".said")).toHaveText(own[language] ?? "");
      await page.keyboard.press("Control+z");
      await expect(claim.locator(".said")).toHaveText(draft);
      await expect(claim.locator(".note")).toContainText(say("desk.claim.drafted"));
    });

    test("the sheets of the workbook follow the plan once it is left alone", async ({ desk: page, say }) => {
      test.setTimeout(240_000);
      await openSmall(page);
      await turn(page, "case");
      const preview = page.locator("[data-sheets]");
      await preview.getByRole("button", { name: say("page.sheets.show") }).click();
      await expect(preview.getByRole("table")).toBeVisible({ timeout: 90_000 });
      await expect(preview.locator("caption").first()).toHaveText(say("workbook.sheet.cover"));
      await expect(preview.getByRole("img", { name: say("workbook.chart.index_alt") })).toBeVisible();
      const first = preview.getByRole("tab").first();
      await first.press(language === "ar" ? "ArrowLeft" : "ArrowRight");
      await expect(preview.locator("caption").first()).toHaveText(say("workbook.sheet.brief"));
      await preview.getByRole("tab").first().click();
      await expect(preview.locator("caption").first()).toHaveText(say("workbook.sheet.cover"));
      const claim = page.locator('[data-claim="gap"]');
      await claim.getByRole("button").first().click();
      await claim.getByRole("textbox").fill(own[language] ?? "");
      await claim.getByRole("button", { name: say("page.claim.keep") }).click();
      await expect(preview.getByRole("table")).toContainText(own[language] ?? "", { timeout: 90_000 });
      await expect(preview.getByRole("table")).toContainText(say("workbook.case.worded"));
      await page.keyboard.press("Control+z");
      await expect(preview.getByRole("status")).toContainText(say("page.sheets.stale"));
      await expect(preview.getByRole("table")).not.toContainText(own[language] ?? "", { timeout: 90_000 });
      await clean(page);
    });

    test("a returned workbook is looked at, one input taken and taken back", async ({ desk: page, say }) => {
      test.setTimeout(180_000);
      await openSmall(page);
      const file = await workbook(page, say);
      await opening(page, say, "guide.review.open");
      await expect(room(page)).toContainText(say("guide.review.lead"));
      await hand(page, "letter.xlsx", Buffer.from("Dear colleague,"));
      await expect(room(page).getByRole("alert")).toContainText("letter.xlsx");
      await clean(page);

      await hand(page, "tampered.xlsx", tampered(file));
      await expect(room(page).locator("[data-state=tampered]")).toBeVisible({ timeout: 90_000 });
      await expect(room(page).locator("[data-kind=formula_other] li")).not.toHaveCount(0);
      await clean(page);

      await hand(page, "edited.xlsx", edited(file));
      await expect(room(page).locator("[data-state=edited]")).toBeVisible({ timeout: 90_000 });
      const edit = room(page).locator("[data-difference]");
      await expect(edit).toHaveCount(1);
      const gap = page.locator('[data-figure="gap"] .value bdi');
      const before = await gap.innerText();
      await edit.getByRole("button").click();
      await expect(edit).toContainText(say("guide.review.have"));
      await expect(gap).not.toHaveText(before);
      await clean(page);
      await room(page).getByRole("button", { name: say("guide.review.undo") }).click();
      await expect(edit.getByRole("button")).toBeVisible();
      await expect(gap).toHaveText(before);

      await room(page).getByRole("tab", { name: say("guide.review.compare") }).click();
      const second = room(page).getByRole("button", { name: say("guide.review.file.of", { side: say("guide.review.second") }) });
      const asked = page.waitForEvent("filechooser");
      await second.click();
      await (await asked).setFiles({ name: "edited.xlsx", mimeType: "application/octet-stream", buffer: edited(file) });
      await expect(room(page).locator("tbody tr")).toHaveCount(1, { timeout: 90_000 });
      await expect(room(page).locator("tbody tr")).toContainText("60");
      await clean(page);
    });
  });
}
