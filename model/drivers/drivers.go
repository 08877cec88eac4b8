// Package drivers is the first block of the chain: counts per year that cause
// work. An actual year has its history; a planned year goes on by a yearly rate,
// along an explicit path, as a ratio to another driver, as the forecast of its
// history has it, or at the compound growth of the history:
//
//	growth = (last ÷ first)^(1 ÷ years between) − 1
package drivers

import (
	"outrigger/model/calc"
	"outrigger/model/money"
	"outrigger/model/plan"
	"outrigger/model/rows"
	"outrigger/model/span"
)

// Handles are the rows the next block needs.
type Handles struct {
	Volume map[string]calc.ID // by driver id
	Fits   []Fit
}

// Volume is the row of a driver's count in every year.
func Volume(id string) calc.ID { return calc.ID("drivers/" + id + "/volume") }

// Write adds the rows of all drivers.
func Write(b *calc.Book, p *plan.Plan, facts plan.Facts) Handles {
	h := Handles{Volume: map[string]calc.ID{}}
	for _, d := range p.Drivers {
		if d.Future.Kind == "fit" {
			h.Fits = append(h.Fits, fit(b, p, facts, d))
		}
		h.Volume[d.ID] = b.Add(calc.Row{
			ID: Volume(d.ID), Section: "workload/drivers", Unit: rows.Driver(d.ID), Show: calc.ShowWhole,
			Label: calc.Label{Key: "row.driver.volume", Args: map[string]string{"name": d.Name}},
			Expr: calc.If(calc.Ref(rows.Planned), calc.Greater, calc.Zero(),
				future(b, p, d), calc.Ref(calc.ID("drivers/"+d.ID+"/history"))),
		})
	}
	return h
}

func future(b *calc.Book, p *plan.Plan, d plan.Driver) calc.Expr {
	id := calc.ID("drivers/" + d.ID)
	grown := func(rate calc.ID) calc.Expr {
		return calc.Mul(calc.Prev(Volume(d.ID), calc.Zero()), calc.Add(calc.Unity(), calc.Ref(rate)))
	}
	switch d.Future.Kind {
	case "rate":
		return grown(id + "/growth")
	case "path":
		return calc.Ref(id + "/path")
	case "ratio":
		return calc.Mul(calc.Ref(id+"/ratio"), calc.Ref(Volume(d.Future.Of)))
	case "fit":
		return calc.Ref(id + "/fit")
	case "compound":
		return grown(compound(b, p, d))
	}
	return calc.Zero() // a plan without planned years says nothing of the future
}

// compound adds the growth measured over the whole history, which may reach back
// before the plan's first year.
func compound(b *calc.Book, p *plan.Plan, d plan.Driver) calc.ID {
	id := calc.ID("drivers/" + d.ID)
	args := map[string]string{"name": d.Name}
	first, last, _ := plan.Ends(d.History, p.Years.LastActual)
	ends := []calc.Expr{}
	for _, end := range []struct {
		name string
		year span.Year
	}{{"first", first}, {"last", last}} {
		year := end.year
		if _, on := b.Axis.Index(year); on {
			ends = append(ends, calc.At(id+"/history", year))
			continue
		}
		ends = append(ends, calc.Ref(b.Add(calc.Row{
			ID: id + calc.ID("/history_"+end.name), Section: "inputs/drivers", Unit: rows.Driver(d.ID),
			Label: calc.Label{Key: "row.driver.history_" + end.name, Args: args}, Expr: calc.Input(),
			Leaf: &calc.Leaf{
				Once: true, Fixed: true, Values: []money.Number{d.History.Years[year]}, Given: []bool{true}, Asked: []bool{true},
				Evidence: rows.Evidence(d.History.Grade), Source: d.History.Source, Year: int(year),
			},
		})))
	}
	steps := b.Add(calc.Row{
		ID: id + "/history_years", Section: "inputs/drivers", Unit: calc.Year, Show: calc.ShowWhole, Expr: calc.Input(),
		Label: calc.Label{Key: "row.driver.history_years", Args: args},
		Leaf:  &calc.Leaf{Once: true, Fixed: true, Values: []money.Number{money.Int(int(last - first))}, Given: []bool{true}, Asked: []bool{true}},
	})
	return b.Add(calc.Row{
		ID: id + "/compound", Section: "workload/drivers", Show: calc.ShowShare,
		Label: calc.Label{Key: "row.driver.compound", Args: args},
		Expr:  calc.Compound(ends[0], ends[1], calc.Ref(steps)),
	})
}
