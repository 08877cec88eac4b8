package budget

import (
	"outrigger/model/calc"
	"outrigger/model/drivers"
	"outrigger/model/plan"
	"outrigger/model/rows"
)

// bought is a line to be written: of the plan, or of a measure, which counts only in the
// years in which the measure does.
type bought struct {
	line           plan.Line
	room           string  // where its inputs stand: "lines", "measures/filter/costs"
	owner          string  // the measure's name
	counts, active calc.ID // flags of the measure; empty: a line of the plan
	inflation      calc.ID
}

// called is the line's name, after that of the measure it belongs to.
func (l bought) called() string {
	if l.owner == "" {
		return l.line.Name
	}
	return l.owner + ": " + l.line.Name
}

func (o *writer) line(l bought) Spent {
	at := calc.ID(l.room + "/" + l.line.ID)
	in := func(name string) calc.ID { return at + calc.ID("/"+name) }
	id := "budget/" + at
	c := cost{id: id, name: l.called(), currency: l.line.Currency, only: l.active}
	quantity := o.quantity(l, id, in)
	if c.currency == "" {
		c.currency = o.p.Money.Currency
	}
	c.raw = calc.Mul(calc.Ref(quantity), calc.Ref(in("unit_cost")))
	switch l.line.PricePath {
	case "inflation":
		c.raw = calc.Mul(c.raw, o.price(l.inflation, l.line.PriceYear))
	case "wages":
		c.raw = calc.Mul(c.raw, o.price(o.wages, l.line.PriceYear))
	case "own":
		c.raw = calc.Mul(c.raw, o.price(o.ownPath(l, id, in("own_path")), l.line.PriceYear))
	}
	if l.line.Contingency.Given() {
		c.contingency = in("contingency")
	}
	return Spent{Pair: o.rounded(c), Category: l.line.Category, Kind: l.line.Kind, Raw: id + "/raw"}
}

// quantity is how many are bought in a year: new ones, and those that replace what has
// come to the end of its life.
func (o *writer) quantity(l bought, id calc.ID, in func(string) calc.ID) calc.ID {
	count := calc.Ref(in("quantity"))
	if l.line.Per != "" {
		count = calc.Mul(count, calc.Ref(drivers.Volume(l.line.Per)))
	}
	if l.counts != "" {
		count = calc.Mul(count, calc.Ref(l.counts))
	}
	if l.line.Life.Given() {
		count = calc.Add(count, calc.Lag(id+"/bought", calc.Ref(in("life"))))
	}
	return o.b.Add(calc.Row{
		ID: id + "/bought", Section: "budget/quantities", Unit: rows.Bought(calc.ID(l.room + "/" + l.line.ID)), Show: calc.ShowPlain,
		Label: calc.Label{Key: "row.budget.bought", Args: map[string]string{"name": l.called()}}, Expr: o.planned(count),
	})
}

func (o *writer) ownPath(l bought, at, rate calc.ID) calc.ID {
	id := at + "/index"
	return o.b.Add(calc.Row{
		ID: id, Section: "budget/prices", Show: calc.ShowRate,
		Label: calc.Label{Key: "row.prices.index_own", Args: map[string]string{"name": l.called()}},
		Expr: calc.If(calc.Ref(rows.First), calc.Greater, calc.Zero(), calc.Unity(),
			calc.Mul(calc.Prev(id, calc.Unity()), calc.Add(calc.Unity(), calc.Ref(rate)))),
	})
}
