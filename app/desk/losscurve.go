package desk

import (
	"fmt"
	"math"

	"outrigger/model/chain"
	"outrigger/model/money"
	"outrigger/model/risk"
)

// curvePoints is at about how many amounts the exceedance curve is told.
const curvePoints = 40

// LossCurve draws how the last year of the plan may turn out.
func (d *Desk) LossCurve(r Reading) (LossCurve, error) {
	return guard(d, "LossCurve", r.Language, func() (LossCurve, error) {
		w, _, _ := d.beside(PageRequest{Language: r.Language, Scenario: r.Scenario})
		if w.document == nil {
			return LossCurve{}, d.fault(r.Language, "nothing_open", nil)
		}
		year := w.plan.Years.Last
		all := LossCurve{
			Title: w.say.Say("desk.curve.title", map[string]string{"year": w.label(year)}), Unit: w.plan.Money.Currency,
			Points: []LossPoint{}, Levels: []LossLevel{},
		}
		if w.state == nil || len(w.plan.Losses) == 0 {
			return all, nil
		}
		without, with := w.calced.LossYears(w.scenario, year)
		w.curve(&all, without, with)
		return all, nil
	})
}

func (w pager) curve(all *LossCurve, without, with risk.Years) {
	code := w.plan.Money.Currency
	amount := func(x float64) string { return w.money(money.Drawn(x, places(code)), code) }
	chance := func(x float64) string { return w.say.Percent(money.Drawn(x, bandPlaces), 1) }
	most := without.Quantile(0.99)
	if most <= 0 {
		return
	}
	all.Given = true
	all.Method = w.say.Say("desk.curve.method", map[string]string{"n": w.say.Number(money.Int(chain.LossDraws), 0), "seed": fmt.Sprint(w.calced.Seed())})
	all.Sentence = w.say.Say("desk.curve.told", map[string]string{"without": amount(without.Quantile(0.9)), "with": amount(with.Quantile(0.9))})
	plain := func(x float64) string { return money.Canonical(money.Drawn(x, bandPlaces)) }
	for _, x := range append([]float64{0}, risk.Steps(most, curvePoints)...) {
		a, b := without.Above(x), with.Above(x)
		all.Points = append(all.Points, LossPoint{
			Amount: money.Canonical(money.Drawn(x, 0)), Text: amount(x), Without: plain(a), With: plain(b),
			ChanceWithout: chance(a), ChanceWith: chance(b),
		})
	}
	level := func(label string, a, b float64) {
		all.Levels = append(all.Levels, LossLevel{label, amount(math.Round(a)), amount(math.Round(b))})
	}
	level(w.word("desk.curve.mean"), without.Mean(), with.Mean())
	for _, p := range []int{50, 90, 95, 99} {
		level(w.say.Say("desk.curve.percentile", map[string]string{"p": fmt.Sprint(p)}), without.Quantile(float64(p)/100), with.Quantile(float64(p)/100))
	}
}
