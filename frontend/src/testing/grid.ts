import { cleanup, fireEvent, render } from "@testing-library/svelte";
import { tick } from "svelte";
import { vi } from "vitest";
import type { CellEdit } from "../desk/contract";
import { type Held, keyOf, noneHeld, nonePending } from "../desk/held";
import type { Grid } from "../desk/pages";
import type { Doing } from "../parts/grid/doing";
import GridTable from "../parts/grid/GridTable.svelte";
import { english, grid, view } from "./plan";
import { speak } from "../words/words.svelte";

export const change = vi.fn<Doing["change"]>(() => Promise.resolve());
export const add = vi.fn<Doing["add"]>(() => Promise.resolve(true));
export const remove = vi.fn<Doing["remove"]>(() => Promise.resolve(true));
export const why = vi.fn<Doing["why"]>();
export const tell = vi.fn<Doing["tell"]>();
export const turn = vi.fn<Doing["turn"]>();

export function show(held: readonly Held[] = [], given: Grid = grid, scenario = false) {
  cleanup();
  const texts = held.length > 0 ? new Map(held.map((each) => [keyOf(each), each])) : noneHeld;
  const doing = { held: texts, pending: nonePending, goal: null, scenario, change, typing: vi.fn(), add, remove, why, tell, turn };
  return render(GridTable, { grid: given, years: view.years, doing });
}

export const figures = (...cells: CellEdit[]) => ({ cells, items: [] });
export const sent = (call = 0) => change.mock.calls[call];

export function cell(row: number, col: number): HTMLElement {
  const found = document.querySelector<HTMLElement>(`[data-place="${String(row)}:${String(col)}"]`);
  if (!found) throw new Error("no such cell");
  return found;
}

/** Presses a key where the focus is, as a reader does. */
export async function press(key: string, held: KeyboardEventInit = {}): Promise<boolean> {
  const went = await fireEvent.keyDown(document.activeElement ?? document.body, { key, ...held });
  await tick();
  return went;
}

export async function clip(kind: "copy" | "paste", data: Record<string, string>): Promise<Record<string, string>> {
  const event = new Event(kind, { bubbles: true, cancelable: true });
  const clipboardData = {
    getData: (type: string) => data[type] ?? "",
    setData: (type: string, text: string) => (data[type] = text),
  };
  Object.assign(event, { clipboardData });
  await fireEvent(document.activeElement ?? document.body, event);
  return data;
}

/** Before each test: English, and nothing asked yet. */
export function begin(): void {
  speak(english);
  for (const each of [change, add, remove, why, tell, turn]) each.mockClear();
}
