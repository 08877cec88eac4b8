package review_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"outrigger/app/review"
	"outrigger/app/words"
	"outrigger/app/workbook"
	"outrigger/datasets"
	"outrigger/model/chain"
	"outrigger/model/plan"
)

type kit struct {
	review.Verifier
}

func newKit(t *testing.T) kit {
	t.Helper()
	facts, err := datasets.Load()
	if err != nil {
		t.Fatal(err)
	}
	catalogue, err := words.LoadWith(facts.Countries)
	if err != nil {
		t.Fatal(err)
	}
	return kit{review.Verifier{Facts: facts, Catalogue: catalogue, Version: "test"}}
}

func (k kit) workbook(t *testing.T, sample, language string) []byte {
	t.Helper()
	data, err := datasets.Sample(sample)
	if err != nil {
		t.Fatal(err)
	}
	p, _ := plan.Parse(data)
	c, findings := chain.Build(p, k.Facts.FactsFor(p.Post.Country))
	if c == nil {
		t.Fatal(findings)
	}
	var file bytes.Buffer
	if err := workbook.Write(&file, workbook.Request{Case: c, Facts: k.Facts, Words: k.Catalogue.In(language), Version: "test", Date: "2026-11-27"}); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

// changed opens a workbook, does something to it and saves it, as a program does.
func changed(t *testing.T, data []byte, do func(*excelize.File)) []byte {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	do(f)
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func (k kit) verify(t *testing.T, data []byte) review.Report {
	t.Helper()
	r, err := k.Verify(data)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// spot finds the cell of a line by its label, in a column.
func spot(t *testing.T, data []byte, sheet, label string, column int) string {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	for i, row := range rows {
		if len(row) > 0 && strings.TrimSpace(row[0]) == label {
			cell, _ := excelize.CoordinatesToCellName(column, i+1)
			return cell
		}
	}
	t.Fatalf("no line %q on %s", label, sheet)
	return ""
}

func TestAnUntouchedWorkbookIsSaidToBe(t *testing.T) {
	k := newKit(t)
	for _, language := range []string{"en", "ar"} {
		r := k.verify(t, k.workbook(t, "vanuatu", language))
		if !r.Untouched() || !r.Version || r.Stale {
			t.Errorf("%s: %+v %+v", language, r.Findings, r.Edits)
		}
	}
}

func TestEachKindOfTamperingIsFound(t *testing.T) {
	k := newKit(t)
	data := k.workbook(t, "vanuatu", "en")
	total := spot(t, data, "Donor budget", "Direct costs, USD", 9)
	for _, try := range []struct {
		name, kind string
		do         func(*excelize.File)
	}{
		{"a formula", review.FormulaOther, func(f *excelize.File) { check(t, f.SetCellFormula("Donor budget", total, "1+1")) }},
		{"a formula made a figure", review.FormulaOther, func(f *excelize.File) { check(t, f.SetCellValue("Donor budget", total, 1)) }},
		{"a fixed text", review.FixedOther, func(f *excelize.File) { check(t, f.SetCellValue("Eligibility", "B6", "Everybody.")) }},
		{"a sheet", review.SheetGone, func(f *excelize.File) { check(t, f.DeleteSheet("Checks & reconciliation")) }},
		{"a sheet more", review.SheetAdded, func(f *excelize.File) { _, err := f.NewSheet("Mine"); check(t, err) }},
		{"a note beside", review.Added, func(f *excelize.File) { check(t, f.SetCellValue("Cover", "Z3", "seen")) }},
	} {
		r := k.verify(t, changed(t, data, try.do))
		if len(r.Findings) == 0 || r.Findings[0].Kind != try.kind || r.Untouched() {
			t.Errorf("%s: found %+v", try.name, r.Findings)
		}
		if tampered := try.kind != review.SheetAdded && try.kind != review.Added; r.Tampered() != tampered {
			t.Errorf("%s: called tampering: %v", try.name, r.Tampered())
		}
	}
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// A figure that its formula does not give is found although the formula is untouched: the
// file itself was edited.
func TestATamperedFigureIsFound(t *testing.T) {
	k := newKit(t)
	data := k.workbook(t, "vanuatu", "en")
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{RawCellValue: true})
	check(t, err)
	cell := spot(t, data, "Cover", "Asked of the fund, USD", 12)
	before, err := f.GetCellValue("Cover", cell)
	check(t, err)
	f.Close()
	if before == "" {
		t.Fatal("no figure to tamper with")
	}
	forged := inZip(t, data, "xl/worksheets/sheet1.xml", "<v>"+before+"</v>", "<v>999999.99</v>")
	r := k.verify(t, forged)
	if len(r.Findings) == 0 || r.Findings[0].Kind != review.FigureOther || r.Findings[0].Is != "999999.99" {
		t.Errorf("found %+v", r.Findings)
	}
}

// An honest edit, saved by LibreOffice, is an edit with its effect, and no tampering; the
// file saved without any edit is untouched.
func TestAnHonestEditInLibreOfficeIsNoTampering(t *testing.T) {
	k := newKit(t)
	data := k.workbook(t, "vanuatu", "en")
	cell := spot(t, data, "Inputs", "Mail filtering and authentication service: unit cost", 4)
	edited := changed(t, data, func(f *excelize.File) { check(t, f.SetCellValue("Inputs", cell, 60)) })
	saved := resaved(t, map[string][]byte{"as-is": data, "edited": edited})
	if r := k.verify(t, saved["as-is"]); !r.Untouched() {
		t.Errorf("saved as it was: %d findings, first %+v; edits %+v", len(r.Findings), r.Findings[:min(5, len(r.Findings))], r.Edits)
	}
	r := k.verify(t, saved["edited"])
	if r.Tampered() || len(r.Edits) != 1 {
		t.Fatalf("findings %+v, edits %+v", r.Findings[:min(5, len(r.Findings))], r.Edits)
	}
	e := r.Edits[0]
	if !e.Taken || e.Effect == nil || !e.Effect.IsPos() || !r.After.Equal(mustAdd(t, r, e)) || r.Stale {
		t.Errorf("the edit %+v leads from %s to %s, stale %v", e, r.Before, r.After, r.Stale)
	}
	// The same edit without recalculation: its figures are those from before.
	if r := k.verify(t, edited); !r.Stale || r.Tampered() {
		t.Errorf("not recalculated: stale %v, %+v", r.Stale, r.Findings[:min(3, len(r.Findings))])
	}
}

func mustAdd(t *testing.T, r review.Report, e review.Edit) (sum numberLike) {
	t.Helper()
	n, err := r.Before.Add(*e.Effect)
	check(t, err)
	return n
}

// resaved lets LibreOffice open, recalculate and save files.
func resaved(t *testing.T, files map[string][]byte) map[string][]byte {
	t.Helper()
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Fatal("LibreOffice is not installed; go run ./build test installs it")
	}
	dir := t.TempDir()
	profile, out := filepath.Join(dir, "profile"), filepath.Join(dir, "out")
	check(t, os.MkdirAll(filepath.Join(profile, "user"), 0o755))
	check(t, os.WriteFile(filepath.Join(profile, "user", "registrymodifications.xcu"), []byte(`<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`), 0o644))
	args := []string{"-env:UserInstallation=file://" + profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", out}
	for name, data := range files {
		path := filepath.Join(dir, name+".xlsx")
		check(t, os.WriteFile(path, data, 0o644))
		args = append(args, path)
	}
	if said, err := exec.Command(office, args...).CombinedOutput(); err != nil {
		t.Fatalf("LibreOffice: %v\n%s", err, said)
	}
	found := map[string][]byte{}
	for name := range files {
		data, err := os.ReadFile(filepath.Join(out, name+".xlsx"))
		check(t, err)
		found[name] = data
	}
	return found
}
