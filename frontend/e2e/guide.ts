import { fileURLToPath } from "node:url";
import { expect, type Page } from "@playwright/test";
import { faults } from "./axe";
import { reader } from "./spoken";
import type { Language, Say } from "./words";

/** A real-looking file of the intake's tests. */
export function data(name: string): string {
  return fileURLToPath(new URL(`../../app/intake/testdata/${name}`, import.meta.url));
}

/** The room that is open over the page. */
export function room(page: Page) {
  return page.locator("dialog[open]");
}

/** Begins a plan in the form that is open. */
export async function newPlan(page: Page, country: string): Promise<void> {
  await room(page).getByRole("combobox").first().fill(country);
  await page.keyboard.press("Enter");
  await room(page).locator(".foot .main").click();
  await expect(page.locator("nav ol")).toBeVisible();
}

/** Chooses in a combobox as one types. */
export async function pick(page: Page, box: string | RegExp, text: string): Promise<void> {
  const input = room(page).getByRole("combobox", { name: box }).first();
  await input.click();
  await input.fill(text);
  await page.keyboard.press("Enter");
}

/** What the choice of a place for a row of a file is called. */
export function goes(say: Say, name: string): RegExp {
  return new RegExp(say("guide.import.goes.of", { name: `.*${name}.*` }));
}

/** Sees that there is nothing to mend on what is shown: for axe, and for whoever reads it. */
export function cleanIn(language: Language): (page: Page) => Promise<void> {
  const read = reader(language);
  return async (page) => {
    expect(await read(page)).toEqual([]);
    expect(await faults(page, ["light"])).toEqual([]);
  };
}
