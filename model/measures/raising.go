package measures

import (
	"math"
)

// raising looks for the smallest raise of one ceiling that brings a measure in.
type raising struct {
	p, insisted Problem
	measure     string
	l           Limits
	// free and held are the boards of the problem and of the one that insists on the measure.
	free, held *board
	ceilings   []ceiling
	target     int64 // what the best without the measure is worth
	found      *Raise
	limit      int64 // only smaller raises are looked for
	stopped    bool
}

func newRaising(p, insisted Problem, s Solution, measure string, l Limits) *raising {
	return &raising{
		p: p, insisted: insisted, measure: measure, l: l, free: lay(p, nil), held: lay(insisted, nil),
		ceilings: ceilings(p), target: worthIn(p, s, grid(p)),
	}
}

// cheapest finds the smallest raise of one ceiling of a kind; nil if there is none.
func (x *raising) cheapest(kind Kind) *Raise {
	kinds := map[string]Kind{}
	for _, r := range x.p.Resources {
		kinds[r.ID] = r.Kind
	}
	x.found, x.limit = nil, math.MaxInt64
	for _, cells := range byResource(x.ceilings) {
		if kinds[cells[0].resource] == kind {
			x.among(cells, nil)
		}
	}
	if x.found != nil {
		x.found.Kind = kind
	}
	return x.found
}

// among looks for a raise of any of several ceilings. What no choice reaches with all of
// them raised at once, none reaches with one: so most are passed by together. Known are the
// options of a choice that reaches it with more ceilings raised, if there is one.
func (x *raising) among(cells []ceiling, known []int) {
	if len(cells) == 1 {
		x.one(cells[0])
		return
	}
	if to := x.below(cells); known == nil || !x.allows(to, known) {
		var err error
		if known, err = reaching(x.held.raised(to), x.l, x.target); err == ErrInfeasible {
			return
		}
	}
	x.among(cells[:len(cells)/2], known)
	x.among(cells[len(cells)/2:], known)
}

// allows tells whether the ceilings, some of them raised, are kept by a choice that keeps
// all other rules.
func (x *raising) allows(to map[cell]int64, options []int) bool {
	for _, c := range x.ceilings {
		limit, raised := to[c.cell]
		if !raised {
			limit = c.limit
		}
		if x.used(options, c.cell) > limit {
			return false
		}
	}
	return true
}

// used is what options take of a ceiling.
func (x *raising) used(options []int, at cell) (sum int64) {
	for _, i := range options {
		sum += x.p.Options[i].use(at)
	}
	return sum
}

func (x *raising) one(c ceiling) {
	more, err := x.raise(c)
	x.stopped = x.stopped || err == ErrStopped
	if err == nil {
		x.found, x.limit = &Raise{Resource: c.resource, Year: c.year, More: more}, more
	}
}

// below are ceilings raised by less than the limit.
func (x *raising) below(cells []ceiling) map[cell]int64 {
	to := map[cell]int64{}
	for _, c := range cells {
		to[c.cell] = most
		if x.limit <= most-c.limit {
			to[c.cell] = c.limit + x.limit - 1
		}
	}
	return to
}

// raise finds the smallest raise of one ceiling, below the limit, that brings the measure
// in. A choice with the measure must be worth more than the best without it, which itself
// rises with the ceiling: so the least use with that worth is asked for, the problem is
// solved anew with the ceiling there, and while its answer still lacks the measure, the
// least use is asked for again with what that answer is worth. Each ceiling on the way is
// one below which the measure cannot come in, so the last is the smallest.
//
// Whether any choice has that worth is asked first, which is settled much sooner; one that
// has it bounds the least use from above.
func (x *raising) raise(c ceiling) (int64, error) {
	scale := grid(x.p)
	worth := func(o *Option) int64 { return int64(math.Round(o.Value * scale)) }
	target := x.target
	for {
		options, err := reaching(x.held.raised(x.below([]ceiling{c})), x.l, target)
		if err != nil {
			return 0, err
		}
		open := ceilingAt(x.insisted, c.cell, max(x.used(options, c.cell), c.limit))
		least, err := leastUse(open, x.l, c.cell, extra{func(o *Option) int64 { return -worth(o) }, -target})
		if err != nil {
			return 0, err
		}
		more := max(least-c.limit, 1)
		if more >= x.limit {
			return 0, ErrInfeasible
		}
		again, err := bestOn(x.free.raised(map[cell]int64{c.cell: c.limit + more}), x.p, x.l)
		switch {
		case err != nil:
			return 0, err
		case again.Has(x.measure):
			return more, nil
		case !again.Proven:
			return 0, ErrStopped
		}
		target = max(target, worthIn(x.p, again, scale)) + 1
	}
}

// ceilingAt is a problem with one ceiling elsewhere.
func ceilingAt(p Problem, at cell, to int64) Problem {
	return raised(p, func(c cell, limit int64) int64 {
		if c == at {
			return to
		}
		return limit
	})
}
