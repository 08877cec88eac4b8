package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
)

// program is where the built program lies.
func program() string {
	name := "outrigger"
	if runtime.GOOS == "windows" {
		name += ".exe"
	}
	return filepath.Join("build", "bin", name)
}

// out is a file of the folder for what the build writes and git does not keep.
func out(name string) string { return filepath.Join("build", "out", name) }

// run shows what a command says as it says it.
func run(name string, args ...string) error { return show(exec.Command(name, args...)) }

func show(cmd *exec.Cmd) error {
	cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, os.Stdout, os.Stderr
	return cmd.Run()
}

// quiet is a command whose words are only wanted if it fails.
func quiet(dir string, env []string, name string, args ...string) ([]byte, error) {
	cmd := exec.Command(name, args...)
	cmd.Dir, cmd.Env = dir, append(os.Environ(), env...)
	return cmd.CombinedOutput()
}

// said is what a command prints, without the line's end; empty if it fails.
func said(name string, args ...string) string {
	text, err := exec.Command(name, args...).Output()
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(text))
}

func has(command string) bool {
	_, err := exec.LookPath(command)
	return err == nil
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
