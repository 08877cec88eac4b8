package desk

import (
	"outrigger/model/calc"
	"outrigger/model/funding"
	"outrigger/model/plan"
)

// projectPage is what the money is for and how it is carried out: results with their
// indicators, purchases, milestones, risks and reports.
func (w pager) projectPage(p *Page) {
	r := w.plan.Project
	p.Empty = len(r.Results)+len(r.Purchases)+len(r.Milestones)+len(r.Risks)+len(r.Reports) == 0
	p.Fields = append(p.Fields, w.place("project", "project/start"), w.place("project", "project/months"))
	p.Tables = append(p.Tables, w.resultList(), w.indicators(), w.purchases(), w.lineTies(), w.milestones())
	if w.plan.Project.Chosen() != nil {
		p.Tables = append(p.Tables, w.tranches())
	}
	p.Tables = append(p.Tables, w.hazards(), w.reports())
	p.Sentence = w.undertaken()
}

// undertaken says how much of the plan's money has a result and a purchase.
func (w pager) undertaken() string {
	r := w.plan.Project
	switch {
	case w.state == nil:
		return w.word("desk.chart.unfinished")
	case len(r.Results) == 0:
		return w.word("desk.project.none")
	}
	rest, _ := w.single(funding.TotalOf(w.calced.Ties.Unstated))
	need, _ := w.single(w.calced.Financing.NeedTotal.Donor)
	_, donor := w.codes()
	return w.say.Say("desk.project.said", map[string]string{"need": w.money(need, donor), "rest": w.money(rest, donor)})
}

func (w pager) resultList() Grid {
	level, of := w.slots.choices("result_level"), w.slots.choices("results")
	g := w.list("results", "project/results", w.head("code"), w.head("level", level...), w.head("leads_to", of...), w.head("assumption"), w.totals())
	_, donor := w.codes()
	for _, one := range w.plan.Project.Results {
		id := "project/results/" + one.ID
		total := none
		if w.state != nil {
			if row := w.calced.Ties.Within[one.ID]; row != "" {
				total = w.total(funding.TotalOf(row))
			} else if row := w.calced.Ties.Results[one.ID]; row != "" {
				total = w.total(funding.TotalOf(row))
			}
		}
		g.Rows = append(g.Rows, GridRow{
			ID: id, Item: one.ID, Name: w.text(id + "/text"), Unit: donor, Strong: one.Level != "output",
			Settings: []GridCell{w.text(id + "/code"), w.choice(id+"/level", level), w.choice(id+"/of", of), w.text(id + "/assumption"), total},
		})
	}
	return g
}

func (w pager) indicators() Grid {
	of, often := w.slots.choices("results"), w.slots.choices("frequency")
	g := w.list("indicators", "project/indicators", w.head("result", of...), w.head("unit"), w.field("baseline"), w.head("verification"), w.head("frequency", often...), w.head("responsible"))
	g.Years = true
	for _, one := range w.plan.Project.Indicators {
		id := "project/indicators/" + one.ID
		g.Rows = append(g.Rows, GridRow{
			ID: id + "/targets", Item: one.ID, Name: w.text(id + "/name"), Part: w.word("row.input.targets"), Unit: one.Unit,
			Settings: []GridCell{
				w.choice(id+"/result", of), w.text(id + "/unit"), w.once(id + "/baseline"), w.text(id + "/verification"),
				w.choice(id+"/frequency", often), w.text(id + "/responsible"),
			},
			Cells: w.inputs("", id+"/targets"),
		})
	}
	return g
}

func (w pager) purchases() Grid {
	method, review := w.slots.choices("method"), w.slots.choices("review")
	g := w.list("purchases", "project/purchases", w.head("method", method...), w.head("review", review...), w.head("invited"), w.head("awarded"), w.head("ends"), w.totals())
	g.Years = true
	_, donor := w.codes()
	for _, one := range w.plan.Project.Purchases {
		id := "project/purchases/" + one.ID
		total, cells := none, w.empty()
		if w.state != nil {
			row := w.calced.Ties.Purchases[one.ID]
			total, cells = w.total(funding.TotalOf(row)), w.line(row, true)
		}
		g.Rows = append(g.Rows, GridRow{
			ID: id, Item: one.ID, Name: w.text(id + "/name"), Unit: donor,
			Settings: []GridCell{
				w.choice(id+"/method", method), w.choice(id+"/review", review), w.text(id + "/start"), w.text(id + "/award"), w.text(id + "/end"), total,
			},
			Cells: cells,
		})
	}
	return g
}

