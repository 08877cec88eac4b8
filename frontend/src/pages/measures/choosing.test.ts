import { describe, expect, it } from "vitest";
import type { CatalogueMeasure } from "../../desk/measures";
import { anything, functionsOf, matching } from "./choosing";

const measure = (id: string, given: Partial<CatalogueMeasure>): CatalogueMeasure => {
  return { id, name: "", text: "", function: "Protect", programme: "", practice: "", cautions: [], evidence: [], have: false, ...given };
};

const all = [
  measure("keys", { name: "Clés de sécurité", practice: "PR.AA-03" }),
  measure("plan", { name: "Incident plan", text: "Says who is called first.", function: "Respond", programme: "Postal programme" }),
  measure("watch", { name: "Monitoring", function: "Detect", have: true }),
];
const ids = (found: readonly CatalogueMeasure[]) => found.map(({ id }) => id);

describe("the catalogue", () => {
  it("is whole while nothing is looked for", () => {
    expect(matching(all, anything)).toEqual(all);
  });

  it.each([
    ["cles", ["keys"]],
    ["CALLED  incident", ["plan"]],
    ["pr.aa", ["keys"]],
    ["detect", ["watch"]],
    ["called monitoring", []],
  ])("holds all the words of %s, whatever their case and marks", (text, found) => {
    expect(ids(matching(all, { ...anything, text }))).toEqual(found);
  });

  it("keeps to a function, to the sector's programme and to what the plan lacks", () => {
    expect(ids(matching(all, { ...anything, function: "Respond" }))).toEqual(["plan"]);
    expect(ids(matching(all, { ...anything, programme: true }))).toEqual(["plan"]);
    expect(ids(matching(all, { ...anything, missing: true }))).toEqual(["keys", "plan"]);
    expect(ids(matching(all, { ...anything, missing: true, function: "Detect" }))).toEqual([]);
  });

  it("names each function once, in its own order", () => {
    expect(functionsOf([...all, ...all])).toEqual(["Protect", "Respond", "Detect"]);
  });
});
