package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"strings"
)

type event struct{ Action, Package, Test, Output string }

// goTests counts every test and subtest of every package, shows the output of
// those that fail, and counts a package that does not build as one failure.
func (t *tally) goTests() {
	cmd := exec.Command("go", "test", "-json", "-count=1", "-timeout=30m", "./...")
	cmd.Stderr = os.Stderr
	pipe, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		t.fail("go test", err.Error())
		return
	}
	output, broken := map[string]*strings.Builder{}, map[string]bool{}
	lines := bufio.NewScanner(pipe)
	lines.Buffer(nil, 16<<20)
	before := t.failed
	for lines.Scan() {
		var e event
		if json.Unmarshal(lines.Bytes(), &e) != nil {
			fmt.Println(lines.Text())
			continue
		}
		t.count(e, output, broken)
	}
	if err := cmd.Wait(); err != nil && t.failed == before {
		t.fail("go test", err.Error())
	}
	if err := lines.Err(); err != nil {
		t.fail("go test", err.Error())
	}
}

// count takes one event; broken holds the packages of which a test failed.
func (t *tally) count(e event, output map[string]*strings.Builder, broken map[string]bool) {
	key := e.Package + " " + e.Test
	said := func() string {
		if o := output[key]; o != nil {
			return "\n" + o.String()
		}
		return ""
	}
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
		delete(output, key)
	case "skip":
		if e.Test != "" {
			t.skip(key, strings.TrimSpace(said()))
		}
	case "fail":
		if e.Test == "" && broken[e.Package] {
			return // told by its tests
		}
		broken[e.Package] = true
		t.fail(strings.TrimSpace(key), said())
	}
}
