package datasets_test

import (
	"strings"
	"testing"

	"outrigger/datasets"
	"outrigger/model/calc"
	"outrigger/model/chain"
	"outrigger/model/funding"
	"outrigger/model/money"
	"outrigger/model/plan"
)

func aimed(t *testing.T, name string, change func(*plan.Plan)) *chain.Case {
	t.Helper()
	data, err := datasets.Sample(name)
	if err != nil {
		t.Fatal(err)
	}
	p, findings := plan.Parse(data)
	if plan.Refused(findings) {
		t.Fatal(findings)
	}
	if change != nil {
		change(p)
	}
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

// The donor's budget of every package is the plan's own money, to the last unit: lines
// and what the package does not take make up the need, results and purchases too.
func TestEveryLayoutTiesToThePlan(t *testing.T) {
	for _, name := range datasets.SampleNames() {
		c := aimed(t, name, nil)
		h := c.Funding
		for number := range h.Packages {
			s := c.AimedAt("", number+1)
			if s == nil {
				t.Fatalf("%s: package %d cannot be chosen", name, number+1)
			}
			for _, year := range c.Plan.Axis().Years() {
				sum := money.Int(0)
				for _, line := range h.Lines {
					n, _ := s.Value(line, year)
					sum, _ = sum.Add(n)
				}
				outside, _ := s.Value(h.Outside, year)
				sum, _ = sum.Add(outside)
				need, _ := s.Value(c.Budget.Need.Donor, year)
				if !sum.Equal(need) {
					t.Errorf("%s, %s, %d: lines and outside make %s, the need is %s", name, h.Packages[number].ID, year, sum, need)
				}
			}
			direct, _ := s.Single(funding.TotalOf(h.Direct))
			if !direct.IsPos() {
				t.Errorf("%s, %s: nothing counts in the donor's budget", name, h.Packages[number].ID)
			}
		}
	}
}

// One smallest unit above a cap it is broken, at the cap it is kept, in currencies of no,
// two and three decimals.
func TestCapsBreakOneUnitAboveThem(t *testing.T) {
	for _, code := range []string{"VUV", "USD", "KWD"} {
		places, _ := money.ByCode(code)
		smallest, err := money.Parse([]string{"1", "0.1", "0.01", "0.001"}[places.Places])
		if err != nil {
			t.Fatal(err)
		}
		build := func(most *money.Number) *chain.Case {
			return aimed(t, "vanuatu", func(p *plan.Plan) {
				p.Money.Donor = code
				if code == "KWD" {
					rate := money.Int(385)
					p.Money.Rates = append(p.Money.Rates, plan.Rate{Currency: "KWD", Date: "2026-11-01", Value: plan.Figure{Value: &rate}})
				}
				for i := range p.Project.Packages {
					if one := &p.Project.Packages[i]; one.ID == p.Project.Package && most != nil {
						one.Rules = append(one.Rules, plan.Rule{ID: "most", Kind: "amount", Currency: code, Most: most})
					}
				}
			})
		}
		c := build(nil)
		asked, _ := c.State("").Single(funding.TotalOf(c.Funding.Asked))
		below, err := asked.Sub(smallest)
		if err != nil {
			t.Fatal(err)
		}
		for _, try := range []struct {
			most money.Number
			want funding.State
		}{{asked, funding.Met}, {below, funding.Unmet}} {
			c := build(&try.most)
			for _, v := range c.Judged("", c.ChosenPackage(), funding.Applicant{SIDS: true}, "2026-11-24") {
				if v.Rule.Kind == "amount" && v.State != try.want {
					t.Errorf("%s: asked %s under a ceiling of %s is %s", code, asked, try.most, v.State)
				}
			}
		}
	}
}

// A floor that counts cash only leaves out what partners lend: one that all together reach
// and the cash alone does not is kept or broken by what counts.
func TestAFloorOfCashLeavesOutWhatIsLent(t *testing.T) {
	c := aimed(t, "vanuatu", nil)
	single := func(row calc.ID) money.Number { n, _ := c.State("").Single(funding.TotalOf(row)); return n }
	if !single(c.Funding.InKind).IsPos() {
		t.Fatal("nothing is lent, so the test would prove nothing")
	}
	least, err := single(c.Funding.Others).Quo(single(c.Funding.All)) // what all pay together
	if err != nil {
		t.Fatal(err)
	}
	below, err := money.Parse("0.0001") // so that rounding of the share decides nothing
	if err != nil {
		t.Fatal(err)
	}
	if least, err = least.Sub(below); err != nil {
		t.Fatal(err)
	}
	for counts, want := range map[string]funding.State{"cash in_kind": funding.Met, "cash": funding.Unmet} {
		c := aimed(t, "vanuatu", func(p *plan.Plan) {
			one := p.Project.Chosen()
			one.Rules = append(one.Rules, plan.Rule{ID: "floor", Kind: "cofinancing", Least: &least, Any: strings.Fields(counts)})
		})
		for _, v := range c.Judged("", c.ChosenPackage(), funding.Applicant{SIDS: true}, "2026-11-24") {
			if v.Rule.Kind == "cofinancing" && v.State != want {
				t.Errorf("counting %s it is %s, want %s", counts, v.State, want)
			}
		}
	}
}

// Results and purchases sort the same money; nothing is lost or counted twice.
func TestResultsAndPurchasesAddUpToTheNeed(t *testing.T) {
	for _, name := range datasets.SampleNames() {
		c := aimed(t, name, nil)
		s := c.State("")
		sum := money.Int(0)
		for _, one := range c.Plan.Project.Results {
			if c.Ties.Results[one.ID] == "" {
				continue // only others lead to it
			}
			n, _ := s.Single(funding.TotalOf(c.Ties.Results[one.ID]))
			if one.Level == "output" && !n.IsPos() && name == "vanuatu" && one.ID != "2.3" {
				t.Errorf("%s: output %s costs nothing", name, one.ID)
			}
			sum, _ = sum.Add(n)
		}
		rest, _ := s.Single(funding.TotalOf(c.Ties.Unstated))
		sum, _ = sum.Add(rest)
		need, _ := s.Single(c.Financing.NeedTotal.Donor)
		if !sum.Equal(need) {
			t.Errorf("%s: results make %s, the need is %s", name, sum, need)
		}
		if rest.IsNeg() {
			t.Errorf("%s: results count more than the need: %s left", name, rest)
		}
		sum = money.Int(0)
		for _, one := range c.Plan.Project.Purchases {
			n, _ := s.Single(funding.TotalOf(c.Ties.Purchases[one.ID]))
			sum, _ = sum.Add(n)
		}
		rest, _ = s.Single(funding.TotalOf(c.Ties.Unbought))
		if sum, _ = sum.Add(rest); !sum.Equal(need) || rest.IsNeg() {
			t.Errorf("%s: purchases make %s with %s left, the need is %s", name, sum, rest, need)
		}
	}
}
