package calc

import (
	"slices"
	"strings"
)

// edge is a row that another needs, and when: in the same year, in earlier years
// only, or in all years at once.
type edge struct {
	to   int
	when timing
}

type timing uint8

const (
	sameYear timing = iota
	earlier
	allYears
)

func (m *Model) edges(r *Row) []edge {
	var es []edge
	walk(r.Expr, func(e Expr) {
		when := sameYear
		switch e.Op {
		case OpPrev, OpLag:
			when = earlier
		case OpTotal, OpTotalWhere, OpAt:
			when = allYears
		}
		for _, id := range e.Reads() {
			es = append(es, edge{m.byID[id], when})
		}
	})
	return es
}

// arrange orders the rows so that each comes after what it needs (Tarjan's
// strongly connected components). Rows that need one another through earlier
// years form a loop, calculated year by year; needing one another within a year,
// or over all years, is a cycle.
func (m *Model) arrange() error {
	t := tarjan{index: make([]int, len(m.rows)), low: make([]int, len(m.rows)), on: make([]bool, len(m.rows))}
	t.edges = make([][]edge, len(m.rows))
	m.needs = make([][]int, len(m.rows))
	for i, r := range m.rows {
		t.edges[i] = m.edges(r)
		for _, e := range t.edges[i] {
			m.needs[i] = append(m.needs[i], e.to)
		}
	}
	for i := range m.rows {
		if t.index[i] == 0 {
			t.visit(i)
		}
	}
	m.inOf = make([]int, len(m.rows))
	for _, rows := range t.found {
		slices.Sort(rows)
		loop := len(rows) > 1 || slices.ContainsFunc(t.edges[rows[0]], func(e edge) bool { return e.to == rows[0] })
		if loop {
			ordered, at := withinYear(rows, t.edges)
			if ordered == nil {
				return fault(m.rows[at].ID, ErrCycle, m.names(rows))
			}
			rows = ordered
		}
		for _, i := range rows {
			m.inOf[i] = len(m.order)
		}
		m.order = append(m.order, component{rows, loop})
	}
	return nil
}

func (m *Model) names(rows []int) string {
	var ids []string
	for _, i := range rows {
		ids = append(ids, string(m.rows[i].ID))
	}
	return strings.Join(ids, ", ")
}

type tarjan struct {
	edges      [][]edge
	index, low []int
	on         []bool
	stack      []int
	next       int
	found      [][]int
}

func (t *tarjan) visit(i int) {
	t.next++
	t.index[i], t.low[i] = t.next, t.next
	t.stack = append(t.stack, i)
	t.on[i] = true
	for _, e := range t.edges[i] {
		if t.index[e.to] == 0 {
			t.visit(e.to)
			t.low[i] = min(t.low[i], t.low[e.to])
		} else if t.on[e.to] {
			t.low[i] = min(t.low[i], t.index[e.to])
		}
	}
	if t.low[i] != t.index[i] {
		return
	}
	var rows []int
	for {
		last := t.stack[len(t.stack)-1]
		t.stack = t.stack[:len(t.stack)-1]
		t.on[last] = false
		rows = append(rows, last)
		if last == i {
			break
		}
	}
	t.found = append(t.found, rows)
}

// withinYear orders the rows of a loop by what they need in the same year. It
// returns nil and a row at fault where they need one another at once.
func withinYear(rows []int, edges [][]edge) ([]int, int) {
	const waiting, open, done = 0, 1, 2
	state := map[int]int{}
	for _, i := range rows {
		state[i] = waiting
	}
	var ordered []int
	var visit func(i int) bool
	visit = func(i int) bool {
		state[i] = open
		for _, e := range edges[i] {
			s, inside := state[e.to]
			switch {
			case !inside || e.when == earlier:
			case e.when == allYears || s == open:
				return false
			case s == waiting && !visit(e.to):
				return false
			}
		}
		state[i] = done
		ordered = append(ordered, i)
		return true
	}
	for _, i := range rows {
		if state[i] == waiting && !visit(i) {
			return nil, i
		}
	}
	return ordered, 0
}

// downstream lists the positions in the order that depend on a row, the row's own
// first.
func (m *Model) downstream(row int) []int {
	m.mu.Lock()
	defer m.mu.Unlock()
	if found, ok := m.reach[row]; ok {
		return found
	}
	reached := make([]bool, len(m.order))
	reached[m.inOf[row]] = true
	var found []int
	for at := m.inOf[row]; at < len(m.order); at++ {
		for _, i := range m.order[at].rows {
			if reached[at] {
				break
			}
			reached[at] = slices.ContainsFunc(m.needs[i], func(to int) bool { return reached[m.inOf[to]] })
		}
		if reached[at] {
			found = append(found, at)
		}
	}
	m.reach[row] = found
	return found
}

// Between lists the rows that depend on one row and that another depends on, both
// among them, in the order of the graph. Empty if the second does not depend on the
// first.
func (m *Model) Between(from, to ID) []ID {
	first, known := m.byID[from]
	last, known2 := m.byID[to]
	if !known || !known2 {
		return nil
	}
	above := make([]bool, len(m.rows)) // what the second depends on
	above[last] = true
	for stack := []int{last}; len(stack) > 0; {
		row := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		for _, need := range m.needs[row] {
			if !above[need] {
				above[need] = true
				stack = append(stack, need)
			}
		}
	}
	if !above[first] {
		return nil
	}
	within := make([]bool, len(m.rows))
	for _, at := range m.downstream(first) {
		for _, row := range m.order[at].rows {
			within[row] = above[row]
		}
	}
	var found []ID
	for row, is := range within {
		if is {
			found = append(found, m.rows[row].ID)
		}
	}
	return found
}
