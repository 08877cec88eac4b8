// The build program: go run ./build <word>.
//
// It is a Go program so that it works alike on Windows, Linux and macOS.
package main

import (
	"fmt"
	"os"
)

type word struct {
	name, does string
	run        func() error
}

var words = []word{
	{"start", "build the program and print the sample post's headline figures", start},
	{"bench", "measure the speed of what exists against what is to be reached", bench},
	{"test", "run every check and test; the last line counts them", test},
}

func main() {
	if len(os.Args) >= 2 {
		for _, w := range words {
			if w.name == os.Args[1] {
				if err := w.run(); err != nil {
					fmt.Fprintln(os.Stderr, err)
					os.Exit(1)
				}
				return
			}
		}
	}
	fmt.Fprintln(os.Stderr, "usage: go run ./build <word>")
	for _, w := range words {
		fmt.Fprintf(os.Stderr, "  %-8s %s\n", w.name, w.does)
	}
	os.Exit(2)
}
