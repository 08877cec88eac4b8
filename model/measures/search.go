package measures

import (
	"cmp"
	"math"
	"slices"
)

// Steps of the prices: at the root, and in each branch.
const (
	rootSteps   = 400
	branchSteps = 12
)

// search is one run of branch and bound.
type search struct {
	*board
	limits Limits
	view   *priced
	levels []*level
	// best is the best choice found, an option for every group; nil before the first.
	best  []int
	worth int64 // of best
	// floor is the least worth that still matters: what a branch cannot reach is cut.
	floor int64
	// tied says that another choice may be worth as much as best.
	tied bool
	// any ends the search at the first choice that reaches the floor.
	any     bool
	stopped bool
	nodes   int
	// open is the highest bound of what was left undone when stopped.
	open float64
	use  []int64
	// order lists each group's options by start, none last; weight is the square of
	// what a group can be worth: halving the dear ones first cuts soonest (tried on
	// samples: the plain worth took 1.7 times the branches, no weight over eight).
	order  [][]int
	weight []float64
}

// level is what a branch of one depth works with.
type level struct {
	state  *state
	prices []float64
	smooth []float64
	top    []float64 // prices of the lowest bound
	share  []float64 // how often each option was picked lately, 0 to 1
	bound  float64
	group  int    // the group that is halved
	marks  []bool // its options of the earlier half
	late   bool   // whether the later half goes first
}

const never = math.MinInt64 / 4

func newSearch(b *board, l Limits) *search {
	s := &search{
		board: b, limits: l, view: newPriced(b), worth: never, floor: never, open: math.Inf(-1),
		use: make([]int64, len(b.rows)),
	}
	for _, gr := range b.groups {
		var order []int
		heavy := int64(0)
		for j := gr.first; j < gr.end; j++ {
			heavy = max(heavy, b.options[j].worth, -b.options[j].worth)
			if j != gr.none {
				order = append(order, j)
			}
		}
		slices.SortStableFunc(order, func(x, y int) int { return cmp.Compare(b.options[x].start, b.options[y].start) })
		s.order = append(s.order, append(order, gr.none))
		s.weight = append(s.weight, (float64(heavy)+1)*(float64(heavy)+1))
	}
	return s
}

func (s *search) level(depth int) *level {
	for len(s.levels) <= depth {
		s.levels = append(s.levels, &level{
			state: newState(s.board), prices: make([]float64, len(s.rows)), smooth: make([]float64, len(s.rows)),
			top: make([]float64, len(s.rows)), share: make([]float64, len(s.options)),
			marks: make([]bool, len(s.options)),
		})
	}
	return s.levels[depth]
}

// spent tells whether the limits have struck.
func (s *search) spent() bool {
	if s.stopped {
		return true
	}
	s.stopped = s.limits.Nodes > 0 && s.nodes >= s.limits.Nodes ||
		s.nodes%8 == 0 && s.limits.Stop != nil && s.limits.Stop()
	return s.stopped
}

// branch searches the state of a depth, whose bound is known to be at most the level's.
func (s *search) branch(depth int) {
	lv := s.level(depth)
	if s.spent() {
		s.open = max(s.open, lv.bound)
		return
	}
	s.nodes++
	steps := branchSteps
	if depth == 0 {
		steps = rootSteps
	}
	if s.bound(lv, steps, depth == 0) || s.done() {
		return
	}
	if s.fixed(lv.state) {
		return // its only choice was offered
	}
	next := s.level(depth + 1)
	s.halve(lv)
	for half := range 2 {
		next.state.copyFrom(lv.state)
		copy(next.prices, lv.top)
		copy(next.share, lv.share)
		next.bound = lv.bound
		if s.keep(next.state, lv, (half == 0) != lv.late) {
			s.branch(depth + 1)
		}
		if s.done() {
			return
		}
	}
}

func (s *search) done() bool { return s.any && s.best != nil }

