import type { View, Words } from "../desk/contract";
import { nothing } from "../desk/nothing";
import type { Grid, GridCell, GridRow, Page, Why } from "../desk/pages";
import { blank, layout } from "../parts/grid/layout";

/** An input's cell of the small plan of the tests. */
export function input(id: string, year: number, text: string, value = text): GridCell {
  return { ...blank, kind: "figure", input: id, row: id, year, text, value, grade: text === "" ? "" : "estimated" };
}

export function calculated(row: string, year: number, text: string): GridCell {
  return { ...blank, kind: "calculated", row, year, text, value: text };
}

export function written(place: string, text: string): GridCell {
  return { ...blank, kind: "text", place, text, value: text };
}

function row(id: string, name: string, cells: GridCell[]): GridRow {
  const settings = [{ ...blank, kind: "choice", place: `${id}/of`, text: "Weekly", value: "w" }];
  return { id, item: id, name: written(`${id}/name`, name), part: "", unit: "", settings, cells, strong: false, page: "" };
}

/** Two drivers over two actual years and a planned one, which is calculated. */
export const grid: Grid = {
  id: "drivers",
  title: "Drivers",
  list: "drivers",
  add: "Add a driver",
  settings: [
    {
      id: "of",
      label: "Counted",
      kind: "choice",
      choices: [
        { id: "w", name: "Weekly" },
        { id: "y", name: "Yearly" },
        { id: "é", name: "Étalé" },
      ],
    },
  ],
  sets: [],
  years: true,
  rows: [
    row("a", "Accounts", [input("a", 2024, "190"), input("a", 2025, "1,200", "1200"), calculated("a/volume", 2026, "210")]),
    row("b", "Reports", [input("b", 2024, "8"), input("b", 2025, "9"), calculated("b/volume", 2026, "10")]),
  ],
};

export const view: View = {
  ...nothing,
  open: true,
  revision: 1,
  title: "Capacity plan",
  post: "Post of the isles",
  canUndo: true,
  canRedo: true,
  years: [
    { year: 2024, label: "2024", actual: true },
    { year: 2025, label: "2025", actual: true },
    { year: 2026, label: "2026", actual: false },
  ],
  chain: [
    { id: "drivers", name: "Drivers", state: "complete" },
    { id: "budget", name: "Budget", state: "placeholders" },
  ],
  story: [{ id: "gap", label: "Gap", value: "10", detail: "what lacks", evidence: "estimated", row: "gap", year: 0 }],
};

export const sheet = layout(grid, view.years, "all");

export const page: Page = {
  id: "drivers",
  title: "Drivers",
  purpose: "What causes the work.",
  sentence: "The work grows by 21%, the money falls by 4%.",
  gauges: [],
  claims: [],
  chart: {
    unit: "index",
    base: "100",
    lines: [
      { id: "workload", name: "Workload", points: ["90.5", "100", "121.25"] },
      { id: "budget", name: "Budget in real terms", points: ["", "100", "96.2"] },
    ],
    columns: [],
  },
  fields: [],
  tables: [grid],
  empty: false,
};

export const why: Why = {
  row: "gap",
  year: 0,
  title: "Gap",
  when: "",
  value: "10",
  unit: "VUV",
  formula: "need 30 − granted 20",
  grade: "estimated",
  source: "",
  evidenceYear: 0,
  note: "",
  owner: "",
  input: "",
  page: "funding",
  range: { kind: "", low: "", high: "", relative: false, samples: "" },
  ranged: "",
  parts: [{ row: "need", year: 2026, label: "Need", when: "2026", value: "30", unit: "VUV", grade: "estimated" }],
};

/** English with the words the tests look for. */
export const english: Words = {
  language: "en",
  rtl: false,
  texts: {
    "common.labelled": "{name}: {text}",
    "page.grid.calculated": "It is calculated.",
    "page.grid.copied": "Copied.",
    "page.grid.left": "Changed {changed}, beyond {beyond}, calculated {calculated}.",
    "page.grid.kept": "Kept {count}.",
    "page.grid.unread": "“{text}” could not be read.",
    "page.grid.name": "Name",
    "page.grid.menu.why": "Why?",
    "page.grid.menu.base": "Back to base",
    "page.grid.menu.remove": "Remove {name}",
    "page.undone": "Undone.",
    "page.job.before": "Before.",
    "page.redone": "Redone.",
    "page.opened": "{name} is open.",
    "page.saved": "Saved as {name} in {folder}.",
    "page.downloaded": "{name} was downloaded.",
    "common.grade.estimated": "estimated",
    "common.amount": "Amount",
  },
  decimal: ".",
  group: ",",
  groupMin: 4,
  minus: "-",
  percent: "%",
};

export const french: Words = {
  ...english,
  language: "fr",
  texts: { ...english.texts, "page.undone": "Annulé.", "page.grid.unread": "« {text} » est illisible." },
  decimal: ",",
  group: "\u202f",
};

export const arabic: Words = { ...english, language: "ar", rtl: true };
