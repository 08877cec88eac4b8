import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { english } from "../testing/plan";
import { speak } from "../words/words.svelte";
import { entries, sought, terms } from "./glossary";
import { groups } from "./keys";
import { reachable, stops } from "./tour";

const texts = JSON.parse(readFileSync("../datasets/words/en/guide.json", "utf8")) as Record<string, string>;

describe("help", () => {
  it("has a name and a meaning for every term, and no word that leads nowhere", () => {
    const kept = Object.keys(texts).filter((key) => key.startsWith("guide.term.")).map((key) => key.split(".")[2]);
    expect([...new Set(kept)].sort()).toEqual([...terms].sort());
    for (const id of terms) expect(texts[`guide.term.${id}.text`]).toMatch(/\.$/);
  });

  it("has words for every key and every stop of the tour", () => {
    for (const { id, keys } of groups) {
      expect(texts).toHaveProperty([`guide.keys.${id}`]);
      for (const [key] of keys) expect(texts).toHaveProperty([`guide.key.${key}`]);
    }
    for (const { id } of stops) expect(texts).toHaveProperty([`guide.tour.${id}.text`]);
  });

  it("finds terms by name before those that only speak of it", () => {
    speak({ ...english, texts });
    const all = entries("en");
    expect(sought(all, "BACKLOG")[0]?.id).toBe("backlog");
    expect(sought(all, "allowance").map(({ id }) => id).slice(0, 2)).toEqual(["caf", "iaf"]);
    expect(sought(all, "nowhere at all")).toEqual([]);
    expect(sought(all, " ")).toHaveLength(terms.length);
  });

  it("passes over a stop whose control is not there", () => {
    document.body.innerHTML = '<nav><ol></ol></nav><div class="story"><dl></dl></div>';
    expect(reachable(stops, document).map(({ id }) => id)).toEqual(["chain", "story"]);
  });
});
