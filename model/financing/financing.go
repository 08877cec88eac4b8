// Package financing sets what is granted against what is needed.
//
//	gap = need − (secured + probable)     in planned years
//
// A gap below zero is a surplus. What is only sought does not close the gap; it
// shows what would remain if it came.
package financing

import (
	"outrigger/model/budget"
	"outrigger/model/calc"
	"outrigger/model/plan"
	"outrigger/model/rows"
	"outrigger/model/span"
)

// Handles are the rows the headlines need.
type Handles struct {
	Granted, Sought, Gap, Remaining budget.Pair // by year
	GapTotal, GrantedTotal          budget.Pair // one value, planned years
	NeedTotal                       budget.Pair
	RealBudget                      calc.ID // granted at the first year's prices, post's currency
	Index                           calc.ID // real budget, base year = 100
}

// Base is the year both indices set to 100: the first in which money was granted,
// because before it there is no budget to compare with; without any, the first
// planned year or the plan's last.
func Base(p *plan.Plan) span.Year {
	axis := p.Axis()
	for _, year := range axis.Years() {
		for _, f := range p.Funding {
			n, given := f.Amount.Years[year]
			if !given && f.Amount.Value != nil {
				n, given = *f.Amount.Value, true
			}
			if f.Grade != "sought" && given && n.IsPos() {
				return year
			}
		}
	}
	return min(axis.LastActual+1, axis.Last)
}

// Write adds the rows of every source, the gap and the real budget index.
func Write(b *calc.Book, p *plan.Plan, need budget.Handles) Handles {
	o := writer{b, p}
	granted, sought := []budget.Pair{}, []budget.Pair{}
	for _, f := range p.Funding {
		amount := o.source(f)
		if f.Grade == "sought" {
			sought = append(sought, amount)
		} else {
			granted = append(granted, amount)
		}
	}
	h := Handles{Granted: o.sum("granted", granted), Sought: o.sum("sought", sought)}
	o.planned(h.Sought.Local, p.Money.Currency)
	o.planned(h.Sought.Donor, budget.DonorCurrency(p))
	planned := func(e calc.Expr) calc.Expr {
		return calc.If(calc.Ref(rows.Planned), calc.Greater, calc.Zero(), e, calc.Zero())
	}
	h.Gap = o.pair("gap", func(s string) calc.Expr {
		return planned(calc.Sub(calc.Ref(side(need.Need, s)), calc.Ref(side(h.Granted, s))))
	})
	h.Remaining = o.pair("remaining", func(s string) calc.Expr {
		return planned(calc.Sub(calc.Ref(side(h.Gap, s)), calc.Ref(side(h.Sought, s))))
	})
	o.planned(h.Remaining.Local, p.Money.Currency)
	o.planned(h.Remaining.Donor, budget.DonorCurrency(p))
	counted := o.pair("granted_planned", func(s string) calc.Expr { return planned(calc.Ref(side(h.Granted, s))) })
	h.NeedTotal = o.pair("need_total", func(s string) calc.Expr { return calc.Total(side(need.Need, s)) })
	h.GrantedTotal = o.pair("granted_total", func(s string) calc.Expr { return calc.Total(side(counted, s)) })
	h.GapTotal = o.pair("gap_total", func(s string) calc.Expr { return calc.Total(side(h.Gap, s)) })
	base := Base(p)
	h.RealBudget = o.add("financing/real_budget", "row.financing.real_budget", p.Money.Currency,
		calc.Div(calc.Ref(h.Granted.Local), calc.Ref(need.Index), calc.Zero()))
	h.Index = b.Add(calc.Row{
		ID: "financing/index", Section: "workload/mismatch", Show: calc.ShowIndex, Headline: true,
		Label: calc.Label{Key: "row.financing.index", Args: map[string]string{"year": base.Label(p.Years.StartMonth)}},
		Expr:  calc.Div(calc.Mul(calc.Hundred(), calc.Ref(h.RealBudget)), calc.At(h.RealBudget, base), calc.Zero()),
	})
	return h
}

type writer struct {
	b *calc.Book
	p *plan.Plan
}

func side(p budget.Pair, name string) calc.ID {
	if name == "donor" {
		return p.Donor
	}
	return p.Local
}

func (o writer) add(id calc.ID, key, code string, e calc.Expr) calc.ID {
	return o.b.Add(calc.Row{
		ID: id, Section: "financing/total", Unit: calc.Unit(code), Show: calc.ShowMoney, Currency: code,
		Label: calc.Label{Key: key, Args: map[string]string{"currency": code}}, Expr: e,
	})
}

// planned adds what a row amounts to over the planned years.
func (o writer) planned(row calc.ID, code string) calc.ID {
	return o.b.Add(calc.Row{
		ID: row + "/planned", Section: "financing/totals", Unit: calc.Unit(code), Show: calc.ShowMoney, Currency: code,
		Label: calc.Label{Key: "row.total", Args: map[string]string{"currency": code}}, Expr: calc.TotalWhere(row, rows.Planned),
	})
}

func (o writer) pair(name string, e func(side string) calc.Expr) budget.Pair {
	return budget.Both(o.p, func(code, side string) calc.ID {
		return o.add(calc.ID("financing/"+name+"/"+side), "row.financing."+name, code, e(side))
	})
}

func (o writer) sum(name string, parts []budget.Pair) budget.Pair {
	return o.pair(name, func(s string) calc.Expr {
		ids := []calc.ID{}
		for _, part := range parts {
			ids = append(ids, side(part, s))
		}
		return calc.Sum(ids...)
	})
}

// source is one source's amounts in both currencies, rounded once each.
func (o writer) source(f plan.Funding) budget.Pair {
	from := f.Currency
	if from == "" {
		from = o.p.Money.Currency
	}
	amount := calc.Ref(calc.ID("funding/" + f.ID + "/amount"))
	return budget.Both(o.p, func(code, side string) calc.ID {
		id := o.b.Add(calc.Row{
			ID: calc.ID("financing/sources/" + f.ID + "/" + side), Section: "financing/sources", Unit: calc.Unit(code),
			Show: calc.ShowMoney, Currency: code,
			Label: calc.Label{Key: "row.financing.source", Args: map[string]string{"name": f.Name, "currency": code}},
			Expr:  rows.Round(budget.Convert(o.p, amount, from, code), rows.Places(code)),
		})
		o.planned(id, code)
		return id
	})
}
