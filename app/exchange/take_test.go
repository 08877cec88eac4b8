package exchange

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"outrigger/datasets"
	"outrigger/model/chain"
	"outrigger/model/money"
	"outrigger/model/plan"
)

// calculated is the Vanuatu sample with a change made to its plan.
func calculated(t *testing.T, do func(*plan.Plan)) *chain.Case {
	t.Helper()
	data, err := datasets.Sample("vanuatu")
	if err != nil {
		t.Fatal(err)
	}
	p, _ := plan.Parse(data)
	do(p)
	facts, err := datasets.Load()
	if err != nil {
		t.Fatal(err)
	}
	c, findings := chain.Build(p, facts.FactsFor(p.Post.Country))
	if c == nil {
		t.Fatal(findings)
	}
	return c
}

func level(practice string, n int, evidence string) plan.PracticeLevel {
	l := plan.PracticeLevel{Practice: practice, Evidence: evidence}
	if n >= 0 {
		l.Level = &n
	}
	return l
}

// Of the latest assessment that has a day, the levels leave that count.
func TestOnlyLevelsThatCountLeave(t *testing.T) {
	older := plan.Assessment{ID: "a", Date: "2025-03-01", Levels: []plan.PracticeLevel{level("updates", 4, "old")}}
	for _, c := range []struct {
		name       string
		all        []plan.Assessment
		gone, left string
	}{
		{"none", nil, "", ""},
		{"a level with evidence", []plan.Assessment{{Date: "2026-03-01", Levels: []plan.PracticeLevel{level("updates", 2, "log")}}}, "updates 2 in 2026", ""},
		{"a level without", []plan.Assessment{{Date: "2026-03-01", Levels: []plan.PracticeLevel{level("updates", 2, "")}}}, "", "updates"},
		{"evidence that is blank", []plan.Assessment{{Date: "2026-03-01", Levels: []plan.PracticeLevel{level("updates", 2, " \t")}}}, "", "updates"},
		{"nought needs none", []plan.Assessment{{Date: "2026-03-01", Levels: []plan.PracticeLevel{level("updates", 0, "")}}}, "updates 0 in 2026", ""},
		{"not judged", []plan.Assessment{{Date: "2026-03-01", Levels: []plan.PracticeLevel{level("updates", -1, "log")}}}, "", ""},
		{"off the scale", []plan.Assessment{{Date: "2026-03-01", Levels: []plan.PracticeLevel{level("accounts", 1, "x"), level("updates", 5, "log")}}}, "accounts 1 in 2026", ""},
		{"twice: the first", []plan.Assessment{{Date: "2026-03-01", Levels: []plan.PracticeLevel{level("updates", 1, "x"), level("updates", 3, "x")}}}, "updates 1 in 2026", ""},
		{"of a later catalogue", []plan.Assessment{{Date: "2026-03-01", Levels: []plan.PracticeLevel{level("later", 3, "x")}}}, "", ""},
		{"without a day", []plan.Assessment{{Levels: []plan.PracticeLevel{level("updates", 3, "x")}}}, "", ""},
		{"the latest of two", []plan.Assessment{{ID: "b", Date: "2026-03-01", Levels: []plan.PracticeLevel{level("updates", 2, "x")}}, older}, "updates 2 in 2026", ""},
		{"what only the earlier judged", []plan.Assessment{older, {ID: "b", Date: "2026-03-01", Levels: []plan.PracticeLevel{level("accounts", 1, "x")}}}, "accounts 1 in 2026", ""},
	} {
		for i := range c.all {
			if c.all[i].ID == "" {
				c.all[i].ID = "one"
			}
		}
		p := &plan.Plan{Readiness: c.all}
		taken := taking{c: &chain.Case{Plan: p}}
		taken.practices()
		var gone, left []string
		for _, f := range taken.out.Figures {
			gone = append(gone, fmt.Sprint(strings.TrimPrefix(f.Metric, "practice/"), " ", f.Value, " in ", f.Year))
		}
		for _, l := range taken.left {
			left = append(left, strings.TrimPrefix(l.Metric, "practice/"))
			if l.Why != "unproven" {
				t.Errorf("%s: it stays because %s", c.name, l.Why)
			}
		}
		if strings.Join(gone, ", ") != c.gone || strings.Join(left, ", ") != c.left {
			t.Errorf("%s: %q leaves and %q stays", c.name, gone, left)
		}
	}
}

