package main

import (
	"fmt"
	"runtime"

	"outrigger/model/budget"
	"outrigger/model/calc"
	"outrigger/model/chain"
	"outrigger/model/money"
)

// draws is how many times the plan is drawn; the seed is always the same, so that
// the same plan tells the same ranges.
const (
	draws = 10_000
	seed  = 1
)

// ranges tells how sure the headline figures are: of ten cases one lies below the
// low and one above the high figure.
func (v *invocation) ranges(c *chain.Case, scenario string) {
	p := c.Plan
	code, donor := p.Money.Currency, budget.DonorCurrency(p)
	gap := c.Financing.GapTotal
	rows := []struct {
		word   string
		id     calc.ID
		places int
	}{
		{"workload_index", c.Workload.Index, 1},
		{"mismatch", c.Mismatch, 2},
		{"required", c.Staffing.RequiredTotal, 2},
		{"short", c.Staffing.Short, 2},
		{"backlog_months", c.Staffing.BacklogMonths, 1},
		{"need", c.Financing.NeedTotal.Local, places(code)},
		{"gap", gap.Local, places(code)},
		{"gap_donor", gap.Donor, places(donor)},
	}
	watch := []calc.ID{}
	for _, r := range rows {
		watch = append(watch, r.id)
	}
	x := c.Ranges(scenario, draws, seed, runtime.NumCPU(), watch...)
	fmt.Fprintln(v.out)
	if x == nil {
		fmt.Fprintln(v.out, v.say.Say("verb.ranges.none", nil))
		return
	}
	fmt.Fprintln(v.out, v.say.Say("verb.ranges.head", map[string]string{
		"year": p.Years.Last.Label(p.Years.StartMonth), "n": v.say.Number(money.Int(draws), 0), "seed": fmt.Sprint(seed),
	}))
	v.line([]string{"", v.say.Say("verb.forecast.low", nil), v.say.Say("verb.forecast.mid", nil), v.say.Say("verb.forecast.high", nil)})
	for _, r := range rows {
		if r.word == "gap_donor" && code == donor {
			continue
		}
		cells := []string{v.say.Say("verb.figure."+r.word, map[string]string{"currency": code, "donor": donor})}
		for _, share := range []float64{0.1, 0.5, 0.9} {
			q, _ := x.Quantile(r.id, p.Years.Last, share)
			n, err := money.FromFloat(q)
			if err != nil {
				n = money.Int(0)
			}
			cells = append(cells, v.say.Number(n, r.places))
		}
		v.line(cells)
	}
	low, _ := x.Quantile(gap.Local, p.Years.Last, 0.1)
	if n, err := money.FromFloat(low); err == nil {
		fmt.Fprintln(v.out, v.say.Say("verb.ranges.gap", map[string]string{"amount": v.say.Money(money.Round(n, places(code)).String(), code, places(code))}))
	}
}
