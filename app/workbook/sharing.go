package workbook

import (
	"fmt"

	"github.com/xuri/excelize/v2"

	"outrigger/model/calc"
	"outrigger/model/plan"
	"outrigger/model/rows"
)

// shares tells whether several funding packages are asked for the project's costs together.
func (b *book) shares() bool { return len(b.Case.Funding.Shared.Parts) > 0 }

// sharing is the sheet of what several packages are asked for together. Its shares are
// inputs, so that another split can be tried in the workbook itself.
func (b *book) sharing() *sheet {
	h := b.Case.Funding.Shared
	code := b.currency("donor")
	s := b.newYears("sharing", "verdict")
	drawn := chart{
		stacked: true, from: min(b.axis.LastActual+1, b.axis.Last),
		title: b.Words.Say("workbook.chart.sharing", map[string]string{"currency": code}),
		alt:   b.Words.Say("workbook.chart.sharing_alt", map[string]string{"currency": code}),
	}
	s.heading(b.Words.Say("workbook.sharing.payers", map[string]string{"currency": code}))
	for i, p := range h.Parts {
		b.mirror(s, p.Asked, b.Words.PackageName(*b.plan.Project.PackageOf(p.ID)))
		b.anchorLast(s, "share "+p.ID)
		drawn.columns = append(drawn.columns, series{anchor: "share " + p.ID, color: stack[i%len(stack)]})
	}
	others := b.Case.Funding.Others
	b.mirror(s, others, b.own(b.model.Row(others)))
	b.anchorLast(s, "share others")
	for _, id := range []calc.ID{h.Own, h.All, h.Asked} {
		b.row(s, id, b.own(b.model.Row(id)))
	}
	drawn.columns = append(drawn.columns, series{anchor: "share others", color: seriesWait}, series{id: h.Own, color: seriesWork})
	for _, p := range h.Parts {
		s.heading(b.Words.PackageName(*b.plan.Project.PackageOf(p.ID)))
		b.ownRows(s, calc.ID("packages/"+p.ID+"/last_year"))
		for _, c := range plan.Categories {
			b.ownRows(s, p.Amounts[c])
		}
		b.ownRows(s, p.Direct, p.Indirect, p.Reserve, p.Asked, calc.ID("sharing/"+p.ID+"/late"))
	}
	s.heading(b.say("workbook.sharing.twice"))
	for _, r := range b.section("sharing/twice") {
		if _, stands := b.stands(s, r.ID); !stands && b.totalledBy(r.ID) == "" {
			b.row(s, r.ID, b.label(r))
		}
	}
	s.heading(b.say("workbook.sharing.rules"))
	for _, id := range b.Case.Funding.Shared.Rules(b.plan) {
		b.leftLine(s, id)
	}
	s.charts = append(s.charts, drawn)
	s.decor = func(s *sheet) {
		col := column(b.colTotal() + 1)
		b.paint(s, fmt.Sprintf("%s%d:%s%d", col, s.headLine()+1, col, s.last()))
	}
	return s
}

// stack are the colours of funds in a column, dark to light, so that they tell apart in grey.
var stack = []string{"0B3C49", "2E8B9A", "8FC7C9", "6B5B95", "C9B7DB", "3F6B3A", "A8C99A"}

// ownRows adds rows under a heading that names their owner; those that the graph does not
// have are left out.
func (b *book) ownRows(s *sheet, ids ...calc.ID) {
	for _, id := range ids {
		r := b.model.Row(id)
		switch {
		case r == nil:
		case r.Leaf != nil: // what the package states
			s.add(line{id: id, write: func(formulas, int) []cell {
				n, _ := b.state.Single(id)
				return []cell{as(label, b.own(r)), as(small, b.unit(r)), blank(small), figure(fixed, numbers(r), n)}
			}})
		default:
			b.row(s, id, b.own(r))
		}
	}
}

// stands tells whether a row has a line on a sheet already.
func (b *book) stands(s *sheet, id calc.ID) (int, bool) {
	for i, l := range s.lines {
		if l.id == id {
			return i, true
		}
	}
	return 0, false
}

// leftLine is what is left before a rule is broken, and whether it is kept.
func (b *book) leftLine(s *sheet, id calc.ID) {
	r := b.model.Row(id)
	s.add(line{id: id, write: func(f formulas, n int) []cell {
		return append(b.figures(f, r, b.label(r), n), b.keptOr(f, id, n))
	}})
}

// keptOr says OK, or CHECK where less than nothing is left.
func (b *book) keptOr(f formulas, id calc.ID, n int) cell {
	left, _ := b.state.Single(id)
	said := b.say("common.ok")
	if left.IsNeg() {
		said = b.say("common.check")
	}
	// Amounts are rounded; what binary arithmetic leaves of one is rounded off again.
	formula := fmt.Sprintf(`IF(ROUND(%s,%s)>=0,"%s","%s")`, cellName(colOnce, n), f.at(rows.Places(b.currency("donor"))), b.say("common.ok"), b.say("common.check"))
	return told(status, formula, said)
}

// sharingChecks hold what several packages are asked for against the plan.
func (b *book) sharingChecks(s *sheet) {
	if !b.shares() {
		return
	}
	h := b.Case.Funding.Shared
	code := b.currency("donor")
	total := func(ids ...calc.ID) func(formulas) side { return func(f formulas) side { return b.totals(f, ids) } }
	b.check(s, b.Words.Say("workbook.check.sharing", map[string]string{"currency": code}), code, numbers(b.model.Row(h.All)), half(code),
		total(h.Asked, b.Case.Funding.Others, h.Own), total(h.All))
	for _, id := range b.Case.Funding.Shared.Rules(b.plan) {
		b.capCheck(s, id)
	}
}

// stackChart are columns on top of each other.
func (b *book) stackChart(main excelize.Chart, c chart) excelize.Chart {
	main.Type, main.Series = excelize.ColStacked, nil
	for _, col := range c.columns {
		main.Series = append(main.Series, b.plot(col, excelize.Col, c.from))
	}
	gap := uint(60)
	main.GapWidth = &gap
	return main
}
