package main

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"outrigger/app/words"
)

// Every finding the model can make has a sentence and a remedy.
func TestEveryFindingHasASentence(t *testing.T) {
	catalogue, err := words.Load()
	if err != nil {
		t.Fatal(err)
	}
	made := regexp.MustCompile(`(?:\.add|\.warn|\badd)\("([a-z_]+)", `)
	found := 0
	for _, dir := range []string{"../model/plan", "../model/chain"} {
		files, err := filepath.Glob(dir + "/*.go")
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range made.FindAllSubmatch(text, -1) {
				found++
				for _, key := range []string{"fault.plan." + string(m[1]), "fault.plan." + string(m[1]) + ".remedy"} {
					if !catalogue.In("en").Has(key) {
						t.Errorf("%s: no words for %s", file, key)
					}
				}
			}
		}
	}
	if found < 40 {
		t.Errorf("only %d findings were looked at", found)
	}
}
