package main

import (
	"math"
	"os"
	"strings"
	"testing"
)

func TestBenchmarksAreRead(t *testing.T) {
	m := parseBenchmarks([]byte("goos: linux\nBenchmarkSaveOfAPlan-2   \t     50\t  2500000 ns/op\t   12 B/op\t 900.0 cells\nPASS\n"))
	if m.ms("SaveOfAPlan") != 2.5 || m.of("SaveOfAPlan", "cells") != 900 || m.ms("Other") >= 0 {
		t.Errorf("read %v", m)
	}
}

func TestTimesOnThePageAreRead(t *testing.T) {
	times := parseTimes([]byte("edit 12.50\nundo 9\nanything else\n"))
	if ms(times, "edit") != 12.5 || ms(times, "undo") != 9 || ms(times, "redo") >= 0 {
		t.Errorf("read %v", times)
	}
}

func TestALargePlanIsTheSampleOverAndOver(t *testing.T) {
	data, err := multiplied([]byte(`{"drivers":[{"id":"a","name":"A"},{"id":"b","name":"B","future":{"of":"a"}}],"lines":[{"id":"c","name":"C"}],
		"activities":[{"id":"x","name":"X","driver":"a"},{"id":"y","name":"Y"}]}`), 2)
	const want = `{"activities":[{"driver":"a","id":"x","name":"X"},{"id":"y","name":"Y"},{"driver":"a1","id":"x1","name":"X1"},{"id":"y1","name":"Y1"}],` +
		`"drivers":[{"id":"a","name":"A"},{"future":{"of":"a"},"id":"b","name":"B"},{"id":"a1","name":"A1"},{"future":{"of":"a1"},"id":"b1","name":"B1"}],` +
		`"lines":[{"id":"c","name":"C"},{"id":"c1","name":"C1"}]}`
	if err != nil || string(data) != want {
		t.Errorf("%v\n%s", err, data)
	}
}

func TestMemoryOfAProcessIsTold(t *testing.T) {
	if _, err := os.Stat("/proc/self/smaps_rollup"); err != nil {
		t.Skip("this system does not tell")
	}
	if mb := holds(os.Getpid()); mb < 1 || mb > 1000 {
		t.Errorf("this test holds %v MB", mb)
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
		{work{"a", "MB", 230, 200, math.Inf(1), 1.2, "peer"}, " ≤ 1.2  met"},
		{work{"a", "ms", -1, -1, 5, 0, ""}, "not available"},
	} {
		if got := c.work.String(); !strings.Contains(got, c.want) {
			t.Errorf("%v: %q lacks %q", c.work, got, c.want)
		}
	}
}
