package desk

import (
	"maps"
	"slices"
	"strings"

	"outrigger/datasets"
	"outrigger/model/calc"
	"outrigger/model/plan"
	"outrigger/model/span"
)

// Why tells how a figure came about: of a calculated one the formula in words with
// what it read, of an input what vouches for it.
func (d *Desk) Why(r WhyRequest) (Why, error) {
	return guard(d, "Why", r.Language, func() (Why, error) {
		d.mu.Lock()
		defer d.mu.Unlock()
		if d.open == nil {
			return Why{}, d.fault(r.Language, "nothing_open", nil)
		}
		w := d.pager(PageRequest{Language: r.Language, Scenario: r.Scenario})
		if of, row, is := aimedRow(r.Row); is {
			return d.whyAimed(w, r, of, row)
		}
		id, year := calc.ID(r.Row), span.Year(r.Year)
		if _, on := w.plan.Axis().Index(year); !on {
			year = w.plan.Years.Last
		}
		if in, is := w.ledger.of[r.Row]; is {
			return w.evidence(in, year, d.setup.Facts), nil
		}
		row := w.row(id)
		if row == nil {
			return Why{}, d.fault(r.Language, "no_row", nil)
		}
		why := w.figureOf(row, year)
		if row.Leaf != nil {
			leaf, _ := w.state.Leaf(id)
			why.Source, why.Note, why.Owner, why.EvidenceYear = titled(w.plan, d.setup.Facts, leaf.Source), leaf.Note, leaf.Owner, leaf.Year
			for _, f := range w.calced.Drivers.Fits {
				if id == f.Mid || id == f.Low || id == f.High {
					why.Note = w.say.Forecast(f.Result) + " " + w.word(row.Note)
				}
			}
			return why, nil
		}
		a := account{pager: w, row: row, year: year, seen: map[WhyPart]bool{}}
		why.Formula, _ = a.write(row.Expr)
		why.Parts = append(why.Parts, a.parts...)
		return why, nil
	})
}

// aimedRow parts the name of a row read with another funding package chosen:
// aimed/<package>/<row>.
func aimedRow(row string) (of, id string, is bool) {
	rest, is := strings.CutPrefix(row, "aimed/")
	of, id, cut := strings.Cut(rest, "/")
	return of, id, is && cut
}

func aimedAt(of string, row calc.ID) string { return "aimed/" + of + "/" + string(row) }

// whyAimed tells how a figure of the donor's budget comes about with another of the plan's
// packages chosen; what it read is told of that package, too.
func (d *Desk) whyAimed(w pager, r WhyRequest, of, row string) (Why, error) {
	n := slices.IndexFunc(w.plan.Project.Packages, func(p plan.Package) bool { return p.ID == of })
	var state *calc.State
	if w.calced != nil {
		state = w.calced.AimedAt(w.scenario, n+1)
	}
	if state == nil || state.Model().Row(calc.ID(row)) == nil {
		return Why{}, d.fault(r.Language, "no_row", nil)
	}
	w.state = state
	year := span.Year(r.Year)
	if _, on := w.plan.Axis().Index(year); !on {
		year = w.plan.Years.Last
	}
	why := w.figureOf(w.row(calc.ID(row)), year)
	why.Title = w.say.Labelled(w.say.PackageName(w.plan.Project.Packages[n]), why.Title)
	a := account{pager: w, row: w.row(calc.ID(row)), year: year, seen: map[WhyPart]bool{}}
	why.Formula, _ = a.write(a.row.Expr)
	for _, part := range a.parts {
		if strings.HasPrefix(part.Row, "package/") {
			part.Row = aimedAt(of, calc.ID(part.Row))
		}
		why.Parts = append(why.Parts, part)
	}
	why.Row = r.Row
	return why, nil
}

// figureOf is what can be said of any row.
func (w pager) figureOf(row *calc.Row, year span.Year) Why {
	part := w.part(row, year)
	return Why{
		Row: part.Row, Year: part.Year, Title: part.Label, When: part.When, Value: part.Value, Unit: part.Unit, Grade: part.Grade,
		Page: pageOf(part.Row), Parts: []WhyPart{},
	}
}

