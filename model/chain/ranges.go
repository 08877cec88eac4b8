package chain

import (
	"fmt"
	"slices"

	"outrigger/model/calc"
	"outrigger/model/doubt"
	"outrigger/model/drivers"
	"outrigger/model/money"
	"outrigger/model/plan"
	"outrigger/model/rows"
)

// Uncertain lists the inputs whose figures are not certain in a scenario: those with
// a range, in the order of the plan, and the drivers that are forecast. Empty: no
// ranges are given, and nothing may be said of how sure a figure is.
func (c *Case) Uncertain(scenario string) []calc.Uncertain {
	s := c.State(scenario)
	if s == nil {
		return nil
	}
	axis := c.Plan.Axis()
	var all []calc.Uncertain
	for _, in := range plan.Inputs(c.Plan) {
		if in.Figure.Range == nil {
			continue
		}
		r := ranged{in, in.Figure.Range, rows.Leaf(in, *in.Figure, axis)}
		if u := r.around(s); len(u.Shapes) > 0 {
			all = append(all, u)
		}
	}
	for _, f := range c.Drivers.Fits {
		all = append(all, c.fitted(f, s))
	}
	return all
}

// ranged is an input with a range around its figures.
type ranged struct {
	plan.Input
	*plan.Range
	base calc.Leaf // the figures that the range was given around
}

// around draws the range of an input around the figures that stand in a scenario. A
// scenario that changes a figure but not its range takes the range along: in
// proportion, or by as much where there is no proportion to keep.
func (r ranged) around(s *calc.State) calc.Uncertain {
	u := calc.Uncertain{Row: calc.ID(r.ID)}
	leaf, _ := s.Leaf(u.Row)
	any := false
	for i := range leaf.Values {
		u.Shapes = append(u.Shapes, nil)
		if !leaf.Asked[i] || !r.base.Given[i] {
			continue
		}
		shape, err := r.shape(r.base.Values[i], leaf.Values[i])
		if err != nil {
			continue // plan.Check tells why
		}
		if _, sure := shape.(doubt.Fixed); !sure {
			u.Shapes[i], any = shape, true
		}
	}
	if !any {
		return calc.Uncertain{}
	}
	return u
}

// shape is the range around one figure: that it was given around, and that it stands
// around now.
func (r ranged) shape(base, now money.Number) (doubt.Shape, error) {
	given := base
	if r.Relative {
		given = now
	}
	from, at := money.Float(given), money.Float(now)
	moved := func(x float64) float64 {
		if from > 0 && at > 0 && r.Input.Kind != plan.Growth {
			return x * (at / from)
		}
		return x + (at - from)
	}
	var shape doubt.Shape
	var err error
	if r.Range.Kind == plan.Sampled {
		seen := make([]float64, len(r.Samples))
		for i, n := range r.Samples {
			seen[i] = moved(money.Float(n))
		}
		shape, err = doubt.Samples(seen)
	} else {
		low, high, _ := r.Ends(r.Input, given)
		if low.Cmp(high) > 0 {
			low, high = high, low
		}
		a, b := moved(money.Float(low)), moved(money.Float(high))
		mid := min(max(a, at), b) // a figure beside its range is warned of; the draws keep to the range
		if r.Range.Kind == plan.LeastMost {
			shape, err = doubt.Pert(a, mid, b)
		} else {
			shape, err = doubt.Around(a, mid, b)
		}
	}
	if err != nil {
		return nil, err
	}
	return doubt.Within(shape, float(r.Min), float(r.Max)), nil
}

func float(n *money.Number) *float64 {
	if n == nil {
		return nil
	}
	f := money.Float(*n)
	return &f
}

// fitted is a driver that is forecast: in each planned year the 10th, 50th and 90th
// percentile that the forecast gives.
func (c *Case) fitted(f drivers.Fit, s *calc.State) calc.Uncertain {
	axis := c.Plan.Axis()
	u := calc.Uncertain{Row: f.Mid, Shapes: make([]doubt.Shape, axis.Len())}
	for _, year := range axis.Planned() {
		at, _ := axis.Index(year)
		figure := func(id calc.ID) float64 { n, _ := s.Value(id, year); return money.Float(n) }
		if shape, err := doubt.Roots(figure(f.Low), figure(f.Mid), figure(f.High)); err == nil {
			u.Shapes[at] = shape
		}
	}
	return u
}

