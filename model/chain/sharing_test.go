package chain_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"outrigger/model/calc"
	"outrigger/model/chain"
	"outrigger/model/funding"
	"outrigger/model/money"
	"outrigger/model/plan"
)

// several is a plan of two categories over three years, of odd amounts, which some
// packages may share.
func several(currency string, granted string, packages ...string) string {
	return fmt.Sprintf(`{"format":"outrigger-plan","version":1,"post":{"country":"VUT"},
"years":{"first":2025,"last_actual":2025,"last":2028},"money":{"currency":%q},
"lines":[{"id":"mail","name":"Mail","category":"software","kind":"run","unit":"years","quantity":{"value":"1"},"unit_cost":{"value":"1001"},"price_year":2025,"price_path":"fixed"},
{"id":"course","name":"Course","category":"training","kind":"build","unit":"courses","quantity":{"years":{"2026":"1","2027":"1"}},"unit_cost":{"value":"333"},"price_year":2025,"price_path":"fixed"}],
"funding":[%s],
"project":{"package":"a","indirect":{"value":"0.07"},"packages":[%s]}}`, currency, granted, strings.Join(packages, ","))
}

func fund(id, categories, rules string) string {
	return fmt.Sprintf(`{"id":%q,"name":"Fund %s","date":"2026-11-24","rules":[%s],"lines":[{"id":"1","name":"All","categories":[%s]}]}`, id, strings.ToUpper(id), rules, categories)
}

const (
	allCosts     = `"software","training","staff","services","equipment","travel","other"`
	noCharge     = `{"id":"indirect","kind":"indirect","most":"0"}`
	ceiling1500  = `{"id":"amount","kind":"amount","currency":"USD","most":"1500"}`
	halfByOthers = `{"id":"co","kind":"cofinancing","least":"0.5"}`
)

// share shares the plan's costs among its packages, in the order a, b, c.
func share(t *testing.T, text string) *chain.Sharing {
	t.Helper()
	c := build(t, text)
	s := c.Share("", []string{"a", "b", "c"}, funding.Applicant{Country: "VUT", SIDS: true}, "2026-11-29")
	if s == nil {
		t.Fatal("no sharing is found")
	}
	kept(t, s, "")
	return s
}

// kept: every rule that figures decide is kept, to the last unit.
func kept(t *testing.T, s *chain.Sharing, scenario string) {
	t.Helper()
	h, state := s.Case.Funding.Shared, s.Case.State(scenario)
	look := func(id calc.ID) {
		if left, _ := state.Single(id); left.IsNeg() {
			t.Errorf("%s: %s", id, left)
		}
	}
	for _, part := range h.Parts {
		for _, id := range part.Left {
			look(id)
		}
	}
	if len(h.Parts) > 0 {
		look(h.Twice)
		look(h.Over)
	}
}

func asked(s *chain.Sharing, id string) string {
	for _, part := range s.Case.Funding.Shared.Parts {
		if part.ID == id {
			n, _ := s.Case.State("").Single(funding.TotalOf(part.Asked))
			return money.Canonical(n)
		}
	}
	return "0"
}

// The plan costs 3 × 1,001 for software and 2 × 333 for training: 3,669.
func TestFundsShareTheCostsOfOneProject(t *testing.T) {
	for _, try := range []struct {
		name  string
		funds []string
		paid  string // granted already
		asked map[string]string
		own   string
	}{
		{"one pays for all", []string{fund("a", allCosts, noCharge)}, "", map[string]string{"a": "3669"}, "0"},
		{"charges are asked for on top", []string{fund("a", allCosts, "")}, "", map[string]string{"a": "3925.83"}, "0"},
		{"each what it takes", []string{fund("a", `"software"`, noCharge), fund("b", `"training"`, noCharge)}, "", map[string]string{"a": "3003", "b": "666"}, "0"},
		{"up to the ceiling, the rest by the next", []string{fund("a", allCosts, noCharge+","+ceiling1500), fund("b", allCosts, noCharge)}, "", map[string]string{"a": "1500", "b": "2169"}, "0"},
		{"half by others", []string{fund("a", allCosts, noCharge+","+halfByOthers)}, "", map[string]string{"a": "1834.5"}, "1834.5"},
		{"what is granted is not asked for", []string{fund("a", allCosts, noCharge)}, `{"id":"g","name":"Grant","kind":"government","grade":"secured","amount":{"value":"1000"}}`, map[string]string{"a": "669"}, "0"},
		{"only while it lasts", []string{fund("a", allCosts, noCharge+`,{"id":"m","kind":"months","most":"12"}`)}, "", map[string]string{"a": "1334"}, "2335"},
		{"no one may be asked", []string{fund("a", allCosts, `{"id":"s","kind":"status","any":["lldc"]}`)}, "", nil, "3669"},
		{"too little for the least amount", []string{fund("a", allCosts, noCharge+`,{"id":"l","kind":"amount","currency":"USD","least":"5000"}`)}, "", map[string]string{"a": "0"}, "3669"},
	} {
		s := share(t, several("USD", try.paid, try.funds...))
		if got := money.Canonical(s.Own); got != try.own && len(s.Parts) > 0 {
			t.Errorf("%s: %s is left to the post, want %s", try.name, got, try.own)
		}
		for id, want := range try.asked {
			if got := asked(s, id); got != want {
				t.Errorf("%s: %s is asked for %s, want %s", try.name, id, got, want)
			}
		}
	}
}

