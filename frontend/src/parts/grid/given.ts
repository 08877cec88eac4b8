import type { Exact } from "./clipboard";
import type { Ports } from "./ports";
import type { Place } from "./range";

type Showing = Pick<Ports, "layout" | "shown" | "percent" | "exact">;

/**
 * What a cell gives away: its text and, where that is its own, the exact figure. A
 * percentage goes as its text: its cells take 10% or 10, and 0.1 would be a tenth
 * of one per cent.
 */
export function given(at: Place, ports: Showing): Exact {
  const cell = ports.layout().lines[at.row]?.cells[at.col];
  const text = ports.shown(at);
  const figure = cell?.kind === "figure" || cell?.kind === "calculated";
  const own = figure && text === cell.text && !text.endsWith(ports.percent());
  return { text, plain: own ? cell.value : "" };
}

/** The same as one text that a cell reads back without loss. */
export function exactly(at: Place, ports: Showing): string {
  const { text, plain } = given(at, ports);
  return plain === "" ? text : ports.exact(plain);
}
