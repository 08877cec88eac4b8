package workbook

import (
	"slices"

	"outrigger/model/calc"
	"outrigger/model/money"
	"outrigger/model/plan"
)

// mostSwings is how many inputs the sensitivity works out live. Each takes as many
// lines as rows hang on it, twice; those left out move the gap less than these.
const mostSwings = 10

// swing is an input whose low and high end are worked out.
type swing struct {
	of        calc.Uncertain
	in        plan.Input // the zero value for a forecast
	low, high *end
}

// end is the model with one input at its low or its high end: the rows between the
// input and the gap once more, and where they stand.
type end struct {
	swing  *swing
	high   bool
	state  *calc.State
	rows   []calc.ID // in the order of the graph, the input first
	places map[calc.ID]place
}

// swings chooses the inputs that move the gap most in the base case, in the order of
// the plan; the choice is the same whichever scenario the workbook opens with.
func (b *book) swings() []*swing {
	gap := b.Case.Financing.GapTotal.Local
	widest := b.Case.Swings("", gap)
	widest = widest[:min(len(widest), mostSwings)]
	var all []*swing
	for _, u := range b.Case.Uncertain(b.Scenario) {
		if !slices.ContainsFunc(widest, func(w calc.Swing) bool { return w.Input == u.Row }) {
			continue
		}
		s := &swing{of: u, in: b.inputOf[u.Row]}
		between := b.model.Between(u.Row, gap)
		for _, e := range []struct {
			to    **end
			share float64
		}{{&s.low, 0.1}, {&s.high, 0.9}} {
			state, ok := b.state.Moved(u, e.share)
			if !ok {
				return nil
			}
			*e.to = &end{swing: s, high: e.share > 0.5, state: state, rows: between, places: map[calc.ID]place{}}
		}
		all = append(all, s)
	}
	return all
}

// workings is the sheet on which each end is worked out by the formulas of the model.
func (b *book) workings(swings []*swing) *sheet {
	s := b.newYears("workings")
	for _, w := range swings {
		for _, e := range []*end{w.low, w.high} {
			r := b.model.Row(w.of.Row)
			s.heading(b.Words.Say("workbook.workings."+e.name(), map[string]string{"input": b.label(r)}))
			s.add(line{id: r.ID, end: e, write: func(f formulas, _ int) []cell { return b.moved(f, r) }})
			for _, id := range e.rows[1:] {
				row := b.model.Row(id)
				if b.totalledBy(id) != "" && slices.Contains(e.rows, b.totalledBy(id)) {
					continue // it stands at the end of the line that it adds up
				}
				s.add(line{id: id, end: e, write: func(f formulas, n int) []cell { return b.figures(f, row, b.label(row), n) }})
			}
		}
	}
	return s
}

func (e *end) name() string {
	if e.high {
		return "high"
	}
	return "low"
}

// moved is the input's own line at one end of its range.
func (b *book) moved(f formulas, r *calc.Row) []cell {
	cells := []cell{wrapped(result, b.label(r)), as(small, b.unit(r)), blank(small)}
	put := func(col, year int) cell {
		if !r.Leaf.Asked[min(year, len(r.Leaf.Asked)-1)] {
			return blank(label)
		}
		f.col = col
		n, _ := f.state().Value(r.ID, b.axis.At(year))
		return computed(result, numbers(r), b.atEnd(f, r), n)
	}
	return append(append(cells, b.spread(r.Leaf.Once, put)...), blank(label))
}

// atEnd is an input's figure at an end of its range, from the figure in use and the
// range on the sheet of inputs. A scenario that changes the figure takes a range in
// figures along, as package chain does.
func (b *book) atEnd(f formulas, r *calc.Row) string {
	e := f.end
	in := e.swing.in
	if in.Figure == nil { // a forecast
		return formulas{b: b, on: f.on, col: f.col}.at(r.ID + calc.ID("_"+e.name()))
	}
	plainly := formulas{b: b, on: f.on, col: f.col} // the figure in use, not the one at the end
	now, edge := plainly.at(r.ID), plainly.at(edgeOf(in, e.name()))
	growth := in.Kind == plan.Growth
	over := b.overridden(in)
	var text string
	switch {
	case in.Figure.Range.Relative && growth:
		text = now + "+" + edge
	case in.Figure.Range.Relative:
		text = now + "*(1+" + edge + ")"
	case !over:
		return edge
	default:
		base := plainly.below(r.ID)
		text = edge + "+" + now + "-" + base
		if !growth {
			text = "IF(MIN(" + base + "," + now + ")>0," + edge + "*" + now + "/" + base + "," + text + ")"
		}
	}
	if over && in.Max != nil && in.Max.Equal(money.Int(1)) {
		text = "MIN(1," + text + ")"
	}
	if over && in.Min != nil && in.Min.IsZero() {
		text = "MAX(0," + text + ")"
	}
	return text
}

