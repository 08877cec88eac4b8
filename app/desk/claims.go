package desk

import (
	"strings"

	"outrigger/model/chain"
	"outrigger/model/plan"
)

// claims are the sentences that make the case, and the places of their wordings. None
// while the plan cannot be calculated.
func (w pager) claims() []Claim {
	all := []Claim{}
	if w.state == nil {
		return all
	}
	for _, t := range w.calced.Sentences() {
		draft := w.say.Sentence(t, w.state, w.plan.Years.StartMonth)
		c := Claim{
			ID: t.ID, Label: w.word("desk.claim." + t.ID), Place: "wordings/" + t.ID + "/" + w.say.Lang(),
			Text: draft, Draft: draft, Limit: plan.MaxWording, Note: w.word("desk.claim.drafted"), Figures: []ClaimFigure{},
		}
		worded := plan.Worded(w.plan, t.ID, w.say.Lang())
		if worded != nil {
			c.Text, c.Edited, c.Moved = worded.Text, true, len(t.Moved(w.state, *worded)) > 0
			c.Note = w.word("desk.claim.edited")
			if c.Moved {
				c.Note = w.word("desk.claim.moved")
			}
		} else if in := w.say.WordedIn(w.plan, t.ID); len(in) > 0 {
			c.Note = w.say.Say("desk.claim.elsewhere", map[string]string{"languages": strings.Join(in, ", ")})
		}
		for _, q := range t.Quotes {
			if q.Row != "" {
				c.Figures = append(c.Figures, w.quoted(q, worded))
			}
		}
		all = append(all, c)
	}
	return all
}

// quoted is a figure of a sentence, to ask why it is what it is; and what it was when the
// sentence was worded, where it has moved since.
func (w pager) quoted(q chain.Quote, worded *plan.Wording) ClaimFigure {
	row := w.row(q.Row)
	at := func(told string) string {
		if text := w.say.Quote(q, told, w.plan.Years.StartMonth); text != "" {
			return strings.TrimSpace(text + " " + q.Currency)
		}
		return "–"
	}
	f := ClaimFigure{Label: w.called(row), Value: at(q.Told(w.state)), Row: string(q.Row), Year: int(q.Year)}
	if q.Year != 0 {
		f.Label = w.say.Of(f.Label, w.label(q.Year))
	}
	if worded != nil && q.Was(*worded) != q.Told(w.state) {
		f.Was = at(q.Was(*worded))
	}
	return f
}

// wording is a sentence of the case as the post words it in a language. Left empty, or
// just as it is drafted, it goes back to the draft.
func (s slots) wording(id, language string) (slot, bool) {
	if s.calced == nil || language != s.say.Lang() {
		return slot{}, false
	}
	state := s.calced.State(s.scenario)
	for _, t := range s.calced.Sentences() {
		if t.ID != id || state == nil {
			continue
		}
		draft := s.say.Sentence(t, state, s.plan.Years.StartMonth)
		at := slot{kind: "text", text: draft, blank: true, put: func(text string) {
			if text == draft {
				text = ""
			}
			plan.Word(s.plan, t.Wording(state, language, text))
		}}
		if w := plan.Worded(s.plan, id, language); w != nil {
			at.text = w.Text
		}
		return at, true
	}
	return slot{}, false
}
