package calc

import (
	"outrigger/model/money"
	"outrigger/model/span"
)

// Trace tells how a figure came about: the row, its formula, and the figures the
// formula read, each with a trace of its own down to the inputs.
type Trace struct {
	Row      *Row
	Year     span.Year
	Value    money.Number
	Evidence Evidence
	Parts    []Trace
}

// Trace follows a figure back, so many steps deep. The zero Trace for an unknown
// row or year.
func (s *State) Trace(id ID, year span.Year, depth int) Trace {
	row := s.model.Row(id)
	value, _ := s.Value(id, year)
	if row == nil {
		return Trace{}
	}
	t := Trace{Row: row, Year: year, Value: value, Evidence: s.Evidence(id)}
	if depth <= 0 {
		return t
	}
	type part struct {
		id   ID
		year span.Year
	}
	seen := map[part]bool{}
	follow := func(id ID, year span.Year) {
		if _, on := s.model.Axis.Index(year); !on || seen[part{id, year}] {
			return
		}
		seen[part{id, year}] = true
		t.Parts = append(t.Parts, s.Trace(id, year, depth-1))
	}
	walk(row.Expr, func(e Expr) {
		switch e.Op {
		case OpRow:
			follow(e.Row, year)
		case OpSum:
			for _, id := range e.Rows {
				follow(id, year)
			}
		case OpTotal:
			for _, y := range s.model.Axis.Years() {
				follow(e.Row, y)
			}
		case OpTotalWhere:
			for _, y := range s.model.Axis.Years() {
				if flag, _ := s.Value(e.Rows[0], y); !flag.IsZero() {
					follow(e.Row, y)
				}
			}
		case OpPrev:
			follow(e.Row, year-1)
		case OpAt:
			follow(e.Row, e.Year)
		case OpLag:
			if by := e.Args[0]; by.Op == OpRow {
				n, _ := s.Value(by.Row, year)
				if whole, _, ok := n.Int64(0); ok && whole > 0 {
					follow(e.Row, year-span.Year(whole))
				}
			}
		}
	})
	return t
}