// Draws is how many times a plan is drawn, the same on every surface, so that screen,
// workbook and verb tell the same ranges.
const Draws = 10_000

// Seed is what the plan's draws begin from.
func (c *Case) Seed() uint64 { return uint64(max(1, c.Plan.Doubt.Seed)) }

// Ranges draws rows of a scenario n times over what is uncertain. Nil if nothing is.
func (c *Case) Ranges(scenario string, n, workers int, watch ...calc.ID) *calc.Samples {
	uncertain := c.Uncertain(scenario)
	if len(uncertain) == 0 {
		return nil
	}
	joint, _ := c.joint(uncertain)
	return c.State(scenario).Sample(uncertain, joint, watch, n, c.Seed(), workers)
}

// joint ties the drivers that move together. A driver without doubt in this scenario
// leaves its links without effect.
func (c *Case) joint(uncertain []calc.Uncertain) (*doubt.Joint, doubt.Repair) {
	at := map[string]int{}
	for i, u := range uncertain {
		at[string(u.Row)] = i
	}
	futures := map[string]string{}
	for _, d := range c.Plan.Drivers {
		futures[d.ID], _ = d.FutureInput()
	}
	var links []doubt.Link
	for _, l := range c.Plan.Doubt.Links {
		a, knownA := at[futures[l.A]]
		b, knownB := at[futures[l.B]]
		if knownA && knownB {
			links = append(links, doubt.Link{A: a, B: b, Strength: plan.Correlation(l.Strength)})
		}
	}
	joint, repair, err := doubt.Correlation(len(uncertain), links)
	if err != nil {
		return nil, doubt.Repair{} // plan.Check refuses what cannot be a link
	}
	return joint, repair
}

// contradictions tells where the links between drivers could not all be kept. One
// sentence names the link that had to give way most.
func (c *Case) contradictions() []plan.Finding {
	if len(c.Plan.Doubt.Links) < 2 {
		return nil // one link contradicts nothing
	}
	uncertain := c.Uncertain("")
	_, repair := c.joint(uncertain)
	if len(repair.Moved) == 0 {
		return nil
	}
	worst := repair.Moved[0]
	name := func(at int) string {
		for _, d := range c.Plan.Drivers {
			if id, _ := d.FutureInput(); id == string(uncertain[at].Row) {
				return d.Name
			}
		}
		return ""
	}
	return []plan.Finding{{
		Code: "plan.links_repaired", Place: "doubt/links", Warning: true,
		Args: map[string]string{"a": name(worst.A), "b": name(worst.B), "said": fmt.Sprintf("%.2f", worst.Strength), "now": fmt.Sprintf("%.2f", worst.To)},
	}}
}

// Correlation is what two drivers are drawn with, after any repair; false while
// nothing about one of them is in doubt.
func (c *Case) Correlation(scenario, a, b string) (float64, bool) {
	uncertain := c.Uncertain(scenario)
	joint, _ := c.joint(uncertain)
	at := func(driver string) int {
		for _, d := range c.Plan.Drivers {
			if id, known := d.FutureInput(); known && d.ID == driver {
				return slices.IndexFunc(uncertain, func(u calc.Uncertain) bool { return string(u.Row) == id })
			}
		}
		return -1
	}
	i, j := at(a), at(b)
	if i < 0 || j < 0 || joint == nil {
		return 0, false
	}
	return joint.Strength(i, j), true
}

// Swings tells what each uncertain input does to some rows when it alone is low or
// high; see calc.State.Swings.
func (c *Case) Swings(scenario string, watch ...calc.ID) []calc.Swing {
	if c.State(scenario) == nil {
		return nil
	}
	return c.State(scenario).Swings(c.Uncertain(scenario), watch)
}
