package desk

import (
	"strconv"
	"strings"

	"outrigger/model/calc"
	"outrigger/model/funding"
)

// besidePackages sets the packages of the plan side by side: whether the post may apply
// today and until the project ends, which rules are not met, what each would be asked for
// and could pay. Every figure can be asked why, of those not chosen too.
func (w pager) besidePackages() Grid {
	figure := func(name string) Head {
		h := w.head(name)
		h.Kind = "figure"
		return h
	}
	g := w.table("packages", w.head("eligible_today"), w.head("eligible_throughout"), figure("asked"), figure("pays"), figure("unpaid"),
		w.head("lacks"), w.told("rules_open"), w.told("rules_unconfirmed"))
	g.Years = false
	_, donor := w.codes()
	for i, one := range w.plan.Project.Packages {
		open, unconfirmed, lacks := 0, 0, []string{}
		for _, v := range w.judged(i + 1) {
			switch v.State {
			case funding.Open:
				open++
			case funding.Unmet:
				lacks = append(lacks, w.say.Labelled(w.word("funding.rule."+v.Rule.Kind), w.say.Verdict(v, donor)))
			}
			if !v.Rule.Confirmed {
				unconfirmed++
			}
		}
		if len(lacks) == 0 {
			lacks = append(lacks, "–")
		}
		today, throughout := w.calced.Eligible(w.scenario, i+1, w.slots.facts.Applicant(w.plan.Post.Country), w.slots.today)
		g.Rows = append(g.Rows, GridRow{
			ID: "packages/" + one.ID, Name: label(w.say.PackageName(one)), Strong: one.ID == w.plan.Project.Package, Unit: donor,
			Settings: []GridCell{
				label(w.may(today)), label(w.may(throughout)), w.aimedFigure(i, funding.TotalOf(w.calced.Funding.Asked)),
				w.aimedFigure(i, w.calced.Funding.Pays), w.aimedFigure(i, w.calced.Funding.Unpaid),
				label(strings.Join(lacks, " ")), plain(strconv.Itoa(open)), plain(strconv.Itoa(unconfirmed)),
			},
		})
	}
	return g
}

// may says whether the post may apply.
func (w pager) may(state funding.State) string {
	if state == "" {
		return w.word("desk.packages.unstated")
	}
	return w.word("desk.packages." + string(state))
}

// aimedFigure is a row of one figure as it is with the package at a place chosen.
func (w pager) aimedFigure(at int, id calc.ID) GridCell {
	of := w
	if of.state = w.calced.AimedAt(w.scenario, at+1); of.state == nil {
		return none
	}
	cell := of.total(id)
	if cell.Row != "" {
		cell.Row = aimedAt(w.plan.Project.Packages[at].ID, id)
	}
	return cell
}
