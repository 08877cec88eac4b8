import { expect, test } from "vitest";
import type { WorkshopPost } from "../../desk/workshop";
import { ordered, parts, turned } from "./order";

const post = (name: string, ...figures: string[]): WorkshopPost => ({
  id: name, name, country: "", statuses: "", years: "", counts: true, rates: [], notes: [], files: [],
  figures: figures.map((plain) => ({ text: plain, plain })),
});
const posts = [post("Élan", "9", "0.5"), post("Fiji", "", "0.25"), post("Zed", "-12.5", "0.5"), post("Dili", "100", "")];
const names = (column: number, down: boolean) => ordered(posts, { column, down }, "fr").map(({ name }) => name);

test("posts stand by number, not by its letters, and those without the figure last either way", () => {
  expect(names(0, true)).toEqual(["Dili", "Élan", "Zed", "Fiji"]);
  expect(names(0, false)).toEqual(["Zed", "Élan", "Dili", "Fiji"]);
  expect(names(1, true)).toEqual(["Élan", "Zed", "Fiji", "Dili"]);
});

test("posts stand by name as the language orders it, and the table itself stays", () => {
  expect(names(-1, false)).toEqual(["Dili", "Élan", "Fiji", "Zed"]);
  expect(names(-1, true)).toEqual(["Zed", "Fiji", "Élan", "Dili"]);
  expect(posts[0]?.name).toBe("Élan");
});

test("a head clicked again turns the order, another begins at its own end", () => {
  expect(turned({ column: -1, down: false }, 2)).toEqual({ column: 2, down: true });
  expect(turned({ column: 2, down: true }, 2)).toEqual({ column: 2, down: false });
  expect(turned({ column: 2, down: false }, -1)).toEqual({ column: -1, down: false });
});

test("files go up in parts, none lost and none parted", () => {
  const files = ["aaaa", "bbb", "cc", "dddddddddd", "e"].map((text, n) => ({ name: String(n), text }));
  const all = parts(files, 7);
  expect(all.map((part) => part.map(({ text }) => text))).toEqual([["aaaa", "bbb"], ["cc"], ["dddddddddd"], ["e"]]);
  expect(parts([], 7)).toEqual([]);
});
