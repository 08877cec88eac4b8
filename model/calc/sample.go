package calc

import (
	"math"
	"slices"
	"sync"

	"outrigger/model/doubt"
	"outrigger/model/money"
	"outrigger/model/span"
)

// Uncertain is an input whose figures are not certain. One draw settles all its
// years: in a draw where it is high it is high throughout, because what was
// misjudged is misjudged for every year.
type Uncertain struct {
	Row    ID
	Shapes []doubt.Shape // by year of the axis, nil where it is certain; one for a row of one value
}

// Samples are the draws of some rows.
type Samples struct {
	N     int
	Seed  uint64
	axis  span.Axis
	draws map[ID][][]float64 // by year, sorted; one for a row of one value or one that no doubt reaches
}

// blockSize is how many draws are carried through the graph together: few enough
// that the figures of all rows stay in a processor's cache.
const blockSize = 128

// Sample carries n draws of the uncertain inputs through the very graph that gives
// the exact figures, and keeps those of the rows to watch. Only rows that depend on
// something uncertain are calculated. The same seed gives the same draws for any
// number of workers, because each draw depends on its number alone.
func (s *State) Sample(uncertain []Uncertain, watch []ID, n int, seed uint64, workers int) *Samples {
	out := &Samples{N: n, Seed: seed, axis: s.model.Axis, draws: map[ID][][]float64{}}
	plan := s.sampling(uncertain)
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
				w.run(doubt.NewPoints(seed), first, min(blockSize, n-first))
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
	for id, kept := range out.draws {
		if plan.moved[s.model.byID[id]] {
			for y := range kept {
				slices.Sort(kept[y])
			}
		}
	}
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

func (x *Samples) of(id ID, year span.Year) []float64 {
	kept := x.draws[id]
	at, on := x.axis.Index(year)
	if len(kept) == 0 || !on {
		return nil
	}
	return kept[min(at, len(kept)-1)]
}

// Doubtful tells whether any doubt reaches a row.
func (x *Samples) Doubtful(id ID) bool {
	kept := x.draws[id]
	return len(kept) > 0 && len(kept[0]) > 1
}

// Quantile is the figure that the share p of draws stays below (type 7 of Hyndman
// and Fan, as PERCENTILE.INC of a spreadsheet). False for a row that was not
// watched.
func (x *Samples) Quantile(id ID, year span.Year, p float64) (float64, bool) {
	sorted := x.of(id, year)
	if len(sorted) == 0 {
		return 0, false
	}
	at := p * float64(len(sorted)-1)
	i := int(at)
	if i+1 >= len(sorted) {
		return sorted[len(sorted)-1], true
	}
	return sorted[i] + (at-float64(i))*(sorted[i+1]-sorted[i]), true
}

// Above is the share of draws in which a row is above a figure.
func (x *Samples) Above(id ID, year span.Year, figure float64) (float64, bool) {
	sorted := x.of(id, year)
	if len(sorted) == 0 {
		return 0, false
	}
	at, _ := slices.BinarySearchFunc(sorted, figure, func(v, target float64) int {
		if v <= target {
			return -1
		}
		return 1
	})
	return float64(len(sorted)-at) / float64(len(sorted)), true
}

// Mean is the mean of the draws.
func (x *Samples) Mean(id ID, year span.Year) (float64, bool) {
	sorted := x.of(id, year)
	sum := 0.0
	for _, v := range sorted {
		sum += v
	}
	return sum / float64(len(sorted)), len(sorted) > 0 && !math.IsNaN(sum)
}
