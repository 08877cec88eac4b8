package desk

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"outrigger/model/calc"
	"outrigger/model/money"
	"outrigger/model/plan"
	"outrigger/model/span"
)

// Compare sets a scenario beside the base case: the headline figures of both, and
// the inputs in which they differ.
func (d *Desk) Compare(r ScenarioRequest) (Comparison, error) {
	return guard(d, "Compare", r.Language, func() (Comparison, error) {
		d.mu.Lock()
		defer d.mu.Unlock()
		if d.open == nil {
			return Comparison{}, d.fault(r.Language, "nothing_open", nil)
		}
		s := item(d.open.plan.Scenarios, r.Scenario, scenarioID)
		if s == nil {
			return Comparison{}, d.fault(r.Language, "no_scenario", map[string]string{"name": r.Scenario})
		}
		base := d.pager(PageRequest{Language: r.Language})
		other := d.pager(PageRequest{Language: r.Language, Scenario: r.Scenario})
		return Comparison{Base: base.word("desk.base"), Other: s.Name, Rows: base.against(other), Cells: other.changes()}, nil
	})
}

// against sets every headline figure of two readings side by side: what it amounts
// to over the planned years, or where it stands in the last one.
func (w pager) against(other pager) []ComparisonRow {
	all := []ComparisonRow{}
	if w.state == nil {
		return all
	}
	for _, h := range w.headlines() {
		id, year := h.id, w.plan.Years.Last
		when := w.label(year)
		if h.total != "" {
			id, when = h.total, ""
		}
		if w.state.Model().Once(id) {
			when = ""
		}
		row := w.row(id)
		a, ok := w.value(id, year)
		b, ok2 := other.value(id, year)
		if row == nil || !ok || !ok2 {
			continue
		}
		line := ComparisonRow{
			Row: string(id), Label: w.called(row), When: when, Unit: w.beside(row),
			Base: w.say.Value(row, a, w.plan.Years.StartMonth), Other: w.say.Value(row, b, w.plan.Years.StartMonth),
		}
		w.difference(&line, row, a, b)
		all = append(all, line)
	}
	return all
}

// difference says how far the scenario is from the base: in the figure's own unit,
// and as a part of the base where that has a meaning.
func (w pager) difference(line *ComparisonRow, row *calc.Row, base, other money.Number) {
	if row.Show == calc.ShowYear || row.Show == calc.ShowYesNo {
		return
	}
	change, err := other.Sub(base)
	if err != nil {
		return
	}
	line.Difference = w.plus(change, w.say.Value(row, change, w.plan.Years.StartMonth))
	if row.Show == calc.ShowShare || base.IsZero() {
		return
	}
	if part, err := change.Quo(base.Abs()); err == nil {
		line.Percent = w.plus(part, w.say.Percent(part, 1))
	}
}

// plus sets a sign before what rises.
func (w viewer) plus(n money.Number, text string) string {
	switch {
	case !n.IsPos():
		return text
	case w.say.RTL():
		return "\u200e+" + text
	}
	return "+" + text
}

// changes lists what the scenario changes, by input and year.
func (w pager) changes() []ComparisonCell {
	all := []ComparisonCell{}
	base, tell := w, newTeller(w.say, w.plan)
	base.scenario = ""
	s := item(w.plan.Scenarios, w.scenario, scenarioID)
	for _, o := range s.Overrides {
		in, known := w.ledger.of[o.Input]
		if !known {
			continue
		}
		years := slices.Sorted(maps.Keys(o.Years))
		if o.Value != nil {
			years = append([]span.Year{0}, years...)
		}
		for _, year := range years {
			place := o.Input
			if year != 0 {
				place += "/" + strconv.Itoa(int(year))
			}
			cell := ComparisonCell{Input: o.Input, Year: int(year), Base: base.asGiven(in, year), Other: w.asGiven(in, year)}
			cell.Label, _ = tell.place(place)
			all = append(all, cell)
		}
	}
	return all
}

// asGiven is an input in one year; in year 0 its one value, or those of all its
// years.
func (w pager) asGiven(in plan.Input, year span.Year) string {
	if text := w.input(in, year).Text; text != "" || year != 0 {
		return text
	}
	texts := []string{}
	for _, y := range in.Span(w.plan.Axis()) {
		if text := w.input(in, y).Text; text != "" {
			texts = append(texts, text)
		}
	}
	return strings.Join(texts, w.say.Formats().List)
}
