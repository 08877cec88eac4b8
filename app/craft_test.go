package main

import (
	"archive/zip"
	"bytes"
	"os"
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"
)

// craft makes a file that cannot stand in a text archive: "craft KIND FILE".
func craft(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: craft KIND FILE")
	}
	var data []byte
	switch args[0] {
	case "bomb": // unfolds to 80 MB of nothing
		data = book(ts, strings.Repeat("<row></row>", 80<<20/11))
	case "hollow": // a formula of which no value is stored
		data = book(ts, `<row r="1"><c r="A1" t="str"><v>Item</v></c><c r="B1"><v>2024</v></c><c r="C1"><v>2025</v></c></row>`+
			`<row r="2"><c r="A2" t="str"><v>Parcels</v></c><c r="B2"><v>1200</v></c><c r="C2"><f>B2*2</f></c></row>`)
	case "encrypted":
		data = compound("EncryptedPackage")
	case "xls":
		data = compound("Workbook")
	case "ods":
		data = zipped(ts, map[string]string{"content.xml": "<x/>", "mimetype": "application/vnd.oasis.opendocument.spreadsheet"})
	case "cut":
		data = book(ts, "<row/>")
		data = data[:len(data)/2]
	default:
		ts.Fatalf("craft knows no %s", args[0])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), data, 0o644))
}

// fill types into a fill-in workbook as a colleague does: "fill FILE INPUT COLUMN
// TEXT", the column by its head; the first column holds the inputs' ids.
func fill(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 4 {
		ts.Fatalf("usage: fill FILE INPUT COLUMN TEXT")
	}
	file, input, column, text := ts.MkAbs(args[0]), args[1], args[2], args[3]
	b, err := excelize.OpenFile(file)
	ts.Check(err)
	defer b.Close()
	for _, sheet := range b.GetSheetList() {
		rows, err := b.GetRows(sheet)
		ts.Check(err)
		var heads []string
		for r, row := range rows {
			if len(row) > 0 && row[0] == "id" {
				heads = row
			}
			if len(row) == 0 || row[0] != input {
				continue
			}
			if heads == nil { // what stands above a table has no names of columns, but letters
				ts.Check(b.SetCellStr(sheet, column+strconv.Itoa(r+1), text))
				ts.Check(b.Save())
				return
			}
			for c, head := range heads {
				if head == column {
					cell, err := excelize.CoordinatesToCellName(c+1, r+1)
					ts.Check(err)
					ts.Check(b.SetCellStr(sheet, cell, text))
					ts.Check(b.Save())
					return
				}
			}
		}
	}
	ts.Fatalf("%s has no cell for %s under %s", args[0], input, column)
}

func compound(part string) []byte {
	data := make([]byte, 4096)
	copy(data, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
	for i := range len(part) {
		data[1024+2*i] = part[i]
	}
	return data
}

func zipped(ts *testscript.TestScript, parts map[string]string) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, text := range parts {
		w, err := z.Create(name)
		ts.Check(err)
		_, err = w.Write([]byte(text))
		ts.Check(err)
	}
	ts.Check(z.Close())
	return b.Bytes()
}

// book is the smallest workbook around the rows of one sheet.
func book(ts *testscript.TestScript, rows string) []byte {
	const head = `<?xml version="1.0"?>`
	const office = "http://schemas.openxmlformats.org/"
	related := func(kind, target string) string {
		return head + `<Relationships xmlns="` + office + `package/2006/relationships"><Relationship Id="r1" Type="` + office + `officeDocument/2006/relationships/` + kind + `" Target="` + target + `"/></Relationships>`
	}
	content := func(part, kind string) string {
		return `<Override PartName="/xl/` + part + `" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.` + kind + `+xml"/>`
	}
	return zipped(ts, map[string]string{
		"[Content_Types].xml":        head + `<Types xmlns="` + office + `package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` + content("workbook.xml", "sheet.main") + content("worksheets/sheet1.xml", "worksheet") + `</Types>`,
		"_rels/.rels":                related("officeDocument", "xl/workbook.xml"),
		"xl/_rels/workbook.xml.rels": related("worksheet", "worksheets/sheet1.xml"),
		"xl/workbook.xml":            head + `<workbook xmlns="` + office + `spreadsheetml/2006/main" xmlns:r="` + office + `officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>`,
		"xl/worksheets/sheet1.xml":   head + `<worksheet xmlns="` + office + `spreadsheetml/2006/main"><sheetData>` + rows + `</sheetData></worksheet>`,
	})
}
