package workbook

import (
	"slices"
	"strings"

	"outrigger/model/calc"
	"outrigger/model/money"
)

// row adds a line for a row of the graph that is calculated: its opening figure,
// its formula in every year, its total.
func (b *book) row(s *sheet, id calc.ID, text string, extra ...cell) {
	r := b.model.Row(id)
	s.add(line{id: id, write: func(f formulas, n int) []cell {
		return append(b.figures(f, r, text, n), extra...)
	}})
}

func (b *book) figures(f formulas, r *calc.Row, text string, n int) []cell {
	format, style := numbers(r), formula
	if r.Headline || strings.HasSuffix(r.Section, "/total") {
		style = result
	}
	cells := []cell{wrapped(labelOf(style), text), as(small, b.unit(r)), blank(small)}
	expr := r.Expr
	if p := f.place(r.ID); p.col == colOnce {
		f.col = colOnce
		cells = append(cells, b.computed(f, style, format, r, expr, 0))
		for range b.years + 1 {
			cells = append(cells, blank(labelOf(style)))
		}
		return cells
	}
	cells = append(cells, b.before(f, r, format))
	for i := range b.years {
		f.col = colYears + i
		cells = append(cells, b.computed(f, style, format, r, expr, i))
	}
	if total, has := b.total[r.ID]; has {
		t := b.model.Row(total)
		f.col = b.colTotal()
		return append(cells, b.computed(f, result, numbers(t), t, t.Expr, 0))
	}
	return append(cells, blank(labelOf(style)))
}

func labelOf(style role) role {
	if style == result {
		return result
	}
	return label
}

// computed is the cell of a row in one year. A bare reference to another sheet
// shows as brought in from there.
func (b *book) computed(f formulas, style role, format string, r *calc.Row, e calc.Expr, year int) cell {
	n, _ := f.state().Value(r.ID, b.axis.At(year))
	if e.Op == calc.OpRow && f.place(e.Row).on != f.on && style == formula {
		style = carried
	}
	return computed(style, format, f.of(e), n)
}

// before is what a row holds in the column before its first year: the figure it is
// opened with, if another row looks back at it.
func (b *book) before(f formulas, r *calc.Row, format string) cell {
	open, has := b.opening[r.ID]
	if !has || open.Op == calc.OpInput {
		return blank(label)
	}
	f.col = colOnce
	switch open.Op {
	case calc.OpLiteral:
		return figure(fixed, format, money.Int(open.N))
	case calc.OpRow:
		n, _ := f.state().Single(open.Row)
		return computed(carried, format, f.of(open), n)
	}
	return blank(label)
}

// mirror adds a line that brings a row in from another sheet.
func (b *book) mirror(s *sheet, id calc.ID, text string, extra ...cell) {
	r := b.model.Row(id)
	s.add(line{write: func(f formulas, _ int) []cell {
		cells := []cell{wrapped(label, text), as(small, b.unit(r)), blank(small)}
		one := func(col int, id calc.ID, year int) cell {
			f.col = col
			n, _ := b.state.Value(id, b.axis.At(year))
			return computed(carried, numbers(r), f.at(id), n)
		}
		if b.places[id].col != alongYears {
			cells = append(cells, one(colOnce, id, 0))
			for range b.years + 1 {
				cells = append(cells, blank(label))
			}
			return append(cells, extra...)
		}
		cells = append(cells, blank(label))
		for i := range b.years {
			cells = append(cells, one(colYears+i, id, i))
		}
		if total, has := b.total[id]; has {
			return append(append(cells, one(b.colTotal(), total, 0)), extra...)
		}
		return append(append(cells, blank(label)), extra...)
	}})
}

// label is what a row is called: whose it is, then what it says.
func (b *book) label(r *calc.Row) string { return b.Words.Label(r) }

// own is a row's label under a heading that names its owner already.
func (b *book) own(r *calc.Row) string { return b.Words.Own(r) }

// unit says what a row's figures are counted in.
func (b *book) unit(r *calc.Row) string { return b.Words.Unit(r, b.nouns) }

// section lists the rows of a section, in the order of the graph.
func (b *book) section(names ...string) []*calc.Row {
	var found []*calc.Row
	for _, r := range b.model.Rows() {
		if slices.Contains(names, r.Section) {
			found = append(found, r)
		}
	}
	return found
}
