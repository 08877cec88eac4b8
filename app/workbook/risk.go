package workbook

import (
	"fmt"

	"github.com/xuri/excelize/v2"

	"outrigger/model/chain"
	"outrigger/model/money"
	"outrigger/model/risk"
)

// curvePoints is at how many amounts the exceedance curve is told.
const curvePoints = 13

// risk is the sheet of what the post may lose: expected losses by live formula, and how a
// year may turn out, which is drawn.
func (b *book) risk() *sheet {
	s := b.newYears("risk")
	s.widths[0] = 40
	named := map[string]string{"currency": b.currency("local")}
	b.group(s, b.Words.Say("workbook.group.losses", named), "risk/total")
	b.group(s, b.say("workbook.group.weight"), "risk/weight")
	for _, l := range b.plan.Losses {
		s.heading(l.Name)
		for _, r := range b.section("risk/" + l.ID) {
			b.row(s, r.ID, b.own(r))
		}
	}
	b.drawnYears(s, b.without, b.with)
	s.charts = append(s.charts, chart{
		from: min(b.axis.LastActual+1, b.axis.Last), kind: excelize.Line,
		title: b.Words.Say("workbook.chart.risk", named), alt: b.Words.Say("workbook.chart.risk_alt", named),
		series: []series{{id: b.Case.Risk.Before, color: seriesWork}, {id: b.Case.Risk.After, color: seriesMoney, dash: excelize.LineDashDash}},
	})
	return s
}

// drawnYears tells how a year may turn out: mean, percentiles, and the chance that it costs
// more than an amount.
func (b *book) drawnYears(s *sheet, without, with risk.Years) {
	code := b.currency("local")
	year := b.axis.Last.Label(b.plan.Years.StartMonth)
	s.heading(b.Words.Say("workbook.risk.years", map[string]string{"year": year, "currency": code}))
	s.text(as(remark, b.Words.Say("workbook.risk.method", map[string]string{
		"n": b.Words.Number(money.Int(chain.LossDraws), 0), "seed": fmt.Sprint(b.Case.Seed()), "scenario": b.scenarioName(), "version": b.Version,
	})))
	b.subhead(s, "without", "with")
	format := numbers(b.model.Row(b.Case.Risk.Before))
	row := func(text string, format string, a, z float64) {
		s.text(as(label, text), as(small, code), as(small, "SIM"), drawnFigure(format, a), drawnFigure(format, z))
	}
	row(b.say("workbook.head.mean"), format, without.Mean(), with.Mean())
	for _, p := range []int{50, 90, 95, 99} {
		share := float64(p) / 100
		row(b.Words.Say("workbook.risk.percentile", map[string]string{"p": fmt.Sprint(p)}), format, without.Quantile(share), with.Quantile(share))
	}
	for _, amount := range risk.Steps(without.Quantile(0.995), curvePoints) {
		n := b.Words.Money(money.Canonical(money.Drawn(amount, placesOf(code))), code, 0)
		s.text(as(label, b.Words.Say("workbook.risk.above", map[string]string{"amount": n})), as(small, "%"), as(small, "SIM"),
			drawnFigure("0.0%", without.Above(amount)), drawnFigure("0.0%", with.Above(amount)))
	}
}
