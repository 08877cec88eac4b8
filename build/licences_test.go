package main

import (
	"os"
	"path/filepath"
	"testing"
)

func TestLicencesAreKnownByTheirText(t *testing.T) {
	for text, want := range map[string]string{
		"Permission is hereby granted, free of charge,\n to any person obtaining a copy": "MIT",
		"GNU GENERAL PUBLIC LICENSE\nVersion 3":                                          "GPL",
		"                Apache License\n           Version 2.0, January 2004":           "Apache-2.0",
		"Do what you like on Sundays.":                                                   "an unknown licence",
	} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "LICENSE.md"), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		if got := licenceIn(dir); got != want {
			t.Errorf("%q is taken for %s, want %s", text, got, want)
		}
	}
	if got := licenceIn(t.TempDir()); got != "no licence file" {
		t.Errorf("an empty folder is under %s", got)
	}
}

func TestWhatMayBeBuiltOn(t *testing.T) {
	for _, c := range []struct {
		expression string
		tool, want bool
	}{
		{"MIT", false, true},
		{"(MIT OR GPL-3.0)", false, true},
		{"MIT AND GPL-3.0", false, false},
		{"GPL-3.0", true, false},
		{"MPL-2.0", false, false},
		{"MPL-2.0", true, true},
		{"", true, false},
	} {
		if got := allowed(c.expression, c.tool); got != c.want {
			t.Errorf("%q (tool %v): %v", c.expression, c.tool, got)
		}
	}
}
