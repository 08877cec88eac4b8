package measures

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"

	"outrigger/model/span"
)

// sample makes a plausible problem: measures that may start in each of the years, cost to
// build and then to run, take hours of a role, and relieve some later; two sources of
// money and two roles that suffice for about three fifths of everything, spread evenly.
func sample(seed uint64, measures, years int) Problem {
	r := rand.New(rand.NewPCG(seed, 7))
	first := span.Year(2027)
	var p Problem
	total, running := map[string]int64{}, int64(0)
	name := func(m int) string { return fmt.Sprintf("m%03d", m) }
	for m := range measures {
		build, run := int64(2000+r.IntN(60000)), int64(200+r.IntN(9000))
		effort, relief := int64(20+r.IntN(400)), int64(0)
		if r.IntN(4) == 0 {
			relief = int64(r.IntN(60))
		}
		source, role := "own", "analyst"
		total[source] += build * 100
		total[role] += effort * 100
		running += run * 100
		worth := 1000 * math.Exp2(6*r.Float64())
		for s := range years {
			o := Option{Measure: name(m), Start: first + span.Year(s)}
			for y := s; y < years; y++ {
				o.Value += worth * math.Pow(1.05, -float64(y))
				cost, hours := run, -relief
				if y == s {
					cost, hours = build, effort
				}
				year := first + span.Year(y)
				paid := source
				if y > s {
					paid = "own"
				}
				o.Uses = append(o.Uses, Use{paid, year, cost * 100}, Use{role, year, hours * 100})
			}
			p.Options = append(p.Options, o)
		}
		if m > 2 && r.IntN(5) == 0 {
			p.Needs = append(p.Needs, Need{name(m), name(r.IntN(m))})
		}
	}
	for range measures / 10 {
		a, b := r.IntN(measures), r.IntN(measures)
		if needs := closure(p); a != b && !needs[name(a)][name(b)] && !needs[name(b)][name(a)] {
			p.Exclusions = append(p.Exclusions, []string{name(a), name(b)})
		}
	}
	for _, id := range []string{"own", "analyst"} {
		res := Resource{ID: id, Ceilings: map[span.Year]int64{}}
		if id == "analyst" {
			res.Kind = Hours
		}
		for y := range years {
			year := first + span.Year(y)
			res.Ceilings[year] = total[id] * 3 / 5 / int64(years)
			if id == "own" {
				res.Ceilings[year] += running * int64(y) / int64(2*years)
			}
		}
		p.Resources = append(p.Resources, res)
	}
	p.PerYear = measures / 6
	return p
}

// small makes a problem that can be enumerated: up to five measures of up to three
// starts, two resources, whole values with many ties.
func small(r *rand.Rand) Problem {
	var p Problem
	n := 1 + r.IntN(5)
	name := func(m int) string { return string(rune('a' + m)) }
	years := []span.Year{2027, 2028, 2029}
	for m := range n {
		for _, y := range years[:1+r.IntN(3)] {
			o := Option{Measure: name(m), Start: y, Value: float64(r.IntN(8) - 1)}
			for _, at := range years {
				if at >= y {
					o.Uses = append(o.Uses, Use{"money", at, int64(r.IntN(6))}, Use{"hours", at, int64(r.IntN(7) - 1)})
				}
			}
			p.Options = append(p.Options, o)
		}
	}
	for b := 1; b < n; b++ {
		if r.IntN(3) == 0 {
			p.Needs = append(p.Needs, Need{name(b), name(r.IntN(b))})
		}
	}
	for range r.IntN(3) {
		if a, b := r.IntN(n), r.IntN(n); a != b {
			p.Exclusions = append(p.Exclusions, []string{name(a), name(b)})
		}
	}
	if r.IntN(3) == 0 {
		p.Mandatory = append(p.Mandatory, name(r.IntN(n)))
	}
	p.PerYear = r.IntN(3)
	for i, id := range []string{"money", "hours"} {
		res := Resource{ID: id, Kind: Kind(i), Ceilings: map[span.Year]int64{}}
		for _, y := range years {
			res.Ceilings[y] = int64(r.IntN(14))
		}
		p.Resources = append(p.Resources, res)
	}
	return p
}

// allowed tells whether a set of options keeps every limit, by the words of the problem
// and nothing of the search.
func allowed(p Problem, options []int) bool {
	start := map[string]span.Year{}
	used := map[cell]int64{}
	starts := map[span.Year]int{}
	for _, i := range options {
		o := p.Options[i]
		if _, twice := start[o.Measure]; twice {
			return false
		}
		start[o.Measure] = o.Start
		starts[o.Start]++
		for _, u := range o.Uses {
			used[cell{u.Resource, u.Year}] += u.Amount
		}
	}
	for _, r := range p.Resources {
		for y, c := range r.Ceilings {
			if used[cell{r.ID, y}] > c {
				return false
			}
		}
	}
	for _, n := range p.Needs {
		if s, in := start[n.Measure]; in {
			if f, ok := start[n.First]; !ok || f > s {
				return false
			}
		}
	}
	for _, set := range p.Exclusions {
		n := 0
		for _, id := range set {
			if _, in := start[id]; in {
				n++
			}
		}
		if n > 1 {
			return false
		}
	}
	for _, id := range p.Mandatory {
		if _, in := start[id]; !in {
			return false
		}
	}
	for _, n := range starts {
		if p.PerYear > 0 && n > p.PerYear {
			return false
		}
	}
	return true
}

// enumerate tries everything: the best choice, the first in the order of ids among
// equals; false if nothing is allowed.
func enumerate(p Problem) (chosen []Choice, value float64, found bool) {
	var ids []string
	for _, o := range p.Options {
		if !slices.Contains(ids, o.Measure) {
			ids = append(ids, o.Measure)
		}
	}
	slices.Sort(ids)
	var try func(at int, taken []int)
	try = func(at int, taken []int) {
		if at == len(ids) {
			v := 0.0
			for _, i := range taken {
				v += p.Options[i].Value
			}
			if (!found || v > value) && allowed(p, taken) {
				chosen, value, found = nil, v, true
				for _, i := range taken {
					o := p.Options[i]
					chosen = append(chosen, Choice{o.Measure, o.Start, o.Way})
				}
			}
			return
		}
		// In the order of preference, so that the first found is the first among equals.
		visit := func(wanted func(v float64) bool) {
			for i, o := range p.Options {
				if o.Measure == ids[at] && wanted(o.Value) {
					try(at+1, append(slices.Clone(taken), i))
				}
			}
		}
		visit(func(v float64) bool { return v > 0 })
		try(at+1, taken)
		visit(func(v float64) bool { return v <= 0 })
	}
	try(0, nil)
	return chosen, value, found
}
