package main

import (
	"fmt"
	"strings"
	"time"
)

// tally counts what ran. A check counts as one test.
type tally struct{ passed, failed, skipped int }

// stage runs a part of the whole and tells how long it took.
func (t *tally) stage(name string, run func()) {
	fmt.Println("—", name)
	began := time.Now()
	run()
	fmt.Printf("  %s took %.1f s\n", name, time.Since(began).Seconds())
}

// check runs one check. Its words are shown only if it fails.
func (t *tally) check(name string, run func() ([]byte, error)) bool {
	began := time.Now()
	out, err := run()
	if err != nil {
		t.fail(name, strings.TrimRight(fmt.Sprintf("%v\n%s", err, out), "\n"))
		return false
	}
	t.passed++
	fmt.Printf("ok   %s (%.1f s)\n", name, time.Since(began).Seconds())
	return true
}

func (t *tally) fail(name, why string) {
	t.failed++
	fmt.Printf("FAIL %s: %s\n", name, why)
}

func (t *tally) skip(name, why string) {
	t.skipped++
	fmt.Printf("skip %s: %s\n", name, why)
}

func (t *tally) String() string {
	line := fmt.Sprintf("%d passed, %d failed", t.passed, t.failed)
	if t.skipped > 0 {
		line += fmt.Sprintf(", %d skipped", t.skipped)
	}
	return line
}
