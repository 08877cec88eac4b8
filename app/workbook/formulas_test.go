package workbook_test

import (
	"crypto/sha256"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// The first column of the fiscal years, from 1, on every sheet that has them.
const firstYear = 5

var (
	quotedText = regexp.MustCompile(`"(?:[^"]|"")*"`)
	sheetName  = regexp.MustCompile(`'(?:[^']|'')+'!`)
	reference  = regexp.MustCompile(`(\$?)\b([A-Z]{1,3})(\$?)(\d+)\b`)
	literal    = regexp.MustCompile(`\b\d+(?:\.\d+)?\b`)
)

// fromCell writes a formula as it is seen from its cell, so that equal formulas of
// neighbouring years are equal texts.
func fromCell(formula string, row, col int) string {
	return reference.ReplaceAllStringFunc(formula, func(ref string) string {
		m := reference.FindStringSubmatch(ref)
		c, _ := place(m[2])
		r, _ := strconv.Atoi(m[4])
		out := "R[" + strconv.Itoa(r-row) + "]"
		if m[3] == "$" {
			out = "R" + m[4]
		}
		if m[1] == "$" {
			return out + "C" + strconv.Itoa(c)
		}
		return out + "C[" + strconv.Itoa(c-col) + "]"
	})
}

// oneFormula: a line by fiscal years has one formula, seen from its cell. The sheets of
// checks and of sensitivity have other columns there.
func oneFormula(f file) []string {
	var wrong []string
	lines := 0
	for _, s := range f.leaves {
		if s.name == f.say.Say("workbook.sheet.checks", nil) || s.name == f.say.Say("workbook.sheet.sensitivity", nil) {
			continue
		}
		seen := map[int]string{}
		for _, c := range s.cells {
			if c.formula == "" || c.col < firstYear || c.col >= firstYear+f.shape.Years {
				continue
			}
			if strings.Contains(c.formula, "FIXED(") { // a text, as in the headline: no figure of a year
				continue
			}
			now := fromCell(sheetName.ReplaceAllString(c.formula, "'x'!"), c.row, c.col)
			if before, known := seen[c.row]; known && before != now {
				wrong = append(wrong, fmt.Sprintf("%s!%s has %s, the year before %s", s.name, c.name, now, before))
			} else if !known {
				lines++
			}
			seen[c.row] = now
		}
	}
	return append(wrong, unless(lines >= 150, fmt.Sprintf("only %d lines have formulas by year", lines))...)
}

// noFigures: a formula holds no figure but 0, 1, 12 and 100, and no function that
// depends on more than its arguments.
func noFigures(f file) []string {
	var wrong []string
	for _, s := range f.leaves {
		for _, c := range s.cells {
			if c.formula == "" {
				continue
			}
			bare := reference.ReplaceAllString(sheetName.ReplaceAllString(quotedText.ReplaceAllString(c.formula, ""), ""), "")
			for _, n := range literal.FindAllString(bare, -1) {
				if !slices.Contains([]string{"0", "1", "12", "100"}, n) {
					wrong = append(wrong, fmt.Sprintf("%s!%s: %s holds %s", s.name, c.name, c.formula, n))
				}
			}
			for _, banned := range []string{"OFFSET(", "INDIRECT(", "NOW(", "TODAY(", "RAND", "#REF!", "["} {
				if strings.Contains(bare, banned) {
					wrong = append(wrong, fmt.Sprintf("%s!%s: %s uses %s", s.name, c.name, c.formula, banned))
				}
			}
		}
	}
	return wrong
}

// What Excel reads of a formula: characters with the sign of equality, arguments of a
// function, functions within one another.
const (
	longest   = 8192
	arguments = 255
	nested    = 64
)

// readable: no formula is longer or deeper than a spreadsheet reads.
func readable(f file) []string {
	var wrong []string
	for _, s := range f.leaves {
		for _, c := range s.cells {
			if c.formula == "" {
				continue
			}
			n := len([]rune(c.formula)) + 1
			args, deep := extent(c.formula)
			if n > longest || args > arguments || deep > nested {
				wrong = append(wrong, fmt.Sprintf("%s!%s: %d characters, %d arguments, %d deep", s.name, c.name, n, args, deep))
			}
		}
	}
	return wrong
}

// extent is how many arguments the fullest function of a formula has and how deep its
// brackets go.
func extent(formula string) (args, deep int) {
	bare := sheetName.ReplaceAllString(quotedText.ReplaceAllString(formula, ""), "")
	var open []int
	for _, r := range bare {
		switch r {
		case '(':
			open = append(open, 1)
			deep = max(deep, len(open))
		case ',':
			if len(open) > 0 {
				open[len(open)-1]++
			}
		case ')':
			args = max(args, open[len(open)-1])
			open = open[:len(open)-1]
		}
	}
	return args, deep
}

// whole: every part is XML to its end, is of a stated type, and what it points to is there.
func whole(f file) []string {
	var wrong []string
	types := f.parts["[Content_Types].xml"]
	for name, body := range f.parts {
		if err := wellFormed(body); err != nil {
			wrong = append(wrong, fmt.Sprintf("%s: %v", name, err))
		}
		if name != "[Content_Types].xml" && path.Ext(name) == ".xml" && !strings.Contains(types, `PartName="/`+name+`"`) {
			wrong = append(wrong, name+" is of no stated type")
		}
		if !strings.HasSuffix(name, ".rels") {
			continue
		}
		from := path.Dir(path.Dir(name))
		for _, tag := range tags(body, "Relationship") {
			to := attribute(tag, "Target")
			if attribute(tag, "TargetMode") == "External" {
				continue
			}
			if !strings.HasPrefix(to, "/") {
				to = path.Join("/", from, to)
			}
			if _, there := f.parts[to[1:]]; !there {
				wrong = append(wrong, name+" points to "+to)
			}
		}
	}
	return wrong
}

// formed are the parts that were read to their end: many are the same in many workbooks.
var formed sync.Map

func wellFormed(body string) error {
	sum := sha256.Sum256([]byte(body))
	if _, known := formed.Load(sum); known {
		return nil
	}
	for d := xml.NewDecoder(strings.NewReader(body)); ; {
		_, err := d.Token()
		if errors.Is(err, io.EOF) {
			formed.Store(sum, true)
			return nil
		}
		if err != nil {
			return err
		}
	}
}
