package measures

import "testing"

func benchmark(b *testing.B, measures, nodes int) {
	problems := make([]Problem, 20)
	for i := range problems {
		problems[i] = sample(uint64(i), measures, 5)
	}
	gap, total := 0.0, 0
	for n := 0; b.Loop(); n++ {
		s, err := Solve(problems[n%len(problems)], Limits{Nodes: nodes})
		if err != nil {
			b.Fatal(err)
		}
		gap = max(gap, s.Gap())
		total += s.Nodes
	}
	b.ReportMetric(gap*100, "%gap")
	b.ReportMetric(float64(total)/float64(b.N), "nodes/op")
}

// BenchmarkSixty takes 60 measures × 5 years, twenty problems in turn, to the proof or to
// so many branches, and reports the widest gap left.
func BenchmarkSixty(b *testing.B) { benchmark(b, 60, 20000) }

// BenchmarkHundredFifty takes 150 measures × 5 years, and reports the widest gap that a
// search of so many branches leaves.
func BenchmarkHundredFifty(b *testing.B) { benchmark(b, 150, 300) }
