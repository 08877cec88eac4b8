package measures

import (
	"cmp"
	"math"
	"slices"

	"outrigger/model/span"
)

// Binding says what keeps a measure out.
type Binding int

// The reasons for which a measure is not chosen.
const (
	// In: nothing keeps it out, it is chosen.
	In Binding = iota
	// Short: no start fits into what the chosen measures leave free.
	Short
	// Excluded: a chosen measure excludes it.
	Excluded
	// Missing: a measure that it needs is not chosen, or starts too late.
	Missing
	// Starts: as many measures start in that year as may.
	Starts
	// Worthless: it fits, and would lower the value or leave it as it is.
	Worthless
)

// Raise is a change of one ceiling: that much more of a resource in a year.
type Raise struct {
	Resource string
	Kind     Kind
	Year     span.Year
	More     int64
}

// Reason explains why a measure is not chosen, for the start that comes nearest to
// fitting, and names the cheapest changes that bring it in.
type Reason struct {
	Binding Binding
	// Option is the start that is spoken of.
	Option Choice
	// Short is what it lacks beside the chosen measures.
	Short []Shortage
	// By are the chosen measures that exclude it, or the needed ones that are missing.
	By []string
	// Possible says that some allowed choice contains the measure. Cost is then the value
	// lost by insisting on it, and Displaced what it would push out.
	Possible  bool
	Cost      float64
	Displaced []string
	// Worth is the rise in the value of every option of the measure that brings it in,
	// nothing else changed; 0 if none does.
	Worth float64
	// Raise is the smallest change of a single ceiling that brings it in: of money, or of
	// hours where none of money does; nil if none does. It was tried by solving anew.
	Raise *Raise
	// Stopped says that the search for changes was stopped before its end.
	Stopped bool
}

// WhyNot explains why a solution of a problem, proven best, leaves a measure out. Every
// change it names was made and solved anew, and brings the measure in.
//
// Errors: those of Solve, and *FaultError with ErrUnknown if no option is of the measure.
func WhyNot(p Problem, s Solution, measure string, l Limits) (Reason, error) {
	if err := check(p); err != nil {
		return Reason{}, err
	}
	if !slices.ContainsFunc(p.Options, func(o Option) bool { return o.Measure == measure }) {
		return Reason{}, &FaultError{Thing: "measure", ID: measure, Kind: ErrUnknown}
	}
	if s.Has(measure) {
		return Reason{Possible: true}, nil
	}
	r := binding(p, s, measure)
	insisted := p
	insisted.Mandatory = append(slices.Clone(p.Mandatory), measure)
	x := newRaising(p, insisted, s, measure, l)
	with, err := bestOn(x.held, insisted, l)
	r.Stopped = err == ErrStopped || err == nil && !with.Proven
	if err == nil {
		r.Possible, r.Cost = true, s.Value-with.Value
		for _, c := range s.Chosen {
			if !with.Has(c.Measure) {
				r.Displaced = append(r.Displaced, c.Measure)
			}
		}
		r.Worth = worthFor(p, s, with, measure, r.Cost, l)
	}
	for _, kind := range []Kind{Money, Hours} {
		if r.Raise = x.cheapest(kind); r.Raise != nil {
			break
		}
	}
	r.Stopped = r.Stopped || x.stopped
	return r, nil
}

// binding looks at what stands against each start beside the chosen measures, and tells
// of the start that lacks the smallest share of the ceilings.
func binding(p Problem, s Solution, measure string) Reason {
	var all []Reason
	lacks := func(r Reason) float64 {
		sum := 0.0
		for _, x := range r.Short {
			sum += share(x)
		}
		return sum
	}
	for i := range p.Options {
		if p.Options[i].Measure == measure {
			all = append(all, against(p, s, &p.Options[i]))
		}
	}
	return slices.MinFunc(all, func(x, y Reason) int {
		return cmp.Or(cmp.Compare(len(x.By), len(y.By)), cmp.Compare(lacks(x), lacks(y)),
			cmp.Compare(x.Option.Start, y.Option.Start), cmp.Compare(x.Option.Way, y.Option.Way))
	})
}

// against is what keeps one option out.
func against(p Problem, s Solution, o *Option) Reason {
	r := Reason{Binding: Worthless, Option: Choice{o.Measure, o.Start, o.Way}}
	start, starts := map[string]span.Year{}, 0
	for _, c := range s.Chosen {
		start[c.Measure] = c.Start
		if c.Start == o.Start {
			starts++
		}
	}
	if p.PerYear > 0 && starts >= p.PerYear {
		r.Binding = Starts
	}
	for _, c := range ceilings(p) {
		free := c.limit
		for i := range p.Options {
			x := &p.Options[i]
			if slices.Contains(s.Chosen, Choice{x.Measure, x.Start, x.Way}) {
				free -= x.use(c.cell)
			}
		}
		if needed := o.use(c.cell); needed > free {
			r.Binding = Short
			r.Short = append(r.Short, Shortage{c.resource, c.year, needed, free})
		}
	}
	for _, n := range p.Needs {
		if y, in := start[n.First]; n.Measure == o.Measure && (!in || y > o.Start) {
			r.Binding = Missing
			r.By = append(r.By, n.First)
		}
	}
	for _, set := range p.Exclusions {
		for _, id := range set {
			if _, in := start[id]; in && id != o.Measure && slices.Contains(set, o.Measure) {
				if r.Binding != Excluded {
					r.Binding, r.By = Excluded, nil
				}
				r.By = append(r.By, id)
			}
		}
	}
	slices.Sort(r.By)
	r.By = slices.Compact(r.By)
	return r
}

// worthFor is the rise in value that brings the measure in: what insisting on it costs,
// and as little more as the grid of values tells apart.
//
// Where both are proven, what is best with the measure rises by as much as its options do
// and what is best without stays, so nothing need be solved again, as long as the grid
// stays the same.
func worthFor(p Problem, s, with Solution, measure string, cost float64, l Limits) float64 {
	more := 4 / grid(p)
	for range 20 {
		q := p
		q.Options = slices.Clone(p.Options)
		rise := max(cost, 0) + more
		for i := range q.Options {
			if q.Options[i].Measure == measure {
				q.Options[i].Value += rise
			}
		}
		if scale := grid(p); s.Proven && with.Proven && grid(q) == scale && worthIn(q, with, scale) > worthIn(q, s, scale)+1 {
			return rise
		}
		if s, err := best(q, l); err == nil && s.Has(measure) {
			return rise
		} else if err == ErrStopped {
			return 0
		}
		more *= 4
	}
	return 0
}

// worthIn is what a solution's choices are worth in a problem, in units of a grid.
func worthIn(p Problem, s Solution, scale float64) int64 {
	chosen := map[Choice]bool{}
	for _, c := range s.Chosen {
		chosen[c] = true
	}
	sum := int64(0)
	for _, o := range p.Options {
		if chosen[Choice{o.Measure, o.Start, o.Way}] {
			sum += int64(math.Round(o.Value * scale))
		}
	}
	return sum
}
