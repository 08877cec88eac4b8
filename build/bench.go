package main

import (
	"bufio"
	"bytes"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// work is one line of the table. Lower is better in all of them. What could not
// be measured is below 0.
type work struct {
	name       string
	unit       string
	ours, peer float64
	reach      float64 // in the unit
	ratio      float64 // at most this share of the peer; 0: no such target
	against    string  // who the peer is
}

// bench prints what was measured, beside a peer that did the same on this machine
// a moment before or after, and beside what is to be reached. Speed is told here
// and asserted nowhere.
func bench() error {
	if err := install("bench"); err != nil {
		fmt.Println(err)
	}
	if err := os.MkdirAll(filepath.Join("build", "out"), 0o755); err != nil {
		return err
	}
	marks, err := benchmarks("./model/...", "./app/...")
	if err != nil {
		return err
	}
	const none = -1
	m := seen()
	all := []work{
		{"full recalculation, 5,000 cells", "ms", marks.ms("FullRecalculation5000Cells"), none, 0.5, 0, ""},
		{"one changed input, what depends on it", "ms", marks.ms("OneInputChanged"), none, 0.1, 0, ""},
		{"forecast of one driver", "ms", marks.ms("Project"), none, 2, 0, ""},
		{"one edit at the desk, sample plan", "ms", marks.ms("Edit/times1"), none, 16, 0, ""},
		{"one edit at the desk, nine times as large", "ms", marks.ms("Edit/times9"), none, 16, 0, ""},
		{"from an edit to new figures on the page", "ms", ms(m.page, "edit"), none, 16, 0, ""},
		{"from undo to the figures before", "ms", ms(m.page, "undo"), none, 16, 0, ""},
		{"from an edit, plan nine times as large", "ms", ms(m.largest, "edit"), none, 16, 0, ""},
		{"workbook of a large plan", "ms", marks.ms("WorkbookOfALargePlan"), xlsxWriter(marks.of("WorkbookOfALargePlan", "cells")), 150, 0.2, "XlsxWriter, as many cells"},
		{"workbook of a large plan, memory", "MB", marks.of("WorkbookOfALargePlan", "B/op") / 1e6, none, 60, 0, ""},
		{"save of a plan of 1.2 MB", "ms", marks.ms("SaveOfALargePlan"), marks.ms("PlainWriteOfAsMuch"), 10, 0, "write, sync, rename only"},
		{"largest table that is let in, looked over", "ms", max(marks.ms("LargestTables/long"), marks.ms("LargestTables/wide")), none, 2000, 0, ""},
		{"launch to first paint", "ms", m.launch, m.emptyLaunch, 500, 0, "empty window"},
		{"memory with a large plan open", "MB", m.memory, m.emptyMemory, math.Inf(1), 1.15, "empty window"},
		{"program for Windows", "MB", size(windows, windowsProgram), none, 20, 0, ""},
	}
	all = append(all, sampling(marks)...)
	all = append(all, choosing(marks)...)
	all = append(all, region(marks)...)
	fmt.Printf("%-42s %12s %12s %8s %18s  %s\n", "work", "ours", "peer", "ratio", "target", "met")
	for _, w := range all {
		fmt.Println(w)
	}
	return nil
}

// sight is what a reader sees of the program's speed: times on the page by what was
// done, and the window beside an empty one.
type sight struct {
	page, largest                            map[string]float64
	launch, memory, emptyLaunch, emptyMemory float64
}

// seen measures edits on the page of a large and of the largest plan, and the window,
// its memory with the large plan open. What cannot be measured here is below 0.
func seen() (m sight) {
	m.launch, m.memory, m.emptyLaunch, m.emptyMemory = -1, -1, -1, -1
	plan, err := "", app()
	if err == nil {
		plan, err = grownPlan(large)
	}
	if err != nil {
		fmt.Println(err)
		return m
	}
	m.page = onPage(plan)
	if big, err := grownPlan(largest); err == nil {
		m.largest = onPage(big)
	}
	if !has("Xvfb") || !has("dbus-daemon") {
		return m
	}
	m.launch, m.memory = launch(program()), memory(program(), plan)
	if empty, err := emptyProgram(); err == nil {
		m.emptyLaunch, m.emptyMemory = launch(empty), memory(empty)
	} else {
		fmt.Println(err)
	}
	return m
}

func (w work) String() string {
	if w.ours < 0 {
		return fmt.Sprintf("%-42s %12s", w.name, "not available")
	}
	peer, ratio, target, met := "–", "–", fmt.Sprintf("≤ %g %s", w.reach, w.unit), w.ours <= w.reach
	if math.IsInf(w.reach, 1) {
		target = ""
	}
	if w.against != "" {
		peer = "not available"
	}
	if w.peer > 0 {
		peer, ratio = fmt.Sprintf("%.4g %s", w.peer, w.unit), fmt.Sprintf("%.2f", w.ours/w.peer)
	}
	if w.ratio > 0 {
		target = strings.TrimPrefix(target+fmt.Sprintf(", ≤ %g", w.ratio), ", ")
		met = met && (w.peer <= 0 || w.ours/w.peer <= w.ratio)
	}
	line := fmt.Sprintf("%-42s %12s %12s %8s %18s  %s", w.name, fmt.Sprintf("%.4g %s", w.ours, w.unit), peer, ratio, target, map[bool]string{true: "met", false: "not met"}[met])
	if w.against != "" {
		line += "  (peer: " + w.against + ")"
	}
	return line
}

// measured holds what Go's benchmarks printed, by name and unit.
type measured map[string]map[string]float64

func (m measured) of(name, unit string) float64 {
	if v, ok := m[name][unit]; ok {
		return v
	}
	return -1
}

func (m measured) ms(name string) float64 {
	if v := m.of(name, "ns/op"); v >= 0 {
		return v / 1e6
	}
	return -1
}

func benchmarks(packages ...string) (measured, error) {
	text, err := quiet("", nil, "go", append([]string{"test", "-run", "^$", "-bench", ".", "-benchmem"}, packages...)...)
	if err != nil {
		return nil, fmt.Errorf("%w\n%s", err, text)
	}
	return parseBenchmarks(text), nil
}

var benchmarkName = regexp.MustCompile(`^Benchmark([\w/]+?)(-\d+)?$`)

// parseBenchmarks reads lines such as
//
//	BenchmarkName-2   50   2345 ns/op   12 B/op   900 cells
func parseBenchmarks(text []byte) measured {
	all := measured{}
	lines := bufio.NewScanner(bytes.NewReader(text))
	for lines.Scan() {
		fields := strings.Fields(lines.Text())
		if len(fields) < 4 {
			continue
		}
		name := benchmarkName.FindStringSubmatch(fields[0])
		if name == nil {
			continue
		}
		units := map[string]float64{}
		for i := 2; i+1 < len(fields); i += 2 {
			if v, err := strconv.ParseFloat(fields[i], 64); err == nil {
				units[fields[i+1]] = v
			}
		}
		all[name[1]] = units
	}
	return all
}

// size builds a file and gives its megabytes.
func size(build func() error, file string) float64 {
	if err := build(); err != nil {
		fmt.Println(err)
		return -1
	}
	info, err := os.Stat(file)
	if err != nil {
		return -1
	}
	return float64(info.Size()) / 1e6
}

// pythonWith finds a Python that has a library, the system's own first: Debian's
// packages are for that one.
func pythonWith(library string) string {
	for _, python := range []string{"/usr/bin/python3", "python3", "python"} {
		if exec.Command(python, "-c", "import "+library).Run() == nil {
			return python
		}
	}
	return ""
}

// xlsxWriter lets XlsxWriter write so many cells, three times; the middle one, in
// milliseconds.
func xlsxWriter(cells float64) float64 {
	python := pythonWith("xlsxwriter")
	if python == "" || cells <= 0 {
		return -1
	}
	var times []time.Duration
	for range 3 {
		text := said(python, filepath.Join("build", "bench_xlsxwriter.py"), out("peer.xlsx"), strconv.Itoa(int(cells)))
		seconds, err := strconv.ParseFloat(text, 64)
		if err != nil {
			return -1
		}
		times = append(times, time.Duration(seconds*float64(time.Second)))
	}
	return middle(times).Seconds() * 1000
}

func middle(times []time.Duration) time.Duration {
	slices.Sort(times)
	return times[len(times)/2]
}
