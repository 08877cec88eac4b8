import { plot } from "@observablehq/plot";
import { describe, expect, it } from "vitest";
import type { AdviceShare, LossPoint } from "../desk/measures";
import { english } from "../testing/plan";
import { exceedance } from "./exceedance";
import { worthOf } from "./worth";

const point = (amount: string, without: string, chosen: string): LossPoint => {
  return { amount, text: amount, without, with: chosen, chanceWithout: "", chanceWith: "" };
};
const curve = [point("0", "0.8", "0.5"), point("1000", "0.4", "0.1"), point("2000", "0.1", "0.02")];
const look = { width: 700, em: 14, notation: english, without: "Without", with: "With", chance: "chance", cost: "cost, VUV" };

describe("the curve of losses", () => {
  const drawn = (points: readonly LossPoint[]) => plot(exceedance(points, look));

  it("names both lines, counts up in percent and along in money", () => {
    const { textContent } = drawn(curve);
    for (const part of ["Without", "With", "chance", "cost, VUV", "20%", "1,000"]) expect(textContent).toContain(part);
    expect(drawn(curve).querySelectorAll('[aria-label="line"] path')).toHaveLength(4);
  });

  it("is one line where measures change nothing", () => {
    const same = curve.map((each) => ({ ...each, with: each.without }));
    expect(drawn(same).querySelectorAll('[aria-label="line"] path')).toHaveLength(2);
    expect(drawn(same).querySelectorAll('[aria-label="area"] path')).toHaveLength(0);
  });

  it("is an empty frame without points", () => {
    expect(drawn([]).textContent).toContain("chance");
  });
});

describe("the worth of the money", () => {
  const share = (percent: number, plain: string): AdviceShare => {
    return { percent, plain, label: `${String(percent)}%`, worth: `VUV ${plain}`, warning: "", count: 1, list: "", cells: [] };
  };
  const drawn = (shares: readonly AdviceShare[]) => plot(worthOf(shares, { width: 500, em: 14, notation: english, worth: "worth", money: "money" }));

  it("marks every share, and writes the worth at both ends", () => {
    const made = drawn([share(60, "100"), share(80, "150"), share(100, "170")]);
    expect(made.querySelectorAll("circle")).toHaveLength(3);
    for (const part of ["60%", "80%", "100%", "VUV 100", "VUV 170"]) expect(made.textContent).toContain(part);
    expect(made.textContent).not.toContain("VUV 150");
  });

  it("writes a single one once", () => {
    expect(drawn([share(100, "170")]).textContent.match(/VUV 170/g)).toHaveLength(1);
  });
});
