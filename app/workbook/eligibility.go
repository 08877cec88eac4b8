package workbook

import (
	"fmt"
	"unicode/utf8"

	"outrigger/model/funding"
	"outrigger/model/plan"
	"outrigger/model/rows"
)

// eligibility is the sheet of the rules of the package that the plan aims at: what each
// asks, how the plan stands, and whether the rule itself is confirmed. Where figures
// decide, the answer is live.
func (b *book) eligibility() *sheet {
	s := b.newSheet("eligibility")
	for _, head := range []string{"rule", "asks", "mark", "stands", "answer", "confirmed", "source"} {
		s.heads = append(s.heads, b.say("workbook.head."+head))
	}
	s.widths = []float64{26, 42, 7.5, 12, 48, 13, 28}
	s.figures, s.until = colOnce, colOnce
	number := b.Case.ChosenPackage()
	p := b.plan.Project.Packages[number-1]
	s.heading(b.Words.Say("workbook.eligibility.of", map[string]string{"package": b.Words.PackageName(p), "day": b.Words.DateText(b.Date)}))
	start, end, months := funding.Span(b.plan)
	s.text(as(label, b.say("workbook.eligibility.span")), as(label, b.Words.Say("workbook.eligibility.from_to", map[string]string{
		"start": b.Words.DateText(start), "end": b.Words.DateText(end), "months": itoa(months),
	})))
	s.text(as(label, b.say("workbook.cover.status")), as(label, b.status()))
	s.heading(b.say("workbook.eligibility.rules"))
	first := s.next()
	for _, v := range b.Case.Judged(b.Scenario, number, b.Facts.Applicant(b.plan.Post.Country), b.Date) {
		b.verdictLine(s, v)
	}
	last := s.last()
	b.application(s, p)
	s.heading(b.say("workbook.eligibility.notes"))
	s.prose(plain, b.say("workbook.eligibility.unconfirmed"), 150)
	s.prose(plain, b.say("workbook.eligibility.switched"), 150)
	s.decor = func(s *sheet) {
		b.paintWords(s, fmt.Sprintf("%s:%s", cellName(colOnce, first), cellName(colOnce, last)), b.say("funding.state.met"), b.say("funding.state.unmet"))
		b.paintWords(s, fmt.Sprintf("%s:%s", cellName(colOnce+2, first), cellName(colOnce+2, last)), b.say("funding.confirmed"), b.say("funding.unconfirmed"))
	}
	return s
}

// application is what has to be handed in: the sections with their texts, and whether each
// document is at hand.
func (b *book) application(s *sheet, p plan.Package) {
	if len(p.Sections) > 0 {
		s.heading(b.say("workbook.eligibility.sections"))
	}
	for _, one := range p.Sections {
		text := plan.SectionOf(b.plan, one.ID)
		n := utf8.RuneCountInString(text)
		state, args := "filled", map[string]string{"n": itoa(n), "limit": itoa(one.Limit)}
		switch {
		case one.Over(text) > 0:
			state = "too_long"
		case n == 0:
			state = "empty"
		}
		length := b.Words.Say("workbook.eligibility.length", args)
		if one.Limit > 0 {
			length = b.Words.Say("workbook.eligibility.length_of", args)
		}
		s.text(as(result, b.Words.PackageSection(one)), as(label, length), blank(small), as(status, b.say("workbook.section."+state)))
		if n > 0 {
			s.prose(plain, text, 150)
		}
	}
	if len(p.Documents) > 0 {
		s.heading(b.say("workbook.packages.documents"))
	}
	for _, one := range p.Documents {
		said := b.say("workbook.paper.missing")
		if plan.AtHand(b.plan, p.ID, one.ID) {
			said = b.say("workbook.paper.at_hand")
		}
		s.text(as(label, b.Words.PackageDocument(one)), blank(label), blank(small), as(status, said))
	}
}

func (b *book) verdictLine(s *sheet, v funding.Verdict) {
	confirmed := b.say("funding.unconfirmed")
	if v.Rule.Confirmed {
		confirmed = b.say("funding.confirmed")
	}
	s.add(line{write: func(f formulas, _ int) []cell {
		state := as(status, b.say("funding.state."+string(v.State)))
		if v.Left != "" {
			said := funding.Met // as the reading has it, whichever package it shows
			if left, _ := b.state.Single(v.Left); left.IsNeg() {
				said = funding.Unmet
			}
			state = told(status, fmt.Sprintf(`IF(ROUND(%s,%s)>=0,"%s","%s")`, f.at(v.Left), f.at(rows.Places(b.currency("donor"))),
				b.say("funding.state.met"), b.say("funding.state.unmet")), b.say("funding.state."+string(said)))
		}
		return []cell{
			as(label, b.say("funding.rule."+v.Rule.Kind)), wrapped(label, b.Words.RuleAsks(v.Rule)), blank(small), state,
			wrapped(label, b.Words.Verdict(v, b.currency("donor"))), as(status, confirmed), wrapped(small, b.packageSource(v.Rule.Source)),
		}
	}})
}

// packageSource names where a rule was read.
func (b *book) packageSource(id string) string {
	if s, known := b.Packages.Source(id); known {
		return s.Title + " · " + s.Publisher
	}
	return id
}
