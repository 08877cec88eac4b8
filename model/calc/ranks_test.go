package calc

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// Hyndman and Fan's type 7, as a spreadsheet's PERCENTILE.INC.
func TestQuantilesAreThoseOfASpreadsheet(t *testing.T) {
	ps, want := []float64{0.9, 0.1, 0.25, 0.5, 0.75, 0, 1}, []float64{15.5, 3.8, 4.25, 8, 11.5, 2, 20}
	got := quantiles([]float64{20, 4, 12, 5, 2, 15, 4, 10, 7, 9}, ps)
	for i := range ps {
		if math.Abs(got[i]-want[i]) > 1e-12 {
			t.Errorf("quantile %v is %v, want %v", ps[i], got[i], want[i])
		}
	}
}

// Ranks are those of the sorted figures, however they lie.
func TestRanksAreThoseOfTheSortedFigures(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for name, figure := range map[string]func(i, n int) float64{
		"in order":      func(i, _ int) float64 { return float64(i) },
		"backwards":     func(i, _ int) float64 { return float64(-i) },
		"all the same":  func(int, int) float64 { return 3 },
		"few figures":   func(int, int) float64 { return float64(r.IntN(3)) },
		"random":        func(int, int) float64 { return r.NormFloat64() },
		"up and down":   func(i, n int) float64 { return float64(min(i, n-i)) },
		"mostly nought": func(i, _ int) float64 { return float64(max(0, i%100-90)) },
	} {
		for _, n := range []int{1, 2, 3, 17, 100, 1001} {
			xs := make([]float64, n)
			for i := range xs {
				xs[i] = figure(i, n)
			}
			sorted := slices.Sorted(slices.Values(xs))
			ps := []float64{0, 0.1, 0.5, 0.5, 0.9, 1}
			for i, q := range quantiles(xs, ps) {
				at := ps[i] * float64(n-1)
				k := int(at)
				want := sorted[k]
				if k+1 < n {
					want += (at - float64(k)) * (sorted[k+1] - want)
				}
				if q != want {
					t.Errorf("%s, %d figures: quantile %v is %v, want %v", name, n, ps[i], q, want)
				}
			}
		}
	}
}

func BenchmarkBandOfTenThousandDraws(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 2))
	xs := make([]float64, 10_000)
	for i := range xs {
		xs[i] = math.Exp(r.NormFloat64())
	}
	x := &Samples{N: len(xs), draws: map[ID][][]float64{"x": {xs}}}
	for b.Loop() {
		x.Quantiles("x", 0, 0.1, 0.5, 0.9)
	}
}
