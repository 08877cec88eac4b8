package main

import (
	"bufio"
	_ "embed"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

//go:embed bench_empty.txt
var emptyWindow []byte

// launch is the middle of five starts of a program to its first picture, in
// milliseconds; -1 where no window opens.
func launch(program string) float64 {
	var times []time.Duration
	for range 5 {
		took, err := openProgram(program, nil, func(*screen, int) error { return nil })
		if err != nil {
			fmt.Println(err)
			return -1
		}
		times = append(times, took)
	}
	return middle(times).Seconds() * 1000
}

// memory is what all processes of a program with a window hold together, in
// megabytes; -1 where no window opens.
func memory(program string, args ...string) float64 {
	held := -1.0
	if _, err := openProgram(program, args, func(_ *screen, pid int) error {
		time.Sleep(3 * time.Second) // what is needed only to begin is let go of again
		held = holds(pid)
		return nil
	}); err != nil {
		fmt.Println(err)
	}
	return held
}

// emptyProgram builds a window with nothing in it, by the same engine.
func emptyProgram() (string, error) {
	folder := out("empty")
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return "", err
	}
	source := filepath.Join(folder, "main.go")
	if err := os.WriteFile(source, emptyWindow, 0o644); err != nil {
		return "", err
	}
	defer func() { _ = os.Remove(source) }() // no package of ours
	binary := filepath.Join(folder, "empty")
	said, err := quiet("", nil, "go", "build", "-tags", "desktop,production"+tagsHere(), "-ldflags", "-s -w", "-o", binary, source)
	if err != nil {
		return "", fmt.Errorf("%w\n%s", err, said)
	}
	return binary, nil
}

// holds is the proportional set size of a process and of all that it began, in
// megabytes; -1 where the system does not tell.
func holds(pid int) float64 {
	parents, err := filepath.Glob("/proc/[0-9]*/stat")
	if err != nil {
		return -1
	}
	children := map[int][]int{}
	for _, file := range parents {
		data, err := os.ReadFile(file)
		if err != nil {
			continue // it has ended
		}
		fields := strings.Fields(string(data[strings.LastIndexByte(string(data), ')')+1:]))
		child, _ := strconv.Atoi(filepath.Base(filepath.Dir(file)))
		if parent, err := strconv.Atoi(fields[1]); err == nil {
			children[parent] = append(children[parent], child)
		}
	}
	sum, all := 0.0, []int{pid}
	for len(all) > 0 {
		pid := all[0]
		sum += share(pid)
		all = append(all[1:], children[pid]...)
	}
	if sum == 0 {
		return -1
	}
	return sum
}

// share reads what a process holds, with its part of what it shares.
func share(pid int) float64 {
	f, err := os.Open(fmt.Sprintf("/proc/%d/smaps_rollup", pid))
	if err != nil {
		return 0
	}
	defer f.Close()
	for lines := bufio.NewScanner(f); lines.Scan(); {
		if rest, is := strings.CutPrefix(lines.Text(), "Pss:"); is {
			kb, _ := strconv.ParseFloat(strings.Fields(rest)[0], 64)
			return kb / 1000
		}
	}
	return 0
}
