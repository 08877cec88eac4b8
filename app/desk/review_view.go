package desk

import (
	"outrigger/app/review"
	"outrigger/model/plan"
)

func noReview() ReviewView {
	return ReviewView{Notes: []string{}, Edits: []ReviewEdit{}, Groups: []ReviewGroup{}}
}

// reviewed says what was found in the workbook that is looked at.
func (d *Desk) reviewed(r Reading) ReviewView {
	d.mu.Lock()
	defer d.mu.Unlock()
	v := noReview()
	if d.checked == nil {
		return v
	}
	say, found := quotes{d.say(r.Language)}, d.checked.report
	tell := review.Teller{Say: d.say(r.Language), Plan: found.Plan}
	v.Open, v.Name, v.State = true, d.checked.name, "edited"
	switch {
	case found.Untouched():
		v.State = "untouched"
	case found.Tampered():
		v.State = "tampered"
	}
	v.Sentence = say.Say("verb.verify."+v.State, map[string]string{"file": v.Name})
	v.Signed = string(found.Signature)
	v.Signature = tell.Say.Say("verb.verify.signature."+v.Signed, nil)
	v.Ask = tell.Ask(found)
	if !found.Version {
		v.Notes = append(v.Notes, tell.Say.Say("verb.verify.version", map[string]string{"written": found.Seal.Program, "own": d.setup.Version}))
	}
	if found.Stale {
		v.Notes = append(v.Notes, tell.Say.Say("verb.verify.stale", nil))
	}
	v.Notes = append(v.Notes, d.writtenFrom(r.Language, found.Plan))
	for i, e := range found.Edits {
		v.Edits = append(v.Edits, d.edited(tell, i+1, e))
	}
	v.Groups = grouped(tell, found.Findings)
	return v
}

// writtenFrom says how the workbook's plan stands to the open one.
func (d *Desk) writtenFrom(language string, sealed *plan.Plan) string {
	say := quotes{d.say(language)}
	if d.open == nil {
		return say.Say("desk.review.of", map[string]string{"post": sealed.Post.Name, "title": sealed.Title})
	}
	own := plan.Clone(d.open.plan)
	own.Mappings = nil
	switch {
	case plan.Equal(own, sealed):
		return say.Say("desk.review.of_this", nil)
	case own.Post.Name == sealed.Post.Name && own.Title == sealed.Title:
		return say.Say("desk.review.of_before", nil)
	}
	return say.Say("desk.review.of_other", map[string]string{"post": sealed.Post.Name, "title": sealed.Title})
}

func (d *Desk) edited(tell review.Teller, number int, e review.Edit) ReviewEdit {
	name, was, is := tell.Edited(e)
	line := ReviewEdit{Number: number, Place: e.Sheet + " " + e.Cell, Name: name, Was: was, Is: is, Effect: tell.Effect(e), Taking: "cannot"}
	switch {
	case d.open == nil || !takable(d.open.plan, e):
	case review.Has(d.open.plan, e):
		line.Taking = "have"
	default:
		line.Taking = "can"
	}
	return line
}

// reviewKinds are the kinds of findings in the order they are told, gravest first.
var reviewKinds = []struct {
	kind  string
	grave bool
}{
	{review.FormulaOther, true},
	{review.FigureOther, true},
	{review.FixedOther, true},
	{review.SheetGone, true},
	{review.SheetAdded, false},
	{review.Added, false},
}

// grouped sorts findings by their kind.
func grouped(tell review.Teller, all []review.Finding) []ReviewGroup {
	groups := []ReviewGroup{}
	for _, k := range reviewKinds {
		g := ReviewGroup{Kind: k.kind, Title: tell.Say.Say("desk.review."+k.kind, nil), Grave: k.grave, Lines: []ReviewLine{}}
		for _, f := range all {
			if f.Kind != k.kind {
				continue
			}
			if len(g.Lines) == mostLines {
				g.More++
				continue
			}
			line := ReviewLine{Place: f.Sheet, Label: f.Label}
			if f.Cell != "" {
				line.Place += " " + f.Cell
				line.Was, line.Is = review.Shown(f.Was), review.Shown(f.Is)
			}
			g.Lines = append(g.Lines, line)
		}
		if len(g.Lines) > 0 {
			groups = append(groups, g)
		}
	}
	return groups
}
