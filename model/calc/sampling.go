package calc

import (
	"math"

	"outrigger/model/doubt"
	"outrigger/model/money"
)

// drawn is an uncertain input: the number of its draws and its row.
type drawn struct {
	Uncertain
	dim, row int
}

// sampling is what all workers share: which rows doubt reaches, where each has its
// draws, and the exact figures of the others.
type sampling struct {
	s      *State
	moved  []bool
	at     []int // row → position of its first year among the columns, -1 if certain
	cells  int
	exact  []float64
	inputs []drawn
	joint  *doubt.Joint
	seed   uint64
	order  []int // positions in the model's order that hold a moved row
}

func (s *State) sampling(uncertain []Uncertain, joint *doubt.Joint, seed uint64) *sampling {
	m := s.model
	p := &sampling{s: s, joint: joint, seed: seed, moved: make([]bool, len(m.rows)), at: make([]int, len(m.rows)), exact: make([]float64, len(s.values))}
	reached := make([]bool, len(m.order))
	for dim, u := range uncertain {
		row, known := m.byID[u.Row]
		if !known || m.rows[row].Leaf == nil || !u.doubtful() {
			continue
		}
		p.inputs = append(p.inputs, drawn{u, dim, row})
		for _, at := range m.downstream(row) {
			reached[at] = true
		}
	}
	for at, yes := range reached {
		if !yes {
			continue
		}
		p.order = append(p.order, at)
		for _, row := range m.order[at].rows {
			p.moved[row] = true
		}
	}
	for row := range m.rows {
		p.at[row] = -1
		if p.moved[row] {
			p.at[row] = p.cells
			p.cells += s.years
		}
	}
	for i, n := range s.values {
		p.exact[i] = money.Float(n)
	}
	return p
}

// worker carries one block of draws through the graph.
type worker struct {
	*sampling
	columns []float64 // [cell × blockSize + draw]
	stack   []column
	spare   []float64 // scratch columns of the stack, one after the other
	draws   *doubt.Draws
	n       int
}

func (p *sampling) worker() *worker {
	return &worker{sampling: p, columns: make([]float64, p.cells*blockSize), draws: doubt.NewDraws(doubt.NewPoints(p.seed), p.joint, blockSize)}
}

func (w *worker) row(row, year int) []float64 {
	if w.s.model.once[row] {
		year = 0
	}
	from := (w.at[row] + year) * blockSize
	return w.columns[from : from+blockSize]
}

func (w *worker) run(first, n int) {
	w.n = n
	w.draws.Move(uint32(first), n)
	for _, in := range w.inputs {
		w.draw(in)
	}
	for _, at := range w.order {
		c := w.s.model.order[at]
		if !c.loop {
			row := c.rows[0]
			if w.s.model.rows[row].Leaf != nil {
				continue
			}
			years := w.s.years
			if w.s.model.once[row] {
				years = 1
			}
			for year := range years {
				w.cell(row, year)
			}
			continue
		}
		for year := range w.s.years {
			for _, row := range c.rows {
				w.cell(row, year)
			}
		}
	}
}

func (w *worker) draw(in drawn) {
	years := w.s.years
	if w.s.model.once[in.row] {
		years = 1
	}
	for year := range years {
		out := w.row(in.row, year)[:w.n]
		if shape := in.shape(year); shape != nil {
			w.draws.Fill(out, in.dim, shape)
			continue
		}
		for k := range out {
			out[k] = w.exact[in.row*w.s.years+year]
		}
	}
}

// read gives a row in a year.
func (w *worker) read(row, year int) column {
	if w.moved[row] {
		return column{many: w.row(row, year)[:w.n]}
	}
	if w.s.model.once[row] {
		year = 0
	}
	return column{one: w.exact[row*w.s.years+year]}
}

// scratch is a column for a result in the place of the stack where it will stand.
func (w *worker) scratch(depth int) []float64 {
	need := (depth + 1) * blockSize
	for len(w.spare) < need {
		grown := make([]float64, max(need, 2*len(w.spare)))
		w.spare = grown // what stood in the old one is still held by the stack
	}
	return w.spare[depth*blockSize : depth*blockSize+w.n]
}

// cell works out one row in one year for the whole block: the same steps as the
// exact reading, a column at a time.
func (w *worker) cell(row, year int) {
	stack := w.stack[:0]
	s := w.s
	for i := range s.model.code[row] {
		step := &s.model.code[row][i]
		n := len(stack)
		switch step.op {
		case OpInput:
			stack = append(stack, w.read(row, year))
		case OpLiteral:
			stack = append(stack, column{one: float64(step.a)})
		case OpRow:
			stack = append(stack, w.read(step.a, year))
		case OpAdd, OpSub, OpMul:
			stack = append(stack[:n-2], w.arithmetic(step.op, n-2, stack[n-2], stack[n-1]))
		case OpMin:
			stack = append(stack[:n-2], w.both(n-2, stack[n-2], stack[n-1], math.Min))
		case OpMax:
			stack = append(stack[:n-2], w.both(n-2, stack[n-2], stack[n-1], math.Max))
		case OpDiv:
			stack = append(stack[:n-3], w.divide(n-3, stack[n-3], stack[n-2], stack[n-1]))
		case OpSum:
			stack = append(stack, w.sum(n, len(step.rows), func(k int) column { return w.read(int(step.rows[k]), year) }))
		case OpTotal:
			stack = append(stack, w.sum(n, s.years, func(y int) column { return w.read(step.a, y) }))
		case OpTotalWhere:
			flag := int(step.rows[0])
			stack = append(stack, w.sum(n, s.years, func(y int) column {
				if f := w.read(flag, y); f.many == nil && f.one == 0 {
					return column{}
				}
				return w.read(step.a, y)
			}))
		case OpPrev:
			if year > 0 {
				stack[n-1] = w.read(step.a, year-1)
			}
		case OpLag:
			stack[n-1] = w.lag(step.a, year, stack[n-1])
		case OpAt:
			stack = append(stack, w.read(step.a, int(step.rows[0])))
		case OpIf:
			cmp := step.cmp
			if a, b := stack[n-4], stack[n-3]; a.many == nil && b.many == nil { // the same branch in every draw
				if cmp.holds(compare(a.one, b.one)) {
					stack = append(stack[:n-4], w.moveDown(n-4, stack[n-2]))
				} else {
					stack = append(stack[:n-4], w.moveDown(n-4, stack[n-1]))
				}
				continue
			}
			stack = append(stack[:n-4], w.choose(n-4, stack[n-4:n], func(v []float64) float64 {
				if cmp.holds(compare(v[0], v[1])) {
					return v[2]
				}
				return v[3]
			}))
		case OpRound:
			stack = append(stack[:n-2], w.both(n-2, stack[n-2], stack[n-1], roundTo))
		case OpCompound:
			stack = append(stack[:n-3], w.choose(n-3, stack[n-3:n], func(v []float64) float64 {
				if v[0] <= 0 || v[1] < 0 || v[2] <= 0 {
					return 0
				}
				return math.Pow(v[1]/v[0], 1/v[2]) - 1
			}))
		}
	}
	out := w.row(row, year)[:w.n]
	if c := stack[0]; c.many != nil {
		copy(out, c.many)
	} else {
		for k := range out {
			out[k] = c.one
		}
	}
	w.stack = stack
}
