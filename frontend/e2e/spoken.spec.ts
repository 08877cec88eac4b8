import { expect, type Page, test } from "@playwright/test";
import { faults } from "./axe";
import { reader } from "./spoken";
import type { Language } from "./words";

async function told(page: Page, language: Language, body: string): Promise<string[]> {
  await page.setContent(`<!doctype html><html lang="${language}"><title>x</title><body><main>${body}</main></body></html>`);
  return reader(language)(page);
}

const seeded: [language: Language, body: string, found: string][] = [
  ["en", "<p>row.input.history</p>", "raw"],
  ["en", '<p class="own">drivers/phishing/growth: 3 figures</p>', "raw"],
  ["en", "<p>The plan has no_drivers yet</p>", "raw"],
  ["en", "<p>⟨page.grid.title⟩</p>", "raw"],
  ["en", '<button title="Remove {name}">x</button>', "raw"],
  ["en", "<p>undefined years</p>", "raw"],
  ["en", '<p class="own">NaN</p>', "raw"],
  ["en", "<p>[object Object]</p>", "raw"],
  ["fr", "<button>Write workbook</button>", "English"],
  ["es", '<button aria-label="Remove Kiosks">x</button>', "English"],
  ["pt", '<p class="own">Kiosks: growth a year</p>', "English"],
  ["fr", "<select><option>forecast from the history</option></select>", "English"],
  ["ar", "<p>تعذر ذلك because of this</p>", "Latin"],
];

/** A check that cannot fail is none: every fault it is there for is put before it once. */
test("what is raw, or in another language, is found wherever it is put", async ({ page }) => {
  for (const [language, body, found] of seeded) {
    const all = await told(page, language, body);
    expect(all, `${body}, in ${language}`).toHaveLength(1);
    expect(all[0], `${body}, in ${language}`).toContain(`${found}: `);
  }
});

test("what is as it should be is let be", async ({ page }) => {
  expect(await told(page, "fr", '<p class="own">Kiosks</p><p lang="en">Write workbook</p><p>Budget</p><p hidden>Write workbook</p>')).toEqual([]);
  expect(await told(page, "ar", "<p>من \u2068the book.xlsx\u2069</p><p>VUV 12</p><p>International parcels tracked online</p>")).toEqual([]);
  expect(await told(page, "en", "<p>See https://example.org/a_b/c_d at .xlsx, .csv</p>")).toEqual([]);
});

test("a text that is hard to read is found in the appearance in which it is", async ({ page }) => {
  await page.setContent(`<!doctype html><html lang="en"><title>x</title>
    <style>[data-theme="dark"] p { color: #777 } [data-theme="projector"] p { color: #666 }</style><main><h1>x</h1><p>Text</p></main></html>`);
  const found = await faults(page);
  expect(found.map((each) => each.split(" ").slice(0, 2).join(" "))).toEqual(["dark color-contrast", "projector color-contrast-enhanced"]);
});
