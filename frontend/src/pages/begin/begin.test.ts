import { describe, expect, it } from "vitest";
import { proposed, settled, yearChoices } from "./begin";
import { day } from "./day";

const offer = { countries: [], currencies: [{ id: "USD", name: "USD" }], first: 2021, lastActual: 2025, last: 2030 };

describe("a new plan's years", () => {
  it("begin as the program proposes", () => {
    expect(proposed(offer, "fr")).toMatchObject({ language: "fr", first: 2021, lastActual: 2025, last: 2030, donor: "USD", startMonth: 1, empty: false });
  });

  it.each([
    [{ first: 2024, lastActual: 2022, last: 2030 }, { first: 2024, lastActual: 2024, last: 2030 }],
    [{ first: 2020, lastActual: 2025, last: 2025 }, { first: 2020, lastActual: 2025, last: 2026 }],
    [{ first: 1996, lastActual: 1998, last: 2030 }, { first: 1996, lastActual: 1998, last: 2018 }],
  ])("never run backwards: %o", (chosen, kept) => {
    expect(settled(chosen)).toEqual(kept);
  });

  it("offer only years that can follow", () => {
    const years = yearChoices(offer, { first: 2023, lastActual: 2025 });
    expect(years.lastActual).toEqual([2023, 2024, 2025, 2026]);
    expect([years.last[0], years.last.at(-1)]).toEqual([2026, 2045]);
  });

  it.each([
    ["en", "24 Nov 2026"],
    ["fr", "24 nov. 2026"],
    ["pt", "24/11/2026"],
  ])("write a day in %s", (language, text) => {
    expect(day("2026-11-24", language)).toBe(text);
  });

  it("write a day in Arabic with the digits of the figures", () => {
    expect(day("2026-11-24", "ar")).toMatch(/24.*2026|2026.*24/);
  });
});
