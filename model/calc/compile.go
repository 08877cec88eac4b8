package calc

import (
	"math"

	"outrigger/model/doubt"
	"outrigger/model/money"
)

// compiler writes the program of the figures that are watched, from what is asked back
// to what it needs. What no doubt reaches, in the years in which none does, is a single
// figure and costs nothing.
type compiler struct {
	s     *State
	model *Model
	moved []bool        // by row: whether it depends on an uncertain input
	input map[int]drawn // by row
	done  []bool        // by cell
	cells []operand     // by cell, where done
	drawn map[int][]int // by number of an input: which of the program's shapes are its
	seen  found
	stack []operand
	p     program
	given map[int][]float64 // by row: inputs whose figures are given, see Tries
	fixed bool              // an input has a figure without doubt that may differ from the state's
}

func (s *State) compiler(uncertain []Uncertain) *compiler {
	m := s.model
	c := &compiler{
		s: s, model: m, moved: make([]bool, len(m.rows)), input: map[int]drawn{},
		done: make([]bool, len(s.values)), cells: make([]operand, len(s.values)),
		drawn: map[int][]int{},
	}
	for dim, u := range uncertain {
		row, known := m.byID[u.Row]
		if !known || m.rows[row].Leaf == nil || !u.doubtful() {
			continue
		}
		c.input[row] = drawn{u, dim, row}
		for _, shape := range u.Shapes {
			if _, sure := shape.(doubt.Fixed); sure {
				c.fixed = true
			}
		}
		c.moves(row)
	}
	return c
}

// moves notes that all that depends on a row is no certain figure.
func (c *compiler) moves(row int) {
	for _, at := range c.model.downstream(row) {
		for _, r := range c.model.order[at].rows {
			c.moved[r] = true
		}
	}
}

// cell gives one row in one year, writing the steps that make it unless they are
// written.
func (c *compiler) cell(row, year int) operand {
	if c.model.once[row] {
		year = 0
	}
	at := row*c.s.years + year
	if c.done[at] {
		return c.cells[at]
	}
	var result operand
	switch in, uncertain := c.input[row]; {
	case !c.moved[row]:
		result = certain(money.Float(c.s.values[at]))
	case uncertain:
		result = c.draw(in, year)
	case c.given[row] != nil:
		result = c.add(step{kind: stepGiven, a: -1, b: -1, c: -1, d: -1, at: int32(len(c.p.given))})
		c.p.given = append(c.p.given, c.given[row])
	default:
		result = c.formula(row, year)
		if result.isCertain() && !c.fixed {
			result.figure = money.Float(c.s.values[at])
		}
	}
	c.done[at], c.cells[at] = true, result
	return result
}

// draw gives the draws of an input in a year; years of the same shape share them.
func (c *compiler) draw(in drawn, year int) operand {
	shape := in.shape(year)
	if shape == nil {
		return certain(money.Float(c.s.leaf(in.row, year)))
	}
	base, times, plus := doubt.Parts(shape)
	if f, sure := base.(doubt.Fixed); sure {
		return certain(float64(float64(f)*times) + plus)
	}
	column := operand{column: -1}
	for _, i := range c.drawn[in.dim] {
		if doubt.Same(c.p.shapes[i].shape, base) {
			column.column = c.p.shapes[i].at
		}
	}
	if column.isCertain() {
		at := len(c.p.shapes)
		column = c.add(step{kind: stepDraw, a: -1, b: -1, c: -1, d: -1, at: int32(at)})
		c.p.shapes = append(c.p.shapes, shaped{in.dim, base, column.column})
		c.drawn[in.dim] = append(c.drawn[in.dim], at)
	}
	return c.plus(c.times(column, certain(times)), certain(plus))
}

// add writes a step.
func (c *compiler) add(s step) operand {
	c.p.steps = append(c.p.steps, s)
	return operand{column: int32(len(c.p.steps) - 1)}
}

// once writes a step of one or two columns unless its result is there.
func (c *compiler) once(kind kind, a, b int32, k float64) operand {
	at := c.seen.find(c.p.steps, step{kind: kind, a: a, b: b, c: -1, d: -1, k: k})
	if int(at) == len(c.p.steps) {
		c.add(step{kind: kind, a: a, b: b, c: -1, d: -1, k: k})
	}
	return operand{column: at}
}

// many writes a step of many columns.
func (c *compiler) many(s step, columns []int32) operand {
	s.at, s.n = int32(len(c.p.lists)), int32(len(columns))
	c.p.lists = append(c.p.lists, columns...)
	return c.add(s)
}

// column gives an operand as a column, for the rarer steps that know nothing else.
func (c *compiler) column(o operand) int32 {
	if o.isCertain() {
		o = c.once(stepFill, -1, -1, o.figure)
	}
	return o.column
}

// formula writes the expression of a row for one year: the same steps as the exact
// reading.
func (c *compiler) formula(row, year int) operand {
	bottom := len(c.stack)
	code := c.model.code[row]
	for i := range code {
		step := &code[i]
		switch step.op {
		case OpInput:
			c.push(0, certain(money.Float(c.s.leaf(row, year))))
		case OpLiteral:
			c.push(0, certain(float64(step.a)))
		case OpRow:
			c.push(0, c.cell(step.a, year))
		case OpAdd:
			c.push(2, c.plus(c.top(2), c.top(1)))
		case OpSub:
			c.push(2, c.minus(c.top(2), c.top(1)))
		case OpMul:
			c.push(2, c.times(c.top(2), c.top(1)))
		case OpDiv:
			c.push(3, c.over(c.top(3), c.top(2), c.top(1)))
		case OpMin:
			c.push(2, c.pick(c.top(2), c.top(1), stepMin, stepMinOne, math.Min))
		case OpMax:
			c.push(2, c.pick(c.top(2), c.top(1), stepMax, stepMaxOne, math.Max))
		case OpSum:
			c.push(0, c.sum(len(step.rows), func(k int) operand { return c.cell(int(step.rows[k]), year) }))
		case OpTotal:
			c.push(0, c.sum(c.s.years, func(y int) operand { return c.cell(step.a, y) }))
		case OpTotalWhere:
			flag := int(step.rows[0])
			c.push(0, c.sum(c.s.years, func(y int) operand { return c.times(c.cell(step.a, y), c.cell(flag, y)) }))
		case OpPrev:
			if year > 0 {
				c.push(1, c.cell(step.a, year-1))
			}
		case OpLag:
			c.push(1, c.lag(step.a, year, c.top(1)))
		case OpAt:
			c.push(0, c.cell(step.a, int(step.rows[0])))
		case OpIf:
			c.push(4, c.choose(step.cmp, c.top(4), c.top(3), c.top(2), c.top(1)))
		case OpRound:
			c.push(2, c.round(c.top(2), c.top(1)))
		case OpCompound:
			c.push(3, c.compound(c.top(3), c.top(2), c.top(1)))
		case OpSpreadMean:
			c.push(3, c.spreadMean(c.top(3), c.top(2), c.top(1)))
		}
	}
	result := c.stack[bottom]
	c.stack = c.stack[:bottom]
	return result
}

func (c *compiler) top(n int) operand { return c.stack[len(c.stack)-n] }

// push puts a result in the place of so many operands.
func (c *compiler) push(instead int, o operand) {
	c.stack = append(c.stack[:len(c.stack)-instead], o)
}
