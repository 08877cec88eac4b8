package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"strings"

	"outrigger/datasets"
	"outrigger/model/chain"
	"outrigger/model/plan"
)

// open reads a plan and builds its case, telling every finding.
func (v *invocation) open(path string) (*chain.Case, error) {
	data, err := v.read(path)
	if err != nil {
		return nil, err
	}
	p, findings := plan.Parse(data)
	v.speak(p)
	var c *chain.Case
	if p != nil && !plan.Refused(findings) {
		c, findings = chain.Build(p, v.facts.FactsFor(p.Post.Country))
	}
	for _, f := range findings {
		v.tell(path, f)
	}
	if c == nil {
		return nil, errRefused
	}
	return c, nil
}

// speak takes the plan's language, unless the reader chose one.
func (v *invocation) speak(p *plan.Plan) {
	if !v.spoken && p != nil && p.Language != "" {
		v.say = v.catalogue.In(p.Language)
	}
}

// tell writes a finding: place, sentence and remedy where the catalogue has them,
// else its code with what it names.
func (v *invocation) tell(path string, f plan.Finding) {
	fmt.Fprintf(v.errs, "%s: %s: %s\n", path, f.Place, v.say.Finding(f))
}

// only reads the flags of a verb that takes just so many names; errUsage if
// there are more or fewer.
func (v *invocation) only(names int, flags *flag.FlagSet, args []string) ([]string, error) {
	rest, err := v.parse(flags, args)
	if err == nil && len(rest) != names {
		err = errUsage
	}
	return rest, err
}

func check(v *invocation, args []string) error {
	rest, err := v.only(1, flag.NewFlagSet("check", flag.ContinueOnError), args)
	if err != nil {
		return err
	}
	if _, err := v.open(rest[0]); err != nil {
		return err
	}
	fmt.Fprintln(v.out, v.say.Say("verb.sound", map[string]string{"file": rest[0]}))
	return nil
}

func sample(v *invocation, args []string) error {
	flags := flag.NewFlagSet("sample", flag.ContinueOnError)
	to := flags.String("o", "", "")
	rest, err := v.only(1, flags, args)
	if err != nil {
		return err
	}
	if *to == "" {
		return errUsage
	}
	data, err := datasets.Sample(rest[0])
	if err != nil {
		return v.fault("sample", "name", rest[0], "names", strings.Join(datasets.SampleNames(), ", "))
	}
	return v.write(*to, data)
}

func figures(v *invocation, args []string) error {
	flags := flag.NewFlagSet("figures", flag.ContinueOnError)
	asJSON := flags.Bool("json", false, "")
	scenario := flags.String("scenario", "", "")
	ranges := flags.Bool("ranges", false, "")
	rest, err := v.only(1, flags, args)
	if err != nil {
		return err
	}
	c, err := v.open(rest[0])
	if err != nil {
		return err
	}
	if c.State(*scenario) == nil {
		return v.fault("scenario", "name", *scenario)
	}
	if *asJSON {
		all := everyFigure(c, *scenario)
		if *ranges {
			all["ranges"] = everyRange(c, *scenario)
		}
		return v.json(all)
	}
	v.headlines(c, *scenario)
	if *ranges {
		v.ranges(c, *scenario)
	}
	return nil
}

func (v *invocation) json(value any) error {
	e := json.NewEncoder(v.out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(value)
}

// schema prints the form of a plan document, for programs and editors that write
// one.
func schema(v *invocation, args []string) error {
	_, err := v.only(0, flag.NewFlagSet("schema", flag.ContinueOnError), args)
	if err == nil {
		_, err = v.out.Write(plan.Schema())
	}
	return err
}
