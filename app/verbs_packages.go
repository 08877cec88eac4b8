package main

import (
	"flag"
	"fmt"
	"strings"

	"outrigger/datasets"
	"outrigger/model/funding"
	"outrigger/model/money"
	"outrigger/model/plan"
)

// fundingPackages tells how the plan stands by each funding package, adds packages from
// the shipped ones or from a file, aims at one, or writes the plan's own as a file.
func fundingPackages(v *invocation, args []string) error {
	flags := flag.NewFlagSet("packages", flag.ContinueOnError)
	add := flags.String("add", "", "")
	from := flags.String("from", "", "")
	aim := flags.String("aim", "", "")
	share := flags.String("share", "", "")
	to := flags.String("o", "", "")
	rest, err := v.only(1, flags, args)
	if err != nil {
		return err
	}
	data, err := v.read(rest[0])
	if err != nil {
		return err
	}
	p, findings := plan.Parse(data)
	v.speak(p)
	if p == nil {
		for _, f := range findings {
			v.tell(rest[0], f)
		}
		return errRefused
	}
	if *to != "" {
		file, err := plan.MarshalPackages(p.Project.Packages)
		if err != nil {
			return err
		}
		return v.write(*to, file)
	}
	if *share != "" {
		return v.share(rest[0], *share)
	}
	if *add == "" && *from == "" && *aim == "" {
		return v.packagesOf(rest[0])
	}
	list, err := v.packagesFrom(*add, *from)
	if err != nil {
		return err
	}
	for _, name := range plan.TakePackages(p, list) {
		fmt.Fprintln(v.errs, v.say.Say("verb.packages.left", map[string]string{"name": name}))
	}
	if *aim != "" {
		p.Project.Package = *aim
		if p.Project.Chosen() == nil {
			return v.fault("no_package", "name", *aim)
		}
	}
	if data, err = plan.Marshal(p); err != nil {
		return err
	}
	return v.write(rest[0], data)
}

// share shares the plan's costs among packages of the plan, by their ids, and says what is
// left to the post; none: one package alone is asked again.
func (v *invocation) share(path, list string) error {
	c, err := v.open(path)
	if err != nil {
		return err
	}
	p := c.Plan
	if list == "none" {
		p.Project.Sharing = nil
	} else {
		ids := strings.Split(list, ",")
		for i, id := range ids {
			ids[i] = strings.TrimSpace(id)
			if p.Project.PackageOf(ids[i]) == nil {
				return v.fault("no_package", "name", id)
			}
		}
		s := c.Share("", ids, v.facts.Applicant(p.Post.Country), today())
		if s == nil {
			return v.fault("no_sharing")
		}
		sentence, reasons := v.say.Shared(s, ids)
		fmt.Fprintln(v.out, sentence)
		for _, reason := range reasons {
			fmt.Fprintln(v.out, "  "+reason)
		}
		p.Project.Sharing = s.Parts
	}
	data, err := plan.Marshal(p)
	if err != nil {
		return err
	}
	return v.write(path, data)
}

func (v *invocation) packagesFrom(add, from string) ([]plan.Package, error) {
	var list []plan.Package
	if from != "" {
		data, err := v.read(from)
		if err != nil {
			return nil, err
		}
		taken, findings := plan.ParsePackages(data)
		for _, f := range findings {
			v.tell(from, f)
		}
		if plan.Refused(findings) {
			return nil, errRefused
		}
		list = taken
	}
	if add == "" {
		return list, nil
	}
	shipped, err := datasets.LoadPackages()
	if err != nil {
		return nil, err
	}
	if add == "all" {
		return append(list, shipped.Catalogue()...), nil
	}
	for _, id := range strings.Split(add, ",") {
		one, known := shipped.ByID(strings.TrimSpace(id))
		if !known {
			return nil, v.fault("no_package", "name", id)
		}
		list = append(list, one)
	}
	return list, nil
}

// packagesOf shows the plan's packages with how their rules stand.
func (v *invocation) packagesOf(path string) error {
	c, err := v.open(path)
	if err != nil {
		return err
	}
	if len(c.Funding.Packages) == 0 {
		shipped, err := datasets.LoadPackages()
		if err != nil {
			return err
		}
		fmt.Fprintln(v.out, v.say.Say("verb.packages.none", nil))
		for _, one := range shipped.Catalogue() {
			fmt.Fprintf(v.out, "  %-18s %s\n", one.ID, v.say.PackageName(one))
		}
		return nil
	}
	currency := c.Plan.Money.Donor
	if currency == "" {
		currency = c.Plan.Money.Currency
	}
	who := v.facts.Applicant(c.Plan.Post.Country)
	for i, one := range c.Plan.Project.Packages {
		mark := " "
		if one.ID == c.Plan.Project.Package {
			mark = "✓"
		}
		asked, _ := c.AimedAt("", i+1).Single(funding.TotalOf(c.Funding.Asked))
		fmt.Fprintf(v.out, "%s %-18s %s · %s\n", mark, one.ID, v.say.PackageName(one), v.say.Say("verb.packages.asked", map[string]string{"amount": v.inCurrency(asked, currency)}))
		for _, verdict := range c.Judged("", i+1, who, today()) {
			confirmed := ""
			if !verdict.Rule.Confirmed {
				confirmed = " [" + v.say.Say("funding.unconfirmed", nil) + "]"
			}
			fmt.Fprintf(v.out, "    %s: %s. %s%s\n", v.say.Say("funding.rule."+verdict.Rule.Kind, nil), v.say.Say("funding.state."+string(verdict.State), nil), v.say.Verdict(verdict, currency), confirmed)
		}
	}
	return nil
}

func (v *invocation) inCurrency(n money.Number, code string) string {
	c, _ := money.ByCode(code)
	return v.say.Money(money.Canonical(n), code, c.Places)
}
