//go:build desktop || dev || bindings

package main

import (
	"os/exec"
	"runtime"
)

// showFolder opens a folder in the system's file manager.
func showFolder(path string) error {
	name := map[string]string{"windows": "explorer", "darwin": "open"}[runtime.GOOS]
	if name == "" {
		name = "xdg-open"
	}
	cmd := exec.Command(name, path)
	if err := cmd.Start(); err != nil {
		return err
	}
	go func() { _ = cmd.Wait() }() // explorer ends with 1 even when it has shown the folder
	return nil
}
