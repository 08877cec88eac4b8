import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { expect, type Page } from "@playwright/test";

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
export async function pick(page: Page, box: RegExp, text: string): Promise<void> {
  const input = room(page).getByRole("combobox", { name: box }).first();
  await input.click();
  await input.fill(text);
  await page.keyboard.press("Enter");
}

/** A program that is served from a home which outlives it, and ended without a word. */
export async function served(home: string): Promise<{ address: string; crash: () => Promise<void> }> {
  const binary = process.env.OUTRIGGER ?? fileURLToPath(new URL("../../build/bin/outrigger", import.meta.url));
  const kept = { HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home, XDG_STATE_HOME: home, XDG_DATA_HOME: home };
  const program = spawn(binary, ["serve", "--no-open", "--port", "0", "--language", "en"], { env: { ...process.env, ...kept } });
  const crash = async (): Promise<void> => {
    const gone = new Promise((done) => program.once("exit", done));
    program.kill("SIGKILL");
    await gone;
  };
  for await (const line of createInterface(program.stdout)) {
    const address = /http:\/\/\S+/.exec(line)?.[0];
    if (address) return { address, crash };
  }
  throw new Error("the program printed no address");
}
