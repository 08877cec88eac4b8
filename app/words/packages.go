package words

import (
	"strconv"
	"strings"

	"outrigger/model/funding"
	"outrigger/model/money"
	"outrigger/model/plan"
)

// PackageName is what a funding package is called: by its owner, or, of a shipped one, in
// the reader's language.
func (r Reader) PackageName(p plan.Package) string {
	if p.Name != "" {
		return p.Name
	}
	if key := "package." + p.ID + ".name"; r.Has(key) {
		return r.Say(key, nil)
	}
	return p.ID
}

// PackageText is what is said of a funding package: by its owner, or, of a shipped one, in
// the reader's language.
func (r Reader) PackageText(p plan.Package) string {
	return r.either(p.Note, "package."+p.ID+".text", "")
}

// PackageLine is what a line of the donor's budget is called, with its number.
func (r Reader) PackageLine(l plan.PackageLine) string {
	name := l.Name
	if key := "package.line." + l.Word; name == "" && r.Has(key) {
		name = r.Say(key, nil)
	}
	if name == "" {
		return l.ID
	}
	return l.ID + "  " + name
}

// PackageSection is what a part of the application is called.
func (r Reader) PackageSection(s plan.PackageSection) string {
	return r.either(s.Name, "package.section."+s.ID, s.ID)
}

// PackageDocument is what a paper that goes with the application is called.
func (r Reader) PackageDocument(d plan.PackageDocument) string {
	return r.either(d.Name, "package.document."+d.ID, d.ID)
}

func (r Reader) either(name, key, id string) string {
	switch {
	case name != "":
		return name
	case r.Has(key):
		return r.Say(key, nil)
	}
	return id
}

// RuleAsks says what a rule of a package asks for.
func (r Reader) RuleAsks(rule plan.Rule) string {
	args := map[string]string{"list": strings.Join(rule.Any, ", "), "currency": rule.Currency, "line": rule.Line, "months": strconv.Itoa(rule.After)}
	if rule.Kind == "status" {
		args["list"] = r.statuses(rule.Any)
	}
	if rule.Kind == "income" {
		var groups []string
		for _, group := range rule.Any {
			groups = append(groups, r.Say("common.income."+group, nil))
		}
		args["list"] = strings.Join(groups, ", ")
	}
	key := "funding.asks." + rule.Kind
	switch {
	case rule.Kind == "status" && rule.After > 0:
		key += ".after"
	case rule.Kind == "amount" && rule.Most == nil:
		key += ".least"
	case rule.Kind == "indirect" && rule.Charged != "":
		args["who"] = r.Say("funding.charged."+rule.Charged, nil)
		key += ".charged"
	}
	if rule.Most != nil {
		args["most"] = r.ruleNumber(rule, *rule.Most)
	}
	if rule.Least != nil {
		args["least"] = r.ruleNumber(rule, *rule.Least)
	}
	text := r.Say(key, args)
	if rule.Note != "" {
		text += " " + rule.Note
	}
	return text
}

func (r Reader) ruleNumber(rule plan.Rule, n money.Number) string {
	switch rule.Kind {
	case "amount":
		c, _ := money.ByCode(rule.Currency)
		return r.Money(money.Canonical(n), rule.Currency, c.Places)
	case "months":
		return r.Number(n, 0)
	}
	return r.Percent(n, 1)
}

func (r Reader) statuses(list []string) string {
	var named []string
	for _, s := range list {
		named = append(named, r.Say("common.status."+s, nil))
	}
	return strings.Join(named, ", ")
}

// Verdict says how a rule of a package stands; amounts are in the currency given.
func (r Reader) Verdict(v funding.Verdict, currency string) string {
	args := map[string]string{}
	c, _ := money.ByCode(currency)
	for key, value := range v.Args {
		switch key {
		case "day", "earliest", "latest", "gathered":
			value = r.DateText(value)
		case "left", "asked":
			value = r.Money(value, currency, c.Places)
		case "least", "most":
			if v.Rule.Kind == "amount" {
				value = r.Money(value, currency, c.Places)
			} else if n, err := money.Parse(value); err == nil {
				value = r.ruleNumber(v.Rule, n)
			}
		case "status":
			value = r.Say("common.status."+value, nil)
		}
		args[key] = value
	}
	if v.Code == "income_met" || v.Code == "income_unmet" {
		args["own"] = r.Say("common.income."+v.Args["own"], nil)
	}
	return r.Say("funding.said."+v.Code, args)
}
