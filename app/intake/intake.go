// Package intake brings a post's own figures in: workbooks, separated text and
// pasted blocks, as messy as they come.
//
// The way of a figure has four steps, and nothing reaches the plan before the
// last one is accepted:
//
//	file, err := intake.Open("budget.xlsx", r)      // what stands in the cells
//	maps := intake.Propose(file)                    // which tables there are, and how to read them
//	view := intake.PreviewOf(file, maps[0])         // what was read, what was skipped and why
//	changed, changes, err := intake.Apply(p, view)  // a changed copy of the plan
//
// A Mapping is plain JSON. It is kept in the plan (plan.Mapping.Spec), so that
// next year's file of the same kind needs no second thought.
//
// Nothing is guessed in silence. A number that can be read two ways, a year
// that contradicts itself, a total that does not tie, a scale the file claims
// ("in thousands") and a formula without a stored value are all reported with
// the cell they stand in; a scale is used only when the reader has accepted it.
//
// Collect and ReadCollected are the other way in: a fill-in workbook written for
// one plan, which is read back without any mapping.
//
// Limits: one file of at most MaxBytes, a million cells, and what a spreadsheet
// shows; macros, links, pivot caches and pictures are never opened.
package intake

import (
	"maps"
	"slices"
	"strings"
)

// Fault is a reason why a file, a cell or a mapping cannot be used. Its
// sentence is the word fault.intake.<Code>, its remedy the same with .remedy.
type Fault struct {
	Code  string
	Place string // file, sheet and cell, as the reader finds them
	Args  map[string]string
}

func (f *Fault) Error() string {
	var b strings.Builder
	b.WriteString("intake: ")
	if f.Place != "" {
		b.WriteString(f.Place + ": ")
	}
	b.WriteString(strings.ReplaceAll(f.Code, "_", " "))
	for _, k := range slices.Sorted(maps.Keys(f.Args)) {
		b.WriteString(" " + k + "=" + f.Args[k])
	}
	return b.String()
}

// Words says sentences in the reader's language; a catalogue of app/words is one.
type Words interface {
	Say(key string, args map[string]string) string
}

// Sentence tells a fault and its remedy in the reader's language.
func (f *Fault) Sentence(w Words) string {
	args := maps.Clone(f.Args)
	if args == nil {
		args = map[string]string{}
	}
	args["place"] = f.Place
	return w.Say("fault.intake."+f.Code, args) + " " + w.Say("fault.intake."+f.Code+".remedy", args)
}

// Note is something the reader should know before accepting: its sentence is
// the word intake.note.<Code>.
type Note struct {
	Code  string            `json:"code"`
	Place string            `json:"place"`
	Args  map[string]string `json:"args"`
}

// Sentence tells a note in the reader's language.
func (n Note) Sentence(w Words) string {
	args := maps.Clone(n.Args)
	if args == nil {
		args = map[string]string{}
	}
	args["place"] = n.Place
	return w.Say("intake.note."+n.Code, args)
}

func fault(code, place string, pairs ...string) *Fault {
	return &Fault{Code: code, Place: place, Args: pairsOf(pairs)}
}

func note(code, place string, pairs ...string) Note {
	return Note{Code: code, Place: place, Args: pairsOf(pairs)}
}

func pairsOf(pairs []string) map[string]string {
	m := make(map[string]string, len(pairs)/2)
	for i := 0; i+1 < len(pairs); i += 2 {
		m[pairs[i]] = pairs[i+1]
	}
	return m
}
