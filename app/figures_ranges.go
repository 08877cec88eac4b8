package main

import (
	"fmt"
	"runtime"
	"strconv"

	"outrigger/model/budget"
	"outrigger/model/calc"
	"outrigger/model/chain"
	"outrigger/model/money"
)

// inRange is a headline whose range is told.
type inRange struct {
	word   string
	id     calc.ID
	places int
}

func rangesOf(c *chain.Case) []inRange {
	code, donor := c.Plan.Money.Currency, budget.DonorCurrency(c.Plan)
	gap := c.Financing.GapTotal
	all := []inRange{
		{"workload_index", c.Workload.Index, 1},
		{"mismatch", c.Mismatch, 2},
		{"required", c.Staffing.RequiredTotal, 2},
		{"short", c.Staffing.Short, 2},
		{"backlog_months", c.Staffing.BacklogMonths, 1},
		{"need", c.Financing.NeedTotal.Local, places(code)},
		{"gap", gap.Local, places(code)},
	}
	if code != donor {
		all = append(all, inRange{"gap_donor", gap.Donor, places(donor)})
	}
	return all
}

// drawn draws what the ranges are read from; nil if none are given.
func drawn(c *chain.Case, scenario string) *calc.Samples {
	watch := []calc.ID{c.Staffing.Capacity, c.Workload.Total}
	for _, r := range rangesOf(c) {
		watch = append(watch, r.id)
	}
	return c.Ranges(scenario, chain.Draws, runtime.NumCPU(), watch...)
}

// ranges tells how sure the headline figures are: of ten cases one lies below the
// low and one above the high figure.
func (v *invocation) ranges(c *chain.Case, scenario string) {
	p := c.Plan
	x := drawn(c, scenario)
	fmt.Fprintln(v.out)
	if x == nil {
		fmt.Fprintln(v.out, v.say.Say("verb.ranges.none", nil))
		return
	}
	code, donor := p.Money.Currency, budget.DonorCurrency(p)
	fmt.Fprintln(v.out, v.say.Say("verb.ranges.head", map[string]string{
		"year": p.Years.Last.Label(p.Years.StartMonth), "n": v.say.Number(money.Int(x.N), 0), "seed": fmt.Sprint(x.Seed),
	}))
	v.line([]string{"", v.say.Say("verb.forecast.low", nil), v.say.Say("verb.forecast.mid", nil), v.say.Say("verb.forecast.high", nil)})
	for _, r := range rangesOf(c) {
		cells := []string{v.say.Say("verb.figure."+r.word, map[string]string{"currency": code, "donor": donor})}
		q, _ := x.Quantiles(r.id, p.Years.Last, 0.1, 0.5, 0.9)
		for _, f := range q {
			cells = append(cells, v.say.Number(rounded(f, r.places), r.places))
		}
		v.line(cells)
	}
	fmt.Fprintln(v.out)
	for _, year := range p.Axis().Planned() {
		share, _ := x.Below(c.Staffing.Capacity, c.Workload.Total, year)
		fmt.Fprintln(v.out, v.say.Say("verb.ranges.short", map[string]string{"year": year.Label(p.Years.StartMonth), "share": v.say.Percent(rounded(share, 4), 0)}))
	}
	gap := c.Financing.GapTotal.Local
	low, _ := x.Quantile(gap, p.Years.Last, 0.1)
	high, _ := x.Quantile(gap, p.Years.Last, 0.9)
	if low > 0 && low < high {
		fmt.Fprintln(v.out, v.say.Say("verb.ranges.gap", map[string]string{"amount": v.say.Money(money.Canonical(rounded(low, places(code))), code, places(code))}))
	}
	for i, s := range x.Shares(gap, p.Years.Last) {
		if i == 0 {
			fmt.Fprintln(v.out, v.say.Say("verb.ranges.shares", nil))
		}
		if s.Variance < leastShare {
			break
		}
		v.line([]string{"  " + v.say.Label(c.Model.Row(s.Input)), v.say.Percent(rounded(s.Variance, 4), 0)})
	}
}

// leastShare of the variance is told; what is less is lost in the estimate.
const leastShare = 0.01

// everyRange is the machine's reading of the ranges: by row id, one range or one by
// year. Null if no ranges are given.
func everyRange(c *chain.Case, scenario string) any {
	x := drawn(c, scenario)
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
	for _, r := range rangesOf(c) {
		years := map[string]quantiles{}
		for _, year := range c.Plan.Axis().Years() {
			q, _ := x.Quantiles(r.id, year, 0.1, 0.5, 0.9)
			mean, _ := x.Mean(r.id, year)
			one := quantiles{plain(q[0]), plain(q[1]), plain(q[2]), plain(mean)}
			years[strconv.Itoa(int(year))] = one
			if c.Model.Once(r.id) {
				rows[string(r.id)] = one
			}
		}
		if !c.Model.Once(r.id) {
			rows[string(r.id)] = years
		}
	}
	for _, year := range c.Plan.Axis().Planned() {
		share, _ := x.Below(c.Staffing.Capacity, c.Workload.Total, year)
		short[strconv.Itoa(int(year))] = plain(share)
	}
	return map[string]any{"draws": x.N, "seed": x.Seed, "rows": rows, "chance_short": short}
}

// plain writes a drawn figure in full, so that two machines can be compared.
func plain(f float64) string { return strconv.FormatFloat(f, 'g', -1, 64) }

func rounded(f float64, places int) money.Number {
	n, err := money.FromFloat(f)
	if err != nil {
		return money.Int(0)
	}
	return money.Round(n, places)
}
