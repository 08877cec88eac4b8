import type { Locator, Page } from "@playwright/test";
import { data, room } from "./guide";
import { amount, expect, figure, test } from "./program";
import { opening } from "./stops";
import type { Say } from "./words";

/** What it takes now; whoever makes the way longer must say why here. Files are chosen in the system's own dialog. */
const most = 25;

/** Counts the clicks of a way, and says what each was for. */
class Way {
  readonly steps: string[] = [];

  async click(what: string, at: Locator): Promise<void> {
    await at.click();
    this.passed(what);
  }

  passed(what: string, clicks = 1): void {
    for (let n = 0; n < clicks; n++) this.steps.push(what);
  }
}

/** Takes one head of a budget book over to a place that the plan still lacks. */
async function take(page: Page, say: Say, way: Way, head: string, place: string): Promise<void> {
  await way.click(`head ${head}`, room(page).getByRole("checkbox", { name: head, exact: true }));
  await way.click("what really was", room(page).getByRole("radio", { name: "ACTUAL" }));
  await way.click("where it goes", room(page).locator("article input[role=combobox]").last());
  await way.click(place, page.getByRole("option", { name: new RegExp(`^${place}.*${say("guide.import.missing")}`) }));
}

async function layOpen(page: Page, say: Say, way: Way, file: string): Promise<void> {
  await opening(page, say, "guide.import");
  way.passed("bring in a spreadsheet, from the menu", 2);
  const choosing = page.waitForEvent("filechooser");
  await way.click(`choose ${file}`, room(page).getByRole("button", { name: say("guide.import.choose") }));
  await (await choosing).setFiles(data(file));
}

test("two budget books of a real post reach a workbook in few steps", async ({ desk: page, say }) => {
  const way = new Way();
  const bring = room(page).getByRole("button", { name: say("guide.import.accept"), exact: true });
  const choosing = page.waitForEvent("filechooser");
  await way.click("open the plan", page.getByRole("button", { name: say("page.file.open") }));
  await (await choosing).setFiles(data("bermuda_plan.json"));
  await expect(page.getByRole("banner")).toContainText("Bermuda Post Office");

  await layOpen(page, say, way, "bermuda_expenditure.csv");
  await take(page, say, way, "43", "Government of Bermuda, head 43");
  await room(page).getByLabel(say("guide.import.scale")).selectOption("1000");
  way.passed("in thousands", 2);
  await way.click("bring in", bring);
  await expect(room(page)).toHaveCount(0);

  await layOpen(page, say, way, "bermuda_employment.csv");
  await take(page, say, way, "13", "Staff of the Post Office");
  await way.click("another series", room(page).getByRole("button", { name: say("guide.import.add") }));
  await take(page, say, way, "43", "Staff of the information technology department");
  await way.click("bring in", bring);
  await expect(await amount(page, "Staff of the Post Office", "2022")).toHaveText(/^\d+$/);
  await expect(figure(page, "gap")).toContainText(/\d/);

  const coming = page.waitForEvent("download");
  await way.click("write the workbook", page.getByRole("button", { name: say("page.file.workbook") }));
  expect((await coming).suggestedFilename()).toMatch(/\.xlsx$/);
  test.info().annotations.push(...way.steps.map((description, n) => ({ type: `click ${String(n + 1)}`, description })));
  expect(way.steps.length, way.steps.join("\n")).toBeLessThanOrEqual(most);
});
