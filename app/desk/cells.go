package desk

import (
	"slices"

	"outrigger/app/words"
	"outrigger/model/calc"
	"outrigger/model/money"
	"outrigger/model/plan"
	"outrigger/model/span"
)

// pager makes the pages of the open plan.
type pager struct {
	viewer
	ledger ledger
	nouns  words.Nouns
	slots  slots
}

func (d *Desk) pager(r PageRequest) pager {
	w := viewer{document: d.open, say: d.say(r.Language), scenario: known(d.open.plan, r.Scenario)}
	if w.calced != nil {
		w.state = w.calced.State(w.scenario)
	}
	return d.paging(w, r.Language)
}

func (d *Desk) paging(w viewer, language string) pager {
	return pager{w, w.document.inputs(), words.NounsOf(w.plan), d.slots(language, w.plan)}
}

func (w pager) row(id calc.ID) *calc.Row {
	if w.state == nil {
		return nil
	}
	return w.state.Model().Row(id)
}

var none = GridCell{Kind: "none"}

func label(text string) GridCell { return GridCell{Kind: "none", Text: text} }

// unassumed are fields of inputs for which nothing is taken where nothing is given.
var unassumed = []string{"wage", "employees", "it_spend", "revenue", "training"}

// given is an input in one year, or its one value in year 0.
func (w pager) given(id string, year span.Year) GridCell {
	in, known := w.ledger.of[id]
	if !known {
		return none
	}
	cell := w.input(in, year)
	if w.ledger.base[id] && w.scenario != "" {
		cell.Kind, cell.Input = "calculated", ""
	}
	if !in.Required && !slices.Contains(unassumed, in.Field) {
		cell.Placeholder = w.typed(in, in.Default)
	}
	return cell
}

// typed writes an input as one types it: a year is no count and has no separators.
func (w viewer) typed(in plan.Input, n money.Number) string {
	switch in.Kind {
	case plan.Share, plan.Growth:
		return w.say.Percent(n, -1)
	case plan.InYear:
		return money.Canonical(n)
	}
	return w.say.Number(n, -1)
}

// input shows an input in one year, as the scenario has it.
func (w viewer) input(in plan.Input, year span.Year) GridCell {
	cell := GridCell{Kind: "figure", Input: in.ID, Year: int(year), Row: in.ID, Grade: string(in.Figure.Grade)}
	n, given := at(*in.Figure, year)
	for _, s := range w.plan.Scenarios {
		if s.ID != w.scenario {
			continue
		}
		for _, o := range s.Overrides {
			if over, is := at(o.Figure, year); is && o.Input == in.ID {
				n, given, cell.Overridden = over, true, true
				if o.Grade != "" {
					cell.Grade = string(o.Grade)
				}
			}
		}
	}
	if !given {
		return cell
	}
	if cell.Grade == "" && !in.Decision { // what is decided needs no evidence
		cell.Grade = string(plan.Placeholder) // nobody vouches for it
	}
	cell.Value, cell.Text = money.Canonical(n), w.typed(in, n)
	return cell
}

// at gives what a figure says of a year: the year's own value before the one for
// all.
func at(f plan.Figure, year span.Year) (money.Number, bool) {
	if n, given := f.Years[year]; given {
		return n, true
	}
	if f.Value != nil {
		return *f.Value, true
	}
	return money.Number{}, false
}

// once is the one value of an input.
func (w pager) once(id string) GridCell { return w.given(id, 0) }

// calculated is a figure of the graph, empty where there is none.
func (w pager) calculated(id calc.ID, year span.Year) GridCell {
	cell := GridCell{Kind: "calculated"}
	row := w.row(id)
	n, ok := w.value(id, year)
	if row == nil || !ok {
		return cell
	}
	cell.Row, cell.Year, cell.Value = string(id), int(year), money.Canonical(n)
	cell.Text = w.say.Value(row, n, w.plan.Years.StartMonth)
	return cell
}

// total is a row of one figure.
func (w pager) total(id calc.ID) GridCell { return w.calculated(id, w.plan.Years.First) }

// line is a row of the graph in every year; planned leaves the actual years empty,
// where the row says nothing.
func (w pager) line(id calc.ID, planned bool) []GridCell {
	cells := []GridCell{}
	for _, year := range w.plan.Axis().Years() {
		if planned && year <= w.plan.Years.LastActual {
			cells = append(cells, none)
		} else {
			cells = append(cells, w.calculated(id, year))
		}
	}
	return cells
}

// inputs is a line of inputs: in every year the one that speaks for it, else the
// row's figure, else nothing.
func (w pager) inputs(row calc.ID, ids ...string) []GridCell {
	axis, cells := w.plan.Axis(), []GridCell{}
	for _, year := range axis.Years() {
		cell := none
		if row != "" {
			cell = w.calculated(row, year)
		}
		for _, id := range ids {
			if in, known := w.ledger.of[id]; known && slices.Contains(in.Span(axis), year) {
				cell = w.given(id, year)
			}
		}
		cells = append(cells, cell)
	}
	return cells
}

// empty is a line without figures by year.
func (w pager) empty() []GridCell {
	cells := []GridCell{}
	for range w.plan.Axis().Years() {
		cells = append(cells, none)
	}
	return cells
}

// text is a text of the plan.
func (w pager) text(place string) GridCell {
	s, known := w.slots.find(place)
	if !known {
		return none
	}
	return GridCell{Kind: "text", Place: place, Text: s.text, Value: s.text}
}

// choice is a choice; the column's choices say what it is called.
func (w pager) choice(place string, choices []Choice) GridCell {
	s, known := w.slots.find(place)
	if !known {
		return none
	}
	return GridCell{Kind: "choice", Place: place, Text: named(choices, s.text), Value: s.text}
}

func named(choices []Choice, id string) string {
	for _, c := range choices {
		if c.ID == id {
			return c.Name
		}
	}
	return id
}

// series is a row as a line or columns of a chart.
func (w pager) series(id string, name string, row calc.ID, planned bool) Series {
	s := Series{id, name, []string{}, string(row)}
	for _, year := range w.plan.Axis().Years() {
		n, ok := w.value(row, year)
		if !ok || planned && year <= w.plan.Years.LastActual {
			s.Points = append(s.Points, "")
			continue
		}
		s.Points = append(s.Points, money.Canonical(n))
	}
	return s
}

// beside is the unit to stand beside a row's figure; empty where the figure says it
// itself: 12 %, 2027, yes.
func (w pager) beside(row *calc.Row) string {
	switch row.Show {
	case calc.ShowShare, calc.ShowYear, calc.ShowYesNo:
		return ""
	}
	return w.say.Unit(row, w.nouns)
}

// unit says what an input is counted in.
func (w pager) unit(id string) string {
	in := w.ledger.of[id]
	switch in.Kind {
	case plan.People:
		return w.word("unit.person")
	case plan.Hours:
		return w.word("unit.hour")
	case plan.Days:
		return w.word("unit.day")
	case plan.Months:
		return w.word("unit.month")
	case plan.Lifetime:
		return w.word("unit.year")
	case plan.Share:
		return "%"
	case plan.Growth:
		return w.word("desk.unit.growth")
	}
	return in.Unit
}
