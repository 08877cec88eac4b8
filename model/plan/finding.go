package plan

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Finding is one thing that is wrong with a plan, or worth knowing. The reader's
// sentence is the word "fault.<Code>" with Args, the remedy "fault.<Code>.remedy".
type Finding struct {
	Code    string            // plan.missing, plan.range, …
	Place   string            // line of the file, or the input's id: "roles/analyst/staff"
	Args    map[string]string // what the sentences name
	Warning bool              // the plan still calculates
}

// Error makes a finding usable as an error; the sentence is for logs, readers get
// the words.
func (f Finding) Error() string {
	var args []string
	for _, k := range slices.Sorted(maps.Keys(f.Args)) {
		args = append(args, k+" "+f.Args[k])
	}
	return fmt.Sprintf("plan: %s: %s (%s)", f.Place, f.Code, strings.Join(args, ", "))
}

// Refused reports whether any finding is more than a warning.
func Refused(findings []Finding) bool {
	return slices.ContainsFunc(findings, func(f Finding) bool { return !f.Warning })
}

// findings collects without stopping at the first.
type findings []Finding

func (fs *findings) add(code, place string, args ...string) {
	*fs = append(*fs, Finding{Code: "plan." + code, Place: place, Args: pairs(args)})
}

func (fs *findings) warn(code, place string, args ...string) {
	*fs = append(*fs, Finding{Code: "plan." + code, Place: place, Args: pairs(args), Warning: true})
}

func pairs(args []string) map[string]string {
	m := map[string]string{}
	for i := 0; i+1 < len(args); i += 2 {
		m[args[i]] = args[i+1]
	}
	return m
}
