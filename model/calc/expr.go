package calc

import "outrigger/model/span"

// Op is what a node of an expression does.
type Op uint8

// The operations. Each has a spreadsheet formula; see app/workbook.
const (
	OpInput      Op = iota // the row's own leaf
	OpLiteral              // N: 0, 1, 12 or 100
	OpRow                  // Row in the same year
	OpAdd                  // Args[0] + Args[1]
	OpSub                  // Args[0] − Args[1]
	OpMul                  // Args[0] × Args[1]
	OpDiv                  // Args[0] ÷ Args[1]; Args[2] where Args[1] is 0
	OpMin                  // the smaller of two
	OpMax                  // the larger of two
	OpSum                  // Rows added up, same year; 0 if there are none
	OpTotal                // Row added up over all years
	OpTotalWhere           // Row × Rows[0] added up over all years; Rows[0] is a flag of 0 or 1
	OpPrev                 // Row a year earlier; Args[0] in the first year
	OpLag                  // Row Args[0] years earlier; 0 where that is before the axis or Args[0] < 1
	OpAt                   // Row in Year
	OpIf                   // Args[2] if Args[0] Cmp Args[1], else Args[3]
	OpRound                // Args[0] to Args[1] places, half away from zero
	OpCompound             // (Args[1] ÷ Args[0])^(1 ÷ Args[2]) − 1
	OpSpreadMean           // mean of a lognormal quantity with a share Args[2] of all cases below Args[0] and as many above Args[1]
)

// Cmp is how OpIf compares.
type Cmp uint8

// The comparisons.
const (
	Less Cmp = iota
	LessOrEqual
	Equal
	Greater
	GreaterOrEqual
)

// Expr is a node of a row's expression. It is open so that every reading can
// walk it; write it with the functions below.
type Expr struct {
	Op   Op
	Row  ID
	Rows []ID
	Args []Expr
	N    int
	Year span.Year
	Cmp  Cmp
}

// Input reads the row's own leaf.
func Input() Expr { return Expr{Op: OpInput} }

// Zero, Unity, Twelve and Hundred are the literals. Twelve counts the months of a
// year; zero fits any unit.
func Zero() Expr    { return Expr{Op: OpLiteral, N: 0} }
func Unity() Expr   { return Expr{Op: OpLiteral, N: 1} }
func Twelve() Expr  { return Expr{Op: OpLiteral, N: 12} }
func Hundred() Expr { return Expr{Op: OpLiteral, N: 100} }

// Ref reads another row in the same year, or a row with one value.
func Ref(id ID) Expr { return Expr{Op: OpRow, Row: id} }

// Add, Sub and Mul are the arithmetic of two expressions.
func Add(a, b Expr) Expr { return Expr{Op: OpAdd, Args: []Expr{a, b}} }
func Sub(a, b Expr) Expr { return Expr{Op: OpSub, Args: []Expr{a, b}} }
func Mul(a, b Expr) Expr { return Expr{Op: OpMul, Args: []Expr{a, b}} }

// Product multiplies several.
func Product(first Expr, more ...Expr) Expr {
	for _, e := range more {
		first = Mul(first, e)
	}
	return first
}

// Div divides; ifZero stands where the divisor is zero.
func Div(a, b, ifZero Expr) Expr { return Expr{Op: OpDiv, Args: []Expr{a, b, ifZero}} }

// Min and Max choose of two.
func Min(a, b Expr) Expr { return Expr{Op: OpMin, Args: []Expr{a, b}} }
func Max(a, b Expr) Expr { return Expr{Op: OpMax, Args: []Expr{a, b}} }

// Sum adds rows in the same year.
func Sum(rows ...ID) Expr { return Expr{Op: OpSum, Rows: rows} }

// Total adds a row over all years; the result is one value.
func Total(id ID) Expr { return Expr{Op: OpTotal, Row: id} }

// TotalWhere adds a row over the years that a flag row marks with 1; the result is
// one value.
func TotalWhere(id, flag ID) Expr { return Expr{Op: OpTotalWhere, Row: id, Rows: []ID{flag}} }

// Prev reads a row a year earlier; opening stands in the first year and must have
// one value.
func Prev(id ID, opening Expr) Expr { return Expr{Op: OpPrev, Row: id, Args: []Expr{opening}} }

// Lag reads a row so many years earlier.
func Lag(id ID, years Expr) Expr { return Expr{Op: OpLag, Row: id, Args: []Expr{years}} }

// At reads a row in one year.
func At(id ID, year span.Year) Expr { return Expr{Op: OpAt, Row: id, Year: year} }

// If compares a with b and gives then or otherwise.
func If(a Expr, cmp Cmp, b, then, otherwise Expr) Expr {
	return Expr{Op: OpIf, Cmp: cmp, Args: []Expr{a, b, then, otherwise}}
}

// Round rounds half away from zero to a number of places that a row states.
func Round(a Expr, places ID) Expr { return Expr{Op: OpRound, Args: []Expr{a, Ref(places)}} }

// SpreadMean is the mean of a quantity that is lognormal with a share tail of all cases
// below low and as large a share above high: √(low × high) × exp(σ² ÷ 2), where σ =
// ln(high ÷ low) ÷ (z(1 − tail) − z(tail)). It is 0 where low is not above nought or
// high is below it.
func SpreadMean(low, high, tail Expr) Expr {
	return Expr{Op: OpSpreadMean, Args: []Expr{low, high, tail}}
}

// Compound is the yearly growth, as a share, that leads from first to last in so
// many years.
func Compound(first, last, years Expr) Expr {
	return Expr{Op: OpCompound, Args: []Expr{first, last, years}}
}
