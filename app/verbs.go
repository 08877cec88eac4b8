package main

import (
	"errors"
	"flag"
	"fmt"
	"io"

	"outrigger/app/words"
	"outrigger/datasets"
)

// version is set by the build program.
var version = "development"

// Exit codes, as people expect them.
const (
	exitDone  = 0
	exitFault = 1 // the plan or file has a fault
	exitUsage = 2 // the command was not understood
)

// verb is one thing the program does without a window. What its flags mean is
// told by the words verb.flag.<name>, or verb.flag.<verb>.<name> where a flag
// means something else here.
type verb struct {
	name, usage string
	run         func(v *invocation, args []string) error
}

// invocation is one run of a verb.
type invocation struct {
	out, errs io.Writer
	say       words.Reader
	spoken    bool // the reader chose the language; else it is the plan's
	helped    bool // help was asked for and given
	catalogue *words.Catalogue
	facts     *datasets.Data
}

func verbs() []verb {
	return []verb{
		{"new", "new PLAN --country ISO3 [--name TEXT] [--first YEAR] [--actual YEAR] [--last YEAR] [--donor CURRENCY] [--language L]", newPlan},
		{"check", "check PLAN [--language L]", check},
		{"figures", "figures PLAN [--json] [--ranges] [--scenario ID] [--language L]", figures},
		{"collect", "collect PLAN -o FILE.xlsx [--language L]", collect},
		{"intake", "intake PLAN FILE [--take WHAT]… [--mapping NAME|FILE] [--accept] [-o OUT]", intakeFile},
		{"measures", "measures PLAN [--add ID,…|all] [--from FILE] [-o FILE] [--language L]", listMeasures},
		{"packages", "packages PLAN [--add ID,…|all] [--from FILE] [--aim ID] [-o FILE] [--language L]", fundingPackages},
		{"optimise", "optimise PLAN [--scenario ID] [--accept] [--json] [--language L]", optimise},
		{"forecast", "forecast FILE [--years N] [--language L]", forecastFile},
		{"accuracy", "accuracy FILE [--last N]", accuracy},
		{"sample", "sample NAME -o FILE", sample},
		{"schema", "schema", schema},
		{"serve", "serve [PLAN] [--port N] [--no-open] [--language L]", serve},
		{"workbook", "workbook PLAN -o FILE.xlsx [--scenario ID] [--date DAY] [--pack PACK]… [--trust KEY]… [--sign KEYS] [--language L]", writeWorkbook},
		{"verify", "verify WORKBOOK [--plan PLAN] [--trust KEY]… [--take all|N,… -o PLAN] [--language L]", verifyWorkbook},
		{"compare", "compare A B [--language L]", comparePlans},
		{"rollup", "rollup FOLDER -o FILE.xlsx [--currency CODE] [--hide-names] [--workbooks FOLDER] [--date DAY] [--language L]", rollup},
		{"workshop", "workshop -o FILE.xlsx [--language L]", workshop},
		{"contribute", "contribute PLAN --to KEY -o FILE [--yes] [--language L]", contribute},
		{"keys", "keys new KEYS | public KEYS -o KEY | rotate KEYS", keys},
		{"pool", "pool FOLDER --keys KEYS -o PACK [--before PACK]…", poolFolder},
		{"pack", "pack verify PACK [--trust KEY]… | table FILE.csv --keys KEYS -o PACK", pack},
		{"version", "version", tellVersion},
	}
}

func tellVersion(v *invocation, args []string) error {
	_, err := v.only(0, flag.NewFlagSet("version", flag.ContinueOnError), args)
	if err == nil {
		fmt.Fprintln(v.out, "outrigger", version)
	}
	return err
}

// errUsage and errRefused settle the exit code; what was wrong is already said.
var (
	errUsage   = errors.New("usage")
	errRefused = errors.New("refused")
)

func run(args []string, out, errs io.Writer) int {
	facts, err := datasets.Load()
	if err != nil {
		fmt.Fprintln(errs, err)
		return exitFault
	}
	catalogue, err := words.LoadWith(facts.Countries)
	if err != nil {
		fmt.Fprintln(errs, err)
		return exitFault
	}
	v := &invocation{out: out, errs: errs, catalogue: catalogue, facts: facts, say: catalogue.In("en")}
	if len(args) == 0 {
		v.overview(errs)
		return exitUsage
	}
	if isHelp(args[0]) {
		return v.help(args[1:])
	}
	if known, ok := verbNamed(args[0]); ok {
		return v.code(known, known.run(v, args[1:]))
	}
	fmt.Fprintln(errs, v.fault("verb", "name", args[0]))
	v.overview(errs)
	return exitUsage
}

func verbNamed(name string) (verb, bool) {
	for _, known := range verbs() {
		if known.name == name {
			return known, true
		}
	}
	return verb{}, false
}

// code turns what a verb ended with into the exit code, and says what was wrong
// if that is not said yet.
func (v *invocation) code(known verb, err error) int {
	switch {
	case err == nil, v.helped:
		return exitDone
	case errors.Is(err, errUsage):
		fmt.Fprintf(v.errs, "%s\n  outrigger %s\n%s\n", v.say.Say("verb.usage", nil), known.usage,
			v.say.Say("verb.more", map[string]string{"verb": known.name}))
		return exitUsage
	case !errors.Is(err, errRefused):
		fmt.Fprintln(v.errs, err)
	}
	return exitFault
}
