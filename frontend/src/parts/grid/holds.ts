import type { Goal } from "../../desk/session.svelte";
import type { Layout } from "./layout";

/** Whether a sheet shows the cell that is gone to. */
export function holds({ lines }: Layout, goal: Goal): boolean {
  return lines.some((line) =>
    line.cells.some((cell) => (goal.input === "" ? cell.row === goal.row : cell.input === goal.input || cell.place === goal.input)),
  );
}

/** The element of the cell that is gone to: of its year, or else the first. */
export function elementOf({ input, row, year }: Goal): HTMLElement | null {
  const which = input === "" ? `[data-row="${CSS.escape(row)}"]` : `[data-input="${CSS.escape(input)}"]`;
  const find = (selector: string) => document.querySelector<HTMLElement>(`main ${selector}`);
  return find(`${which}[data-year="${String(year)}"]`) ?? find(which);
}
