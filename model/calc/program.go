package calc

import "outrigger/model/doubt"

// operand is a figure of a program: a column of draws, or one figure that is the same
// in all.
type operand struct {
	column int32 // the number of the step that makes it; −1 for one figure
	figure float64
}

func certain(figure float64) operand { return operand{-1, figure} }

func (o operand) isCertain() bool        { return o.column < 0 }
func (o operand) is(figure float64) bool { return o.column < 0 && o.figure == figure }

// kind is what a step does to whole columns. Where one side is a single figure it is
// step.k.
type kind uint8

const (
	stepDraw      kind = iota // the draws of input at under shape
	stepFill                  // k
	stepAdd                   // a + b
	stepAddOne                // a + k
	stepSub                   // a − b
	stepSubFrom               // k − a
	stepMul                   // a × b
	stepMulOne                // a × k
	stepDiv                   // a ÷ b, k where b is 0
	stepDivColumn             // a ÷ b, c where b is 0
	stepDivOne                // a ÷ k
	stepMin                   // the smaller of a and b
	stepMinOne                // of a and k
	stepMax                   // the larger of a and b
	stepMaxOne                // of a and k
	stepSum                   // all of list, and k
	stepIf                    // c if a cmp b, else d
	stepRound                 // a to k places
	stepRoundBy               // a to b places
	stepCompound              // (b ÷ a)^(1 ÷ c) − 1
	stepLag                   // the column of list that stands at a; 0 beyond
	stepKeep                  // a is wanted: into kept[at]
)

// step is one operation on whole columns.
type step struct {
	kind       kind
	cmp        Cmp
	a, b, c, d int32 // columns: first numbers of steps, later places in the workspace
	out        int32 // place of the result
	at         int32
	k          float64
	list       []int32
	shape      doubt.Shape
}

// operands calls visit with every column that a step reads.
func (s *step) operands(visit func(*int32)) {
	for _, c := range [...]*int32{&s.a, &s.b, &s.c, &s.d} {
		if *c >= 0 {
			visit(c)
		}
	}
	for i := range s.list {
		if s.list[i] >= 0 {
			visit(&s.list[i])
		}
	}
}

// elementwise tells whether a step reads each draw only before it writes that draw, so
// that its result may stand where an operand stood.
func (s *step) elementwise() bool {
	return s.kind != stepDraw && s.kind != stepFill && s.kind != stepSum && s.kind != stepLag && s.kind != stepKeep
}

// program is what carries a block of draws through the graph: steps in an order in
// which each comes after what it needs. It is shared by all workers.
type program struct {
	steps []step
	width int         // columns of the workspace
	kept  [][]float64 // where the watched figures go, by draw
}

// arrange leaves out steps that nothing needs, and gives every column a place in the
// workspace. A place is taken again as soon as its column has been read for the last
// time: so a whole plan needs few columns, and they stay in a processor's cache.
func (p *program) arrange() {
	needed := make([]bool, len(p.steps))
	last := make([]int32, len(p.steps)) // the step that reads a column last
	for i := len(p.steps) - 1; i >= 0; i-- {
		s := &p.steps[i]
		if s.kind == stepKeep {
			needed[i] = true
		}
		if !needed[i] {
			continue
		}
		s.operands(func(c *int32) {
			if !needed[*c] {
				needed[*c], last[*c] = true, int32(i)
			}
		})
	}
	place := make([]int32, len(p.steps))
	var free []int32
	take := func() int32 {
		if n := len(free); n > 0 {
			at := free[n-1]
			free = free[:n-1]
			return at
		}
		p.width++
		return int32(p.width - 1)
	}
	var steps []step
	var ended []int32
	for i := range p.steps {
		if !needed[i] {
			continue
		}
		s := p.steps[i]
		ended = ended[:0]
		s.operands(func(c *int32) {
			if last[*c] == int32(i) {
				ended = append(ended, place[*c])
				last[*c] = -1 // named twice, it ends once
			}
			*c = place[*c]
		})
		if s.elementwise() {
			free = append(free, ended...)
			ended = ended[:0]
		}
		if s.kind != stepKeep {
			place[i] = take()
			s.out = place[i]
		}
		free = append(free, ended...)
		steps = append(steps, s)
	}
	p.steps = steps
}
