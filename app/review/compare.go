package review

import (
	"slices"

	"outrigger/app/workbook"
	"outrigger/model/chain"
	"outrigger/model/money"
	"outrigger/model/plan"
	"outrigger/model/span"
)

// Difference is an input that two plans state otherwise.
type Difference struct {
	First  plan.Input // as the first plan has it
	Input  plan.Input // as the second has it
	Year   span.Year  // 0: one figure for all years
	Was    *money.Number
	Is     *money.Number
	Effect *money.Number // of this difference alone on the ask of the first; nil: not told
}

// Comparison is how a second plan differs from a first.
type Comparison struct {
	Before, After money.Number // the asks, each in its own currency
	Differences   []Difference // the largest effect first
	Gone, New     []plan.Input // inputs that only one of them has
	Rest          money.Number // of the ask's change, what no single difference explains
}

// Compare tells how a second plan differs from a first, and what each difference alone does
// to the first's ask: the gap over the planned years. ErrPlan if one cannot be calculated.
func (v Verifier) Compare(a, b *plan.Plan) (Comparison, error) {
	first, second := v.study(a), v.study(b)
	if first == nil || second == nil {
		return Comparison{}, ErrPlan
	}
	c := Comparison{Before: asked(first, first.State("")), After: asked(second, second.State(""))}
	is := map[string]plan.Input{}
	for _, in := range plan.Inputs(b) {
		is[in.ID] = in
	}
	was := map[string]bool{}
	for _, in := range plan.Inputs(a) {
		was[in.ID] = true
		other, has := is[in.ID]
		if !has {
			c.Gone = append(c.Gone, in)
			continue
		}
		c.Differences = append(c.Differences, differ(in, other, a.Axis())...)
	}
	for _, in := range plan.Inputs(b) {
		if !was[in.ID] {
			c.New = append(c.New, in)
		}
	}
	explained := money.Int(0)
	for i := range c.Differences {
		d := &c.Differences[i]
		if d.Effect = v.alone(a, first, *d, c.Before); d.Effect != nil {
			explained, _ = explained.Add(*d.Effect) // a sum of figures of the plan fits
		}
	}
	slices.SortStableFunc(c.Differences, func(x, y Difference) int { return size(y).Cmp(size(x)) })
	change, err := c.After.Sub(c.Before)
	if err == nil {
		c.Rest, _ = change.Sub(explained)
	}
	return c, nil
}

func size(d Difference) money.Number {
	if d.Effect == nil {
		return money.Int(0)
	}
	return d.Effect.Abs()
}

// differ lists the figures of an input that are not the same.
func differ(a, b plan.Input, axis span.Axis) []Difference {
	var all []Difference
	note := func(year span.Year, x, y *money.Number) {
		if (x == nil) != (y == nil) || x != nil && !x.Equal(*y) {
			all = append(all, Difference{First: a, Input: b, Year: year, Was: x, Is: y})
		}
	}
	note(0, a.Figure.Value, b.Figure.Value)
	at := func(f *plan.Figure, year span.Year) *money.Number {
		if n, given := f.Years[year]; given {
			return &n
		}
		return nil
	}
	for _, year := range axis.Years() {
		note(year, at(a.Figure, year), at(b.Figure, year))
	}
	return all
}

// alone reads the first plan with one difference put in.
func (v Verifier) alone(a *plan.Plan, first *chain.Case, d Difference, before money.Number) *money.Number {
	changed := plan.Clone(a)
	f := plan.Find(changed, d.Input.ID)
	if f == nil {
		return nil
	}
	put(f, Edit{Entry: workbook.Entry{Year: d.Year}, Number: d.Is})
	if plan.Refused(plan.Check(changed)) {
		return nil
	}
	if d.Input.Field == "history" { // a forecast is fitted anew
		c, findings := chain.Build(changed, v.Facts.FactsFor(changed.Post.Country))
		if c == nil || plan.Refused(findings) {
			return nil
		}
		n, err := asked(c, c.State("")).Sub(before)
		if err != nil {
			return nil
		}
		return &n
	}
	n, err := asked(first, first.Reading("", changed)).Sub(before)
	if err != nil {
		return nil
	}
	return &n
}
