package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
)

// tally counts what ran. A check counts as one test.
type tally struct{ passed, failed, skipped int }

func test() error {
	var t tally
	t.check("format", func() ([]byte, error) {
		out, err := exec.Command("go", "tool", "gofumpt", "-l", "app", "build", "datasets", "model").CombinedOutput()
		if err == nil && len(bytes.TrimSpace(out)) > 0 {
			err = errors.New("not in gofumpt's form")
		}
		return out, err
	})
	t.check("vet", exec.Command("go", "vet", "./...").CombinedOutput)
	t.check("staticcheck", exec.Command("go", "tool", "staticcheck", "./...").CombinedOutput)
	if err := t.goTests(); err != nil {
		return err
	}
	line := fmt.Sprintf("%d passed, %d failed", t.passed, t.failed)
	if t.skipped > 0 {
		line += fmt.Sprintf(", %d skipped", t.skipped)
	}
	fmt.Println(line)
	if t.failed > 0 || t.passed == 0 {
		os.Exit(1)
	}
	return nil
}

func (t *tally) check(name string, run func() ([]byte, error)) {
	out, err := run()
	if err != nil {
		t.failed++
		fmt.Printf("FAIL %s: %v\n%s\n", name, err, out)
		return
	}
	t.passed++
	fmt.Println("ok  ", name)
}

type event struct{ Action, Package, Test, Output string }

// goTests counts every test and subtest of every package, shows the output of
// those that fail, and counts a package that does not build as one failure.
func (t *tally) goTests() error {
	cmd := exec.Command("go", "test", "-json", "-count=1", "./...")
	cmd.Stderr = os.Stderr
	pipe, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	output := map[string]*strings.Builder{}
	lines := bufio.NewScanner(pipe)
	lines.Buffer(nil, 16<<20)
	before := t.failed
	for lines.Scan() {
		var e event
		if json.Unmarshal(lines.Bytes(), &e) != nil {
			fmt.Println(lines.Text())
			continue
		}
		t.count(e, output)
	}
	if err := cmd.Wait(); err != nil && t.failed == before {
		t.failed++
		fmt.Println("FAIL go test:", err)
	}
	return lines.Err()
}

func (t *tally) count(e event, output map[string]*strings.Builder) {
	key := e.Package + " " + e.Test
	switch e.Action {
	case "output", "build-output":
		if output[key] == nil {
			output[key] = &strings.Builder{}
		}
		output[key].WriteString(e.Output)
	case "pass":
		if e.Test != "" {
			t.passed++
		} else {
			fmt.Println("ok  ", e.Package)
		}
	case "skip":
		if e.Test != "" {
			t.skipped++
		}
	case "fail":
		t.failed++
		fmt.Println("FAIL", key)
		if o := output[key]; o != nil {
			fmt.Println(o.String())
		}
	}
}
