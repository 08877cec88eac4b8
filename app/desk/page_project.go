package desk

import (
	"strconv"

	"outrigger/datasets"
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
	p.Tables = append(p.Tables, w.resultList(), w.indicators(), w.purchases(), w.lineTies(), w.milestones(), w.hazards(), w.reports())
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

// aimed adds to the page of funding the package that the project aims at: the others
// beside it, its rules, and the donor's budget.
func (w pager) aimed(p *Page) {
	p.Fields = append(p.Fields, w.place("package", "project/package"))
	if w.plan.Project.Chosen() == nil {
		return
	}
	for _, id := range []string{"project/indirect", "project/reserve"} {
		p.Fields = append(p.Fields, w.figures("package", id)...)
	}
	if w.state != nil {
		p.Tables = append(p.Tables, w.besidePackages(), w.packageRules(), w.donorBudget())
	}
	w.sharedCosts(p)
}

// besidePackages sets the packages of the plan side by side: how their rules stand, and
// what each would be asked for.
func (w pager) besidePackages() Grid {
	g := w.table("packages", w.head("gives"), w.head("rules_met"), w.head("rules_unmet"), w.head("rules_open"), w.head("rules_unconfirmed"), w.head("asked"))
	g.Years = false
	_, donor := w.codes()
	for i, one := range w.plan.Project.Packages {
		counts, unconfirmed := map[funding.State]int{}, 0
		for _, v := range w.judged(i + 1) {
			counts[v.State]++
			if !v.Rule.Confirmed {
				unconfirmed++
			}
		}
		asked, _ := w.calced.AimedAt(w.scenario, i+1).Single(funding.TotalOf(w.calced.Funding.Asked))
		count := func(n int) GridCell { return label(strconv.Itoa(n)) }
		g.Rows = append(g.Rows, GridRow{
			ID: "packages/" + one.ID, Name: label(w.say.PackageName(one)), Strong: one.ID == w.plan.Project.Package,
			Settings: []GridCell{
				label(one.Owner), count(counts[funding.Met]), count(counts[funding.Unmet]), count(counts[funding.Open]), count(unconfirmed), label(w.money(asked, donor)),
			},
		})
	}
	return g
}

func (w pager) judged(number int) []funding.Verdict {
	return w.calced.Judged(w.scenario, number, w.slots.facts.Applicant(w.plan.Post.Country), w.slots.today)
}

// packageRules are the rules of the chosen package, and how the plan stands.
func (w pager) packageRules() Grid {
	g := w.table("package_rules", w.head("asks"), w.head("stands"), w.head("answer"), w.head("confirmed"), w.head("read_in"))
	g.Years = false
	shipped, err := datasets.LoadPackages()
	_, donor := w.codes()
	for _, v := range w.judged(w.calced.ChosenPackage()) {
		confirmed, source := w.word("funding.unconfirmed"), v.Rule.Source
		if v.Rule.Confirmed {
			confirmed = w.word("funding.confirmed")
		}
		if err == nil {
			if s, known := shipped.Source(source); known {
				source = s.Title
			}
		}
		g.Rows = append(g.Rows, GridRow{
			ID: "package/rules/" + v.Rule.ID, Name: label(w.word("funding.rule." + v.Rule.Kind)), Strong: v.State == funding.Unmet,
			Settings: []GridCell{label(w.say.RuleAsks(v.Rule)), label(w.word("funding.state." + string(v.State))), label(w.say.Verdict(v, donor)), label(confirmed), label(source)},
		})
	}
	return g
}

// donorBudget is the same money in the donor's own lines.
func (w pager) donorBudget() Grid {
	g := w.table("donor_budget", w.totals())
	h, lines := w.calced.Funding, w.plan.Project.Chosen().Lines
	_, donor := w.codes()
	add := func(row calc.ID, name string, strong bool) {
		g.Rows = append(g.Rows, GridRow{
			ID: string(row), Name: label(name), Unit: donor, Strong: strong, Settings: []GridCell{w.total(funding.TotalOf(row))}, Cells: w.line(row, true),
		})
	}
	for i, line := range h.Lines {
		if i < len(lines) {
			add(line, w.say.PackageLine(lines[i]), false)
		}
	}
	for _, row := range []calc.ID{h.Direct, h.Indirect, h.Reserve, h.Whole, h.Outside, h.All, h.Others, h.InKind, h.Asked} {
		add(row, w.say.Own(w.row(row)), row == h.Direct || row == h.Whole || row == h.Asked)
	}
	return g
}
