package chain

import (
	"cmp"
	"slices"

	"outrigger/model/calc"
	"outrigger/model/measures"
	"outrigger/model/money"
	"outrigger/model/span"
)

// rounds is how often Together looks through all exchanges; it has always come to rest in
// fewer.
const rounds = 40

// Together takes what is best by the sum of single effects, which is proven, and betters
// it by what the measures do together, which no sum knows: of two that meet the same loss
// at the same step only the better counts. It drops measures that add nothing, adds,
// moves and exchanges others, within every limit, always by the step that gains most,
// until none gains. The answer is worth at least as much together as where it began; that
// no other is worth more is not proven.
func (q *Choosing) Together(from []measures.Choice, stop func() bool) []measures.Choice {
	x := exchange{q: q, now: slices.Clone(from), stop: stop}
	x.lay()
	x.stand(q.c.With(q.scenario, from))
	x.worth, x.cost = x.value(x.state)
	for range rounds {
		if !x.step() {
			break
		}
	}
	slices.SortFunc(x.now, func(a, b measures.Choice) int { return cmp.Compare(a.Measure, b.Measure) })
	return x.now
}

type exchange struct {
	q     *Choosing
	now   []measures.Choice
	state *calc.State // with those of now
	trial *calc.Trial // of state
	worth float64
	cost  float64
	stop  func() bool

	limits []int64                     // all ceilings, one after another
	uses   map[measures.Choice][]int64 // what each option takes of them
	used   []int64                     // by the set at hand
}

// lay sets out what each option takes of each ceiling.
func (x *exchange) lay() {
	type ceiling struct {
		resource string
		year     span.Year
	}
	place := map[ceiling]int{}
	for _, r := range x.q.Problem.Resources {
		for year, most := range r.Ceilings {
			place[ceiling{r.ID, year}] = len(x.limits)
			x.limits = append(x.limits, most)
		}
	}
	x.uses, x.used = map[measures.Choice][]int64{}, make([]int64, len(x.limits))
	for _, o := range x.q.Problem.Options {
		takes := make([]int64, len(x.limits))
		for _, u := range o.Uses {
			if at, limited := place[ceiling{u.Resource, u.Year}]; limited {
				takes[at] += u.Amount
			}
		}
		x.uses[measures.Choice{Measure: o.Measure, Start: o.Start}] = takes
	}
}

func (x *exchange) stand(s *calc.State) {
	x.state, x.trial = s, s.Trial(x.q.c.Worth.Present, x.q.c.Measures.AllTotal)
}

// value is what a set is worth together, and what it costs.
func (x *exchange) value(s *calc.State) (worth, cost float64) {
	n, _ := s.Single(x.q.c.Worth.Present)
	c, _ := s.Single(x.q.c.Measures.AllTotal)
	return money.Float(n), money.Float(c)
}

// turns are the switches that another set needs turned.
func (x *exchange) turns(set []measures.Choice) (own []calc.Change) {
	for _, m := range x.q.c.Plan.Measures {
		is := func(c measures.Choice) bool { return c.Measure == m.ID }
		was, will := slices.IndexFunc(x.now, is), slices.IndexFunc(set, is)
		if was < 0 && will < 0 || was >= 0 && will >= 0 && x.now[was].Start == set[will].Start {
			continue
		}
		on, start := switches(m)
		if will < 0 {
			own = append(own, calc.Change{Row: on, Leaf: x.q.c.leaf(0)})
			continue
		}
		own = append(own, calc.Change{Row: on, Leaf: x.q.c.leaf(1)}, calc.Change{Row: start, Leaf: x.q.c.leaf(int(set[will].Start))})
	}
	return own
}

