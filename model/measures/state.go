package measures

import "math"

// state is what is still open in a branch: the options that are alive, and for every
// row the least it can come to.
type state struct {
	alive []bool
	count []int32 // alive options of each group
	least []int64 // least amount of each group in each of its rows
	low   []int64 // least of each row
	// dirty lists the groups that lost an option since the rows were last looked at.
	dirty  []int
	marked []bool
}

func newState(b *board) *state {
	n := 0
	for _, g := range b.groups {
		n += len(g.rows)
	}
	return &state{
		alive: make([]bool, len(b.options)), count: make([]int32, len(b.groups)),
		least: make([]int64, n), low: make([]int64, len(b.rows)), marked: make([]bool, len(b.groups)),
	}
}

// open makes everything possible that is not ruled out by the option itself, and says
// whether anything is left.
func (b *board) open(s *state) bool {
	for g, gr := range b.groups {
		for j := gr.first; j < gr.end; j++ {
			s.alive[j] = !(gr.must && j == gr.none)
			if s.alive[j] {
				s.count[g]++
			}
		}
		if s.count[g] == 0 {
			return false
		}
		for local := range gr.rows {
			s.least[gr.at+local] = b.leastOf(s, g, local)
			s.low[gr.rows[local]] += s.least[gr.at+local]
		}
	}
	b.dominate(s)
	for r := range b.rows {
		if s.low[r] > b.rows[r].limit || !b.tighten(s, r) {
			return false
		}
	}
	return b.settle(s)
}

func (s *state) copyFrom(o *state) {
	copy(s.alive, o.alive)
	copy(s.count, o.count)
	copy(s.least, o.least)
	copy(s.low, o.low)
	for _, g := range s.dirty {
		s.marked[g] = false
	}
	s.dirty = s.dirty[:0]
}

// strike takes an option out; false if it was the group's last.
func (b *board) strike(s *state, j int) bool {
	g := b.options[j].group
	s.alive[j] = false
	s.count[g]--
	if !s.marked[g] {
		s.marked[g] = true
		s.dirty = append(s.dirty, g)
	}
	return s.count[g] > 0
}

func (b *board) leastOf(s *state, g, local int) int64 {
	least := int64(math.MaxInt64)
	gr := &b.groups[g]
	alive := s.alive[gr.first:gr.end]
	for k, a := range gr.taken(local) {
		if alive[k] {
			least = min(least, a)
		}
	}
	return least
}

// settle strikes out what the rows have no room for, until nothing changes; false if
// nothing can be chosen any more.
func (b *board) settle(s *state) bool {
	for len(s.dirty) > 0 {
		g := s.dirty[len(s.dirty)-1]
		s.dirty = s.dirty[:len(s.dirty)-1]
		s.marked[g] = false
		gr := &b.groups[g]
		if s.count[g] == 0 {
			return false
		}
		for local, r := range gr.rows {
			least := b.leastOf(s, g, local)
			if least == s.least[gr.at+local] {
				continue
			}
			s.low[r] += least - s.least[gr.at+local]
			s.least[gr.at+local] = least
			if s.low[r] > b.rows[r].limit || !b.tighten(s, r) {
				return false
			}
		}
	}
	return true
}

// tighten strikes out every option that a row has no room for.
func (b *board) tighten(s *state, r int) bool {
	room := b.rows[r].limit - s.low[r]
	if room >= b.rows[r].spread {
		return true
	}
	for _, at := range b.rows[r].groups {
		gr := &b.groups[at.group]
		if s.count[at.group] == 1 {
			continue
		}
		least := s.least[gr.at+at.local]
		alive := s.alive[gr.first:gr.end]
		for k, a := range gr.taken(at.local) {
			if alive[k] && a-least > room && !b.strike(s, gr.first+k) {
				return false
			}
		}
	}
	return true
}

// dominate strikes out options that another of the same measure beats: worth no less,
// taking no more of any row, and first among equals.
func (b *board) dominate(s *state) {
	for _, gr := range b.groups {
		for j := gr.first; j < gr.end; j++ {
			for k := gr.first; k < gr.end && s.alive[j]; k++ {
				if k != j && s.alive[k] && b.beats(k, j) {
					b.strike(s, j)
				}
			}
		}
	}
}

func (b *board) beats(k, j int) bool {
	x, y := &b.options[k], &b.options[j]
	if x.worth < y.worth || x.worth == y.worth && k > j {
		return false
	}
	for local := range x.amount {
		if x.amount[local] > y.amount[local] {
			return false
		}
	}
	return true
}

// fixed tells whether every group has one option left.
func (b *board) fixed(s *state) bool {
	for _, n := range s.count {
		if n != 1 {
			return false
		}
	}
	return true
}
