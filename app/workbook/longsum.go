package workbook

import (
	"strings"

	"outrigger/model/calc"
	"outrigger/model/money"
)

// maxSum is the longest sum that is written out, in characters: with room for what else
// stands in its formula, below what a spreadsheet reads. A longer one is added up in
// stretches, each in a line of its own at the end of its sheet.
const maxSum = 3000

// stretches are the lines that add up a long sum, one below the other.
type stretches struct {
	on          *sheet
	first, last int
	col         int // alongYears: that of the formula
}

// listed is a sum of the totals of rows on a sheet that no row of the graph stands for.
type listed struct {
	text string
	ids  []calc.ID
}

// sumKey tells sums apart: by what they add, and whose workings they belong to.
type sumKey struct {
	end *end
	ids string
}

func keyOf(e *end, ids []calc.ID) sumKey {
	var text strings.Builder
	for _, id := range ids {
		text.WriteString(string(id))
		text.WriteByte('\n')
	}
	return sumKey{e, text.String()}
}

// manyRows is from how many rows on a sum may be too long.
const manyRows = 60

// longSums gives lines to the stretches of sums that are too long for a formula. It comes
// when all places are settled, and moves none of them.
func (b *book) longSums() {
	b.long = map[sumKey]stretches{}
	for _, s := range b.sheets {
		for _, l := range s.lines {
			r := b.model.Row(l.id)
			if r == nil || r.Leaf != nil {
				continue
			}
			p := formulas{b: b, on: s, end: l.end}.place(r.ID)
			b.inExpr(s, l.end, r.Expr, b.label(r), r, p.col)
			if total := b.model.Row(b.total[r.ID]); total != nil && p.col == alongYears {
				b.inExpr(s, l.end, total.Expr, b.label(r), total, b.colTotal())
			}
		}
		for _, sum := range s.sums {
			b.stretch(s, nil, sum.ids, sum.text, b.model.Row(sum.ids[0]), colLeft)
		}
		s.flush()
	}
}

// inExpr finds the long sums in an expression of a row.
func (b *book) inExpr(s *sheet, e *end, x calc.Expr, text string, of *calc.Row, col int) {
	for _, arg := range x.Args {
		b.inExpr(s, e, arg, text, of, col)
	}
	if x.Op == calc.OpSum && len(x.Rows) >= manyRows {
		b.stretch(s, e, x.Rows, text, of, col)
	}
}

// stretch gives lines to a sum, in one column or along the years, if it is long.
func (b *book) stretch(s *sheet, e *end, ids []calc.ID, text string, of *calc.Row, col int) {
	key := keyOf(e, ids)
	if _, known := b.long[key]; known {
		return
	}
	first, last := col, col
	if col == alongYears {
		first, last = colYears, colYears+b.years-1
	}
	if sum, _ := (formulas{b: b, on: s, col: last, end: e}).sum(ids); len(sum) <= maxSum {
		return
	}
	s.heading(b.Words.Say("workbook.group.stretches", map[string]string{"sum": text}))
	at := stretches{on: s, first: s.next(), col: col}
	for rest := ids; len(rest) > 0; {
		n := b.within(s, e, last, rest)
		part := rest[:n]
		rest = rest[n:]
		s.add(line{end: e, write: func(f formulas, _ int) []cell { return b.stretched(f, part, of, first, last) }})
	}
	at.last = s.last()
	b.long[key] = at
}

// within is how many of the rows a sum takes without growing too long.
func (b *book) within(s *sheet, e *end, col int, ids []calc.ID) int {
	f := formulas{b: b, on: s, col: col, end: e}
	low, high := 1, len(ids)
	for low < high {
		n := (low + high + 1) / 2
		if text, _ := f.sum(ids[:n]); len(text) <= maxSum {
			low = n
		} else {
			high = n - 1
		}
	}
	return low
}

// stretched is the line of a stretch: its sum in the columns from first to last.
func (b *book) stretched(f formulas, ids []calc.ID, of *calc.Row, first, last int) []cell {
	cells := []cell{
		wrapped(label, b.Words.Say("workbook.stretch", map[string]string{"first": b.label(b.model.Row(ids[0])), "last": b.label(b.model.Row(ids[len(ids)-1]))})),
		as(small, b.unit(of)), blank(small),
	}
	for len(cells) < first {
		cells = append(cells, blank(label))
	}
	for col := first; col <= last; col++ {
		f.col = col
		text, _ := f.sum(ids)
		var sum money.Number
		for _, id := range ids {
			n, _ := f.state().Value(id, b.axis.At(max(0, col-colYears)))
			sum, _ = sum.Add(n)
		}
		cells = append(cells, computed(formula, numbers(of), text, sum))
	}
	return cells
}

// inStretches is a long sum as the sum of its stretches; false if it is not long.
func (f formulas) inStretches(ids []calc.ID) (string, bool) {
	if len(ids) < manyRows || len(f.b.long) == 0 {
		return "", false
	}
	at, is := f.b.long[keyOf(f.end, ids)]
	if !is {
		return "", false
	}
	col := at.col
	if col == alongYears {
		col = f.col
	}
	return "SUM(" + f.sheet(at.on) + cellName(col, at.first) + ":" + cellName(col, at.last) + ")", true
}

// sums notes that a sheet adds up the totals of rows, which may be too many for a formula.
func (b *book) sums(s *sheet, text string, ids []calc.ID) {
	if len(ids) < manyRows {
		return
	}
	var totals []calc.ID
	for _, id := range ids {
		totals = append(totals, b.total[id])
	}
	s.sums = append(s.sums, listed{text, totals})
}
