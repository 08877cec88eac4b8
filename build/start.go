package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
)

// start is the first thing to do with the project: everything is built, the
// sample's case is written as a workbook, and the window opens. --no-open stops
// before the window.
func start(args []string) error {
	open := !slices.Contains(args, "--no-open")
	if len(args) > 1 || len(args) == 1 && open {
		return errors.New("usage: go run ./build start [--no-open]")
	}
	if err := page(); err != nil { // the figures and the workbook need none
		fmt.Println(err)
		fmt.Println("Going on without the page.")
	}
	window, err := buildHere()
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Join("build", "out"), 0o755); err != nil {
		return err
	}
	sample, book := out("vanuatu.outrigger"), out("vanuatu.xlsx")
	if err := run(program(), "sample", "vanuatu", "-o", sample); err != nil {
		return err
	}
	if err := run(program(), "figures", sample); err != nil {
		return err
	}
	fmt.Println()
	if err := run(program(), "workbook", sample, "-o", book); err != nil {
		return fmt.Errorf("the workbook was not written: %w", err)
	}
	if !open {
		return nil
	}
	if !window || !display() {
		fmt.Println("There is no window here, so the page is served to a browser instead; stop it with Ctrl+C.")
		return run(program(), "serve", sample)
	}
	return run(program(), sample)
}

// display: a Linux machine without a screen can still show the page elsewhere.
func display() bool {
	return runtime.GOOS != "linux" || os.Getenv("DISPLAY") != "" || os.Getenv("WAYLAND_DISPLAY") != ""
}
