package calc

import (
	"math"
	"slices"

	"outrigger/model/doubt"
	"outrigger/model/span"
)

// Samples are the draws of some rows, each row's in the same order, so that two rows
// can be compared draw by draw. They are only read, and may be shared by goroutines.
// Nil samples answer like samples of no row.
type Samples struct {
	N    int    // how many draws
	Seed uint64 // of which seed

	axis   span.Axis
	model  *Model
	inputs []drawn
	joint  *doubt.Joint
	draws  map[ID][][]float64 // by year; one year for a row of one value, one draw for a certain figure
}

// of gives the draws of a row in a year: N of them, or one if the figure is certain.
func (x *Samples) of(id ID, year span.Year) []float64 {
	if x == nil {
		return nil
	}
	kept := x.draws[id]
	at, on := x.axis.Index(year)
	if len(kept) == 0 || !on {
		return nil
	}
	return kept[min(at, len(kept)-1)]
}

// Draws are the draws of a row in a year, in the order in which all rows have them: N, or
// one where the figure is certain; nil for a row that was not watched. They are only read.
func (x *Samples) Draws(id ID, year span.Year) []float64 { return x.of(id, year) }

// Doubtful tells whether any doubt reaches a row in any year.
func (x *Samples) Doubtful(id ID) bool {
	return x != nil && slices.ContainsFunc(x.draws[id], func(draws []float64) bool { return len(draws) > 1 })
}

// Quantile is the figure that the share p (0 to 1) of draws stays below (type 7 of
// Hyndman and Fan, as PERCENTILE.INC of a spreadsheet). False for a row that was not
// watched.
func (x *Samples) Quantile(id ID, year span.Year, p float64) (float64, bool) {
	q, ok := x.Quantiles(id, year, p)
	if !ok {
		return 0, false
	}
	return q[0], true
}

// Quantiles are the figures of several shares at once, which is quicker than one by
// one. False too where a figure grew beyond what a float64 can hold.
func (x *Samples) Quantiles(id ID, year span.Year, ps ...float64) ([]float64, bool) {
	draws := x.of(id, year)
	if len(draws) == 0 {
		return nil, false
	}
	q := quantiles(draws, ps)
	return q, !slices.ContainsFunc(q, func(x float64) bool { return math.IsNaN(x) || math.IsInf(x, 0) })
}

// Above is the share of draws in which a row is above a figure, strictly. False for a
// row that was not watched.
func (x *Samples) Above(id ID, year span.Year, figure float64) (float64, bool) {
	draws := x.of(id, year)
	if len(draws) == 0 {
		return 0, false
	}
	above := 0
	for _, v := range draws {
		if v > figure {
			above++
		}
	}
	return float64(above) / float64(len(draws)), true
}

// Below is the share of draws in which row a is below row b in the same draw,
// strictly: of capacity and need, the chance that a post is short of people. False if
// one of them was not watched.
func (x *Samples) Below(a, b ID, year span.Year) (float64, bool) {
	these, those := x.of(a, year), x.of(b, year)
	if len(these) == 0 || len(those) == 0 {
		return 0, false
	}
	n, below := max(len(these), len(those)), 0
	for i := range n {
		if these[min(i, len(these)-1)] < those[min(i, len(those)-1)] {
			below++
		}
	}
	return float64(below) / float64(n), true
}

// Mean is the mean of the draws. False for a row that was not watched.
func (x *Samples) Mean(id ID, year span.Year) (float64, bool) {
	draws := x.of(id, year)
	sum := 0.0
	for _, v := range draws {
		sum += v
	}
	return sum / float64(len(draws)), len(draws) > 0 && !math.IsNaN(sum)
}
