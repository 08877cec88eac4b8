package desk

import (
	"outrigger/model/money"
	"outrigger/model/plan"
)

// ledger is every figure of a plan that a person may change: the inputs that its
// choices make use of, and those that come into use when they are given.
type ledger struct {
	plan *plan.Plan
	used []plan.Input // those that the choices make use of, in the order of the plan
	of   map[string]plan.Input
	base map[string]bool // of the base case only: no scenario can change it yet
}

func ledgerOf(p *plan.Plan) ledger {
	l := ledger{p, plan.Inputs(p), map[string]plan.Input{}, map[string]bool{}}
	for _, in := range l.used {
		l.of[in.ID] = in
	}
	late := func(in plan.Input) {
		if _, used := l.of[in.ID]; !used {
			l.of[in.ID], l.base[in.ID] = in, true
		}
	}
	nought := money.Int(0)
	late(plan.Input{ID: "post/employees", Figure: &p.Post.Employees, Kind: plan.Count, Min: &nought, Field: "employees"})
	for _, in := range plan.Compared(p) {
		late(in)
	}
	for i := range p.Lines {
		n := &p.Lines[i]
		late(plan.Input{ID: "lines/" + n.ID + "/life", Figure: &n.Life, Kind: plan.Lifetime, Required: true, Name: n.Name, Field: "life"})
		late(plan.Input{ID: "lines/" + n.ID + "/contingency", Figure: &n.Contingency, Kind: plan.Share, Name: n.Name, Field: "contingency"})
	}
	for i := range p.Losses {
		n := &p.Losses[i]
		late(plan.Input{ID: "losses/" + n.ID + "/backlog", Figure: &n.Backlog, Kind: plan.Share, Min: &nought, Name: n.Name, Field: "loss_backlog"})
	}
	for i := range p.Measures {
		m := &p.Measures[i]
		for j := range m.Costs {
			n := &m.Costs[j]
			at := "measures/" + m.ID + "/costs/" + n.ID
			late(plan.Input{ID: at + "/life", Figure: &n.Life, Kind: plan.Lifetime, Required: true, Name: n.Name, Field: "life"})
			late(plan.Input{ID: at + "/contingency", Figure: &n.Contingency, Kind: plan.Share, Name: n.Name, Field: "contingency"})
		}
		for j := range m.Effects {
			e := &m.Effects[j]
			late(plan.Input{ID: "measures/" + m.ID + "/effects/" + e.ID + "/later", Figure: &e.Later, Kind: plan.Share, Name: e.Name, Field: "effect_later"})
		}
	}
	if len(p.Measures) > 0 {
		late(plan.Input{ID: "portfolio/starts", Figure: &p.Portfolio.Starts, Kind: plan.Count, Field: "portfolio_starts"})
	}
	for i := range p.Team.Roles {
		r := &p.Team.Roles[i]
		for j := range r.Support {
			s := &r.Support[j]
			kind := plan.Hours
			if s.Unit == "days" {
				kind = plan.Days
			}
			late(plan.Input{ID: "roles/" + r.ID + "/support/" + s.ID + "/of", Figure: &s.Of, Kind: kind, Required: true, Name: r.Name + ": " + s.Name, Field: "support_of"})
		}
	}
	return l
}

// named finds an input that the plan's choices make use of.
func (l ledger) named(id string) (plan.Input, bool) {
	if l.base[id] {
		return plan.Input{}, false
	}
	in, is := l.of[id]
	return in, is
}
