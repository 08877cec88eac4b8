package chain

import (
	"slices"

	"outrigger/model/calc"
	"outrigger/model/money"
	"outrigger/model/plan"
	"outrigger/model/rows"
)

// Reading reads the case with the figures of a plan that differs from the case's own in
// figures only. What was fitted, drawn or chosen for the case stays as it is: a
// spreadsheet whose inputs are changed shows just that. Nil if the scenario is not the
// plan's.
func (c *Case) Reading(scenario string, changed *plan.Plan) *calc.State {
	if c.states[scenario] == nil {
		return nil
	}
	over := map[string]plan.Figure{}
	for _, s := range changed.Scenarios {
		if s.ID == scenario {
			for _, o := range s.Overrides {
				over[o.Input] = o.Figure
			}
		}
	}
	var changes []calc.Change
	for _, in := range plan.Inputs(changed) {
		figure := *in.Figure
		if o, has := over[in.ID]; has {
			figure = merged(figure, o)
		}
		changes = append(changes, calc.Change{Row: calc.ID(in.ID), Leaf: rows.Leaf(in, figure, c.Plan.Axis())})
	}
	if id := c.Funding.Chosen; id != "" {
		at := 1 + slices.IndexFunc(changed.Project.Packages, func(p plan.Package) bool { return p.ID == changed.Project.Package })
		leaf := *c.Model.Row(id).Leaf
		leaf.Values = []money.Number{money.Int(at)}
		changes = append(changes, calc.Change{Row: id, Leaf: leaf})
	}
	return c.Model.State(changes...)
}
