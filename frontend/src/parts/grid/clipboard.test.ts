import { describe, expect, it } from "vitest";
import { readClip, readHTML, readTSV, writeHTML, writeTSV } from "./clipboard";

const asIs = (plain: string) => plain;
const comma = (plain: string) => plain.replace(".", ",");
const clip = (html: string, text: string) => ({ getData: (kind: string) => (kind === "text/html" ? html : text) });

const excel = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel">
<head><meta name=Generator content="Microsoft Excel 15"><style><!--table {mso-displayed-decimal-separator:"\\,";} .xl65 {mso-number-format:"\\#\\,\\#\\#0";}--></style></head>
<body link="#0563C1"><table border=0 cellpadding=0 cellspacing=0 width=192 style='border-collapse:collapse'>
<!--StartFragment--><col width=64 span=3 style='width:48pt'>
 <tr height=20 style='height:15.0pt'>
  <td height=20 class=xl65 align=right width=64 style='height:15.0pt'>21&nbsp;000</td>
  <td class=xl65 align=right>25 400</td><td class=xl66 align=right>10,5 %</td>
 </tr>
 <tr height=20><td colspan=2>a &lt; b<br>
  </td><td></td></tr><!--EndFragment-->
</table></body></html>`;

const libreOffice = `<!DOCTYPE html><html><head><meta name="generator" content="LibreOffice 7.4.7.2 (Linux)"/>
<style type="text/css">body,div,table,thead,tbody,tfoot,tr,th,td,p { font-family:"Liberation Sans"; }</style></head>
<body><table cellspacing="0" border="0"><colgroup span="2" width="85"></colgroup>
<tr><td height="17" align="right" sdval="340" sdnum="1033;">340</td><td align="right" sdval="0.125" sdnum="1033;0;0.0%"><font face="Arial">12.5%</font></td></tr>
<tr><td height="17" align="left">n/a</td><td align="left"><br></td></tr></table></body></html>`;

describe("a sheet's HTML", () => {
  it("of Excel gives what its cells show, a spanned cell once", () => {
    expect(readHTML(excel, asIs)).toEqual([
      ["21\u00a0000", "25 400", "10,5 %"],
      ["a < b", "", ""],
    ]);
  });

  it("of LibreOffice gives what its cells show", () => {
    expect(readHTML(libreOffice, asIs)).toEqual([
      ["340", "12.5%"],
      ["n/a", ""],
    ]);
  });

  it("without a table is passed over for the text beside it", () => {
    expect(readClip(clip("<p>7</p>", "7\t8"), asIs)).toEqual([["7", "8"]]);
    expect(readClip(clip("", "7"), asIs)).toEqual([["7"]]);
  });
});

describe("tab-separated text", () => {
  it.each<[string, string, string[][]]>([
    ["one cell", "7", [["7"]]],
    ["a block with Windows line ends", "1\t2\r\n3\t4\r\n", [["1", "2"], ["3", "4"]]],
    ["empty cells at the ends", "\t2\t\n", [["", "2", ""]]],
    ["an empty line inside", "1\n\n3", [["1"], [""], ["3"]]],
    ["quotes around a line break and a tab", '"a\nb"\t"c\td"\t5', [["a b", "c d", "5"]]],
    ["doubled quotes", '"say ""so"""\t1', [['say "so"', "1"]]],
    ["a quote that is only a sign", '5" disk\t"x" y', [['5" disk', '"x" y']]],
    ["a quote never closed", '"5\t6', [['"5', "6"]]],
    ["nothing", "", []],
  ])("reads %s", (_, text, rows) => {
    expect(readTSV(text)).toEqual(rows);
  });
});

describe("a copied block", () => {
  const block = [[{ text: "10%", plain: "0.1" }, { text: "<x>", plain: "" }], [{ text: "1,200", plain: "1200.25" }, { text: "", plain: "" }]];

  it("is exact and in the reader's notation as text", () => {
    expect(writeTSV(block, comma)).toBe("0,1\t<x>\r\n1200,25\t");
  });

  it("carries its exact figures for Excel and LibreOffice as a table", () => {
    expect(writeHTML(block)).toContain('<td x:num="0.1" sdval="0.1" data-plain="0.1">10%</td><td>&lt;x&gt;</td>');
  });

  it("comes back exactly, in whatever notation the reader has by then", () => {
    expect(readHTML(writeHTML(block), comma)).toEqual([["0,1", "<x>"], ["1200,25", ""]]);
  });
});
