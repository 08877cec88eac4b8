package datasets

import (
	"fmt"

	"outrigger/model/plan"
	"outrigger/model/span"
)

// Starter is what a new plan begins with: whose it is, and its years.
type Starter struct {
	Post, Title, Language string
	Country               string // ISO 3166-1 alpha-3
	Donor                 string // ISO 4217; empty: the country's own currency
	First, LastActual     span.Year
	Last                  span.Year
	StartMonth            int
	Like                  string // the sample whose drivers, roles, activities and lines it begins with
}

// Plan gives a plan with the structure of a sample and none of its figures: what a
// post usually counts, does and buys, to be filled in, cut or added to. Country,
// currency and published prices come from the reference data. Errors name an
// unknown country or sample.
func (d *Data) Plan(s Starter) (*plan.Plan, error) {
	country, known := d.Countries.ByISO3(s.Country)
	if !known {
		return nil, fmt.Errorf("datasets: no country %q", s.Country)
	}
	data, err := Sample(s.Like)
	if err != nil {
		return nil, err
	}
	p, findings := plan.Parse(data)
	if plan.Refused(findings) {
		return nil, fmt.Errorf("datasets: sample %s: %v", s.Like, findings)
	}
	p.Title, p.Language, p.Illustrative = s.Title, s.Language, false
	p.Post = plan.Post{Name: s.Post, Country: s.Country}
	p.Years = plan.Years{First: s.First, LastActual: s.LastActual, Last: s.Last, StartMonth: s.StartMonth}
	p.Scenarios, p.Sources, p.Log, p.Mappings = []plan.Scenario{}, []plan.Source{}, []plan.LogEntry{}, []plan.Mapping{}
	p.Money = plan.Money{Currency: country.Currency, Donor: s.Donor, Rates: []plan.Rate{}}
	if s.Donor != "" && s.Donor != country.Currency {
		p.Money.Rates = append(p.Money.Rates, plan.Rate{Currency: s.Donor})
	}
	p.Prices = plan.Prices{Inflation: plan.Inflation{From: "country"}}
	empty(p)
	return p, nil
}

// empty takes out every figure, and what only the sample's own currencies and
// years meant. Allowances and lives keep their place in the plan by a placeholder,
// because a plan without one does not ask for it.
func empty(p *plan.Plan) {
	for _, in := range plan.Inputs(p) {
		switch in.Field {
		case "life", "contingency", "support_of":
			*in.Figure = plan.Figure{Value: in.Figure.Value, Grade: plan.Placeholder}
		default:
			*in.Figure = plan.Figure{}
		}
	}
	for i := range p.Team.Roles {
		p.Team.Roles[i].WageAt = p.Years.LastActual
	}
	for i := range p.Lines {
		l := &p.Lines[i]
		l.Currency, l.PriceYear, l.Note, l.Objective = "", p.Years.LastActual, "", ""
	}
	for i := range p.Funding {
		p.Funding[i].Currency, p.Funding[i].Letter = "", ""
	}
}
