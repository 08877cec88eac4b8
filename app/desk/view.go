package desk

import (
	"slices"

	"outrigger/app/words"
	"outrigger/model/budget"
	"outrigger/model/calc"
	"outrigger/model/money"
	"outrigger/model/plan"
	"outrigger/model/span"
)

// viewer turns the open document into what the page shows.
type viewer struct {
	*document
	say      words.Reader
	scenario string
	state    *calc.State // nil: the plan cannot be calculated
}

// known gives the scenario if the plan has it, else the base case.
func known(p *plan.Plan, scenario string) string {
	if slices.ContainsFunc(p.Scenarios, func(s plan.Scenario) bool { return s.ID == scenario }) {
		return scenario
	}
	return ""
}

// view needs the lock.
func (d *Desk) view(r Reading) View {
	v := View{
		Revision: d.revision,
		Years:    []YearHead{}, Scenarios: []Choice{}, Chain: []Step{}, Story: []Figure{}, Findings: []Finding{},
		News: News{Whole: []Page{}, Chart: Drawing{Lines: []Series{}, Columns: []Series{}}, Cells: []CellNews{}},
	}
	if d.open == nil {
		return v
	}
	p := d.open.plan
	w := viewer{document: d.open, say: d.say(r.Language), scenario: known(p, r.Scenario)}
	if w.calced != nil {
		w.state = w.calced.State(w.scenario)
	}
	v.Open, v.Title, v.Post, v.Illustrative = true, p.Title, p.Post.Name, p.Illustrative
	if w.file != nil || w.uploaded {
		v.File = w.name
	}
	v.Saved, v.CanUndo, v.CanRedo = w.plan == w.saved, len(w.undo) > 0, len(w.redo) > 0
	v.Currency, v.Donor = p.Money.Currency, budget.DonorCurrency(p)
	for _, year := range p.Axis().Years() {
		v.Years = append(v.Years, YearHead{int(year), w.label(year), year <= p.Years.LastActual})
	}
	v.Scenario = w.scenario
	for _, s := range p.Scenarios {
		v.Scenarios = append(v.Scenarios, Choice{s.ID, s.Name})
	}
	v.Chain, v.Story, v.Findings = w.chain(), w.story(), w.points()
	v.News = d.news(Reading{r.Language, w.scenario, r.Page, r.Stamp}, w)
	return v
}

func (w viewer) label(year span.Year) string { return year.Label(w.plan.Years.StartMonth) }

// value reads one figure; false if there is none.
func (w viewer) value(id calc.ID, year span.Year) (money.Number, bool) {
	if w.state == nil {
		return money.Number{}, false
	}
	return w.state.Value(id, year)
}

func (w viewer) single(id calc.ID) (money.Number, bool) { return w.value(id, w.plan.Years.First) }
