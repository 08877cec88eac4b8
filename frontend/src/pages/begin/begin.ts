import type { Beginnings, BeginRequest } from "../../desk/begin";

/** How far a plan may reach back from its last known year, and ahead of it. */
const back = 30;
const ahead = 20;

export interface YearChoices {
  first: number[];
  lastActual: number[];
  last: number[];
}

/** The years a new plan may be given; none of them can run backwards. */
export function yearChoices(offer: Beginnings, chosen: Pick<BeginRequest, "first" | "lastActual">): YearChoices {
  return {
    first: run(offer.lastActual - back, offer.lastActual),
    lastActual: run(chosen.first, offer.lastActual + 1),
    last: run(chosen.lastActual + 1, chosen.lastActual + ahead),
  };
}

/** The years as near to what was chosen as they may stand, once one of them moved. */
export function settled<T extends Pick<BeginRequest, "first" | "lastActual" | "last">>(chosen: T): T {
  const lastActual = Math.max(chosen.first, chosen.lastActual);
  return { ...chosen, lastActual, last: Math.max(lastActual + 1, Math.min(chosen.last, lastActual + ahead)) };
}

export function proposed(offer: Beginnings, language: string): BeginRequest {
  return {
    language,
    country: "",
    post: "",
    title: "",
    donor: offer.currencies[0]?.id ?? "",
    first: offer.first,
    lastActual: offer.lastActual,
    last: offer.last,
    startMonth: 1,
    empty: false,
  };
}

function run(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, n) => from + n);
}
