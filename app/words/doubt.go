package words

import (
	"outrigger/model/calc"
	"outrigger/model/money"
	"outrigger/model/span"
)

// Sure says how sure a total of money is: the funding gap, drawn as x has it. Nil
// draws: no ranges are given, and the sentence says so.
func (r Reader) Sure(x *calc.Samples, gap calc.ID, last span.Year, currency string) string {
	if x == nil {
		return r.Say("common.doubt.none", nil)
	}
	q, ok := x.Quantiles(gap, last, 0.1, 0.9)
	if !ok || q[0] == q[1] { // doubt may reach a figure and not move it
		return r.Say("common.doubt.certain", nil)
	}
	c, _ := money.ByCode(currency)
	amount := func(f float64) string {
		return r.Money(money.Canonical(money.Drawn(f, c.Places)), currency, c.Places)
	}
	args := map[string]string{"low": amount(q[0]), "high": amount(q[1])}
	if q[0] > 0 {
		return r.Say("common.doubt.gap", args)
	}
	some, _ := x.Above(gap, last, 0)
	args["share"] = r.Percent(money.Drawn(1-some, 2), 0)
	return r.Say("common.doubt.maybe", args)
}