// bound lowers the bound of a level by moving the prices, striking out what cannot
// reach the floor on the way. True if nothing of the branch is left to look at.
func (s *search) bound(lv *level, steps int, root bool) bool {
	ease, stale := 2.0, 0
	if root {
		ease = 1.6
	}
	clear(lv.smooth)
	lowest := math.Inf(1)
	for n := range steps {
		s.price(lv.state, lv.prices, s.view)
		s.offerPicks()
		if s.done() {
			return true
		}
		if root && (n%40 == 39 || n == 5) || !root && n == 4 && s.nodes%64 == 1 {
			s.construct(lv.state)
			if s.done() {
				return true
			}
		}
		s.remember(lv, n == 0 && root)
		if s.view.bound < lowest {
			if s.view.bound < lowest-1e-4*math.Abs(lowest) {
				stale = 0
			}
			lowest = s.view.bound
			lv.bound = min(lv.bound, lowest)
			copy(lv.top, lv.prices)
			if s.cut(lv) {
				return true
			}
			if s.fixed(lv.state) {
				s.price(lv.state, lv.prices, s.view)
				s.offerPicks()
				return true
			}
		} else if stale++; root && stale%10 == 0 {
			ease *= 0.7
		} else if !root && stale%3 == 0 {
			ease *= 0.6
		}
		goal := float64(s.floor)
		if s.floor == never {
			goal = 0.9*s.view.bound - 1
		}
		if !s.step(lv.prices, lv.smooth, s.view.left, ease, max(s.view.bound-goal, 1)) {
			break
		}
	}
	return false
}

// remember keeps how often options are picked, the newest counting most: an estimate of
// the fractions the relaxed problem would take.
func (s *search) remember(lv *level, fresh bool) {
	const weight = 0.1
	if fresh {
		clear(lv.share)
		for _, j := range s.view.pick {
			lv.share[j] = 1
		}
		return
	}
	for g := range s.groups {
		if lv.state.count[g] == 1 {
			continue
		}
		for j := s.groups[g].first; j < s.groups[g].end; j++ {
			lv.share[j] *= 1 - weight
		}
		lv.share[s.view.pick[g]] += weight
	}
}

// cut ends a branch that cannot better what was found, and strikes out the options with
// which it could not. True if the branch is ended.
func (s *search) cut(lv *level) bool {
	v := s.view
	if v.bound < float64(s.floor) {
		return true
	}
	st := lv.state
	for g := range s.groups {
		if st.count[g] == 1 {
			continue
		}
		top := v.reach[v.pick[g]]
		for j := s.groups[g].first; j < s.groups[g].end; j++ {
			if st.alive[j] && v.bound-(top-v.reach[j]) < float64(s.floor) && !s.strike(st, j) {
				return true
			}
		}
	}
	if len(st.dirty) > 0 && !s.settle(st) {
		return true
	}
	if s.best == nil || v.bound >= float64(s.worth+s.grain) {
		return false
	}
	// Nothing here is worth more than the best; something else may be worth as much.
	s.tied = s.tied || !s.only(st)
	return true
}

// only tells whether nothing but the best choice is left.
func (s *search) only(st *state) bool {
	for g, j := range s.best {
		if st.count[g] != 1 || !st.alive[j] {
			return false
		}
	}
	return true
}

// halve marks the options of one half of a branch: of the measure that is most open, the
// earlier starts against the later and never, where the picks of late are most divided.
func (s *search) halve(lv *level) {
	most := -1.0
	var split int
	for g := range s.groups {
		if lv.state.count[g] == 1 {
			continue
		}
		at, even := s.divide(lv, g)
		if score := even * s.weight[g]; score > most {
			lv.group, split, most = g, at, score
		}
	}
	clear(lv.marks)
	early := 0.0
	for i, j := range s.order[lv.group] {
		if i <= split {
			lv.marks[j] = true
			if lv.state.alive[j] {
				early += lv.share[j]
			}
		}
	}
	lv.late = early < 0.5
}

// divide finds where in time the alive options of a group part most evenly, and the
// share of the smaller part.
func (s *search) divide(lv *level, g int) (at int, even float64) {
	left, last := 0.0, -1
	even = -1
	for i, j := range s.order[g] {
		if !lv.state.alive[j] {
			continue
		}
		if last >= 0 {
			if part := min(left, 1-left) + 1e-3; part > even {
				at, even = last, part
			}
		}
		left += lv.share[j]
		last = i
	}
	return at, even
}

// keep strikes out of the group what is not marked, or what is; false if nothing is left.
func (s *search) keep(st *state, lv *level, marked bool) bool {
	return s.hold(st, lv.group, func(j int) bool { return lv.marks[j] == marked })
}
