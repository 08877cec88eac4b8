package review_test

import (
	"bytes"
	"fmt"
	"regexp"
	"testing"

	"outrigger/app/review"
	"outrigger/app/words"
	"outrigger/app/workbook"
	"outrigger/datasets"
	"outrigger/model/chain"
	"outrigger/model/money"
	"outrigger/model/plan"
)

// Of every sample, for every funding package and in every language, though not in every
// pair of these, which takes minutes: a returned workbook in which one unit cost was changed
// and one formula overwritten is told to have just these two changes, with what the first
// does to the ask; all else is told to be untouched.
func TestVerifyTellsTheChangesOfEveryWorkbook(t *testing.T) {
	k := newKit(t)
	for _, name := range datasets.SampleNames() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			packages := len(k.aimed(t, name, -1).Plan.Project.Packages)
			if packages < len(words.Languages()) {
				t.Fatalf("%d packages leave a language out", packages)
			}
			for n := range packages {
				l := words.Languages()[n%len(words.Languages())]
				k.returned(t, fmt.Sprintf("%s, package %d, %s", name, n+1, l), k.aimed(t, name, n), l)
			}
		})
	}
}

// aimed is a sample's case with the nth of its packages as the one it aims at; -1: its own.
func (k kit) aimed(t *testing.T, sample string, n int) *chain.Case {
	t.Helper()
	data, err := datasets.Sample(sample)
	check(t, err)
	p, _ := plan.Parse(data)
	if n >= 0 {
		p.Project.Package = p.Project.Packages[n].ID
	}
	c, findings := chain.Build(p, k.Facts.FactsFor(p.Post.Country))
	if c == nil {
		t.Fatal(findings)
	}
	return c
}

func (k kit) returned(t *testing.T, label string, c *chain.Case, language string) {
	t.Helper()
	var file bytes.Buffer
	entries, err := workbook.Explained(&file, workbook.Request{Case: c, Facts: k.Facts, Words: k.Catalogue.In(language), Version: "test", Date: "2026-11-27"})
	check(t, err)
	input := "lines/" + c.Plan.Lines[0].ID + "/unit_cost"
	sheets := k.Catalogue.In(language)
	for at, e := range entries {
		if e != (workbook.Entry{Input: input}) {
			continue
		}
		changed := plan.Clone(c.Plan)
		to, err := plan.Find(changed, input).Value.Mul(money.Int(2))
		check(t, err)
		*plan.Find(changed, input).Value = to
		after, _ := c.Reading("", changed).Single(c.Financing.GapTotal.Local)

		data := inParts(t, file.Bytes(), map[string]func(string) string{
			partOf(t, file.Bytes(), at.Sheet): func(x string) string {
				return replaced(t, x, `(<c r="`+at.Cell+`"[^>]*><v>)[^<]*`, "${1}"+money.Canonical(to))
			},
			partOf(t, file.Bytes(), sheets.Say("workbook.sheet.donor", nil)): func(x string) string {
				return replaced(t, x, `<f>SUM\([^<]*</f>`, "<f>1+1</f>")
			},
		})
		r := k.verify(t, data)
		if len(r.Edits) != 1 || r.Edits[0].Entry.Input != input || !r.Edits[0].Taken || !r.After.Equal(after) || r.After.Equal(r.Before) {
			t.Errorf("%s: edits %+v, the ask %s instead of %s", label, r.Edits, r.After, after)
		}
		if len(r.Findings) != 1 || r.Findings[0].Kind != review.FormulaOther || !r.Tampered() {
			t.Errorf("%s: found %+v", label, r.Findings)
		}
		return
	}
	t.Errorf("%s: no cell stands for %s", label, input)
}

// replaced puts a text for the first that a pattern finds.
func replaced(t *testing.T, in, pattern, to string) string {
	t.Helper()
	find := regexp.MustCompile(pattern)
	at := find.FindStringSubmatchIndex(in)
	if at == nil {
		t.Fatalf("%s is not there", pattern)
	}
	return in[:at[0]] + string(find.ExpandString(nil, to, in, at)) + in[at[1]:]
}
