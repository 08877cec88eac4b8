package shelf_test

import (
	"path/filepath"
	"strings"
	"testing"

	"outrigger/app/shelf"
	"outrigger/model/plan"
)

// heavy is a plan of 1.2 MB on disk, more than any real one.
func heavy(b *testing.B) *plan.Plan {
	b.Helper()
	p, findings := plan.Parse([]byte(`{"format":"outrigger-plan","version":1,"post":{"country":"VUT"},
"years":{"first":2024,"last_actual":2025,"last":2027},"money":{"currency":"VUV"}}`))
	if plan.Refused(findings) {
		b.Fatal(findings)
	}
	for range 400 {
		p.Log = append(p.Log, plan.LogEntry{Date: "2026-01-01", Text: strings.Repeat("assumption ", 270)})
	}
	return p
}

func BenchmarkSaveOfALargePlan(b *testing.B) {
	p, file := heavy(b), shelf.New(filepath.Join(b.TempDir(), "post.outrigger"))
	for b.Loop() {
		if err := file.Save(p); err != nil {
			b.Fatal(err)
		}
	}
}

// The peer of the save: the same bytes, only written, synced and renamed.
func BenchmarkPlainWriteOfAsMuch(b *testing.B) {
	data, err := plan.Marshal(heavy(b))
	if err != nil {
		b.Fatal(err)
	}
	path := filepath.Join(b.TempDir(), "post.outrigger")
	b.ReportMetric(float64(len(data))/1e6, "MB")
	for b.Loop() {
		if err := shelf.Write(path, data); err != nil {
			b.Fatal(err)
		}
	}
}
