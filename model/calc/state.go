package calc

import (
	"slices"

	"outrigger/model/money"
	"outrigger/model/span"
)

// State is the exact reading of a model under one set of inputs: every row, every
// year. It is not safe for use by several goroutines at once.
type State struct {
	model    *Model
	years    int
	values   []money.Number // [row × years + year]; a row of one value uses the first
	leaves   map[int]Leaf   // inputs that differ from the model's own
	bad      map[cell]bool
	evidence []Evidence
	stack    []money.Number
}

type cell struct{ row, year int }

// Change gives an input other values, as a scenario or an edit does.
type Change struct {
	Row  ID
	Leaf Leaf
}

// State calculates the whole model with some inputs changed. Changes to rows that
// are no inputs are left out of account; the caller checks them.
func (m *Model) State(changes ...Change) *State {
	s := &State{
		model: m, years: m.Axis.Len(), leaves: map[int]Leaf{}, bad: map[cell]bool{},
		values: make([]money.Number, len(m.rows)*m.Axis.Len()), evidence: make([]Evidence, len(m.rows)),
	}
	for _, c := range changes {
		if i, ok := m.byID[c.Row]; ok && m.rows[i].Leaf != nil {
			s.leaves[i] = c.Leaf
		}
	}
	for at := range m.order {
		s.run(at)
	}
	return s
}

// Set changes an input and recalculates what depends on it, nothing else. It
// returns the number of rows calculated, 0 if the row is no input.
func (s *State) Set(id ID, leaf Leaf) int {
	i, ok := s.model.byID[id]
	if !ok || s.model.rows[i].Leaf == nil {
		return 0
	}
	s.leaves[i] = leaf
	rows := 0
	for _, at := range s.model.downstream(i) {
		s.run(at)
		rows += len(s.model.order[at].rows)
	}
	return rows
}

// run calculates one component: a row for all years, or a loop year by year.
func (s *State) run(at int) {
	c := s.model.order[at]
	weakest := Certain
	for _, row := range c.rows {
		weakest = max(weakest, s.weakest(row))
	}
	for _, row := range c.rows {
		s.evidence[row] = weakest
	}
	if !c.loop {
		row := c.rows[0]
		years := s.years
		if s.model.once[row] {
			years = 1
		}
		for year := range years {
			s.fill(row, year)
		}
		return
	}
	for year := range s.years {
		for _, row := range c.rows {
			s.fill(row, year)
		}
	}
}

func (s *State) fill(row, year int) {
	n, ok := s.cell(row, year)
	s.values[row*s.years+year] = n
	if !ok {
		s.bad[cell{row, year}] = true
	} else if len(s.bad) > 0 {
		delete(s.bad, cell{row, year})
	}
}

func (s *State) weakest(row int) Evidence {
	r := s.model.rows[row]
	if r.Leaf != nil {
		return s.leafOf(row).Evidence
	}
	weakest := Certain
	if r.Only != "" && s.nought(s.model.byID[r.Only]) {
		return weakest
	}
	for _, step := range s.model.code[row] {
		switch step.op {
		case OpRow, OpTotal, OpPrev, OpLag, OpAt:
			weakest = max(weakest, s.evidence[step.a])
		case OpTotalWhere:
			weakest = max(weakest, s.evidence[step.a], s.evidence[step.rows[0]])
		case OpSum:
			for _, i := range step.rows {
				weakest = max(weakest, s.evidence[i])
			}
		}
	}
	return weakest
}

// nought tells whether a row is 0 in every year.
func (s *State) nought(row int) bool {
	for year := range s.years {
		if n := s.value(row, year); !n.IsZero() {
			return false
		}
	}
	return true
}

func (s *State) leafOf(row int) *Leaf {
	if leaf, ok := s.leaves[row]; ok {
		return &leaf
	}
	return s.model.rows[row].Leaf
}

func (s *State) leaf(row, year int) money.Number {
	leaf := s.leafOf(row)
	if leaf.Once {
		return leaf.Values[0]
	}
	return leaf.Values[year]
}

func (s *State) value(row, year int) money.Number {
	if s.model.once[row] {
		year = 0
	}
	return s.values[row*s.years+year]
}

// Model gives the graph this is a reading of.
func (s *State) Model() *Model { return s.model }

// Value reads one figure; a row with one value has it in every year. False for an
// unknown row or year, or a figure that could not be kept exactly.
func (s *State) Value(id ID, year span.Year) (money.Number, bool) {
	row, known := s.model.byID[id]
	at, on := s.model.Axis.Index(year)
	if !known || !on {
		return money.Number{}, false
	}
	if s.model.once[row] {
		at = 0
	}
	return s.values[row*s.years+at], !s.bad[cell{row, at}]
}

// Single reads a row with one value.
func (s *State) Single(id ID) (money.Number, bool) { return s.Value(id, s.model.Axis.First) }

// Evidence is the weakest evidence among the inputs that move a row.
func (s *State) Evidence(id ID) Evidence {
	if i, ok := s.model.byID[id]; ok {
		return s.evidence[i]
	}
	return Certain
}

// Leaf gives what an input row holds in this state, false for other rows.
func (s *State) Leaf(id ID) (Leaf, bool) {
	i, ok := s.model.byID[id]
	if !ok || s.model.rows[i].Leaf == nil {
		return Leaf{}, false
	}
	return *s.leafOf(i), true
}

// Overflow is a figure that grew beyond what can be kept exactly.
type Overflow struct {
	Row  ID
	Year span.Year
}

// Overflows lists the figures that could not be kept, first in the order of the
// rows; what depends on them is worthless.
func (s *State) Overflows() []Overflow {
	var found []Overflow
	for c := range s.bad {
		found = append(found, Overflow{s.model.rows[c.row].ID, s.model.Axis.At(c.year)})
	}
	slices.SortFunc(found, func(a, b Overflow) int {
		if d := s.model.byID[a.Row] - s.model.byID[b.Row]; d != 0 {
			return d
		}
		return int(a.Year - b.Year)
	})
	return found
}
