package calc

import (
	"maps"
	"slices"
)

// With gives the model with other values in some inputs; all else is shared with m.
// The caller sees to it that an input with one value keeps one.
func (m *Model) With(changes ...Change) *Model {
	next := &Model{
		Axis: m.Axis, rows: slices.Clone(m.rows), byID: m.byID, once: m.once, code: m.code, order: m.order, inOf: m.inOf, needs: m.needs,
		reach: map[int][]int{},
	}
	for _, c := range changes {
		if i, ok := m.byID[c.Row]; ok && m.rows[i].Leaf != nil {
			row := *m.rows[i]
			row.Leaf = &c.Leaf
			next.rows[i] = &row
		}
	}
	m.mu.Lock()
	maps.Copy(next.reach, m.reach)
	m.mu.Unlock()
	return next
}

// On reads a model that With made of the state's own. The rows named have changed in
// the model, or get other values in this state: those of own, while an input of rows
// that is not in own goes back to the model's. Only what depends on them is
// calculated; the state itself stays as it is.
func (s *State) On(m *Model, rows []ID, own ...Change) *State {
	next := s.copied()
	next.model = m
	stale := make([]bool, len(m.order))
	for _, id := range rows {
		i, ok := m.byID[id]
		if !ok || m.rows[i].Leaf == nil {
			continue
		}
		delete(next.leaves, i)
		for _, c := range own {
			if c.Row == id {
				next.leaves[i] = c.Leaf
			}
		}
		for _, at := range m.downstream(i) {
			stale[at] = true
		}
	}
	for at, is := range stale {
		if is {
			next.run(at)
		}
	}
	return next
}
