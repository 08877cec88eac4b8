package datasets

import (
	"testing"

	"outrigger/model/plan"
)

func TestAStarterAsksForEverythingAndInventsNothing(t *testing.T) {
	d, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, like := range SampleNames() {
		p, err := d.Plan(Starter{Post: "Fiji post", Country: "FJI", Donor: "USD", Language: "en", First: 2022, LastActual: 2025, Last: 2030, StartMonth: 8, Like: like})
		if err != nil {
			t.Fatal(err)
		}
		if p.Money.Currency != "FJD" || p.Illustrative || len(p.Drivers) == 0 || len(p.Activities) == 0 {
			t.Errorf("%s: %s, illustrative %v, %d drivers", like, p.Money.Currency, p.Illustrative, len(p.Drivers))
		}
		given := 0
		for _, in := range plan.Inputs(p) {
			if in.Figure.Given() {
				given++
				if in.Figure.Grade != plan.Placeholder {
					t.Errorf("%s: %s carries a figure graded %q", like, in.ID, in.Figure.Grade)
				}
			}
		}
		if given == 0 {
			t.Errorf("%s: nothing keeps the place of allowances and lives", like)
		}
		for _, f := range plan.Check(p) {
			if f.Code == "plan.link_certain" {
				t.Errorf("%s: links figures that it does not have", like)
			}
			if !f.Warning && f.Code != "plan.missing" && f.Code != "plan.short_history" && f.Code != "plan.rate_undated" && f.Code != "plan.no_rate" {
				t.Errorf("%s: %v", like, f)
			}
		}
		data, err := plan.Marshal(p)
		if err != nil {
			t.Fatal(err)
		}
		if again, findings := plan.Parse(data); again == nil {
			t.Errorf("%s: cannot be read back: %v", like, findings)
		}
	}
	if _, err := d.Plan(Starter{Country: "ZZZ", Like: "vanuatu"}); err == nil {
		t.Error("an unknown country passes")
	}
}

// A plan begun in Spanish or Arabic speaks that language throughout.
func TestAStarterIsCalledInThePostsOwnLanguage(t *testing.T) {
	d, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	begin := func(language string) []string {
		p, err := d.Plan(Starter{Post: "P", Country: "CUB", Language: language, First: 2022, LastActual: 2025, Last: 2030, StartMonth: 1, Like: "vanuatu"})
		if err != nil {
			t.Fatal(err)
		}
		var all []string
		for _, text := range called(p) {
			all = append(all, *text)
		}
		return all
	}
	english := begin("en")
	if len(english) < 60 {
		t.Fatalf("only %d names", len(english))
	}
	for _, language := range []string{"es", "ar"} {
		for i, text := range begin(language) {
			if text == english[i] && text != "" {
				t.Errorf("%s: no name for %q", language, text)
			}
		}
	}
}
