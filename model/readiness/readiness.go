// Package readiness reads a post's own assessment of its practices: where it stands by
// domain, which practices are lowest, how far each is from its target, which measures
// would raise it, and what changed between two assessments.
//
// A practice is at a level from 0 (absent) to 4 (measured, tested and improved). Two
// figures are told side by side: the level as judged, and the level that counts, which
// is 0 where no evidence is named. A domain's score is the plain mean of the levels of
// those of its practices that were judged,
//
//	score = Σ level / n judged,  told with n judged of n practices.
//
// Levels are ranks, not quantities: that a practice rose from 1 to 2 is not worth as
// much as another's rise from 3 to 4. So a mean only sums up, and Overall never gives
// one without the three lowest practices. Two assessments are compared over the
// practices judged in both; their means over different practices are not.
//
// The catalogue of practices is handed in (see datasets.LoadPractices), ids go in and
// come out, and nothing here depends on anything else: the same assessment always reads
// the same.
package readiness

import (
	"cmp"
	"slices"
	"strings"

	"outrigger/model/money"
	"outrigger/model/plan"
)

// Practice is what this package asks of a practice.
type Practice struct {
	ID, Domain string
	Measures   []string // ids of the measures that raise it, in the order to be shown
}

// Catalogue is the practices and their domains, both in the order to be shown.
type Catalogue struct {
	Domains   []string
	Practices []Practice
}

// LowestShown is how many of the lowest practices stand beside every overall score.
const LowestShown = 3

// Held is a practice at its level.
type Held struct {
	Practice, Domain string
	Level            int // as judged, 0 to 4
	Counts           int // Level, or 0 where no evidence is named
}

// Proven tells whether the level counts as judged.
func (h Held) Proven() bool { return h.Counts == h.Level }

// Score sums up the practices of a domain. With Given 0 nothing is known, and the means
// are 0.
type Score struct {
	Domain    string       // empty: all domains
	Given, Of int          // practices judged, practices there are
	Judged    money.Number // mean of the levels as judged, 0 to 4
	Counted   money.Number // mean of the levels that count
}

// Standing is one assessment read against the catalogue.
type Standing struct {
	Domains  []Score  // one for each domain of the catalogue, in its order
	Held     []Held   // every practice judged, in the catalogue's order
	Unproven []string // ids of practices whose level does not count
	Unjudged []string // ids of practices without a level
	Unknown  []string // ids that the catalogue does not hold, in the assessment's order

	all Score
}

// Read reads an assessment against the catalogue. Of a practice that stands twice the
// first counts; levels outside 0 to 4 are left out, as plan.Check refuses them.
func Read(a plan.Assessment, c Catalogue) Standing {
	s := Standing{}
	levels := first(a)
	for _, p := range c.Practices {
		l, there := levels[p.ID]
		if !there || l.Level == nil {
			s.Unjudged = append(s.Unjudged, p.ID)
			continue
		}
		h := held(p, l)
		s.Held = append(s.Held, h)
		if !h.Proven() {
			s.Unproven = append(s.Unproven, p.ID)
		}
	}
	for _, l := range a.Levels {
		known := slices.ContainsFunc(c.Practices, func(p Practice) bool { return p.ID == l.Practice })
		if !known && !slices.Contains(s.Unknown, l.Practice) {
			s.Unknown = append(s.Unknown, l.Practice)
		}
	}
	for _, domain := range c.Domains {
		s.Domains = append(s.Domains, s.score(domain, c))
	}
	s.all = s.score("", c)
	return s
}

// Overall gives the score over all practices together with the lowest: the least level
// that counts first, then the least as judged, then in the catalogue's order. It is the
// only way to the overall score, so that no page shows the one without the other.
func (s Standing) Overall() (Score, []Held) {
	lowest := slices.Clone(s.Held)
	slices.SortStableFunc(lowest, func(a, b Held) int {
		return cmp.Or(cmp.Compare(a.Counts, b.Counts), cmp.Compare(a.Level, b.Level))
	})
	return s.all, lowest[:min(LowestShown, len(lowest))]
}

func (s Standing) score(domain string, c Catalogue) Score {
	score := Score{Domain: domain}
	for _, p := range c.Practices {
		if domain == "" || p.Domain == domain {
			score.Of++
		}
	}
	judged, counted := 0, 0
	for _, h := range s.Held {
		if domain == "" || h.Domain == domain {
			score.Given++
			judged += h.Level
			counted += h.Counts
		}
	}
	score.Judged, score.Counted = mean(judged, score.Given), mean(counted, score.Given)
	return score
}

func mean(sum, n int) money.Number {
	if n == 0 {
		return money.Int(0)
	}
	m, err := money.Int(sum).Quo(money.Int(n))
	if err != nil {
		return money.Int(0) // cannot be: n is above nought, and a mean lies within the scale
	}
	return m
}

func held(p Practice, l plan.PracticeLevel) Held {
	h := Held{Practice: p.ID, Domain: p.Domain, Level: *l.Level}
	if strings.TrimSpace(l.Evidence) != "" {
		h.Counts = h.Level
	}
	return h
}

// first gives what an assessment says of each practice, levels off the scale taken out.
func first(a plan.Assessment) map[string]plan.PracticeLevel {
	levels := map[string]plan.PracticeLevel{}
	for _, l := range a.Levels {
		if _, twice := levels[l.Practice]; twice {
			continue
		}
		l.Level, l.Target = onScale(l.Level), onScale(l.Target)
		levels[l.Practice] = l
	}
	return levels
}

func onScale(level *int) *int {
	if level == nil || *level < 0 || *level > plan.MaxLevel {
		return nil
	}
	return level
}