func TestWhatIsLeftNamesTheRulesThatLeaveIt(t *testing.T) {
	s := share(t, several("USD", "", fund("a", `"software"`, noCharge+","+ceiling1500), fund("b", allCosts, `{"id":"s","kind":"status","any":["lldc"]}`)))
	if len(s.Excluded) != 1 || s.Excluded[0].Package != "b" || s.Excluded[0].Verdict.Code != "status_unmet" {
		t.Errorf("excluded: %v", s.Excluded)
	}
	var said []string
	for _, r := range s.Reliefs {
		said = append(said, r.Package+" "+r.Rule+" "+money.Canonical(r.Own))
	}
	// Without the ceiling a pays for all software; what it does not take stays. b would pay the rest.
	if got := strings.Join(said, ", "); got != "b who 0, a ceiling 666" {
		t.Errorf("reliefs: %s", got)
	}
	if s.Together != nil {
		t.Errorf("one rule is enough, yet %v are named together", s.Together)
	}
	s = share(t, several("USD", "", fund("a", `"software"`, noCharge+","+ceiling1500)))
	said = nil
	for _, r := range s.Together {
		said = append(said, r.Package+" "+r.Rule)
	}
	if got := strings.Join(said, ", "); got != "a ceiling, a takes" {
		t.Errorf("together: %s", got)
	}
}

func TestASplitTiesToTheLastUnitInEveryCurrency(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	for _, currency := range []string{"VUV", "USD", "JOD"} { // 0, 2 and 3 places
		for range 25 {
			text := several(currency, "",
				fund("a", allCosts, fmt.Sprintf(`{"id":"x","kind":"amount","currency":%q,"most":"%d"},{"id":"c","kind":"cofinancing","least":"0.%d"}`, currency, 200+r.IntN(2000), 1+r.IntN(8))),
				fund("b", `"software"`, fmt.Sprintf(`{"id":"c","kind":"cofinancing","least":"0.%d"}`, 1+r.IntN(8))),
				fund("c", `"training","software"`, fmt.Sprintf(`{"id":"x","kind":"amount","currency":%q,"most":"%d"},{"id":"i","kind":"indirect","most":"0.05"},{"id":"l","kind":"line","line":"1","most":"1"}`, currency, 200+r.IntN(900))))
			s := share(t, text)
			all, _ := s.Case.State("").Single(funding.TotalOf(s.Case.Funding.Shared.All))
			got, _ := s.Case.State("").Single(funding.TotalOf(s.Case.Funding.Shared.Asked))
			sum, _ := got.Add(s.Own)
			if sum.Cmp(all) != 0 {
				t.Errorf("%s: %s asked and %s left of %s", currency, got, s.Own, all)
			}
		}
	}
}

func TestSharesThatAskTwiceOrTooMuchAreTold(t *testing.T) {
	c := build(t, strings.Replace(several("USD", "", fund("a", allCosts, noCharge), fund("b", allCosts, noCharge+","+ceiling1500)),
		`"packages":[`, `"sharing":[{"id":"a","shares":[{"id":"software","share":{"value":"0.6"}}]},{"id":"b","shares":[{"id":"software","share":{"value":"0.6"}}]}],"packages":[`, 1))
	h, state := c.Funding.Shared, c.State("")
	for id, want := range map[calc.ID]string{h.Twice: "-600.6", h.Over: "-200.2", h.Parts[1].Left["ceiling"]: "-301.8"} {
		if got, _ := state.Single(id); money.Canonical(got) != want {
			t.Errorf("%s is %s, want %s", id, got, want)
		}
	}
}

