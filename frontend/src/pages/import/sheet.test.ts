import { describe, expect, it } from "vitest";
import { base64Of, looksLikeTable } from "./sheet";

describe("what is handed over", () => {
  it.each([
    ["a sheet's own table", "<table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>", "", true],
    ["rows with tabs", "", "Item\t2023\nParcels\t1", true],
    ["one line with a tab", "", "Item\t2023", false],
    ["a sentence", "<p>Dear colleague</p>", "Dear colleague,\nthank you.", false],
    ["a page laid out by a table of one cell", "<table><tr><td>Hello</td></tr></table>", "Hello", false],
  ])("%s", (_, html, text, table) => {
    expect(looksLikeTable(html, text)).toBe(table);
  });

  it("carries a file as it is", async () => {
    expect(atob(await base64Of(new Blob([new Uint8Array([0, 255, 80, 75])])))).toBe("\u0000\u00ffPK");
  });
});
