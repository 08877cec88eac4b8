package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"outrigger/app/region"
	"outrigger/app/workbook"
	"outrigger/datasets"
	"outrigger/model/money"
	"outrigger/model/plan"
	"outrigger/model/readiness"
)

// mostPlans is how many plans one folder may hold: more than there are countries, three
// times over.
const mostPlans = 1000

// rollup writes the plans of a folder as one regional workbook. What is wrong with a plan
// is told and stops no other.
func rollup(v *invocation, args []string) error {
	flags := flag.NewFlagSet("rollup", flag.ContinueOnError)
	to := flags.String("o", "", "")
	code := flags.String("currency", "", "")
	date := flags.String("date", "", "")
	hide := flags.Bool("hide-names", false, "")
	each := flags.String("workbooks", "", "")
	rest, err := v.only(1, flags, args)
	if err != nil {
		return err
	}
	if *to == "" {
		return errUsage
	}
	if *each != "" && *hide {
		return v.fault("rollup_hidden")
	}
	*code = strings.ToUpper(*code)
	if _, known := money.ByCode(*code); *code != "" && !known {
		return v.fault("rollup_currency", "currency", *code)
	}
	day := time.Now()
	if *date != "" {
		if day, err = time.Parse(time.DateOnly, *date); err != nil {
			return v.fault("date", "date", *date)
		}
	}
	names, err := v.plans(rest[0])
	if err != nil {
		return err
	}
	practices, err := practices()
	if err != nil {
		return err
	}
	t, err := region.Gather(region.Request{
		Files: names, Read: func(name string) ([]byte, error) { return v.readUpTo(filepath.Join(rest[0], name), plan.MaxBytes) },
		Facts: v.facts, Practices: practices, Currency: *code, Date: day.Format(time.DateOnly),
	})
	if err != nil {
		return v.fault("rollup_range")
	}
	if language := t.Language(); language != "" && !v.spoken {
		v.say = v.catalogue.In(language)
	}
	for _, p := range t.Left {
		fmt.Fprintf(v.errs, "%s: %s\n", p.File, workbook.FaultOf(v.say, p))
	}
	if t.Counted == 0 {
		return v.fault("rollup_none", "file", rest[0], "currency", t.Currency)
	}
	var file bytes.Buffer
	err = workbook.Rollup(&file, workbook.RollupRequest{
		Table: t, Facts: v.facts, Words: v.say, HideNames: *hide, Version: version, Date: t.Date,
	})
	if err != nil {
		return err
	}
	if err := v.write(*to, file.Bytes()); err != nil {
		return err
	}
	v.rolled(*to, t)
	if *each != "" {
		return v.each(rest[0], *each, t)
	}
	return nil
}

// rolled says what the workbook holds.
func (v *invocation) rolled(file string, t *region.Table) {
	amount := func(n money.Number) string { return v.say.Money(money.Canonical(n), t.Currency, places(t.Currency)) }
	fmt.Fprintln(v.out, v.say.Say("verb.rollup.written", map[string]string{
		"file": file, "n": fmt.Sprint(t.Counted), "need": amount(t.Total.Need), "funding": amount(t.Total.Funding), "gap": amount(t.Total.Gap),
	}))
	if out := t.Out(); out > 0 {
		fmt.Fprintln(v.out, v.say.Say("verb.rollup.left", map[string]string{"n": fmt.Sprint(out)}))
	}
}

// plans lists the plans of a folder; hidden files and what else lies there are passed by.
func (v *invocation) plans(folder string) ([]string, error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, v.diskFault("unreadable", folder, err)
	}
	var names []string
	for _, entry := range entries {
		if region.IsPlan(entry.Name()) && !entry.IsDir() {
			names = append(names, entry.Name())
		}
	}
	switch {
	case len(names) == 0:
		return nil, v.fault("rollup_empty", "file", folder)
	case len(names) > mostPlans:
		return nil, v.fault("rollup_many", "file", folder, "limit", fmt.Sprint(mostPlans))
	}
	return names, nil
}

// practices are those by which readiness is read.
func practices() (readiness.Catalogue, error) {
	all, err := datasets.ShippedPractices()
	if err != nil {
		return readiness.Catalogue{}, err
	}
	return all.Readiness(), nil
}
