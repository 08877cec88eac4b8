package peers

import (
	"errors"
	"math"
	"testing"
)

func near(t *testing.T, what string, got, want, within float64) {
	t.Helper()
	if !(math.Abs(got-want) <= within) {
		t.Errorf("%s: %.10f, want %.10f", what, got, want)
	}
}

// exactly is the room for rounding in sums of some ten floats.
const exactly = 1e-12

func TestQuantilesOfThePublishedRow(t *testing.T) {
	row := []float64{20, 4, 5, 2, 4, 15, 7, 9, 10, 12} // any order
	for share, want := range map[float64]float64{0: 2, .1: 3.8, .25: 4.25, .5: 8, .75: 11.5, .9: 15.5, 1: 20} {
		near(t, "quantile", Quantile(row, share), want, exactly)
	}
	if q := QuartilesOf(row); q != (Quartiles{2, 4.25, 8, 11.5, 20}) {
		t.Errorf("%+v", q)
	}
	if row[0] != 20 {
		t.Error("the values were sorted in place")
	}
	if q := QuartilesOf([]float64{3}); q != (Quartiles{3, 3, 3, 3, 3}) {
		t.Errorf("of one: %+v", q)
	}
	for _, nothing := range []float64{Quantile(nil, .5), Quantile(row, -.1), Quantile(row, 1.1), Quantile(row, math.NaN()), QuartilesOf(nil).Median, Rank(nil, 1)} {
		if !math.IsNaN(nothing) {
			t.Errorf("nothing is told as %v", nothing)
		}
	}
}

func TestRanksOfThePublishedRows(t *testing.T) {
	for _, c := range []struct {
		values    []float64
		own, want float64
	}{
		{[]float64{1, 2, 3, 4}, 3, .625},
		{[]float64{1, 2, 3, 3, 4}, 3, .60},
		{[]float64{1, 2, 3, 4}, 0, 0},
		{[]float64{1, 2, 3, 4}, 9, 1},
		{[]float64{5, 5, 5}, 5, .5},
	} {
		near(t, "rank", Rank(c.values, c.own), c.want, exactly)
	}
}

// The fifteen law schools of Efron (1979), published with r, both errors and, in Efron
// and Tibshirani (1993), table 14.2 and its neighbours, the shape of the intervals.
func TestTheLawSchools(t *testing.T) {
	lsat := []float64{576, 635, 558, 578, 666, 580, 555, 661, 651, 605, 653, 575, 545, 572, 594}
	gpa := []float64{3.39, 3.30, 2.81, 3.03, 3.44, 3.07, 3.00, 3.43, 3.36, 3.13, 3.12, 2.74, 2.76, 2.88, 2.96}
	r, err := Resample(15, Correlation(lsat, gpa), Resampling{Draws: 40000, Seed: 1979})
	if err != nil {
		t.Fatal(err)
	}
	near(t, "r", r.Figure, .7763744913, 5e-11) // as many digits as are published
	near(t, "jackknife", r.Jack, .1425186186, 5e-11)
	// Published to four places, and 40,000 draws have an error of their own of about
	// .1335/√80,000 = .0005: three of those.
	near(t, "bootstrap error", r.Error, .1335, .0015)
	if !(r.BCa.Low < r.Percentile.Low && r.BCa.High < r.Percentile.High) {
		t.Errorf("BCa %v does not lie below the percentiles %v, as published", r.BCa, r.Percentile)
	}
	for _, i := range []Interval{r.BCa, r.Percentile, r.Guarded} {
		if !(i.Low < r.Figure && r.Figure < i.High) {
			t.Errorf("%v does not hold r", i)
		}
	}
}

func TestDrawsAreTheSameForAnyNumberOfWorkers(t *testing.T) {
	above, below := []float64{3, 1, 4, 1, 5, 9, 2}, []float64{2, 7, 1, 8, 2, 8, 1}
	want, err := Resample(7, RatioOfTotals(above, below), Resampling{Draws: 501, Seed: 4, Workers: 1})
	if err != nil {
		t.Fatal(err)
	}
	for _, workers := range []int{2, 3, 8, 600} {
		if got, _ := Resample(7, RatioOfTotals(above, below), Resampling{Draws: 501, Seed: 4, Workers: workers}); got != want {
			t.Errorf("%d workers: %+v, one: %+v", workers, got, want)
		}
	}
	if other, _ := Resample(7, RatioOfTotals(above, below), Resampling{Draws: 501, Seed: 5}); other.Error == want.Error {
		t.Error("another seed draws the same")
	}
}

func TestTooFewAreNotResampled(t *testing.T) {
	ones := []float64{1, 1, 1, 1, 1, 1}
	for what, of := range map[string]struct {
		n    int
		stat Statistic
	}{
		"four posts":   {4, RatioOfTotals(ones, ones)},
		"no spread":    {6, Correlation(ones, ones)}, // 0/0 in every draw
		"only nothing": {6, func([]int) float64 { return math.NaN() }},
	} {
		if r, err := Resample(of.n, of.stat, Resampling{}); !errors.Is(err, ErrFew) || !math.IsNaN(r.Guarded.Low) {
			t.Errorf("%s: %+v, %v", what, r, err)
		}
	}
	r, err := Resample(6, RatioOfTotals(ones, ones), Resampling{})
	if err != nil || r.Guarded.Low != 1 || r.Guarded.High != 1 || r.Error != 0 {
		t.Errorf("posts that are all alike: %+v, %v", r, err)
	}
}

// Every place of the dice comes up as often as the others, within four standard errors.
func TestDiceAreFair(t *testing.T) {
	const n, throws = 15, 300000
	counts := [n]int{}
	for b := range uint64(throws / n) {
		d := newDice(7, b)
		for range n {
			counts[d.below(n)]++
		}
	}
	for place, c := range counts {
		near(t, "place "+string(rune('a'+place)), float64(c), throws/n, 4*math.Sqrt(throws/n))
	}
}
