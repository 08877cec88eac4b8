package calc

import (
	"math"
	"slices"
)

// column is the draws of one cell: many figures, or one that is the same in all.
type column struct {
	many []float64
	one  float64
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

// roundTo rounds half away from zero.
func roundTo(x, places float64) float64 {
	unit := math.Pow(10, places)
	return math.Round(x*unit) / unit
}

// arithmetic has its loops written out: they are most of the work.
func (w *worker) arithmetic(op Op, depth int, a, b column) column {
	switch {
	case a.many == nil && b.many == nil:
		switch op {
		case OpAdd:
			return column{one: a.one + b.one}
		case OpSub:
			return column{one: a.one - b.one}
		}
		return column{one: a.one * b.one}
	case a.many == nil && op == OpSub:
		out := w.scratch(depth)
		for k, y := range b.many {
			out[k] = a.one - y
		}
		return column{many: out}
	case a.many == nil:
		a, b = b, a // plus and times do not mind
	}
	out := w.scratch(depth)
	x := a.many[:len(out)]
	if b.many == nil {
		c := b.one
		switch op {
		case OpAdd:
			for k := range out {
				out[k] = x[k] + c
			}
		case OpSub:
			for k := range out {
				out[k] = x[k] - c
			}
		default:
			for k := range out {
				out[k] = x[k] * c
			}
		}
		return column{many: out}
	}
	y := b.many[:len(out)]
	switch op {
	case OpAdd:
		for k := range out {
			out[k] = x[k] + y[k]
		}
	case OpSub:
		for k := range out {
			out[k] = x[k] - y[k]
		}
	default:
		for k := range out {
			out[k] = x[k] * y[k]
		}
	}
	return column{many: out}
}

func (w *worker) divide(depth int, a, by, ifZero column) column {
	if by.many == nil {
		if by.one == 0 {
			return w.moveDown(depth, ifZero)
		}
		return w.both(depth, a, by, func(x, y float64) float64 { return x / y })
	}
	if ifZero.many != nil {
		return w.choose(depth, []column{a, by, ifZero}, func(v []float64) float64 {
			if v[1] == 0 {
				return v[2]
			}
			return v[0] / v[1]
		})
	}
	return w.both(depth, a, by, func(x, y float64) float64 {
		if y == 0 {
			return ifZero.one
		}
		return x / y
	})
}

// moveDown keeps a column that lies higher on the stack than it will stand. A
// column of a row stays where it is; a scratch column is copied down, because the
// place it is in will be written over.
func (w *worker) moveDown(depth int, c column) column {
	if c.many == nil {
		return c
	}
	out := w.scratch(depth)
	copy(out, c.many)
	return column{many: out}
}

func (w *worker) both(depth int, a, b column, do func(a, b float64) float64) column {
	if a.many == nil && b.many == nil {
		return column{one: do(a.one, b.one)}
	}
	out := w.scratch(depth)
	switch {
	case a.many == nil:
		for k, y := range b.many {
			out[k] = do(a.one, y)
		}
	case b.many == nil:
		for k, x := range a.many {
			out[k] = do(x, b.one)
		}
	default:
		for k, x := range a.many {
			out[k] = do(x, b.many[k])
		}
	}
	return column{many: out}
}

func (w *worker) choose(depth int, args []column, do func(v []float64) float64) column {
	var v [4]float64
	for i, c := range args {
		v[i] = c.one
	}
	if !slices.ContainsFunc(args, func(c column) bool { return c.many != nil }) {
		return column{one: do(v[:])}
	}
	out := w.scratch(depth)
	for k := range out {
		for i, c := range args {
			if c.many != nil {
				v[i] = c.many[k]
			}
		}
		out[k] = do(v[:])
	}
	return column{many: out}
}

func (w *worker) sum(depth, terms int, term func(int) column) column {
	constant := 0.0
	var out []float64
	for i := range terms {
		c := term(i)
		if c.many == nil {
			constant += c.one
			continue
		}
		if out == nil {
			out = w.scratch(depth)
			copy(out, c.many)
			continue
		}
		for k, x := range c.many {
			out[k] += x
		}
	}
	if out == nil {
		return column{one: constant}
	}
	if constant != 0 {
		for k := range out {
			out[k] += constant
		}
	}
	return column{many: out}
}

// lag reads a row so many years earlier; where the number of years is itself
// uncertain, by each draw.
func (w *worker) lag(row, year int, by column) column {
	before := func(n float64) column {
		back := int(n)
		if back < 1 || back > year {
			return column{}
		}
		return w.read(row, year-back)
	}
	if by.many == nil {
		return before(by.one)
	}
	out := make([]float64, w.n)
	for k, n := range by.many {
		if c := before(n); c.many != nil {
			out[k] = c.many[k]
		} else {
			out[k] = c.one
		}
	}
	return column{many: out}
}
