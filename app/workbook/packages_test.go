package workbook_test

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/xuri/excelize/v2"

	"outrigger/app/workbook"
	"outrigger/datasets"
)

// Another package chosen in the spreadsheet gives, in every cell, what the program gives
// for it: names, lines, caps and ask, of every sample and every package.
func TestEveryPackageIsSwitchedByFormulaAsInTheProgram(t *testing.T) {
	k := open(t)
	files := map[string][]byte{}
	for _, name := range datasets.SampleNames() {
		c := k.sample(t, name)
		say := k.catalogue.In(c.Plan.Language)
		written := k.write(t, c, c.Plan.Language, "")
		for n := range c.Funding.Packages {
			files[fmt.Sprintf("%s_%d", name, n+1)] = change(t, written, func(f *excelize.File) {
				set(t, f, onSheet(t, f, say.Say("workbook.sheet.donor", nil), say.Say("row.package.chosen", nil)), n+1)
			})
		}
	}
	again := recalculate(t, files)
	for _, name := range datasets.SampleNames() {
		c := k.sample(t, name)
		for n := range c.Funding.Packages {
			var out bytes.Buffer
			err := workbook.Write(&out, workbook.Request{
				Case: c, Facts: k.facts, Words: k.catalogue.In(c.Plan.Language), Version: "test", Date: "2026-11-24", State: c.AimedAt("", n+1),
			})
			if err != nil {
				t.Fatal(err)
			}
			label := fmt.Sprintf("%s_%d", name, n+1)
			compared, apart := compare(t, read(t, out.Bytes()), again[label])
			report(t, label, compared, apart)
		}
	}
}

// onSheet is the cell of a line's one figure.
func onSheet(t *testing.T, f *excelize.File, sheet, label string) spot {
	t.Helper()
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	for r, row := range rows {
		if len(row) > 0 && row[0] == label {
			cell, _ := excelize.CoordinatesToCellName(4, r+1)
			return spot{sheet, cell}
		}
	}
	t.Fatalf("%s has no line %q", sheet, label)
	return spot{}
}
