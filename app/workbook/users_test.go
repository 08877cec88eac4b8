package workbook_test

import (
	"strings"
	"testing"

	"outrigger/model/plan"
)

func TestTextsOfUsersStayTexts(t *testing.T) {
	k := open(t)
	nasty := []string{`=1+1`, `+cmd|' /C calc'!A0`, `-2+3`, `@SUM(A1)`, "\tx", "\rx", `=HYPERLINK("http://x","y")`}
	data := k.changed(t, func(p *plan.Plan) {
		p.Title, p.Post.Name, p.Post.Summary, p.Post.Contact = nasty[0], nasty[1], nasty[2], nasty[3]
		p.Drivers[0].Name, p.Lines[0].Name, p.Lines[0].Note, p.Scenarios[0].Name = nasty[6], nasty[3], nasty[0], nasty[2]
		p.Team.Roles[0].Name, p.Funding[0].Letter = nasty[4], nasty[5]
	})
	f := read(t, data)
	found := 0
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for r := range rows {
			for c, value := range rows[r] {
				cell := cellAt(c+1, r+1)
				for _, text := range nasty {
					if value != text {
						continue
					}
					found++
					if formula, _ := f.GetCellFormula(sheet, cell); formula != "" && !strings.Contains(formula, "!") {
						t.Errorf("%s!%s: %q became the formula %q", sheet, cell, text, formula)
					}
				}
			}
		}
	}
	if found < len(nasty) {
		t.Errorf("only %d of the texts stand in the workbook", found)
	}
}

func TestAForecastStandsOnTheInputsWithItsMethodAndInterval(t *testing.T) {
	k := open(t)
	f := read(t, k.changed(t, func(p *plan.Plan) {
		p.Drivers[0].Future, p.Scenarios = plan.Future{Kind: "fit"}, p.Scenarios[:0]
	}))
	rows, err := f.GetRows("Inputs")
	if err != nil {
		t.Fatal(err)
	}
	told := 0
	for _, row := range rows {
		line := strings.Join(row, "|")
		if strings.Contains(line, "|SIM|") && strings.Contains(line, "Grows by") && strings.Contains(line, "based on 3 years") && strings.Contains(line, "median of nine") {
			told++
		}
	}
	if told != 1 {
		t.Errorf("%d lines tell the forecast", told)
	}
}
