package main

import (
	"flag"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"

	"outrigger/app/words"
)

func isHelp(arg string) bool { return slices.Contains([]string{"help", "--help", "-help", "-h"}, arg) }

// help answers "outrigger help", "outrigger help VERB" and the same with a
// language.
func (v *invocation) help(args []string) int {
	rest, err := v.parse(flag.NewFlagSet("help", flag.ContinueOnError), args)
	if err != nil || len(rest) == 0 {
		v.overview(v.out)
		return exitDone
	}
	known, ok := verbNamed(rest[0])
	if !ok {
		fmt.Fprintln(v.errs, v.fault("verb", "name", rest[0]))
		v.overview(v.errs)
		return exitUsage
	}
	// The verb itself knows its flags.
	return v.code(known, known.run(v, []string{"--help", "--language", v.say.Lang()}))
}

func (v *invocation) overview(to io.Writer) {
	fmt.Fprintln(to, v.say.Say("verb.usage", nil))
	for _, known := range verbs() {
		fmt.Fprintf(to, "  outrigger %s\n      %s\n", known.usage, v.say.Say("verb."+known.name, nil))
	}
	fmt.Fprintln(to, v.say.Say("verb.more", map[string]string{"verb": "VERB"}))
}

// explain tells what a verb does and what each of its flags means.
func (v *invocation) explain(flags *flag.FlagSet) {
	known, _ := verbNamed(flags.Name())
	fmt.Fprintf(v.out, "%s\n  outrigger %s\n\n", v.say.Say("verb.usage", nil), known.usage)
	long := "verb.help." + flags.Name()
	if !v.say.Has(long) {
		long = "verb." + flags.Name()
	}
	fmt.Fprintln(v.out, v.say.Say(long, nil))
	fmt.Fprintln(v.out)
	flags.VisitAll(func(f *flag.Flag) {
		if isHelp(f.Name) || f.Name == "h" {
			return
		}
		key := "verb.flag." + flags.Name() + "." + f.Name
		if !v.say.Has(key) {
			key = "verb.flag." + f.Name
		}
		fmt.Fprintf(v.out, "  %s\n      %s\n", dashed(f.Name), v.say.Say(key, nil))
	})
}

// dashed writes a flag as people type it: -o, --json.
func dashed(name string) string {
	if len(name) > 1 {
		return "--" + name
	}
	return "-" + name
}

var flagName = regexp.MustCompile(`-([\w-]+)`)

// flagIn finds the flag that an error of the flag package speaks of: the last
// word with a dash.
func flagIn(err error) string {
	found := flagName.FindAllStringSubmatch(err.Error(), -1)
	if len(found) == 0 {
		return "-"
	}
	return dashed(strings.TrimLeft(found[len(found)-1][1], "-"))
}

// parse reads flags wherever they stand and returns what is left. Every verb
// knows --language and --help.
func (v *invocation) parse(flags *flag.FlagSet, args []string) ([]string, error) {
	flags.SetOutput(io.Discard)
	language := flags.String("language", "", "")
	helped := flags.Bool("help", false, "")
	flags.BoolVar(helped, "h", false, "")
	var rest []string
	for len(args) > 0 {
		if err := flags.Parse(args); err != nil {
			fmt.Fprintln(v.errs, v.fault("flag", "flag", flagIn(err), "verb", flags.Name()))
			return nil, errUsage
		}
		if flags.NArg() == 0 {
			break
		}
		rest, args = append(rest, flags.Arg(0)), flags.Args()[1:]
	}
	if *language != "" {
		code, _, _ := strings.Cut(strings.ReplaceAll(strings.ToLower(*language), "_", "-"), "-")
		if !slices.Contains(words.Languages(), code) {
			fmt.Fprintln(v.errs, v.fault("language", "name", *language, "names", strings.Join(words.Languages(), ", ")))
			return nil, errUsage
		}
		v.say, v.spoken = v.catalogue.In(code), true
	}
	if *helped {
		v.explain(flags)
		v.helped = true
		return nil, errUsage
	}
	return rest, nil
}
