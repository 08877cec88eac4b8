package calc_test

import (
	"fmt"
	"math"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"outrigger/model/calc"
	"outrigger/model/doubt"
)

// doubtful is the large plan with one volume in each group of rows uncertain in all its
// years, and a row over all groups, so that no cell can be left out.
func doubtful(b testing.TB) (*calc.State, []calc.Uncertain) {
	b.Helper()
	book := largeBook(b)
	var sums []calc.ID
	var uncertain []calc.Uncertain
	shape := lowHigh(b, 1000, 1500)
	for g := range 50 {
		sums = append(sums, calc.ID(fmt.Sprintf("%d/sum", g)))
		u := calc.Uncertain{Row: calc.ID(fmt.Sprintf("%d/volume", g))}
		for range 10 {
			u.Shapes = append(u.Shapes, shape)
		}
		uncertain = append(uncertain, u)
	}
	book.Add(calc.Row{ID: "all", Unit: calc.Hour, Expr: calc.Sum(sums...)})
	m, err := book.Build()
	if err != nil {
		b.Fatal(err)
	}
	return m.State(), uncertain
}

// best runs a benchmark and tells, besides the mean, the shortest time that one run took:
// what the machine can do when nothing else asks for it.
func best(b *testing.B, run func()) {
	b.Helper()
	least := time.Duration(math.MaxInt64)
	for b.Loop() {
		began := time.Now()
		run()
		least = min(least, time.Since(began))
	}
	b.ReportMetric(float64(least), "best-ns")
}

func BenchmarkTenThousandDrawsOf5000Cells(b *testing.B) {
	s, uncertain := doubtful(b)
	best(b, func() {
		x := s.Sample(uncertain, nil, []calc.ID{"all"}, 10_000, 1, 2)
		for _, year := range s.Model().Axis.Years() {
			x.Quantiles("all", year, 0.1, 0.5, 0.9)
		}
	})
}

// The same with as few draws as there may be: what it costs to write the program.
func BenchmarkOneBlockOf5000Cells(b *testing.B) {
	s, uncertain := doubtful(b)
	best(b, func() { s.Sample(uncertain, nil, []calc.ID{"all"}, 1, 1, 1) })
}

// Eight drivers, each tied to the next, each with ten years of ranges that widen.
func BenchmarkEightTiedDriversOfTenYears(b *testing.B) {
	const drivers, years, paths = 8, 10, 100_000
	var links []doubt.Link
	for d := range drivers - 1 {
		links = append(links, doubt.Link{A: d, B: d + 1, Strength: 0.4})
	}
	joint, _, err := doubt.Correlation(drivers, links)
	if err != nil {
		b.Fatal(err)
	}
	var shapes [years]doubt.Shape
	for y := range shapes {
		spread := math.Exp(0.1 * math.Sqrt(float64(y+1)))
		shapes[y] = around(b, 1000/spread, 1000, 1000*spread)
	}
	const run = 500
	best(b, func() {
		var next atomic.Int64
		var wait sync.WaitGroup
		for range 2 {
			wait.Go(func() {
				d, out := doubt.NewDraws(doubt.NewPoints(1), joint, run), make([]float64, run)
				for {
					first := int(next.Add(run)) - run
					if first >= paths {
						return
					}
					d.Move(uint32(first), run)
					for in := range drivers {
						for _, shape := range shapes {
							d.Fill(out, in, shape)
						}
					}
				}
			})
		}
		wait.Wait()
	})
}
