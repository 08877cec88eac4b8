package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

const frontend = "frontend"

// page builds the page into frontend/dist, unless that is newer than everything
// it is built from.
func page() error {
	if err := packages(); err != nil {
		return err
	}
	built, err := os.Stat(filepath.Join(frontend, "dist", "index.html"))
	if err == nil {
		newest, err := newestSource()
		if err != nil {
			return err
		}
		if built.ModTime().After(newest) {
			return nil
		}
	}
	if said, err := quiet(frontend, nil, "npm", "run", "build"); err != nil {
		return fmt.Errorf("the page does not build: %w\n%s", err, said)
	}
	// Vite empties the folder; the marker keeps the folder in the repository.
	return os.WriteFile(filepath.Join(frontend, "dist", ".gitkeep"), nil, 0o644)
}

// packages brings the npm packages of the lock file, if any is missing.
func packages() error {
	if !has("npm") {
		return errNode
	}
	if same, err := lockFulfilled(); err != nil || same {
		return err
	}
	fmt.Println("installing the page's packages")
	if said, err := quiet(frontend, nil, "npm", "ci"); err != nil {
		return fmt.Errorf("npm ci: %w\n%s", err, said)
	}
	return nil
}

type lock struct {
	Packages map[string]struct {
		Version  string `json:"version"`
		License  string `json:"license"`
		Dev      bool   `json:"dev"`
		Optional bool   `json:"optional"`

		// Extraneous: somebody could want it, nobody does, and it is not installed.
		Extraneous bool `json:"extraneous"`
	} `json:"packages"`
}

// lockFulfilled compares the lock file with npm's own note of what it installed.
func lockFulfilled() (bool, error) {
	wanted, err := readLock("package-lock.json")
	if err != nil {
		return false, err
	}
	there, err := readLock(filepath.Join("node_modules", ".package-lock.json"))
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	} else if err != nil {
		return false, err
	}
	for path, p := range wanted.Packages {
		if got, ok := there.Packages[path]; path != "" && !p.Optional && !p.Extraneous && (!ok || got.Version != p.Version) {
			return false, nil
		}
	}
	return true, nil
}

func readLock(name string) (lock, error) {
	var l lock
	data, err := os.ReadFile(filepath.Join(frontend, name))
	if err != nil {
		return l, err
	}
	return l, json.NewDecoder(bytes.NewReader(data)).Decode(&l)
}

// newestSource is when anything the page is built from last changed. Folders
// count, because a file that went away leaves its mark only there.
func newestSource() (time.Time, error) {
	var newest time.Time
	look := func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		switch entry.Name() {
		case "node_modules", "dist", "e2e", "test-results", "playwright-report", "embed.go":
			if entry.IsDir() {
				return filepath.SkipDir
			}
			return nil
		}
		info, err := entry.Info()
		if err == nil && path != frontend && info.ModTime().After(newest) {
			newest = info.ModTime()
		}
		return err
	}
	for _, tree := range []string{frontend, filepath.Join("datasets", "words")} { // the page may take its words from there
		if err := filepath.WalkDir(tree, look); err != nil {
			return newest, err
		}
	}
	return newest, nil
}

// npx runs a tool of the page's packages; it never fetches one.
func npx(env []string, args ...string) ([]byte, error) {
	env = append(env, "NO_COLOR=1", "FORCE_COLOR=0") // what it says is kept, not looked at
	return quiet(frontend, env, "npx", append([]string{"--no-install"}, args...)...)
}

// dev serves the page by Vite, with every change shown at once, around the real
// program. The dev tag never leaves this machine: its door is open to every page
// of the browser.
func dev() error {
	if err := install("dev"); err != nil {
		return err
	}
	if err := packages(); err != nil {
		return err
	}
	// Not by npx: only our own child is stopped with us.
	vite := exec.Command("node", filepath.Join("node_modules", "vite", "bin", "vite.js"), "--host", "127.0.0.1", "--port", "5173", "--strictPort")
	vite.Dir, vite.Stdout, vite.Stderr = frontend, os.Stdout, os.Stderr
	if err := vite.Start(); err != nil {
		return err
	}
	defer func() { _ = vite.Process.Kill() }() // it has nothing to save
	target := filepath.Join("build", "bin", "outrigger-dev")
	if err := run("go", "build", "-tags", "dev"+tagsHere(), "-o", target, "./app"); err != nil {
		return err
	}
	fmt.Println("the same page stands at http://127.0.0.1:34115 for a browser")
	cmd := exec.Command(target)
	cmd.Env = append(os.Environ(), "devserver=127.0.0.1:34115", "frontenddevserverurl=http://127.0.0.1:5173")
	return show(cmd)
}
