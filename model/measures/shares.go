package measures

import (
	"cmp"
	"math"
	"slices"

	"outrigger/model/span"
)

// Answer is what is best at a share of a resource.
type Answer struct {
	// Percent is the share of every ceiling of the resource, rounded down to whole units;
	// Total is what the ceilings then come to.
	Percent int
	Total   int64
	// Best is the best choice at that share.
	Best Solution
	// Nested is the best choice that keeps every measure of the nested choice at the share
	// before, starts free: the answer to "and what comes next with more".
	Nested Solution
}

// AtShares solves a problem with a resource at shares of its ceilings, in percent (60,
// 80, 100, 120), smallest first: the value for a curve against the budget, and nested
// lists. Errors: those of Solve, and *FaultError with ErrUnknown for the resource.
func AtShares(p Problem, resource string, percents []int, l Limits) ([]Answer, error) {
	if !slices.ContainsFunc(p.Resources, func(r Resource) bool { return r.ID == resource }) {
		return nil, &FaultError{Thing: "resource", ID: resource, Kind: ErrUnknown}
	}
	var all []Answer
	kept := slices.Clone(p.Mandatory)
	for _, percent := range slices.Sorted(slices.Values(percents)) {
		if percent < 0 {
			return nil, &FaultError{Thing: "resource", ID: resource, Kind: ErrNegative}
		}
		a := Answer{Percent: percent}
		q := raised(p, func(c cell, limit int64) int64 {
			if c.resource != resource {
				return limit
			}
			// In two parts, so that large ceilings do not overflow.
			limit = limit/100*int64(percent) + limit%100*int64(percent)/100
			a.Total += limit
			return limit
		})
		var err error
		if a.Best, err = Solve(q, l); err != nil {
			return nil, err
		}
		a.Nested = a.Best
		// The best of all is the best of those that keep the list, if it keeps it.
		if slices.ContainsFunc(kept, func(id string) bool { return !a.Best.Has(id) }) {
			q.Mandatory = kept
			if a.Nested, err = Solve(q, l); err != nil {
				return nil, err
			}
		}
		kept = slices.Clone(p.Mandatory)
		for _, c := range a.Nested.Chosen {
			kept = append(kept, c.Measure)
		}
		all = append(all, a)
	}
	return all, nil
}

// Near lists sets of measures worth at least as much as the first, which is the best,
// less a share of it (0.02), best first and at most so many, the first itself among them.
// Sets differ in a measure, not in a start only. Errors: those of Solve.
func Near(p Problem, first Solution, within float64, most int, l Limits) ([]Solution, error) {
	if err := check(p); err != nil {
		return nil, err
	}
	all := []Solution{first}
	floor := first.Value - within*math.Abs(first.Value)
	var barred []extra
	for len(all) < most {
		last := all[len(all)-1]
		// The measures of the set less those outside it: its size only for the set itself.
		barred = append(barred, extra{func(o *Option) int64 {
			if last.Has(o.Measure) {
				return 1
			}
			return -1
		}, int64(len(last.Chosen)) - 1})
		s, err := best(p, l, barred...)
		if err == ErrInfeasible || err == nil && s.Value < floor {
			break
		}
		if err != nil {
			return all, err
		}
		all = append(all, s)
	}
	return all, nil
}

// Delay is what waiting costs.
type Delay struct {
	// Later is the best choice when nothing may start in the first year of all, and Cost
	// the value lost by that.
	Later Solution
	Cost  float64
	// Shifted is what the chosen measures would be worth if each started a year later,
	// ceilings aside; Lost are those that have no start a year later, counted as nothing.
	Shifted float64
	Lost    []string
}

// Waiting tells what it costs to begin a year later. Errors: those of Solve; a mandatory
// measure that can only start in the first year makes it *FaultError with ErrUnknown.
func Waiting(p Problem, s Solution, l Limits) (Delay, error) {
	if len(p.Options) == 0 {
		later, err := Solve(p, l)
		return Delay{Later: later}, err
	}
	first := slices.MinFunc(p.Options, func(x, y Option) int { return cmp.Compare(x.Start, y.Start) }).Start
	q := p
	q.Options = nil
	offered := map[string]bool{}
	value := map[Choice]float64{}
	for _, o := range p.Options {
		value[Choice{o.Measure, o.Start, o.Way}] = o.Value
		if o.Start > first {
			q.Options = append(q.Options, o)
			offered[o.Measure] = true
		}
	}
	q = without(q, offered)
	var d Delay
	for _, c := range s.Chosen {
		later := Choice{c.Measure, c.Start + span.Year(1), c.Way}
		if v, ok := value[later]; ok {
			d.Shifted += v
		} else {
			d.Lost = append(d.Lost, c.Measure)
		}
	}
	later, err := Solve(q, l)
	if err != nil {
		return Delay{}, err
	}
	d.Later, d.Cost = later, s.Value-later.Value
	return d, nil
}

// without drops measures that are no longer offered from the exclusions, and what needs
// them from the options.
func without(p Problem, offered map[string]bool) Problem {
	needs := closure(p)
	possible := func(id string) bool {
		for other := range needs[id] {
			if !offered[other] {
				return false
			}
		}
		return offered[id]
	}
	p.Options = slices.DeleteFunc(p.Options, func(o Option) bool { return !possible(o.Measure) })
	p.Needs = slices.DeleteFunc(slices.Clone(p.Needs), func(n Need) bool { return !possible(n.Measure) })
	exclusions := p.Exclusions
	p.Exclusions = nil
	for _, set := range exclusions {
		p.Exclusions = append(p.Exclusions, slices.DeleteFunc(slices.Clone(set), func(id string) bool { return !possible(id) }))
	}
	return p
}
