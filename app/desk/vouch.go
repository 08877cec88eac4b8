package desk

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"outrigger/model/plan"
)

// Vouch says how an input is known. In a scenario that overrides the input it
// speaks of the override, else of the figure of the base case, which is the one
// shown.
func (d *Desk) Vouch(r EvidenceRequest) (View, error) {
	return d.change("Vouch", Reading{Language: r.Language, Scenario: r.Scenario}, func(p *plan.Plan) error {
		in, known := ledgerOf(p).of[r.Input]
		switch {
		case !known:
			return d.fault(r.Language, "no_input", nil)
		case r.Grade != "" && !slices.Contains(plan.Grades, plan.Grade(r.Grade)):
			return d.fault(r.Language, "choice", map[string]string{"text": r.Grade})
		case r.Year != 0 && (r.Year < plan.MinYear || r.Year > plan.MaxYear):
			return d.fault(r.Language, "year", map[string]string{"text": strconv.Itoa(r.Year)})
		}
		f := in.Figure
		if over := overrideOf(p, r.Scenario, r.Input); over != nil {
			f = &over.Figure
		}
		for _, text := range []string{r.Source, r.Note, r.Owner} {
			if utf8.RuneCountInString(text) > plan.MaxText {
				return d.fault(r.Language, "text_long", nil)
			}
		}
		f.Grade, f.Year = plan.Grade(r.Grade), r.Year
		f.Source, f.Note, f.Owner = d.source(p, f.Source, r.Source), strings.TrimSpace(clean(r.Note, true)), strings.TrimSpace(clean(r.Owner, false))
		return nil
	})
}

// overrideOf finds what a scenario says of an input, nil if nothing.
func overrideOf(p *plan.Plan, scenario, input string) *plan.Override {
	s := item(p.Scenarios, scenario, scenarioID)
	if s == nil {
		return nil
	}
	return item(s.Overrides, input, func(o *plan.Override) string { return o.Input })
}

// source keeps the id of a source that was named by its title.
func (d *Desk) source(p *plan.Plan, before, typed string) string {
	text := strings.TrimSpace(clean(typed, false))
	if text == titled(p, d.setup.Facts, before) {
		return before
	}
	for _, s := range p.Sources {
		if s.ID == text || strings.EqualFold(s.Title, text) {
			return s.ID
		}
	}
	return text
}
