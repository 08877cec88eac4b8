package calc_test

import (
	"fmt"

	"outrigger/model/calc"
	"outrigger/model/doubt"
	"outrigger/model/money"
	"outrigger/model/span"
)

// Hours are reports times hours a report. Both are uncertain, and tied: where more is
// reported, each report takes less time. So to know the reports alone tells next to
// nothing about the hours, though alone they move them far.
func ExampleState_Sample() {
	axis := span.Axis{First: 2025, LastActual: 2025, Last: 2026}
	b := calc.NewBook(axis)
	input := func(id calc.ID, unit calc.Unit, now, next int) calc.ID {
		return b.Add(calc.Row{ID: id, Unit: unit, Expr: calc.Input(), Leaf: &calc.Leaf{
			Values: []money.Number{money.Int(now), money.Int(next)}, Given: []bool{true, true}, Asked: []bool{true, true},
		}})
	}
	reports := input("reports", calc.One, 500, 600)
	each := input("hours each", calc.Hour, 2, 2)
	hours := b.Add(calc.Row{ID: "hours", Unit: calc.Hour, Expr: calc.Mul(calc.Ref(reports), calc.Ref(each))})
	m, err := b.Build()
	if err != nil {
		panic(err)
	}
	many, _ := doubt.Around(540, 600, 750)
	long, _ := doubt.Around(1.5, 2, 3)
	joint, _, _ := doubt.Correlation(2, []doubt.Link{{A: 0, B: 1, Strength: -0.5}})
	uncertain := []calc.Uncertain{{Row: reports, Shapes: []doubt.Shape{nil, many}}, {Row: each, Shapes: []doubt.Shape{nil, long}}}

	x := m.State().Sample(uncertain, joint, []calc.ID{hours}, 10_000, 1, 2)
	for _, year := range axis.Years() {
		q, _ := x.Quantiles(hours, year, 0.1, 0.5, 0.9)
		above, _ := x.Above(hours, year, 1500)
		fmt.Printf("%d: %.0f to %.0f, half below %.0f; above 1,500 in %.0f %% of cases\n", year, q[0], q[2], q[1], 100*above)
	}
	for _, s := range x.Shares(hours, 2026) {
		fmt.Printf("%s: %.0f %% of the variance; if it were known, the range would be %.0f %% narrower\n", s.Input, 100*s.Variance, 100*s.Narrowing)
	}
	for _, s := range m.State().Swings(uncertain, []calc.ID{hours}) {
		low, high := money.Float(s.Low), money.Float(s.High)
		fmt.Printf("%s alone: %.0f to %.0f\n", s.Input, low, high)
	}
	// Output:
	// 2025: 1000 to 1000, half below 1000; above 1,500 in 0 % of cases
	// 2026: 968 to 1776, half below 1268; above 1,500 in 25 % of cases
	// hours each: 79 % of the variance; if it were known, the range would be 54 % narrower
	// reports: 1 % of the variance; if it were known, the range would be 1 % narrower
	// hours each alone: 900 to 1800
	// reports alone: 1080 to 1500
}
