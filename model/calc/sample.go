package calc

import (
	"sync"

	"outrigger/model/doubt"
	"outrigger/model/money"
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

// blockSize is how many draws are carried through the graph together: few enough
// that the figures of all rows stay in a processor's cache.
const blockSize = 128

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
	plan := s.sampling(uncertain, joint, seed)
	if len(plan.inputs) == 0 || n < 1 {
		return nil
	}
	out := &Samples{N: n, Seed: seed, axis: s.model.Axis, model: s.model, inputs: plan.inputs, joint: joint, draws: map[ID][][]float64{}}
	for _, id := range watch {
		row, known := s.model.byID[id]
		if !known {
			continue
		}
		if !plan.moved[row] {
			out.draws[id] = s.certain(row)
			continue
		}
		years := s.years
		if s.model.once[row] {
			years = 1
		}
		kept := make([][]float64, years)
		for y := range kept {
			kept[y] = make([]float64, n)
		}
		out.draws[id] = kept
	}
	blocks := make(chan int)
	var wait sync.WaitGroup
	for range max(1, workers) {
		wait.Go(func() {
			w := plan.worker()
			for first := range blocks {
				w.run(first, min(blockSize, n-first))
				for id, kept := range out.draws {
					if row := s.model.byID[id]; plan.moved[row] {
						for y := range kept {
							copy(kept[y][first:], w.row(row, y)[:min(blockSize, n-first)])
						}
					}
				}
			}
		})
	}
	for first := 0; first < n; first += blockSize {
		blocks <- first
	}
	close(blocks)
	wait.Wait()
	return out
}

// certain gives the exact figures of a row that no doubt reaches.
func (s *State) certain(row int) [][]float64 {
	years := s.years
	if s.model.once[row] {
		years = 1
	}
	out := make([][]float64, years)
	for y := range out {
		out[y] = []float64{money.Float(s.value(row, y))}
	}
	return out
}
