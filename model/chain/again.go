package chain

import (
	"slices"

	"outrigger/model/calc"
	"outrigger/model/financing"
	"outrigger/model/plan"
	"outrigger/model/rows"
)

// Again calculates a plan that differs from the case's own in the figures of some
// inputs alone, in the base case or as overrides; checked is what plan.Check says of
// it. The graph is the same then, and only what depends on those figures is worked
// out. False: the change reaches further than that, and Build has to do it.
func (c *Case) Again(p *plan.Plan, checked []plan.Finding, changed []string) (*Case, []plan.Finding, bool) {
	if plan.Refused(checked) || len(c.Plan.Scenarios) != len(p.Scenarios) {
		return nil, nil, false
	}
	before, after := plan.Inputs(c.Plan), plan.Inputs(p)
	if !slices.EqualFunc(before, after, alike) || financing.Base(c.Plan) != financing.Base(p) {
		return nil, nil, false
	}
	now := map[string]plan.Input{}
	var ids []calc.ID
	var leaves []calc.Change
	for i, in := range after {
		if !slices.Contains(changed, in.ID) {
			continue
		}
		now[in.ID] = in
		ids = append(ids, calc.ID(in.ID))
		leaf, was := rows.Leaf(in, *in.Figure, p.Axis()), rows.Leaf(before[i], *before[i].Figure, p.Axis())
		if leaf.Evidence != was.Evidence || before[i].Figure.Given() != in.Figure.Given() || forecasts(p, in) {
			return nil, nil, false
		}
		leaves = append(leaves, calc.Change{Row: calc.ID(in.ID), Leaf: leaf})
	}
	if len(ids) != len(changed) {
		return nil, nil, false
	}
	next := *c
	next.advice = &advised{}
	next.Plan, next.Model = p, c.Model.With(leaves...)
	next.states = map[string]*calc.State{"": c.states[""].On(next.Model, ids)}
	for i, s := range p.Scenarios {
		state := c.states[s.ID]
		if state == nil || c.Plan.Scenarios[i].ID != s.ID {
			return nil, nil, false
		}
		var own []calc.Change
		for _, o := range s.Overrides {
			if in, is := now[o.Input]; is {
				own = append(own, calc.Change{Row: calc.ID(o.Input), Leaf: rows.Leaf(in, merged(*in.Figure, o.Figure), p.Axis())})
			}
		}
		next.states[s.ID] = state.On(next.Model, ids, own...)
	}
	findings := next.seen(checked)
	if plan.Refused(findings) {
		return nil, findings, true
	}
	return &next, findings, true
}

// alike tells whether two inputs ask for the same, whatever is answered.
func alike(a, b plan.Input) bool {
	return a.ID == b.ID && a.Kind == b.Kind && a.Shape == b.Shape && a.Unit == b.Unit && a.Name == b.Name && a.Field == b.Field
}

// forecasts tells whether more than the graph is read from an input: a driver carried
// on from its history.
func forecasts(p *plan.Plan, in plan.Input) bool {
	if in.Field != "history" {
		return false
	}
	return slices.ContainsFunc(p.Drivers, func(d plan.Driver) bool {
		return "drivers/"+d.ID+"/history" == in.ID && (d.Future.Kind == "fit" || d.Future.Kind == "compound")
	})
}
