package workbook

import (
	"fmt"
	"slices"
	"strings"

	"outrigger/app/words"
	"outrigger/model/calc"
	"outrigger/model/money"
	"outrigger/model/plan"
)

// inputs is the sheet from which all figures come. An input that a scenario
// changes has several lines: the figure in use, which the switch on the cover
// chooses, the base figure, and one for each scenario that changes it; an empty
// cell there follows the base.
func (b *book) inputs() *sheet {
	s := b.newYears("inputs", "grade", "source", "evidence_year", "owner", "note")
	s.widths[len(s.widths)-1] = 50
	b.scenarioList(s)
	for _, section := range b.inputSections() {
		s.heading(b.say("workbook." + strings.ReplaceAll(section, "/", ".")))
		for _, r := range b.section(section) {
			if r.Leaf == nil {
				b.row(s, r.ID, b.label(r))
				continue
			}
			if b.switched(r.ID) {
				continue // it stands on the sheet of options, where a reviewer looks for it
			}
			b.input(s, r, b.inputOf[r.ID])
		}
	}
	return s
}

// inputSections are the sections of inputs, in the order in which the graph first
// speaks of them.
func (b *book) inputSections() []string {
	var found []string
	for _, r := range b.model.Rows() {
		if strings.HasPrefix(r.Section, "inputs/") && !slices.Contains(found, r.Section) {
			found = append(found, r.Section)
		}
	}
	return found
}

func (b *book) scenarioList(s *sheet) {
	s.heading(b.say("workbook.inputs.scenarios"))
	for i, name := range b.scenarioNames() {
		s.add(line{anchor: fmt.Sprintf("scenario %d", i), write: func(formulas, int) []cell {
			return []cell{as(label, name), blank(small), blank(small), whole(fixed, i+1)}
		}})
	}
}

// scenarioNames are what the switch on the cover offers; the base case is first.
// Two scenarios of one name are told apart by their ids.
func (b *book) scenarioNames() []string { return ScenarioNames(b.plan, b.Words) }

// ScenarioNames are what a workbook calls the base case and the scenarios of a plan.
func ScenarioNames(p *plan.Plan, say words.Reader) []string {
	names := []string{say.Say("workbook.scenario.base", nil)}
	seen := map[string]bool{names[0]: true}
	for _, sc := range p.Scenarios {
		name := sc.Name
		if name == "" || seen[name] {
			name = strings.TrimSpace(name + " (" + sc.ID + ")")
		}
		seen[name] = true
		names = append(names, name)
	}
	return names
}

// scenarioNumber is the position of the scenario in the list, from 0.
func (b *book) scenarioNumber(id string) int {
	for i, sc := range b.plan.Scenarios {
		if sc.ID == id {
			return i + 1
		}
	}
	return 0
}

func (b *book) input(s *sheet, r *calc.Row, in plan.Input) {
	overrides := map[int]calc.Leaf{}
	for i, sc := range b.plan.Scenarios {
		for _, o := range sc.Overrides {
			if o.Input == string(r.ID) {
				overrides[i+1] = b.override(o, r)
			}
		}
	}
	defer b.edges(s, r, in)
	if len(overrides) == 0 {
		b.leaf(s, r, *r.Leaf, b.label(r), r.ID, "", in)
		return
	}
	b.chosen(s, r, overrides)
	names := b.scenarioNames()
	b.leaf(s, r, *r.Leaf, "    "+names[0], "", "", in)
	for i := range b.plan.Scenarios {
		if over, has := overrides[i+1]; has {
			b.leaf(s, r, over, "    "+names[i+1], "", b.plan.Scenarios[i].ID, in)
		}
	}
}

// override is what a scenario says of an input, and nothing besides.
func (b *book) override(o plan.Override, r *calc.Row) calc.Leaf {
	leaf := calc.Leaf{
		Once: r.Leaf.Once, Asked: r.Leaf.Asked, Source: o.Source, Year: o.Year, Note: o.Note, Owner: o.Owner,
		Values: make([]money.Number, len(r.Leaf.Values)), Given: make([]bool, len(r.Leaf.Values)),
		Evidence: r.Leaf.Evidence,
	}
	if o.Grade != "" {
		for i, g := range plan.Grades {
			if g == o.Grade {
				leaf.Evidence = calc.Measured + calc.Evidence(i)
			}
		}
	}
	for i := range leaf.Values {
		if !r.Leaf.Asked[i] {
			continue
		}
		if o.Value != nil {
			leaf.Values[i], leaf.Given[i] = *o.Value, true
		} else if n, given := o.Years[b.axis.At(i)]; given && !leaf.Once {
			leaf.Values[i], leaf.Given[i] = n, true
		}
	}
	return leaf
}

