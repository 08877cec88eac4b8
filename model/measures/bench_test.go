package measures

import (
	"slices"
	"testing"
	"time"
)

// benchmark solves twenty problems, and reports the median and the longest time, how many
// were proven, and the widest gap left. A search that is not done after so long ends.
func benchmark(b *testing.B, make func(seed uint64, measures, years int) Problem, measures int, most time.Duration) {
	var times []float64
	gap, proven := 0.0, 0
	for b.Loop() {
		times, gap, proven = nil, 0, 0
		for seed := range uint64(20) {
			p := make(seed, measures, 5)
			began := time.Now()
			s, err := Solve(p, Limits{Stop: func() bool { return time.Since(began) > most }})
			if err != nil {
				b.Fatal(err)
			}
			times = append(times, float64(time.Since(began).Microseconds())/1e3)
			gap = max(gap, s.Gap())
			if s.Proven {
				proven++
			}
		}
	}
	slices.Sort(times)
	b.ReportMetric(times[len(times)/2], "median-ms")
	b.ReportMetric(times[len(times)-1], "longest-ms")
	b.ReportMetric(float64(proven), "proven-of-20")
	b.ReportMetric(gap*100, "%gap")
}

// BenchmarkSixty takes 60 measures × 5 years as a post would state them.
func BenchmarkSixty(b *testing.B) { benchmark(b, portfolio, 60, 5*time.Second) }

// BenchmarkSixtyEven takes 60 measures × 5 years with narrower costs and limited starts.
func BenchmarkSixtyEven(b *testing.B) { benchmark(b, sample, 60, 5*time.Second) }

// BenchmarkHundredFifty takes 150 measures × 5 years for a second at most.
func BenchmarkHundredFifty(b *testing.B) { benchmark(b, portfolio, 150, time.Second) }
