package desk_test

import (
	"fmt"
	"io"
	"log"
	"path/filepath"
	"testing"
	"time"

	"outrigger/app/desk"
	"outrigger/datasets"
	"outrigger/model/plan"
)

// BenchmarkEdit is one figure typed, to all that the page shows of the plan after
// it, without the way to the page: on a sample, and on a plan some ten times as
// large.
func BenchmarkEdit(b *testing.B) {
	for _, grown := range []int{0, 1, 8} {
		b.Run(fmt.Sprintf("times%d", grown+1), func(b *testing.B) {
			d := desk.New(desk.Setup{
				Version: "bench", Language: "en", Words: catalogue, Facts: facts, Now: time.Now,
				Journals: filepath.Join(b.TempDir(), "journals"), Log: log.New(io.Discard, "", 0),
			})
			data, err := datasets.Sample("vanuatu")
			if err != nil {
				b.Fatal(err)
			}
			p, _ := plan.Parse(data)
			drivers, activities, lines := p.Drivers, p.Activities, p.Lines
			for n := range grown {
				again := func(text string) string {
					if text == "" {
						return "" // it speaks of none
					}
					return fmt.Sprintf("%s%d", text, n)
				}
				for _, x := range drivers {
					x.ID, x.Name, x.Future.Of = again(x.ID), again(x.Name), again(x.Future.Of)
					p.Drivers = append(p.Drivers, x)
				}
				for _, x := range activities {
					x.ID, x.Name, x.Driver = again(x.ID), again(x.Name), again(x.Driver)
					p.Activities = append(p.Activities, x)
				}
				for _, x := range lines {
					x.ID, x.Name = again(x.ID), again(x.Name)
					p.Lines = append(p.Lines, x)
				}
			}
			text, err := plan.Marshal(p)
			if err != nil {
				b.Fatal(err)
			}
			if v, err := d.OpenUpload(desk.FileRequest{Language: "en", Name: "bench", Text: string(text)}); err != nil || v.Story[0].Row == "" {
				b.Fatal("the plan is not calculated", err)
			}
			n := 0
			for b.Loop() {
				n++
				r := desk.EditRequest{Language: "en", Cells: []desk.CellEdit{{Input: history, Year: 2025, Text: fmt.Sprint(30000 + n%100)}}}
				if a, err := d.Edit(r); err != nil || len(a.Faults) > 0 {
					b.Fatal(err, a.Faults)
				}
			}
			b.StopTimer()
			_ = desk.Settle(d)
		})
	}
}
