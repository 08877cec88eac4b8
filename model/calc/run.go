package calc

import (
	"math"

	"outrigger/model/doubt"
	"outrigger/model/money"
)

// ins is one step of a compiled expression, for a stack machine. Walking the tree
// itself costs three times as much.
type ins struct {
	op   Op
	cmp  Cmp
	once bool
	a    int     // row, literal or number of rows
	rows []int32 // for a sum
}

func (m *Model) compile(code []ins, e Expr) []ins {
	for _, arg := range e.Args {
		code = m.compile(code, arg)
	}
	step := ins{op: e.Op, cmp: e.Cmp, a: e.N}
	switch e.Op {
	case OpRow, OpTotal, OpPrev, OpLag, OpAt:
		step.a = m.byID[e.Row]
		step.once = m.once[step.a]
		if e.Op == OpAt {
			step.rows = []int32{int32(e.Year - m.Axis.First)}
		}
	case OpSum, OpTotalWhere:
		if e.Op == OpTotalWhere {
			step.a = m.byID[e.Row]
		}
		for _, id := range e.Rows {
			step.rows = append(step.rows, int32(m.byID[id]))
		}
	}
	return append(code, step)
}

var literals = [101]money.Number{1: money.Int(1), 12: money.Int(12), 100: money.Int(100)}

// cell works out one row in one year. False if a figure on the way does not fit.
func (s *State) cell(row, year int) (money.Number, bool) {
	stack, ok := s.stack[:0], true
	keep := func(n money.Number, err error) money.Number {
		if err != nil {
			ok = false
			return money.Number{}
		}
		return n
	}
	for i := range s.model.code[row] {
		step := &s.model.code[row][i]
		n := len(stack)
		switch step.op {
		case OpInput:
			stack = append(stack, s.leaf(row, year))
		case OpLiteral:
			stack = append(stack, literals[step.a])
		case OpRow:
			if step.once {
				stack = append(stack, s.values[step.a*s.years])
			} else {
				stack = append(stack, s.values[step.a*s.years+year])
			}
		case OpAdd:
			stack[n-2] = keep(stack[n-2].Add(stack[n-1]))
			stack = stack[:n-1]
		case OpSub:
			stack[n-2] = keep(stack[n-2].Sub(stack[n-1]))
			stack = stack[:n-1]
		case OpMul:
			stack[n-2] = keep(stack[n-2].Mul(stack[n-1]))
			stack = stack[:n-1]
		case OpDiv:
			if stack[n-2].IsZero() {
				stack[n-3] = stack[n-1]
			} else {
				stack[n-3] = keep(stack[n-3].Quo(stack[n-2]))
			}
			stack = stack[:n-2]
		case OpMin:
			stack[n-2] = stack[n-2].Min(stack[n-1])
			stack = stack[:n-1]
		case OpMax:
			stack[n-2] = stack[n-2].Max(stack[n-1])
			stack = stack[:n-1]
		case OpSum:
			var sum money.Number
			for _, r := range step.rows {
				sum = keep(sum.Add(s.value(int(r), year)))
			}
			stack = append(stack, sum)
		case OpTotal:
			var sum money.Number
			for y := range s.years {
				sum = keep(sum.Add(s.value(step.a, y)))
			}
			stack = append(stack, sum)
		case OpTotalWhere:
			var sum money.Number
			for y := range s.years {
				sum = keep(sum.Add(keep(s.value(step.a, y).Mul(s.value(int(step.rows[0]), y)))))
			}
			stack = append(stack, sum)
		case OpPrev:
			if year > 0 {
				stack[n-1] = s.value(step.a, year-1)
			}
		case OpLag:
			stack[n-1] = s.lag(step.a, year, stack[n-1])
		case OpAt:
			stack = append(stack, s.value(step.a, int(step.rows[0])))
		case OpIf:
			if step.cmp.holds(stack[n-4].Cmp(stack[n-3])) {
				stack[n-4] = stack[n-2]
			} else {
				stack[n-4] = stack[n-1]
			}
			stack = stack[:n-3]
		case OpRound:
			places, _, _ := stack[n-1].Int64(0)
			stack[n-2] = money.Round(stack[n-2], int(places))
			stack = stack[:n-1]
		case OpCompound:
			stack[n-3] = keep(compound(stack[n-3], stack[n-2], stack[n-1]))
			stack = stack[:n-2]
		case OpSpreadMean:
			stack[n-3] = keep(money.FromFloat(doubt.SpreadMean(money.Float(stack[n-3]), money.Float(stack[n-2]), money.Float(stack[n-1]))))
			stack = stack[:n-2]
		}
	}
	s.stack = stack
	return stack[0], ok
}

func (c Cmp) holds(sign int) bool {
	switch c {
	case Less:
		return sign < 0
	case LessOrEqual:
		return sign <= 0
	case Equal:
		return sign == 0
	case Greater:
		return sign > 0
	}
	return sign >= 0
}

func (s *State) lag(row, year int, by money.Number) money.Number {
	n, _, ok := by.Int64(0)
	if !ok || n < 1 || n > int64(year) {
		return money.Number{}
	}
	return s.value(row, year-int(n))
}

// compound takes the root in floating point: (last ÷ first)^(1 ÷ years) is not a
// decimal number anyway, and 15 digits are far beyond what a count can vouch for.
func compound(first, last, years money.Number) (money.Number, error) {
	f, l, n := money.Float(first), money.Float(last), money.Float(years)
	if f <= 0 || l < 0 || n <= 0 {
		return money.Number{}, nil
	}
	return money.FromFloat(math.Pow(l/f, 1/n) - 1)
}
