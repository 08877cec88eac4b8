package workbook_test

import (
	"os"
	"path/filepath"
	"testing"

	"outrigger/app/intake"
	"outrigger/model/chain"
	"outrigger/model/plan"
	"outrigger/model/span"
)

// bermuda is a real post's plan: the Bermuda Post Office (budget head 13) and the
// government's information technology department that serves it (head 43), 2003 to
// 2022, brought in from the budget books as a person would.
func bermuda(t *testing.T, k kit) *chain.Case {
	t.Helper()
	data, err := os.ReadFile("../intake/testdata/bermuda_plan.json")
	if err != nil {
		t.Fatal(err)
	}
	p, findings := plan.Parse(data)
	if p == nil {
		t.Fatal(findings)
	}
	head := func(target, number, version string, from, to span.Year) intake.Series {
		return intake.Series{
			Target: target, Measure: version, Filters: []intake.Filter{{Column: "HeadNumber", Equal: []string{number}}}, From: from, To: to,
		}
	}
	spending := head("drivers/post_spending/history", "13", "ACTUAL", 2003, 2022)
	spending.New = &intake.NewItem{Name: "Expenditure of the Post Office", Unit: "BMD"}
	for name, way := range map[string]intake.Mapping{
		"bermuda_expenditure.csv": {Scale: "1000", Series: []intake.Series{spending, head("funding/government/amount", "43", "ACTUAL", 2003, 2022)}},
		"bermuda_employment.csv":  {Series: []intake.Series{head("drivers/post_staff/history", "13", "ACTUAL", 2003, 2022), head("roles/it/staff", "43", "ACTUAL", 2003, 2022)}},
	} {
		r, err := os.Open(filepath.Join("../intake/testdata", name))
		if err != nil {
			t.Fatal(err)
		}
		defer r.Close()
		file, err := intake.Open(name, r)
		if err != nil {
			t.Fatal(err)
		}
		m := intake.Propose(file)[0]
		m.Scale, m.Series = way.Scale, way.Series
		if p, _, err = intake.Apply(p, intake.PreviewOf(file, m)); err != nil {
			t.Fatal(err)
		}
	}
	c, findings := chain.Build(p, k.facts.FactsFor(p.Post.Country))
	if c == nil {
		t.Fatal(findings)
	}
	return c
}
