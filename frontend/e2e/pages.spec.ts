import { faults } from "./axe";
import { newPlan } from "./guide";
import { cell, choose, copyHTML, expect, figure, openSample, test, turn } from "./program";

const tracked = "International parcels tracked online";

test("a changed quantity of the budget moves the gap; undo and redo follow", async ({ desk: page }) => {
  await openSample(page);
  await turn(page, "budget");
  const gap = figure(page, "gap");
  const before = await gap.innerText();
  await (await cell(page, "Off-island backup", "2027")).click();
  await page.keyboard.type("9"); // one digit: figures follow while one types, and two would be two figures
  await page.keyboard.press("Enter");
  await expect(gap).not.toHaveText(before);
  const after = await gap.innerText();
  await page.keyboard.press("Control+z");
  await expect(gap).toHaveText(before);
  await page.keyboard.press("Control+y");
  await expect(gap).toHaveText(after);
});

test("a story figure is explained down to what was typed, and there one can go", async ({ desk: page }) => {
  await openSample(page);
  await page.locator('[data-figure="gap"] .value').click();
  const why = page.getByRole("complementary");
  await expect(why.getByRole("heading", { level: 2 })).toBeFocused();
  await expect(why).toContainText((await figure(page, "gap").innerText()).replace(/^\D+/, ""));
  const parts = why.locator("li:has(.amount) button");
  for (let depth = 0; depth < 20 && (await parts.count()) > 0; depth++) {
    const title = await why.getByRole("heading", { level: 2 }).innerText();
    await parts.last().click();
    await expect(why.getByRole("navigation").getByRole("button")).toHaveCount(depth + 1);
    await expect(why.getByRole("navigation").getByRole("button").last()).toHaveText(title);
  }
  await expect(why.getByRole("button", { name: "State the evidence" })).toBeVisible();
  await turn(page, "case");
  await why.getByRole("button", { name: "Go there" }).click();
  await expect(page.locator("main h1")).not.toHaveText("Case");
  await expect(page.locator("main [data-input]:focus")).toBeVisible();
  await why.getByRole("navigation").getByRole("button").first().click();
  await expect(why.getByRole("navigation")).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(why).toHaveCount(0);
  await expect(page.locator('[data-figure="gap"] .value')).toBeFocused();
});

test("a figure of a table is explained by key and by its menu, and the focus comes back", async ({ desk: page }) => {
  await openSample(page);
  await turn(page, "budget");
  const cost = await cell(page, "Off-island backup", "2027", 1);
  await cost.click();
  await page.keyboard.press("Control+Shift+Y");
  const why = page.getByRole("complementary");
  await expect(why).toContainText("Off-island backup");
  await expect(why).toContainText("2027");
  await page.keyboard.press("Escape");
  await expect(cost).toBeFocused();
  await cost.getByRole("button").click();
  await expect(why).toBeVisible();
  await why.getByRole("button", { name: "Close" }).click();
  await expect(cost).toBeFocused();
});

test("an item is added by name, renamed, removed with its row's menu, and brought back", async ({ desk: page }) => {
  await openSample(page);
  const last = page.getByRole("rowheader", { name: "Add a driver" });
  await last.click();
  await page.keyboard.type("Counters with card readers");
  await page.keyboard.press("Enter");
  const added = page.getByRole("rowheader", { name: "Counters with card readers" });
  await expect(added.first()).toBeVisible();
  await expect(last).toBeFocused();
  await added.first().click();
  await page.keyboard.press("F2");
  await page.getByRole("textbox").fill("Card readers");
  await page.keyboard.press("Enter");
  const renamed = page.getByRole("rowheader", { name: "Card readers" });
  await expect(renamed.first()).toContainText("Card readers");
  await renamed.first().click();
  await page.keyboard.press("Shift+F10");
  await page.getByRole("menuitem", { name: /Remove/ }).press("Enter");
  await expect(renamed).toHaveCount(0);
  await expect(page.getByRole("status")).toContainText("Ctrl+Z");
  await page.keyboard.press("Control+z");
  await expect(renamed.first()).toBeVisible();
  await page.getByRole("button", { name: "Add a driver" }).click();
  await expect(page.getByRole("textbox")).toBeFocused();
  await page.keyboard.type("Lockers");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("rowheader", { name: "Lockers" }).first()).toBeVisible();
});

test("rows pasted into the last line become items, in one step of undo", async ({ desk: page }) => {
  await openSample(page);
  const last = page.getByRole("rowheader", { name: "Add a driver" });
  await last.click();
  const excel = "<table><tr><td>Parcel lockers</td><td>lockers</td><td>figures by year</td></tr><tr><td>Kiosks</td><td>kiosks</td></tr></table>";
  await copyHTML(page, excel, "");
  await page.keyboard.press("Control+v");
  await expect(page.getByRole("rowheader", { name: "Kiosks" }).first()).toBeVisible();
  await expect((await cell(page, "Parcel lockers", "Unit")).locator(".figure")).toHaveText("lockers");
  await expect((await cell(page, "Parcel lockers", "How it goes on")).locator(".figure")).toHaveText("figures by year");
  await last.focus();
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("rowheader", { name: /Kiosks|Parcel lockers/ })).toHaveCount(0);
});

