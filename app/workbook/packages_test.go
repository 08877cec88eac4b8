package workbook_test

import (
	"bytes"
	"flag"
	"fmt"
	"slices"
	"testing"

	"github.com/xuri/excelize/v2"

	"outrigger/app/words"
	"outrigger/app/workbook"
	"outrigger/datasets"
	"outrigger/model/chain"
)

// long asks for every pair of what is otherwise spread over the languages:
//
//	go test ./app/workbook -run EveryPackage -args -long
var long = flag.Bool("long", false, "every package and scenario in every language")

// asks tells whether the nth change is tried in a language: all in the plan's own, in the
// others every fourth, so that each is tried in two languages. The formulas of two
// languages are the same, as another test says; what differs is the words.
func asks(c *chain.Case, language string, n int) bool {
	if *long || language == c.Plan.Language {
		return true
	}
	others := slices.DeleteFunc(words.Languages(), func(l string) bool { return l == c.Plan.Language })
	return n%len(others) == slices.Index(others, language)
}

// Every formula of every sample, in every language, for every package and scenario,
// recalculated by LibreOffice, gives what the program gives: names, lines, caps, ask, and
// the sentences.
func TestEveryPackageScenarioAndLanguageIsAsInTheProgram(t *testing.T) {
	k := open(t)
	files, expected := map[string]asked{}, map[string]map[string]workbook.Request{}
	for _, name := range datasets.SampleNames() {
		for _, l := range words.Languages() {
			one, wants := k.variants(t, name, l)
			files[name+" "+l], expected[name+" "+l] = one, wants
		}
	}
	again := ask(t, files)
	asked := 0
	for label, file := range files {
		n, apart := compare(t, file.data, again[label][""])
		if n < 5000 {
			t.Errorf("%s: only %d formulas were compared", label, n)
		}
		report(t, label, n, apart)
		if pages := again[label][""].pages; pages != 2 {
			t.Errorf("%s: the brief prints on %d pages", label, pages)
		}
		for _, low := range again[label][""].low {
			t.Errorf("%s: %s", label, low)
		}
		for change, in := range expected[label] {
			var out bytes.Buffer
			if err := workbook.Write(&out, in); err != nil {
				t.Fatal(err)
			}
			n, apart := compare(t, out.Bytes(), again[label][change])
			report(t, label+" "+change, n, apart)
			asked++
		}
	}
	t.Logf("%d workbooks with %d changes", len(files), asked)
}

// variants are the changes that a sample's workbook is asked about, and what the program
// writes of the same reading.
func (k kit) variants(t *testing.T, name, language string) (asked, map[string]workbook.Request) {
	t.Helper()
	c, data := k.sample(t, name), k.base(t, name, language)
	f, say := read(t, data), k.catalogue.In(language)
	changes, wants := map[string][]put{}, map[string]workbook.Request{}
	want := workbook.Request{Case: c, Facts: k.facts, Words: say, Version: "test", Date: "2026-11-24"}
	for n := range c.Funding.Packages {
		if !asks(c, language, n) {
			continue
		}
		change := fmt.Sprint("package ", n+1)
		changes[change] = []put{{at: onSheet(t, f, say.Say("workbook.sheet.donor", nil), say.Say("row.package.chosen", nil)), n: float64(n + 1)}}
		want.State = c.AimedAt("", n+1)
		wants[change] = want
	}
	want.State = nil
	first := onSheet(t, f, say.Say("workbook.sheet.inputs", nil), say.Say("workbook.scenario.base", nil))
	_, row, err := excelize.CellNameToCoordinates(first.cell)
	if err != nil {
		t.Fatal(err)
	}
	for n, s := range c.Plan.Scenarios {
		if !asks(c, language, n) {
			continue
		}
		changes[s.ID] = []put{{at: named(t, f, "scenario"), like: spot{first.sheet, fmt.Sprint("A", row+n+1)}}}
		want.Scenario = s.ID
		wants[s.ID] = want
	}
	return asked{data: data, changes: changes, paper: say.Say("workbook.sheet.brief", nil), rows: *long}, wants
}

// onSheet is the cell of a line's one figure.
func onSheet(t *testing.T, f table, sheet, label string) spot {
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
