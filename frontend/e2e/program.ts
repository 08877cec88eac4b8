import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { test as base, expect, type Page } from "@playwright/test";
import { type Language, type Say, speaking } from "./words";

const binary = process.env.OUTRIGGER ?? fileURLToPath(new URL("../../build/bin/outrigger", import.meta.url));
const patience = 20_000;

interface Fixtures {
  /** The reader's language; English unless a test uses another. */
  language: Language;
  /** Says what the program says in that language. */
  say: Say;
  /** The address of a program of this test's own, with nothing open. */
  address: string;
  /** The page, drawn. */
  desk: Page;
}

export const test = base.extend<Fixtures>({
  language: ["en", { option: true }],
  say: async ({ language }, use) => { await use(speaking(language)); },
  address: async ({ language }, use) => {
    const home = await mkdtemp(join(tmpdir(), "outrigger-"));
    const program = await served(home, language);
    try {
      await use(program.address);
    } finally {
      await program.end("SIGTERM");
      await rm(home, { recursive: true, force: true });
    }
  },
  desk: async ({ page, address }, use) => {
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (line) => {
      // A fault comes as status 422, which the browser notes as well.
      if (line.type() === "error" && !line.text().includes("422")) complaints.push(`${line.text()} ${line.location().url}`);
    });
    await page.goto(address);
    await expect(page.getByRole("main").getByRole("heading", { level: 2 }).first()).toBeVisible();
    await use(page);
    expect(complaints).toEqual([]);
  },
});

export { expect };

/** A program that is served from a home which may outlive it. */
export async function served(home: string, language: Language): Promise<{ address: string; end: (how: NodeJS.Signals) => Promise<void> }> {
  const kept = { HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home, XDG_STATE_HOME: home, XDG_DATA_HOME: home };
  const program = spawn(binary, ["serve", "--no-open", "--port", "0", "--language", language], { env: { ...process.env, ...kept } });
  return { address: await announced(program), end: (how) => ended(program, how) };
}

/** The address that the program prints, once it does. */
async function announced(program: ChildProcess): Promise<string> {
  const said: string[] = [];
  return new Promise((found, failed) => {
    const late = setTimeout(() => {
      failed(new Error(`the program printed no address: ${said.join("\n")}`));
    }, patience);
    const listen = (line: string) => {
      said.push(line);
      const address = /http:\/\/\S+/.exec(line)?.[0];
      if (!address) return;
      clearTimeout(late);
      found(address);
    };
    for (const stream of [program.stdout, program.stderr]) {
      if (stream) createInterface(stream).on("line", listen);
    }
    program.on("error", failed);
    program.on("exit", (code) => {
      failed(new Error(`the program ended with ${String(code)}: ${said.join("\n")}`));
    });
  });
}

async function ended(program: ChildProcess, how: NodeJS.Signals): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null || program.pid === undefined) return;
  const gone = new Promise((done) => program.once("exit", done));
  program.kill(how);
  await gone;
}

export async function openSample(page: Page): Promise<void> {
  await page.getByRole("button", { name: /Vanuatu|فانواتو/ }).click();
  await expect(page.getByRole("grid").first()).toBeVisible();
}

/** Turns to a page of the plan by its entry in the chain. */
export async function turn(page: Page, step: string): Promise<void> {
  await page.locator(`nav a[href="#${step}"]`).click();
  await expect(page.locator(`nav a[href="#${step}"]`)).toHaveAttribute("aria-current", "page");
}

/** The cell of a row in a column, found as a reader finds it: by what stands at both heads. */
export async function cell(page: Page, name: string, column: string, part = 0) {
  const grid = page.getByRole("grid").filter({ has: page.getByRole("rowheader", { name }) }).first();
  const heads = grid.getByRole("columnheader");
  let at = -1;
  await expect(async () => {
    at = (await heads.allInnerTexts()).findIndex((head) => head.trim().toLowerCase().startsWith(column.toLowerCase())) - 1;
    expect(at, `a column ${column} in the table with ${name}`).toBeGreaterThanOrEqual(0);
  }).toPass({ timeout: 20_000 });
  const row = grid.getByRole("row").filter({ has: page.getByRole("rowheader", { name }) });
  return row.nth(part).getByRole("gridcell").nth(at);
}

/** What stands in the cell of a row in a column. */
export async function amount(page: Page, name: string, column: string) {
  return (await cell(page, name, column)).locator(".figure");
}

export function figure(page: Page, id: string) {
  return page.locator(`[data-figure="${id}"] .value bdi`);
}

export async function choose(page: Page, what: "language" | "theme", value: string): Promise<void> {
  await page.getByRole("banner").getByRole("combobox").nth(what === "language" ? 0 : 1).selectOption(value);
  await expect(page.locator("html")).toHaveAttribute(what === "language" ? "lang" : "data-theme", value);
}

/** Puts what a sheet would put on the clipboard there. */
export async function copyHTML(page: Page, html: string, text: string): Promise<void> {
  await page.evaluate(
    async ([rich = "", plain = ""]) => {
      const item = { "text/html": new Blob([rich], { type: "text/html" }), "text/plain": new Blob([plain], { type: "text/plain" }) };
      await navigator.clipboard.write([new ClipboardItem(item)]);
    },
    [html, text],
  );
}
