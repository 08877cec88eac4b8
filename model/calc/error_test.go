package calc_test

import (
	"math"
	"runtime"
	"testing"

	"outrigger/model/calc"
	"outrigger/model/doubt"
	"outrigger/model/span"
)

// off90 is how far the 90th percentile of 10,000 draws lies from that of a million, as a
// share of it: the root of the mean square over so many seeds.
func off90(s *calc.State, uncertain []calc.Uncertain, id calc.ID, year span.Year, seeds uint64) float64 {
	settled, _ := s.Sample(uncertain, nil, []calc.ID{id}, 1<<20, 99, runtime.NumCPU()).Quantile(id, year, 0.9)
	squares := 0.0
	for seed := range seeds {
		few, _ := s.Sample(uncertain, nil, []calc.ID{id}, 10_000, seed, runtime.NumCPU()).Quantile(id, year, 0.9)
		squares += (few/settled - 1) * (few/settled - 1) / float64(seeds)
	}
	return math.Sqrt(squares)
}

// backlog is a corkscrew of which arrivals and capacity are uncertain. What it closes
// with is a difference of larger figures, which makes the most of every unevenness.
func backlog(t testing.TB) (*calc.State, []calc.Uncertain) {
	t.Helper()
	shape := lowHigh(t, 10, 30)
	return corkscrew(t).State(), []calc.Uncertain{{Row: "arrivals", Shapes: []doubt.Shape{nil, shape, shape, shape}}, only("capacity", lowHigh(t, 12, 18))}
}

// settled is what 10,000 draws may be off by, for anything that is read to two digits.
const settled = 0.002

func TestTenThousandDrawsSettleThePercentile(t *testing.T) {
	s, uncertain := backlog(t)
	if off := off90(s, uncertain, "closing", 2027, 20); off > settled {
		t.Errorf("the 90th percentile is off by %.2f %%", 100*off)
	}
}

func BenchmarkErrorOfTheNinetiethPercentile(b *testing.B) {
	s, uncertain := backlog(b)
	off := off90(s, uncertain, "closing", 2027, 20)
	s, uncertain = doubtful(b)
	off = max(off, off90(s, uncertain, "all", 2030, 20))
	for b.Loop() { // what is told is no time
	}
	b.ReportMetric(100*off, "percent")
}
