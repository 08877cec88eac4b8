package chain

import (
	"outrigger/model/calc"
	"outrigger/model/doubt"
	"outrigger/model/money"
)

// Uncertain lists the inputs of the plan whose figures are not certain: so far the
// drivers that are forecast. Empty: no ranges are given, and nothing may be said of
// how sure a figure is.
func (c *Case) Uncertain() []calc.Uncertain {
	var all []calc.Uncertain
	axis := c.Plan.Axis()
	s := c.State("")
	for _, f := range c.Drivers.Fits {
		u := calc.Uncertain{Row: f.Mid, Shapes: make([]doubt.Shape, axis.Len())}
		for _, year := range axis.Planned() {
			at, _ := axis.Index(year)
			figure := func(id calc.ID) float64 { n, _ := s.Value(id, year); return money.Float(n) }
			if shape, err := doubt.Roots(figure(f.Low), figure(f.Mid), figure(f.High)); err == nil {
				u.Shapes[at] = shape
			}
		}
		all = append(all, u)
	}
	return all
}

// Ranges draws the headline rows of a scenario n times over what is uncertain. Nil
// if nothing is.
func (c *Case) Ranges(scenario string, n int, seed uint64, workers int, watch ...calc.ID) *calc.Samples {
	uncertain := c.Uncertain()
	if len(uncertain) == 0 || c.State(scenario) == nil {
		return nil
	}
	return c.State(scenario).Sample(uncertain, nil, watch, n, seed, workers)
}
