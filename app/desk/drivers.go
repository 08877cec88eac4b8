package desk

import (
	"slices"

	"outrigger/model/calc"
	"outrigger/model/money"
	"outrigger/model/plan"
	"outrigger/model/span"
)

// drivers lists what causes the work: the counts of every year and, where a yearly
// rate carries a driver on, the rates.
func (w viewer) drivers() Table {
	t := Table{[]TableRow{}}
	inputs := map[string]plan.Input{}
	for _, in := range plan.Inputs(w.plan) {
		inputs[in.ID] = in
	}
	for _, d := range w.plan.Drivers {
		id := "drivers/" + d.ID
		history, path, growth := inputs[id+"/history"], inputs[id+"/path"], inputs[id+"/growth"]
		t.Rows = append(t.Rows, TableRow{id + "/volume", d.Name, d.Unit, "volume", w.cells(calc.ID(id+"/volume"), history, path)})
		if growth.ID != "" {
			t.Rows = append(t.Rows, TableRow{id + "/growth", d.Name, w.say.Say("desk.unit.growth", nil), "growth", w.cells("", growth)})
		}
	}
	return t
}

// cells makes one line: in every year the input that speaks for it, else the
// calculated figure.
func (w viewer) cells(row calc.ID, inputs ...plan.Input) []Cell {
	axis, cells := w.plan.Axis(), []Cell{}
	for _, year := range axis.Years() {
		cell := Cell{Year: int(year)}
		for _, in := range inputs {
			if in.ID != "" && slices.Contains(in.Span(axis), year) {
				cell = w.input(in, year)
			}
		}
		if n, ok := w.value(row, year); ok && cell.Input == "" {
			cell.Text, cell.Plain = w.say.Number(n, 0), money.Canonical(n)
		}
		cells = append(cells, cell)
	}
	return cells
}

// input shows an input in one year, as the scenario has it.
func (w viewer) input(in plan.Input, year span.Year) Cell {
	cell := Cell{Input: in.ID, Year: int(year), Grade: string(in.Figure.Grade)}
	n, given := at(*in.Figure, year)
	for _, s := range w.plan.Scenarios {
		if s.ID != w.scenario {
			continue
		}
		for _, o := range s.Overrides {
			if over, is := at(o.Figure, year); is && o.Input == in.ID {
				n, given, cell.Overridden = over, true, true
				if o.Grade != "" {
					cell.Grade = string(o.Grade)
				}
			}
		}
	}
	if !given {
		return cell
	}
	if cell.Grade == "" {
		cell.Grade = string(plan.Placeholder) // nobody vouches for it
	}
	cell.Plain, cell.Text = money.Canonical(n), w.say.Number(n, -1)
	if in.Kind == plan.Share || in.Kind == plan.Growth {
		cell.Text = w.say.Percent(n, -1)
	}
	return cell
}

// at gives what a figure says of a year: the year's own value before the one for
// all.
func at(f plan.Figure, year span.Year) (money.Number, bool) {
	if n, given := f.Years[year]; given {
		return n, true
	}
	if f.Value != nil {
		return *f.Value, true
	}
	return money.Number{}, false
}
