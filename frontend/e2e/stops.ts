import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { data, newPlan, room } from "./guide";
import { cell, expect, openSample, turn } from "./program";
import type { Say } from "./words";

/**
 * What is looked at wherever a walk stops. A popup goes when the window is made
 * narrower; what is drawn like the stop before is only read.
 */
export type Look = (stop: string, how?: { popup?: boolean; alike?: boolean }) => Promise<void>;

export const steps = ["post", "drivers", "workload", "team", "budget", "readiness", "peers", "risk", "measures", "funding", "project", "case"];
/** So many of them are looked at in one walk, the others in another. */
const half = 5;

/** Opens the menu of ways to another plan and takes one. */
export async function opening(page: Page, say: Say, key: string): Promise<void> {
  await page.getByRole("button", { name: say("common.open"), exact: false }).and(page.locator("header [aria-expanded]")).click();
  await page.locator("header li").getByRole("button", { name: say(key), exact: true }).click();
}

async function unfold(page: Page): Promise<void> {
  await page.locator("main details").evaluateAll((all) => { for (const each of all) each.setAttribute("open", ""); });
}

/** Before there is a plan, and while it holds nothing. */
export async function beginnings(page: Page, say: Say, look: Look): Promise<void> {
  await look("start");
  await page.getByRole("button", { name: say("guide.import"), exact: true }).click();
  await expect(room(page)).toContainText(say("guide.new.for_sheet"));
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: say("guide.new"), exact: true }).click();
  await room(page).locator(".foot .main").click();
  await expect(room(page)).toContainText(say("guide.new.country.lacking"));
  await look("new plan");
  await room(page).getByRole("combobox").first().fill(say("country.MDV").slice(0, 3));
  await expect(page.getByRole("listbox").getByRole("option").first()).toBeVisible();
  await look("choice of a country", { popup: true });
  await page.keyboard.press("Escape");
  await room(page).getByLabel(say("guide.new.empty"), { exact: false }).check();
  await newPlan(page, say("country.MDV"));
  for (const step of steps) {
    await turn(page, step);
    await unfold(page);
    await look(`empty ${step}`);
  }
  await page.locator("header [aria-expanded]").click();
  await expect(page.locator("header li").first()).toBeVisible();
  await look("ways to another plan", { popup: true });
  await page.locator("header li").getByRole("button", { name: say("guide.recent.open"), exact: true }).click();
  await expect(page.getByRole("dialog").getByRole("button", { name: say("page.ask.discard") })).toBeVisible();
  await look("question before leaving");
  await page.getByRole("dialog").getByRole("button", { name: say("page.ask.discard") }).click();
  await expect(room(page).locator("li button").first()).toBeVisible();
  await look("recent plans");
}

/** The pages of a filled plan up to the budget, with what stands behind its charts, tables and figures. */
export async function pages(page: Page, say: Say, look: Look): Promise<void> {
  await openSample(page);
  await page.locator('[data-place="0:4"]').first().click();
  await page.keyboard.type("x y");
  await page.keyboard.press("Enter");
  await expect(page.locator('[aria-invalid="true"]')).toHaveCount(1);
  await page.locator('[data-place="0:2"]').first().focus();
  await page.keyboard.press("F2");
  await expect(page.getByRole("listbox")).toBeVisible();
  await look("list of choices", { popup: true });
  await page.keyboard.press("Escape");
  await page.locator('[data-place="0:5"]').first().focus();
  await page.keyboard.press("Shift+F10");
  await expect(page.getByRole("menu")).toBeVisible();
  await look("menu of a cell", { popup: true });
  await page.keyboard.press("Escape");
  await page.getByLabel(say("page.scenario"), { exact: true }).selectOption({ index: 1 });
  await each(page, steps.slice(0, half), look);
  await page.locator('[data-figure="gap"] .value').click();
  const why = page.getByRole("complementary");
  await expect(why.getByRole("heading", { level: 2 })).toBeFocused();
  await why.locator("li:has(.amount) button").first().click();
  await expect(why.getByRole("navigation")).toBeVisible();
  await look("why a figure is what it is");
  await page.keyboard.press("Escape");
  await turn(page, "drivers");
  const given = await cell(page, "International parcels tracked online", "2025");
  await given.click();
  await page.keyboard.press("Shift+F10");
  await page.getByRole("menuitem", { name: say("page.evidence.state") }).click();
  await expect(page.getByRole("form")).toBeVisible();
  await look("evidence of a figure");
}

/** The pages from readiness on, in a scenario. */
export async function further(page: Page, say: Say, look: Look): Promise<void> {
  await openSample(page);
  await page.getByLabel(say("page.scenario"), { exact: true }).selectOption({ index: 1 });
  await each(page, steps.slice(half), look);
}

async function each(page: Page, some: readonly string[], look: Look): Promise<void> {
  for (const step of some) {
    await turn(page, step);
    await unfold(page);
    await look(step);
    const faces = page.locator("main .faces").getByRole("button", { pressed: false });
    if ((await faces.all()).length === 0) continue;
    for (const face of await page.locator("main .faces").all()) await face.getByRole("button").last().click();
    await look(`details of ${step}`);
  }
}

