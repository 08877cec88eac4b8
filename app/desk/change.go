package desk

import (
	"maps"
	"slices"

	"outrigger/model/money"
	"outrigger/model/plan"
	"outrigger/model/span"
)

// apply puts what was typed into a copy of the plan, in order: a cell named twice
// keeps the later text.
func apply(p *plan.Plan, scenario string, cells []typed) *plan.Plan {
	next := plan.Clone(p)
	inputs := ledgerOf(next).of
	at := slices.IndexFunc(next.Scenarios, func(s plan.Scenario) bool { return s.ID == scenario })
	for _, cell := range cells {
		in := inputs[cell.Input]
		change := change{cell, in.Span(next.Axis())}
		if at < 0 {
			change.figure(in.Figure)
			if cell.given {
				in.Figure.Grade = vouched(in.Figure.Grade)
			}
			continue
		}
		change.override(&next.Scenarios[at], in.Figure.Grade)
	}
	return next
}

// vouched is the grade of a figure that somebody typed over. One that nobody
// vouched for is now that person's estimate; a better grade stays, with its source
// and note, for the reader to change.
func vouched(g plan.Grade) plan.Grade {
	if g == "" || g == plan.Placeholder {
		return plan.Estimated
	}
	return g
}

// change is one cell on its way into a figure.
type change struct {
	typed
	span []span.Year
}

// figure sets or clears the one value, or one year's. A figure of one value first
// becomes one by year, so that the other years keep what they had.
func (c change) figure(f *plan.Figure) {
	year := span.Year(c.Year)
	if c.Year == 0 {
		f.Value = nil
		if c.given {
			f.Value = &c.number
		}
		f.Years = maps.Clone(f.Years)
		maps.DeleteFunc(f.Years, func(y span.Year, _ money.Number) bool { return slices.Contains(c.span, y) })
		return
	}
	years := map[span.Year]money.Number{}
	if f.Value != nil {
		for _, y := range c.span {
			years[y] = *f.Value
		}
	}
	maps.Copy(years, f.Years)
	if c.given {
		years[year] = c.number
	} else {
		delete(years, year)
	}
	before := *f
	f.Value, f.Years = nil, years
	f.Range = plan.Carried(c.in, before, *f)
}

// override does the same in a scenario, where what is not given follows the base.
func (c change) override(s *plan.Scenario, base plan.Grade) {
	at := slices.IndexFunc(s.Overrides, func(o plan.Override) bool { return o.Input == c.Input })
	if at < 0 {
		if !c.given {
			return
		}
		at = len(s.Overrides)
		s.Overrides = append(s.Overrides, plan.Override{Input: c.Input})
		if vouched(base) != base {
			s.Overrides[at].Grade = plan.Estimated
		}
	}
	o := &s.Overrides[at]
	c.figure(&o.Figure)
	if !o.Given() {
		s.Overrides = slices.Delete(s.Overrides, at, at+1)
	}
}