func TestSharesOfUnknownPackagesAreRefused(t *testing.T) {
	text := strings.Replace(several("USD", "", fund("a", allCosts, "")), `"packages":[`, `"sharing":[{"id":"z","shares":[{"id":"softwear","share":{"value":"2"}}]}],"packages":[`, 1)
	p, findings := plan.Parse([]byte(text))
	if p != nil {
		findings = plan.Check(p)
	}
	said := fmt.Sprint(findings)
	for _, place := range []string{"project/sharing/z", "project/sharing/z/softwear"} {
		if !strings.Contains(said, place) {
			t.Errorf("%s is not told: %s", place, said)
		}
	}
	if !plan.Refused(findings) {
		t.Error("the plan is taken")
	}
}

// What would be left without a rule is what is left of the plan that does not have it, to
// the last unit, charges rounded and all.
func TestWhatARuleLeavesIsExact(t *testing.T) {
	const charged = `{"id":"indirect","kind":"indirect","most":"0.07"}`
	of := func(rules ...string) string {
		return fund("a", `"software"`, strings.Join(append(rules, charged), ","))
	}
	ceiling500 := strings.Replace(ceiling1500, "1500", "500", 1)
	least := `{"id":"l","kind":"amount","currency":"USD","least":"3300"}`
	for _, try := range []struct {
		rule          string
		with, without []string
	}{
		{"a ceiling", []string{of(ceiling1500), fund("b", `"training"`, halfByOthers)}, []string{of(), fund("b", `"training"`, halfByOthers)}},
		{"a least", []string{of(least)}, []string{of()}},
		{"b floor", []string{of(ceiling500), fund("b", `"software"`, halfByOthers)}, []string{of(ceiling500), fund("b", `"software"`, "")}},
		{"a months", []string{of(`{"id":"m","kind":"months","most":"12"}`)}, []string{of()}},
		{"a takes", []string{of()}, []string{fund("a", allCosts, charged)}},
		{"b who", []string{of(), fund("b", `"training"`, `{"id":"s","kind":"status","any":["lldc"]},`+charged)}, []string{of(), fund("b", `"training"`, charged)}},
		{"a line/1", []string{of(`{"id":"cap","kind":"line","line":"1","most":"0.3"}`)}, []string{of()}},
	} {
		want := share(t, several("USD", "", try.without...)).Own
		found := false
		for _, r := range share(t, several("USD", "", try.with...)).Reliefs {
			if r.Package+" "+r.Rule != try.rule {
				continue
			}
			found = true
			if !r.Own.Equal(want) {
				t.Errorf("without %s: %s, the plan without it leaves %s", try.rule, money.Canonical(r.Own), money.Canonical(want))
			}
		}
		if !found {
			t.Errorf("%s: not told", try.rule)
		}
	}
}

// A least amount in another currency is one row, which whoever asks for it reads.
func TestTheLeastAmountIsOneRow(t *testing.T) {
	text := strings.Replace(several("VUV", "", fund("a", allCosts, noCharge+`,{"id":"l","kind":"amount","currency":"USD","least":"30"}`)), `"currency":"VUV"`, `"currency":"VUV","rates":[{"currency":"USD","value":{"value":"119.5"}}]`, 1)
	s := share(t, text)
	least, _ := s.Case.State("").Single(s.Case.Funding.Packages[0].Limits["least"])
	if got := money.Canonical(least); got != "3585" {
		t.Errorf("30 dollars are %s vatu", got)
	}
	left, _ := s.Case.State("").Single(s.Case.Funding.Shared.Parts[0].Left["least"])
	if got := money.Canonical(left); got != "84" || asked(s, "a") != "3669" {
		t.Errorf("%s asked, %s above the least", asked(s, "a"), got)
	}
	dearer := build(t, strings.Replace(text, `"least":"30"`, `"least":"40"`, 1))
	for _, v := range dearer.Judged("", 1, funding.Applicant{Country: "VUT"}, "2026-11-29") {
		if v.Rule.Kind == "amount" && (v.State != funding.Unmet || v.Args["least"] != "4780") {
			t.Errorf("the rule is said to be %s: %v", v.State, v.Args)
		}
	}
}
