package budget

import (
	"outrigger/model/calc"
	"outrigger/model/rows"
)

// cost is one thing to be paid, in its own currency, before rounding.
type cost struct {
	id          calc.ID
	name        string
	currency    string
	raw         calc.Expr
	contingency calc.ID // share; empty: none
	only        calc.ID // the flag of the measure it belongs to; empty: none
}

// rounded writes the cost in its own currency unrounded, and in both currencies of
// the plan rounded once each, with its contingency on top.
func (o *writer) rounded(c cost) Pair {
	args := func(code string) map[string]string { return map[string]string{"name": c.name, "currency": code} }
	raw := o.b.Add(calc.Row{
		ID: c.id + "/raw", Section: "budget/unrounded", Unit: calc.Unit(c.currency), Show: calc.ShowMoney, Currency: c.currency,
		Label: calc.Label{Key: "row.budget.raw", Args: args(c.currency)}, Expr: c.raw,
	})
	return Both(o.p, func(code, side string) calc.ID {
		add := func(name, key string, e calc.Expr) calc.ID {
			return o.b.Add(calc.Row{
				ID: c.id + calc.ID("/"+name+"/"+side), Section: "budget/lines", Unit: calc.Unit(code), Show: calc.ShowMoney, Currency: code,
				Label: calc.Label{Key: key, Args: args(code)}, Expr: e, Only: c.only,
			})
		}
		amount := add("cost", "row.budget.cost", rows.Round(Convert(o.p, calc.Ref(raw), c.currency, code), rows.Places(code)))
		if c.contingency == "" {
			Total(o.b, amount, code)
			return amount
		}
		extra := add("contingency", "row.budget.contingency", rows.Round(calc.Mul(calc.Ref(amount), calc.Ref(c.contingency)), rows.Places(code)))
		with := add("with", "row.budget.with", calc.Add(calc.Ref(amount), calc.Ref(extra)))
		Total(o.b, with, code)
		return with
	})
}

// Total adds the sum of a cost over all years, planned years being the only ones
// with costs, so that a reader need not add up a line.
func Total(b *calc.Book, row calc.ID, code string) calc.ID {
	return b.Add(calc.Row{
		ID: row + "/total", Section: "budget/totals", Unit: calc.Unit(code), Show: calc.ShowMoney, Currency: code,
		Label: calc.Label{Key: "row.total", Args: map[string]string{"currency": code}}, Expr: calc.Total(row),
	})
}
