// Package budget turns lines and people into what the plan costs, year by year.
//
//	line = quantity × unit cost × price index(year) ÷ price index(price year)
//
// in the line's own currency, then in the post's and in the donor's, each rounded
// once to its places. Everything after adds rounded amounts, so both currencies
// tie to the last digit.
package budget

import (
	"outrigger/model/calc"
	"outrigger/model/money"
	"outrigger/model/plan"
	"outrigger/model/portfolio"
	"outrigger/model/rows"
	"outrigger/model/span"
	"outrigger/model/staffing"
)

// Pair is one amount in the post's currency and in the donor's.
type Pair struct{ Local, Donor calc.ID }

// Handles are the rows the next blocks need.
type Handles struct {
	Index calc.ID // consumer prices, first year = 1
	Need  Pair    // all costs of the plan, planned years
	Lines []Pair  // every cost with its contingency, people first

	Measures map[string][]Spent // the costs of each measure, by its id
	Bought   map[string]Pair    // every line with its contingency, by its id or measure/line
}

// Spent is a cost of a measure: what it is, and where its evidence is told even while
// the measure is not chosen.
type Spent struct {
	Pair
	Category, Kind string
	Raw            calc.ID
}

// Write adds price paths, people, lines and their sums.
func Write(b *calc.Book, p *plan.Plan, facts plan.Facts, s staffing.Handles, chosen portfolio.Handles) Handles {
	o := writer{b: b, p: p, facts: facts, byCategory: map[string][]Pair{}, byKind: map[string][]Pair{}}
	h := Handles{Index: o.index("inflation", p.Prices.Inflation), Measures: map[string][]Spent{}, Bought: map[string]Pair{}}
	o.wages = h.Index
	if p.Prices.Wages.From != "" {
		o.wages = o.index("wages", p.Prices.Wages)
	}
	for _, r := range p.Team.Roles {
		if r.Wage.Given() {
			cost := o.people(r, s)
			h.Lines = append(h.Lines, cost)
			o.file("staff", "run", cost)
		}
	}
	for _, l := range p.Lines {
		cost := o.line(bought{line: l, room: "lines", inflation: h.Index})
		h.Lines = append(h.Lines, cost.Pair)
		h.Bought[l.ID] = cost.Pair
		o.file(l.Category, l.Kind, cost.Pair)
	}
	for _, m := range p.Measures {
		for _, l := range m.Costs {
			counts := chosen.Active[m.ID]
			if l.Kind == "build" {
				counts = chosen.Starts[m.ID]
			}
			cost := o.line(bought{line: l, room: "measures/" + m.ID + "/costs", owner: m.Name, counts: counts, active: chosen.Active[m.ID], inflation: h.Index})
			h.Lines = append(h.Lines, cost.Pair)
			h.Measures[m.ID] = append(h.Measures[m.ID], cost)
			h.Bought[m.ID+"/"+l.ID] = cost.Pair
			o.file(l.Category, l.Kind, cost.Pair)
		}
	}
	for _, c := range plan.Categories {
		o.sum("category_"+c, "budget/categories", o.byCategory[c])
	}
	for _, k := range []string{"build", "run"} {
		o.sum("kind_"+k, "budget/kinds", o.byKind[k])
	}
	h.Need = o.sum("need", "budget/total", h.Lines)
	return h
}

type writer struct {
	b                  *calc.Book
	p                  *plan.Plan
	facts              plan.Facts
	wages              calc.ID
	byCategory, byKind map[string][]Pair
}

func (o *writer) file(category, kind string, cost Pair) {
	o.byCategory[category] = append(o.byCategory[category], cost)
	o.byKind[kind] = append(o.byKind[kind], cost)
}

func (o *writer) sum(name, section string, parts []Pair) Pair {
	var local, donor []calc.ID
	for _, part := range parts {
		local, donor = append(local, part.Local), append(donor, part.Donor)
	}
	return Both(o.p, func(code, side string) calc.ID {
		ids := local
		if side == "donor" {
			ids = donor
		}
		id := o.b.Add(calc.Row{
			ID: calc.ID("budget/" + name + "/" + side), Section: section, Unit: calc.Unit(code), Show: calc.ShowMoney, Currency: code,
			Label: calc.Label{Key: "row.budget." + name, Args: map[string]string{"currency": code}}, Expr: calc.Sum(ids...),
		})
		if name != "need" { // financing adds up the need itself
			Total(o.b, id, code)
		}
		return id
	})
}

