package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"outrigger/app/words"
	"outrigger/datasets"
	"outrigger/model/chain"
	"outrigger/model/plan"
)

// version is set by the build program.
var version = "development"

// Exit codes, as people expect them.
const (
	exitDone  = 0
	exitFault = 1 // the plan or file has a fault
	exitUsage = 2 // the command was not understood
)

type verb struct {
	name, usage string
	run         func(v *invocation, args []string) error
}

// invocation is one run of a verb.
type invocation struct {
	out, errs io.Writer
	say       words.Reader
	catalogue *words.Catalogue
	facts     *datasets.Data
}

func verbs() []verb {
	return []verb{
		{"check", "check PLAN [--language en|fr|es|pt|ar]", check},
		{"figures", "figures PLAN [--json] [--language L] [--scenario ID]", figures},
		{"sample", "sample NAME -o FILE", sample},
		{"serve", "serve [PLAN] [--port N] [--no-open] [--language L]", serve},
		{"version", "version", func(v *invocation, _ []string) error { fmt.Fprintln(v.out, "outrigger", version); return nil }},
	}
}

// errUsage and errRefused settle the exit code; what was wrong is already said.
var (
	errUsage   = errors.New("usage")
	errRefused = errors.New("refused")
)

func run(args []string, out, errs io.Writer) int {
	catalogue, err := words.Load()
	if err != nil {
		fmt.Fprintln(errs, err)
		return exitFault
	}
	facts, err := datasets.Load()
	if err != nil {
		fmt.Fprintln(errs, err)
		return exitFault
	}
	v := &invocation{out: out, errs: errs, catalogue: catalogue, facts: facts, say: catalogue.In("en")}
	if len(args) > 0 {
		for _, known := range verbs() {
			if known.name == args[0] {
				return v.code(known, known.run(v, args[1:]))
			}
		}
	}
	v.help()
	if len(args) > 0 && (args[0] == "help" || args[0] == "--help" || args[0] == "-h") {
		return exitDone
	}
	return exitUsage
}

func (v *invocation) help() {
	fmt.Fprintln(v.errs, v.say.Say("verb.usage", nil))
	for _, known := range verbs() {
		fmt.Fprintf(v.errs, "  outrigger %s\n      %s\n", known.usage, v.say.Say("verb."+known.name, nil))
	}
}

func (v *invocation) code(known verb, err error) int {
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errUsage):
		fmt.Fprintf(v.errs, "%s\n  outrigger %s\n", v.say.Say("verb.usage", nil), known.usage)
		return exitUsage
	case !errors.Is(err, errRefused):
		fmt.Fprintln(v.errs, err)
	}
	return exitFault
}

// parse reads flags wherever they stand and returns what is left.
func (v *invocation) parse(flags *flag.FlagSet, args []string) ([]string, error) {
	flags.SetOutput(io.Discard)
	language := flags.String("language", "", "")
	var rest []string
	for len(args) > 0 {
		if err := flags.Parse(args); err != nil {
			return nil, errUsage
		}
		if flags.NArg() == 0 {
			break
		}
		rest, args = append(rest, flags.Arg(0)), flags.Args()[1:]
	}
	if *language != "" {
		v.say = v.catalogue.In(*language)
	}
	return rest, nil
}

// open reads a plan and builds its case, telling every finding.
func (v *invocation) open(path string) (*chain.Case, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	p, findings := plan.Parse(data)
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

// tell writes a finding: place, sentence and remedy where the catalogue has them,
// else its code with what it names.
func (v *invocation) tell(path string, f plan.Finding) {
	sentence := f.Error()
	if key := "fault." + f.Code; v.say.Has(key) {
		sentence = v.say.Say(key, f.Args) + " " + v.say.Say(key+".remedy", f.Args)
	}
	fmt.Fprintf(v.errs, "%s: %s: %s\n", path, f.Place, sentence)
}

func check(v *invocation, args []string) error {
	rest, err := v.parse(flag.NewFlagSet("check", flag.ContinueOnError), args)
	if err != nil || len(rest) != 1 {
		return errUsage
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
	rest, err := v.parse(flags, args)
	if err != nil || len(rest) != 1 || *to == "" {
		return errUsage
	}
	data, err := datasets.Sample(rest[0])
	if err != nil {
		return fmt.Errorf("%s", v.say.Say("fault.verb.sample", map[string]string{"name": rest[0], "names": strings.Join(datasets.SampleNames(), ", ")}))
	}
	return os.WriteFile(*to, data, 0o644)
}

func figures(v *invocation, args []string) error {
	flags := flag.NewFlagSet("figures", flag.ContinueOnError)
	asJSON := flags.Bool("json", false, "")
	scenario := flags.String("scenario", "", "")
	rest, err := v.parse(flags, args)
	if err != nil || len(rest) != 1 {
		return errUsage
	}
	c, err := v.open(rest[0])
	if err != nil {
		return err
	}
	if c.State(*scenario) == nil {
		return fmt.Errorf("%s", v.say.Say("fault.verb.scenario", map[string]string{"name": *scenario}))
	}
	if *asJSON {
		e := json.NewEncoder(v.out)
		e.SetIndent("", "  ")
		return e.Encode(everyFigure(c, *scenario))
	}
	v.headlines(c, *scenario)
	return nil
}
