package main

import (
	"fmt"
	"strconv"

	"outrigger/model/budget"
	"outrigger/model/calc"
	"outrigger/model/chain"
	"outrigger/model/money"
)

// inRange are the words and places of the headlines whose ranges are told.
func inRange(c *chain.Case) map[calc.ID]struct {
	word   string
	places int
} {
	own, donor := places(c.Plan.Money.Currency), places(budget.DonorCurrency(c.Plan))
	return map[calc.ID]struct {
		word   string
		places int
	}{
		c.Workload.Index:            {"workload_index", 1},
		c.Financing.Index:           {"budget_index", 1},
		c.Mismatch:                  {"mismatch", 2},
		c.Staffing.RequiredTotal:    {"required", 2},
		c.Staffing.Short:            {"short", 2},
		c.Staffing.BacklogMonths:    {"backlog_months", 1},
		c.Financing.NeedTotal.Local: {"need", own},
		c.Financing.GapTotal.Local:  {"gap", own},
		c.Financing.GapTotal.Donor:  {"gap_donor", donor},
	}
}

// ranges tells how sure the headline figures are: of ten cases one lies below the
// low and one above the high figure.
func (v *invocation) ranges(c *chain.Case, scenario string) {
	p := c.Plan
	x := c.Draw(scenario)
	gap := c.Financing.GapTotal.Local
	sure := v.say.Sure(x, gap, p.Years.Last, p.Money.Currency)
	fmt.Fprintln(v.out)
	if x == nil {
		fmt.Fprintln(v.out, sure)
		return
	}
	code, donor := p.Money.Currency, budget.DonorCurrency(p)
	fmt.Fprintln(v.out, v.say.Say("verb.ranges.head", map[string]string{
		"year": p.Years.Last.Label(p.Years.StartMonth), "n": v.say.Number(money.Int(x.N), 0), "seed": fmt.Sprint(x.Seed),
	}))
	v.line([]string{"", v.say.Say("verb.forecast.low", nil), v.say.Say("verb.forecast.mid", nil), v.say.Say("verb.forecast.high", nil)})
	told := inRange(c)
	for _, d := range c.Doubted() {
		r := told[d.Row]
		cells := []string{v.say.Say("verb.figure."+r.word, map[string]string{"currency": code, "donor": donor})}
		q, _ := x.Quantiles(d.Row, p.Years.Last, 0.1, 0.5, 0.9)
		for _, f := range q {
			cells = append(cells, v.say.Number(money.Drawn(f, r.places), r.places))
		}
		v.line(cells)
	}
	fmt.Fprintln(v.out)
	for _, year := range p.Axis().Planned() {
		share, _ := c.Overwhelmed(x, year)
		fmt.Fprintln(v.out, v.say.Say("verb.ranges.short", map[string]string{"year": year.Label(p.Years.StartMonth), "share": v.say.Percent(money.Drawn(share, 4), 0)}))
	}
	fmt.Fprintln(v.out, sure)
	for i, s := range x.Shares(gap, p.Years.Last) {
		if i == 0 {
			fmt.Fprintln(v.out, v.say.Say("verb.ranges.shares", nil))
		}
		if s.Variance < leastShare {
			break
		}
		v.line([]string{"  " + v.say.Label(c.Model.Row(s.Input)), v.say.Percent(money.Drawn(s.Variance, 4), 0)})
	}
}

// leastShare of the variance is told; what is less is lost in the estimate.
const leastShare = 0.01

// everyRange is the machine's reading of the ranges: by row id, one range or one by
// year. Null if no ranges are given.
func everyRange(c *chain.Case, scenario string) any {
	x := c.Draw(scenario)
	if x == nil {
		return nil
	}
	type quantiles struct {
		P10  string `json:"p10"`
		P50  string `json:"p50"`
		P90  string `json:"p90"`
		Mean string `json:"mean"`
	}
	rows, short := map[string]any{}, map[string]string{}
	for _, d := range c.Doubted() {
		years := map[string]quantiles{}
		for _, year := range c.Plan.Axis().Years() {
			q, _ := x.Quantiles(d.Row, year, 0.1, 0.5, 0.9)
			mean, _ := x.Mean(d.Row, year)
			one := quantiles{plain(q[0]), plain(q[1]), plain(q[2]), plain(mean)}
			years[strconv.Itoa(int(year))] = one
			if c.Model.Once(d.Row) {
				rows[string(d.Row)] = one
			}
		}
		if !c.Model.Once(d.Row) {
			rows[string(d.Row)] = years
		}
	}
	for _, year := range c.Plan.Axis().Planned() {
		share, _ := c.Overwhelmed(x, year)
		short[strconv.Itoa(int(year))] = plain(share)
	}
	return map[string]any{"draws": x.N, "seed": x.Seed, "rows": rows, "chance_short": short}
}

// plain writes a drawn figure in full, so that two machines can be compared.
func plain(f float64) string { return strconv.FormatFloat(f, 'g', -1, 64) }
