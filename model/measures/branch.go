package measures

import (
	"cmp"
	"math"
	"slices"
)

// How a branch is chosen.
var (
	trials    = 8  // groups that are tried out before a branch
	trialStep = 10 // steps of a trial
	trusted   = 4  // trials after which the gains of a group are believed
)

// gain is what halving a group has lowered the bound by.
type gain struct {
	sum   float64 // for each unit that was moved
	count int
}

// halving is a way to branch: of a group, the options up to a place in its order against
// those after.
type halving struct {
	group, split int
	early        float64 // what the relaxed problem has of the earlier half
	late         bool    // whether the later half goes first
	score        float64
}

// moved is what the relaxed problem must move when a half is kept.
func (c halving) moved(early bool) float64 {
	if early {
		return 1 - c.early
	}
	return c.early
}

func half(early bool) int {
	if early {
		return 1
	}
	return 0
}

// learn keeps what the last halving has gained.
func (s *search) learn(lv *level, by float64) {
	s.note(lv.from, lv.early, lv.moved, by)
}

func (s *search) note(group int, early bool, moved, by float64) {
	if math.IsInf(by, 0) || moved < 1e-6 {
		return
	}
	g := &s.gains[half(early)][group]
	g.sum += max(by, 0) / moved
	g.count++
}

// expect is what halving is thought to gain.
func (s *search) expect(c halving, early bool) float64 {
	g := s.gains[half(early)][c.group]
	if g.count == 0 {
		return s.usual(early) * c.moved(early)
	}
	return g.sum / float64(g.count) * c.moved(early)
}

func (s *search) usual(early bool) float64 {
	sum, n := 0.0, 0
	for _, g := range s.gains[half(early)] {
		if g.count > 0 {
			sum += g.sum / float64(g.count)
			n++
		}
	}
	if n == 0 {
		return 1
	}
	return sum / float64(n)
}

func product(a, b float64) float64 { return max(a, 1e-6) * max(b, 1e-6) }

// choose finds the halving that is thought to lower the bounds of both halves most. Those
// without experience are tried out. True if the branch came to its end by that.
func (s *search) choose(lv *level) (halving, bool) {
	all := s.halvings(lv)
	for i := range all {
		c := &all[i]
		c.score = product(s.expect(*c, true), s.expect(*c, false))
	}
	slices.SortStableFunc(all, func(x, y halving) int { return cmp.Compare(y.score, x.score) })
	if s.trial == nil {
		s.trial = &level{state: newState(s.board), relaxed: newRelaxed(s.board), marks: make([]bool, len(s.options))}
	}
	best, tried := -1, 0
	for i := range all {
		c := &all[i]
		if min(s.gains[0][c.group].count, s.gains[1][c.group].count) < trusted && tried < trials {
			tried++
			var by [2]float64
			for h := range 2 {
				early := h == 1
				by[h] = s.try(lv, *c, early)
				if math.IsInf(by[h], 1) {
					// Nothing is in this half: the other is all there is.
					s.mark(lv, *c)
					if !s.keep(lv.state, lv, !early) || s.explore(lv, -1) {
						return *c, true
					}
					return s.choose(lv)
				}
				s.note(c.group, early, c.moved(early), by[h])
			}
			c.score = product(by[0], by[1])
			c.late = by[0] < by[1]
		} else {
			c.late = s.expect(*c, false) < s.expect(*c, true)
		}
		if best < 0 || c.score > all[best].score {
			best = i
		}
	}
	return all[best], false
}

// try is by how much keeping a half lowers the bound, infinite if nothing is left.
func (s *search) try(lv *level, c halving, early bool) float64 {
	t := s.trial
	t.state.copyFrom(lv.state)
	t.relaxed.copyFrom(lv.relaxed)
	s.mark(lv, c)
	if !s.keep(t.state, lv, early) {
		return math.Inf(1)
	}
	fits := t.relaxed.solve(t.state, trialStep, float64(s.floor))
	if !fits || t.relaxed.bound < float64(s.floor) {
		s.price(t.state, t.relaxed.prices, s.view)
		if s.view.bound < float64(s.floor) {
			return math.Inf(1)
		}
	}
	return max(lv.relaxed.bound-t.relaxed.bound, 0)
}

// halvings lists the ways to branch on what the relaxed problem splits, or, where it
// splits nothing, on the first group that is open.
func (s *search) halvings(lv *level) []halving {
	var all []halving
	x := lv.relaxed
	for g := range s.groups {
		if lv.state.count[g] == 1 || x.splits[g] == 0 {
			continue
		}
		sum := 0.0
		last := -1 // place of the last option with a part
		for i, j := range s.order[g] {
			p := x.partOf(j)
			if p < 1e-7 || !lv.state.alive[j] {
				continue
			}
			if last >= 0 && sum > 1e-7 && sum < 1-1e-7 {
				all = append(all, halving{group: g, split: last, early: sum})
				if i-1 != last {
					all = append(all, halving{group: g, split: i - 1, early: sum})
				}
			}
			sum += p
			last = i
		}
	}
	if len(all) > 0 {
		return all
	}
	for g := range s.groups {
		if lv.state.count[g] > 1 {
			for i, j := range s.order[g] {
				if lv.state.alive[j] {
					return []halving{{group: g, split: i, early: x.partOf(j)}}
				}
			}
		}
	}
	return nil
}

// mark notes the options of the earlier half.
func (s *search) mark(lv *level, c halving) {
	lv.group = c.group
	for i, j := range s.order[c.group] {
		lv.marks[j] = i <= c.split
	}
}

// partOf is what the relaxed problem takes of an option.
func (x *relaxed) partOf(j int) float64 {
	if x.isBasic[j] {
		for i, k := range x.basic {
			if k == j {
				return x.part[i]
			}
		}
	}
	if g := x.options[j].group; x.key[g] == j {
		return 1 - x.taken[g]
	}
	return 0
}

// parts counts the basic options that are neither taken whole nor not at all.
func (x *relaxed) parts() int {
	n := 0
	for _, p := range x.part {
		if p > 1e-7 && p < 1-1e-7 {
			n++
		}
	}
	return n
}

// rounded takes the greatest part of each group.
func (x *relaxed) rounded() []int {
	choice := slices.Clone(x.key)
	most := make([]float64, len(x.key))
	for g := range most {
		most[g] = 1 - x.taken[g]
	}
	for i, j := range x.basic {
		if g := x.options[j].group; x.part[i] > most[g] {
			choice[g], most[g] = j, x.part[i]
		}
	}
	return choice
}

// stands tells whether the answer of the relaxed problem takes only what is alive.
func (x *relaxed) stands(s *state) bool {
	for g, j := range x.key {
		if !s.alive[j] && x.taken[g] < 1-whole {
			return false
		}
	}
	for i, j := range x.basic {
		if !s.alive[j] && x.part[i] > whole {
			return false
		}
	}
	return true
}
