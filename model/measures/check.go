package measures

import (
	"maps"
	"math"
	"slices"

	"outrigger/model/span"
)

// most is the largest sum of uses of a resource in a year: beyond 2⁵² a float64, in
// which prices are reckoned, no longer tells whole numbers apart.
const most = 1 << 52

type cell struct {
	resource string
	year     span.Year
}

// check finds what is wrong with a problem: an *FaultError, or nil.
func check(p Problem) error {
	for _, f := range []func(Problem) error{checkResources, checkOptions, checkLinks, checkCircles} {
		if err := f(p); err != nil {
			return err
		}
	}
	return nil
}

func checkResources(p Problem) error {
	if p.PerYear < 0 {
		return &FaultError{Thing: "limit", ID: "starts a year", Kind: ErrPerYear}
	}
	seen := map[string]bool{}
	for _, r := range p.Resources {
		switch {
		case r.ID == "":
			return &FaultError{Thing: "resource", Kind: ErrID}
		case seen[r.ID]:
			return &FaultError{Thing: "resource", ID: r.ID, Kind: ErrTwice}
		}
		seen[r.ID] = true
		for _, y := range slices.Sorted(maps.Keys(r.Ceilings)) {
			if r.Ceilings[y] < 0 {
				return &FaultError{Thing: "resource", ID: r.ID, Year: y, Kind: ErrNegative}
			}
		}
	}
	return nil
}

func checkOptions(p Problem) error {
	known := map[string]bool{}
	capped := map[cell]bool{}
	for _, r := range p.Resources {
		known[r.ID] = true
		for y := range r.Ceilings {
			capped[cell{r.ID, y}] = true
		}
	}
	seen := map[Choice]bool{}
	sums := map[cell]float64{}
	for _, o := range p.Options {
		switch {
		case o.Measure == "":
			return &FaultError{Thing: "measure", Kind: ErrID}
		case seen[Choice{o.Measure, o.Start, o.Way}]:
			return &FaultError{Thing: "measure", ID: o.Measure, Other: o.Way, Year: o.Start, Kind: ErrTwice}
		case math.IsNaN(o.Value) || math.IsInf(o.Value, 0):
			return &FaultError{Thing: "measure", ID: o.Measure, Year: o.Start, Kind: ErrValue}
		}
		seen[Choice{o.Measure, o.Start, o.Way}] = true
		for _, u := range o.Uses {
			at := cell{u.Resource, u.Year}
			sums[at] += math.Abs(float64(u.Amount))
			switch {
			case !known[u.Resource]:
				return &FaultError{Thing: "resource", ID: u.Resource, Other: o.Measure, Kind: ErrUnknown}
			case !capped[at]:
				return &FaultError{Thing: "resource", ID: u.Resource, Other: o.Measure, Year: u.Year, Kind: ErrCeiling}
			case sums[at] > most:
				return &FaultError{Thing: "resource", ID: u.Resource, Other: o.Measure, Year: u.Year, Kind: ErrLarge}
			}
		}
	}
	return nil
}

// checkLinks wants every measure that is named to be offered, and no measure to need
// one that excludes it, directly or through what that one needs.
func checkLinks(p Problem) error {
	offered := map[string]bool{}
	for _, o := range p.Options {
		offered[o.Measure] = true
	}
	missing := func(id, by string) error {
		if offered[id] {
			return nil
		}
		return &FaultError{Thing: "measure", ID: id, Other: by, Kind: ErrUnknown}
	}
	for _, id := range p.Mandatory {
		if err := missing(id, ""); err != nil {
			return err
		}
	}
	for _, n := range p.Needs {
		if err := missing(n.Measure, n.First); err != nil {
			return err
		}
		if err := missing(n.First, n.Measure); err != nil {
			return err
		}
	}
	needs := closure(p)
	for _, set := range p.Exclusions {
		for i, a := range set {
			if err := missing(a, ""); err != nil {
				return err
			}
			for j, b := range set {
				if i != j && a == b {
					return &FaultError{Thing: "measure", ID: a, Kind: ErrTwice}
				}
				if needs[a][b] {
					return &FaultError{Thing: "measure", ID: a, Other: b, Kind: ErrApart}
				}
			}
		}
	}
	return nil
}

func checkCircles(p Problem) error {
	needs := closure(p)
	for _, id := range slices.Sorted(maps.Keys(needs)) {
		if needs[id][id] {
			return &FaultError{Thing: "measure", ID: id, Kind: ErrCircle}
		}
	}
	return nil
}

// closure gives for each measure all that it needs, directly or not.
func closure(p Problem) map[string]map[string]bool {
	first := map[string][]string{}
	for _, n := range p.Needs {
		first[n.Measure] = append(first[n.Measure], n.First)
	}
	all := map[string]map[string]bool{}
	for id := range first {
		seen := map[string]bool{}
		for open := slices.Clone(first[id]); len(open) > 0; {
			next := open[len(open)-1]
			open = open[:len(open)-1]
			if !seen[next] {
				seen[next] = true
				open = append(open, first[next]...)
			}
		}
		all[id] = seen
	}
	return all
}
