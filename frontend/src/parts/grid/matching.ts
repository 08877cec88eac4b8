import type { Choice } from "../../desk/contract";

/** A text without case and marks, as people look things up. */
export function folded(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
}

/** The choices that a typed text may mean: those that begin with it before those that hold it. */
export function matching<T extends Choice>(choices: readonly T[], text: string): readonly T[] {
  const sought = folded(text);
  if (sought === "") return choices;
  const named = choices.map((choice) => ({ choice, name: folded(choice.name) }));
  const begin = named.filter(({ name }) => name.startsWith(sought));
  const hold = named.filter(({ name }) => !name.startsWith(sought) && name.includes(sought));
  return [...begin, ...hold].map(({ choice }) => choice);
}
