package chain

import (
	"slices"

	"outrigger/model/calc"
	"outrigger/model/funding"
	"outrigger/model/money"
)

// AimedAt reads the plan with another of its funding packages chosen, by number from 1.
// Only the donor's budget changes. Nil if the scenario or the package is not the plan's.
func (c *Case) AimedAt(scenario string, number int) *calc.State {
	state := c.states[scenario]
	if state == nil || number < 1 || number > len(c.Funding.Packages) {
		return nil
	}
	now, _ := state.Single(c.Funding.Chosen)
	if now.Equal(money.Int(number)) {
		return state
	}
	leaf := *c.Model.Row(c.Funding.Chosen).Leaf
	leaf.Values = []money.Number{money.Int(number)}
	return state.On(c.Model, []calc.ID{c.Funding.Chosen}, calc.Change{Row: c.Funding.Chosen, Leaf: leaf})
}

// Judged tells how the rules of one of the plan's funding packages stand in a scenario.
// It fills in what the plan says; who applies and on which day is the caller's to say.
func (c *Case) Judged(scenario string, number int, who funding.Applicant, day string) []funding.Verdict {
	state := c.AimedAt(scenario, number)
	if state == nil {
		return nil
	}
	a := funding.Asking{
		Package: c.Plan.Project.Packages[number-1], Applicant: who, Day: day, Currency: c.donor(),
		Convert: func(code string) bool { return funding.Convertible(c.Plan, code) },
		Rows:    c.Funding, State: state,
	}
	a.Start, a.End, a.Months = funding.Span(c.Plan)
	return funding.Judge(a)
}

// Eligible tells whether the post may apply to one of the plan's funding packages today,
// and whether it still might on the project's last day, by the rules of who may apply: status,
// country and income. Empty: the package states no such rule, or there is no such package.
func (c *Case) Eligible(scenario string, number int, who funding.Applicant, day string) (today, throughout funding.State) {
	state := c.AimedAt(scenario, number)
	if state == nil {
		return "", ""
	}
	a := funding.Asking{Package: c.Plan.Project.Packages[number-1], Applicant: who, Day: day, Start: day, End: day, Rows: c.Funding, State: state}
	today = funding.MayApply(a)
	_, last, _ := funding.Span(c.Plan)
	a.Day, a.Start, a.End = last, last, last
	if throughout = funding.MayApply(a); today != funding.Met {
		throughout = today // it cannot hold until the end what does not hold now
	}
	return today, throughout
}

func (c *Case) donor() string {
	if c.Plan.Money.Donor != "" {
		return c.Plan.Money.Donor
	}
	return c.Plan.Money.Currency
}

// ChosenPackage is the number of the package the plan aims at; 0 if it aims at none.
func (c *Case) ChosenPackage() int {
	return 1 + slices.IndexFunc(c.Funding.Packages, func(s funding.Stated) bool { return s.ID == c.Plan.Project.Package })
}
