package main

import (
	"strings"
	"testing"
)

func TestBenchmarksAreRead(t *testing.T) {
	m := parseBenchmarks([]byte("goos: linux\nBenchmarkSaveOfAPlan-2   \t     50\t  2500000 ns/op\t   12 B/op\t 900.0 cells\nPASS\n"))
	if m.ms("SaveOfAPlan") != 2.5 || m.of("SaveOfAPlan", "cells") != 900 || m.ms("Other") >= 0 {
		t.Errorf("read %v", m)
	}
}

func TestTheTableSaysWhatIsMet(t *testing.T) {
	for _, c := range []struct {
		work work
		want string
	}{
		{work{"a", "ms", 4, -1, 5, 0, ""}, "  met"},
		{work{"a", "ms", 6, -1, 5, 0, ""}, "not met"},
		{work{"a", "ms", 4, 8, 5, 0.2, "peer"}, "0.50"},
		{work{"a", "ms", 4, 8, 5, 0.2, "peer"}, "not met"},
		{work{"a", "ms", 4, -1, 5, 0.2, "peer"}, "not available"},
		{work{"a", "ms", -1, -1, 5, 0, ""}, "not available"},
	} {
		if got := c.work.String(); !strings.Contains(got, c.want) {
			t.Errorf("%v: %q lacks %q", c.work, got, c.want)
		}
	}
}
