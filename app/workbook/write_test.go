package workbook_test

import (
	"bytes"
	"os"
	"testing"

	"outrigger/app/words"
	"outrigger/app/workbook"
	"outrigger/datasets"
	"outrigger/model/chain"
	"outrigger/model/plan"
)

// kit holds what every test needs: facts and words, read once.
type kit struct {
	facts     *datasets.Data
	catalogue *words.Catalogue
}

func open(t testing.TB) kit {
	t.Helper()
	facts, err := datasets.Load()
	if err != nil {
		t.Fatal(err)
	}
	catalogue, err := words.Load()
	if err != nil {
		t.Fatal(err)
	}
	return kit{facts, catalogue}
}

// cases are the samples as calculated: a case never changes, and keeps what it was asked.
var cases = map[string]*chain.Case{}

func (k kit) sample(t testing.TB, name string) *chain.Case {
	t.Helper()
	if cases[name] == nil {
		cases[name] = k.fresh(t, name)
	}
	return cases[name]
}

func (k kit) fresh(t testing.TB, name string) *chain.Case {
	t.Helper()
	data, err := datasets.Sample(name)
	if err != nil {
		t.Fatal(err)
	}
	return k.build(t, data)
}

func (k kit) build(t testing.TB, data []byte) *chain.Case {
	t.Helper()
	p, findings := plan.Parse(data)
	if plan.Refused(findings) {
		t.Fatal(findings)
	}
	c, findings := chain.Build(p, k.facts.FactsFor(p.Post.Country))
	if c == nil {
		t.Fatal(findings)
	}
	return c
}

func (k kit) write(t testing.TB, c *chain.Case, language, scenario string) []byte {
	t.Helper()
	var out bytes.Buffer
	err := workbook.Write(&out, workbook.Request{
		Case: c, Facts: k.facts, Words: k.catalogue.In(language), Scenario: scenario, Version: "test", Date: "2026-11-24",
	})
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// bases are the workbooks of the samples as they are, by name and language.
var bases = map[string][]byte{}

// base is the workbook of a sample in a language; nobody may change it.
func (k kit) base(t testing.TB, name, language string) []byte {
	t.Helper()
	if bases[name+language] == nil {
		bases[name+language] = k.write(t, k.sample(t, name), language, "")
	}
	return bases[name+language]
}

func TestTheSamePlanGivesTheSameBytes(t *testing.T) {
	k := open(t)
	for _, name := range datasets.SampleNames() {
		c := k.sample(t, name)
		first := k.write(t, c, "en", "")
		for range 3 {
			if !bytes.Equal(first, k.write(t, c, "en", "")) {
				t.Fatalf("%s: two workbooks of one plan differ", name)
			}
		}
		if dir := os.Getenv("KEEP"); dir != "" {
			for _, l := range words.Languages() {
				os.WriteFile(dir+"/"+name+"-"+l+".xlsx", k.write(t, c, l, ""), 0o644)
			}
		}
	}
}
