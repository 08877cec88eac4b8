import { untrack } from "svelte";
import type { CellEdit } from "../../desk/contract";
import type { Layout } from "./layout";
import type { Sheet } from "./sheet.svelte";

/** Tells the figure being typed into a table as it grows, and null once it is typed no more. */
export function tellTyping(sheet: Sheet, layout: () => Layout, tell: (cell: CellEdit | null) => void): void {
  let told = false;
  const typed = $derived.by((): CellEdit | null => {
    const { editing } = sheet;
    if (!editing || editing.text.trim() === editing.before) return null;
    const cell = layout().lines[editing.place.row]?.cells[editing.place.col];
    return cell?.kind === "figure" ? { input: cell.input, year: cell.year, text: editing.text } : null;
  });
  $effect(() => {
    const cell = typed;
    if (cell || told) untrack(() => { tell(cell); });
    told = cell !== null;
  });
}
