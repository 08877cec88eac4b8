package desk

import (
	"slices"

	"outrigger/model/calc"
	"outrigger/model/funding"
	"outrigger/model/plan"
)

// Sharers lists the plan's funding packages for sharing its costs.
func (d *Desk) Sharers(r Reading) (Sharers, error) {
	return guard(d, "Sharers", r.Language, func() (Sharers, error) {
		w, _, _ := d.beside(PageRequest{Language: r.Language, Scenario: r.Scenario})
		if w.document == nil {
			return Sharers{}, d.fault(r.Language, "nothing_open", nil)
		}
		all := Sharers{Packages: []Sharer{}, Shared: len(w.plan.Project.Sharing) > 0}
		if w.state == nil || w.plan.Project.Chosen() == nil {
			return all, nil
		}
		_, donor := w.codes()
		for i, p := range w.plan.Project.Packages {
			one := Sharer{ID: p.ID, Name: w.say.PackageName(p), Order: 1 + slices.IndexFunc(w.plan.Project.Sharing, func(s plan.Part) bool { return s.ID == p.ID })}
			if v, barred := w.calced.Barred(w.scenario, i+1, w.slots.facts.Applicant(w.plan.Post.Country), w.slots.today); barred {
				one.Barred = w.say.Verdict(v, donor)
			}
			all.Packages = append(all.Packages, one)
		}
		return all, nil
	})
}

// ShareCosts finds how packages share the costs at the least cost to the post, and takes
// the shares into the plan.
func (d *Desk) ShareCosts(r ShareCostsRequest) (SharedCosts, error) {
	reading := Reading{Language: r.Language, Scenario: r.Scenario}
	var parts []plan.Part
	all := SharedCosts{Reasons: []string{}}
	if len(r.Packages) > 0 {
		found, err := guard(d, "ShareCosts", r.Language, func() (SharedCosts, error) {
			w, _, _ := d.beside(PageRequest{Language: r.Language, Scenario: r.Scenario})
			switch {
			case w.document == nil:
				return SharedCosts{}, d.fault(r.Language, "nothing_open", nil)
			case w.state == nil:
				return SharedCosts{}, d.fault(r.Language, "unfinished", nil)
			}
			s := w.calced.Share(w.scenario, r.Packages, w.slots.facts.Applicant(w.plan.Post.Country), w.slots.today)
			if s == nil {
				return SharedCosts{}, d.fault(r.Language, "no_sharing", nil)
			}
			parts = s.Parts
			sentence, reasons := w.say.Shared(s, r.Packages)
			return SharedCosts{Sentence: sentence, Reasons: reasons}, nil
		})
		if err != nil {
			return SharedCosts{}, err
		}
		all = found
	}
	view, err := d.change("ShareCosts", reading, func(p *plan.Plan) error {
		p.Project.Sharing = parts
		return nil
	})
	all.View = view
	return all, err
}

// sharedCosts adds the tables of what several packages are asked for.
func (w pager) sharedCosts(p *Page) {
	if len(w.plan.Project.Sharing) == 0 {
		return
	}
	p.Tables = append(p.Tables, w.shares())
	if w.state != nil {
		p.Tables = append(p.Tables, w.payers(), w.shareRules())
	}
}

// shares are the shares of each category's cost, by package and year.
func (w pager) shares() Grid {
	g := w.table("shares")
	for _, part := range w.plan.Project.Sharing {
		name := w.say.PackageName(*w.plan.Project.PackageOf(part.ID))
		for _, one := range part.Shares {
			id := "project/sharing/" + part.ID + "/" + one.ID
			g.Rows = append(g.Rows, GridRow{
				ID: id, Item: part.ID, Name: label(name), Part: w.word("common.category." + one.ID), Unit: w.word("desk.unit.share"),
				Cells: w.inputs("", id),
			})
		}
	}
	return g
}

// payers is who pays, year by year.
func (w pager) payers() Grid {
	g := w.table("payers", w.totals())
	h := w.calced.Funding.Shared
	_, donor := w.codes()
	add := func(id, name string, strong bool) {
		row := w.row(calc.ID(id))
		g.Rows = append(g.Rows, GridRow{
			ID: id, Name: label(name), Unit: donor, Strong: strong, Settings: []GridCell{w.total(funding.TotalOf(row.ID))}, Cells: w.line(row.ID, true),
		})
	}
	for _, part := range h.Parts {
		add(string(part.Asked), w.say.PackageName(*w.plan.Project.PackageOf(part.ID)), false)
	}
	others := w.calced.Funding.Others
	add(string(others), w.say.Own(w.row(others)), false)
	add(string(h.Own), w.say.Own(w.row(h.Own)), true)
	add(string(h.All), w.say.Own(w.row(h.All)), true)
	return g
}

// shareRules is what is left before a rule is broken.
func (w pager) shareRules() Grid {
	g := w.table("share_rules", w.head("stands"), w.leftHead())
	g.Years = false
	_, donor := w.codes()
	h := w.calced.Funding.Shared
	for _, id := range h.Rules(w.plan) {
		row := w.row(id)
		left, _ := w.single(id)
		state := funding.Met
		if left.IsNeg() {
			state = funding.Unmet
		}
		g.Rows = append(g.Rows, GridRow{
			ID: string(id), Name: label(w.say.Label(row)), Unit: donor, Strong: state == funding.Unmet,
			Settings: []GridCell{label(w.word("funding.state." + string(state))), w.total(id)},
		})
	}
	return g
}

func (w pager) leftHead() Head {
	h := w.head("left")
	h.Kind = "figure"
	return h
}
