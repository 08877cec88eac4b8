package desk

import (
	"encoding/base64"
	"path/filepath"

	"outrigger/app/review"
	"outrigger/model/money"
	"outrigger/model/plan"
)

// beside is one of two plans that are compared.
type beside struct {
	name string
	plan *plan.Plan
}

// ContrastDialog asks for a plan or workbook to compare with.
func (d *Desk) ContrastDialog(r ContrastRequest) (ContrastView, error) {
	return guard(d, "ContrastDialog", r.Language, func() (ContrastView, error) {
		name, data, err := d.returned(r.Language, "*.xlsx;*.outrigger")
		if err != nil {
			return noContrast(), err
		}
		if data == nil {
			return d.contrasted(r)
		}
		return d.setBeside(r, name, data)
	})
}

// ContrastUpload takes a plan or workbook that came up through the browser.
func (d *Desk) ContrastUpload(r ContrastUploadRequest) (ContrastView, error) {
	return guard(d, "ContrastUpload", r.Language, func() (ContrastView, error) {
		data, err := base64.StdEncoding.DecodeString(r.Base64)
		if err != nil {
			return noContrast(), d.unreviewed(r.Language, filepath.Base(r.Name), review.ErrNotWorkbook)
		}
		return d.setBeside(ContrastRequest{r.Language, r.Scenario, r.Job, r.Side}, filepath.Base(r.Name), data)
	})
}

// ContrastOwn puts the open plan in the first place again.
func (d *Desk) ContrastOwn(r ContrastRequest) (ContrastView, error) {
	return guard(d, "ContrastOwn", r.Language, func() (ContrastView, error) {
		d.mu.Lock()
		d.compared[0] = nil
		d.mu.Unlock()
		return d.contrasted(r)
	})
}

// Contrast compares again: in another language, or after the plan has changed.
func (d *Desk) Contrast(r ContrastRequest) (ContrastView, error) {
	return guard(d, "Contrast", r.Language, func() (ContrastView, error) { return d.contrasted(r) })
}

// setBeside reads a file for one side. A file that cannot be read leaves the one before.
func (d *Desk) setBeside(r ContrastRequest, name string, data []byte) (ContrastView, error) {
	p, err := job(d, r.Job, r.Language, "review_stopped", func() (*plan.Plan, error) {
		p, findings, err := d.verifier().PlanOf(data)
		switch {
		case err != nil:
			return nil, d.unreviewed(r.Language, name, err)
		case p == nil || plan.Refused(findings):
			return nil, refusal(d.say(r.Language), findings)
		}
		return p, nil
	})
	if err != nil {
		return noContrast(), err
	}
	d.mu.Lock()
	d.compared[min(max(r.Side, 1), 2)-1] = &beside{name, p}
	d.mu.Unlock()
	return d.contrasted(r)
}

func noContrast() ContrastView {
	return ContrastView{Lines: []ContrastLine{}, Gone: []string{}, New: []string{}}
}

// contrasted says how the two differ, once both are there.
func (d *Desk) contrasted(r ContrastRequest) (ContrastView, error) {
	d.mu.Lock()
	sides := d.compared
	own := sides[0] == nil && d.open != nil
	if own {
		sides[0] = &beside{d.open.plan.Title, d.open.plan}
	}
	d.mu.Unlock()
	v := noContrast()
	v.Own = own
	for i, name := range []*string{&v.First, &v.Second} {
		if sides[i] != nil {
			*name = sides[i].name
		}
	}
	if sides[0] == nil || sides[1] == nil {
		return v, nil
	}
	a, b := sides[0].plan, sides[1].plan
	found, err := job(d, r.Job, r.Language, "review_stopped", func() (review.Comparison, error) {
		c, err := d.verifier().Compare(a, b)
		if err != nil {
			say, key := d.say(r.Language), "fault.verb.review_compare"
			return c, Fault{Code: "review_compare", Sentence: say.Say(key, nil), Remedy: say.Say(key+".remedy", nil)}
		}
		return c, nil
	})
	if err != nil {
		return noContrast(), err
	}
	v.Both = true
	first, second := review.Teller{Say: d.say(r.Language), Plan: a}, review.Teller{Say: d.say(r.Language), Plan: b}
	v.Ask = first.Say.Say("verb.compare.asks", map[string]string{"before": first.Amount(found.Before), "after": second.Amount(found.After)})
	for _, x := range found.Differences {
		name, was, is := review.Differing(first, second, x)
		v.Lines = append(v.Lines, ContrastLine{Name: name, Was: was, Is: is, Effect: first.Moves(x.Effect), Share: shareOf(x.Effect, found)})
	}
	for _, in := range found.Gone {
		v.Gone = append(v.Gone, first.Input(in, 0))
	}
	for _, in := range found.New {
		v.New = append(v.New, second.Input(in, 0))
	}
	if len(v.Lines)+len(v.Gone)+len(v.New) == 0 {
		v.Same = first.Say.Say("verb.compare.same", nil)
	} else if !found.Rest.IsZero() {
		v.Rest = first.Say.Say("verb.compare.rest", map[string]string{"amount": first.Signed(found.Rest)})
	}
	return v, nil
}

// shareOf is an effect as a share of the largest, to draw it.
func shareOf(effect *money.Number, all review.Comparison) string {
	if effect == nil || len(all.Differences) == 0 || all.Differences[0].Effect == nil || all.Differences[0].Effect.IsZero() {
		return "0"
	}
	share, err := effect.Abs().Quo(all.Differences[0].Effect.Abs())
	if err != nil {
		return "0"
	}
	return money.Canonical(money.Round(share, 3))
}
