import { say } from "../words/words.svelte";

/** The words of the trade that a newcomer meets here; their texts are guide.term.<id>. */
export const terms = [
  "activity",
  "awt",
  "backlog",
  "base_case",
  "base_year",
  "borrowed",
  "build_run",
  "caf",
  "category",
  "contingency",
  "corkscrew",
  "draw",
  "driver",
  "estimated",
  "evidence",
  "fiscal_year",
  "forecast",
  "fte",
  "gap",
  "iaf",
  "index",
  "ldc",
  "measured",
  "mismatch",
  "override",
  "pert",
  "placeholder",
  "probable",
  "published",
  "ramp_up",
  "range",
  "real_terms",
  "scenario",
  "secured",
  "sids",
  "sought",
  "standard",
  "tornado",
  "upu",
  "wisn",
] as const;

export type TermID = (typeof terms)[number];

export interface Entry {
  id: TermID;
  name: string;
  text: string;
}

/** All terms in the order of the reader's own alphabet. */
export function entries(language: string): Entry[] {
  const all = terms.map((id) => ({ id, name: say(`guide.term.${id}`), text: say(`guide.term.${id}.text`) }));
  return all.sort((a, b) => a.name.localeCompare(b.name, language));
}

/** The entries that hold every word looked for, those that are so called first. */
export function sought(all: readonly Entry[], query: string): readonly Entry[] {
  const parts = plain(query).split(/\s+/).filter(Boolean);
  if (parts.length === 0) return all;
  const has = (text: string) => parts.every((part) => plain(text).includes(part));
  const named = all.filter((entry) => has(entry.name));
  return [...named, ...all.filter((entry) => !named.includes(entry) && has(`${entry.name} ${entry.text}`))];
}

function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
