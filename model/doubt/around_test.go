package doubt

import (
	"errors"
	"math"
	"testing"
)

// A range around a middle has the three percentiles it was given by, on every scale,
// and the mean that its draws have.
func TestARangeAroundAMiddleHasItsPercentiles(t *testing.T) {
	for _, c := range [][3]float64{{360, 400, 500}, {0, 100, 130}, {-0.1, 0, 0.25}, {-3, 2, 2}, {1, 1, 4}, {0, 0, 5}, {5, 5, 5}, {80, 100, 125}} {
		s, err := Around(c[0], c[1], c[2])
		shape(t, s, err)
		for i, share := range []float64{0.1, 0.5, 0.9} {
			near(t, "percentile", s.Quantile(share), c[i], 1e-12*(1+math.Abs(c[i])))
		}
		sum, squares := 0.0, 0.0
		const n = 1 << 14
		out := make([]float64, n)
		NewDraws(NewPoints(3), nil, n).Fill(out, 0, s)
		for _, x := range out {
			sum += x
			squares += x * x
		}
		mean := sum / n
		near(t, "mean", s.Mean(), mean, 0.1*math.Sqrt(max(0, squares/n-mean*mean)/n)+1e-12*math.Abs(mean)) // the points are far more even than dice
		if c[0] >= 0 && s.Quantile(1e-9) < 0 {
			t.Error("a count falls below nought")
		}
	}
	if _, err := Around(3, 2, 4); !errors.Is(err, ErrOrder) {
		t.Error(err)
	}
	if _, err := Around(1, 2, math.Inf(1)); !errors.Is(err, ErrFinite) {
		t.Error(err)
	}
}

func TestBoundsHoldEveryDraw(t *testing.T) {
	s, err := Around(0.2, 0.5, 0.95)
	shape(t, s, err)
	one, nought := 1.0, 0.3
	held := Within(s, &nought, &one)
	out := make([]float64, 4096)
	NewDraws(NewPoints(1), nil, len(out)).Fill(out, 0, held)
	sum := 0.0
	for _, x := range out {
		if x < nought || x > one {
			t.Fatalf("%v lies beyond", x)
		}
		sum += x
	}
	near(t, "mean", held.Mean(), sum/float64(len(out)), 1e-4) // 4,096 even points
	near(t, "median", held.Quantile(0.5), 0.5, 1e-12)
	below := -1.0
	if Within(s, nil, nil) != s || Within(s, &below, nil) != s {
		t.Error("no bounds change the shape")
	}
	if Within(Fixed(7), nil, &one) != Fixed(1) {
		t.Error("a figure without doubt is not held")
	}
}

// A range in parts of a path is one draw for all years.
func TestYearsOfAPathShareADraw(t *testing.T) {
	s, err := Around(0.9, 1, 1.25)
	shape(t, s, err)
	d := NewDraws(NewPoints(2), nil, 256)
	base, high, low, rate := make([]float64, 256), make([]float64, 256), make([]float64, 256), make([]float64, 256)
	d.Fill(base, 3, s)
	d.Fill(high, 3, Scaled(s, 400))
	d.Fill(low, 3, Scaled(s, -40))
	d.Fill(rate, 3, Shifted(Scaled(s, 0.5), 2))
	for i, x := range base {
		if high[i] != x*400 || low[i] != x*-40 || rate[i] != x*0.5+2 {
			t.Fatalf("draw %d is %v, %v, %v, %v", i, x, high[i], low[i], rate[i])
		}
	}
	near(t, "mean", Scaled(s, 400).Mean(), 400*s.Mean(), 1e-9)
	if Scaled(s, 0) != Fixed(0) || Shifted(Fixed(2), 3) != Fixed(5) {
		t.Error("a figure without doubt is drawn")
	}
}