// overridden tells whether a scenario changes an input.
func (b *book) overridden(in plan.Input) bool {
	return slices.ContainsFunc(b.plan.Scenarios, func(s plan.Scenario) bool {
		return slices.ContainsFunc(s.Overrides, func(o plan.Override) bool { return o.Input == in.ID })
	})
}

// edgeOf names the cell of an end of a range: a line of the sheet of inputs that no
// row of the graph stands in.
func edgeOf(in plan.Input, name string) calc.ID { return calc.ID("range/" + name + "/" + in.ID) }

// edges adds the lines of an input's range: its two ends, to be changed where they
// were typed, simulated where they follow from a shape or from samples.
func (b *book) edges(s *sheet, r *calc.Row, in plan.Input) {
	if in.Figure == nil || in.Figure.Range == nil {
		return
	}
	at := slices.IndexFunc(b.uncertain, func(u calc.Uncertain) bool { return string(u.Row) == in.ID })
	if at < 0 {
		return
	}
	typed := in.Figure.Range.Kind == plan.LowHigh
	for i, name := range []string{"low", "high"} {
		id := edgeOf(in, name)
		b.single[id] = true
		n := b.edge(in, b.uncertain[at], []float64{0.1, 0.9}[i])
		style, mark, format, unit := input, "IN", numbers(r), b.unit(r)
		if !typed {
			style, mark = simulated, "SIM"
		}
		if in.Figure.Range.Relative {
			format, unit = "+0.0%;-0.0%;0.0%", "%"
		}
		s.add(line{id: id, write: func(_ formulas, at int) []cell {
			if typed {
				b.entries[Spot{s.name, cellName(colOnce, at)}] = Entry{Input: string(id)}
			}
			cells := []cell{wrapped(label, "    "+b.say("workbook.range."+name)), as(small, unit), as(small, mark)}
			cells = append(append(cells, b.spread(true, func(int, int) cell { return figure(style, format, n) })...), blank(label))
			note := "workbook.range." + in.Figure.Range.Kind
			if in.Figure.Range.Relative {
				note += ".relative"
			}
			return append(cells, blank(small), blank(small), blank(small), blank(small), wrapped(small, b.say(note)))
		}})
	}
}

// edge is the end of a range in the base case: as it was typed, or as its shape has
// it; of a range in per cent, as part of the figure it stands around.
func (b *book) edge(in plan.Input, u calc.Uncertain, share float64) money.Number {
	r := in.Figure.Range
	if r.Kind == plan.LowHigh {
		if share < 0.5 {
			return *r.Low
		}
		return *r.High
	}
	base := b.Case.State("")
	for i, shape := range u.Shapes {
		if shape == nil {
			continue
		}
		n, _ := base.Value(u.Row, b.axis.At(i))
		at, q := money.Float(n), shape.Quantile(share)
		switch {
		case r.Relative && in.Kind == plan.Growth:
			q -= at
		case r.Relative:
			q = q/at - 1
		}
		if kept, err := money.FromFloat(q); err == nil {
			return kept
		}
	}
	return money.Int(0)
}

// widths sorts swings by how far their ends lie apart, the widest first; swings of
// one width stay in the order of the plan.
func (b *book) widths(swings []*swing) []*swing {
	sorted := slices.Clone(swings)
	slices.SortStableFunc(sorted, func(x, y *swing) int { return b.width(y).Cmp(b.width(x)) })
	return sorted
}

func (b *book) width(w *swing) money.Number {
	low, mid, high := b.gaps(w)
	return less(low.Max(mid).Max(high), low.Min(mid).Min(high))
}

// gaps are the gap with an input low, as planned, and high.
func (b *book) gaps(w *swing) (low, mid, high money.Number) {
	gap := b.Case.Financing.GapTotal.Local
	low, _ = w.low.state.Single(gap)
	mid, _ = b.state.Single(gap)
	high, _ = w.high.state.Single(gap)
	return low, mid, high
}

// less is a difference of two figures of the model, which fits if they do.
func less(a, b money.Number) money.Number {
	d, _ := a.Sub(b)
	return d
}
