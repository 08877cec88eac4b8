/** A block of texts, row by row, as it came from a sheet. Rows may differ in length. */
export type Block = readonly (readonly string[])[];

/** What a clipboard can give; DataTransfer does. */
export interface Clip {
  getData(kind: string): string;
}

/** Exact is a figure as shown, and as a plain decimal where there is one. */
export interface Exact {
  text: string;
  plain: string;
}

/** Reads a table from a sheet's HTML, or else tab-separated text. */
export function readClip(clip: Clip, readPlain: (plain: string) => string): Block {
  const fromTable = readHTML(clip.getData("text/html"), readPlain);
  return fromTable ?? readTSV(clip.getData("text/plain"));
}

/** The first table of a document, as Excel, LibreOffice and this grid write it. */
export function readHTML(html: string, readPlain: (plain: string) => string): Block | null {
  if (!/<table/i.test(html)) return null;
  const table = new DOMParser().parseFromString(html, "text/html").querySelector("table");
  if (!table) return null;
  const own = table.hasAttribute("data-outrigger");
  const rows: string[][] = [];
  for (const row of table.querySelectorAll("tr")) {
    const texts: string[] = [];
    for (const cell of row.querySelectorAll("td, th")) {
      const plain = own ? cell.getAttribute("data-plain") : null;
      texts.push(plain ? readPlain(plain) : tidy(cell.textContent));
      for (let n = Number(cell.getAttribute("colspan") ?? 1); n > 1; n--) texts.push("");
    }
    rows.push(texts);
  }
  return rows;
}

/** Tab-separated text; a cell with a line break or a tab stands in quotes. */
export function readTSV(text: string): Block {
  const body = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  if (body === "") return [];
  const rows: string[][] = [];
  let row: string[] = [];
  let from = 0;
  while (from <= body.length) {
    const { cell, next } = body[from] === '"' ? quoted(body, from) : bare(body, from);
    row.push(tidy(cell));
    if (body[next] !== "\t") {
      rows.push(row);
      row = [];
    }
    from = next + 1;
  }
  return rows;
}

function bare(body: string, from: number): { cell: string; next: number } {
  let next = from;
  while (next < body.length && body[next] !== "\t" && body[next] !== "\n") next += 1;
  return { cell: body.slice(from, next), next };
}

function quoted(body: string, from: number): { cell: string; next: number } {
  let end = from + 1;
  while (end < body.length && (body[end] !== '"' || body[end + 1] === '"')) {
    end += body[end] === '"' ? 2 : 1;
  }
  const after = body[end + 1];
  if (end >= body.length || (after !== undefined && after !== "\t" && after !== "\n")) {
    return bare(body, from);
  }
  return { cell: body.slice(from + 1, end).replaceAll('""', '"'), next: end + 1 };
}

function tidy(text: string): string {
  return text.replace(/[\n\r\t]+/g, " ").trim();
}

export function writeTSV(block: readonly (readonly Exact[])[], readPlain: (plain: string) => string): string {
  const cell = ({ text, plain }: Exact) => (plain === "" ? text : readPlain(plain));
  return block.map((row) => row.map(cell).join("\t")).join("\r\n");
}

/** A table that sheets read in any notation: the exact figure stands beside the shown one. */
export function writeHTML(block: readonly (readonly Exact[])[]): string {
  const rows = block.map((row) => `<tr>${row.map(htmlCell).join("")}</tr>`);
  const space = 'xmlns:x="urn:schemas-microsoft-com:office:excel"';
  return `<html ${space}><body><table data-outrigger>${rows.join("")}</table></body></html>`;
}

function htmlCell({ text, plain }: Exact): string {
  if (plain === "") return `<td>${escaped(text)}</td>`;
  const value = escaped(plain);
  return `<td x:num="${value}" sdval="${value}" data-plain="${value}">${escaped(text)}</td>`;
}

function escaped(text: string): string {
  const signs: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  return text.replace(/[&<>"]/g, (sign) => signs[sign] ?? sign);
}
