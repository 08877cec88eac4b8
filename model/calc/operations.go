package calc

import (
	"math"

	"outrigger/model/doubt"
)

// plus and the methods after it write one operation each, in the form that is cheapest
// for what its operands are.
func (c *compiler) plus(a, b operand) operand {
	switch {
	case a.isCertain() && b.isCertain():
		return certain(a.figure + b.figure)
	case a.is(0):
		return b
	case b.is(0):
		return a
	case a.isCertain():
		return c.once(stepAddOne, b.column, -1, a.figure)
	case b.isCertain():
		return c.once(stepAddOne, a.column, -1, b.figure)
	}
	return c.once(stepAdd, min(a.column, b.column), max(a.column, b.column), 0)
}

func (c *compiler) minus(a, b operand) operand {
	switch {
	case a.isCertain() && b.isCertain():
		return certain(a.figure - b.figure)
	case b.is(0):
		return a
	case a.isCertain():
		return c.once(stepSubFrom, b.column, -1, a.figure)
	case b.isCertain():
		return c.once(stepAddOne, a.column, -1, -b.figure)
	}
	return c.once(stepSub, a.column, b.column, 0)
}

func (c *compiler) times(a, b operand) operand {
	switch {
	case a.isCertain() && b.isCertain():
		return certain(a.figure * b.figure)
	case a.is(0) || b.is(0):
		return certain(0)
	case a.is(1):
		return b
	case b.is(1):
		return a
	case a.isCertain():
		return c.once(stepMulOne, b.column, -1, a.figure)
	case b.isCertain():
		return c.once(stepMulOne, a.column, -1, b.figure)
	}
	return c.once(stepMul, min(a.column, b.column), max(a.column, b.column), 0)
}

// over divides in earnest also by one figure: what is as large as the divisor must come
// to exactly 1, because formulas compare with it.
func (c *compiler) over(a, by, ifZero operand) operand {
	switch {
	case by.is(0):
		return ifZero
	case by.is(1):
		return a
	case a.isCertain() && by.isCertain():
		return certain(a.figure / by.figure)
	case by.isCertain():
		return c.once(stepDivOne, a.column, -1, by.figure)
	case a.is(0) && ifZero.is(0):
		return certain(0)
	case ifZero.isCertain():
		return c.once(stepDiv, c.column(a), by.column, ifZero.figure)
	}
	return c.add(step{kind: stepDivColumn, a: c.column(a), b: by.column, c: ifZero.column, d: -1})
}

func (c *compiler) pick(a, b operand, both, one kind, do func(a, b float64) float64) operand {
	switch {
	case a.isCertain() && b.isCertain():
		return certain(do(a.figure, b.figure))
	case a == b:
		return a
	case a.isCertain():
		return c.once(one, b.column, -1, a.figure)
	case b.isCertain():
		return c.once(one, a.column, -1, b.figure)
	}
	return c.once(both, min(a.column, b.column), max(a.column, b.column), 0)
}

func (c *compiler) sum(terms int, term func(int) operand) operand {
	rest := 0.0
	list := make([]int32, 0, terms)
	for i := range terms {
		if o := term(i); o.isCertain() {
			rest += o.figure
		} else {
			list = append(list, o.column)
		}
	}
	switch len(list) {
	case 0:
		return certain(rest)
	case 1:
		return c.plus(operand{column: list[0]}, certain(rest))
	case 2:
		return c.plus(c.plus(operand{column: list[0]}, operand{column: list[1]}), certain(rest))
	}
	return c.many(step{kind: stepSum, a: -1, b: -1, c: -1, d: -1, k: rest}, list)
}

func (c *compiler) choose(cmp Cmp, a, b, then, otherwise operand) operand {
	switch {
	case then == otherwise:
		return then
	case a.isCertain() && b.isCertain():
		if cmp.holds(compare(a.figure, b.figure)) {
			return then
		}
		return otherwise
	}
	return c.add(step{kind: stepIf, cmp: cmp, a: c.column(a), b: c.column(b), c: c.column(then), d: c.column(otherwise)})
}

func (c *compiler) round(a, places operand) operand {
	switch {
	case a.isCertain() && places.isCertain():
		return certain(roundTo(a.figure, math.Pow(10, places.figure)))
	case places.isCertain():
		return c.once(stepRound, a.column, -1, places.figure)
	}
	return c.add(step{kind: stepRoundBy, a: c.column(a), b: places.column, c: -1, d: -1})
}

func (c *compiler) compound(first, last, years operand) operand {
	if first.isCertain() && last.isCertain() && years.isCertain() {
		return certain(growth(first.figure, last.figure, years.figure))
	}
	return c.add(step{kind: stepCompound, a: c.column(first), b: c.column(last), c: c.column(years), d: -1})
}

func (c *compiler) spreadMean(low, high, tail operand) operand {
	if low.isCertain() && high.isCertain() && tail.isCertain() {
		return certain(doubt.SpreadMean(low.figure, high.figure, tail.figure))
	}
	return c.add(step{kind: stepSpreadMean, a: c.column(low), b: c.column(high), c: c.column(tail), d: -1})
}

// lag reads a row so many years earlier; where the number of years is itself
// uncertain, by each draw.
func (c *compiler) lag(row, year int, by operand) operand {
	if by.isCertain() {
		back := int(by.figure)
		if back < 1 || back > year {
			return certain(0)
		}
		return c.cell(row, year-back)
	}
	list := make([]int32, year)
	for i := range list {
		list[i] = c.column(c.cell(row, year-1-i))
	}
	return c.many(step{kind: stepLag, a: by.column, b: -1, c: -1, d: -1}, list)
}

func compare(a, b float64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// roundTo rounds half away from zero to multiples of 1 ÷ unit, by way of four further
// places as the exact reading does, so that a tie that binary arithmetic misses by a
// hair is a tie all the same: 18,091,762.499999996 is 18,091,763.
func roundTo(x, unit float64) float64 {
	const half = 0.50005
	return math.Copysign(math.Trunc(float64(math.Abs(x)*unit)+half), x) / unit
}

// growth is the yearly growth, as a share, that leads from first to last in so many
// years.
func growth(first, last, years float64) float64 {
	if first <= 0 || last < 0 || years <= 0 {
		return 0
	}
	return math.Pow(last/first, 1/years) - 1
}
