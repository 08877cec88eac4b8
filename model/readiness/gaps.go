package readiness

import (
	"cmp"
	"slices"

	"outrigger/model/plan"
)

// Gap is how far a practice is from the level it is to reach: Target − Level, at least 1.
type Gap struct {
	Practice, Domain string
	Level, Target    int
	Proven           bool // the level counts; otherwise evidence is missing too
}

// Levels is how many levels are missing.
func (g Gap) Levels() int { return g.Target - g.Level }

// Gaps lists what is missing to the targets, the widest first, then the lowest level,
// then in the catalogue's order. Practices with a target that were not judged come
// apart, since how far they are is not known.
func Gaps(a plan.Assessment, c Catalogue) (gaps []Gap, unjudged []string) {
	levels := first(a)
	for _, p := range c.Practices {
		l, there := levels[p.ID]
		switch {
		case !there || l.Target == nil:
		case l.Level == nil:
			unjudged = append(unjudged, p.ID)
		case *l.Target > *l.Level:
			gaps = append(gaps, Gap{p.ID, p.Domain, *l.Level, *l.Target, held(p, l).Proven()})
		}
	}
	slices.SortStableFunc(gaps, func(a, b Gap) int {
		return cmp.Or(cmp.Compare(b.Levels(), a.Levels()), cmp.Compare(a.Level, b.Level))
	})
	return gaps, unjudged
}

// Closer is a measure and the gaps it works on.
type Closer struct {
	Measure   string
	Practices []string // ids of practices with a gap that it raises, the widest first

	// Missing is how many levels those practices lack together: what the measure has to
	// do with, not what it is known to achieve. By how many levels a measure raises a
	// practice nobody has published.
	Missing int
}

// Closing lists the measures that raise a practice with a gap: those that meet most
// missing levels first, then most practices, then by id. With only given, others are
// left out. The practices that none of them raises come apart, in the order of the gaps.
func Closing(gaps []Gap, c Catalogue, only ...string) (closers []Closer, open []string) {
	at := map[string]int{}
	for _, g := range gaps {
		raised := false
		for _, id := range c.raisedBy(g.Practice) {
			if len(only) > 0 && !slices.Contains(only, id) {
				continue
			}
			raised = true
			i, known := at[id]
			if !known {
				i = len(closers)
				at[id] = i
				closers = append(closers, Closer{Measure: id})
			}
			closers[i].Practices = append(closers[i].Practices, g.Practice)
			closers[i].Missing += g.Levels()
		}
		if !raised {
			open = append(open, g.Practice)
		}
	}
	slices.SortFunc(closers, func(a, b Closer) int {
		return cmp.Or(cmp.Compare(b.Missing, a.Missing), cmp.Compare(len(b.Practices), len(a.Practices)), cmp.Compare(a.Measure, b.Measure))
	})
	return closers, open
}

func (c Catalogue) raisedBy(practice string) []string {
	for _, p := range c.Practices {
		if p.ID == practice {
			return p.Measures
		}
	}
	return nil
}
