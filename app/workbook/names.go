package workbook

import (
	"github.com/xuri/excelize/v2"

	"outrigger/model/calc"
	"outrigger/model/rows"
)

// defined are the names that stand for single cells, for people who write formulas
// of their own beside ours; our formulas use references, which can be followed.
type name struct {
	name, key string
	ref       func(f formulas) string
}

func (b *book) defined() []name {
	if b.Case == nil {
		return b.regionalNames()
	}
	at := func(id calc.ID) func(formulas) string { return func(f formulas) string { return f.at(id) } }
	anchored := func(a string) func(formulas) string {
		return func(f formulas) string { return f.anchored(a, colOnce) }
	}
	h := b.Case.Financing
	names := []name{
		{"scenario", "scenario", anchored("scenario")},
		{"scenario_index", "scenario_index", anchored("scenario index")},
		{"overall_check", "overall_check", anchored("overall")},
		{"first_short_year", "first_short_year", at(b.Case.Staffing.FirstShort)},
		{"need_total", "need_total", at(h.NeedTotal.Local)},
		{"granted_total", "granted_total", at(h.GrantedTotal.Local)},
		{"gap_total", "gap_total", at(h.GapTotal.Local)},
		{"gap_total_donor", "gap_total_donor", at(h.GapTotal.Donor)},
		{"placeholder_share", "placeholder_share", at(b.Case.PlaceholderShare)},
	}
	for _, r := range b.plan.Money.Rates {
		names = append(names, name{"rate_" + r.Currency, "rate", at(rows.Rate(r.Currency))})
	}
	return names
}

func (b *book) names() {
	for _, n := range b.defined() {
		b.do(b.file.SetDefinedName(&excelize.DefinedName{Name: n.name, RefersTo: n.ref(formulas{b: b})}))
	}
}
