package words

import (
	"maps"
	"strings"

	"outrigger/model/calc"
	"outrigger/model/money"
	"outrigger/model/plan"
	"outrigger/model/span"
)

// Label is what a row of the graph is called: whose it is, then what it says.
func (r Reader) Label(row *calc.Row) string {
	text := r.Own(row)
	if name := row.Label.Args["name"]; name != "" {
		return r.Labelled(name, text)
	}
	if id := row.Label.Args["package"]; id != "" {
		return r.Labelled(r.PackageName(plan.Package{ID: id}), text)
	}
	return text
}

// Called is a row's label under no heading. A total is called by what it adds up, which
// of finds, because its own label names only the span.
func (r Reader) Called(row *calc.Row, of func(calc.ID) *calc.Row) string {
	if row.Label.Key != "row.total" {
		return r.Label(row)
	}
	return r.Of(r.Label(of(row.Expr.Row)), r.Label(row))
}

// Of joins what something is with the span or year it is of.
func (r Reader) Of(name, text string) string {
	return r.Say("common.of", map[string]string{"name": name, "text": text})
}

// Labelled joins whose something is with what it is, as the language writes it:
// French sets a space before the colon that no line breaks at.
func (r Reader) Labelled(name, text string) string {
	return r.Say("common.labelled", map[string]string{"name": name, "text": text})
}

// Own is a row's label under a heading that names its owner already.
func (r Reader) Own(row *calc.Row) string {
	args := row.Label.Args
	if category := args["category"]; category != "" { // told by its id
		args = maps.Clone(args)
		args["category"] = r.Say("common.category."+category, nil)
	}
	return r.Say(row.Label.Key, args)
}

// Nouns are what a plan calls the things it counts, by the unit of their rows:
// drivers/tracked, lines/training.
type Nouns map[string]string

// NounsOf gathers a plan's nouns.
func NounsOf(p *plan.Plan) Nouns {
	n := Nouns{}
	for _, d := range p.Drivers {
		n["drivers/"+d.ID] = d.Unit
	}
	for _, l := range p.Lines {
		n["lines/"+l.ID] = l.Unit
	}
	return n
}

// Unit says what a row's figures are counted in; empty for a pure number.
func (r Reader) Unit(row *calc.Row, nouns Nouns) string {
	if row.Unit == calc.One {
		switch row.Show {
		case calc.ShowShare:
			return "%"
		case calc.ShowIndex:
			return r.Say("unit.index", nil)
		case calc.ShowYesNo:
			return r.Say("unit.yes_no", nil)
		}
		return ""
	}
	above, below := row.Unit.Factors()
	name := func(bases []string) string {
		var names []string
		for _, base := range bases {
			names = append(names, r.unitBase(base, nouns))
		}
		return strings.Join(names, " × ")
	}
	switch {
	case len(below) == 0:
		return name(above)
	case len(above) == 0:
		return r.Say("unit.one_per", map[string]string{"b": name(below)})
	}
	return r.Say("unit.per", map[string]string{"a": name(above), "b": name(below)})
}

func (r Reader) unitBase(base string, nouns Nouns) string {
	kind, _, owned := strings.Cut(base, "/")
	if !owned {
		if key := "unit." + base; r.Has(key) {
			return r.Say(key, nil)
		}
		return base // a currency's code
	}
	unit := nouns[base]
	if kind == "activities" {
		unit = r.Say("unit.task", nil)
	}
	if unit == "" {
		return r.Say("unit.piece", nil)
	}
	return unit
}

// Value writes a row's figure as the row wants it shown, without its unit but for
// the percent sign; an input is written with all its digits, as it was typed.
// startMonth is that of the plan's fiscal years.
func (r Reader) Value(row *calc.Row, n money.Number, startMonth int) string {
	if row.Leaf != nil && row.Show != calc.ShowYear && row.Show != calc.ShowYesNo {
		if row.Show == calc.ShowShare {
			return r.Percent(n, -1)
		}
		return r.Number(n, -1)
	}
	switch row.Show {
	case calc.ShowWhole, calc.ShowHours:
		return r.Number(n, 0)
	case calc.ShowPeople, calc.ShowTimes:
		return r.Number(n, 2)
	case calc.ShowIndex, calc.ShowMonths:
		return r.Number(n, 1)
	case calc.ShowShare:
		return r.Percent(n, 1)
	case calc.ShowMoney:
		c, _ := money.ByCode(row.Currency)
		return r.Number(n, c.Places)
	case calc.ShowRate:
		return r.Number(money.Round(n, 6), -1)
	case calc.ShowYear:
		if year, _, whole := n.Int64(0); whole && year > 0 {
			return span.Year(year).Label(startMonth)
		}
		return "–"
	case calc.ShowYesNo:
		if n.IsZero() {
			return r.Say("common.no", nil)
		}
		return r.Say("common.yes", nil)
	}
	return r.Number(money.Round(n, 4), -1)
}
