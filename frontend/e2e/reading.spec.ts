import { expect, openSample, test } from "./program";

test.describe("in Arabic", () => {
  test.use({ language: "ar" });

  test("the page runs from right to left, and a chart's time still from left to right", async ({ desk: page }) => {
    await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
    await openSample(page);
    const heads = page.getByRole("grid").getByRole("columnheader");
    const first = await heads.nth(4).boundingBox();
    const last = await heads.last().boundingBox();
    expect(first?.x ?? 0).toBeGreaterThan(last?.x ?? 0);
    const years = page.locator("figure svg text").filter({ hasText: /^20\d\d$/ });
    await expect(years.first()).toBeVisible();
    const places = await years.evaluateAll((all) => all.map((each) => [each.textContent ?? "", each.getBoundingClientRect().x] as const));
    const byPlace = [...places].sort((a, b) => a[1] - b[1]).map(([year]) => year);
    expect(byPlace.length).toBeGreaterThan(3);
    expect(byPlace).toEqual([...byPlace].sort());
  });
});

test("nothing is asked of any other address", async ({ page, address }) => {
  const asked = new Set<string>();
  page.on("request", (request) => asked.add(new URL(request.url()).origin));
  await page.goto(address);
  await openSample(page);
  expect([...asked].filter((origin) => origin !== "null")).toEqual([new URL(address).origin]);
});
