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
	stepDraw       kind = iota // shapes[at]
	stepFill                   // k
	stepAdd                    // a + b
	stepAddOne                 // a + k
	stepSub                    // a − b
	stepSubFrom                // k − a
	stepMul                    // a × b
	stepMulOne                 // a × k
	stepDiv                    // a ÷ b, k where b is 0
	stepDivColumn              // a ÷ b, c where b is 0
	stepDivOne                 // a ÷ k
	stepMin                    // the smaller of a and b
	stepMinOne                 // of a and k
	stepMax                    // the larger of a and b
	stepMaxOne                 // of a and k
	stepSum                    // the columns of lists from at on, n of them, and k
	stepIf                     // c if a cmp b, else d
	stepRound                  // a to k places
	stepRoundBy                // a to b places
	stepCompound               // (b ÷ a)^(1 ÷ c) − 1
	stepSpreadMean             // the mean of a spread from a to b with a share c beyond each
	stepLag                    // the column of lists from at on that stands at place a of n, from 1 on; 0 beyond
	stepKeep                   // a is wanted: into kept[at]
	stepGiven                  // given[at]
)

// step is one operation on whole columns. It holds no pointer: there are thousands, and
// the collector of garbage need not look at them.
type step struct {
	kind       kind
	cmp        Cmp
	a, b, c, d int32 // columns, −1 none: first numbers of steps, later places in the workspace
	out        int32 // place of the result
	at, n      int32
	k          float64
}

// operands calls visit with every column that a step reads.
func (p *program) operands(s *step, visit func(*int32)) {
	for _, c := range [...]*int32{&s.a, &s.b, &s.c, &s.d} {
		if *c >= 0 {
			visit(c)
		}
	}
	for i := range p.list(s) {
		visit(&p.lists[int(s.at)+i])
	}
}

// list is that of a step that has one.
func (p *program) list(s *step) []int32 {
	if s.kind != stepSum && s.kind != stepLag {
		return nil
	}
	return p.lists[s.at : s.at+s.n]
}

// elementwise tells whether a step reads each draw only before it writes that draw, so
// that its result may stand where an operand stood.
func (s *step) elementwise() bool {
	return s.kind != stepDraw && s.kind != stepFill && s.kind != stepSum && s.kind != stepLag && s.kind != stepKeep && s.kind != stepGiven
}

// program is what carries a block of draws through the graph: steps in an order in
// which each comes after what it needs. It is shared by all workers.
type program struct {
	steps  []step
	lists  []int32 // columns of the steps that read many
	shapes []shaped
	width  int         // columns of the workspace
	kept   [][]float64 // where the watched figures go, by draw
	given  [][]float64 // figures that are not drawn but given, by draw
}

// shaped is a shape under the draws of an input.
type shaped struct {
	input int
	shape doubt.Shape
	at    int32 // the step that draws it
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
		p.operands(s, func(c *int32) {
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
	steps := p.steps[:0]
	var ended []int32
	for i := range p.steps {
		if !needed[i] {
			continue
		}
		s := p.steps[i]
		ended = ended[:0]
		p.operands(&s, func(c *int32) {
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
