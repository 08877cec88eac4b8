package desk

import (
	"maps"
	"slices"

	"outrigger/model/money"
	"outrigger/model/plan"
	"outrigger/model/span"
)

// take makes a changed copy the open plan, as one step of undo; nothing happens if
// nothing changed. Figures are the inputs whose figures were changed, if nothing else
// was. It needs the lock.
func (d *Desk) take(next *plan.Plan, figures ...string) {
	tidy(next, d.open)
	if plan.Equal(d.open.plan, next) {
		return
	}
	d.open.put(next, figures...)
	d.changed(figures...)
}

// tidy takes out what a change leaves without meaning: figures of years that the
// plan no longer has, and overrides of inputs that are no more. What was there
// before the change without meaning stays, for the reader to see.
func tidy(next *plan.Plan, o *document) {
	before := o.plan
	plan.Untie(next, before)
	moved := next.Axis() != before.Axis()
	if moved {
		years(next, before.Axis())
	}
	had, used := o.ledger(before).used, o.ledger(next).used
	same := func(a, b plan.Input) bool { return a.ID == b.ID }
	if !moved && slices.EqualFunc(had, used, same) {
		return
	}
	o.verdict = verdict{} // what was said of it before is no more so
	was, is := map[string]bool{}, map[string]bool{}
	for _, in := range had {
		was[in.ID] = true
	}
	for _, in := range used {
		is[in.ID] = true
	}
	for i := range next.Scenarios {
		s := &next.Scenarios[i]
		s.Overrides = slices.DeleteFunc(s.Overrides, func(o plan.Override) bool {
			return was[o.Input] && !is[o.Input] || moved && !o.Given()
		})
	}
}

// years drops figures of years that an input spoke for and no longer does. A
// history may reach back before the plan.
func years(next *plan.Plan, old span.Axis) {
	inputs := map[string]plan.Input{}
	drop := func(in plan.Input, f *plan.Figure) {
		asked, was := in.Span(next.Axis()), in.Span(old)
		f.Years = maps.Clone(f.Years)
		maps.DeleteFunc(f.Years, func(y span.Year, _ money.Number) bool {
			early := in.Field == "history" && y < next.Years.First
			return slices.Contains(was, y) && !slices.Contains(asked, y) && !early
		})
	}
	for _, in := range plan.Inputs(next) {
		inputs[in.ID] = in
		drop(in, in.Figure)
		if n := in.Figure.Value; in.Kind == plan.InYear && n != nil { // a measure begins while the plan lasts
			within := n.Max(*in.Min).Min(*in.Max)
			in.Figure.Value = &within
		}
	}
	for i := range next.Scenarios {
		for j := range next.Scenarios[i].Overrides {
			o := &next.Scenarios[i].Overrides[j]
			if in, known := inputs[o.Input]; known {
				drop(in, &o.Figure)
			}
		}
	}
}
