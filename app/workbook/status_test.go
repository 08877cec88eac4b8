package workbook_test

import (
	"strings"
	"testing"

	"outrigger/app/words"
	"outrigger/datasets"
	"outrigger/model/plan"
)

// Where nobody can say whether a graduation that was set for a day gone by took place, cover
// and eligibility tell until when the facts were gathered and what to do, in every language;
// of a country whose day is yet to come they do not.
func TestAnUnsettledStatusSaysUntilWhenItWasGathered(t *testing.T) {
	k := open(t)
	for country, told := range map[string]bool{"BGD": true, "LAO": true, "NPL": true, "SLB": false} {
		c := k.with(t, "vanuatu", func(p *plan.Plan) {
			p.Post.Country = country
			one := p.Project.Chosen()
			one.Rules = append(one.Rules, plan.Rule{ID: "ldc-only", Kind: "status", Any: []string{"ldc"}})
		})
		for _, l := range words.Languages() {
			if l != "en" && country != "BGD" {
				continue
			}
			in := k.request(c, l, "")
			in.Date = "2026-11-29"
			day := in.Words.DateText(datasets.StatusesGathered)
			for _, s := range unzip(t, written(t, in)).sheets() {
				if s.name != in.Words.Say("workbook.sheet.cover", nil) && s.name != in.Words.Say("workbook.sheet.eligibility", nil) {
					continue
				}
				var all strings.Builder
				for _, c := range s.cells {
					all.WriteString(c.value + " ")
				}
				if said := strings.Contains(all.String(), day); said != told {
					t.Errorf("%s, %s, %s: says the day %s: %v", country, l, s.name, day, said)
				}
			}
		}
	}
}
