package workbook

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"outrigger/model/calc"
	"outrigger/model/rows"
	"outrigger/model/span"
)

// ErrTooLong says that a formula would be longer than a spreadsheet takes.
var ErrTooLong = errors.New("workbook: the plan has too many lines for one sum in a spreadsheet; join some of them")

// maxFormula is the length of formula that Excel reads (8,192 characters), less
// the sign of equality.
const maxFormula = 8191

// place is where a row of the graph stands: a line, and the column of its one
// figure, or alongYears for a figure in each year's column.
type place struct {
	on   *sheet
	line int
	col  int
}

const alongYears = -1

// formulas writes the formulas of one cell: which sheet it is on, and in which
// column.
type formulas struct {
	b   *book
	on  *sheet
	col int
	end *end // of the line, where it belongs to the workings of the sensitivity
}

// place is where a row stands, seen from this cell: nowhere if its sheet is nil.
func (f formulas) place(id calc.ID) place {
	if f.end != nil {
		if p, moved := f.end.places[id]; moved {
			return p
		}
	}
	return f.b.places[id]
}

// state is the reading that the figures beside the formulas come from.
func (f formulas) state() *calc.State {
	if f.end != nil {
		return f.end.state
	}
	return f.b.state
}

// The binding strength of what was written, to set as few brackets as reading
// needs.
const (
	weak   = iota // a + b
	middle        // a × b
	strong        // a cell, a function
)

func (f formulas) of(e calc.Expr) string {
	text, _ := f.write(e)
	if len(text) > maxFormula {
		f.b.do(ErrTooLong)
	}
	return text
}

func (f formulas) write(e calc.Expr) (string, int) {
	arg := func(i, least int) string {
		text, binds := f.write(e.Args[i])
		if binds < least {
			return "(" + text + ")"
		}
		return text
	}
	switch e.Op {
	case calc.OpLiteral:
		return strconv.Itoa(e.N), strong
	case calc.OpRow:
		return f.at(e.Row), strong
	case calc.OpAdd:
		return arg(0, weak) + "+" + arg(1, weak), weak
	case calc.OpSub:
		return arg(0, weak) + "-" + arg(1, middle), weak
	case calc.OpMul:
		return arg(0, middle) + "*" + arg(1, middle), middle
	case calc.OpDiv:
		by := arg(1, strong)
		return "IF(" + by + "=0," + arg(2, weak) + "," + arg(0, middle) + "/" + by + ")", strong
	case calc.OpMin:
		return "MIN(" + arg(0, weak) + "," + arg(1, weak) + ")", strong
	case calc.OpMax:
		return "MAX(" + arg(0, weak) + "," + arg(1, weak) + ")", strong
	case calc.OpSum:
		return f.sum(e.Rows)
	case calc.OpTotal:
		if p := f.place(e.Row); p.col != alongYears {
			return f.at(e.Row) + "*COUNT(" + f.along(rows.YearNumber) + ")", middle
		}
		return "SUM(" + f.along(e.Row) + ")", strong
	case calc.OpTotalWhere:
		if p := f.place(e.Row); p.col != alongYears {
			return f.at(e.Row) + "*SUM(" + f.along(e.Rows[0]) + ")", middle
		}
		return "SUMPRODUCT(" + f.along(e.Row) + "," + f.along(e.Rows[0]) + ")", strong
	case calc.OpPrev:
		return f.previous(e), strong
	case calc.OpLag:
		return f.lag(e.Row, arg(0, strong)), strong
	case calc.OpAt:
		return f.inYear(e.Row, e.Year), strong
	case calc.OpIf:
		return "IF(" + arg(0, weak) + signs[e.Cmp] + arg(1, weak) + "," + arg(2, weak) + "," + arg(3, weak) + ")", strong
	case calc.OpRound:
		return "ROUND(" + arg(0, weak) + "," + arg(1, weak) + ")", strong
	case calc.OpSpreadMean:
		low, high, tail := arg(0, strong), arg(1, strong), arg(2, strong)
		return fmt.Sprintf("IF(OR(%[1]s<=0,%[2]s<%[1]s),0,SQRT(%[1]s*%[2]s)*EXP((LN(%[2]s/%[1]s)/(NORMSINV(1-%[3]s)-NORMSINV(%[3]s)))^(1+1)/(1+1)))", low, high, tail), strong
	case calc.OpCompound:
		first, last, years := arg(0, strong), arg(1, strong), arg(2, strong)
		return fmt.Sprintf("IF(OR(%s<=0,%s<0,%s<=0),0,(%s/%s)^(1/%s)-1)", first, last, years, last, first, years), strong
	}
	f.b.do(fmt.Errorf("workbook: no formula for operation %d", e.Op))
	return "0", strong
}

var signs = map[calc.Cmp]string{calc.Less: "<", calc.LessOrEqual: "<=", calc.Equal: "=", calc.Greater: ">", calc.GreaterOrEqual: ">="}

// at reads a row in the same column, or in its one cell.
func (f formulas) at(id calc.ID) string { return f.shifted(id, 0) }

// below reads the line under a row: of an input that scenarios change, its base figure.
func (f formulas) below(id calc.ID) string {
	p := f.place(id)
	if p.col != alongYears {
		return f.sheet(p.on) + "$" + column(p.col) + "$" + strconv.Itoa(p.line+1)
	}
	return f.sheet(p.on) + column(f.col) + strconv.Itoa(p.line+1)
}

