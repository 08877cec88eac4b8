package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// vitest counts the page's own tests one by one.
func (t *tally) vitest() {
	var report struct {
		TestResults []struct {
			Name             string
			Message          string
			AssertionResults []struct {
				FullName        string
				Status          string
				FailureMessages []string
			}
		}
	}
	said, err := reported("vitest.json", &report, func(file string) ([]byte, error) {
		return npx(nil, "vitest", "run", "--reporter=json", "--outputFile="+file)
	})
	failed := t.failed
	for _, suite := range report.TestResults {
		for _, test := range suite.AssertionResults {
			switch test.Status {
			case "passed":
				t.passed++
			case "failed":
				t.fail(test.FullName, strings.Join(test.FailureMessages, "\n"))
			default:
				t.skip(test.FullName, test.Status)
			}
		}
		if suite.Message != "" && len(suite.AssertionResults) == 0 {
			t.fail(filepath.Base(suite.Name), suite.Message)
		}
	}
	t.whole("tests of the page", said, err, failed)
}

// suite is Playwright's: files hold groups, groups hold tests.
type suite struct {
	Suites []suite
	Specs  []struct {
		Title string
		File  string
		Tests []struct {
			Status      string // expected, unexpected, flaky or skipped
			ProjectName string
			Results     []struct {
				Errors []struct{ Message string }
			}
		}
	}
}

// journeys counts the journeys through the real program in a real browser.
func (t *tally) journeys() {
	binary, err := filepath.Abs(program())
	if err != nil {
		t.fail("journeys", err.Error())
		return
	}
	var report struct {
		Suites []suite
		Errors []struct{ Message string }
	}
	said, err := reported("playwright.json", &report, func(file string) ([]byte, error) {
		return npx([]string{"PLAYWRIGHT_JSON_OUTPUT_FILE=" + file, "OUTRIGGER=" + binary}, "playwright", "test", "--reporter=json")
	})
	failed := t.failed
	for _, s := range report.Suites {
		t.journey(s)
	}
	for _, e := range report.Errors {
		t.fail("journeys", e.Message)
	}
	t.whole("journeys", said, err, failed)
}

func (t *tally) journey(s suite) {
	for _, spec := range s.Specs {
		for _, test := range spec.Tests {
			name := strings.TrimSpace(spec.File + " " + spec.Title + " " + test.ProjectName)
			why := test.Status
			for _, r := range test.Results {
				for _, e := range r.Errors {
					why += "\n" + e.Message
				}
			}
			switch test.Status {
			case "expected":
				t.passed++
			case "skipped":
				t.skip(name, "skipped")
			case "flaky": // passed when tried again, which the config allows on a clean machine only
				t.passed++
				fmt.Println("unsteady", name, why)
			default:
				t.fail(name, why)
			}
		}
	}
	for _, inner := range s.Suites {
		t.journey(inner)
	}
}

// reported runs a tool and reads the report it writes.
func reported(name string, report any, run func(file string) ([]byte, error)) (said []byte, err error) {
	file, err := filepath.Abs(out(name))
	if err != nil {
		return nil, err
	}
	if err := os.Remove(file); err != nil && !os.IsNotExist(err) {
		return nil, err
	}
	said, ran := run(file)
	data, err := os.ReadFile(file)
	if err != nil {
		return said, fmt.Errorf("no report: %w (%v)", err, ran)
	}
	if err := json.Unmarshal(data, report); err != nil {
		return said, err
	}
	return said, ran
}

// whole settles a run: one that fails without a failed test is a failure itself.
func (t *tally) whole(name string, said []byte, err error, failed int) {
	if err != nil && t.failed == failed {
		t.fail(name, fmt.Sprintf("%v\n%s", err, said))
	} else if err == nil {
		fmt.Println("ok  ", name)
	}
}