// part is one figure as a formula or the reader meets it.
func (w pager) part(row *calc.Row, year span.Year) WhyPart {
	p := WhyPart{
		Row: string(row.ID), Label: w.called(row), Unit: w.beside(row), Grade: grades[w.state.Evidence(row.ID)],
	}
	if !w.state.Model().Once(row.ID) {
		p.Year, p.When = int(year), w.label(year)
	}
	if n, ok := w.value(row.ID, year); ok {
		p.Value = w.say.Value(row, n, w.plan.Years.StartMonth)
	}
	return p
}

// called is a row's label under no heading.
func (w pager) called(row *calc.Row) string {
	return w.say.Called(w.apart(row), func(id calc.ID) *calc.Row { return w.apart(w.row(id)) })
}

// apart keeps the name of what a row is of together, where the label runs the other way.
func (w pager) apart(row *calc.Row) *calc.Row {
	if row == nil || row.Label.Args["name"] == "" || !w.say.RTL() {
		return row
	}
	named := *row
	named.Label.Args = maps.Clone(row.Label.Args)
	named.Label.Args["name"] = w.say.Apart(row.Label.Args["name"])
	return &named
}

// evidence is an input as the plan has it, which can be told of an unfinished plan
// too.
func (w pager) evidence(in plan.Input, year span.Year, facts *datasets.Data) Why {
	f := *in.Figure
	if over := overrideOf(w.plan, w.scenario, in.ID); over != nil {
		f = over.Figure
	}
	why := Why{
		Row: in.ID, Title: w.inputName(in), Unit: w.unit(in.ID), Source: titled(w.plan, facts, f.Source), EvidenceYear: f.Year,
		Note: f.Note, Owner: f.Owner, Input: in.ID, Page: pageOf(in.ID), Parts: []WhyPart{},
	}
	if in.Shape != plan.Once {
		why.Year, why.When = int(year), w.label(year)
	}
	if in.Kind == plan.Share || in.Kind == plan.Growth {
		why.Unit = ""
	}
	why.Range, why.Ranged = rangeText(w.say, in, in.Figure.Range), w.ranged(in)
	cell := w.given(in.ID, year)
	why.Value, why.Grade = cell.Text, cell.Grade
	if cell.Text == "" {
		why.Value, why.Grade = cell.Placeholder, string(f.Grade)
	}
	if row := w.row(calc.ID(in.ID)); row != nil {
		why.Title, why.Unit = w.called(row), w.beside(row)
	}
	return why
}

func (w pager) inputName(in plan.Input) string {
	return w.say.InputName(in, "desk.field")
}

// titled is the title of a source that is named by its id, else what was written.
func titled(p *plan.Plan, facts *datasets.Data, source string) string {
	if s := item(p.Sources, source, sourceID); s != nil && s.Title != "" {
		return s.Title
	}
	if s, known := facts.SourceOf(source); known {
		return s.Title
	}
	return source
}

// ownPage reports whether a part of a measure stands on the measure's own page alone.
func ownPage(part string) bool {
	part, _, _ = strings.Cut(part, "/")
	return slices.Contains([]string{"costs", "effort", "effects", "needs", "excludes", "function", "mandatory", "earliest", "latest", "practice", "note"}, part)
}

// pageOf is the page on which a row can be changed or seen.
func pageOf(row string) string {
	if of, is := strings.CutPrefix(row, "budget/measures/"); is {
		row = "measures/" + of // what a measure costs stands on its own page
	}
	room, rest, _ := strings.Cut(row, "/")
	switch room {
	case "drivers", "budget", "funding":
		return room
	case "activities", "workload":
		if rest == "index" {
			return "case"
		}
		return "workload"
	case "team", "roles", "staffing":
		return "team"
	case "lines":
		return "budget"
	case "financing":
		if rest == "index" || rest == "real_budget" {
			return "case"
		}
		return "funding"
	case "readiness":
		return room
	case "headlines", "wordings":
		return "case"
	case "project", "results", "purchases":
		if rest == "indirect" || rest == "reserve" || strings.HasPrefix(rest, "sections/") {
			return "funding"
		}
		return "project"
	case "tranches":
		return "project"
	case "package", "packages":
		return "funding"
	case "losses", "risk":
		return "risk"
	case "measures", "portfolio":
		if rest == "most" || rest == "weight" {
			return "risk"
		}
		if id, part, _ := strings.Cut(rest, "/"); room == "measures" && ownPage(part) {
			return room + "/" + id
		}
		return "measures"
	}
	return "post"
}
