package main

import (
	"fmt"
	"io"
	"log"
	"os"
	"path/filepath"
	"sync"
	"time"

	"outrigger/app/desk"
	"outrigger/app/words"
	"outrigger/datasets"
)

// newDesk makes the desk that a window or a browser works at: here its clock, its
// facts and its words come from. A nil window is a browser.
func newDesk(catalogue *words.Catalogue, facts *datasets.Data, language string, window desk.Window, errs io.Writer) *desk.Desk {
	var once sync.Once
	return desk.New(desk.Setup{
		Version: version, Language: language, Words: catalogue, Facts: facts, Now: time.Now, Window: window,
		Journals: journals(), Log: log.New(errs, "outrigger: ", log.LstdFlags),
		Ready: func() { once.Do(func() { fmt.Fprintln(errs, "ready") }) },
	})
}

// journals is the folder for unsaved work that cannot lie beside its plan; empty
// if the system names no such place.
func journals() string {
	config, err := os.UserConfigDir()
	if err != nil {
		return ""
	}
	return filepath.Join(config, "outrigger", "recovery")
}
