package measures

import "slices"

// offerPicks offers the picks of the last pricing as a choice, if the rows allow it.
func (s *search) offerPicks() {
	for r := range s.rows {
		if s.view.left[r] < -1e-9 {
			return
		}
	}
	if s.tally(s.view.pick) {
		s.offer(s.view.pick)
	}
}

// tally sums what a choice uses, and tells whether the rows allow it.
func (s *search) tally(choice []int) bool {
	clear(s.use)
	for g, j := range choice {
		for local, r := range s.groups[g].rows {
			s.use[r] += s.options[j].amount[local]
		}
	}
	for r := range s.rows {
		if s.use[r] > s.rows[r].limit {
			return false
		}
	}
	return true
}

// offer takes a choice within the rows as the best, if it is.
func (s *search) offer(choice []int) {
	var worth int64
	for _, j := range choice {
		worth += s.options[j].worth
	}
	switch {
	case s.any && worth < s.floor:
	case s.best == nil || worth > s.worth:
		s.best, s.worth, s.tied = slices.Clone(choice), worth, false
		s.floor = max(s.floor, worth)
	case worth == s.worth && !slices.Equal(choice, s.best):
		if s.before(choice, s.best) {
			s.best = slices.Clone(choice)
		}
	}
}

// before tells whether a choice comes first among equals: groups are in the order of
// ids, and options in that of preference.
func (s *search) before(x, y []int) bool { return slices.Compare(x, y) < 0 }

// construct makes a choice out of the greatest parts of the relaxed problem: it mends the
// rows that are broken at the least loss, fills what room is left, and exchanges while
// that gains.
func (s *search) construct(st *state, x *relaxed) {
	choice := x.rounded()
	if !s.mend(st, choice) {
		return
	}
	s.improve(st, choice)
	s.offer(choice)
}

// offerKeys offers the relaxed problem's answer, which splits nothing.
func (s *search) offerKeys(lv *level) {
	if choice := lv.relaxed.rounded(); s.tally(choice) {
		s.offer(choice)
	}
}

// excess is by how much the rows are broken, each by its size.
func (s *search) excess() float64 {
	sum := 0.0
	for r := range s.rows {
		if over := s.use[r] - s.rows[r].limit; over > 0 {
			sum += float64(over) / s.rows[r].size
		}
	}
	return sum
}

// change swaps the option of a group, and its use.
func (s *search) change(choice []int, g, to int) {
	from := choice[g]
	for local, r := range s.groups[g].rows {
		s.use[r] += s.options[to].amount[local] - s.options[from].amount[local]
	}
	choice[g] = to
}

// mend makes changes, each the least loss of reach for what it repairs, until no row is
// broken; false if it gets stuck.
func (s *search) mend(st *state, choice []int) bool {
	s.tally(choice)
	for now := s.excess(); now > 0; now = s.excess() {
		group, option, best := -1, -1, 0.0
		for g := range s.groups {
			from := choice[g]
			for j := s.groups[g].first; j < s.groups[g].end; j++ {
				if j == from || !st.alive[j] || !s.lightens(g, from, j) {
					continue
				}
				s.change(choice, g, j)
				repaired := now - s.excess()
				s.change(choice, g, from)
				if repaired <= 1e-12 {
					continue
				}
				cost := max(s.view.reach[from]-s.view.reach[j], 0) / repaired
				if group < 0 || cost < best {
					group, option, best = g, j, cost
				}
			}
		}
		if group < 0 {
			return false
		}
		s.change(choice, group, option)
	}
	return true
}

// lightens tells whether a change takes less of any row that is exceeded.
func (s *search) lightens(g, from, to int) bool {
	x, y := s.options[from].amount, s.options[to].amount
	for local, r := range s.groups[g].rows {
		if y[local] < x[local] && s.use[r] > s.rows[r].limit {
			return true
		}
	}
	return false
}

// fits tells whether a group may change its option with the rows still kept.
func (s *search) fits(g, from, to int) bool {
	x, y := s.options[from].amount, s.options[to].amount
	for local, r := range s.groups[g].rows {
		if s.use[r]+y[local]-x[local] > s.rows[r].limit {
			return false
		}
	}
	return true
}

// improve changes one group, or two at once, while the choice gains worth and the rows
// are kept.
func (s *search) improve(st *state, choice []int) {
	for rounds := 0; rounds < 50; rounds++ {
		if !s.improveOne(st, choice) && !s.improveTwo(st, choice) {
			return
		}
	}
}

func (s *search) improveOne(st *state, choice []int) bool {
	gained := false
	for {
		group, option, most := -1, -1, int64(0)
		for g := range s.groups {
			from := choice[g]
			for j := s.groups[g].first; j < s.groups[g].end; j++ {
				if gain := s.options[j].worth - s.options[from].worth; st.alive[j] && gain > most && s.fits(g, from, j) {
					group, option, most = g, j, gain
				}
			}
		}
		if group < 0 {
			return gained
		}
		s.change(choice, group, option)
		gained = true
	}
}

// improveTwo lets one group give way to another.
func (s *search) improveTwo(st *state, choice []int) bool {
	most := int64(0)
	for g := range s.groups {
		s.rise[g] = 0
		for j := s.groups[g].first; j < s.groups[g].end; j++ {
			if st.alive[j] {
				s.rise[g] = max(s.rise[g], s.options[j].worth-s.options[choice[g]].worth)
			}
		}
		most = max(most, s.rise[g])
	}
	for g := range s.groups {
		from := choice[g]
		for j := s.groups[g].first; j < s.groups[g].end; j++ {
			if j == from || !st.alive[j] {
				continue
			}
			loss := s.options[from].worth - s.options[j].worth
			if loss >= most {
				continue
			}
			s.change(choice, g, j)
			if h, k := s.bestMove(st, choice, g, loss); h >= 0 {
				s.change(choice, h, k)
				return true
			}
			s.change(choice, g, from)
		}
	}
	return false
}

// bestMove is the change of another group that gains most above the loss of one that has
// just been changed, -1 if none.
func (s *search) bestMove(st *state, choice []int, but int, loss int64) (group, option int) {
	group, option = -1, -1
	broken := 0
	clear(s.mends)
	for _, r := range s.groups[but].rows { // only these can be exceeded
		if s.use[r] > s.rows[r].limit {
			broken++
			for _, at := range s.rows[r].groups {
				s.mends[at.group]++
			}
		}
	}
	for h := range s.groups {
		if h == but || s.mends[h] < broken || s.rise[h] <= loss {
			continue
		}
		from := choice[h]
		for k := s.groups[h].first; k < s.groups[h].end; k++ {
			gain := s.options[k].worth - s.options[from].worth
			if st.alive[k] && gain > loss && s.fits(h, from, k) {
				group, option, loss = h, k, gain
			}
		}
	}
	return group, option
}
