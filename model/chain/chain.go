// Package chain puts the blocks together: drivers, workload, staffing, budget,
// financing, and the headline figures drawn from them. Nothing else knows their
// order.
package chain

import (
	"errors"
	"fmt"
	"slices"

	"outrigger/model/budget"
	"outrigger/model/calc"
	"outrigger/model/drivers"
	"outrigger/model/financing"
	"outrigger/model/funding"
	"outrigger/model/money"
	"outrigger/model/plan"
	"outrigger/model/portfolio"
	"outrigger/model/risk"
	"outrigger/model/rows"
	"outrigger/model/span"
	"outrigger/model/staffing"
	"outrigger/model/workload"
)

// Case is a plan, calculated: its graph and its reading in the base case and in
// every scenario.
type Case struct {
	Plan      *plan.Plan
	Facts     plan.Facts
	Model     *calc.Model
	Drivers   drivers.Handles
	Workload  workload.Handles
	Staffing  staffing.Handles
	Budget    budget.Handles
	Financing financing.Handles
	Portfolio portfolio.Handles
	Measures  financing.Measures
	Funding   funding.Handles
	Ties      funding.Ties
	Risk      risk.Handles
	Worth     Worth

	Mismatch         calc.ID // workload index ÷ real budget index
	PlaceholderShare calc.ID // share of the need that rests on placeholders

	states map[string]*calc.State // by scenario id; "" is the base case
	advice *advised
}

// Build calculates a plan that Check accepts. Findings come back if a figure is
// beyond what can be kept or a rule that only figures can show is broken; the case
// is nil if one of them is more than a warning.
func Build(p *plan.Plan, facts plan.Facts) (*Case, []plan.Finding) {
	findings := plan.Check(p)
	if plan.Refused(findings) {
		return nil, findings
	}
	c := &Case{Plan: p, Facts: facts, advice: &advised{}}
	b := c.write()
	first, err := b.Build()
	if err != nil {
		return nil, append(findings, unbuilt(err))
	}
	// Which costs rest on placeholders is known once evidence has run through the
	// graph; their share is then a row like any other.
	c.placeholders(b, first.State())
	if c.Model, err = b.Build(); err != nil {
		return nil, append(findings, unbuilt(err))
	}
	c.states = map[string]*calc.State{"": c.Model.State()}
	for _, s := range p.Scenarios {
		c.states[s.ID] = c.Model.State(c.changes(s)...)
	}
	if findings = c.seen(findings); plan.Refused(findings) {
		return nil, findings
	}
	return c, findings
}

// seen adds to what Check found what only the figures show.
func (c *Case) seen(findings []plan.Finding) []plan.Finding {
	all := append(slices.Clone(findings), c.verify("")...)
	for _, s := range c.Plan.Scenarios {
		all = append(all, c.verify(s.ID)...)
	}
	return append(all, c.contradictions()...)
}

func unbuilt(err error) plan.Finding {
	f := plan.Finding{Code: "plan.graph", Args: map[string]string{"detail": err.Error()}}
	var row *calc.RowError
	if errors.As(err, &row) {
		f.Place = string(row.Row)
	}
	return f
}

func (c *Case) write() *calc.Book {
	b := calc.NewBook(c.Plan.Axis())
	base := financing.Base(c.Plan)
	rows.Write(b, c.Plan)
	c.Drivers = drivers.Write(b, c.Plan, c.Facts)
	c.Portfolio = portfolio.Write(b, c.Plan, c.Drivers)
	c.Workload = workload.Write(b, c.Plan, c.Drivers, c.Portfolio, base)
	c.Staffing = staffing.Write(b, c.Plan, c.Workload)
	c.Budget = budget.Write(b, c.Plan, c.Facts, c.Staffing, c.Portfolio)
	c.Financing = financing.Write(b, c.Plan, c.Budget)
	c.Measures = financing.WriteMeasures(b, c.Plan, c.Budget, c.Workload, c.Portfolio)
	c.Funding = funding.Write(b, c.Plan, c.Financing)
	c.Ties = funding.WriteTies(b, c.Plan, c.Budget)
	c.Risk = risk.Write(b, c.Plan, risk.From{Drivers: c.Drivers, Chosen: c.Portfolio, Staffing: c.Staffing, Prices: c.Budget.Index})
	c.Worth = c.worth(b)
	c.Mismatch = b.Add(calc.Row{
		ID: "headlines/mismatch", Section: "workload/mismatch", Show: calc.ShowTimes, Headline: true,
		Label: calc.Label{Key: "row.headline.mismatch"},
		Expr:  calc.Div(calc.Ref(c.Workload.Index), calc.Ref(c.Financing.Index), calc.Zero()),
	})
	return b
}

