package calc_test

import (
	"math"
	"testing"

	"outrigger/model/calc"
	"outrigger/model/doubt"
	"outrigger/model/money"
)

func lowHigh(t testing.TB, low, high float64) doubt.Shape {
	t.Helper()
	s, err := doubt.LowHigh(low, high)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// binary is what 64-bit arithmetic may differ from decimals by, here.
const binary = 1e-12

// Draws in which every uncertain input has its base figure give the exact reading:
// the sampled reading is the same graph.
func TestDrawsOfTheBaseFiguresGiveTheExactReading(t *testing.T) {
	m := corkscrew(t)
	s := m.State()
	shapes := []doubt.Shape{}
	for _, year := range axis.Years() {
		n, _ := s.Value("arrivals", year)
		seen, err := doubt.Samples([]float64{money.Float(n)}) // drawn, unlike a figure without doubt
		if err != nil {
			t.Fatal(err)
		}
		shapes = append(shapes, seen)
	}
	watch := []calc.ID{}
	for _, r := range m.Rows() {
		watch = append(watch, r.ID)
	}
	x := s.Sample([]calc.Uncertain{{Row: "arrivals", Shapes: shapes}}, nil, watch, 300, 1, 2)
	for _, id := range watch {
		for _, year := range axis.Years() {
			n, _ := s.Value(id, year)
			for _, p := range []float64{0, 0.5, 1} {
				if q, ok := x.Quantile(id, year, p); !ok || math.Abs(q-money.Float(n)) > binary {
					t.Errorf("%s in %d: %v drawn, %v exact", id, year, q, n)
				}
			}
		}
	}
}

func TestTheSameSeedGivesTheSameDrawsForAnyNumberOfWorkers(t *testing.T) {
	s := corkscrew(t).State()
	shape := lowHigh(t, 10, 30)
	uncertain := []calc.Uncertain{{Row: "arrivals", Shapes: []doubt.Shape{nil, shape, shape, shape}}, {Row: "capacity", Shapes: []doubt.Shape{lowHigh(t, 12, 18)}}}
	watch := []calc.ID{"closing", "total"}
	first := s.Sample(uncertain, nil, watch, 1000, 7, 1)
	for _, workers := range []int{2, 7} {
		again := s.Sample(uncertain, nil, watch, 1000, 7, workers)
		for _, p := range []float64{0.1, 0.37, 0.5, 0.9} {
			a, _ := first.Quantile("closing", 2027, p)
			if b, _ := again.Quantile("closing", 2027, p); a != b {
				t.Errorf("%d workers: percentile %v is %v, not %v", workers, p, b, a)
			}
		}
	}
	other := s.Sample(uncertain, nil, watch, 1000, 8, 1)
	a, _ := first.Quantile("closing", 2027, 0.5)
	if b, _ := other.Quantile("closing", 2027, 0.5); a == b {
		t.Error("another seed gives the same draws")
	}
}

func TestOnlyWhatDoubtReachesIsDoubtful(t *testing.T) {
	s := corkscrew(t).State()
	x := s.Sample([]calc.Uncertain{{Row: "capacity", Shapes: []doubt.Shape{lowHigh(t, 12, 18)}}}, nil, []calc.ID{"done", "late", "nowhere"}, 512, 1, 2)
	if !x.Doubtful("done") || x.Doubtful("late") {
		t.Errorf("done %v, late %v", x.Doubtful("done"), x.Doubtful("late"))
	}
	n, _ := s.Single("late")
	if q, ok := x.Quantile("late", 2027, 0.9); !ok || q != money.Float(n) {
		t.Errorf("a certain row reads %v", q)
	}
	if _, ok := x.Quantile("nowhere", 2027, 0.5); ok {
		t.Error("an unknown row has a percentile")
	}
	share, _ := x.Above("done", 2027, math.Sqrt(12*18))
	if math.Abs(share-0.5) > 0.01 { // the median of a lognormal range
		t.Errorf("%.3f of draws are above the middle", share)
	}
	if high, _ := x.Above("done", 2027, 1e9); high != 0 {
		t.Error("draws above everything")
	}
	if low, _ := x.Above("done", 2027, -1); low != 1 {
		t.Error("draws below nought")
	}
}
