package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
)

// test runs every check and test there is, and shows how many passed. What comes
// later leans on what came before: the page is built before the program that
// carries it, the program before the journeys through it.
func test() error {
	if err := install("test"); err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Join("build", "out"), 0o755); err != nil {
		return err
	}
	var t tally
	t.stage("packages of the page", func() { t.check("npm packages", silent(packages)) })
	t.stage("checks of the code", t.code)
	t.stage("checks of the page", t.page)
	t.stage("Go tests", t.goTests)
	t.stage("program", func() {
		t.check("native program", silent(func() error { return compile("desktop,production" + tagsHere()) }))
	})
	t.stage("journeys through the page", t.journeys)
	if runtime.GOOS == "linux" {
		t.stage("WebKit", func() { t.check("page in WebKit", webkit) })
		t.stage("window", func() { t.check("window opens", window) })
	} else {
		t.skip("page in WebKit", "only Linux has a driver for it")
		t.skip("window opens", "only Linux has a screen that is none")
	}
	t.stage("packing", t.packing)
	fmt.Println(t.String())
	if t.failed > 0 || t.passed == 0 {
		os.Exit(1)
	}
	return nil
}

// code checks what no test runs: form, suspicions, licences.
func (t *tally) code() {
	t.check("format", func() ([]byte, error) {
		// What a fresh machine must fetch first it tells between the lines.
		if out, err := quiet("", nil, "go", "mod", "download"); err != nil {
			return out, err
		}
		out, err := quiet("", nil, "go", "tool", "gofumpt", "-l", "app", "build", "datasets", "model", filepath.Join(frontend, "embed.go"))
		if err == nil && len(bytes.TrimSpace(out)) > 0 {
			err = errors.New("not in gofumpt's form")
		}
		return out, err
	})
	t.check("vet", func() ([]byte, error) { return quiet("", nil, "go", "vet", "./...") })
	t.check("staticcheck", func() ([]byte, error) { return quiet("", nil, "go", "tool", "staticcheck", "./...") })
	t.check("licences of Go modules", goLicences)
	t.check("licences of npm packages", npmLicences)
}

func (t *tally) page() {
	for _, c := range []struct{ name, script string }{{"types of the page", "check"}, {"style of the page", "lint"}} {
		t.check(c.name, func() ([]byte, error) { return quiet(frontend, nil, "npm", "run", "--silent", c.script) })
	}
	t.vitest()
	t.check("page builds", silent(page))
}

func silent(run func() error) func() ([]byte, error) {
	return func() ([]byte, error) { return nil, run() }
}