func (c *Case) placeholders(b *calc.Book, s *calc.State) {
	var unknown []calc.ID
	for _, line := range c.Budget.Lines {
		if s.Evidence(line.Local) == calc.Placeholder {
			unknown = append(unknown, line.Local)
		}
	}
	for _, m := range c.Plan.Measures {
		for _, cost := range c.Budget.Measures[m.ID] { // one that is not chosen costs nothing, until it is
			if s.Evidence(cost.Raw) == calc.Placeholder && !slices.Contains(unknown, cost.Local) {
				unknown = append(unknown, cost.Local)
			}
		}
	}
	code := c.Plan.Money.Currency
	sum := b.Add(calc.Row{
		ID: "headlines/placeholder_need", Section: "budget/total", Unit: calc.Unit(code), Show: calc.ShowMoney, Currency: code,
		Label: calc.Label{Key: "row.headline.placeholder_need", Args: map[string]string{"currency": code}}, Expr: calc.Sum(unknown...),
	})
	all := b.Add(calc.Row{
		ID: "headlines/placeholder_total", Section: "budget/total", Unit: calc.Unit(code), Show: calc.ShowMoney, Currency: code,
		Label: calc.Label{Key: "row.headline.placeholder_total", Args: map[string]string{"currency": code}}, Expr: calc.Total(sum),
	})
	c.PlaceholderShare = b.Add(calc.Row{
		ID: "headlines/placeholder_share", Section: "budget/total", Show: calc.ShowShare, Headline: true,
		Label: calc.Label{Key: "row.headline.placeholder_share"},
		Expr:  calc.Div(calc.Ref(all), calc.Ref(c.Financing.NeedTotal.Local), calc.Zero()),
	})
}

func (c *Case) changes(s plan.Scenario) []calc.Change {
	inputs := map[string]plan.Input{}
	for _, in := range plan.Inputs(c.Plan) {
		inputs[in.ID] = in
	}
	var changes []calc.Change
	for _, o := range s.Overrides {
		in := inputs[o.Input]
		changes = append(changes, calc.Change{Row: calc.ID(o.Input), Leaf: rows.Leaf(in, merged(*in.Figure, o.Figure), c.Plan.Axis())})
	}
	return changes
}

// merged lays an override over the base figure: a value replaces all of it, single
// years replace those years only.
func merged(base, over plan.Figure) plan.Figure {
	if over.Grade == "" {
		over.Grade, over.Source = base.Grade, base.Source
	}
	if over.Value != nil {
		return over
	}
	years := map[span.Year]money.Number{}
	for year, n := range base.Years {
		years[year] = n
	}
	for year, n := range over.Years {
		years[year] = n
	}
	over.Value, over.Years = base.Value, years
	return over
}

// verify reports what only the figures show.
func (c *Case) verify(scenario string) []plan.Finding {
	var found []plan.Finding
	s := c.states[scenario]
	add := func(code string, place calc.ID, args map[string]string) {
		args["scenario"] = scenario
		found = append(found, plan.Finding{Code: "plan." + code, Place: string(place), Args: args})
	}
	for _, o := range s.Overflows() {
		add("overflow", o.Row, map[string]string{"year": fmt.Sprint(o.Year)})
		break // what depends on it would only repeat it
	}
	for _, r := range c.Plan.Team.Roles {
		if cas, _ := s.Single(calc.ID("staffing/" + r.ID + "/cas")); cas.Cmp(money.Int(1)) >= 0 {
			add("support_full", calc.ID("roles/"+r.ID+"/support"), map[string]string{"role": r.Name, "share": money.Canonical(cas)})
		}
		if awt, _ := s.Single(calc.ID("staffing/" + r.ID + "/awt")); !awt.IsPos() {
			add("no_working_time", calc.ID("roles/"+r.ID+"/time"), map[string]string{"role": r.Name})
		}
	}
	return found
}

// State gives the reading of a scenario, "" for the base case; nil if the plan has
// no such scenario.
func (c *Case) State(scenario string) *calc.State { return c.states[scenario] }

// Value reads one figure in one scenario.
func (c *Case) Value(id calc.ID, year span.Year, scenario string) (money.Number, bool) {
	s := c.states[scenario]
	if s == nil {
		return money.Number{}, false
	}
	return s.Value(id, year)
}
