import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "@playwright/test";
import { newPlan, room, served } from "./guide";
import { cell, expect } from "./program";

const driver = "International parcels tracked online";

/** What lies in the recovery journals under a home: they are written behind the reader. */
async function kept(home: string): Promise<string> {
  const names = (await readdir(home, { recursive: true })).filter((name) => name.endsWith(".recovery"));
  return (await Promise.all(names.map((name) => readFile(join(home, name), "utf8").catch(() => "")))).join("");
}

test("a plan that was never saved is found again after the program was killed", async ({ page }) => {
  const home = await mkdtemp(join(tmpdir(), "outrigger-home-"));
  let program = await served(home);
  try {
    await page.goto(program.address);
    await page.getByRole("button", { name: "New plan" }).click();
    await newPlan(page, "Kiribati");
    await (await cell(page, driver, "2024")).click();
    await page.keyboard.type("26000");
    await page.keyboard.press("Enter");
    await expect((await cell(page, driver, "2024")).locator(".figure")).toHaveText("26,000");
    await expect.poll(() => kept(home)).toContain("26000");
    await program.crash();

    program = await served(home);
    page.on("dialog", (asked) => void asked.accept());
    await page.goto(program.address);
    const found = page.getByRole("button", { name: /Kiribati.*Never saved/ });
    await expect(found).toBeVisible();
    await found.click();
    await expect((await cell(page, driver, "2024")).locator(".figure")).toHaveText("26,000");
    await expect(page.getByRole("banner")).toContainText("changes not saved");

    await page.getByRole("button", { name: "Open" }).click();
    await page.getByRole("button", { name: "Recent plans" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Do not save" }).click();
    await expect(room(page)).toBeVisible();
  } finally {
    await program.crash();
    await rm(home, { recursive: true, force: true });
  }
});
