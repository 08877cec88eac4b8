package workbook_test

import (
	"slices"
	"testing"

	"github.com/xuri/excelize/v2"

	"outrigger/datasets"
	"outrigger/model/calc"
	"outrigger/model/chain"
	"outrigger/model/money"
	"outrigger/model/plan"
)

// shared is a sample whose costs two packages share: the first up to a ceiling and for two
// years, the second with a least amount, half of all costs paid by others.
func (k kit) shared(t *testing.T) *chain.Case {
	t.Helper()
	name := datasets.SampleNames()[0]
	p := plan.Clone(k.sample(t, name).Plan)
	bound := func(at int, rules ...plan.Rule) {
		p.Project.Packages[at].Rules = append(p.Project.Packages[at].Rules, rules...)
	}
	n := func(text string) *money.Number { v := number(t, text); return &v }
	donor := p.Money.Donor
	bound(0, plan.Rule{ID: "most", Kind: "amount", Currency: donor, Most: n("60000")}, plan.Rule{ID: "time", Kind: "months", Most: n("24")})
	bound(2, plan.Rule{ID: "least", Kind: "amount", Currency: donor, Least: n("1000")}, plan.Rule{ID: "half", Kind: "cofinancing", Least: n("0.5")},
		plan.Rule{ID: "cap", Kind: "line", Line: p.Project.Packages[2].Lines[0].ID, Most: n("0.3")})
	built, findings := chain.Build(p, k.facts.FactsFor(p.Post.Country))
	if built == nil {
		t.Fatal(findings)
	}
	s := built.Share("", []string{p.Project.Packages[0].ID, p.Project.Packages[2].ID}, k.facts.Applicant(p.Post.Country), "2026-11-29")
	if s == nil || len(s.Parts) != 2 {
		t.Fatalf("two packages should share: %+v", s)
	}
	return s.Case
}

// What several packages are asked for is worked out by the spreadsheet as by the program,
// also with other shares: then one rule is broken and the checks say so.
func TestSharedCostsAreRecalculatedAsInTheProgram(t *testing.T) {
	k := open(t)
	c := k.shared(t)
	say := k.catalogue.In("en")
	base := k.write(t, c, "en", "")
	part := c.Plan.Project.Sharing[0]
	portion := part.Shares[0]
	for i, one := range part.Shares {
		if one.ID == "software" {
			portion = part.Shares[i]
		}
	}
	label := say.Labelled(say.PackageName(*c.Plan.Project.PackageOf(part.ID)), say.Say("row.input.sharing", map[string]string{"category": say.Say("common.category."+portion.ID, nil)}))
	year := c.Plan.Years.LastActual + 1
	moved := plan.Clone(c.Plan)
	for i := range moved.Project.Sharing[0].Shares {
		if one := &moved.Project.Sharing[0].Shares[i]; one.ID == portion.ID {
			one.Share.Years[year] = money.Int(1)
			one.Share.Years[year+3] = money.Int(1)
		}
	}
	files := map[string][]byte{"shared": base, "arabic": k.write(t, c, "ar", ""), "moved": change(t, base, func(f *excelize.File) {
		for _, y := range []int{int(year), int(year) + 3} {
			set(t, f, input(t, f, label, 1+y-int(c.Plan.Years.First)), 1)
		}
	})}
	again := recalculate(t, files)
	for _, name := range []string{"shared", "arabic"} {
		compared, apart := compare(t, files[name], again[name])
		report(t, name, compared, apart)
	}
	in, state := k.request(c, "en", ""), c.Reading("", moved)
	in.State = state
	alikeTo(t, "moved", written(t, in), again["moved"])
	broken := slices.ContainsFunc(c.Funding.Shared.Rules(c.Plan), func(rule calc.ID) bool {
		left, _ := state.Single(rule)
		return left.IsNeg()
	})
	if !broken {
		t.Error("the shares typed break no rule, so that nothing is proven")
	}
}
