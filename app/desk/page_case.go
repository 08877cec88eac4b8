package desk

import (
	"slices"

	"outrigger/model/calc"
)

// fundingPage is who pays, how surely, and what is missing.
func (w pager) fundingPage(p *Page) {
	p.Empty = len(w.plan.Funding) == 0
	p.Tables = append(p.Tables, w.funding(), w.gaps())
	w.aimed(p)
	p.Sentence = w.word("desk.chart.unfinished")
	if w.state == nil {
		return
	}
	p.Sentence = w.gap().Detail
	p.Chart = Drawing{
		Unit:    w.plan.Money.Currency,
		Lines:   []Series{w.series("need", w.word("desk.series.need"), w.calced.Budget.Need.Local, true)},
		Columns: []Series{w.series("granted", w.word("desk.series.granted"), w.calced.Financing.Granted.Local, false)},
	}
}

func (w pager) funding() Grid {
	own, _ := w.codes()
	kind, grade, cash, codes := w.slots.choices("funding_kind"), w.slots.choices("funding_grade"), w.slots.choices("in_kind"), w.slots.choices("currency")
	g := w.list("funding", "funding", w.head("funding_kind", kind...), w.head("certainty", grade...), w.head("in_kind", cash...), w.head("currency", codes...), w.head("letter"))
	g.Years = true
	for _, f := range w.plan.Funding {
		id := "funding/" + f.ID
		g.Rows = append(g.Rows, GridRow{
			ID: id + "/amount", Item: f.ID, Name: w.text(id + "/name"), Part: w.word("row.input.amount"), Unit: or(f.Currency, own),
			Settings: []GridCell{
				w.choice(id+"/kind", kind), w.choice(id+"/grade", grade), w.choice(id+"/in_kind", cash), w.choice(id+"/currency", codes), w.text(id + "/letter"),
			},
			Cells: w.inputs("", id+"/amount"),
		})
		if f.Currency != "" && f.Currency != own {
			row := calc.ID("financing/sources/" + f.ID + "/local")
			g.Rows = append(g.Rows, GridRow{ID: string(row), Item: f.ID, Name: label(f.Name), Part: w.word("row.financing.source"), Unit: own, Cells: w.line(row, false)})
		}
	}
	return g
}

// gaps sets what is granted and what is sought against the need.
func (w pager) gaps() Grid {
	g := w.table("gaps", w.totals())
	for _, r := range []struct {
		id, total calc.ID
		planned   bool
	}{
		{"budget/need/local", "financing/need_total/local", true},
		{"financing/granted/local", "financing/granted_total/local", false},
		{"financing/gap/local", "financing/gap_total/local", true},
		{"financing/gap/donor", "financing/gap_total/donor", true},
		{"financing/sought/local", "financing/sought/local/planned", false},
		{"financing/remaining/local", "financing/remaining/local/planned", true},
	} {
		if own, donor := w.codes(); own == donor && r.id == "financing/gap/donor" {
			continue
		}
		for _, line := range w.results(r.planned, r.id) {
			line.Settings = []GridCell{w.total(r.total)}
			line.Strong = r.id != "financing/sought/local" && r.id != "financing/granted/local"
			g.Rows = append(g.Rows, line)
		}
	}
	return g
}

// casePage is all headline figures on one sheet, and the case in three sentences.
func (w pager) casePage(p *Page) {
	p.Chart, p.Sentence = w.mismatch()
	p.Empty = len(w.plan.Activities)+len(w.plan.Lines)+len(w.plan.Funding) == 0
	g := w.table("case", w.totals())
	if w.state != nil {
		p.Claims = w.claims()
		for _, h := range w.headlines() {
			line := w.results(h.planned, h.id)[0]
			if w.state.Model().Once(h.id) {
				line.Settings, line.Cells = []GridCell{w.total(h.id)}, w.empty()
			} else if h.total != "" {
				line.Settings = []GridCell{w.total(h.total)}
			}
			g.Rows = append(g.Rows, line)
		}
	}
	p.Tables = append(p.Tables, g)
}

// headline is a row of the case: by year, or one figure, with what it amounts to.
type headline struct {
	id, total calc.ID
	planned   bool
}

// headlines are the rows that make the case, in the order in which it is told.
func (w pager) headlines() []headline {
	c := w.calced
	f, s := c.Financing, c.Staffing
	all := []headline{
		{c.Workload.Index, "", false},
		{f.Index, "", false},
		{c.Mismatch, "", false},
		{c.Workload.Total, "", false},
		{s.Capacity, "", false},
		{s.RequiredTotal, "", false},
		{s.Productive, "", false},
		{s.Short, "", false},
		{s.Ratio, "", false},
		{s.FirstShort, "", false},
		{s.BacklogMonths, "", false},
		{s.UrgentUndone, "", false},
		{c.Budget.Need.Local, f.NeedTotal.Local, true},
		{f.Granted.Local, f.GrantedTotal.Local, false},
		{f.Gap.Local, f.GapTotal.Local, true},
		{f.Gap.Donor, f.GapTotal.Donor, true},
		{f.Remaining.Local, f.Remaining.Local + "/planned", true},
		{c.PlaceholderShare, "", false},
	}
	own, donor := w.codes()
	return slices.DeleteFunc(all, func(h headline) bool { return own == donor && h.id == f.Gap.Donor })
}
