package measures

import (
	"math"
	"math/bits"
)

// How the search aims: how far below the bound it begins, as a share of the bound, and
// how often the next aim may double the branches.
const (
	firstAim = 1.0 / 512
	wider    = 1.32
)

// run searches all of a state. A search is short while it only looks for what comes near
// the bound. So it aims high, and lower each time that nothing is there: the aims cost
// little beside the last, and each that fails lowers the bound of everything. What is
// found on the way below the aim is kept.
func (s *search) run(base *state) {
	first := newRelaxed(s.board)
	fits := first.begin(base)
	s.price(base, first.prices, s.view)
	highest := s.view.bound
	if !fits {
		if highest < never {
			return
		}
		first.reset(base)
	}
	s.construct(base, first)
	if s.best == nil {
		s.any = true
		s.attempt(base, first, highest)
		s.any = false
		if s.best == nil {
			s.open = highest
			return
		}
	}
	top := highest
	deep := max(math.Abs(top)*firstAim, 1)
	for {
		aim := int64(math.Floor(top - deep))
		if aim <= s.worth || math.Abs(top) < 4096 {
			aim = s.worth
		}
		s.floor = aim
		before := s.nodes
		s.attempt(base, first, highest)
		if s.stopped {
			// What is undone may reach its bound, what was cut the aim, and nothing the
			// aim before.
			s.open = min(max(s.open, float64(aim)), highest)
			return
		}
		if s.worth >= aim {
			return
		}
		highest = float64(aim)
		// Branches grow as a power of the depth; a whole logarithm is the same everywhere.
		took := max(bits.Len(uint(s.nodes-before))-1, 1)
		deep *= 1 + min(1, wider/float64(took))
	}
}

// attempt searches for what reaches the floor.
func (s *search) attempt(base *state, first *relaxed, highest float64) {
	root := s.level(0)
	root.bound = highest
	root.state.copyFrom(base)
	root.relaxed.copyFrom(first)
	s.branch(0)
}

// begin solves the relaxed problem from nothing.
func (x *relaxed) begin(s *state) bool {
	x.reset(s)
	return x.solve(s, rootSteps, never)
}
