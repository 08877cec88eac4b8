package forecast

import (
	"errors"
	"math"
	"math/rand/v2"
	"testing"
)

// measured are the figures of datasets/facts/forecast.csv, which a test there holds
// against these.
var measured = Calibration{
	Spread: 0.25, Step: 0.57, Level: 0.0031, Factor: 1.5, Power: 0.725, Few: 0.81, Up: 1.02, Down: 0.82,
	PriorLow: -0.037, PriorMid: 0.015, PriorHigh: 0.079, PriorFew: 0.72,
}

func project(t *testing.T, history []float64, years int) Result {
	t.Helper()
	r, err := Project(history, years, measured)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// Hyndman and Athanasopoulos's air passengers: the published state after 27 years
// with fixed weights.
func TestHoltGivesThePublishedState(t *testing.T) {
	y := []float64{
		17.5534, 21.8601, 23.8866, 26.9293, 26.8885, 28.8314, 30.0751, 30.9535, 30.1857, 31.5797, 32.577569, 33.477398, 39.021581,
		41.386432, 41.596552, 44.657324, 46.951775, 48.728837, 51.488427, 50.026967, 60.640913, 63.36031034, 66.355274, 68.197955,
		68.12323767, 69.77934548, 72.59770081,
	}
	// The book's β* is the weight on the change of level, which is our β.
	level, trend, sse := smooth(y, 15.57, 2.102, 0.8321, 0.0001, 1)
	const printed = 5e-4 // ℓ₀ and b₀ are printed to two and three places
	if math.Abs(level-72.50033790) > printed || math.Abs(trend-2.102018108) > printed || math.Abs(sse-128.591668) > 5e-3 {
		t.Errorf("level %.8f, trend %.9f, SSE %.6f", level, trend, sse)
	}
}

func TestSimpleSmoothingFindsTheLevelOfOil(t *testing.T) {
	y := []float64{
		445.3640981, 453.1950104, 454.4096410, 422.3789058, 456.0371217, 440.3866047, 425.1943725, 486.2051735, 500.4290861,
		521.2759092, 508.9476170, 488.8888577, 509.8705750, 456.7229123, 473.8166029, 525.9508706, 549.8338076, 542.3404698,
	}
	alpha, level := simple(y)
	// The published optimum is α 0.8339 and 542.68; ours is the nearest on a grid of
	// twentieths.
	if math.Abs(alpha-0.8339) > 0.05 || math.Abs(level-542.6805874) > 0.5 {
		t.Errorf("α %.2f, level %.4f", alpha, level)
	}
}

func TestWhateverTheHistoryTheRangeIsOne(t *testing.T) {
	gap := math.NaN()
	for name, history := range map[string][]float64{
		"growing": {340, 400, 460, 540, 610}, "constant": {12, 12, 12, 12}, "zeros": {0, 0, 0}, "zero among counts": {3, 0, 5, 2, 7},
		"down to nothing": {50, 30, 10, 0}, "gap": {10, gap, gap, 16, 18}, "gaps at the ends": {gap, 10, 11, 12, gap},
		"level break": {100, 102, 99, 101, 400, 405}, "three": {5, 6, 8}, "two": {5, 6}, "one": {7}, "one nought": {0},
		"tiny": {1e-9, 2e-9, 3e-9}, "huge": {1e15, 1.2e15, 1.1e15, 1.4e15}, "alternating": {1, 100, 1, 100, 1, 100},
	} {
		r := project(t, history, 12)
		if r.Prior != (r.Used < Fewest) {
			t.Errorf("%s: prior %v with %d years", name, r.Prior, r.Used)
		}
		width := 0.0
		for i, y := range r.Years {
			if !(0 <= y.Low && y.Low <= y.Mid && y.Mid <= y.High) || math.IsInf(y.High, 0) {
				t.Fatalf("%s: year %d is %+v", name, i+1, y)
			}
			if w := math.Sqrt(y.High) - math.Sqrt(y.Low); y.Low > 0 && w < width*(1-1e-12) {
				t.Errorf("%s: the band narrows in year %d", name, i+1)
			} else {
				width = w
			}
			if y.High == y.Low {
				t.Errorf("%s: year %d is certain", name, i+1)
			}
		}
	}
}

func TestASteadyTrendGoesOnAndANoisyOneEnds(t *testing.T) {
	steady := project(t, []float64{100, 110, 120, 130, 140, 150}, 5)
	if y := steady.Years[4].Mid; y < 180 || y > 205 {
		t.Errorf("ten a year for six years comes to %.0f in five more", y)
	}
	noisy := project(t, []float64{100, 160, 90, 170, 80, 150}, 5)
	if y := noisy.Years[4].Mid; y < 120 || y > 165 {
		t.Errorf("noise about 125 comes to %.0f", y)
	}
	wide, narrow := noisy.Years[0], steady.Years[0]
	if wide.High-wide.Low < 2*(narrow.High-narrow.Low) {
		t.Error("noise does not widen the band")
	}
}

func TestABreakInTheLevelIsNotTakenForATrend(t *testing.T) {
	r := project(t, []float64{100, 102, 99, 101, 400, 405}, 5)
	if y := r.Years[4].Mid; y < 380 || y > 650 {
		t.Errorf("a jump from 100 to 400 goes on to %.0f", y)
	}
	if last := r.Years[4]; last.Low > 400 {
		t.Errorf("the band %+v leaves out that the level stays", last)
	}
}

func TestFewerYearsGiveAWiderBand(t *testing.T) {
	long := []float64{200, 212, 221, 235, 244, 259, 270, 281, 290, 305}
	a, b := project(t, long, 5).Years[4], project(t, long[6:], 5).Years[4]
	if (b.High-b.Low)/b.Mid <= (a.High-a.Low)/a.Mid {
		t.Errorf("four years: %+v, ten: %+v", b, a)
	}
}

func TestGrowthIsToldPerYear(t *testing.T) {
	r := project(t, []float64{100, 110, 121, 133}, 3)
	if end := 133 * math.Pow(1+r.Growth.Mid, 3); math.Abs(end-r.Years[2].Mid) > 1e-9*end {
		t.Errorf("growth %.4f leads to %.3f, not %.3f", r.Growth.Mid, end, r.Years[2].Mid)
	}
	if g := project(t, []float64{0, 0, 0}, 3).Growth; g != (Range{}) {
		t.Errorf("growth from nothing: %+v", g)
	}
}

func TestWhatIsNoHistoryIsRefused(t *testing.T) {
	for name, c := range map[string]struct {
		history []float64
		years   int
		want    error
	}{
		"none": {nil, 3, ErrEmpty}, "gaps only": {[]float64{math.NaN()}, 3, ErrEmpty}, "negative": {[]float64{1, -1}, 3, ErrNegative},
		"infinite": {[]float64{1, math.Inf(1)}, 3, ErrInfinite}, "no years": {[]float64{1, 2}, 0, ErrHorizon},
	} {
		if _, err := Project(c.history, c.years, measured); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Series that the method was not tuned on: noisy growth of counts, made here. Four
// in five must lie in the band; 0.06 is three standard errors of a share of 0.8 over
// some 400 independent series, and the band may be somewhat too wide for noise that
// is milder than that of the M3.
func TestTheBandHoldsForSeriesMadeHere(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	held, n := 0, 0
	for range 400 {
		level, growth := 50+400*r.Float64(), 0.02+0.1*r.Float64()
		var y []float64
		for range 12 {
			y = append(y, math.Max(0, math.Round(level*math.Exp(0.12*r.NormFloat64()))))
			level *= 1 + growth + 0.06*r.NormFloat64()
		}
		p := project(t, y[:7], 5)
		if a := y[9]; p.Years[2].Low <= a && a <= p.Years[2].High {
			held++
		}
		n++
	}
	if share := float64(held) / float64(n); share < 0.8-0.06 || share > 0.8+0.12 {
		t.Errorf("the band holds %.3f", share)
	}
}

func TestScoresAreThoseOfTheCompetitions(t *testing.T) {
	cases := []Case{{Seen: []float64{10, 12, 14}, Happened: []float64{16, 20}}}
	way := func([]float64, int) ([]float64, []Range) {
		return []float64{14, 20}, []Range{{13, 14, 15}, {18, 20, 22}}
	}
	s := Judge(cases, 0, way)
	// |14−16| = 2 of (14+16), scaled by a mean step of 2; the band of the first year
	// misses by 1.
	for name, c := range map[string][2]float64{
		"sMAPE": {s.SMAPE, 200 * 2.0 / 30 / 2}, "MASE": {s.MASE, 0.5}, "coverage": {s.Coverage, 0.5}, "MIS": {s.MIS, (2 + 10 + 4) / 2.0 / 2},
	} {
		if math.Abs(c[0]-c[1]) > 1e-12 {
			t.Errorf("%s is %v, want %v", name, c[0], c[1])
		}
	}
	if d := Judge(cases, 0, Rivals()["drift"]); math.Abs(d.MASE-(0+1)/2.0) > 1e-12 {
		t.Errorf("drift: %+v", d)
	}
}

func FuzzProject(f *testing.F) {
	f.Add(1.0, 2.0, 3.0, 4.0, 5)
	f.Add(0.0, 0.0, 1e300, 7.0, 1)
	f.Fuzz(func(t *testing.T, a, b, c, d float64, years int) {
		years = 1 + (years%20+20)%20
		r, err := Project([]float64{a, b, c, d}, years, measured)
		if err != nil {
			return
		}
		for _, y := range r.Years {
			if math.IsNaN(y.Low) || math.IsNaN(y.Mid) || math.IsNaN(y.High) || y.Low < 0 || y.Low > y.High {
				t.Fatalf("%v %v %v %v: %+v", a, b, c, d, y)
			}
		}
	})
}

func BenchmarkProject(b *testing.B) {
	y := []float64{340, 400, 460, 540, 610, 650, 720, 790}
	for b.Loop() {
		if _, err := Project(y, 6, measured); err != nil {
			b.Fatal(err)
		}
	}
}