func (f formulas) shifted(id calc.ID, by int) string {
	p := f.place(id)
	if p.on == nil {
		f.b.do(fmt.Errorf("workbook: row %s stands on no sheet", id))
		return "0"
	}
	if p.on == f.on && p.on.key == "packages" && p.col == f.col { // a package in its own column
		return column(p.col) + strconv.Itoa(p.line)
	}
	if p.col != alongYears {
		return f.sheet(p.on) + "$" + column(p.col) + "$" + strconv.Itoa(p.line)
	}
	return f.sheet(p.on) + column(f.col+by) + strconv.Itoa(p.line)
}

// along is the row's cells of all years.
func (f formulas) along(id calc.ID) string {
	p := f.place(id)
	n := strconv.Itoa(p.line)
	if p.col != alongYears {
		return f.at(id)
	}
	return f.sheet(p.on) + "$" + column(colYears) + "$" + n + ":$" + column(colYears+f.b.years-1) + "$" + n
}

// plannedOf is the row's cells of the planned years.
func (f formulas) plannedOf(id calc.ID) string {
	p := f.place(id)
	if p.col != alongYears {
		return f.at(id)
	}
	n := strconv.Itoa(p.line)
	first := min(colYears+int(f.b.axis.LastActual-f.b.axis.First)+1, colYears+f.b.years-1)
	return f.sheet(p.on) + "$" + column(first) + "$" + n + ":$" + column(colYears+f.b.years-1) + "$" + n
}

func (f formulas) inYear(id calc.ID, year span.Year) string {
	p := f.place(id)
	if p.col != alongYears {
		return f.at(id)
	}
	return f.sheet(p.on) + "$" + column(colYears+int(year-f.b.plan.Years.First)) + "$" + strconv.Itoa(p.line)
}

func (f formulas) sheet(s *sheet) string {
	if s == f.on {
		return ""
	}
	return quoted(s.name) + "!"
}

func quoted(name string) string { return "'" + strings.ReplaceAll(name, "'", "''") + "'" }

// previous reads the column before. In the first year that is the opening column,
// which holds what the row is before it begins.
func (f formulas) previous(e calc.Expr) string {
	p := f.place(e.Row)
	if open, ok := f.b.opening[e.Row]; ok && open.Op != calc.OpInput && p.col == alongYears {
		return f.shifted(e.Row, -1)
	}
	opening, _ := f.write(e.Args[0])
	return "IF(" + f.at(rows.First) + "=1," + opening + "," + f.shifted(e.Row, -1) + ")"
}

// lag reads a row so many years earlier. The range ends in the column before, so
// that a row may read itself without going round in a circle.
func (f formulas) lag(id calc.ID, by string) string {
	p := f.place(id)
	n := strconv.Itoa(p.line)
	before := f.sheet(p.on) + "$" + column(colYears-1) + n + ":" + column(f.col-1) + n
	return fmt.Sprintf("IF(AND(%s>=1,%s<COLUMNS(%s)),INDEX(%s,1,COLUMNS(%s)+1-%s),0)", by, by, before, before, before, by)
}

// sum adds rows, runs of neighbouring lines as one range.
func (f formulas) sum(ids []calc.ID) (string, int) {
	if text, long := f.inStretches(ids); long {
		return text, strong
	}
	var parts []string
	for i := 0; i < len(ids); {
		first := f.place(ids[i])
		last := i
		for last+1 < len(ids) {
			next := f.place(ids[last+1])
			if next.on != first.on || next.col != first.col || next.line != first.line+last+1-i {
				break
			}
			last++
		}
		part := f.at(ids[i])
		if last > i {
			_, end := cut(f.at(ids[last]))
			part += ":" + end
		}
		parts = append(parts, part)
		i = last + 1
	}
	switch {
	case len(parts) == 0:
		return "0", strong
	case len(parts) == 1 && !strings.Contains(parts[0], ":"):
		return parts[0], strong
	case len(parts) == 2 && !strings.Contains(parts[0]+parts[1], ":"):
		return parts[0] + "+" + parts[1], weak
	}
	return addUp(parts), strong
}

// addUp writes SUM over parts, nested where there are more than a function takes.
func addUp(parts []string) string {
	const most = 255
	for len(parts) > most {
		var joined []string
		for len(parts) > 0 {
			n := min(most, len(parts))
			joined, parts = append(joined, "SUM("+strings.Join(parts[:n], ",")+")"), parts[n:]
		}
		parts = joined
	}
	return "SUM(" + strings.Join(parts, ",") + ")"
}

// cut parts a reference into sheet and cell.
func cut(ref string) (sheet, cell string) {
	if i := strings.LastIndex(ref, "!"); i >= 0 {
		return ref[:i+1], ref[i+1:]
	}
	return "", ref
}

func column(i int) string {
	name, err := excelize.ColumnNumberToName(i + 1)
	if err != nil {
		return "XFD" // beyond the sheet; no plan has so many years
	}
	return name
}

func cellName(col, line int) string { return column(col) + strconv.Itoa(line) }

// anchored is a cell of a line that no row of the graph stands in.
func (f formulas) anchored(name string, col int) string {
	a, known := f.b.anchors[name]
	if !known {
		f.b.do(fmt.Errorf("workbook: no line called %s", name))
		return "0"
	}
	return f.sheet(a.on) + "$" + column(col) + "$" + strconv.Itoa(a.line)
}

func errHomeless(id calc.ID) error { return fmt.Errorf("workbook: row %s stands on no sheet", id) }
