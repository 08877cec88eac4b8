package workbook_test

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"outrigger/model/calc"
)

// Each proof can fail: a workbook broken in the place that it looks at is found out, where
// the whole one beside it is not.
func TestABrokenWorkbookDoesNotProveItself(t *testing.T) {
	k := open(t)
	w := k.walk(t, "vanuatu")
	const language, other = "fr", 3 // a package that the sample does not aim at
	base, say := k.made(t, "vanuatu", language), k.catalogue.In(language)
	at := func(id calc.ID) spot {
		s := base.Stands[id]
		return spot{base.Sheets[s.Sheet-1], cellAt(s.Col, s.Line)}
	}
	fixed := func(id calc.ID, n float64) []byte { // a figure that stays instead of its formula
		return change(t, base.data, func(f *excelize.File) { set(t, f, at(id), n) })
	}
	checks := say.Say("workbook.sheet.checks", nil)
	bought := spotOf(t, base.file(t), checks, say.Say("workbook.check.purchases", map[string]string{"currency": "USD"}), colFigure+1)
	risk, brief := partOf(t, base.data, say.Say("workbook.sheet.risk", nil)), partOf(t, base.data, say.Say("workbook.sheet.brief", nil))
	c := w.aimed(other)
	aimed := k.write(t, c, language, "")
	rightSign, wrongSign := w.eligible(other, unzip(t, aimed), language), w.eligible(other, unzip(t, aimed), language)
	for i := range wrongSign {
		wrongSign[i].formula = strings.Replace(wrongSign[i].formula, ">=0", "<0", 1)
	}
	aim := put{at: base.entry(t, string(c.Funding.Chosen), 0), n: other + 1}
	moved := func(i int) []put {
		return []put{{at: base.entry(t, w.moves[i].input, w.moves[i].year), n: w.moves[i].to}}
	}
	files := map[string]asked{
		"whole": {data: base.data, changes: map[string][]put{
			"package": append(rightSign, aim), "sign": append(wrongSign, aim), "0": moved(0), "1": moved(1), "2": moved(2),
		}},
		"figure":  {data: edit(t, base.data, risk, func(x string) string { return replaceOnce(t, x, "</f><v>", "</f><v>9") })},
		"formula": {data: edit(t, base.data, risk, func(x string) string { return replaceOnce(t, x, "<f>SUM(", "<f>1+SUM(") })},
		"package": {data: fixed(c.Funding.Packages[other].Takes["software"], 0), changes: map[string][]put{"package": {aim}}},
		"total":   {data: change(t, base.data, func(f *excelize.File) { set(t, f, bought, 1) }), changes: map[string][]put{"0": moved(0)}},
		"grant":   {data: fixed(c.Financing.GapTotal.Donor, 1), changes: map[string][]put{"1": moved(1)}},
		"measure": {data: fixed(c.Risk.AvoidedTotal, 1), changes: map[string][]put{"2": moved(2)}},
		"printed": {data: edit(t, base.data, brief, func(x string) string {
			x = regexp.MustCompile(` scale="\d+"`).ReplaceAllString(x, ` scale="120"`)
			return regexp.MustCompile(`(<row r="6"[^>]*) ht="[\d.]+"`).ReplaceAllString(x, `$1 ht="4"`)
		}), paper: say.Say("workbook.sheet.brief", nil), rows: true},
	}
	again := ask(t, files)
	found := func(what string, faults []string) {
		t.Helper()
		if len(faults) == 0 {
			t.Errorf("%s: nobody noticed", what)
		}
	}
	fine := func(what string, faults []string) {
		t.Helper()
		report(t, what, len(faults), faults)
	}
	compared := func(data []byte, again shown) []string { _, apart := compare(t, data, again); return apart }
	fine("whole", compared(base.data, again["whole"][""]))
	found("a stored figure", compared(files["figure"].data, again["figure"][""]))
	found("a formula", compared(files["formula"].data, again["formula"][""]))

	fine("another package", compared(aimed, again["whole"]["package"]))
	found("a figure of a package that is not aimed at", compared(aimed, again["package"]["package"]))
	found("a sign of eligibility", compared(aimed, again["whole"]["sign"]))

	r := reader{w.c, base, say, t}
	for i, file := range []string{"total", "grant", "measure"} {
		change := string(rune('0' + i))
		fine(w.moves[i].name, w.moves[i].wrong(r, again["whole"][""], again["whole"][change]))
		found(file, w.moves[i].wrong(r, again[file][""], again[file][change]))
	}
	fine("rows", rowsApart(w.c, w.c.State(""), base, again["whole"][""]))
	found("rows", rowsApart(w.c, w.c.State(""), base, again["grant"][""]))

	if again["printed"][""].pages == 2 {
		t.Error("a brief of more than two pages: nobody noticed")
	}
	found("a low row", again["printed"][""].low)

	formulas := func(data []byte) map[string]string { return formulasOf(unzip(t, data).sheets()) }
	fine("languages", formulasApart(formulas(k.base(t, "vanuatu", "ar")), formulas(base.data)))
	found("languages", formulasApart(formulas(base.data), formulas(files["formula"].data)))
	in := k.request(w.c, language, "")
	in.Date = "2026-11-25"
	if bytes.Equal(written(t, in), base.data) {
		t.Error("workbooks of two days are the same bytes")
	}
}
