package chain

import (
	"outrigger/model/calc"
	"outrigger/model/plan"
	"outrigger/model/risk"
)

// Worth are the rows of what the chosen measures are worth together.
type Worth struct {
	Year    calc.ID // by year
	Present calc.ID // over all planned years, a later one counting less; "" without measures
	Unit    calc.Unit
	// Kind is what counts: one of plan.Values.
	Kind string
}

// worth adds what the post said counts: expected loss avoided, hours saved, levels of
// readiness, or all three weighted in money.
func (c *Case) worth(b *calc.Book) Worth {
	if len(c.Plan.Measures) == 0 {
		return Worth{}
	}
	code := calc.Unit(c.Plan.Money.Currency)
	loss, hours, levels := calc.Zero(), calc.Ref(c.Measures.Gained), calc.Zero()
	if c.Risk.Avoided != "" {
		loss = calc.Ref(c.Risk.Avoided)
	}
	if c.Portfolio.Readiness != "" {
		levels = calc.Ref(c.Portfolio.Readiness)
	}
	w := Worth{Kind: c.Plan.Portfolio.Value}
	var e calc.Expr
	show := calc.ShowPlain
	switch w.Kind {
	case "hours":
		w.Unit, e, show = calc.Hour, hours, calc.ShowHours
	case "readiness":
		e = levels
	case "weighted":
		w.Unit, show = code, calc.ShowMoney
		e = calc.Add(loss, calc.Add(calc.Mul(calc.Ref("portfolio/weights/hour"), hours), calc.Mul(calc.Ref("portfolio/weights/level"), levels)))
	default:
		w.Kind, w.Unit, e, show = plan.Values[0], code, loss, calc.ShowMoney
	}
	add := func(id calc.ID, key string, headline bool, e calc.Expr) calc.ID {
		r := calc.Row{ID: id, Section: "measures/value", Unit: w.Unit, Show: show, Headline: headline, Label: calc.Label{Key: key + w.Kind}, Expr: e}
		if show == calc.ShowMoney {
			r.Currency = c.Plan.Money.Currency
			r.Label.Args = map[string]string{"currency": r.Currency}
		}
		return b.Add(r)
	}
	w.Year = add("portfolio/value", "row.portfolio.value_", false, e)
	counted := add("portfolio/value_counted", "row.portfolio.counted_", false, calc.Mul(calc.Ref(w.Year), calc.Ref(risk.Weight(b))))
	w.Present = add("portfolio/value_present", "row.portfolio.present_", true, calc.Total(counted))
	return w
}