// What the page shows of a metric is what a contribution would give of it.
func TestWhatIsShownIsWhatWouldLeave(t *testing.T) {
	for _, c := range []struct {
		name string
		do   func(*plan.Plan)
		why  map[string]string // metric: why it stays
	}{
		{"the sample", func(*plan.Plan) {}, map[string]string{"spend_share_it": "", "spend_share_revenue": "", "training_per_employee": ""}},
		{"of the year before only", func(p *plan.Plan) { delete(p.Post.ITSpend.Years, p.Years.LastActual) }, map[string]string{"spend_share_it": "unknown", "spend_share_revenue": ""}},
		{"revenue guessed", func(p *plan.Plan) { p.Post.Revenue.Grade = plan.Placeholder }, map[string]string{"spend_share_revenue": "placeholder", "spend_share_it": ""}},
		{"training that nobody vouches for", func(p *plan.Plan) { p.Post.Training.Grade = "" }, map[string]string{"training_per_employee": "placeholder"}},
		{"no revenue at all", func(p *plan.Plan) { p.Post.Revenue.Years[p.Years.LastActual] = money.Int(0) }, map[string]string{"spend_share_revenue": "unknown"}},
		{"no training at all", func(p *plan.Plan) { p.Post.Training.Years[p.Years.LastActual] = money.Int(0) }, map[string]string{"training_per_employee": ""}},
		{"without employees", func(p *plan.Plan) { p.Post.Employees = plan.Figure{} }, map[string]string{"spend_per_employee": "unknown", "staff_per_thousand": "unknown"}},
		{"employees guessed", func(p *plan.Plan) { p.Post.Employees.Grade = plan.Placeholder }, map[string]string{"spend_per_employee": "placeholder", "staff_per_thousand": "placeholder"}},
		{"a rate guessed", func(p *plan.Plan) { p.Money.Rates[0].Value.Grade = plan.Placeholder }, map[string]string{"spend_per_employee": "placeholder", "staff_per_thousand": ""}},
		{"a rate without a day", func(p *plan.Plan) { p.Money.Rates[0].Date = "" }, map[string]string{"spend_per_employee": "rate", "staff_per_thousand": ""}},
	} {
		k := calculated(t, c.do)
		given, left, err := Take(k, nil, "2026-11-24")
		if err != nil {
			t.Fatal(c.name, err)
		}
		for _, own := range Owns(k) {
			want, checked := c.why[own.Metric.ID]
			if checked && own.Why != want {
				t.Errorf("%s: %s stays because %q, want %q", c.name, own.Metric.ID, own.Why, want)
			}
			i := slices.IndexFunc(given.Figures, func(f Figure) bool { return f.Metric == own.Metric.ID })
			stays := slices.Contains(left, LeftOut{own.Metric.ID, own.Why})
			switch {
			case (i >= 0) == stays || (own.Why == "") != (i >= 0):
				t.Errorf("%s: %s: leaves %v, stays %v, shown as %q", c.name, own.Metric.ID, i >= 0, stays, own.Why)
			case i >= 0 && given.Figures[i].Value != Coarsened(own.Metric, own.Value):
				t.Errorf("%s: %s: %s leaves and %s is shown", c.name, own.Metric.ID, given.Figures[i].Value, money.Canonical(own.Value))
			}
			if unread := own.Why == "unknown" || own.Why == "rate"; own.Known() == unread || unread && !own.Value.IsZero() {
				t.Errorf("%s: %s: known %v with %s", c.name, own.Metric.ID, own.Known(), money.Canonical(own.Value))
			}
		}
	}
}
