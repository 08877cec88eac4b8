package workbook_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"outrigger/model/plan"
)

// Every formula, recalculated by LibreOffice, gives the figure of the program; so does a
// workbook written for a scenario, and one whose scenario, unit cost or funding was
// changed in the spreadsheet; and a tampered one is found out.
func TestLibreOfficeAgreesWithEveryFormula(t *testing.T) {
	k := open(t)
	files := map[string][]byte{}
	files["vanuatu"] = k.base(t, "vanuatu", "en")
	files["growth"] = k.write(t, k.sample(t, "vanuatu"), "en", "growth")
	files["bermuda"] = k.write(t, bermuda(t, k), "en", "")
	files["forecast"] = k.changed(t, func(p *plan.Plan) {
		p.Drivers[0].Future, p.Drivers[3].Future, p.Scenarios = plan.Future{Kind: "fit"}, plan.Future{Kind: "fit"}, p.Scenarios[1:]
	})
	base := files["vanuatu"]
	part := partOf(t, base, "Risk")
	files["tampered_figure"] = edit(t, base, part, func(x string) string {
		return replaceOnce(t, x, "</f><v>", "</f><v>9")
	})
	files["tampered_formula"] = edit(t, base, part, func(x string) string {
		return replaceOnce(t, x, "<f>SUM(", "<f>1+SUM(")
	})
	files["switched"] = change(t, base, func(f *excelize.File) {
		at := named(t, f, "scenario")
		set(t, f, at, "Phishing grows faster")
	})
	files["dearer"] = change(t, base, func(f *excelize.File) {
		set(t, f, input(t, f, "Mail filtering and authentication service: unit cost", 0), 45.5)
	})
	files["funded"] = change(t, base, func(f *excelize.File) {
		set(t, f, input(t, f, "Post’s own budget: amount given", 2028-2023+1), 8000000)
	})
	files["wider"] = change(t, base, func(f *excelize.File) {
		at := input(t, f, "Mail filtering and authentication service: unit cost", 0)
		col, row, err := excelize.CellNameToCoordinates(at.cell)
		if err != nil {
			t.Fatal(err)
		}
		at.cell, _ = excelize.CoordinatesToCellName(col, row+2) // under the figure: the low end, then the high
		set(t, f, at, 1)
	})
	files["unbought"] = change(t, base, func(f *excelize.File) { // a measure switched off, another begun later
		set(t, f, input(t, f, "Multi-factor authentication (MFA)", 0), 0)
		set(t, f, input(t, f, "Controls against payment fraud", 2030-2023+3), 2030)
	})
	again := recalculate(t, files)

	for name, data := range files {
		n, apart := compare(t, data, again[name])
		switch name {
		case "tampered_figure", "tampered_formula":
			if len(apart) == 0 {
				t.Errorf("%s: nobody noticed", name)
			}
			continue
		case "switched", "dearer", "funded", "wider", "unbought":
			continue // their stored figures are those of before; see below
		}
		if n < 1000 {
			t.Errorf("%s: only %d formulas were compared", name, n)
		}
		report(t, name, n, apart)
	}
	alikeTo(t, "switched", k.write(t, k.sample(t, "vanuatu"), "en", "growth"), again["switched"])
	dearer := k.changed(t, func(p *plan.Plan) { *plan.Find(p, "lines/mail/unit_cost").Value = number(t, "45.5") })
	alikeTo(t, "dearer", dearer, again["dearer"])
	funded := k.changed(t, func(p *plan.Plan) { plan.Find(p, "funding/own/amount").Years[2028] = number(t, "8000000") })
	alikeTo(t, "funded", funded, again["funded"])
	wider := k.changed(t, func(p *plan.Plan) { *plan.Find(p, "lines/mail/unit_cost").Range.High = number(t, "1") })
	alikeTo(t, "wider", wider, again["wider"])
	unbought := k.changed(t, func(p *plan.Plan) {
		*plan.Find(p, "measures/mfa/chosen").Value = number(t, "0")
		*plan.Find(p, "measures/payment-controls/start").Value = number(t, "2030")
	})
	alikeTo(t, "unbought", unbought, again["unbought"])
	if less := amount(t, again["vanuatu"], named(t, again["vanuatu"], "gap_total")) - amount(t, again["unbought"], named(t, again["unbought"], "gap_total")); less <= 0 {
		t.Errorf("a measure that is not bought narrows the gap by %v", less)
	}
	if first := text(t, again["wider"], spot{"Sensitivity", "A6"}); !strings.HasPrefix(first, "Mail filtering") {
		t.Errorf("a range made wide enough does not come first: %q does", first)
	}
	movesAlike(t, again["vanuatu"], again["dearer"], again["funded"])
}

func report(t *testing.T, name string, n int, apart []string) {
	t.Helper()
	for _, line := range apart[:min(10, len(apart))] {
		t.Errorf("%s: %s", name, line)
	}
	if len(apart) > 0 {
		t.Errorf("%s: %d of %d formulas differ", name, len(apart), n)
	}
}

