import { type HeldTexts, keyOf, type Pending } from "../../desk/held";
import { say, words } from "../../words/words.svelte";
import { address, choicesOf, type Column, editable, type Line, named, next } from "./layout";
import type { Reason } from "./Reasons.svelte";

const plain = new WeakMap<Line, { texts: readonly string[]; keys: readonly string[] }>();

/** The addresses of a line's cells at which a text other than its own may stand; "" of those without. */
export function keysOf(line: Line): readonly string[] {
  return ownOf(line).keys;
}

/** A line's own texts, and the addresses at which another may stand. */
function ownOf(line: Line): { texts: readonly string[]; keys: readonly string[] } {
  const known = plain.get(line);
  if (known) return known;
  const keys = line.cells.map((cell) => (editable(cell) && cell.kind !== next ? keyOf(address(cell)) : ""));
  const own = { texts: line.cells.map((cell) => cell.text), keys };
  plain.set(line, own);
  return own;
}

/**
 * What the cells of a line show: a text on its way, one that is held, or the plan's
 * own. A line of the plan's own texts alone gives the same list each time.
 */
export function textsOf(line: Line | undefined, columns: readonly Column[], held: HeldTexts, pending: Pending): readonly string[] {
  if (!line) return [];
  if (held.size === 0 && pending.size === 0) return ownOf(line).texts;
  const { texts, keys } = ownOf(line);
  if (!keys.some((key) => pending.has(key) || held.has(key))) return texts;
  const shown = texts.map((own, col) => {
    const key = keys[col] ?? "";
    const text = pending.get(key) ?? held.get(key)?.text;
    if (text === undefined) return own;
    return line.cells[col]?.kind === "choice" ? named(choicesOf(columns[col], line.cells[col]), text) : text;
  });
  return shown.every((text, col) => text === texts[col]) ? texts : shown;
}

const none: readonly Reason[] = [];

/** Why texts of a line could not be taken, in the language spoken now. */
export function reasonsOf(line: Line, columns: readonly Column[], held: HeldTexts): readonly Reason[] {
  if (held.size === 0) return none;
  return line.cells.flatMap((cell, col) => {
    const fault = editable(cell) && cell.kind !== next ? held.get(keyOf(address(cell))) : undefined;
    if (!fault) return [];
    const known = fault.language === words().language && fault.sentence !== "";
    const sentence = known ? fault.sentence : say("page.grid.unread", { text: fault.text });
    const label = columns[col]?.kind === "name" ? say("page.grid.name") : (columns[col]?.label ?? "");
    return [{ col, label, sentence }];
  });
}
