package desk

import (
	"outrigger/model/calc"
	"outrigger/model/money"
)

// worth is what a part of a formula comes to in the year told of. It serves to see
// which branch applied and whether something was divided by nothing; the figures
// themselves are read from the rows.
func (a *account) worth(e calc.Expr) money.Number {
	arg := func(i int) money.Number { return a.worth(e.Args[i]) }
	keep := func(n money.Number, err error) money.Number {
		if err != nil {
			return money.Number{}
		}
		return n
	}
	at := func(id calc.ID) money.Number { n, _ := a.value(id, a.year); return n }
	switch e.Op {
	case calc.OpLiteral:
		return money.Int(e.N)
	case calc.OpRow:
		return at(e.Row)
	case calc.OpAt:
		n, _ := a.value(e.Row, e.Year)
		return n
	case calc.OpPrev:
		if a.year > a.plan.Years.First {
			n, _ := a.value(e.Row, a.year-1)
			return n
		}
		return arg(0)
	case calc.OpAdd:
		return keep(arg(0).Add(arg(1)))
	case calc.OpSub:
		return keep(arg(0).Sub(arg(1)))
	case calc.OpMul:
		return keep(arg(0).Mul(arg(1)))
	case calc.OpDiv:
		if by := arg(1); !by.IsZero() {
			return keep(arg(0).Quo(by))
		}
		return arg(2)
	case calc.OpMin:
		return arg(0).Min(arg(1))
	case calc.OpMax:
		return arg(0).Max(arg(1))
	case calc.OpRound:
		places, _, _ := arg(1).Int64(0)
		return money.Round(arg(0), int(places))
	case calc.OpIf:
		if a.holds(e) {
			return arg(2)
		}
		return arg(3)
	}
	return money.Number{}
}

// holds reports whether the condition of a choice is met.
func (a *account) holds(e calc.Expr) bool {
	sign := a.worth(e.Args[0]).Cmp(a.worth(e.Args[1]))
	switch e.Cmp {
	case calc.Less:
		return sign < 0
	case calc.LessOrEqual:
		return sign <= 0
	case calc.Equal:
		return sign == 0
	case calc.Greater:
		return sign > 0
	}
	return sign >= 0
}
