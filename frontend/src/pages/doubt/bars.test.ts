import { expect, it } from "vitest";
import { barsOf } from "./bars";

const swing = (lowPlain: string, highPlain: string) => ({
  input: "i",
  label: "I",
  from: "",
  to: "",
  low: "",
  high: "",
  lowPlain,
  highPlain,
  share: "",
  narrow: "",
});

it("lays every bar on one axis, from the figure as planned to either end", () => {
  const { base, all } = barsOf([swing("50", "200"), swing("120", "90")], "100");
  const [wide, against] = all;
  expect(wide?.[0]).toMatchObject({ end: "low", to: base });
  expect(wide?.[1]).toMatchObject({ end: "high", from: base });
  expect(against?.[0]?.from).toBe(base); // low drives it up
  expect(against?.[1]?.to).toBe(base);
  for (const { from, to } of all.flat()) expect(from >= 0 && to <= 100 && from <= to).toBe(true);
});

it("stands in the middle where nothing moves the figure", () => {
  expect(barsOf([], "5").base).toBeGreaterThan(0);
  expect(barsOf([swing("5", "5")], "5").all.flat().every(({ from, to }) => from === to)).toBe(true);
});
