package funding

import (
	"slices"

	"outrigger/model/budget"
	"outrigger/model/calc"
	"outrigger/model/plan"
	"outrigger/model/rows"
)

// Ties are the same money sorted by what it is for and by how it is bought, in the
// donor's currency by year, each with what is left over, so that both add up to the need.
type Ties struct {
	Results   map[string]calc.ID // by result: of the lines that name it; none for one that only others lead to
	Within    map[string]calc.ID // by result that others lead to: with all of those
	Unstated  calc.ID            // what no result is named for
	Purchases map[string]calc.ID // by purchase
	Unbought  calc.ID            // what no purchase takes: people, and lines bought as they come
	Need      calc.ID            // what both have to add up to
}

// WriteTies adds the costs by result and by purchase. It adds none where the plan names
// neither.
func WriteTies(b *calc.Book, p *plan.Plan, need budget.Handles) Ties {
	t := Ties{Results: map[string]calc.ID{}, Within: map[string]calc.ID{}, Purchases: map[string]calc.ID{}, Need: need.Need.Donor}
	o := writer{b: b, p: p, code: budget.DonorCurrency(p)}
	if len(p.Project.Results) > 0 {
		by := map[string][]calc.ID{}
		file := func(objective, name string) {
			by[objective] = append(by[objective], need.Bought[name].Donor)
		}
		for _, l := range p.Lines {
			file(l.Objective, l.ID)
		}
		for _, m := range p.Measures {
			for _, l := range m.Costs {
				file(l.Objective, m.ID+"/"+l.ID)
			}
		}
		var stated []calc.ID
		for _, one := range p.Project.Results {
			if len(by[one.ID]) == 0 && leadTo(p, one.ID) {
				continue
			}
			t.Results[one.ID] = o.amount(calc.ID("results/"+one.ID), "results/costs", "row.results.cost", map[string]string{"name": one.ID}, calc.Sum(by[one.ID]...))
			stated = append(stated, t.Results[one.ID])
		}
		for _, one := range p.Project.Results {
			if leadTo(p, one.ID) {
				t.Within[one.ID] = o.amount(calc.ID("results/"+one.ID+"/within"), "results/within", "row.results.within", map[string]string{"name": one.ID}, calc.Sum(t.below(p, one.ID)...))
			}
		}
		t.Unstated = o.amount("results/unstated", "results/rest", "row.results.unstated", nil, o.rest(need, stated))
	}
	if len(p.Project.Purchases) > 0 {
		var stated []calc.ID
		for _, one := range p.Project.Purchases {
			var parts []calc.ID
			for _, l := range one.Lines {
				parts = append(parts, need.Bought[l].Donor)
			}
			t.Purchases[one.ID] = o.amount(calc.ID("purchases/"+one.ID), "purchases/costs", "row.purchases.cost", map[string]string{"name": one.Name}, calc.Sum(parts...))
			stated = append(stated, t.Purchases[one.ID])
		}
		t.Unbought = o.amount("purchases/unbought", "purchases/rest", "row.purchases.unbought", nil, o.rest(need, stated))
	}
	return t
}

// leadTo tells whether other results lead to one.
func leadTo(p *plan.Plan, id string) bool {
	return slices.ContainsFunc(p.Project.Results, func(r plan.Result) bool { return r.Of == id })
}

// below lists the costs of a result and of all that lead to it.
func (t Ties) below(p *plan.Plan, id string) []calc.ID {
	var all []calc.ID
	if own := t.Results[id]; own != "" {
		all = append(all, own)
	}
	for _, r := range p.Project.Results {
		if r.Of == id {
			all = append(all, t.below(p, r.ID)...)
		}
	}
	return all
}

// rest is what the need holds beyond the parts that are stated.
func (o *writer) rest(need budget.Handles, parts []calc.ID) calc.Expr {
	return calc.If(calc.Ref(rows.Planned), calc.Greater, calc.Zero(), calc.Sub(calc.Ref(need.Need.Donor), calc.Sum(parts...)), calc.Zero())
}
