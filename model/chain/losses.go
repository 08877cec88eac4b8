package chain

import (
	"runtime"

	"outrigger/model/calc"
	"outrigger/model/doubt"
	"outrigger/model/money"
	"outrigger/model/plan"
	"outrigger/model/risk"
	"outrigger/model/span"
)

// LossDraws is how many years of losses are drawn, the same on every surface. Rare and
// costly years need more draws than ranges do.
const LossDraws = 50_000

// LossYears draws how a fiscal year may turn out in a scenario, without any measure and
// with those chosen: events that come or not, each at a cost of its own, around frequencies
// and effects that the post is unsure of. Zero values if the plan names no losses.
func (c *Case) LossYears(scenario string, year span.Year) (without, with risk.Years) {
	if c.State(scenario) == nil || len(c.Risk.Losses) == 0 {
		return without, with
	}
	return c.LossYearsOf(c.Ranges(scenario, Draws, runtime.NumCPU(), c.LossRows()...), scenario, year)
}

// LossRows are the rows that LossYearsOf reads.
func (c *Case) LossRows() []calc.ID {
	var watch []calc.ID
	for _, l := range c.Risk.Losses {
		watch = append(watch, l.Frequency, l.Rarer, l.Smaller, l.Price)
	}
	return watch
}

// LossYearsOf is LossYears out of draws of the scenario in which LossRows were watched.
func (c *Case) LossYearsOf(x *calc.Samples, scenario string, year span.Year) (without, with risk.Years) {
	s := c.State(scenario)
	draws := func(id calc.ID) []float64 {
		if all := x.Draws(id, year); len(all) > 0 {
			return all
		}
		n, _ := s.Value(id, year)
		return []float64{money.Float(n)}
	}
	var losses []risk.Drawn
	for i, l := range c.Risk.Losses {
		cost, err := c.cost(s, c.Plan.Losses[i])
		if err != nil {
			continue // plan.Check refuses ends out of order
		}
		losses = append(losses, risk.Drawn{
			Once: c.Plan.Losses[i].Once, Frequency: draws(l.Frequency), Factor: draws(l.Price), Rarer: draws(l.Rarer), Smaller: draws(l.Smaller), Cost: cost,
		})
	}
	return risk.Draw(losses, LossDraws, c.Seed(), runtime.NumCPU())
}

// cost is what one event costs, at the prices it is stated in.
func (c *Case) cost(s *calc.State, l plan.Loss) (doubt.Shape, error) {
	figure := func(name string) float64 {
		n, _ := s.Single(calc.ID("losses/" + l.ID + "/" + name))
		return money.Float(n)
	}
	switch l.Shape {
	case "spread":
		return doubt.LowHigh(figure("low"), figure("high"))
	case "bounds":
		return doubt.Pert(figure("low"), figure("likely"), figure("high"))
	}
	return doubt.Fixed(figure("likely")), nil
}
