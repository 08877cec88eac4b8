package chain

import (
	"runtime"

	"outrigger/model/budget"
	"outrigger/model/calc"
	"outrigger/model/span"
)

// Doubted is a headline figure whose range every surface tells: a row, and the year,
// 0 for a row of one figure.
type Doubted struct {
	Row  calc.ID
	Year span.Year
}

// Doubted lists the headline figures whose ranges are told, of the last year or of the
// row's one figure. The gap is last, in the donor's currency too where that is
// another.
func (c *Case) Doubted() []Doubted {
	last := c.Plan.Years.Last
	all := []Doubted{
		{c.Workload.Index, last},
		{c.Financing.Index, last},
		{c.Mismatch, last},
		{c.Staffing.RequiredTotal, last},
		{c.Staffing.Short, last},
		{c.Staffing.BacklogMonths, last},
		{c.Financing.NeedTotal.Local, 0},
		{c.Financing.GapTotal.Local, 0},
	}
	if budget.DonorCurrency(c.Plan) != c.Plan.Money.Currency {
		all = append(all, Doubted{c.Financing.GapTotal.Donor, 0})
	}
	return all
}

// Watched are the rows of the headline figures whose ranges are told, and those that
// Overwhelmed reads.
func (c *Case) Watched() []calc.ID {
	watch := []calc.ID{c.Staffing.Capacity, c.Workload.Total}
	for _, d := range c.Doubted() {
		watch = append(watch, d.Row)
	}
	return watch
}

// Draw draws a scenario as every surface does, and keeps the rows that are watched and
// some more. Nil if no ranges are given.
func (c *Case) Draw(scenario string, also ...calc.ID) *calc.Samples {
	return c.Ranges(scenario, Draws, runtime.NumCPU(), append(c.Watched(), also...)...)
}

// Overwhelmed is the chance that the hours the team can give in a year are fewer than
// the hours of work, as a share of draws. False if x did not keep the two rows.
func (c *Case) Overwhelmed(x *calc.Samples, year span.Year) (float64, bool) {
	return x.Below(c.Staffing.Capacity, c.Workload.Total, year)
}
