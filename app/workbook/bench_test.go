package workbook_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"

	"outrigger/app/workbook"
	"outrigger/model/plan"
)

// large is the Vanuatu sample grown to a plan larger than any post's: hundreds of
// drivers, activities and lines over twenty years.
func large(b *testing.B, k kit) workbook.Request {
	b.Helper()
	p := k.sample(b, "vanuatu").Plan
	p.Scenarios = nil
	again := func(text string, n int) string { return fmt.Sprintf("%s%d", text, n) }
	drivers, activities, lines := p.Drivers, p.Activities, p.Lines
	for n := range 40 {
		for _, d := range drivers {
			d.ID, d.Name = again(d.ID, n), again(d.Name+" ", n)
			if d.Future.Of != "" {
				d.Future.Of = again(d.Future.Of, n)
			}
			p.Drivers = append(p.Drivers, d)
		}
		for _, a := range activities {
			a.ID, a.Name = again(a.ID, n), again(a.Name+" ", n)
			if a.Driver != "" {
				a.Driver = again(a.Driver, n)
			}
			p.Activities = append(p.Activities, a)
		}
		for _, l := range lines {
			l.ID, l.Name = again(l.ID, n), again(l.Name+" ", n)
			p.Lines = append(p.Lines, l)
		}
	}
	data, err := plan.Marshal(p)
	if err != nil {
		b.Fatal(err)
	}
	return workbook.Request{Case: k.build(b, data), Facts: k.facts, Words: k.catalogue.In("en"), Version: "bench", Date: "2026-11-24"}
}

func BenchmarkWorkbookOfALargePlan(b *testing.B) {
	in := large(b, open(b))
	var out bytes.Buffer
	b.ReportAllocs()
	for b.Loop() {
		out.Reset()
		if err := workbook.Write(&out, in); err != nil {
			b.Fatal(err)
		}
	}
	cells := 0
	archive, err := zip.NewReader(bytes.NewReader(out.Bytes()), int64(out.Len()))
	if err != nil {
		b.Fatal(err)
	}
	for _, file := range archive.File {
		if strings.HasPrefix(file.Name, "xl/worksheets/sheet") {
			r, err := file.Open()
			if err != nil {
				b.Fatal(err)
			}
			body, err := io.ReadAll(r)
			if err != nil {
				b.Fatal(err)
			}
			cells += bytes.Count(body, []byte("<c r="))
			r.Close()
		}
	}
	b.ReportMetric(float64(cells), "cells")
	b.ReportMetric(float64(out.Len())/1e6, "MB")
}
