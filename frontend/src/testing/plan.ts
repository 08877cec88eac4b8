import type { Cell, TableRow, View, Words } from "../desk/contract";
import { nothing } from "../desk/nothing";

/** An input's cell of the small plan of the tests. */
export function input(id: string, year: number, text: string, plain = text): Cell {
  return { input: id, year, text, plain, grade: "estimated", overridden: false };
}

export function calculated(year: number, text: string): Cell {
  return { input: "", year, text, plain: text, grade: "", overridden: false };
}

/** Two drivers over two actual years and a planned one, which is calculated. */
export const rows: TableRow[] = [
  {
    id: "a",
    name: "Accounts",
    unit: "accounts",
    part: "volume",
    cells: [input("a", 2024, "190"), input("a", 2025, "1,200", "1200"), calculated(2026, "210")],
  },
  {
    id: "b",
    name: "Reports",
    unit: "reports",
    part: "volume",
    cells: [input("b", 2024, "8"), input("b", 2025, "9"), calculated(2026, "10")],
  },
];

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
  chain: [{ id: "drivers", name: "Drivers", state: "complete" }],
  story: [{ id: "gap", label: "Gap", value: "10", detail: "what lacks", evidence: "estimated" }],
  drivers: { rows },
  chart: {
    sentence: "The work grows by 21%, the money falls by 4%.",
    series: [
      { id: "workload", name: "Workload", points: ["90.5", "100", "121.25"] },
      { id: "budget", name: "Budget in real terms", points: ["", "100", "96.2"] },
    ],
  },
};

/** English with the words the tests look for. */
export const english: Words = {
  language: "en",
  rtl: false,
  texts: {
    "page.grid.calculated": "It is calculated.",
    "page.grid.copied": "Copied.",
    "page.grid.left": "Changed {changed}, beyond {beyond}, calculated {calculated}.",
    "page.grid.kept": "Kept {count}.",
    "page.grid.unread": "“{text}” could not be read.",
    "page.undone": "Undone.",
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
