package review

import (
	"errors"
	"strings"

	"outrigger/app/words"
	"outrigger/app/workbook"
	"outrigger/model/money"
	"outrigger/model/plan"
	"outrigger/model/span"
)

// Teller says in a reader's words what was found of a plan.
type Teller struct {
	Say  words.Reader
	Plan *plan.Plan
}

// Code names the fault of a file that cannot be looked at: the words fault.verb.<code>.
// Empty for another error.
func Code(err error) string {
	for _, c := range []struct {
		code string
		of   error
	}{
		{"review_large", ErrTooLarge},
		{"review_no_workbook", ErrNotWorkbook},
		{"review_no_seal", workbook.ErrNoSeal},
		{"review_broken_seal", workbook.ErrBrokenSeal},
		{"review_plan", ErrPlan},
	} {
		if errors.Is(err, c.of) {
			return c.code
		}
	}
	return ""
}

// Finding says what is not as it was written.
func (t Teller) Finding(f Finding) string {
	return t.Say.Say("verb.verify."+f.Kind, map[string]string{
		"sheet": f.Sheet, "cell": f.Cell, "label": f.Label, "was": Shown(f.Was), "is": Shown(f.Is),
	})
}

// Shown cuts a text that would fill the screen; nothing is a dash.
func Shown(text string) string {
	const most = 80
	if runes := []rune(text); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	if text == "" {
		return "–"
	}
	return text
}

// Effect says what an edit alone does to the ask.
func (t Teller) Effect(e Edit) string {
	switch {
	case e.Entry.Input != "" && !e.Taken:
		return t.Say.Say("verb.verify.not_taken", nil)
	case e.Entry.Input == "":
		return t.Moves(nil)
	}
	return t.Moves(e.Effect)
}

// Moves says by how much the ask moves; nil or nought: not at all.
func (t Teller) Moves(effect *money.Number) string {
	if effect == nil || effect.IsZero() {
		return t.Say.Say("verb.verify.no_effect", nil)
	}
	return t.Say.Say("verb.verify.effect", map[string]string{"amount": t.Signed(*effect)})
}

// Ask says what the ask was and is.
func (t Teller) Ask(r Report) string {
	if r.Before.Equal(r.After) {
		return t.Say.Say("verb.verify.ask_same", map[string]string{"ask": t.Amount(r.Before)})
	}
	return t.Say.Say("verb.verify.ask", map[string]string{"before": t.Amount(r.Before), "after": t.Amount(r.After)})
}

// Amount is an amount in the plan's own currency.
func (t Teller) Amount(n money.Number) string {
	c, _ := money.ByCode(t.Plan.Money.Currency)
	return t.Say.Money(money.Canonical(n), t.Plan.Money.Currency, c.Places)
}

// Signed is an amount by which something moves.
func (t Teller) Signed(n money.Number) string {
	sign := ""
	if n.IsPos() {
		sign = "+"
	}
	if t.Say.RTL() { // the sign keeps its side
		sign = "\u200e" + sign
	}
	return sign + t.Amount(n)
}

// Input names an input, and the year that a figure is of.
func (t Teller) Input(in plan.Input, year span.Year) string {
	text := t.Say.InputName(in, "row.input")
	if year != 0 {
		text += ", " + year.Label(t.Plan.Years.StartMonth)
	}
	return text
}

// Differing tells a difference between two plans, each side by its own names and in its own
// units: the name of the input, and both where they call it otherwise.
func Differing(first, second Teller, d Difference) (name, was, is string) {
	name = first.Input(d.First, d.Year)
	if other := second.Input(d.Input, d.Year); other != name {
		if first.Say.RTL() { // a name in another script keeps to its own place
			other = "\u2067" + other + "\u2069"
		}
		name = first.Say.Say("verb.compare.names", map[string]string{"first": name, "second": other})
	}
	return name, first.Figure(d.First, d.Was), second.Figure(d.Input, d.Is)
}

// Number writes a figure with the digits that it has.
func (t Teller) Number(n *money.Number) string {
	if n == nil {
		return "–"
	}
	_, places, _ := strings.Cut(money.Canonical(*n), ".")
	return t.Say.Number(*n, len(places))
}

// Figure writes a figure of an input as it is typed: a share in per cent.
func (t Teller) Figure(in plan.Input, n *money.Number) string {
	if n != nil && (in.Kind == plan.Share || in.Kind == plan.Growth) {
		return t.Say.Percent(*n, -1)
	}
	return t.Number(n)
}

// Edited names what an edit changes, and what stood there and stands there now, as the
// reader writes it. What is no figure of the plan is called as its line of the sheet is.
func (t Teller) Edited(e Edit) (name, was, is string) {
	name, was, is = e.Label, Shown(e.Was), Shown(e.Is)
	id := e.Entry.Input
	if _, of, end := rangeEnd(id); end {
		id = of
	}
	for _, in := range plan.Inputs(t.Plan) {
		if in.ID != id {
			continue
		}
		if id == e.Entry.Input {
			name = t.Input(in, e.Entry.Year)
		}
		for _, s := range t.Plan.Scenarios {
			if s.ID == e.Entry.Scenario {
				name += ", " + s.Name
			}
		}
		if n, ok := numberOf(e.Was); ok {
			was = t.Figure(in, &n)
		}
		if e.Number != nil {
			is = t.Figure(in, e.Number)
		}
	}
	return name, was, is
}

// Has tells whether a plan says already what an edit would make it say.
func Has(p *plan.Plan, e Edit) bool {
	next := plan.Clone(p)
	return Take(next, e) && plan.Equal(next, p)
}

// PlanOf reads a plan, or that of a workbook with its changed inputs taken in. What is wrong
// with a plan is told by its findings (plan.Refused); other errors are those of Verify.
func (v Verifier) PlanOf(data []byte) (*plan.Plan, []plan.Finding, error) {
	if strings.HasPrefix(string(data), "PK") {
		r, err := v.Verify(data)
		return r.Changed, nil, err
	}
	p, findings := plan.Parse(data)
	return p, findings, nil
}
