package calc

import "maps"

// Trial tries out changes of inputs one after another and reads a few rows under each.
// It works out only what those rows need and the changes move, and takes no memory for
// each try, so that thousands of sets of measures can be compared. It is not safe for use
// by several goroutines at once.
type Trial struct {
	base, try *State
	needed    []bool // components that the rows read need
	stale     []bool
	reach     map[int][]int
}

// Trial prepares trials in which only some rows will be read.
func (s *State) Trial(read ...ID) *Trial {
	m := s.model
	t := &Trial{base: s, try: s.copied(), needed: make([]bool, len(m.order)), stale: make([]bool, len(m.order)), reach: map[int][]int{}}
	for _, id := range read {
		if row, known := m.byID[id]; known {
			t.needed[m.inOf[row]] = true
		}
	}
	for at := len(m.order) - 1; at >= 0; at-- { // what a component needs stands before it
		if !t.needed[at] {
			continue
		}
		for _, row := range m.order[at].rows {
			for _, need := range m.needs[row] {
				t.needed[m.inOf[need]] = true
			}
		}
	}
	return t
}

// With makes changes, lets the rows named to Trial be read, and takes the changes back.
// All other rows of the state that is read, and the state itself after the reading, mean
// nothing. Changes to rows that are no inputs are left out of account.
func (t *Trial) With(changes []Change, read func(*State)) {
	s, m := t.try, t.base.model
	for _, c := range changes {
		i, known := m.byID[c.Row]
		if !known || m.rows[i].Leaf == nil {
			continue
		}
		s.leaves[i] = c.Leaf
		for _, at := range t.moved(i) {
			t.stale[at] = true
		}
	}
	for at, is := range t.stale {
		if is {
			s.run(at)
		}
	}
	read(s)
	t.takeBack(changes)
}

// moved are the needed components that an input moves.
func (t *Trial) moved(row int) []int {
	if known, ok := t.reach[row]; ok {
		return known
	}
	var all []int
	for _, at := range t.base.model.downstream(row) {
		if t.needed[at] {
			all = append(all, at)
		}
	}
	t.reach[row] = all
	return all
}

func (t *Trial) takeBack(changes []Change) {
	s, m := t.try, t.base.model
	for at, is := range t.stale {
		if !is {
			continue
		}
		t.stale[at] = false
		for _, row := range m.order[at].rows {
			from, to := row*s.years, (row+1)*s.years
			copy(s.values[from:to], t.base.values[from:to])
			s.evidence[row] = t.base.evidence[row]
		}
	}
	if len(s.bad)+len(t.base.bad) > 0 {
		s.bad = maps.Clone(t.base.bad)
	}
	for _, c := range changes {
		i, known := m.byID[c.Row]
		if !known {
			continue
		}
		if leaf, own := t.base.leaves[i]; own {
			s.leaves[i] = leaf
		} else {
			delete(s.leaves, i)
		}
	}
}
