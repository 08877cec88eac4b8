package words

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"outrigger/datasets"
	"outrigger/model/peers"
)

// Group names a group by what its posts or countries have in common; what there are no
// words for, such as a choice by hand, keeps its own.
func (r Reader) Group(g peers.Group) string {
	var names []string
	for _, t := range g {
		name := t.Value
		switch key := datasets.TraitWords(t); {
		case t.Kind == peers.BySize:
			name = r.Say("peers.band", map[string]string{"band": t.Value})
		case key != "" && r.Has(key):
			name = r.Say(key, nil)
		}
		names = append(names, name)
	}
	if len(names) == 0 {
		return r.Say("peers.everybody", nil)
	}
	return strings.Join(names, " · ")
}

// Metric is what a way of comparing posts is called; the level of a practice is called
// as the practice is.
func (r Reader) Metric(id string) string {
	if practice, is := strings.CutPrefix(id, "practice/"); is {
		return r.Practice(practice)
	}
	return r.Say("peers.metric."+id, nil)
}

// Capital begins a text with a capital letter, where the script has any.
func Capital(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[size:]
}
