import { type HeldTexts, keyOf, type Pending } from "../../desk/held";
import { say, words } from "../../words/words.svelte";
import { address, type Column, editable, type Line, named, next } from "./layout";
import type { Reason } from "./Reasons.svelte";

const plain = new WeakMap<Line, readonly string[]>();

/**
 * What the cells of a line show: a text on its way, one that is held, or the plan's
 * own. A line of the plan's own texts alone gives the same list each time.
 */
export function textsOf(line: Line | undefined, columns: readonly Column[], held: HeldTexts, pending: Pending): readonly string[] {
  if (!line) return [];
  const own = plain.get(line) ?? line.cells.map((cell) => cell.text);
  plain.set(line, own);
  if (held.size === 0 && pending.size === 0) return own;
  const texts = line.cells.map((cell, col) => {
    if (!editable(cell) || cell.kind === next) return cell.text;
    const key = keyOf(address(cell));
    const text = pending.get(key) ?? held.get(key)?.text;
    if (text === undefined) return cell.text;
    return cell.kind === "choice" ? named(columns[col]?.choices ?? [], text) : text;
  });
  return texts.every((text, col) => text === own[col]) ? own : texts;
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
