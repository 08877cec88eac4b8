package main

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"time"

	"outrigger/datasets"
	"outrigger/model/money"
	"outrigger/model/plan"
	"outrigger/model/span"
)

// newPlan writes a plan that asks for everything: the structure of a sample, none
// of its figures, and the country's own currency and published prices.
func newPlan(v *invocation, args []string) error {
	flags := flag.NewFlagSet("new", flag.ContinueOnError)
	s := datasets.Starter{}
	flags.StringVar(&s.Country, "country", "", "")
	flags.StringVar(&s.Post, "name", "", "")
	flags.StringVar(&s.Title, "title", "", "")
	flags.StringVar(&s.Donor, "donor", "", "")
	flags.StringVar(&s.Like, "like", "", "")
	last := time.Now().Year() - 1
	flags.IntVar((*int)(&s.First), "first", last-4, "")
	flags.IntVar((*int)(&s.LastActual), "actual", last, "")
	flags.IntVar((*int)(&s.Last), "last", last+5, "")
	flags.IntVar(&s.StartMonth, "start-month", 1, "")
	rest, err := v.only(1, flags, args)
	if err != nil {
		return err
	}
	s.Country, s.Donor, s.Language = strings.ToUpper(s.Country), strings.ToUpper(s.Donor), v.say.Lang()
	country, known := v.facts.Countries.ByISO3(s.Country)
	if !known || country.Currency == "" {
		return v.fault("country", "country", s.Country)
	}
	if _, known := money.ByCode(s.Donor); s.Donor != "" && !known {
		return v.fault("currency", "currency", s.Donor)
	}
	if _, err := os.Stat(rest[0]); err == nil {
		return v.fault("exists", "file", rest[0])
	}
	s.Post, s.Title = or(s.Post, v.say.Country(s.Country)), or(s.Title, v.say.Say("verb.new_title", nil))
	s.Like = or(s.Like, map[string]string{"fr": "senegal", "pt": "timor-leste"}[v.say.Lang()])
	p, err := v.facts.Plan(withDefault(s))
	if err != nil {
		return v.fault("sample", "name", s.Like, "names", strings.Join(datasets.SampleNames(), ", "))
	}
	for _, f := range plan.Check(p) {
		if strings.HasPrefix(f.Place, "years") {
			v.tell(rest[0], f)
			return errRefused
		}
	}
	data, err := plan.Marshal(p)
	if err != nil {
		return err
	}
	if err := v.write(rest[0], data); err != nil {
		return err
	}
	years := span.Axis{First: s.First, LastActual: s.LastActual, Last: s.Last}
	fmt.Fprintln(v.out, v.say.Say("verb.new_written", map[string]string{
		"file": rest[0], "currency": p.Money.Currency,
		"first": years.First.Label(s.StartMonth), "last": years.Last.Label(s.StartMonth),
	}))
	return nil
}

func withDefault(s datasets.Starter) datasets.Starter {
	s.Like = or(s.Like, "vanuatu")
	return s
}
