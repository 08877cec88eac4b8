package calc

import "outrigger/model/doubt"

// worker carries one block of draws after the other through a program.
type worker struct {
	*program
	columns []column
	draws   *doubt.Draws
}

func (p *program) worker(seed uint64, joint *doubt.Joint) *worker {
	return &worker{p, make([]column, p.width), doubt.NewDraws(doubt.NewPoints(seed), joint, blockSize)}
}

// run works out the block of draws from first on. A block is always worked out in full:
// of the last one only what is wanted is kept.
func (w *worker) run(first int) {
	w.draws.Move(uint32(first), blockSize)
	cols := w.columns
	for i := range w.steps {
		s := &w.steps[i]
		out := &cols[s.out]
		switch s.kind {
		case stepDraw:
			w.draws.Fill(out[:], w.shapes[s.at].input, w.shapes[s.at].shape)
		case stepGiven:
			copy(out[:], w.given[s.at][first:])
		case stepFill:
			out.fill(s.k)
		case stepAdd:
			out.add(&cols[s.a], &cols[s.b])
		case stepAddOne:
			out.addOne(&cols[s.a], s.k)
		case stepSub:
			out.sub(&cols[s.a], &cols[s.b])
		case stepSubFrom:
			out.subFrom(s.k, &cols[s.a])
		case stepMul:
			out.mul(&cols[s.a], &cols[s.b])
		case stepMulOne:
			out.mulOne(&cols[s.a], s.k)
		case stepDiv:
			out.div(&cols[s.a], &cols[s.b], s.k)
		case stepDivColumn:
			out.divColumn(&cols[s.a], &cols[s.b], &cols[s.c])
		case stepDivOne:
			out.divOne(&cols[s.a], s.k)
		case stepMin:
			out.min(&cols[s.a], &cols[s.b])
		case stepMinOne:
			out.minOne(&cols[s.a], s.k)
		case stepMax:
			out.max(&cols[s.a], &cols[s.b])
		case stepMaxOne:
			out.maxOne(&cols[s.a], s.k)
		case stepSum:
			w.sum(out, s)
		case stepIf:
			out.choose(s.cmp, &cols[s.a], &cols[s.b], &cols[s.c], &cols[s.d])
		case stepRound:
			out.round(&cols[s.a], s.k)
		case stepRoundBy:
			out.roundBy(&cols[s.a], &cols[s.b])
		case stepCompound:
			out.compound(&cols[s.a], &cols[s.b], &cols[s.c])
		case stepSpreadMean:
			out.spreadMean(&cols[s.a], &cols[s.b], &cols[s.c])
		case stepLag:
			w.lag(out, s)
		case stepKeep:
			copy(w.kept[s.at][first:], cols[s.a][:])
		}
	}
}

// sum adds three columns or more, two at a time.
func (w *worker) sum(out *column, s *step) {
	list := w.list(s)
	at := func(i int) *column { return &w.columns[list[i]] }
	out.addThree(at(0), at(1), at(2))
	i := 3
	for ; i+1 < len(list); i += 2 {
		out.addThree(out, at(i), at(i+1))
	}
	if i < len(list) {
		out.add(out, at(i))
	}
	if s.k != 0 {
		out.addOne(out, s.k)
	}
}

func (w *worker) lag(out *column, s *step) {
	list := w.list(s)
	for i, by := range w.columns[s.a] {
		out[i] = 0
		if back := int(by); back >= 1 && back <= len(list) {
			out[i] = w.columns[list[back-1]][i]
		}
	}
}
