package plan

import (
	"slices"
	"strconv"
	"strings"

	"outrigger/model/money"
)

// names collects what the other parts of a plan may point to.
func (c checker) names() map[string]map[string]bool {
	all := map[string]map[string]bool{"drivers": {}, "roles": {}, "activities": {}, "losses": {}, "measures": {}}
	for _, d := range c.p.Drivers {
		all["drivers"][d.ID] = true
	}
	for _, r := range c.p.Team.Roles {
		all["roles"][r.ID] = true
	}
	for _, a := range c.p.Activities {
		all["activities"][a.ID] = true
	}
	for _, l := range c.p.Losses {
		all["losses"][l.ID] = true
	}
	for _, m := range c.p.Measures {
		all["measures"][m.ID] = true
	}
	return all
}

// known checks that what is pointed to is there.
func (c checker) known(names map[string]bool, id, place string) bool {
	if id != "" && !names[id] {
		c.fs.add("unknown", place, "value", id)
		return false
	}
	return true
}

func (c checker) losses(names map[string]map[string]bool) {
	for _, l := range c.p.Losses {
		place := "losses/" + l.ID
		if !slices.Contains(LossShapes, l.Shape) {
			c.choice(place+"/shape", l.Shape, strings.Join(LossShapes, ", "))
		}
		c.known(names["drivers"], l.Driver, place+"/driver")
		c.priceYear(place+"/price_year", l.PriceYear)
		c.spread(l, place)
		if l.Unsaid() {
			c.fs.warn("loss_empty", place, "name", l.Name)
		}
		if n := l.Frequency.Value; l.Once && n != nil && n.Cmp(one) > 0 {
			c.fs.add("loss_once", place+"/frequency", "value", money.Canonical(*n), "name", l.Name)
		}
	}
}

// spread checks that the ends of a loss stand in their order.
func (c checker) spread(l Loss, place string) {
	low, likely, high := l.Low.Value, l.Likely.Value, l.High.Value
	if l.Shape == "single" || low == nil || high == nil {
		return
	}
	switch {
	case l.Shape == "spread" && low.IsZero():
		c.fs.add("loss_zero", place+"/low", "name", l.Name)
	case low.Cmp(*high) > 0:
		c.fs.add("range_order", place+"/low", "low", money.Canonical(*low), "high", money.Canonical(*high))
	case l.Shape == "bounds" && likely != nil && (likely.Cmp(*low) < 0 || likely.Cmp(*high) > 0):
		c.fs.add("loss_likely", place+"/likely", "value", money.Canonical(*likely), "low", money.Canonical(*low), "high", money.Canonical(*high))
	}
}

func (c checker) measures(names map[string]map[string]bool) {
	for _, m := range c.p.Measures {
		place := "measures/" + m.ID
		if m.Function != "" && !slices.Contains(Functions, m.Function) {
			c.choice(place+"/function", m.Function, strings.Join(Functions, ", "))
		}
		for _, l := range m.Costs {
			c.line(l, place+"/costs/"+l.ID, names["drivers"])
		}
		seen := map[string]bool{}
		for _, e := range m.Effort {
			at := place + "/effort/" + e.Role
			if e.Role == "" {
				c.fs.add("missing", at)
			}
			c.known(names["roles"], e.Role, at)
			if seen[e.Role] {
				c.fs.add("id_twice", at, "value", e.Role)
			}
			seen[e.Role] = true
		}
		for _, e := range m.Effects {
			c.effect(e, place+"/effects/"+e.ID, names)
		}
		for _, id := range m.Needs {
			c.known(names["measures"], id, place+"/needs")
		}
		for _, id := range m.Excludes {
			c.known(names["measures"], id, place+"/excludes")
		}
		c.startYears(m, place)
		if m.IsChosen() && m.Unpriced() {
			c.fs.warn("unpriced", place+"/chosen", "name", m.Name)
		}
	}
	c.order()
	c.together()
	c.portfolio(names)
}

// effect keeps the kinds of effects apart: each acts on its own kind of thing.
func (c checker) effect(e Effect, place string, names map[string]map[string]bool) {
	steps := StepsOf(e.Kind)
	if steps != nil && !slices.Contains(steps, e.Step) {
		c.choice(place+"/step", e.Step, strings.Join(steps, ", "))
	}
	if steps == nil && e.Step != "" {
		c.fs.add("effect_step", place+"/step", "value", e.Step)
	}
	room := map[string]string{Likelihood: "losses", Severity: "losses", Volume: "drivers", Relief: "activities"}[e.Kind]
	switch {
	case !slices.Contains(EffectKinds, e.Kind):
		c.choice(place+"/kind", e.Kind, strings.Join(EffectKinds, ", "))
	case room == "":
		if e.Target == "" {
			c.fs.add("missing", place+"/target")
		}
	case e.Target == "" && room != "losses":
		c.fs.add("missing", place+"/target")
	default:
		c.known(names[room], e.Target, place+"/target")
	}
}

