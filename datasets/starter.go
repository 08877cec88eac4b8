package datasets

import (
	_ "embed"
	"encoding/json"
	"fmt"

	"outrigger/model/plan"
	"outrigger/model/span"
)

// names are what the things of the English sample are called in languages that have no
// sample of their own, by language and English name.
//
//go:embed samples/names.json
var names []byte

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
	p.Doubt = plan.Doubt{} // links between figures that are not there
	p.Scenarios, p.Sources, p.Log, p.Mappings = []plan.Scenario{}, []plan.Source{}, []plan.LogEntry{}, []plan.Mapping{}
	p.Money = plan.Money{Currency: country.Currency, Donor: s.Donor, Rates: []plan.Rate{}}
	if s.Donor != "" && s.Donor != country.Currency {
		p.Money.Rates = append(p.Money.Rates, plan.Rate{Currency: s.Donor})
	}
	p.Losses, p.Measures, p.Portfolio = []plan.Loss{}, []plan.Measure{}, plan.Portfolio{} // the catalogue offers them when the post gets there
	p.Project = plan.Project{}
	p.Readiness = []plan.Assessment{} // the post judges itself
	p.Prices = plan.Prices{Inflation: plan.Inflation{From: "country"}}
	empty(p)
	if s.Like == "vanuatu" {
		if err := call(p, s.Language); err != nil {
			return nil, err
		}
	}
	return p, nil
}

// call names the things of a plan in its own language, where that has names for them.
func call(p *plan.Plan, language string) error {
	var all map[string]map[string]string
	if err := json.Unmarshal(names, &all); err != nil {
		return fmt.Errorf("datasets: names.json: %w", err)
	}
	for _, text := range called(p) {
		if name, known := all[language][*text]; known {
			*text = name
		}
	}
	return nil
}

// called are all texts of a plan by which its things and what they count are called.
func called(p *plan.Plan) []*string {
	var all []*string
	for i := range p.Drivers {
		all = append(all, &p.Drivers[i].Name, &p.Drivers[i].Unit)
	}
	for i := range p.Team.Roles {
		r := &p.Team.Roles[i]
		all = append(all, &r.Name)
		for j := range r.Support {
			all = append(all, &r.Support[j].Name)
		}
		for j := range r.Additional {
			all = append(all, &r.Additional[j].Name)
		}
	}
	for i := range p.Activities {
		all = append(all, &p.Activities[i].Name)
	}
	for i := range p.Lines {
		all = append(all, &p.Lines[i].Name, &p.Lines[i].Unit)
	}
	for i := range p.Funding {
		all = append(all, &p.Funding[i].Name)
	}
	return all
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
