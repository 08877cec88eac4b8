package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// Everything we build with or on must be under a licence that lets a post, and
// whoever it hands the program to, use it without asking. What is not known here
// fails, by name.
var permissive = map[string]bool{
	"MIT": true, "MIT-0": true, "ISC": true, "BSD-2-Clause": true, "BSD-3-Clause": true, "0BSD": true, "Apache-2.0": true,
	"Unlicense": true, "CC0-1.0": true, "BlueOak-1.0.0": true, "Python-2.0": true,
}

// Tools of the page that never ship may be under the Mozilla licence: it binds
// only who changes their files (axe-core, lightningcss).
var toolsOnly = map[string]bool{"MPL-2.0": true, "CC-BY-4.0": true}

// marks are sentences by which the text of a licence is known.
var marks = []struct{ name, mark string }{
	{"GPL", "gnu general public license"},
	{"LGPL", "gnu lesser general public license"},
	{"AGPL", "gnu affero"},
	{"MPL-2.0", "mozilla public license"},
	{"Apache-2.0", "apache license version 2.0"},
	{"MIT", "permission is hereby granted, free of charge, to any person obtaining a copy"},
	{"BSD-3-Clause", "redistribution and use in source and binary forms"},
	{"ISC", "permission to use, copy, modify, and/or distribute this software for any purpose"},
	{"ISC", "permission to use, copy, modify, and distribute this software for any purpose"},
	{"Unlicense", "this is free and unencumbered software released into the public domain"},
	{"CC0-1.0", "cc0 1.0 universal"},
}

// goLicences reads the licence of every module that any program, test or tool of
// ours is built from, on Linux and on Windows.
func goLicences() ([]byte, error) {
	modules := map[string]string{}
	for _, build := range []struct {
		env  []string
		args []string
	}{
		{nil, []string{"-test", "-tags", "desktop,production,webkit2_41", "./..."}},
		{[]string{"GOOS=windows", "CGO_ENABLED=0"}, []string{"-tags", "desktop,production,wv2runtime.error", "./..."}},
		{[]string{"GOOS=darwin", "CGO_ENABLED=0"}, []string{"-tags", "desktop,production", "./..."}},
		{nil, []string{"tool"}},
	} {
		args := append([]string{"list", "-e", "-deps", "-f", `{{with .Module}}{{if not .Main}}{{.Path}} {{.Dir}}{{end}}{{end}}`}, build.args...)
		cmd := exec.Command("go", args...)
		cmd.Env = append(os.Environ(), build.env...)
		text, err := cmd.Output() // what it says besides, of downloads, is no module
		if err != nil {
			return nil, err
		}
		for line := range strings.Lines(string(text)) {
			if path, dir, ok := strings.Cut(strings.TrimSpace(line), " "); ok {
				modules[path] = dir
			}
		}
	}
	if len(modules) == 0 {
		return nil, errors.New("no modules were found to look at")
	}
	var bad []string
	for _, path := range slices.Sorted(maps.Keys(modules)) {
		if name := licenceIn(modules[path]); !permissive[name] {
			bad = append(bad, path+": "+name)
		}
	}
	return refused(bad)
}

// licenceIn tells the licence of a folder by its text.
func licenceIn(dir string) string {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return "not in the module cache"
	}
	found := "no licence file"
	for _, entry := range entries {
		upper := strings.ToUpper(entry.Name())
		if entry.IsDir() || !strings.HasPrefix(upper, "LICEN") && !strings.HasPrefix(upper, "COPYING") {
			continue
		}
		text, err := os.ReadFile(filepath.Join(dir, entry.Name()))
		if err != nil {
			return err.Error()
		}
		found = "an unknown licence"
		plain := plainly(string(text))
		for _, m := range marks {
			if strings.Contains(plain, plainly(m.mark)) {
				return m.name
			}
		}
	}
	return found
}

// plainly takes a text without the breaks, commas and capitals in which copies of
// one licence differ.
func plainly(text string) string {
	return strings.Join(strings.Fields(strings.ToLower(strings.ReplaceAll(text, ",", " "))), " ")
}

// npmLicences reads the licence each package of the lock file states, in the
// package itself where it is installed.
func npmLicences() ([]byte, error) {
	l, err := readLock("package-lock.json")
	if err != nil {
		return nil, err
	}
	var bad []string
	for _, path := range slices.Sorted(maps.Keys(l.Packages)) {
		p := l.Packages[path]
		if path == "" {
			continue
		}
		stated := p.License // packages for other systems are not installed here
		var own struct{ License any }
		if data, err := os.ReadFile(filepath.Join(frontend, path, "package.json")); err == nil && json.Unmarshal(data, &own) == nil && own.License != nil {
			stated = fmt.Sprint(own.License)
		}
		if !allowed(stated, p.Dev) {
			bad = append(bad, path+": "+or(stated, "no licence"))
		}
	}
	return refused(bad)
}

// allowed reads an SPDX expression: one of several by OR, all of several by AND.
func allowed(expression string, tool bool) bool {
	expression = strings.Trim(expression, "()")
	one := func(name string) bool { return permissive[name] || tool && toolsOnly[name] }
	if all := strings.Split(expression, " AND "); len(all) > 1 {
		return !slices.ContainsFunc(all, func(part string) bool { return !allowed(part, tool) })
	}
	return slices.ContainsFunc(strings.Split(expression, " OR "), one)
}

func refused(bad []string) ([]byte, error) {
	if len(bad) > 0 {
		return []byte(strings.Join(bad, "\n")), errors.New("not on the list of licences we may build on")
	}
	return nil, nil
}

func or(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