// Both writes a row in the post's currency and one in the donor's.
func Both(p *plan.Plan, write func(code, side string) calc.ID) Pair {
	pair := Pair{Local: write(p.Money.Currency, "local")}
	pair.Donor = write(DonorCurrency(p), "donor")
	return pair
}

// DonorCurrency is the currency the donor reads, the post's own if none is named.
func DonorCurrency(p *plan.Plan) string {
	if p.Money.Donor == "" {
		return p.Money.Currency
	}
	return p.Money.Donor
}

// Convert turns an amount of one currency into another of the plan, not rounded.
func Convert(p *plan.Plan, amount calc.Expr, from, to string) calc.Expr {
	if from == to {
		return amount
	}
	if from != p.Money.Currency {
		amount = calc.Mul(amount, calc.Ref(rows.Rate(from)))
	}
	if to != p.Money.Currency {
		amount = calc.Div(amount, calc.Ref(rows.Rate(to)), calc.Zero())
	}
	return amount
}

// index is a price path whose first year is 1.
func (o *writer) index(name string, f plan.Inflation) calc.ID {
	id := calc.ID("prices/" + name)
	rate := calc.Zero()
	switch f.From {
	case "own":
		rate = calc.Ref(id)
	case "country":
		published, known := o.published(id)
		rate = calc.If(calc.Ref(known), calc.Greater, calc.Zero(), calc.Ref(published), calc.Ref(id))
	}
	change := o.row(id+"/rate", "row.prices.rate_"+name, calc.ShowShare, rate)
	return o.row(id+"/index", "row.prices.index_"+name, calc.ShowRate,
		calc.If(calc.Ref(rows.First), calc.Greater, calc.Zero(), calc.Unity(),
			calc.Mul(calc.Prev(id+"/index", calc.Unity()), calc.Add(calc.Unity(), calc.Ref(change)))))
}

func (o *writer) row(id calc.ID, key string, show calc.Show, e calc.Expr) calc.ID {
	return o.b.Add(calc.Row{ID: id, Section: "budget/prices", Show: show, Label: calc.Label{Key: key}, Expr: e})
}

// published adds the country's series, and which of its years are known.
func (o *writer) published(id calc.ID) (values, known calc.ID) {
	n := o.b.Axis.Len()
	series := calc.Leaf{Fixed: true, Values: make([]money.Number, n), Given: make([]bool, n), Asked: make([]bool, n), Evidence: calc.Published, Source: o.facts.InflationSource}
	flags := calc.Leaf{Fixed: true, Values: make([]money.Number, n), Given: make([]bool, n), Asked: make([]bool, n)}
	for i, year := range o.b.Axis.Years() {
		if v, ok := o.facts.Inflation[year]; ok {
			series.Values[i], series.Given[i], flags.Values[i] = v, true, money.Int(1)
		}
		series.Asked[i], flags.Given[i], flags.Asked[i] = series.Given[i], true, true
	}
	values, known = id+"/published", id+"/known"
	o.b.Add(calc.Row{ID: values, Section: "inputs/prices", Show: calc.ShowShare, Label: calc.Label{Key: "row.prices.published"}, Expr: calc.Input(), Leaf: &series})
	o.b.Add(calc.Row{ID: known, Section: "inputs/prices", Show: calc.ShowYesNo, Label: calc.Label{Key: "row.prices.known"}, Expr: calc.Input(), Leaf: &flags})
	return values, known
}

func (o *writer) people(r plan.Role, s staffing.Handles) Pair {
	paid := calc.Ref(s.Staff[r.ID])
	if r.Costed != "staff" {
		paid = calc.Max(paid, calc.Ref(s.Required[r.ID]))
	}
	id := calc.ID("budget/people/" + r.ID)
	c := cost{id: id, name: r.Name, currency: o.p.Money.Currency}
	c.raw = o.planned(calc.Product(paid, calc.Ref(calc.ID("roles/"+r.ID+"/wage")), o.price(o.wages, r.WageAt)))
	return o.rounded(c)
}

// price is how far prices have moved since a year.
func (o *writer) price(index calc.ID, since span.Year) calc.Expr {
	return calc.Div(calc.Ref(index), calc.At(index, since), calc.Zero())
}

func (o *writer) planned(e calc.Expr) calc.Expr {
	return calc.If(calc.Ref(rows.Planned), calc.Greater, calc.Zero(), e, calc.Zero())
}
