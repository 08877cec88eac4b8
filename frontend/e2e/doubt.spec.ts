import { faults } from "./axe";
import { room } from "./guide";
import { cell, choose, expect, figure, test, turn } from "./program";

for (const language of ["en", "ar"] as const) {
  test(`a range is typed, moves the ranges in view, and the room says what to measure next (${language})`, async ({ desk: page }) => {
    await page.getByRole("button", { name: /Vanuatu/ }).first().click();
    await choose(page, "language", language);
    const range = page.locator('[data-figure="gap"] .range bdi, [data-figure="gap"] .range').first();
    await expect(range).toBeVisible();
    const before = await range.innerText();
    const gap = await figure(page, "gap").innerText();

    await turn(page, "workload");
    await (await cell(page, "Triage of reported messages", language === "en" ? "Hours" : "الساعات")).click();
    await page.keyboard.press("Control+Shift+Y");
    const why = page.getByRole("complementary");
    await why.locator(".acts .button").first().click();
    const form = why.locator("form");
    await form.locator("select").nth(1).selectOption("low_high");
    await form.locator(".ends input[inputmode]").nth(0).fill("-90");
    await form.locator(".ends input[inputmode]").nth(1).fill("300");
    expect(await faults(page, ["light"])).toEqual([]);
    await form.locator(".main").click();
    await expect(range).not.toHaveText(before);
    await expect(figure(page, "gap")).toHaveText(gap);

    await range.click();
    await expect(room(page).locator(".next")).toContainText("Triage of reported messages");
    await expect(room(page).locator("thead .axis bdi")).toHaveText(gap);
    await room(page).locator("#swings").selectOption("staffing/required");
    // The headlines stand in the table in the order of the choice.
    const at = await room(page).locator("#swings").evaluate((of) => (of as HTMLSelectElement).selectedIndex);
    const people = await room(page).locator(".panes").first().locator("section").last().locator("table").first().locator("tbody tr").nth(at).locator("td").first().innerText();
    expect(people).toMatch(/^\d\.\d\d$/);
    await expect(room(page).locator("thead .axis bdi")).toHaveText(people);
    await expect(room(page).locator("tbody .axis").first()).toBeVisible();
    expect(await faults(page, ["light"])).toEqual([]);
  });
}

test("a range that is none is refused by the form, and nothing is lost", async ({ desk: page }) => {
  await page.getByRole("button", { name: /Vanuatu/ }).first().click();
  await turn(page, "workload");
  await (await cell(page, "Incident response", "Hours")).click();
  await page.keyboard.press("Control+Shift+Y");
  const why = page.getByRole("complementary");
  await why.locator(".acts .button").first().click();
  await why.locator("form select").nth(1).selectOption("samples");
  await why.locator("form textarea").fill("12\n14\nabout 15");
  await why.locator("form .main").click();
  await expect(page.getByRole("alert").filter({ hasText: "Line 3 of the samples" })).toBeVisible();
  await expect(why.locator("form textarea")).toHaveValue("12\n14\nabout 15");
  await why.locator("form textarea").fill("12\n14\n15");
  await why.locator("form .main").click();
  await expect(why).toContainText("3 figures that were seen");
});

test("two drivers are linked in the room and loosened again, with one undo for each", async ({ desk: page }) => {
  await page.getByRole("button", { name: /Vanuatu/ }).first().click();
  await page.getByRole("button", { name: "How sure?" }).click();
  const links = room(page).locator("section").filter({ hasText: "Drivers that move together" });
  await expect(links.locator("tbody tr")).toHaveCount(1);
  await links.locator("form select").nth(0).selectOption({ label: "Security incidents handled" });
  await links.locator("form select").nth(1).selectOption({ label: "Suppliers with access to systems" });
  await links.getByRole("button", { name: "Link them" }).click();
  await expect(links.locator("tbody tr")).toHaveCount(2);
  await links.locator("tbody tr").nth(1).getByRole("combobox").selectOption("strong");
  await expect(links.locator("tbody tr").nth(1)).toContainText("0.80");
  await links.locator("tbody tr").nth(1).getByRole("button").click();
  await expect(links.locator("tbody tr")).toHaveCount(1);
});

test("figures, ranges and bands move while a figure is typed, and go back with Escape", async ({ desk: page }) => {
  await page.getByRole("button", { name: /Vanuatu/ }).first().click();
  await turn(page, "drivers");
  const gap = figure(page, "gap");
  const range = page.locator('[data-figure="gap"] .range');
  await expect(range).toBeVisible();
  const [before, between] = [await gap.innerText(), await range.innerText()];
  const shape = await page.locator("figure svg").innerHTML();
  await (await cell(page, "Phishing and fake-parcel messages reported", "2026", 1)).click();
  await page.keyboard.type("55");
  await expect(gap).not.toHaveText(before);
  await expect(range).not.toHaveText(between);
  await expect.poll(() => page.locator("figure svg").innerHTML()).not.toBe(shape);
  await page.keyboard.type("x");
  await expect(gap).toHaveText(before);
  await page.keyboard.press("Backspace");
  await expect(gap).not.toHaveText(before);
  await page.keyboard.press("Escape");
  await expect(gap).toHaveText(before);
  await expect(range).toHaveText(between);
  await expect(page.getByRole("banner")).not.toContainText("changes not saved");
});
