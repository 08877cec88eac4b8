package measures

import (
	"math"
	"slices"
)

// Solve finds the choice of greatest value that keeps within the problem's limits, and
// proves it, or says how far the best possible may lie above it where the limits of the
// search struck. Without options, or without room for any, that is the empty choice.
//
// Errors: *FaultError for a problem that makes no sense, *InfeasibleError if the
// mandatory measures cannot all be carried out, ErrStopped if the search was stopped
// before it found anything.
func Solve(p Problem, l Limits) (Solution, error) {
	if err := check(p); err != nil {
		return Solution{}, err
	}
	s, err := best(p, l)
	if err != nil && err != ErrStopped {
		return Solution{}, infeasible(p, l)
	}
	return s, err
}

// settleNodes is how many branches settling the order among equals may take at least.
const settleNodes = 5000

// best is Solve for a checked problem: ErrInfeasible alone says that there is no choice.
func best(p Problem, l Limits, extras ...extra) (Solution, error) {
	return bestOn(lay(p, nil, extras...), p, l)
}

func bestOn(b *board, p Problem, l Limits) (Solution, error) {
	s := newSearch(b, l)
	base := newState(b)
	if !b.open(base) {
		return Solution{}, ErrInfeasible
	}
	s.run(base)
	switch {
	case s.best == nil && s.stopped:
		return Solution{}, ErrStopped
	case s.best == nil:
		return Solution{}, ErrInfeasible
	}
	proven := !s.stopped
	if proven && s.tied {
		// Equals are many: to settle their order may take as long as the proof has, and not
		// much longer.
		if most := 2*s.nodes + settleNodes; s.limits.Nodes == 0 || s.limits.Nodes > most {
			s.limits.Nodes = most
		}
		s.first(base)
	}
	return b.solution(p, s, proven), nil
}

// extreme maximises another goal, in whole units, under the rows of a checked problem and
// the extras. It gives the goal and the options chosen, or ErrInfeasible, or ErrStopped.
func extreme(p Problem, l Limits, goal func(o *Option) int64, extras ...extra) (int64, []int, error) {
	s := newSearch(lay(p, goal, extras...), l)
	base := newState(s.board)
	if !s.board.open(base) {
		return 0, nil, ErrInfeasible
	}
	s.run(base)
	switch {
	case s.stopped:
		return 0, nil, ErrStopped
	case s.best == nil:
		return 0, nil, ErrInfeasible
	}
	return s.worth, s.chosen(), nil
}

// reaching gives the options of any choice that is worth at least a target, in units of
// the grid, or ErrInfeasible, or ErrStopped.
func reaching(b *board, l Limits, target int64) ([]int, error) {
	s := newSearch(b, l)
	s.any, s.floor = true, target
	root := s.level(0)
	if !s.board.open(root.state) {
		return nil, ErrInfeasible
	}
	root.bound = math.Inf(1)
	root.relaxed.reset(root.state)
	s.branch(0)
	switch {
	case s.best != nil:
		return s.chosen(), nil
	case s.stopped:
		return nil, ErrStopped
	}
	return nil, ErrInfeasible
}

// chosen are those of the problem that the best choice holds.
func (s *search) chosen() []int {
	var options []int
	for _, j := range s.best {
		if i := s.options[j].option; i >= 0 {
			options = append(options, i)
		}
	}
	return options
}

// solution translates the best choice back.
func (b *board) solution(p Problem, s *search, proven bool) Solution {
	out := Solution{Proven: proven, Settled: proven && !s.stopped, Nodes: s.nodes}
	for _, j := range s.best {
		if i := b.options[j].option; i >= 0 {
			o := p.Options[i]
			out.Chosen = append(out.Chosen, Choice{o.Measure, o.Start, o.Way})
			out.Value += o.Value
		}
	}
	out.Bound = out.Value
	if !proven {
		out.Bound = max(out.Value, s.open/b.scale)
	}
	return out
}

// first replaces the best choice by the first of those that are worth as much. For each
// measure in the order of ids it asks whether there is an equal choice with an option
// that is preferred, all measures before it staying as they are.
func (s *search) first(base *state) {
	for g := range s.groups {
		for s.ahead(base, g) {
			if s.stopped {
				return
			}
		}
		if s.stopped || !s.hold(base, g, func(j int) bool { return j == s.best[g] }) {
			return
		}
	}
}

// ahead looks for an equal choice with a preferred option of one group, and takes it.
func (s *search) ahead(base *state, g int) bool {
	t := newSearch(s.board, s.limits)
	t.nodes, t.any, t.floor = s.nodes, true, s.worth
	root := t.level(0)
	root.bound = math.Inf(1)
	root.state.copyFrom(base)
	if !t.hold(root.state, g, func(j int) bool { return j < s.best[g] }) {
		return false
	}
	root.relaxed.reset(root.state)
	t.branch(0)
	s.nodes, s.stopped = t.nodes, t.stopped
	if t.best == nil {
		return false
	}
	s.best = slices.Clone(t.best)
	return true
}

// hold keeps of a group the options that are wanted; false if that leaves nothing.
func (s *search) hold(st *state, g int, wanted func(j int) bool) bool {
	for j := s.groups[g].first; j < s.groups[g].end; j++ {
		if st.alive[j] && !wanted(j) && !s.strike(st, j) {
			return false
		}
	}
	return s.settle(st)
}