/** What is found about the measures, what one of them says of itself, and the catalogue. */
export async function measures(page: Page, _: Say, look: Look): Promise<void> {
  await openSample(page);
  await turn(page, "risk");
  await expect(page.locator("main .curve svg path").first()).toBeVisible();
  await unfold(page);
  await look("how a year may turn out");
  await turn(page, "measures");
  await page.locator("main .acts .main").click();
  await expect(page.locator("main .advice .lead")).toContainText(/\d/, { timeout: 90_000 });
  await unfold(page);
  await look("the best choice of measures");
  await page.locator("main .advice tbody .link").filter({ hasText: "(MFA)" }).click();
  await expect(page.locator("main a.above")).toBeVisible();
  const known = page.locator("main section:has(details cite)");
  await expect(known).toBeVisible();
  await unfold(page);
  await look("a measure");
  await page.locator("main .faces").first().getByRole("button").last().click();
  await look("details of a measure", { alike: true });
  await turn(page, "measures");
  await page.locator("main .acts .button").nth(1).click();
  await expect(room(page).locator(".body > ul > li").first()).toBeVisible();
  await room(page).locator("details").evaluateAll((all) => { for (const each of all) each.setAttribute("open", ""); });
  await look("catalogue of measures");
  await page.keyboard.press("Escape");
}

/** Every room over the pages, and what it says when something is wrong. */
export async function rooms(page: Page, say: Say, look: Look): Promise<void> {
  await openSample(page);
  await opening(page, say, "guide.import");
  const collected = page.waitForEvent("download");
  await room(page).getByRole("button", { name: say("guide.import.collect.write") }).click();
  const filled = await readFile(await (await collected).path());
  await (await cell(page, "International parcels tracked online", "2025")).click();
  await page.keyboard.type("999");
  await page.keyboard.press("Enter");
  await opening(page, say, "guide.import");
  await page.locator("input[data-sheet]").setInputFiles({ name: "letter.csv", mimeType: "text/csv", buffer: Buffer.from("Dear Madam,\nthank you.\n") });
  await expect(room(page).getByRole("alert")).not.toHaveText("");
  await look("import, a broken file");
  await page.locator("input[data-sheet]").setInputFiles(data("usps.csv"));
  const offices = new RegExp(say("guide.import.goes.of", { name: ".*Number of post offices.*" }));
  await room(page).getByRole("combobox", { name: offices }).first().fill(say("import.new.drivers"));
  await page.keyboard.press("Enter");
  await expect(room(page).locator("article [role=status]")).not.toBeEmpty();
  await room(page).locator("details").evaluateAll((all) => { for (const each of all) each.setAttribute("open", ""); });
  await look("import, rows");
  await room(page).getByRole("button", { name: say("guide.import.other") }).click();
  await page.locator("input[data-sheet]").setInputFiles(data("bermuda_expenditure.csv"));
  await room(page).getByRole("checkbox", { name: "13", exact: true }).check();
  await room(page).locator("article input[role=combobox]").fill(say("import.new.lines"));
  await page.keyboard.press("Enter");
  await expect(room(page).locator("article [role=status]")).not.toBeEmpty();
  await look("import, columns");
  await room(page).getByRole("button", { name: say("guide.import.other") }).click();
  await page.locator("input[data-sheet]").setInputFiles({ name: "fill.xlsx", mimeType: "application/octet-stream", buffer: filled });
  await expect(room(page)).toContainText(say("guide.import.filled"));
  await look("import, a filled-in workbook");
  await page.keyboard.press("Escape");
  await scenarios(page, say, look);
  await page.getByRole("button", { name: say("page.doubt.open"), exact: true }).click();
  await expect(room(page).locator(".next")).toBeVisible();
  await look("how sure the gap is");
  await page.keyboard.press("Escape");
  await help(page, look);
  await page.locator('input[type="file"]').first().setInputFiles({ name: "notes.outrigger", mimeType: "application/json", buffer: Buffer.from("Dear colleague,") });
  await page.getByRole("dialog").getByRole("button", { name: say("page.ask.discard") }).click();
  await expect(page.getByRole("contentinfo").getByRole("alert")).not.toHaveText("");
  await look("a fault");
}

async function scenarios(page: Page, say: Say, look: Look): Promise<void> {
  await page.getByRole("button", { name: say("guide.scenarios.open"), exact: true }).click();
  await expect(room(page)).toBeVisible();
  await look("scenarios");
  await room(page).locator("li button").nth(1).click();
  await expect(room(page).locator("table")).toHaveCount(2);
  await look("a scenario beside the base case");
  await page.keyboard.press("Escape");
}

async function help(page: Page, look: Look): Promise<void> {
  await page.keyboard.press("F1");
  const tabs = room(page).getByRole("tab");
  await expect(tabs).toHaveCount(3);
  for (const [n, tab] of (await tabs.all()).entries()) {
    await tab.click();
    await expect(tab).toHaveAttribute("aria-selected", "true");
    await look(`help ${String(n + 1)}`);
  }
  await room(page).locator(".foot .button").first().click();
  const next = page.locator('[role="dialog"] .main');
  for (let stop = 1; stop <= 8; stop++) {
    await expect(next).toBeFocused();
    await look(`tour ${String(stop)}`, { popup: true, alike: stop > 1 });
    await next.press("Enter");
  }
  await expect(next).toHaveCount(0);
}