test("stated evidence lowers the share that rests on placeholders", async ({ desk: page }) => {
  await openSample(page);
  const share = figure(page, "placeholders");
  const before = await share.innerText();
  await turn(page, "budget");
  await page.getByRole("button", { name: "Details" }).first().click();
  // Of all that this line costs only the price is a placeholder; what the staff cost rests on the measures' effects too.
  const price = await cell(page, "Off-island backup", "Unit cost");
  await price.click();
  await page.keyboard.press("Shift+F10");
  await page.getByRole("menuitem", { name: "State the evidence" }).press("Enter");
  const form = page.getByRole("form", { name: "Evidence" });
  await expect(form.getByLabel("How well it is known")).toBeFocused();
  const was = await form.getByLabel("How well it is known").inputValue();
  await form.getByLabel("How well it is known").selectOption(was === "placeholder" ? "measured" : "placeholder");
  await form.getByLabel("Source").fill("Pay scale of the ministry");
  await form.getByLabel("Responsible").fill("A. Tari");
  await form.getByRole("button", { name: "Apply" }).click();
  await expect(share).not.toHaveText(before);
  await expect(page.getByRole("complementary")).toContainText("Pay scale of the ministry");
  await page.keyboard.press("Escape");
  await expect(price).toBeFocused();
  await page.keyboard.press("Control+z");
  await expect(share).toHaveText(before);
});

test("a choice is made with the keyboard alone", async ({ desk: page }) => {
  await openSample(page);
  await turn(page, "workload");
  const role = await cell(page, "Incident response", "Role");
  await role.focus();
  await page.keyboard.press("Alt+ArrowDown");
  await expect(page.getByRole("combobox", { name: /Incident response/ })).toBeFocused();
  await page.keyboard.type("sys");
  await expect(page.getByRole("listbox").getByRole("option")).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(role.locator(".figure")).toHaveText(/Systems administrator/);
  await page.keyboard.press("Control+z");
  await expect(role.locator(".figure")).toHaveText("Security analyst");
});

test("in a scenario a changed cell looks different and goes back to the base case", async ({ desk: page }) => {
  await openSample(page);
  await page.getByRole("combobox", { name: "Scenario" }).selectOption({ index: 1 });
  const count = await cell(page, tracked, "2025");
  const base = await count.locator(".figure").innerText();
  await count.click();
  await page.keyboard.type("99000");
  await page.keyboard.press("Enter");
  await expect(count).toHaveClass(/over/);
  await count.click({ button: "right" });
  await page.getByRole("menuitem", { name: "Back to the base case" }).click();
  await expect(count.locator(".figure")).toHaveText(base);
  await expect(count).not.toHaveClass(/over/);
});

test("a field outside the tables is changed, and a year that cannot be says why and keeps what was typed", async ({ desk: page }) => {
  await openSample(page);
  await turn(page, "post");
  await page.getByLabel("Name of the post").fill("Post of the isles");
  await page.getByLabel("Name of the post").press("Enter");
  await expect(page.getByRole("banner")).toContainText("Post of the isles");
  const year = page.getByLabel("Last year", { exact: true });
  await year.fill("soon");
  await year.press("Tab");
  await expect(year).toHaveAttribute("aria-invalid", "true");
  await expect(year).toHaveValue("soon");
  await expect(page.locator(`[id="${(await year.getAttribute("aria-describedby"))?.split(" ")[0] ?? ""}"]`)).toContainText("not a year");
});

test("the way back leads to the page before", async ({ desk: page }) => {
  await openSample(page);
  await turn(page, "team");
  await turn(page, "case");
  await page.goBack();
  await expect(page.locator("main h1")).toHaveText("Team");
  await choose(page, "language", "fr");
  await expect(page.locator("main h1")).toHaveText("Équipe");
});

test("what is missing leads to its cell, also in a table's other half, and typed there it is missing no more", async ({ desk: page }) => {
  await page.getByRole("button", { name: "New plan…" }).click();
  await newPlan(page, "Fiji");
  const missing = async () => Number(await page.locator('nav li:has(a[href="#team"]) .count').innerText());
  const before = await missing();
  await turn(page, "team");
  const first = page.locator("#findings li").filter({ hasText: "cost of a person" }).first();
  await first.getByRole("button", { name: "Go there" }).click();
  await expect(page.locator("main [data-input$='/wage']:focus")).toBeVisible();
  await page.keyboard.type("1200000");
  await page.keyboard.press("Enter");
  await expect.poll(missing).toBe(before - 1);
  expect(await faults(page, ["light"])).toEqual([]);
});
