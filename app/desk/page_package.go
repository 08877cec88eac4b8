package desk

import (
	"outrigger/datasets"
	"outrigger/model/calc"
	"outrigger/model/funding"
)

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
	p.Fields = append(p.Fields, w.sectionFields()...)
	if w.state != nil {
		p.Tables = append(p.Tables, w.besidePackages(), w.packageRules(), w.donorBudget())
		w.sharedCosts(p)
	}
	p.Tables = append(p.Tables, w.sections(), w.papers())
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