func (c checker) startYears(m Measure, place string) {
	planned := c.p.Axis().Planned()
	for _, at := range []struct {
		name string
		year int
	}{{"earliest", int(m.Earliest)}, {"latest", int(m.Latest)}} {
		if at.year != 0 && (len(planned) == 0 || at.year < int(planned[0]) || at.year > int(c.p.Years.Last)) {
			c.fs.warn("start_beyond", place+"/"+at.name, "name", m.Name, "year", strconv.Itoa(at.year))
		}
	}
	if m.Earliest != 0 && m.Latest != 0 && m.Earliest > m.Latest {
		c.fs.add("start_order", place+"/latest", "name", m.Name, "first", strconv.Itoa(int(m.Earliest)), "last", strconv.Itoa(int(m.Latest)))
	}
	if len(planned) == 0 {
		c.fs.add("no_planned", place, "name", m.Name)
	}
}

// order finds measures that need one another in a circle.
func (c checker) order() {
	needs, name := map[string][]string{}, map[string]string{}
	for _, m := range c.p.Measures {
		needs[m.ID], name[m.ID] = m.Needs, m.Name
	}
	const fresh, open, done = 0, 1, 2
	mark := map[string]int{}
	var way []string
	var visit func(id string) bool
	visit = func(id string) bool {
		mark[id] = open
		way = append(way, id)
		for _, next := range needs[id] {
			if mark[next] == open {
				circle := append(slices.Clone(way[slices.Index(way, next):]), next)
				for i, at := range circle {
					circle[i] = name[at]
				}
				c.fs.add("needs_circle", "measures/"+next+"/needs", "loop", strings.Join(circle, " → "))
				return false
			}
			if mark[next] == fresh && !visit(next) {
				return false
			}
		}
		way = way[:len(way)-1]
		mark[id] = done
		return true
	}
	for _, m := range c.p.Measures {
		if mark[m.ID] == fresh && !visit(m.ID) {
			return // one circle at a time: the next may be the same one
		}
	}
}

// together warns of chosen measures that do not go together, or before what they need.
func (c checker) together() {
	byID := map[string]Measure{}
	for _, m := range c.p.Measures {
		byID[m.ID] = m
	}
	for _, m := range c.p.Measures {
		if !m.IsChosen() {
			continue
		}
		place := "measures/" + m.ID + "/chosen"
		for _, id := range m.Needs {
			first, known := byID[id]
			switch {
			case !known:
			case !first.IsChosen():
				c.fs.warn("needs_unchosen", place, "name", m.Name, "needs", first.Name)
			case c.p.StartOf(first).Cmp(c.p.StartOf(m)) > 0:
				c.fs.warn("needs_late", place, "name", m.Name, "needs", first.Name)
			}
		}
		for _, id := range m.Excludes {
			if other, known := byID[id]; known && other.IsChosen() {
				c.fs.warn("excluded_chosen", place, "name", m.Name, "other", other.Name)
			}
		}
	}
}

// Unsaid tells whether a loss lacks its frequency or a cost, and so counts as nothing.
func (l Loss) Unsaid() bool {
	asked := []Figure{l.Frequency}
	switch l.Shape {
	case "spread":
		asked = append(asked, l.Low, l.High)
	case "bounds":
		asked = append(asked, l.Low, l.Likely, l.High)
	default:
		asked = append(asked, l.Likely)
	}
	return slices.ContainsFunc(asked, func(f Figure) bool { return !f.Given() })
}

// Unpriced tells whether a measure has a cost line without a quantity or a price, so that
// it looks cheaper than it is.
func (m Measure) Unpriced() bool {
	return slices.ContainsFunc(m.Costs, func(l Line) bool { return !l.Quantity.Given() || !l.UnitCost.Given() })
}

// IsChosen tells whether a measure is part of the plan in the base case.
func (m Measure) IsChosen() bool { return m.Chosen.Value != nil && m.Chosen.Value.IsPos() }

// StartOf is the fiscal year a measure begins in, the first planned year where none is
// said.
func (p *Plan) StartOf(m Measure) money.Number {
	if m.Start.Value != nil {
		return *m.Start.Value
	}
	return p.firstPlanned()
}

func (c checker) portfolio(names map[string]map[string]bool) {
	f := c.p.Portfolio
	if f.Value != "" && !slices.Contains(Values, f.Value) {
		c.choice("portfolio/value", f.Value, strings.Join(Values, ", "))
	}
	seen := map[string]bool{}
	for _, l := range f.Ceilings {
		for _, category := range l.Categories {
			if !slices.Contains(Categories, category) {
				c.choice("portfolio/ceilings/"+l.ID+"/categories", category, strings.Join(Categories, ", "))
			}
		}
	}
	if len(f.Ceilings) > MaxCeilings {
		c.fs.add("many_ceilings", "portfolio/ceilings", "limit", strconv.Itoa(MaxCeilings))
	}
	for _, h := range f.Hours {
		place := "portfolio/hours/" + h.Role
		if h.Role == "" {
			c.fs.add("missing", place)
		}
		c.known(names["roles"], h.Role, place)
		if seen[h.Role] {
			c.fs.add("id_twice", place, "value", h.Role)
		}
		seen[h.Role] = true
	}
}

// MaxCeilings is how many sources of money for measures a plan may tell apart: every
// set of them that shares a category is a limit of its own.
const MaxCeilings = 6
