package workbook_test

import (
	"bytes"
	"fmt"
	"runtime"
	"sync"
	"testing"

	"outrigger/app/workbook"
	"outrigger/datasets"
	"outrigger/model/plan"
)

// nations is as many plans as the Universal Postal Union has members.
const nations = 192

// many is the samples, unchanged but for their names, over and over.
func many(b *testing.B, n int) map[string][]byte {
	b.Helper()
	all := map[string][]byte{}
	for i := range n {
		data, err := datasets.Sample(datasets.SampleNames()[i%3])
		if err != nil {
			b.Fatal(err)
		}
		p, _ := plan.Parse(data)
		p.Post.Name = fmt.Sprintf("%s %d", p.Post.Name, i)
		if all[fmt.Sprintf("plan%03d", i)], err = plan.Marshal(p); err != nil {
			b.Fatal(err)
		}
	}
	return all
}

// BenchmarkRollupOf192Plans reads and calculates 192 plans and writes one regional
// workbook.
func BenchmarkRollupOf192Plans(b *testing.B) {
	k := open(b)
	plans := many(b, nations)
	b.ReportAllocs()
	for b.Loop() {
		k.rollup(b, k.gather(b, plans, "USD"), "en", false)
	}
	b.ReportMetric(heap(), "MB")
}

// BenchmarkWorkbookOfASample reads and calculates the three samples and writes the
// workbook of each, and tells what one takes.
func BenchmarkWorkbookOfASample(b *testing.B) {
	k := open(b)
	plans := many(b, 3)
	var out bytes.Buffer
	for b.Loop() {
		for _, data := range plans {
			out.Reset()
			if err := workbook.Write(&out, k.asked(b, data)); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/3, "ns/op")
}

func (k kit) asked(b *testing.B, data []byte) workbook.Request {
	c := k.build(b, data)
	return workbook.Request{Case: c, Facts: k.facts, Words: k.catalogue.In(c.Plan.Language), Version: "bench", Date: "2026-11-24"}
}

// BenchmarkRegionOf192Plans writes the workbook of each of 192 plans, on all cores, and
// the regional one.
func BenchmarkRegionOf192Plans(b *testing.B) {
	k := open(b)
	plans := many(b, nations)
	most := 0.0
	for b.Loop() {
		var left sync.WaitGroup
		next := make(chan []byte)
		var lock sync.Mutex
		for range runtime.GOMAXPROCS(0) {
			left.Go(func() {
				for data := range next {
					var out bytes.Buffer
					if err := workbook.Write(&out, k.asked(b, data)); err != nil {
						b.Error(err)
					}
					lock.Lock()
					most = max(most, heap())
					lock.Unlock()
				}
			})
		}
		for _, data := range plans {
			next <- data
		}
		close(next)
		left.Wait()
		k.rollup(b, k.gather(b, plans, "USD"), "en", false)
	}
	b.ReportMetric(most, "MB")
}

// heap is what the program's own objects take now, in megabytes.
func heap() float64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return float64(m.HeapInuse) / 1e6
}
