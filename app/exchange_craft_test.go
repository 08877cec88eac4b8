package main

import (
	"os"
	"regexp"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// post makes another post's plan of one: "post FROM TO COUNTRY EMPLOYEES".
func post(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 4 {
		ts.Fatalf("usage: post FROM TO COUNTRY EMPLOYEES")
	}
	text := ts.ReadFile(args[0])
	text = regexp.MustCompile(`"country": "[A-Z]{3}"`).ReplaceAllString(text, `"country": "`+args[2]+`"`)
	before, after, _ := strings.Cut(text, `"employees": {`)
	after = regexp.MustCompile(`"value": "[0-9]+"`).ReplaceAllStringFunc(after[:80], func(string) string { return `"value": "` + args[3] + `"` }) + after[80:]
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(before+`"employees": {`+after), 0o644))
}

// flip changes one bit in the middle of a file: "flip FILE".
func flip(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 1 {
		ts.Fatalf("usage: flip FILE")
	}
	data := []byte(ts.ReadFile(args[0]))
	data[len(data)/2] ^= 1
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), data, 0o644))
}

// forge puts one text in place of another, once: "forge FILE FROM TO".
func forge(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 3 {
		ts.Fatalf("usage: forge FILE FROM TO")
	}
	text := ts.ReadFile(args[0])
	forged := strings.Replace(text, args[1], args[2], 1)
	if forged == text {
		ts.Fatalf("%s does not hold %s", args[0], args[1])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(forged), 0o644))
}
