import { choice } from "./answers";
import { flag, list, number, struct, text, whole } from "./check";
import type { JobRequest, Reading } from "./contract";
import type { Door } from "./door";
import type * as is from "./sheets";

const sheets = struct<is.SheetsView>({ stamp: whole, revision: whole, sheets: list(choice) });

const chart = struct<is.SheetChart>({
  title: text,
  categories: list(text),
  series: list(struct<is.SheetSeries>({ name: text, kind: text, tone: text, values: list(text), texts: list(text) })),
});

const sheet = struct<is.SheetView>({
  id: text,
  name: text,
  widths: list(number),
  head: whole,
  lines: list(
    struct<is.SheetLine>({
      number: whole,
      cells: list(struct<is.SheetCell>({ text, look: text, align: text, wrap: flag, span: whole })),
      charts: list(chart),
    }),
  ),
  more: whole,
});

/** What the door can do with the sheets; it is fetched with the page Case. */
export function sheetCalls({ ask }: Pick<Door, "ask">) {
  return {
    sheets: (request: Reading & JobRequest) => ask(sheets, "Sheets", request),
    sheet: (request: is.SheetRequest) => ask(sheet, "Sheet", request),
  };
}
