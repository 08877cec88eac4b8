package datasets_test

import (
	"math"
	"slices"
	"testing"

	"outrigger/datasets"
	"outrigger/model/calc"
	"outrigger/model/chain"
	"outrigger/model/money"
	"outrigger/model/plan"
	"outrigger/model/span"
)

// parts are the figures that a trace says were read, by row and year; a row of one
// value answers for every year.
type parts struct {
	model  *calc.Model
	values map[calc.ID]map[span.Year]float64
	t      *testing.T
	row    calc.ID
}

func (p parts) read(id calc.ID, year span.Year) float64 {
	if m := p.values[id]; m != nil {
		if p.model.Once(id) {
			for _, v := range m {
				return v
			}
		}
		if v, told := m[year]; told {
			return v
		}
	}
	p.t.Errorf("%s: the trace does not tell %s in %d", p.row, id, year)
	return math.NaN()
}

// recompute works a formula out in floating point from nothing but what its trace
// tells: an arithmetic of its own, beside the program's two.
func (p parts) recompute(e calc.Expr, year span.Year) float64 {
	arg := func(i int) float64 { return p.recompute(e.Args[i], year) }
	axis := p.model.Axis
	switch e.Op {
	case calc.OpLiteral:
		return float64(e.N)
	case calc.OpRow:
		return p.read(e.Row, year)
	case calc.OpAdd:
		return arg(0) + arg(1)
	case calc.OpSub:
		return arg(0) - arg(1)
	case calc.OpMul:
		return arg(0) * arg(1)
	case calc.OpDiv:
		if by := arg(1); by != 0 {
			return arg(0) / by
		}
		return arg(2)
	case calc.OpMin:
		return math.Min(arg(0), arg(1))
	case calc.OpMax:
		return math.Max(arg(0), arg(1))
	case calc.OpSum, calc.OpTotal, calc.OpTotalWhere:
		sum := 0.0
		if e.Op == calc.OpSum {
			for _, id := range e.Rows {
				sum += p.read(id, year)
			}
			return sum
		}
		for _, y := range axis.Years() {
			if e.Op == calc.OpTotal || y > axis.LastActual { // the one flag in use marks planned years
				sum += p.read(e.Row, y)
			}
		}
		return sum
	case calc.OpPrev:
		if year == axis.First {
			return arg(0)
		}
		return p.read(e.Row, year-1)
	case calc.OpLag:
		if back := int(arg(0)); back >= 1 && year-span.Year(back) >= axis.First {
			return p.read(e.Row, year-span.Year(back))
		}
		return 0
	case calc.OpAt:
		return p.read(e.Row, e.Year)
	case calc.OpIf:
		a, b := arg(0), arg(1)
		holds := map[calc.Cmp]bool{calc.Less: a < b, calc.LessOrEqual: a <= b, calc.Equal: a == b, calc.Greater: a > b, calc.GreaterOrEqual: a >= b}[e.Cmp]
		if holds {
			return arg(2)
		}
		return arg(3)
	case calc.OpRound:
		unit := math.Pow(10, arg(1))
		return math.Round(arg(0)*unit) / unit
	case calc.OpSpreadMean:
		z := math.Sqrt2 * math.Erfinv(1-2*arg(2))
		sigma := math.Log(arg(1)/arg(0)) / (2 * z)
		return math.Sqrt(arg(0)*arg(1)) * math.Exp(sigma*sigma/2)
	case calc.OpCompound:
		return math.Pow(arg(1)/arg(0), 1/arg(2)) - 1
	}
	p.t.Errorf("%s: operation %d is not followed here", p.row, e.Op)
	return math.NaN()
}

// Every headline figure, and every figure on the way to it, recomputes from what its
// trace tells, and every way ends at an input that says how it is known.
func TestEveryHeadlineRecomputesFromItsTraceDownToTheInputs(t *testing.T) {
	facts, err := datasets.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range datasets.SampleNames() {
		data, err := datasets.Sample(name)
		if err != nil {
			t.Fatal(err)
		}
		p, _ := plan.Parse(data)
		c, findings := chain.Build(p, facts.FactsFor(p.Post.Country))
		if c == nil {
			t.Fatal(findings)
		}
		headlines := []calc.ID{
			c.Workload.Index, c.Financing.Index, c.Mismatch, c.Staffing.RequiredTotal, c.Staffing.Productive, c.Staffing.Short,
			c.Staffing.BacklogMonths, c.Staffing.FirstShort, c.Financing.NeedTotal.Local, c.Financing.GapTotal.Local,
			c.Financing.GapTotal.Donor, c.PlaceholderShare,
		}
		seen := map[calc.ID]map[span.Year]bool{}
		followed, leaves := 0, 0
		var follow func(id calc.ID, year span.Year)
		follow = func(id calc.ID, year span.Year) {
			if seen[id] == nil {
				seen[id] = map[span.Year]bool{}
			}
			if seen[id][year] {
				return
			}
			seen[id][year] = true
			trace := c.State("").Trace(id, year, 1)
			if trace.Row.Leaf != nil {
				leaves++
				if l := trace.Row.Leaf; !l.Fixed && !l.Decision && slices.Contains(l.Given, true) && l.Evidence == calc.Certain {
					t.Errorf("%s: nobody vouches for it", id)
				}
				return
			}
			told := parts{c.Model, map[calc.ID]map[span.Year]float64{}, t, id}
			for _, part := range trace.Parts {
				if told.values[part.Row.ID] == nil {
					told.values[part.Row.ID] = map[span.Year]float64{}
				}
				told.values[part.Row.ID][part.Year] = money.Float(part.Value)
			}
			want, got := money.Float(trace.Value), told.recompute(trace.Row.Expr, year)
			if math.Abs(got-want) > 1e-9*math.Max(1, math.Abs(want)) { // what binary arithmetic loses
				t.Errorf("%s in %d is %v, its parts give %v", id, year, want, got)
			}
			followed++
			for _, part := range trace.Parts {
				follow(part.Row.ID, part.Year)
			}
		}
		for _, id := range headlines {
			follow(id, c.Plan.Years.Last)
		}
		if followed < 300 || leaves < 100 {
			t.Errorf("%s: only %d figures and %d inputs were followed", c.Plan.Post.Name, followed, leaves)
		}
	}
}
