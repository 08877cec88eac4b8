package main

import (
	"flag"
	"fmt"
	"slices"
	"strings"

	"outrigger/datasets"
	"outrigger/model/plan"
)

// listMeasures lists the catalogue, adds from it or from a file of measures to a plan, or
// writes the plan's measures as such a file.
func listMeasures(v *invocation, args []string) error {
	flags := flag.NewFlagSet("measures", flag.ContinueOnError)
	add := flags.String("add", "", "")
	from := flags.String("from", "", "")
	to := flags.String("o", "", "")
	rest, err := v.only(1, flags, args)
	if err != nil {
		return err
	}
	catalogue, err := datasets.ShippedMeasures()
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
	switch {
	case *to != "":
		file, err := plan.MarshalMeasures(p.Measures)
		if err != nil {
			return err
		}
		return v.write(*to, file)
	case *add == "" && *from == "":
		v.catalogued(catalogue, p)
		return nil
	}
	list, err := v.offered(catalogue, p, *add, *from)
	if err != nil {
		return err
	}
	for _, what := range plan.Take(p, list) {
		fmt.Fprintln(v.errs, v.say.Say("verb.measures.left", map[string]string{"what": what}))
	}
	if data, err = plan.Marshal(p); err != nil {
		return err
	}
	return v.write(rest[0], data)
}

// offered are the measures that are to be taken into a plan; those of the catalogue bring
// along the losses they act on.
func (v *invocation) offered(catalogue *datasets.Measures, p *plan.Plan, add, from string) ([]plan.Measure, error) {
	if from != "" {
		data, err := v.read(from)
		if err != nil {
			return nil, err
		}
		list, findings := plan.ParseMeasures(data)
		for _, f := range findings {
			v.tell(from, f)
		}
		if plan.Refused(findings) {
			return nil, errRefused
		}
		return list, nil
	}
	ids := strings.Split(add, ",")
	if add == "all" {
		ids = nil
		for _, m := range catalogue.Catalogue() {
			ids = append(ids, m.ID)
		}
	}
	if len(p.Losses) == 0 {
		for _, k := range catalogue.Losses() {
			p.Losses = append(p.Losses, v.say.Loss(k, p))
		}
	}
	var list []plan.Measure
	for _, id := range ids {
		t, known := catalogue.ByID(strings.TrimSpace(id))
		if !known {
			return nil, v.fault("no_measure", "name", id)
		}
		list = append(list, v.say.Measure(t, p))
	}
	for i := range list { // what one of them needs may be among them
		t, _ := catalogue.ByID(list[i].ID)
		among := func(id string) bool {
			return slices.ContainsFunc(list, func(m plan.Measure) bool { return m.ID == id }) ||
				slices.ContainsFunc(p.Measures, func(m plan.Measure) bool { return m.ID == id })
		}
		list[i].Needs = slices.DeleteFunc(slices.Clone(t.Needs), func(id string) bool { return !among(id) })
		list[i].Excludes = slices.DeleteFunc(slices.Clone(t.Excludes), func(id string) bool { return !among(id) })
	}
	return list, nil
}

func (v *invocation) catalogued(catalogue *datasets.Measures, p *plan.Plan) {
	for _, m := range catalogue.Catalogue() {
		mark := " "
		if slices.ContainsFunc(p.Measures, func(own plan.Measure) bool { return own.ID == m.ID }) {
			mark = "✓"
		}
		fmt.Fprintf(v.out, "%s %-24s %s\n", mark, m.ID, v.say.Say("measure."+m.ID+".name", nil))
	}
}
