package workbook

import (
	"reflect"

	"outrigger/model/calc"
	"outrigger/model/plan"
)

// study finds what the layout needs to know of the graph: which rows stand in one
// cell, what rows are before their first year, and which rows add up others.
func (b *book) study() {
	for _, in := range plan.Inputs(b.plan) {
		b.inputOf[calc.ID(in.ID)] = in
	}
	for _, row := range b.model.Rows() {
		b.standsAlone(row.ID, map[calc.ID]bool{})
		openings(row.Expr, b.opening)
		if row.Expr.Op != calc.OpTotal && row.Expr.Op != calc.OpTotalWhere {
			continue
		}
		if _, taken := b.total[row.Expr.Row]; !taken {
			b.total[row.Expr.Row] = row.ID
		}
	}
	for of := range b.total { // a total of one cell is no sum over a line
		if b.single[of] {
			delete(b.total, of)
		}
	}
	for of, total := range b.total {
		b.adds[total] = of
	}
}

// standsAlone settles whether a row has one cell. The graph calls an empty sum a
// single figure; on a sheet it is a line of zeros, so that the formulas over it are
// the same whether there is something to add or not.
func (b *book) standsAlone(id calc.ID, on map[calc.ID]bool) bool {
	if known, settled := b.single[id]; settled {
		return known
	}
	if on[id] || !b.model.Once(id) {
		b.single[id] = false
		return false
	}
	on[id] = true
	row := b.model.Row(id)
	alone := b.exprAlone(row, row.Expr, on)
	b.single[id] = alone
	return alone
}

func (b *book) exprAlone(row *calc.Row, e calc.Expr, on map[calc.ID]bool) bool {
	switch e.Op {
	case calc.OpInput:
		return row.Leaf.Once
	case calc.OpTotal, calc.OpTotalWhere, calc.OpAt:
		return true
	case calc.OpPrev, calc.OpLag:
		return false
	case calc.OpRow:
		return b.standsAlone(e.Row, on)
	case calc.OpSum:
		for _, id := range e.Rows {
			if !b.standsAlone(id, on) {
				return false
			}
		}
		return len(e.Rows) > 0
	}
	for _, arg := range e.Args {
		if !b.exprAlone(row, arg, on) {
			return false
		}
	}
	return true
}

// openings notes what each row is read as before its first year. A row that two
// formulas open differently is left out; see formulas.previous.
func openings(e calc.Expr, found map[calc.ID]calc.Expr) {
	if e.Op == calc.OpPrev {
		if before, known := found[e.Row]; known && !reflect.DeepEqual(before, e.Args[0]) {
			found[e.Row] = calc.Expr{Op: calc.OpInput} // none: an input never opens a row
		} else {
			found[e.Row] = e.Args[0]
		}
	}
	for _, arg := range e.Args {
		openings(arg, found)
	}
}
