import { type HeldTexts, keyOf, type Pending } from "../../desk/held";
import { say, words } from "../../words/words.svelte";
import { address, editable, type Layout, type Line, named, next } from "./layout";
import type { Place } from "./range";
import type { Reason } from "./Reasons.svelte";

/** What a cell shows: a text on its way, one that is held, or the plan's own. */
export function shown({ lines, columns }: Layout, { row, col }: Place, held: HeldTexts, pending: Pending): string {
  const cell = lines[row]?.cells[col];
  if (!cell || !editable(cell) || cell.kind === next) return cell?.text ?? "";
  const key = keyOf(address(cell));
  const text = pending.get(key) ?? held.get(key)?.text;
  if (text === undefined) return cell.text;
  return cell.kind === "choice" ? named(columns[col]?.choices ?? [], text) : text;
}

/** Why texts of a line could not be taken, in the language spoken now. */
export function reasonsOf(line: Line, { columns }: Layout, held: HeldTexts): Reason[] {
  return line.cells.flatMap((cell, col) => {
    const fault = editable(cell) && cell.kind !== next ? held.get(keyOf(address(cell))) : undefined;
    if (!fault) return [];
    const known = fault.language === words().language && fault.sentence !== "";
    const sentence = known ? fault.sentence : say("page.grid.unread", { text: fault.text });
    const label = columns[col]?.kind === "name" ? say("page.grid.name") : (columns[col]?.label ?? "");
    return [{ col, label, sentence }];
  });
}
