package funding

import (
	"slices"

	"outrigger/model/calc"
	"outrigger/model/money"
	"outrigger/model/plan"
	"outrigger/model/rows"
)

// Tranches are the rows of how the money that is asked for comes, and what the post has to
// pay ahead of it:
//
//	up to i   = round(Σ shares 1 … i × all that is asked for)
//	tranche i = up to i − up to i−1                 in the year in which it is due
//	ahead     = ahead of the year before + Σ tranches − asked
//	bridge    = max(0, −ahead)
//
// Rounding what is paid so far, not each tranche, lets shares of one hundred per cent come
// to all that is asked for, to the smallest unit. The zero value: the plan names none.
type Tranches struct {
	Parts  []Tranche
	Asked  calc.ID // what they are parts of, by year
	Paid   calc.ID // by all of them, by year
	Ahead  calc.ID // paid so far less asked so far, at the end of the year; below nought: the post pays ahead
	Bridge calc.ID // what the post pays ahead at the end of the year
}

// Tranche are the rows of one tranche.
type Tranche struct {
	ID     string
	Year   calc.ID // in which it is due, one value; 0: in no planned year
	UpTo   calc.ID // what is paid with it and all before it, one value
	Amount calc.ID // by year
}

func (o *writer) tranches() {
	if len(o.p.Project.Tranches) == 0 {
		return
	}
	h := &o.h.Tranches
	h.Asked = o.h.Asked
	if len(o.h.Shared.Parts) > 0 {
		h.Asked = o.h.Shared.Asked
	}
	var shares, amounts []calc.ID
	before := calc.Zero()
	for _, one := range o.p.Project.Tranches {
		shares = append(shares, calc.ID("project/tranches/"+one.ID+"/share"))
		t := o.tranche(one, slices.Clone(shares), before)
		amounts = append(amounts, t.Amount)
		before = calc.Ref(t.UpTo)
		h.Parts = append(h.Parts, t)
	}
	h.Paid = o.amount("tranches/paid", "tranches/total", "row.tranches.paid", nil, calc.Sum(amounts...))
	ahead := func(id calc.ID, key string, e calc.Expr) calc.ID {
		return o.b.Add(calc.Row{
			ID: id, Section: "tranches/ahead", Show: calc.ShowMoney, Unit: calc.Unit(o.code), Currency: o.code,
			Label: calc.Label{Key: key, Args: map[string]string{"currency": o.code}}, Expr: e,
		})
	}
	const id = "tranches/ahead"
	h.Ahead = ahead(id, "row.tranches.ahead", calc.Sub(calc.Add(calc.Prev(id, calc.Zero()), calc.Ref(h.Paid)), calc.Ref(h.Asked)))
	h.Bridge = ahead("tranches/bridge", "row.tranches.bridge", calc.Max(calc.Zero(), calc.Sub(calc.Zero(), calc.Ref(h.Ahead))))
}

func (o *writer) tranche(one plan.Tranche, shares []calc.ID, before calc.Expr) Tranche {
	id := calc.ID("tranches/" + one.ID)
	args := func() map[string]string { return map[string]string{"name": one.Name, "currency": o.code} }
	year, _ := one.Year(o.p)
	t := Tranche{ID: one.ID}
	t.Year = o.fixed(id+"/year", "tranches/year", "row.tranches.year", args(), calc.ShowYear, calc.Year, money.Int(int(year)), "")
	t.UpTo = o.b.Add(calc.Row{
		ID: id + "/up_to", Section: "tranches/up_to", Show: calc.ShowMoney, Unit: calc.Unit(o.code), Currency: o.code,
		Label: calc.Label{Key: "row.tranches.up_to", Args: args()},
		Expr:  rows.Round(calc.Mul(calc.Ref(TotalOf(o.h.Tranches.Asked)), calc.Sum(shares...)), rows.Places(o.code)),
	})
	t.Amount = o.amount(id+"/amount", "tranches/amounts", "row.tranches.amount", args(),
		calc.If(calc.Ref(rows.YearNumber), calc.Equal, calc.Ref(t.Year), calc.Sub(calc.Ref(t.UpTo), before), calc.Zero()))
	return t
}
