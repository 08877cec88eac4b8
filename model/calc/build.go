package calc

import (
	"errors"
	"slices"
	"sync"

	"outrigger/model/span"
)

// Model is a checked graph, ready to be read. It never changes and may be shared
// by goroutines.
type Model struct {
	Axis  span.Axis
	rows  []*Row
	byID  map[ID]int
	once  []bool // the row has one value, not one a year
	code  [][]ins
	order []component
	inOf  []int   // row → position in order
	needs [][]int // row → rows that it reads

	mu    sync.Mutex
	reach map[int][]int // row → positions in order that depend on it
}

// component is a run of rows that is calculated together: one row, or several
// that need one another's earlier years and so go year by year.
type component struct {
	rows []int
	loop bool
}

// Build checks the graph as a whole and reports every error at once, joined.
func (b *Book) Build() (*Model, error) {
	m := &Model{Axis: b.Axis, rows: b.rows, byID: b.byID, reach: map[int][]int{}}
	errs := slices.Clone(b.errs)
	for _, r := range b.rows {
		errs = append(errs, b.check(r)...)
	}
	if len(errs) > 0 {
		return nil, errors.Join(errs...)
	}
	if err := m.arrange(); err != nil {
		return nil, err
	}
	m.findOnce()
	for _, r := range b.rows {
		if err := m.checkUnits(r); err != nil {
			errs = append(errs, err)
		}
	}
	if len(errs) > 0 {
		return nil, errors.Join(errs...)
	}
	m.code = make([][]ins, len(m.rows))
	for i, r := range m.rows {
		m.code[i] = m.compile(nil, r.Expr)
	}
	return m, nil
}

// check finds what is wrong with a row by itself.
func (b *Book) check(r *Row) []error {
	var errs []error
	walk(r.Expr, func(e Expr) {
		for _, id := range e.Reads() {
			if !b.Has(id) {
				errs = append(errs, fault(r.ID, ErrUnknown, id))
			}
		}
		switch e.Op {
		case OpLiteral:
			if !slices.Contains([]int{0, 1, 12, 100}, e.N) {
				errs = append(errs, fault(r.ID, ErrLiteral, e.N))
			}
		case OpAt:
			if _, on := b.Axis.Index(e.Year); !on {
				errs = append(errs, fault(r.ID, ErrYear, int(e.Year)))
			}
		}
	})
	if r.Leaf != nil {
		want := b.Axis.Len()
		if r.Leaf.Once {
			want = 1
		}
		if len(r.Leaf.Values) != want {
			errs = append(errs, fault(r.ID, ErrMissingYear, len(r.Leaf.Values), " of ", want))
		}
	} else if r.Expr.Op == OpInput {
		errs = append(errs, fault(r.ID, ErrMissingYear, "no values"))
	}
	return errs
}

// Reads lists the rows that this node itself names.
func (e Expr) Reads() []ID {
	switch e.Op {
	case OpRow, OpTotal, OpPrev, OpLag, OpAt:
		return []ID{e.Row}
	case OpTotalWhere:
		return []ID{e.Row, e.Rows[0]}
	case OpSum:
		return e.Rows
	}
	return nil
}

func walk(e Expr, visit func(Expr)) {
	visit(e)
	for _, arg := range e.Args {
		walk(arg, visit)
	}
}

// findOnce settles which rows have one value: inputs that say so and whatever is
// made of such rows and totals alone. A row that looks back a year is never one.
func (m *Model) findOnce() {
	m.once = make([]bool, len(m.rows))
	for _, c := range m.order {
		if c.loop {
			continue
		}
		i := c.rows[0]
		m.once[i] = m.single(m.rows[i], m.rows[i].Expr)
	}
}

func (m *Model) single(r *Row, e Expr) bool {
	switch e.Op {
	case OpInput:
		return r.Leaf.Once
	case OpTotal, OpTotalWhere, OpAt:
		return true
	case OpPrev, OpLag:
		return false
	case OpRow:
		return m.once[m.byID[e.Row]]
	case OpSum:
		for _, id := range e.Rows {
			if !m.once[m.byID[id]] {
				return false
			}
		}
	}
	for _, arg := range e.Args {
		if !m.single(r, arg) {
			return false
		}
	}
	return true
}

// Rows lists all rows in the order they were written.
func (m *Model) Rows() []*Row { return m.rows }

// Row finds a row, nil if there is none of this id.
func (m *Model) Row(id ID) *Row {
	if i, ok := m.byID[id]; ok {
		return m.rows[i]
	}
	return nil
}

// Once reports whether a row has one value rather than one a year.
func (m *Model) Once(id ID) bool {
	i, ok := m.byID[id]
	return ok && m.once[i]
}