// step takes the exchange that gains most, if any gains: in worth, or in cost where the
// worth is the same.
func (x *exchange) step() bool {
	without := func(i int) []measures.Choice { return slices.Delete(slices.Clone(x.now), i, i+1) }
	var sets [][]measures.Choice
	for i := range x.now {
		sets = append(sets, without(i))
	}
	if x.best(sets) {
		return true
	}
	sets = nil // exchanges are many; they are tried when nothing simpler gains
	for _, o := range x.q.Problem.Options {
		c := measures.Choice{Measure: o.Measure, Start: o.Start}
		at := slices.IndexFunc(x.now, func(in measures.Choice) bool { return in.Measure == o.Measure })
		switch {
		case at >= 0 && x.now[at].Start != o.Start:
			sets = append(sets, append(without(at), c))
		case at < 0:
			sets = append(sets, append(slices.Clone(x.now), c))
			for i := range x.now {
				sets = append(sets, append(without(i), c))
			}
		}
	}
	return x.best(sets)
}

// best takes that of several sets which gains most; false if none gains. All are looked at
// in floating point, those that come near the best of them exactly.
func (x *exchange) best(sets [][]measures.Choice) bool {
	if x.stop != nil && x.stop() {
		return false
	}
	sets = slices.DeleteFunc(sets, func(set []measures.Choice) bool { return !x.fits(set) })
	if len(sets) == 0 {
		return false
	}
	best, worth, cost := []measures.Choice(nil), x.worth, x.cost
	rough := x.rough(sets)
	const near, same = 1e-6, 1e-9 // of the worth: figures that differ by less come from rounding
	top := max(slices.Max(rough), worth)
	for i, set := range sets {
		if rough[i] < top-near*max(1, top, -top) {
			continue
		}
		var w, c float64
		x.trial.With(x.turns(set), func(s *calc.State) { w, c = x.value(s) })
		if eps := same * max(1, worth, -worth); w > worth+eps || w > worth-eps && c < cost {
			best, worth, cost = set, w, c
		}
	}
	if best == nil {
		return false
	}
	x.stand(x.q.c.With(x.q.scenario, best))
	x.now, x.worth, x.cost = best, worth, cost
	return true
}

// rough is what sets are worth together, in floating point.
func (x *exchange) rough(sets [][]measures.Choice) []float64 {
	given := map[calc.ID][]float64{}
	for _, m := range x.q.c.Plan.Measures {
		on, start := switches(m)
		begins, _ := x.state.Single(start)
		chosen, years := make([]float64, len(sets)), make([]float64, len(sets))
		for i, set := range sets {
			years[i] = money.Float(begins)
			for _, c := range set {
				if c.Measure == m.ID {
					chosen[i], years[i] = 1, float64(c.Start)
				}
			}
		}
		given[on], given[start] = chosen, years
	}
	return x.state.Tries(given, x.q.c.Worth.Present)
}

// fits tells whether a set keeps to everything the optimiser has to keep to.
func (x *exchange) fits(set []measures.Choice) bool {
	p := &x.q.Problem
	start := func(measure string) span.Year { // 0: not in the set
		for _, c := range set {
			if c.Measure == measure {
				return c.Start
			}
		}
		return 0
	}
	if p.PerYear > 0 {
		for _, c := range set {
			begins := 0
			for _, other := range set {
				if other.Start == c.Start {
					begins++
				}
			}
			if begins > p.PerYear {
				return false
			}
		}
	}
	for _, id := range p.Mandatory {
		if start(id) == 0 {
			return false
		}
	}
	for _, n := range p.Needs {
		if at := start(n.Measure); at != 0 && (start(n.First) == 0 || start(n.First) > at) {
			return false
		}
	}
	for _, pair := range p.Exclusions {
		in := 0
		for _, id := range pair {
			if start(id) != 0 {
				in++
			}
		}
		if in > 1 {
			return false
		}
	}
	return x.affords(set)
}

func (x *exchange) affords(set []measures.Choice) bool {
	clear(x.used)
	for _, c := range set {
		for i, n := range x.uses[c] {
			x.used[i] += n
		}
	}
	for i, n := range x.used {
		if n > x.limits[i] {
			return false
		}
	}
	return true
}
