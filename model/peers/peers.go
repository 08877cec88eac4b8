// Package peers tells where a post stands among comparable ones: its own figure, the
// group's quartiles, its rank in the group, and how far few values may mislead.
//
// Metrics are ratios that do not depend on size, with exact definitions (Metrics). A
// group is posts that share traits: region, status (small island developing State, least
// developed or landlocked country), income, size. Where fewer than a least number of a
// group state a figure (5, unless said otherwise) the next wider group is taken, and the
// answer says so; where even all posts are too few, nothing is shown but their number.
//
// A distribution is told by quartiles, never by a mean: country scores of one status
// group run from 2 to 99. With few posts every figure is doubtful, and how much is told
// exactly: for a quantile by the order of the values (Around), for the rank by the
// binomial (RankAround), both whatever the distribution's shape. For ratios of totals
// the interval comes from leaving posts out (Resample). All of it holds for posts drawn
// at random from those the group stands for; posts that volunteer are not, and no
// interval tells by how much they differ. Where the group is everybody, as in a country
// index, there is nothing to infer, and Census leaves the intervals out.
//
// Nothing here keeps a post's figure secret: see package disclosure for what may leave
// a coordinator's hands.
package peers

import (
	"math"
	"slices"
)

// DefaultLeast is the least number of posts a comparison is made with.
const DefaultLeast = 5

// Value is what one post, or country, states of one metric.
type Value struct {
	ID     string
	Traits []Trait
	Year   int
	Figure float64
}

// Standing is where a post stands in a group.
type Standing struct {
	Asked, Group Group
	Tried        []Tried // from the group asked for to the one taken
	Enough       bool    // false: even the widest group is too small, and only N is told

	N           int
	First, Last int // years the figures speak of

	Quartiles
	MedianAround Interval // zero in a census

	Own   *float64 // nil: the post states none
	Among bool     // the post belongs to the group and is one of N
	Rank  float64  // 0 to 1, by Rank; NaN without Own

	// RankAround says which share of all posts the group stands for may lie below Own;
	// zero in a census or without Own.
	RankAround Interval
}

// Asking says how a standing is worked out. The zero value asks for 90 % and at least
// DefaultLeast posts.
type Asking struct {
	Least  int
	Level  float64
	Census bool // the values are all there are, not a sample
}

// Stand tells where the post with an id stands among the values in a group, or in the
// next wider one that is large enough. A post that is not among the values has no Own.
// Of two values of one id the later year counts, then the first.
func Stand(id string, values []Value, in Group, how Asking) Standing {
	if how.Least < 1 {
		how.Least = DefaultLeast
	}
	if how.Level == 0 {
		how.Level = 0.9
	}
	values = latest(values)
	s := Standing{Asked: in, Rank: math.NaN(), Quartiles: QuartilesOf(nil)}
	var members []Value
	s.Group, members, s.Tried = Widen(in, values, how.Least)
	s.N, s.Enough = len(members), len(members) >= how.Least
	if !s.Enough {
		return s
	}
	if i := slices.IndexFunc(values, func(v Value) bool { return v.ID == id }); i >= 0 {
		s.Own = &values[i].Figure
	}
	var all, others []float64
	s.First, s.Last = members[0].Year, members[0].Year
	for _, m := range members {
		s.First, s.Last = min(s.First, m.Year), max(s.Last, m.Year)
		all = append(all, m.Figure)
		if m.ID == id {
			s.Among = true
		} else {
			others = append(others, m.Figure)
		}
	}
	s.Quartiles = QuartilesOf(all)
	if !how.Census {
		s.MedianAround = Around(all, 0.5, how.Level)
	}
	if s.Own != nil {
		s.Rank = Rank(all, *s.Own)
		if !how.Census {
			s.RankAround = RankAround(others, *s.Own, how.Level)
		}
	}
	return s
}

// latest keeps one finite value for each id.
func latest(values []Value) []Value {
	at, kept := make(map[string]int, len(values)), make([]Value, 0, len(values))
	for _, v := range values {
		if math.IsNaN(v.Figure) || math.IsInf(v.Figure, 0) {
			continue
		}
		i, known := at[v.ID]
		switch {
		case !known:
			at[v.ID] = len(kept)
			kept = append(kept, v)
		case v.Year > kept[i].Year:
			kept[i] = v
		}
	}
	return kept
}

// Levels counts posts at each level of a practice, for which quartiles alone say little;
// values that are no level are left out.
func Levels(values []float64) (at [5]int) {
	for _, v := range values {
		if v >= 0 && v <= 4 && v == math.Trunc(v) {
			at[int(v)]++
		}
	}
	return at
}
