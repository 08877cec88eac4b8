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
