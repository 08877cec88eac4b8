package words

import (
	"slices"
	"strings"

	"outrigger/model/chain"
	"outrigger/model/money"
	"outrigger/model/plan"
)

// Shared says what the packages that were asked to share a plan's costs leave to the post,
// and why: who cannot be asked, who need not be, and which rules leave it.
func (r Reader) Shared(s *chain.Sharing, packages []string) (sentence string, reasons []string) {
	p := s.Case.Plan
	code := p.Money.Donor
	if code == "" {
		code = p.Money.Currency
	}
	c, _ := money.ByCode(code)
	amount := func(n money.Number) string { return r.Money(money.Canonical(n), code, c.Places) }
	name := func(id string) string { return r.PackageName(*p.Project.PackageOf(id)) }
	switch {
	case len(s.Parts) == 0:
		sentence = r.Say("funding.shared.none", nil)
	case !s.Own.IsPos():
		sentence = r.Say("funding.shared.all", nil)
	default:
		sentence = r.Say("funding.shared.left", map[string]string{"amount": amount(s.Own)})
	}
	reasons = []string{}
	say := func(key string, args map[string]string) {
		reasons = append(reasons, r.Say("funding.shared."+key, args))
	}
	for _, e := range s.Excluded {
		say("barred", map[string]string{"package": name(e.Package), "why": r.Verdict(e.Verdict, code)})
	}
	for _, id := range packages {
		barred := slices.ContainsFunc(s.Excluded, func(e chain.Excluded) bool { return e.Package == id })
		asked := slices.ContainsFunc(s.Parts, func(part plan.Part) bool { return part.ID == id })
		if len(s.Parts) > 0 && !barred && !asked && p.Project.PackageOf(id) != nil {
			say("unasked", map[string]string{"package": name(id)})
		}
	}
	rule := func(one chain.Relief) string {
		kind, line, _ := strings.Cut(one.Rule, "/")
		return r.Say("funding.relief."+kind, map[string]string{"package": name(one.Package), "line": line})
	}
	for _, one := range s.Reliefs {
		key := "relief"
		if !one.Own.IsPos() {
			key = "relief_all"
		}
		say(key, map[string]string{"rule": rule(one), "amount": amount(one.Own)})
	}
	if len(s.Together) > 0 {
		var rules []string
		for _, one := range s.Together {
			rules = append(rules, rule(one))
		}
		say("together", map[string]string{"list": strings.Join(rules, r.Formats().List)})
	}
	return sentence, reasons
}
