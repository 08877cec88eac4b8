import type { CatalogueMeasure } from "../../desk/measures";
import { folded } from "../../parts/grid/matching";

/** What the reader looks for in the catalogue. */
export interface Sought {
  text: string;
  /** A function of the framework, in words; empty: any. */
  function: string;
  /** Only what is offered in the postal sector's programme. */
  programme: boolean;
  /** Only what the plan does not have. */
  missing: boolean;
}

export const anything: Sought = { text: "", function: "", programme: false, missing: false };

/** The measures that hold every word looked for and keep to the other wishes, in the catalogue's order. */
export function matching(all: readonly CatalogueMeasure[], sought: Sought): readonly CatalogueMeasure[] {
  const parts = folded(sought.text).split(/\s+/).filter(Boolean);
  return all.filter((measure) => {
    if (sought.function !== "" && measure.function !== sought.function) return false;
    if (sought.programme && measure.programme === "") return false;
    if (sought.missing && measure.have) return false;
    const held = folded([measure.name, measure.text, measure.function, measure.programme, measure.practice].join(" "));
    return parts.every((part) => held.includes(part));
  });
}

/** The functions in the order in which the catalogue first names them. */
export function functionsOf(all: readonly CatalogueMeasure[]): readonly string[] {
  return [...new Set(all.map((measure) => measure.function))];
}
