package workbook_test

import (
	"strings"
	"testing"

	"outrigger/model/plan"
)

// A real post's plan and a plan of forecasts are recalculated as the samples are; so are
// several inputs changed at once, in every formula cell of the workbook.
func TestLibreOfficeAgreesWithEveryFormula(t *testing.T) {
	k := open(t)
	base := k.made(t, "vanuatu", "en")
	cost := base.entry(t, "lines/mail/unit_cost", 0)
	col, row := place(cost.cell)
	changes := map[string][]put{
		"wider": {{at: spot{cost.sheet, cellAt(col, row+2)}, n: 1}}, // under the figure: the low end, then the high
		"several": {
			{at: cost, n: 45.5},
			{at: base.entry(t, "funding/own/amount", 2028), n: 8000000},
			{at: base.entry(t, "measures/mfa/chosen", 0), n: 0}, // a measure switched off, another begun later
			{at: base.entry(t, "measures/payment-controls/start", 0), n: 2030},
		},
	}
	files := map[string]asked{
		"vanuatu": {data: base.data, changes: changes},
		"bermuda": {data: k.write(t, bermuda(t, k), "en", "")},
		"forecast": {data: k.changed(t, func(p *plan.Plan) {
			p.Drivers[0].Future, p.Drivers[3].Future, p.Scenarios = plan.Future{Kind: "fit"}, plan.Future{Kind: "fit"}, p.Scenarios[1:]
		})},
	}
	again := ask(t, files)
	for name, file := range files {
		n, apart := compare(t, file.data, again[name][""])
		if n < 1000 {
			t.Errorf("%s: only %d formulas were compared", name, n)
		}
		report(t, name, n, apart)
	}
	wider := k.changed(t, func(p *plan.Plan) { *plan.Find(p, "lines/mail/unit_cost").Range.High = number(t, "1") })
	alikeTo(t, "wider", wider, again["vanuatu"]["wider"])
	if first := text(t, again["vanuatu"]["wider"], spot{"Sensitivity", "A6"}); !strings.HasPrefix(first, "Mail filtering") {
		t.Errorf("a range made wide enough does not come first: %q does", first)
	}
	several := k.changed(t, func(p *plan.Plan) {
		*plan.Find(p, "lines/mail/unit_cost").Value = number(t, "45.5")
		plan.Find(p, "funding/own/amount").Years[2028] = number(t, "8000000")
		*plan.Find(p, "measures/mfa/chosen").Value = number(t, "0")
		*plan.Find(p, "measures/payment-controls/start").Value = number(t, "2030")
	})
	alikeTo(t, "several", several, again["vanuatu"]["several"])
}
