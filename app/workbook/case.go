package workbook

import (
	"fmt"
	"strconv"

	"outrigger/model/calc"
	"outrigger/model/chain"
	"outrigger/model/money"
	"outrigger/model/plan"
	"outrigger/model/rows"
)

// leadWidth is how many characters of a sentence of the case fit in a line of the cover.
const leadWidth = 118

// sentences are those that make the case. A drafted one is live; one that the post words
// itself stands as it is worded, with a live note whether its figures have moved since,
// and the draft under it.
func (b *book) sentences(s *sheet) {
	for i, t := range b.Case.Sentences() {
		worded := plan.Worded(b.plan, t.ID, b.Words.Lang())
		if worded == nil {
			s.add(line{anchor: caseLine(i, 0), height: 20, write: func(f formulas, _ int) []cell { return []cell{b.drafted(f, lead, t)} }})
			continue
		}
		for n, text := range fold(worded.Text, leadWidth) {
			s.add(line{anchor: caseLine(i, n), height: 18, write: func(formulas, int) []cell { return []cell{as(lead, text)} }})
		}
		s.add(line{write: func(f formulas, _ int) []cell { return []cell{b.wordedNote(f, t, *worded)} }})
		s.add(line{height: 20, write: func(f formulas, _ int) []cell {
			said := b.drafted(f, subtitle, t)
			said.formula = fmt.Sprintf(`"%s "&(%s)`, b.say("workbook.case.draft"), said.formula)
			said.text = b.say("workbook.case.draft") + " " + said.text
			return []cell{said}
		}})
	}
	s.add(line{height: 20, write: func(f formulas, _ int) []cell {
		return []cell{b.sentence(plain, "workbook.case.placeholders", map[string]part{"share": b.percent(f, b.Case.PlaceholderShare)})}
	}})
	s.add(line{height: 20, write: func(formulas, int) []cell { return []cell{b.surely()} }})
}

// caseLine names a line of a sentence; the brief tells the lines called "case" again.
func caseLine(sentence, line int) string { return fmt.Sprintf("case %d.%d", sentence+1, line) }

// drafted is a sentence of the case as its figures give it.
func (b *book) drafted(f formulas, r role, t chain.Sentence) cell {
	parts, none := map[string]part{}, ""
	for _, q := range t.Quotes {
		parts[q.Name] = b.quote(f, q)
		if q.Fiscal {
			none = f.at(q.Row) + "=0"
		}
	}
	said := told(r, b.joined("workbook.case."+t.ID, parts), b.Words.Sentence(t, b.state, b.plan.Years.StartMonth))
	if none != "" {
		said.formula = "IF(" + none + "," + b.joined("workbook.case.enough", parts) + "," + said.formula + ")"
	}
	return said
}

// quote is a figure of a sentence as a formula writes it.
func (b *book) quote(f formulas, q chain.Quote) part {
	switch {
	case q.Row == "":
		return word(b.Words.Quote(q, q.Told(b.state), b.plan.Years.StartMonth))
	case q.Fiscal:
		return b.yearOf(f, q.Row)
	case q.Currency != "":
		return b.amount(f, q.Row, q.Currency)
	}
	return b.inYear(f, q.Row, q.Year, q.Places)
}

// wordedNote says that the post words a sentence itself, and whether the figures are still
// those it was worded by.
func (b *book) wordedNote(f formulas, t chain.Sentence, w plan.Wording) cell {
	same, moved := b.say("workbook.case.worded"), b.say("workbook.case.moved")
	said := same
	if len(t.Moved(b.state, w)) > 0 {
		said = moved
	}
	first := f.anchored("worded "+t.ID, colOnce)
	area := first + ":" + last(f.anchored("worded "+t.ID+" end", colOnce))
	return told(warning, fmt.Sprintf(`IF(COUNTIF(%s,"%s")=0,"%s","%s")`, area, b.say("workbook.checks.changed"), same, moved), said)
}

// wordedChecks set the figures of the sentences that the post words itself beside those
// they were worded by. That one has moved is no fault of the workbook; the cover says so.
func (b *book) wordedChecks(s *sheet) {
	begun := false
	for _, t := range b.Case.Sentences() {
		w := plan.Worded(b.plan, t.ID, b.Words.Lang())
		if w == nil {
			continue
		}
		if !begun {
			s.heading(b.say("workbook.checks.worded"))
			begun = true
		}
		var figures []chain.Quote
		for _, q := range t.Quotes {
			if q.Row != "" {
				figures = append(figures, q)
			}
		}
		for i, q := range figures {
			b.wordedCheck(s, q, q.Was(*w))
			if i == 0 {
				s.lines[len(s.lines)-1].anchor = "worded " + t.ID
			}
			if i == len(figures)-1 {
				s.lines[len(s.lines)-1].anchor = "worded " + t.ID + " end"
			}
		}
	}
}

func (b *book) wordedCheck(s *sheet, q chain.Quote, was string) {
	r := b.model.Row(q.Row)
	text := b.Words.Called(r, b.model.Row)
	if q.Year != 0 {
		text += ", " + q.Year.Label(b.plan.Years.StartMonth)
	}
	before, err := money.Parse(was)
	s.add(line{write: func(f formulas, n int) []cell {
		ref, places := f.at(q.Row), strconv.Itoa(q.Places)
		if q.Year != 0 {
			ref = f.inYear(q.Row, q.Year)
		}
		if q.Currency != "" {
			places = f.at(rows.Places(q.Currency))
		}
		number, _ := q.Read(b.state)
		now := money.Round(number, q.Places)
		apart := less(now, before)
		said, stood := b.say("workbook.checks.same"), figure(fixed, numbers(r), before)
		if err != nil { // the wording does not say
			stood = blank(fixed)
		}
		if !apart.IsZero() {
			said = b.say("workbook.checks.changed")
		}
		return []cell{
			as(label, text), as(small, b.unit(r)), blank(small),
			told(status, b.verdict(n, "workbook.checks.same", "workbook.checks.changed"), said),
			computed(carried, wordedFormat(r, q), "ROUND("+ref+","+places+")", now), stood,
			computed(formula, numbers(r), cellName(colLeft, n)+"-"+cellName(colRight, n), apart),
			figure(fixed, "0.#########", mustNumber("0.000000001")),
		}
	}})
}

// wordedFormat shows a figure as it is told.
func wordedFormat(r *calc.Row, q chain.Quote) string {
	if q.Fiscal {
		return "0"
	}
	return numbers(r)
}
