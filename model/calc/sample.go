package calc

import (
	"sync"
	"sync/atomic"

	"outrigger/model/doubt"
)

// Uncertain is an input whose figures are not certain. One draw settles all its
// years: in a draw where it is high it is high throughout, because what was
// misjudged is misjudged for every year.
type Uncertain struct {
	Row    ID
	Shapes []doubt.Shape // by year of the axis, nil where it is certain; one for a row of one value
}

// shape is that of a year, nil where the figure is certain.
func (u Uncertain) shape(year int) doubt.Shape {
	if len(u.Shapes) == 0 {
		return nil
	}
	return u.Shapes[min(year, len(u.Shapes)-1)]
}

// doubtful tells whether any year is uncertain.
func (u Uncertain) doubtful() bool {
	for _, s := range u.Shapes {
		if _, sure := s.(doubt.Fixed); s != nil && !sure {
			return true
		}
	}
	return false
}

// Sample carries n draws of the uncertain inputs through the very graph that gives
// the exact figures, and keeps those of the rows to watch. Inputs are drawn by their
// place in the list, in which the joint numbers them too; a nil joint leaves them
// independent. Rows that are no inputs of the model are left out of account. Nil if
// nothing is uncertain: then nothing may be said of how sure a figure is.
//
// Only what depends on something uncertain is calculated. The same seed gives the same
// draws for any number of workers, because each draw depends on its number alone.
//
// Kept are 8 bytes for each draw, year and watched row that doubt reaches: ten rows
// over ten years are 8 MB of 10,000 draws and 80 MB of 100,000.
func (s *State) Sample(uncertain []Uncertain, joint *doubt.Joint, watch []ID, n int, seed uint64, workers int) *Samples {
	c := s.compiler(uncertain)
	if len(c.input) == 0 || n < 1 {
		return nil
	}
	out := &Samples{N: n, Seed: seed, axis: s.model.Axis, model: s.model, joint: joint, draws: map[ID][][]float64{}}
	for dim, u := range uncertain {
		if row, known := s.model.byID[u.Row]; known && c.input[row].dim == dim && len(c.input[row].Shapes) > 0 {
			out.inputs = append(out.inputs, c.input[row])
		}
	}
	p := c.program(watch, n, out.draws)
	var next atomic.Int64
	var wait sync.WaitGroup
	for range min(max(1, workers), (n+blockSize-1)/blockSize) {
		wait.Go(func() {
			w := p.worker(seed, joint)
			for {
				first := int(next.Add(blockSize)) - blockSize
				if first >= n {
					return
				}
				w.run(first)
			}
		})
	}
	wait.Wait()
	return out
}

// program writes the steps to the watched rows and a place for their draws.
func (c *compiler) program(watch []ID, n int, draws map[ID][][]float64) *program {
	p := &c.p
	for _, id := range watch {
		row, known := c.model.byID[id]
		if !known || draws[id] != nil {
			continue
		}
		years := c.s.years
		if c.model.once[row] {
			years = 1
		}
		for year := range years {
			o := c.cell(row, year)
			if o.isCertain() {
				draws[id] = append(draws[id], []float64{o.figure})
				continue
			}
			kept := make([]float64, n)
			draws[id] = append(draws[id], kept)
			c.add(step{kind: stepKeep, a: o.column, b: -1, c: -1, d: -1, at: int32(len(p.kept))})
			p.kept = append(p.kept, kept)
		}
	}
	p.arrange()
	return p
}

// drawn is an uncertain input: the number of its draws and its row.
type drawn struct {
	Uncertain
	dim, row int
}
