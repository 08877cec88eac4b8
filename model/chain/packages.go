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

// mayApply is how the rules of who may apply stand for a project that begins and ends on
// one day, by the rule that decides.
func (c *Case) mayApply(scenario string, number int, who funding.Applicant, day string) funding.Verdict {
	state := c.AimedAt(scenario, number)
	if state == nil {
		return funding.Verdict{}
	}
	return funding.MayApply(funding.Asking{
		Package: c.Plan.Project.Packages[number-1], Applicant: who, Day: day, Start: day, End: day, Rows: c.Funding, State: state,
	})
}

// Eligible tells whether the post may apply to one of the plan's funding packages today,
// and whether it still might on the project's last day, by the rules of who may apply: status,
// country and income. Empty: the package states no such rule, or there is no such package.
func (c *Case) Eligible(scenario string, number int, who funding.Applicant, day string) (today, throughout funding.State) {
	_, last, _ := funding.Span(c.Plan)
	today = c.mayApply(scenario, number, who, day).State
	if today != funding.Met {
		return today, today // it cannot hold until the end what does not hold now
	}
	return today, c.mayApply(scenario, number, who, last).State
}

// Barred tells whether one of the plan's packages, by number from 1, cannot be asked at
// all, and the rule that says so: the post may not apply today, or no currency of the
// package can be converted.
func (c *Case) Barred(scenario string, number int, who funding.Applicant, day string) (funding.Verdict, bool) {
	if v := c.mayApply(scenario, number, who, day); v.State == funding.Unmet {
		return v, true
	}
	for _, v := range c.Judged(scenario, number, who, day) {
		if v.Rule.Kind == "currency" && v.State == funding.Unmet &&
			!slices.ContainsFunc(v.Rule.Any, func(code string) bool { return funding.Convertible(c.Plan, code) }) {
			return v, true
		}
	}
	return funding.Verdict{}, false
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
