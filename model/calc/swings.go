package calc

import (
	"cmp"
	"maps"
	"slices"

	"outrigger/model/money"
	"outrigger/model/span"
)

// Swing is what one input does to a figure when it alone moves and everything else
// stays as planned: a bar of the tornado.
type Swing struct {
	Watch ID
	Year  span.Year // 0 for a row of one value
	Input ID
	Low   money.Number // the figure with the input at its 10th percentile
	Base  money.Number // the figure as it stands
	High  money.Number // with the input at its 90th percentile
}

// Width is how far apart the two ends are, never negative; 0 if that cannot be kept.
func (w Swing) Width() money.Number {
	d, err := w.High.Sub(w.Low)
	if err != nil {
		return money.Number{}
	}
	return d.Abs()
}

// Swings moves one input at a time to its 10th and to its 90th percentile, in all its
// uncertain years at once, through the exact reading, and tells what that does to the
// rows to watch: in every year, or once for a row of one value. Bars are in the order
// of the rows to watch, then of the years, the widest first. An input that does not
// move a figure has no bar there; neither has one whose figure cannot be kept exactly.
// How inputs are tied has no part in it: that is what Shares are for.
func (s *State) Swings(inputs []Uncertain, watch []ID) []Swing {
	m := s.model
	var swings []Swing
	trial := s.Trial(watch...)
	for _, u := range inputs {
		row, known := m.byID[u.Row]
		if !known || m.rows[row].Leaf == nil || !u.doubtful() {
			continue
		}
		touched := m.reached(row, watch)
		if len(touched) == 0 {
			continue
		}
		low, one := s.moved(u, row, 0.1)
		high, two := s.moved(u, row, 0.9)
		if !one || !two {
			continue
		}
		var ends [2][]told
		for i, leaf := range []Leaf{low, high} {
			trial.With([]Change{{u.Row, leaf}}, func(s *State) { ends[i] = s.figures(touched) })
		}
		swings = s.bars(swings, u.Row, touched, ends[0], ends[1])
	}
	place := map[ID]int{}
	for i, id := range slices.Backward(watch) {
		place[id] = i
	}
	slices.SortStableFunc(swings, func(a, b Swing) int {
		return cmp.Or(cmp.Compare(place[a.Watch], place[b.Watch]), cmp.Compare(a.Year, b.Year), b.Width().Cmp(a.Width()))
	})
	return swings
}

// reached are those of some rows that an input moves.
func (m *Model) reached(input int, rows []ID) []ID {
	var found []ID
	after := m.downstream(input)
	for _, id := range rows {
		if i, known := m.byID[id]; known {
			if _, is := slices.BinarySearch(after, m.inOf[i]); is {
				found = append(found, id)
			}
		}
	}
	return found
}

// told is a figure, and whether it can be kept exactly.
type told struct {
	n    money.Number
	kept bool
}

// figures reads rows in every year, one after another; a row of one value once.
func (s *State) figures(rows []ID) []told {
	var all []told
	for _, id := range rows {
		for _, year := range s.yearsOf(id) {
			n, ok := s.Value(id, year)
			all = append(all, told{n, ok})
		}
	}
	return all
}

func (s *State) yearsOf(id ID) []span.Year {
	years := s.model.Axis.Years()
	if s.model.Once(id) {
		return years[:1]
	}
	return years
}

// bars adds the bars of one input out of the figures at its two ends.
func (s *State) bars(swings []Swing, input ID, rows []ID, low, high []told) []Swing {
	base := s.figures(rows)
	i := 0
	for _, id := range rows {
		for _, year := range s.yearsOf(id) {
			a, b, c := low[i], base[i], high[i]
			i++
			if !a.kept || !b.kept || !c.kept || a.n.Equal(b.n) && c.n.Equal(b.n) {
				continue
			}
			if s.model.Once(id) {
				year = 0
			}
			swings = append(swings, Swing{Watch: id, Year: year, Input: input, Low: a.n, Base: b.n, High: c.n})
		}
	}
	return swings
}

// Moved is the state with an input at a percentile (0 to 1) in all its uncertain years;
// only what depends on it is calculated again. False if the row is no input or a figure
// does not fit.
func (s *State) Moved(u Uncertain, share float64) (*State, bool) {
	row, known := s.model.byID[u.Row]
	if !known || s.model.rows[row].Leaf == nil {
		return nil, false
	}
	leaf, ok := s.moved(u, row, share)
	if !ok {
		return nil, false
	}
	moved := s.copied()
	moved.Set(u.Row, leaf)
	return moved, true
}

// moved is what an input holds at a percentile.
func (s *State) moved(u Uncertain, row int, share float64) (Leaf, bool) {
	leaf := *s.leafOf(row)
	leaf.Values = slices.Clone(leaf.Values)
	for year := range leaf.Values {
		shape := u.shape(year)
		if shape == nil {
			continue
		}
		n, err := money.FromFloat(shape.Quantile(share))
		if err != nil {
			return leaf, false
		}
		leaf.Values[year] = n
	}
	return leaf, true
}

// copied is a state of its own with the same figures.
func (s *State) copied() *State {
	return &State{
		model: s.model, years: s.years, values: slices.Clone(s.values), leaves: maps.Clone(s.leaves),
		bad: maps.Clone(s.bad), evidence: slices.Clone(s.evidence),
	}
}
