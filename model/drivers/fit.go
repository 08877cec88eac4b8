package drivers

import (
	"math"

	"outrigger/model/calc"
	"outrigger/model/forecast"
	"outrigger/model/money"
	"outrigger/model/plan"
	"outrigger/model/rows"
	"outrigger/model/span"
)

// Fit is a driver whose future is forecast from its history: three rows of figures
// that no formula gives, marked as such. The forecast is that of the base case's
// history; a scenario that wants another future states it.
type Fit struct {
	Driver         string
	Mid, Low, High calc.ID // rows by planned year; Low and High are the 10th and 90th percentile
	Result         forecast.Result
}

// fitPlaces is to how many places a forecast is kept. More would vouch for nothing.
const fitPlaces = 4

func fit(b *calc.Book, p *plan.Plan, facts plan.Facts, d plan.Driver) Fit {
	id := calc.ID("drivers/" + d.ID)
	planned := b.Axis.Planned()
	f := Fit{Driver: d.ID, Mid: id + "/fit", Low: id + "/fit_low", High: id + "/fit_high"}
	// A history that says nothing is refused by plan.Check; the rows are there all the
	// same, so that the graph is whole.
	result, err := forecast.Project(counts(d.History, p.Years.LastActual), max(1, len(planned)), facts.Forecast)
	if err == nil {
		f.Result = result
	}
	for _, row := range []struct {
		id   calc.ID
		key  string
		take func(forecast.Range) float64
	}{
		{f.Mid, "row.driver.fit", func(r forecast.Range) float64 { return r.Mid }},
		{f.Low, "row.driver.fit_low", func(r forecast.Range) float64 { return r.Low }},
		{f.High, "row.driver.fit_high", func(r forecast.Range) float64 { return r.High }},
	} {
		n := b.Axis.Len()
		leaf := calc.Leaf{
			Fixed: true, Values: make([]money.Number, n), Given: make([]bool, n), Asked: make([]bool, n),
			Evidence: max(calc.Estimated, rows.Evidence(d.History.Grade)), Source: facts.ForecastSource, Year: int(p.Years.LastActual),
		}
		for k, year := range planned {
			at, _ := b.Axis.Index(year)
			leaf.Asked[at], leaf.Given[at] = true, err == nil
			if err == nil {
				if v, err := money.FromFloat(row.take(result.Years[k])); err == nil {
					leaf.Values[at] = money.Round(v, fitPlaces)
				}
			}
		}
		b.Add(calc.Row{
			ID: row.id, Section: "inputs/drivers", Unit: rows.Driver(d.ID), Show: calc.ShowWhole, Expr: calc.Input(), Leaf: &leaf,
			Label: calc.Label{Key: row.key, Args: map[string]string{"name": d.Name}}, Note: "row.note.fit",
		})
	}
	return f
}

// counts lays a history out by year, up to the last actual one; a year without a
// figure is NaN.
func counts(h plan.Figure, last span.Year) []float64 {
	if h.Value != nil {
		return []float64{money.Float(*h.Value)}
	}
	first := last + 1
	for year := range h.Years {
		first = min(first, year)
	}
	var out []float64
	for year := first; year <= last; year++ {
		if n, given := h.Years[year]; given {
			out = append(out, money.Float(n))
		} else {
			out = append(out, math.NaN())
		}
	}
	return out
}
