package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"outrigger/app/words"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"outrigger": main})
}

func TestVerbs(t *testing.T) {
	intakeData, err := filepath.Abs(filepath.Join("intake", "testdata"))
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir: "testdata", UpdateScripts: os.Getenv("UPDATE") != "",
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){"craft": craft, "fill": fill, "post": post, "flip": flip, "forge": forge},
		Setup: func(e *testscript.Env) error {
			e.Setenv("INTAKE", intakeData) // the excerpts of real files
			return nil
		},
	})
}

// Every verb explains itself, and each of its flags, in every language.
func TestEveryVerbHasHelp(t *testing.T) {
	for _, language := range words.Languages() {
		for _, known := range verbs() {
			var out, errs bytes.Buffer
			if code := run([]string{"help", known.name, "--language", language}, &out, &errs); code != exitDone || errs.Len() > 0 {
				t.Errorf("help %s in %s: exit code %d, %s", known.name, language, code, &errs)
			}
			if said := out.String(); strings.Contains(said, "⟨") || !strings.Contains(said, "outrigger "+known.name) || len(said) < 40 {
				t.Errorf("help %s in %s lacks words:\n%s", known.name, language, said)
			}
		}
		var out, errs bytes.Buffer
		if code := run([]string{"help", "--language", language}, &out, &errs); code != exitDone || strings.Contains(out.String(), "⟨") {
			t.Errorf("help in %s: exit code %d\n%s%s", language, code, &out, &errs)
		}
	}
}
