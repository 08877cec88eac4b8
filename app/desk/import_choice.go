package desk

import (
	"slices"
	"strconv"
	"strings"

	"outrigger/app/intake"
	"outrigger/app/words"
	"outrigger/model/plan"
	"outrigger/model/span"
)

// mapping is a choice as intake reads it.
func (d *Desk) mapping(r ImportRequest) (intake.Mapping, error) {
	m := d.incoming.maps[max(0, min(r.Table, len(d.incoming.maps)-1))]
	m.Scale = r.Scale
	switch r.Decimal {
	case "point":
		m.Locale = intake.Point
	case "comma":
		m.Locale = intake.Comma
	}
	if r.SaveAs != "" {
		m.Name = r.SaveAs
	}
	m.Series = nil
	taken := map[string]bool{}
	for _, s := range r.Series {
		made := intake.Series{
			Target: s.Target, LabelCell: s.Cell, Label: s.Label, Measure: s.Measure, Sum: s.Sum, From: span.Year(s.From), To: span.Year(s.To),
		}
		for _, f := range s.Filters {
			made.Filters = append(made.Filters, intake.Filter{Column: f.Column, Equal: f.Equal})
		}
		if list, is := strings.CutPrefix(s.Target, newTarget); is {
			id := d.freeID(list, s.Name, taken)
			made.Target = list + "/" + id + "/" + newField[list]
			made.New = &intake.NewItem{Name: s.Name, Unit: s.Unit}
		}
		m.Series = append(m.Series, made)
	}
	return m, nil
}

// stillAt is where the figures of a saved series go now. What they once made and the
// plan holds no more is made anew; where anything else is gone nothing is proposed,
// and the reader is asked.
func (d *Desk) stillAt(s intake.Series) (target, name, unit string) {
	if slices.ContainsFunc(plan.Askable(d.open.plan), func(in plan.Input) bool { return in.ID == s.Target }) {
		return s.Target, "", ""
	}
	list, _, _ := strings.Cut(s.Target, "/")
	if s.New == nil || newField[list] == "" {
		return "", "", ""
	}
	return newTarget + list, s.New.Name, s.New.Unit
}

// placed leaves out the series that nobody has given a place yet.
func placed(r ImportRequest) ImportRequest {
	r.Series = slices.DeleteFunc(slices.Clone(r.Series), func(s ImportSeries) bool { return s.Target == "" })
	return r
}

// newTarget stands before the list in which a series makes something new; newField
// is the input its figures go to.
const newTarget = "new:"

var newField = map[string]string{"drivers": "history", "roles": "staff", "lines": "quantity", "funding": "amount"}

// freeID makes an id of a name that the list does not have yet.
func (d *Desk) freeID(list, name string, taken map[string]bool) string {
	base := or(shortName(name), "item")
	for n := 1; ; n++ {
		id := base
		if n > 1 {
			id += "-" + strconv.Itoa(n)
		}
		prefix := list + "/" + id + "/"
		if !taken[prefix] && !slices.ContainsFunc(plan.Inputs(d.open.plan), func(in plan.Input) bool { return strings.HasPrefix(in.ID, prefix) }) {
			taken[prefix] = true
			return id
		}
	}
}

// targets lists where figures may go: what the plan lacks first.
func (d *Desk) targets(say words.Reader) []ImportTarget {
	list := []ImportTarget{}
	for _, in := range plan.Askable(d.open.plan) {
		if in.Shape == plan.Once {
			continue
		}
		missing := !in.Figure.Given() && (in.Required || in.Field == "amount")
		list = append(list, ImportTarget{ID: in.ID, Name: inputName(in, say), Missing: missing})
	}
	slices.SortStableFunc(list, func(a, b ImportTarget) int {
		switch {
		case a.Missing == b.Missing:
			return 0
		case a.Missing:
			return -1
		}
		return 1
	})
	for _, kind := range []string{"drivers", "roles", "lines", "funding"} {
		list = append(list, ImportTarget{ID: newTarget + kind, Name: say.Say("import.new."+kind, nil), New: true})
	}
	return list
}

// savedMappings are the ones the plan keeps, by name.
func (d *Desk) savedMappings() []Choice {
	list := []Choice{}
	for _, m := range d.open.plan.Mappings {
		list = append(list, Choice{m.Name, m.Name})
	}
	return list
}

// fromSaved takes the choice of a saved mapping, as far as it fits this file.
func (d *Desk) fromSaved(r ImportRequest) ImportRequest {
	i := slices.IndexFunc(d.open.plan.Mappings, func(m plan.Mapping) bool { return m.Name == r.Mapping })
	if i < 0 {
		return r
	}
	m, err := intake.LoadMapping(d.open.plan.Mappings[i])
	if err != nil {
		return r
	}
	r.Scale, r.SaveAs, r.Series, r.Mapping = m.Scale, m.Name, []ImportSeries{}, ""
	r.Table = max(0, slices.IndexFunc(d.incoming.maps, func(t intake.Mapping) bool { return t.Sheet == m.Sheet && t.Orientation == m.Orientation }))
	switch m.Locale {
	case intake.Point:
		r.Decimal = "point"
	case intake.Comma:
		r.Decimal = "comma"
	}
	for _, s := range m.Series {
		was := ImportSeries{Cell: s.LabelCell, Label: s.Label, Measure: s.Measure, Sum: s.Sum, From: int(s.From), To: int(s.To), Filters: []ImportFilter{}}
		was.Target, was.Name, was.Unit = d.stillAt(s)
		for _, f := range s.Filters {
			was.Filters = append(was.Filters, ImportFilter{f.Column, f.Equal})
		}
		r.Series = append(r.Series, was)
	}
	return r
}
