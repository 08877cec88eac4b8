package peers

import (
	"cmp"
	"math"
	"slices"
)

// Quantile is the value below which a share of the values lies, by Hyndman and Fan's
// seventh rule (The American Statistician 50:361, 1996), that of Excel's PERCENTILE.INC:
// with h = (n−1)·share, x₍⌊h⌋₊₁₎ + (h−⌊h⌋)(x₍⌊h⌋₊₂₎ − x₍⌊h⌋₊₁₎). NaN for no values or a
// share outside 0 to 1. The values need not be sorted.
func Quantile(values []float64, share float64) float64 {
	return sortedQuantile(slices.Sorted(slices.Values(values)), share)
}

func sortedQuantile(sorted []float64, share float64) float64 {
	if len(sorted) == 0 || !(share >= 0 && share <= 1) {
		return math.NaN()
	}
	h := float64(len(sorted)-1) * share
	below := int(h)
	if below+1 >= len(sorted) {
		return sorted[len(sorted)-1]
	}
	return sorted[below] + (h-float64(below))*(sorted[below+1]-sorted[below])
}

// Quartiles is a distribution in five figures.
type Quartiles struct{ Least, Low, Median, High, Most float64 }

// QuartilesOf sums up values by Quantile; all NaN for none.
func QuartilesOf(values []float64) Quartiles {
	sorted := slices.Sorted(slices.Values(values))
	q := func(share float64) float64 { return sortedQuantile(sorted, share) }
	return Quartiles{q(0), q(0.25), q(0.5), q(0.75), q(1)}
}

// Rank is the share of values below own, those equal to it counted by half: the mean of
// the strict and the weak rule. 3 among 1, 2, 3, 4 ranks 0.625. NaN for no values. It
// is the share of the group; a post that belongs to it counts itself among the equals.
func Rank(values []float64, own float64) float64 {
	below, equal := places(values, own)
	return (float64(below) + float64(equal)/2) / float64(len(values))
}

func places(values []float64, own float64) (below, equal int) {
	for _, v := range values {
		switch cmp.Compare(v, own) {
		case -1:
			below++
		case 0:
			equal++
		}
	}
	return below, equal
}
