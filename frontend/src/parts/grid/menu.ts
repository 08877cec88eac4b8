import { isolate, say } from "../../words/words.svelte";
import type { Item } from "../Menu.svelte";
import type { Doing } from "./doing";
import { editable, type Line } from "./layout";
import type { Place } from "./range";
import type { Sheet } from "./sheet.svelte";

/** What can be done with a cell and the item it belongs to. */
export function menuOf(at: Place, lines: readonly Line[], list: string, sheet: Sheet, doing: Doing): Item[] {
  const line = lines[at.row];
  const cell = line?.cells[at.col];
  if (!line || !cell) return [];
  const items: Item[] = [];
  const offer = (id: string, run: () => void, args = {}) => items.push({ id, name: say(`page.grid.menu.${id}`, args), run });
  if (line.page !== "") offer("page", () => { doing.turn(line.page); });
  if (cell.row !== "") {
    offer("why", () => { doing.why(cell.row, cell.year); });
    if (editable(cell) && cell.text !== "") offer("evidence", () => { doing.why(cell.row, cell.year, true); });
  }
  if (cell.overridden && doing.scenario) {
    const cells = [{ input: cell.input, year: cell.year, text: "" }];
    offer("base", () => void doing.change({ cells, items: [] }, ""));
  }
  const first = lines.findIndex((each) => each.item !== "" && each.item === line.item);
  const name = lines[first]?.cells[0];
  if (list === "" || !name) return items;
  if (editable(name)) {
    offer("rename", () => {
      sheet.select({ row: first, col: 0 });
      sheet.begin(undefined, true);
    });
  }
  offer("remove", () => void doing.remove(list, line.item, name.text), { name: isolate(name.text) });
  return items;
}
