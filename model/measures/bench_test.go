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

// BenchmarkSixtyBesideCBC lets CBC solve the first five of the sixty's problems as well.
func BenchmarkSixtyBesideCBC(b *testing.B) {
	var ours, theirs []float64
	for b.Loop() {
		ours, theirs = nil, nil
		for seed := range uint64(5) {
			p := portfolio(seed, 60, 5)
			began := time.Now()
			s, err := Solve(p, Limits{})
			ours = append(ours, float64(time.Since(began).Microseconds())/1e3)
			options, said, took := cbc(b, p, 60)
			theirs = append(theirs, float64(took.Microseconds())/1e3)
			if err != nil || said == "Optimal" && worthOf(p, options) != s.Value {
				b.Errorf("plan %d: %v, %v; cbc %v", seed, s.Value, err, worthOf(p, options))
			}
		}
	}
	slices.Sort(ours)
	slices.Sort(theirs)
	b.ReportMetric(ours[2], "ours-ms")
	b.ReportMetric(theirs[2], "cbc-ms")
}
