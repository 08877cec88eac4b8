// Package rows writes a plan's inputs into the graph, so that the blocks of the
// chain only refer to them: one row for every input, and the few fixed rows that
// all blocks share (which years are planned, the currencies' places).
package rows

import (
	"strings"

	"outrigger/model/calc"
	"outrigger/model/money"
	"outrigger/model/plan"
	"outrigger/model/span"
)

// Rows that every block may read.
const (
	Planned      calc.ID = "axis/planned" // 1 in planned years, 0 in actual ones
	First        calc.ID = "axis/first"   // 1 in the first year, else 0
	YearNumber   calc.ID = "axis/year"    // the fiscal year's own number
	PeoplePlaces calc.ID = "axis/people_places"
)

// Places is the row that states a currency's decimal places.
func Places(code string) calc.ID { return calc.ID("money/places/" + code) }

// Rate is the row of a currency's rate in the plan's own.
func Rate(code string) calc.ID { return calc.ID("rates/" + code) }

// Driver and Task are the units of what one driver or activity counts; each is a unit of
// its own, so that they never mix.
func Driver(id string) calc.Unit { return calc.Unit("drivers/" + id) }
func Task(id string) calc.Unit   { return calc.Unit("activities/" + id) }

// Bought is the unit of what a cost line counts, the line being named by its place in
// the plan: "lines/mail" or "measures/filter/costs/licence".
func Bought(line calc.ID) calc.Unit { return calc.Unit(line) }

// Write adds the shared rows and one row for every input.
func Write(b *calc.Book, p *plan.Plan) {
	fixed(b, p)
	for _, in := range plan.Inputs(p) {
		leaf := Leaf(in, *in.Figure, b.Axis)
		show, currency := shown(in)
		room, _, _ := strings.Cut(in.ID, "/")
		b.Add(calc.Row{
			ID: calc.ID(in.ID), Section: "inputs/" + room, Unit: unit(p, in), Show: show, Currency: currency,
			Label: calc.Label{Key: "row.input." + in.Field, Args: named(in)},
			Expr:  calc.Input(), Leaf: &leaf,
		})
	}
}

func named(in plan.Input) map[string]string {
	args := map[string]string{"name": in.Name}
	if in.Category != "" {
		args["category"] = in.Category
	}
	if in.Name == "" && in.Package != "" {
		args["package"] = in.Package
	}
	return args
}

func fixed(b *calc.Book, p *plan.Plan) {
	planned, first, number := flags(b.Axis)
	yearly(b, Planned, calc.ShowYesNo, calc.One, planned)
	yearly(b, First, calc.ShowYesNo, calc.One, first)
	yearly(b, YearNumber, calc.ShowYear, calc.Year, number)
	Constant(b, PeoplePlaces, calc.One, money.Int(2), calc.Certain, "row.axis.people_places")
	Constant(b, guard(PeoplePlaces), calc.One, money.Int(2+guardPlaces), calc.Certain, "row.axis.people_guard")
	codes := []string{p.Money.Currency, p.Money.Donor}
	for _, r := range p.Money.Rates {
		codes = append(codes, r.Currency)
	}
	for _, code := range codes {
		if c, known := money.ByCode(code); known && !b.Has(Places(code)) {
			places(b, Places(code), "row.money.places", code, c.Places)
			places(b, guard(Places(code)), "row.money.guard", code, c.Places+guardPlaces)
		}
	}
}

func places(b *calc.Book, id calc.ID, key, code string, n int) {
	b.Add(calc.Row{
		ID: id, Section: "inputs/money", Show: calc.ShowWhole, Expr: calc.Input(),
		Label: calc.Label{Key: key, Args: map[string]string{"currency": code}},
		Leaf:  &calc.Leaf{Once: true, Fixed: true, Values: []money.Number{money.Int(n)}, Given: []bool{true}, Asked: []bool{true}},
	})
}

// guardPlaces is how many further places a figure is rounded to before it is
// rounded to its own. A tie such as 18,091,762.5 comes out of binary arithmetic as
// 18,091,762.499999996; rounded to four further places first it is a tie again, so
// that a spreadsheet and the model round the same way.
const guardPlaces = 4

func guard(places calc.ID) calc.ID { return places + "/guard" }

// Round rounds half away from zero to the places that a row of Places states, by
// way of the guard places.
func Round(e calc.Expr, places calc.ID) calc.Expr {
	return calc.Round(calc.Round(e, guard(places)), places)
}

func flags(axis span.Axis) (planned, first, number []money.Number) {
	for i, year := range axis.Years() {
		planned = append(planned, flag(year > axis.LastActual))
		first = append(first, flag(i == 0))
		number = append(number, money.Int(int(year)))
	}
	return planned, first, number
}

func flag(on bool) money.Number {
	if on {
		return money.Int(1)
	}
	return money.Int(0)
}

func yearly(b *calc.Book, id calc.ID, show calc.Show, unit calc.Unit, values []money.Number) {
	all := make([]bool, len(values))
	for i := range all {
		all[i] = true
	}
	b.Add(calc.Row{
		ID: id, Section: "inputs/axis", Show: show, Unit: unit, Expr: calc.Input(),
		Label: calc.Label{Key: "row." + strings.ReplaceAll(string(id), "/", ".")},
		Leaf:  &calc.Leaf{Fixed: true, Values: values, Given: all, Asked: all},
	})
}

