package measures

import (
	"cmp"
	"math"
	"slices"
)

// Steps of the prices: at the root, and in each branch.
const (
	rootSteps   = 2000
	branchSteps = 200
	// tieNodes branches are looked at for equals only; beyond, their order is settled
	// measure by measure.
	tieNodes = 1000
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
	ties int // branches looked at for equals only
	// any ends the search at the first choice that reaches the floor.
	any     bool
	stopped bool
	nodes   int
	// open is the highest bound of what was left undone when stopped.
	open float64
	use  []int64
	// mends is in how many of the rows that are exceeded each group has a part, rise by how
	// much it may gain worth: what an exchange looks for.
	mends []int
	rise  []int64
	// order lists each group's options by start, none last.
	order [][]int
	// gains are what halving a group has lowered bounds by, for each unit moved.
	gains [2][]gain
	trial *level
}

// level is what a branch of one depth works with.
type level struct {
	state   *state
	relaxed *relaxed
	bound   float64
	group   int    // the group that is halved
	marks   []bool // its options of the earlier half
	// from is the group that was halved to come here, early which half is kept, moved how
	// much of the group the relaxed problem had in the other.
	from  int
	early bool
	moved float64
}

const never = math.MinInt64 / 4

func newSearch(b *board, l Limits) *search {
	s := &search{
		board: b, limits: l, view: newPriced(b), worth: never, floor: never, open: math.Inf(-1),
		use: make([]int64, len(b.rows)), mends: make([]int, len(b.groups)), rise: make([]int64, len(b.groups)),
	}
	for _, gr := range b.groups {
		var order []int
		for j := gr.first; j < gr.end; j++ {
			if j != gr.none {
				order = append(order, j)
			}
		}
		slices.SortStableFunc(order, func(x, y int) int { return cmp.Compare(b.options[x].start, b.options[y].start) })
		s.order = append(s.order, append(order, gr.none))
	}
	for half := range s.gains {
		s.gains[half] = make([]gain, len(b.groups))
	}
	return s
}

func (s *search) level(depth int) *level {
	for len(s.levels) <= depth {
		s.levels = append(s.levels, &level{
			state: newState(s.board), relaxed: newRelaxed(s.board), marks: make([]bool, len(s.options)),
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
	if s.explore(lv, depth) || s.done() {
		return
	}
	c, ended := s.choose(lv)
	if ended || s.done() {
		return
	}
	next := s.level(depth + 1)
	s.mark(lv, c)
	for half := range 2 {
		next.state.copyFrom(lv.state)
		next.relaxed.copyFrom(lv.relaxed)
		next.bound = lv.bound
		early := (half == 0) != c.late
		next.from, next.early, next.moved = c.group, early, c.moved(early)
		if s.keep(next.state, lv, early) {
			s.branch(depth + 1)
		}
		if s.done() {
			return
		}
	}
}

func (s *search) done() bool { return s.any && s.best != nil }

// explore bounds a branch, strikes out what cannot reach the floor, and offers what it
// comes by. True if nothing of the branch is left to look at.
func (s *search) explore(lv *level, depth int) bool {
	before := lv.bound
	steps := branchSteps
	if depth == 0 {
		steps = rootSteps
	}
	for round := 0; ; round++ {
		fits := lv.relaxed.solve(lv.state, steps, float64(s.floor))
		s.price(lv.state, lv.relaxed.prices, s.view)
		lv.bound = min(lv.bound, s.view.bound)
		if round == 0 && depth > 0 {
			s.learn(lv, before-lv.bound)
		}
		if s.cut(lv) {
			return true
		}
		if !fits {
			lv.relaxed.reset(lv.state)
			return s.closed(lv)
		}
		if lv.relaxed.parts() == 0 {
			s.offerKeys(lv)
			if s.done() {
				return true
			}
		}
		if round == 0 && depth >= 0 && (depth < 4 || s.nodes%32 == 0) && !s.any {
			s.construct(lv.state, lv.relaxed)
			if s.done() {
				return true
			}
			if s.cut(lv) {
				return true
			}
		}
		if s.closed(lv) {
			return true
		}
		if lv.relaxed.stands(lv.state) || round > 10 {
			return false
		}
	}
}

// closed offers the only choice that is left, if there is but one.
func (s *search) closed(lv *level) bool {
	if !s.fixed(lv.state) {
		return false
	}
	s.price(lv.state, lv.relaxed.prices, s.view)
	s.offerPicks()
	return true
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
	if !s.earlier(st) {
		return true
	}
	if s.ties++; s.ties <= tieNodes {
		return false
	}
	s.tied = true
	return true
}

// earlier tells whether a choice of the state may come before the best among equals.
func (s *search) earlier(st *state) bool {
	for g, j := range s.best {
		for k := s.groups[g].first; k <= j; k++ {
			if st.alive[k] {
				if k < j {
					return true
				}
				break
			}
			if k == j {
				return false
			}
		}
	}
	return false
}

// keep strikes out of the group what is not marked, or what is; false if nothing is left.
func (s *search) keep(st *state, lv *level, marked bool) bool {
	return s.hold(st, lv.group, func(j int) bool { return lv.marks[j] == marked })
}