// chosen is the figure in use: of the base, or of the scenario that is switched on.
func (b *book) chosen(s *sheet, r *calc.Row, overrides map[int]calc.Leaf) {
	s.add(line{id: r.ID, write: func(f formulas, n int) []cell {
		cells := []cell{wrapped(result, b.label(r)), as(small, b.unit(r)), blank(small)}
		pick := func(col, year int) cell {
			base := cellName(col, n+1)
			parts := []string{f.anchored("scenario index", colOnce), base}
			next := n + 2
			for i := range b.plan.Scenarios {
				if _, has := overrides[i+1]; !has {
					parts = append(parts, base)
					continue
				}
				own := cellName(col, next)
				parts = append(parts, "IF(ISBLANK("+own+"),"+base+","+own+")")
				next++
			}
			v, _ := b.state.Value(r.ID, b.axis.At(year))
			return computed(result, numbers(r), "CHOOSE("+strings.Join(parts, ",")+")", v)
		}
		return append(append(cells, b.spread(r.Leaf.Once, pick)...), blank(label), as(small, b.say("workbook.in_use")))
	}})
}

// spread lays figures out from the column of single figures to the last year: one
// figure, or one for each year.
func (b *book) spread(once bool, put func(col, year int) cell) []cell {
	cells := make([]cell, 1+b.years)
	for i := range cells {
		cells[i] = blank(label)
	}
	if once {
		cells[0] = put(colOnce, 0)
		return cells
	}
	for i := range b.years {
		cells[1+i] = put(colYears+i, i)
	}
	return cells
}

// leaf is a line of figures to be changed, with what vouches for them.
func (b *book) leaf(s *sheet, r *calc.Row, leaf calc.Leaf, text string, id calc.ID, scenario string, in plan.Input) {
	style, mark, format := input, "IN", numbers(r)
	if leaf.Fixed {
		style, mark = fixed, ""
	}
	if r.Note == "row.note.fit" {
		style, mark = simulated, "SIM"
	}
	own := id == "" // a line under the figure in use
	s.add(line{id: id, write: func(_ formulas, n int) []cell {
		cells := []cell{wrapped(label, text), as(small, b.unit(r)), as(small, mark)}
		put := func(col, i int) cell {
			if leaf.Asked[i] && !leaf.Fixed {
				b.enter(s, cellName(col, n), r, i, scenario)
			}
			switch {
			case !leaf.Asked[i] && !leaf.Fixed:
				return blank(label)
			case own && !leaf.Given[i] && leaf.Values[i].IsZero():
				return blank(style)
			}
			return figure(style, format, leaf.Values[i])
		}
		return append(append(append(cells, b.spread(leaf.Once, put)...), blank(label)), b.evidence(r, leaf)...)
	}})
	b.bounds(s, in, leaf)
}

// enter notes what a cell to be changed stands for.
func (b *book) enter(s *sheet, cell string, r *calc.Row, year int, scenario string) {
	e := Entry{Input: string(r.ID), Scenario: scenario}
	if !r.Leaf.Once {
		e.Year = b.axis.At(year)
	}
	b.entries[Spot{s.name, cell}] = e
}

func (b *book) evidence(r *calc.Row, leaf calc.Leaf) []cell {
	grade, year := "", blank(small)
	if leaf.Evidence != calc.Certain {
		grade = b.grade(leaf.Evidence)
	}
	if leaf.Year != 0 {
		year = whole(small, leaf.Year)
	}
	note := leaf.Note
	if note == "" && r.Note != "" {
		note = b.say(r.Note)
	}
	for _, f := range b.Case.Drivers.Fits {
		if r.ID == f.Mid {
			note = b.Words.Forecast(f.Result) + " " + note
		}
	}
	if !leaf.Fixed && !leaf.Decision && leaf.Evidence == calc.Certain {
		note = b.say("workbook.not_given")
	}
	return []cell{as(small, grade), wrapped(small, leaf.Source), year, as(small, leaf.Owner), wrapped(small, note)}
}

func (b *book) grade(e calc.Evidence) string {
	if e == calc.Certain {
		return ""
	}
	return b.say("common.grade." + string(plan.Grades[e-calc.Measured]))
}

// bounds tells the sheet what an input accepts.
func (b *book) bounds(s *sheet, in plan.Input, leaf calc.Leaf) {
	if leaf.Fixed || in.Min == nil {
		return
	}
	n := s.last()
	r := rule{min: money.Canonical(*in.Min), whole: in.Whole, ref: cellName(colOnce, n)}
	if in.Max != nil {
		r.max = money.Canonical(*in.Max)
	}
	if !leaf.Once {
		r.ref = cellName(colYears, n) + ":" + cellName(colYears+b.years-1, n)
	}
	s.rules = append(s.rules, r)
}