// lineTies say of every line what it is for and how it is bought.
func (w pager) lineTies() Grid {
	of, in := w.slots.choices("results"), w.slots.choices("purchases")
	g := w.table("line_ties", w.head("result", of...), w.head("purchase", in...))
	g.Years = false
	if len(of) == 1 && len(in) == 1 {
		return g // nothing to tie to
	}
	for _, l := range plan.AllLines(w.plan) {
		id := "project/lines/" + l.Called
		g.Rows = append(g.Rows, GridRow{ID: id, Name: label(w.lineName(l)), Settings: []GridCell{w.choice(id+"/result", of), w.choice(id+"/purchase", in)}})
	}
	return g
}

func (w pager) lineName(l plan.NamedLine) string {
	for _, m := range w.plan.Measures {
		if l.Called == m.ID+"/"+l.ID {
			return w.say.Labelled(m.Name, l.Name)
		}
	}
	return l.Name
}

func (w pager) milestones() Grid {
	of := w.slots.choices("results")
	g := w.list("milestones", "project/milestones", w.head("due"), w.head("result", of...), w.head("responsible"))
	for _, one := range w.plan.Project.Milestones {
		id := "project/milestones/" + one.ID
		g.Rows = append(g.Rows, GridRow{
			ID: id, Item: one.ID, Name: w.text(id + "/name"),
			Settings: []GridCell{w.text(id + "/due"), w.choice(id+"/result", of), w.text(id + "/responsible")},
		})
	}
	return g
}

// tranches are the parts in which the money comes, and what the post pays ahead of it.
func (w pager) tranches() Grid {
	g := w.list("tranches", "project/tranches", w.head("due"), w.field("tranche"), w.totals())
	g.Years = true
	_, donor := w.codes()
	h := funding.Tranches{}
	if w.state != nil {
		h = w.calced.Funding.Tranches
	}
	for i, one := range w.plan.Project.Tranches {
		id := "project/tranches/" + one.ID
		total, cells := none, w.empty()
		if len(h.Parts) > 0 {
			total, cells = w.total(funding.TotalOf(h.Parts[i].Amount)), w.line(h.Parts[i].Amount, true)
		}
		g.Rows = append(g.Rows, GridRow{
			ID: id, Item: one.ID, Name: w.text(id + "/name"), Unit: donor,
			Settings: []GridCell{w.text(id + "/due"), w.once(id + "/share"), total}, Cells: cells,
		})
	}
	if len(h.Parts) > 0 {
		for _, row := range []calc.ID{h.Asked, h.Bridge} {
			g.Rows = append(g.Rows, GridRow{
				ID: string(row), Name: label(w.say.Called(w.row(row), w.row)), Unit: donor, Strong: row == h.Bridge,
				Settings: []GridCell{none, none, none}, Cells: w.line(row, true),
			})
		}
	}
	return g
}

func (w pager) hazards() Grid {
	scale, lines := w.slots.choices("scale"), w.slots.choices("all_lines")
	g := w.list("risks", "project/risks", w.head("cause"), w.head("consequence"), w.head("likelihood", scale...), w.head("impact", scale...),
		w.head("mitigation"), w.head("left_likelihood", scale...), w.head("left_impact", scale...), w.head("owner"), w.head("cost_line", lines...))
	for _, one := range w.plan.Project.Risks {
		id := "project/risks/" + one.ID
		g.Rows = append(g.Rows, GridRow{
			ID: id, Item: one.ID, Name: w.text(id + "/event"),
			Settings: []GridCell{
				w.text(id + "/cause"), w.text(id + "/effect"), w.choice(id+"/likelihood", scale), w.choice(id+"/impact", scale), w.text(id + "/mitigation"),
				w.choice(id+"/left_likelihood", scale), w.choice(id+"/left_impact", scale), w.text(id + "/owner"), w.choice(id+"/line", lines),
			},
		})
	}
	return g
}

func (w pager) reports() Grid {
	often, lines := w.slots.choices("frequency"), w.slots.choices("all_lines")
	g := w.list("reports", "project/reports", w.head("frequency", often...), w.head("first_due"), w.head("responsible"), w.head("cost_line", lines...))
	for _, one := range w.plan.Project.Reports {
		id := "project/reports/" + one.ID
		g.Rows = append(g.Rows, GridRow{
			ID: id, Item: one.ID, Name: w.text(id + "/name"),
			Settings: []GridCell{w.choice(id+"/frequency", often), w.text(id + "/first"), w.text(id + "/responsible"), w.choice(id+"/line", lines)},
		})
	}
	return g
}
