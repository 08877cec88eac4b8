package desk

import (
	"slices"
	"strconv"
	"strings"

	"outrigger/app/intake"
	"outrigger/app/words"
	"outrigger/model/money"
	"outrigger/model/plan"
)

// SetRange says how sure an input is. What cannot be read or drawn is refused with a
// sentence, and nothing is changed.
func (d *Desk) SetRange(r RangeRequest) (View, error) {
	return d.change("SetRange", Reading{Language: r.Language, Scenario: r.Scenario}, func(p *plan.Plan) error {
		in, known := ledgerOf(p).of[r.Input]
		if !known {
			return d.fault(r.Language, "no_input", nil)
		}
		say := d.say(r.Language)
		given, code, args := rangeOf(say, in, r.Range)
		if code != "" {
			return d.fault(r.Language, code, args)
		}
		in.Figure.Range = given
		for _, f := range plan.Check(p) {
			if !f.Warning && f.Place == in.ID+"/range" {
				told := newTeller(say, p).finding(f)
				return Fault{Code: f.Code, Sentence: told.Sentence, Remedy: told.Remedy, Place: told.Place}
			}
		}
		return nil
	})
}

// rangeOf reads a range; a code names what is wrong with its texts.
func rangeOf(say words.Reader, in plan.Input, text RangeText) (given *plan.Range, code string, args map[string]string) {
	if text.Kind == "" {
		return nil, "", nil
	}
	given = &plan.Range{Kind: text.Kind, Relative: text.Relative && text.Kind != plan.Sampled}
	one := func(typed string) (n *money.Number, code string) {
		of := in
		if given.Relative {
			of.Kind = plan.Share
		}
		number, is, code := number(of, typed, intake.LocaleOf(say.Lang()))
		if code != "" || !is {
			return nil, code
		}
		return &number, ""
	}
	if text.Kind != plan.Sampled {
		for _, end := range []struct {
			typed string
			to    **money.Number
		}{{text.Low, &given.Low}, {text.High, &given.High}} {
			if *end.to, code = one(end.typed); code != "" {
				return nil, code, map[string]string{"text": end.typed, "currency": in.Unit}
			}
		}
		return given, "", nil
	}
	for i, typed := range strings.FieldsFunc(text.Samples, func(r rune) bool { return r == '\n' || r == '\r' || r == '\t' }) {
		n, code := one(typed)
		switch {
		case code != "":
			return nil, "sample", map[string]string{"text": typed, "n": strconv.Itoa(i + 1)}
		case n != nil:
			given.Samples = append(given.Samples, *n)
		}
		if len(given.Samples) > plan.MaxSamples {
			return nil, "samples_many", map[string]string{"limit": say.Number(money.Int(plan.MaxSamples), 0)}
		}
	}
	return given, "", nil
}

// rangeText writes a range as the reader would type it.
func rangeText(say words.Reader, in plan.Input, r *plan.Range) RangeText {
	if r == nil {
		return RangeText{}
	}
	one := func(n money.Number) string {
		if r.Relative || in.Kind == plan.Share || in.Kind == plan.Growth {
			return say.Percent(n, -1)
		}
		return say.Number(n, -1)
	}
	text := RangeText{Kind: r.Kind, Relative: r.Relative}
	if r.Low != nil {
		text.Low = one(*r.Low)
	}
	if r.High != nil {
		text.High = one(*r.High)
	}
	var samples []string
	for _, n := range r.Samples {
		samples = append(samples, one(n))
	}
	text.Samples = strings.Join(samples, "\n")
	return text
}

// ranged says what a range says; nothing if there is none.
func (w viewer) ranged(in plan.Input) string {
	r := in.Figure.Range
	switch {
	case r == nil:
		return ""
	case r.Kind == plan.Sampled:
		return w.say.Plural("desk.range.samples", len(r.Samples), nil)
	}
	text := rangeText(w.say, in, r)
	return w.say.Say("desk.range."+r.Kind, map[string]string{"low": text.Low, "high": text.High})
}

// SetLink ties two drivers, or loosens them.
func (d *Desk) SetLink(r LinkRequest) (View, error) {
	return d.change("SetLink", Reading{Language: r.Language, Scenario: r.Scenario}, func(p *plan.Plan) error {
		for _, id := range []string{r.A, r.B} {
			if item(p.Drivers, id, driverID) == nil {
				return d.fault(r.Language, "no_item", nil)
			}
		}
		switch {
		case r.A == r.B:
			return d.fault(r.Language, "link_self", nil)
		case r.Strength != "" && !slices.Contains(plan.Strengths, r.Strength):
			return d.fault(r.Language, "choice", map[string]string{"text": r.Strength})
		}
		ties := func(l plan.Link) bool { return l.A == r.A && l.B == r.B || l.A == r.B && l.B == r.A }
		at := slices.IndexFunc(p.Doubt.Links, ties)
		switch {
		case r.Strength == "":
			p.Doubt.Links = slices.DeleteFunc(p.Doubt.Links, ties)
		case at >= 0:
			p.Doubt.Links[at].Strength = r.Strength
		default:
			p.Doubt.Links = append(p.Doubt.Links, plan.Link{A: r.A, B: r.B, Strength: r.Strength})
		}
		return nil
	})
}

// maxSeed is as far as a seed is a whole number that can be read and typed again.
const maxSeed = 999_999

// SetSeed sets what the draws begin from. Another seed shows by how much the ranges
// hang on chance.
func (d *Desk) SetSeed(r SeedRequest) (View, error) {
	return d.change("SetSeed", Reading{Language: r.Language, Scenario: r.Scenario}, func(p *plan.Plan) error {
		read, err := intake.ReadNumber(r.Seed, intake.LocaleOf(r.Language))
		seed, _, whole := read.Number.Int64(0)
		if err != nil || read.Missing || !whole || !read.Number.IsInt() || seed < 1 || seed > maxSeed {
			return d.fault(r.Language, "seed", map[string]string{"text": r.Seed, "most": d.say(r.Language).Number(money.Int(maxSeed), 0)})
		}
		p.Doubt.Seed = int(seed)
		return nil
	})
}
