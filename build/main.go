// The build program: go run ./build <word>.
//
// It is a Go program so that it works alike on Windows, Linux and macOS, and it
// uses nothing but the standard library, so that it runs before anything else is
// there. What a word needs and this machine lacks it installs where it may (see
// install.go); else it prints the command.
package main

import (
	"fmt"
	"os"
)

type word struct {
	name, does string
	run        func(args []string) error
}

func words() []word {
	return []word{
		{"start", "build all, write the sample's workbook, show its headline figures, open the window", start},
		{"test", "run every check and test; the last line counts them", plain(test)},
		{"bench", "measure speed and size against peers and against what is to be reached", plain(bench)},
		{"accuracy", "score the forecaster on a FILE of series, [--last N] years of each", accuracy},
		{"page", "build the page, if anything in it changed", plain(page)},
		{"app", "build the page and the program for this machine", plain(app)},
		{"bindings", "write what the page may call of the program to build/out/bindings", plain(bindings)},
		{"dev", "show the page in a window and a browser while you change it", plain(dev)},
		{"pack", "build the programs to hand out: for this machine and for Windows", plain(pack)},
	}
}

// plain is a word that takes no arguments.
func plain(run func() error) func([]string) error {
	return func(args []string) error {
		if len(args) > 0 {
			return fmt.Errorf("%q is not understood here", args[0])
		}
		return run()
	}
}

func main() {
	if len(os.Args) >= 2 {
		for _, w := range words() {
			if w.name != os.Args[1] {
				continue
			}
			if err := w.run(os.Args[2:]); err != nil {
				fmt.Fprintln(os.Stderr, err)
				os.Exit(1)
			}
			return
		}
	}
	fmt.Fprintln(os.Stderr, "usage: go run ./build <word>")
	for _, w := range words() {
		fmt.Fprintf(os.Stderr, "  %-9s %s\n", w.name, w.does)
	}
	os.Exit(2)
}
