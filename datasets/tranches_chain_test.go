package datasets_test

import (
	"testing"

	"outrigger/model/funding"
	"outrigger/model/money"
	"outrigger/model/plan"
)

func share(t *testing.T, text string) plan.Figure {
	t.Helper()
	n, err := money.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return plan.Figure{Value: &n}
}

// Instalments of thirds come to all that is asked for, to the last unit, in currencies of
// no, two and three decimals; what the post pays ahead is what has been asked for and not
// yet been paid, year by year.
func TestInstalmentsComeToWhatIsAsked(t *testing.T) {
	for _, code := range []string{"VUV", "USD", "KWD"} {
		c := aimed(t, "vanuatu", func(p *plan.Plan) {
			p.Money.Donor = code
			if code == "KWD" {
				rate := money.Int(385)
				p.Money.Rates = append(p.Money.Rates, plan.Rate{Currency: "KWD", Date: "2026-11-01", Value: plan.Figure{Value: &rate}})
			}
			p.Project.Tranches = []plan.Tranche{
				{ID: "a", Name: "a", Due: "2027-01-01", Share: share(t, "0.3333")},
				{ID: "b", Name: "b", Due: "2027-12-31", Share: share(t, "0.3333")},
				{ID: "c", Name: "c", Due: "2030-06-30", Share: share(t, "0.3334")},
			}
		})
		s, h := c.State(""), c.Funding.Tranches
		paid, _ := s.Single(funding.TotalOf(h.Paid))
		asked, _ := s.Single(funding.TotalOf(c.Funding.Asked))
		if !asked.IsPos() || !paid.Equal(asked) {
			t.Errorf("%s: %s is paid of %s", code, paid, asked)
		}
		so := money.Int(0)
		waited := false
		for _, year := range c.Plan.Axis().Years() {
			in, _ := s.Value(h.Paid, year)
			out, _ := s.Value(c.Funding.Asked, year)
			so, _ = so.Add(in)
			so, _ = so.Sub(out)
			if in.IsPos() != (year == 2027 || year == 2030) {
				t.Errorf("%s, %d: %s comes", code, year, in)
			}
			want := money.Int(0)
			if so.IsNeg() {
				want, waited = so.Neg(), true
			}
			if bridge, _ := s.Value(h.Bridge, year); !bridge.Equal(want) {
				t.Errorf("%s, %d: the post pays %s ahead, not %s", code, year, bridge, want)
			}
		}
		if !waited {
			t.Error("the post never waits for its money, so this proves nothing")
		}
	}
}

// Instalments that do not come to all that is asked for, or fall due in no planned year,
// are said; the sample's own are sound.
func TestInstalmentsThatDoNotAddUpAreSaid(t *testing.T) {
	said := func(change func(*plan.Plan)) map[string]bool {
		c := aimed(t, "vanuatu", change)
		codes := map[string]bool{}
		for _, f := range plan.Check(c.Plan) {
			codes[f.Code] = true
		}
		return codes
	}
	for _, try := range []struct {
		code   string
		change func(*plan.Plan)
	}{
		{"plan.tranche_sum", func(p *plan.Plan) { p.Project.Tranches[0].Share = share(t, "0.36") }},
		{"plan.tranche_when", func(p *plan.Plan) { p.Project.Tranches[0].Due = "2031-01-01" }},
		{"plan.tranche_when", func(p *plan.Plan) { p.Project.Tranches[0].Due = "" }},
	} {
		if said(nil)[try.code] || !said(try.change)[try.code] {
			t.Errorf("%s is said of the sample, or not of one with the fault", try.code)
		}
	}
}
