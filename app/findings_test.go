package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
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

// Every fault and flag of an exchanged file has a sentence and a remedy.
func TestEveryFaultOfAnExchangeHasASentence(t *testing.T) {
	catalogue, err := words.Load()
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob("exchange/*.go")
	if err != nil {
		t.Fatal(err)
	}
	verbs, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	codes := map[string]bool{}
	for _, kind := range []string{"contribution", "key", "keys", "pack", "record"} {
		codes["fault.exchange."+kind+"_form"] = true
	}
	made := regexp.MustCompile(`(fault|trouble|flag)\("([a-z_]+)"|(return) c, "(table_[a-z]+)"|: *"(real|illustrative)"`)
	for _, file := range append(files, verbs...) {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range made.FindAllStringSubmatch(string(text), -1) {
			switch {
			case m[1] == "flag":
				codes["exchange.flag."+m[2]] = true
			case m[1] == "trouble", m[1] == "fault" && strings.HasPrefix(file, "exchange"):
				codes["fault.exchange."+m[2]] = true
			case m[1] == "":
				codes["fault.exchange."+m[4]+m[5]] = true
			}
		}
	}
	if len(codes) < 35 {
		t.Errorf("only %d codes were found", len(codes))
	}
	say := catalogue.In("en")
	for key := range codes {
		if !say.Has(key) || strings.HasPrefix(key, "fault.") && !say.Has(key+".remedy") {
			t.Errorf("no words for %s", key)
		}
	}
}
