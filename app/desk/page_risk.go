package desk

import (
	"outrigger/model/calc"
	"outrigger/model/money"
)

// riskPage is what the post may lose, and what the chosen measures leave of it.
func (w pager) riskPage(p *Page) {
	p.Empty = len(w.plan.Losses) == 0
	p.Tables = append(p.Tables, w.losses(), w.expected())
	p.Fields = append(p.Fields, w.figures("risk", "portfolio/most")...)
	p.Sentence = w.mayLose()
	if w.state == nil || len(w.plan.Losses) == 0 {
		return
	}
	p.Chart = Drawing{
		Unit: w.plan.Money.Currency,
		Lines: []Series{
			w.series("before", w.word("desk.series.without"), w.calced.Risk.Before, true),
			w.series("after", w.word("desk.series.with"), w.calced.Risk.After, true),
		},
		Columns: []Series{},
	}
}

func (w pager) losses() Grid {
	once, shape, years, drivers := w.slots.choices("once"), w.slots.choices("shape"), w.slots.choices("years"), w.slots.choices("activities")
	g := w.list("losses", "losses", w.field("frequency"), w.head("once", once...), w.head("shape", shape...),
		w.field("loss_low"), w.field("loss_likely"), w.field("loss_high"), w.head("price_year", years...), w.head("grows", drivers...), w.field("loss_backlog"), w.head("note"))
	g.Years = true
	for _, l := range w.plan.Losses {
		id := "losses/" + l.ID
		g.Rows = append(g.Rows, GridRow{
			ID: "risk/" + l.ID + "/before", Item: l.ID, Name: w.text(id + "/name"), Part: w.word("row.risk.loss_before"), Unit: w.plan.Money.Currency,
			Settings: []GridCell{
				w.once(id + "/frequency"), w.choice(id+"/once", once), w.choice(id+"/shape", shape),
				w.once(id + "/low"), w.once(id + "/likely"), w.once(id + "/high"), w.choice(id+"/price_year", years), w.choice(id+"/driver", drivers),
				w.once(id + "/backlog"), w.text(id + "/note"),
			},
			Cells: w.line(calc.ID("risk/"+l.ID+"/before"), true),
		}, GridRow{
			ID: "risk/" + l.ID + "/after", Item: l.ID, Name: label(l.Name), Part: w.word("row.risk.loss_after"), Unit: w.plan.Money.Currency,
			Cells: w.line(calc.ID("risk/"+l.ID+"/after"), true), Strong: true,
		})
	}
	return g
}

// expected are the sums over all losses.
func (w pager) expected() Grid {
	g := w.table("expected", w.totals())
	for _, id := range []calc.ID{"risk/before", "risk/after", "risk/avoided"} {
		for _, line := range w.results(true, id) {
			if id == "risk/avoided" {
				line.Settings = []GridCell{w.total("risk/avoided_total")}
			}
			g.Rows = append(g.Rows, line)
		}
	}
	return g
}

// mayLose says what a year is expected to cost, and what of it the measures avoid.
func (w pager) mayLose() string {
	switch {
	case w.state == nil:
		return w.word("desk.chart.unfinished")
	case len(w.plan.Losses) == 0:
		return w.word("desk.risk.none")
	}
	last := w.plan.Years.Last
	before, _ := w.value(w.calced.Risk.Before, last)
	after, _ := w.value(w.calced.Risk.After, last)
	args := map[string]string{"year": w.label(last), "before": w.money(before, w.plan.Money.Currency), "after": w.money(after, w.plan.Money.Currency)}
	switch {
	case before.IsZero():
		return w.word("desk.risk.nothing")
	case after.Cmp(before) == 0:
		return w.say.Say("desk.risk.before", args)
	}
	share, err := after.Quo(before)
	if err == nil {
		share, err = money.Int(1).Sub(share)
	}
	if err != nil {
		return w.say.Say("desk.risk.before", args)
	}
	args["share"] = w.say.Percent(share, 0)
	return w.say.Say("desk.risk.after", args)
}