// alikeTo holds a workbook changed in the spreadsheet against one that the program
// writes of the same change. Only the sheet of checks may differ, which keeps the
// program's figures of before.
func alikeTo(t *testing.T, name string, written []byte, recalculated shown) {
	t.Helper()
	n, apart := compare(t, written, recalculated)
	var others []string
	for _, line := range apart {
		if !strings.HasPrefix(line, "Checks & reconciliation!") {
			others = append(others, line)
		}
	}
	report(t, name, n, others)
}

// movesAlike: a unit cost moves cover, plan, financing and gap by one amount, and
// all checks stay good; a year's funding moves the gap only.
func movesAlike(t *testing.T, base, dearer, funded table) {
	t.Helper()
	moved := func(f table, name string) float64 {
		return amount(t, f, named(t, f, name)) - amount(t, base, named(t, base, name))
	}
	need := moved(dearer, "need_total")
	if need <= 0 {
		t.Errorf("a dearer line moves the need by %v", need)
	}
	onCover := func(f table) float64 {
		return amount(t, f, input(t, f, "Need: all costs of the plan", 9))
	}
	if d := onCover(dearer) - onCover(base); d != need {
		t.Errorf("the cover moves by %v, the plan by %v", d, need)
	}
	if gap := moved(dearer, "gap_total"); gap != need {
		t.Errorf("the gap moves by %v, the need by %v", gap, need)
	}
	if g := moved(dearer, "granted_total"); g != 0 {
		t.Errorf("a dearer line moves what is granted by %v", g)
	}
	if n, gap := moved(funded, "need_total"), moved(funded, "gap_total"); n != 0 || gap != -1100000 {
		t.Errorf("1,100,000 more in one year move the need by %v and the gap by %v", n, gap)
	}
	for name, f := range map[string]table{"base": base, "dearer": dearer, "funded": funded} {
		if got := text(t, f, named(t, f, "overall_check")); got != "OK" {
			t.Errorf("%s: the checks say %q", name, got)
		}
	}
}

// partOf is the part of the archive that holds a sheet.
func partOf(t *testing.T, data []byte, sheet string) string {
	t.Helper()
	for _, s := range unzip(t, data).sheets() {
		if s.name == sheet {
			return s.part
		}
	}
	t.Fatalf("there is no sheet %s", sheet)
	return ""
}

type spot struct{ sheet, cell string }

// named is the cell a defined name stands for.
func named(t *testing.T, f table, name string) spot {
	t.Helper()
	for _, d := range f.GetDefinedName() {
		if d.Name == name {
			sheet, cell, _ := strings.Cut(strings.ReplaceAll(d.RefersTo, "$", ""), "!")
			return spot{strings.Trim(sheet, "'"), cell}
		}
	}
	t.Fatalf("there is no name %s", name)
	return spot{}
}

// input is the cell of a line, so many columns after the one of its single figure.
func input(t *testing.T, f table, label string, column int) spot {
	t.Helper()
	for _, sheet := range []string{"Cover", "Inputs", "Options"} {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for r, row := range rows {
			if len(row) > 0 && row[0] == label {
				cell, _ := excelize.CoordinatesToCellName(4+column, r+1)
				return spot{sheet, cell}
			}
		}
	}
	t.Fatalf("there is no line %q", label)
	return spot{}
}

func set(t *testing.T, f *excelize.File, at spot, value any) {
	t.Helper()
	if err := f.SetCellValue(at.sheet, at.cell, value); err != nil {
		t.Fatal(err)
	}
}

func text(t *testing.T, f table, at spot) string {
	t.Helper()
	s, err := f.GetCellValue(at.sheet, at.cell, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func amount(t *testing.T, f table, at spot) float64 {
	t.Helper()
	shown, share := strings.CutSuffix(text(t, f, at), "%")
	x, err := strconv.ParseFloat(shown, 64)
	if err != nil {
		t.Fatalf("%v: %v", at, err)
	}
	if share {
		return x / 100
	}
	return x
}

func change(t *testing.T, data []byte, do func(*excelize.File)) []byte {
	t.Helper()
	f := read(t, data)
	do(f)
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// edit changes one part of the archive as text.
func edit(t *testing.T, data []byte, part string, do func(string) string) []byte {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	archive := zip.NewWriter(&out)
	for _, file := range in.File {
		body := content(t, file)
		if file.Name == part {
			body = do(body)
		}
		w, err := archive.Create(file.Name)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprint(w, body)
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func content(t *testing.T, file *zip.File) string {
	t.Helper()
	r, err := file.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	body, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(body)
}

func replaceOnce(t *testing.T, in, from, to string) string {
	t.Helper()
	if !strings.Contains(in, from) {
		t.Fatalf("%q is not there", from)
	}
	return strings.Replace(in, from, to, 1)
}