// Constant adds a fixed row of one value.
func Constant(b *calc.Book, id calc.ID, unit calc.Unit, n money.Number, e calc.Evidence, key string) calc.ID {
	return b.Add(calc.Row{
		ID: id, Section: "inputs/axis", Unit: unit, Expr: calc.Input(), Label: calc.Label{Key: key},
		Leaf: &calc.Leaf{Once: true, Fixed: true, Evidence: e, Values: []money.Number{n}, Given: []bool{true}, Asked: []bool{true}},
	})
}

// Leaf turns an input into what its row holds: single years before the value for
// every year, the default where nothing is said. A figure without a grade is a
// placeholder, because nobody vouches for it; one that is not given rests on
// nothing and weakens nothing.
func Leaf(in plan.Input, f plan.Figure, axis span.Axis) calc.Leaf {
	leaf := calc.Leaf{Once: in.Shape == plan.Once, Source: f.Source, Year: f.Year, Note: f.Note, Owner: f.Owner, Decision: in.Decision}
	if f.Given() && !in.Decision {
		leaf.Evidence = Evidence(f.Grade)
	}
	if leaf.Once {
		leaf.Values, leaf.Given, leaf.Asked = []money.Number{in.Default}, []bool{f.Value != nil}, []bool{true}
		if f.Value != nil {
			leaf.Values[0] = *f.Value
		}
		return leaf
	}
	n := axis.Len()
	leaf.Values, leaf.Given, leaf.Asked = make([]money.Number, n), make([]bool, n), make([]bool, n)
	for _, year := range in.Span(axis) {
		i, on := axis.Index(year)
		if !on {
			continue
		}
		leaf.Asked[i], leaf.Values[i] = true, in.Default
		if v, given := f.Years[year]; given {
			leaf.Values[i], leaf.Given[i] = v, true
		} else if f.Value != nil {
			leaf.Values[i], leaf.Given[i] = *f.Value, true
		}
	}
	return leaf
}

// Evidence ranks a plan's grade.
func Evidence(g plan.Grade) calc.Evidence {
	for i, known := range plan.Grades {
		if g == known {
			return calc.Measured + calc.Evidence(i)
		}
	}
	return calc.Placeholder
}

func shown(in plan.Input) (calc.Show, string) {
	switch in.Kind {
	case plan.People:
		return calc.ShowPeople, ""
	case plan.Share, plan.Growth:
		return calc.ShowShare, ""
	case plan.Cost:
		return calc.ShowMoney, in.Unit
	case plan.Per:
		return calc.ShowRate, ""
	case plan.Lifetime:
		return calc.ShowWhole, ""
	case plan.Switch:
		return calc.ShowYesNo, ""
	case plan.InYear:
		return calc.ShowYear, ""
	}
	return calc.ShowPlain, ""
}

// unit is what an input's figures are counted in.
func unit(p *plan.Plan, in plan.Input) calc.Unit {
	parts := strings.Split(in.ID, "/")
	owner := parts[min(1, len(parts)-1)]
	switch in.Field {
	case "rate":
		return calc.Unit(p.Money.Currency).Per(calc.Unit(in.Name))
	case "history", "path":
		return Driver(owner)
	case "ratio":
		for _, d := range p.Drivers {
			if d.ID == owner {
				return Driver(owner).Per(Driver(d.Future.Of))
			}
		}
	case "possible_days", "public_holidays", "annual_leave", "sick_leave", "other_absence":
		return calc.Day.Per(calc.Person)
	case "hours_per_day":
		return calc.Hour.Per(calc.Day)
	case "support_amount", "support_of":
		if in.Kind == plan.Days {
			return calc.Day
		}
		return calc.Hour
	case "additional_people", "staff", "hires":
		return calc.Person
	case "additional_hours":
		return calc.Hour.Per(calc.Person)
	case "vacant_months":
		return calc.Month
	case "wage":
		return calc.Unit(p.Money.Currency).Per(calc.Person)
	case "backlog":
		return calc.Hour
	case "occurrences":
		for _, a := range p.Activities {
			if a.ID == owner && a.Driver != "" {
				return Task(owner).Per(Driver(a.Driver))
			}
		}
		return Task(owner)
	case "hours":
		return calc.Hour.Per(Task(owner))
	case "quantity", "quantity_per", "unit_cost":
		return ofLine(p, in)
	case "life", "start":
		return calc.Year
	case "effort_first", "effort_later", "free_hours":
		return calc.Hour
	case "weight_hour":
		return calc.Unit(in.Unit).Per(calc.Hour)
	case "training":
		return calc.Hour
	case "amount", "it_spend", "revenue", "ceiling", "loss_low", "loss_likely", "loss_high", "weight_level":
		return calc.Unit(in.Unit)
	}
	return calc.One
}

// ofLine is the unit of a cost line's quantity or price.
func ofLine(p *plan.Plan, in plan.Input) calc.Unit {
	line := calc.ID(in.ID[:strings.LastIndexByte(in.ID, '/')])
	switch item := Bought(line); in.Field {
	case "unit_cost":
		return calc.Unit(in.Unit).Per(item)
	case "quantity_per":
		return item.Per(Driver(per(p, string(line))))
	default:
		return item
	}
}

// per is the driver that a line's quantity goes with.
func per(p *plan.Plan, line string) string {
	for _, l := range p.Lines {
		if "lines/"+l.ID == line {
			return l.Per
		}
	}
	for _, m := range p.Measures {
		for _, l := range m.Costs {
			if "measures/"+m.ID+"/costs/"+l.ID == line {
				return l.Per
			}
		}
	}
	return ""
}
