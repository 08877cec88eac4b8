package main

import (
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"sync"
)

// app builds the page and the program with its window.
func app() error { return buildAll() }

// buildAll builds page and program; extra goes to Go's compiler.
func buildAll(extra ...string) error {
	if err := page(); err != nil {
		return err
	}
	_, err := buildHere(extra...)
	return err
}

// buildHere builds the program. Where the window's libraries are missing and may
// not be installed it is built without a window, and still runs every verb and
// serves the page to a browser.
func buildHere(extra ...string) (window bool, err error) {
	if err := install("app"); err != nil {
		fmt.Println(err)
		fmt.Println("Building without a window: every verb works, and serve shows the page in a browser.")
		return false, compile("", extra...)
	}
	return true, compile("desktop,production"+tagsHere(), extra...)
}

func compile(tags string, extra ...string) error {
	args := append([]string{"build", "-tags", tags, "-ldflags", "-s -w -X main.version=" + version(), "-o", program()}, extra...)
	cmd := exec.Command("go", append(args, "./app")...)
	cmd.Env = os.Environ()
	if runtime.GOOS == "darwin" {
		cmd.Env = append(cmd.Env, "CGO_LDFLAGS=-framework UniformTypeIdentifiers") // of the file dialogs
	}
	return show(cmd)
}

// tagsHere names, after a comma, what the window's engine on this system is.
func tagsHere() string {
	switch runtime.GOOS {
	case "linux":
		return ",webkit2_41"
	case "windows":
		return ",wv2runtime.error" // any other fetches the engine from the network
	}
	return ""
}

// version is what git calls the tree, if there is git. It is asked once, so that
// all programs of one run are of one version.
var version = sync.OnceValue(func() string {
	if v := said("git", "describe", "--tags", "--always", "--dirty"); v != "" {
		return v
	}
	return "development"
})

// bindings writes what the page may call. It needs no window.
func bindings() error {
	return run("go", "run", "-tags", "bindings", "./app")
}
