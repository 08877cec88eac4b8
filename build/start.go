package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
)

// program is where the built program lies.
func program() string {
	name := "outrigger"
	if runtime.GOOS == "windows" {
		name += ".exe"
	}
	return filepath.Join("build", "bin", name)
}

// start builds the program, writes the sample plan to build/out and prints its
// headline figures.
func start() error {
	if err := run("go", "build", "-o", program(), "./app"); err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Join("build", "out"), 0o755); err != nil {
		return err
	}
	sample := filepath.Join("build", "out", "vanuatu.outrigger")
	if err := run(program(), "sample", "vanuatu", "-o", sample); err != nil {
		return err
	}
	return run(program(), "figures", sample)
}

func run(name string, args ...string) error {
	cmd := exec.Command(name, args...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, os.Stdout, os.Stderr
	return cmd.Run()
}
