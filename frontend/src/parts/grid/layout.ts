import type { Choice, YearHead } from "../../desk/contract";
import type { ChoiceSet, Grid, GridCell, GridRow, Head } from "../../desk/pages";

/** A column of the sheet: the name, a setting, or a year. */
export interface Column {
  id: string;
  label: string;
  kind: "name" | "text" | "choice" | "figure" | "year";
  choices: readonly Choice[];
  /** Choices that cells of it have of their own. */
  sets: readonly ChoiceSet[];
  /** Of a year: whether it has happened. */
  actual: boolean;
}

/** A line of the sheet, with its cells in the order of the columns. */
export interface Line {
  id: string;
  item: string;
  part: string;
  unit: string;
  strong: boolean;
  /** The page of the item's own; empty where it has none. */
  page: string;
  /** A further line of the item above it. */
  further: boolean;
  cells: readonly GridCell[];
}

export interface Layout {
  columns: readonly Column[];
  lines: readonly Line[];
  /** What all lines show and are counted in, which stands over the table and not in each. */
  about: string;
}

/** Which of a wide table's columns are shown: all, or either half of those that are too many at once. */
export type Face = "all" | "years" | "settings";

/** More settings than this, and years beside them, are too many to be read together. */
const together = 6;

/** The line at the end of a list into which the next item's name is typed. */
export const next = "next";

export const blank: GridCell = {
  kind: "none",
  input: "",
  year: 0,
  place: "",
  row: "",
  text: "",
  value: "",
  grade: "",
  overridden: false,
  of: "",
  placeholder: "",
};

export function faces(grid: Grid): readonly Face[] {
  return grid.years && grid.settings.length > together ? ["years", "settings"] : ["all"];
}

export function layout(grid: Grid, years: readonly YearHead[], face: Face): Layout {
  const settings = face === "years" ? [] : grid.settings;
  // A year of which no row says anything, such as an actual one of a budget, is left out.
  const asked = years.map((_, at) => grid.rows.some((row) => row.cells[at] && row.cells[at].kind !== "none"));
  const some = asked.includes(true);
  const yearly = grid.years && face !== "settings" ? years.map((year, at) => ({ year, at })).filter(({ at }) => !some || asked[at]) : [];
  const columns = [column({ id: "name", label: grid.title }), ...settings.map((head) => column(head, grid.sets)), ...yearly.map(({ year }) => yearColumn(year))];
  const lines = grid.rows.flatMap((row, n): Line[] => {
    const further = row.item !== "" && grid.rows[n - 1]?.item === row.item;
    if (face === "settings" && further && row.settings.every((cell) => cell.kind === "none")) return [];
    const cells = [
      row.name,
      ...settings.map((_, at) => row.settings[at] ?? blank),
      ...yearly.map(({ at }) => row.cells[at] ?? blank),
    ];
    return [{ ...pick(row, face), further, cells }];
  });
  const part = sole(lines, "part");
  const unit = sole(lines, "unit");
  const allStrong = lines.every((line) => line.strong);
  const bare = lines.map((line) => ({ ...line, strong: line.strong && !allStrong, part: part === "" ? line.part : "", unit: unit === "" && !told(line) ? line.unit : "" }));
  if (grid.list !== "") bare.push(nextLine(grid, columns.length));
  return { columns, lines: bare, about: [part, unit].filter(Boolean).join(" · ") };
}

/** Lays out again and again; what is as it was the last time stays the very same. */
export function layer(): (now: Layout) => Layout {
  let last: Layout | null = null;
  return (now) => {
    last = last ? relaid(last, now) : now;
    return last;
  };
}

/** The new layout with all that is as it was before, the very same: only the rest is drawn again. */
export function relaid(before: Layout, now: Layout): Layout {
  const columns = reused(before.columns, now.columns, alike);
  const lines = columns === before.columns ? reused(before.lines, now.lines, alike) : now.lines;
  return columns === before.columns && lines === before.lines && before.about === now.about ? before : { columns, lines, about: now.about };
}

function reused<T>(before: readonly T[], now: readonly T[], same: (a: T, b: T) => boolean): readonly T[] {
  const merged = now.map((each, n) => {
    const was = before[n];
    return was !== undefined && same(was, each) ? was : each;
  });
  return merged.length === before.length && merged.every((each, n) => each === before[n]) ? before : merged;
}

/** Whether two lines or columns are the same in everything, their lists item by item. */
function alike(a: Line | Column, b: Line | Column): boolean {
  const other: Record<string, unknown> = { ...b };
  return Object.entries(a).every(([name, value]) => {
    const beside = other[name];
    if (!Array.isArray(value) || !Array.isArray(beside)) return value === beside;
    return value.length === beside.length && value.every((each, n) => each === beside[n]);
  });
}

/** Whether a line's unit stands in a cell of its own. */
function told({ unit, cells }: Line): boolean {
  return cells.some((cell) => cell.kind === "text" && cell.place.endsWith("/unit") && cell.text === unit);
}

/** The part or unit that all lines have in common. */
function sole(lines: readonly Line[], what: "part" | "unit"): string {
  const all = new Set(lines.map((line) => line[what]));
  const [only = ""] = all;
  return all.size === 1 ? only : "";
}

/** What a line shows by year says nothing of its settings. */
function pick({ id, item, part, unit, strong, page }: GridRow, face: Face) {
  return face === "settings" ? { id, item, part: "", unit: "", strong: false, page } : { id, item, part, unit, strong, page };
}

const nextNames = new Map<string, GridCell>();

function nextLine(grid: Grid, width: number): Line {
  const name = nextNames.get(grid.add) ?? { ...blank, kind: next, placeholder: grid.add };
  nextNames.set(grid.add, name);
  const cells = [name, ...Array.from({ length: width - 1 }, () => blank)];
  return { id: next, item: "", part: "", unit: "", strong: false, page: "", further: false, cells };
}

function column({ id, label, kind = "name", choices = [] }: Partial<Head> & Pick<Head, "id" | "label">, sets: readonly ChoiceSet[] = []): Column {
  const known = kind === "name" || kind === "choice" || kind === "figure" ? kind : kind === "plain" ? "figure" : "text";
  return { id, label, kind: known, choices, sets, actual: false };
}

function yearColumn({ year, label, actual }: YearHead): Column {
  return { id: String(year), label, kind: "year", choices: [], sets: [], actual };
}

/** What the reader may put into a cell: a figure, a text, a choice, or a new item's name. */
export function editable(cell: GridCell): boolean {
  if (typed(cell)) return cell.input !== "";
  return cell.kind === next || ((cell.kind === "text" || cell.kind === "choice") && cell.place !== "");
}

/** A figure, or a switch, which is the figure 1 or 0. */
export function typed({ kind }: GridCell): boolean {
  return kind === "figure" || kind === "switch";
}

/** The address under which a cell's text is on its way or held. */
export function address(cell: GridCell): { input: string; year: number } {
  return typed(cell) ? cell : { input: cell.place, year: 0 };
}

/** What can be chosen in a cell: its own choices, else those of its column. */
export function choicesOf(column: Column | undefined, cell: GridCell | undefined): readonly Choice[] {
  const own = cell?.of ? column?.sets.find(({ id }) => id === cell.of)?.choices : undefined;
  return own ?? column?.choices ?? [];
}

/** What a choice is called; a text that is none stays as it is. */
export function named(choices: readonly Choice[], id: string): string {
  return choices.find((choice) => choice.id === id)?.name ?? id;
}
