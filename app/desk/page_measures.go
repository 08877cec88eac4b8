package desk

import (
	"strconv"

	"outrigger/model/calc"
	"outrigger/model/financing"
	"outrigger/model/plan"
)

// measuresPage is what the post may do: a switch and a year for each measure, what it
// costs, and the limits that the choice has to keep.
func (w pager) measuresPage(p *Page) {
	p.Empty = len(w.plan.Measures) == 0
	p.Tables = append(p.Tables, w.measures(), w.chosen(), w.ceilings(), w.freeHours(), w.limits())
	if !p.Empty {
		p.Fields = append(p.Fields, w.place("choosing", "portfolio/value"))
		for _, id := range []string{"portfolio/discount", "portfolio/starts", "portfolio/weights/hour", "portfolio/weights/level"} {
			p.Fields = append(p.Fields, w.figures("choosing", id)...)
		}
	}
	p.Sentence = w.bought()
	if w.state == nil || p.Empty {
		return
	}
	p.Chart = Drawing{Unit: w.plan.Money.Currency, Lines: []Series{}, Columns: []Series{
		w.series("cost", w.word("desk.series.measures"), w.calced.Measures.All, true),
	}}
	if w.calced.Risk.Avoided != "" {
		p.Chart.Lines = append(p.Chart.Lines, w.series("avoided", w.word("desk.series.avoided"), w.calced.Risk.Avoided, true))
	}
}

func (w pager) measures() Grid {
	g := w.list("measures", "measures", w.field("chosen"), w.field("start"), w.totals())
	g.Years = true
	for _, m := range w.plan.Measures {
		id := "measures/" + m.ID
		on := w.once(id + "/chosen")
		if on.Kind == "figure" {
			on.Kind = "switch"
		}
		g.Rows = append(g.Rows, GridRow{
			ID: id + "/cost", Item: m.ID, Page: id, Name: w.text(id + "/name"), Part: w.word("row.measures.cost"), Unit: w.plan.Money.Currency,
			Settings: []GridCell{on, w.once(id + "/start"), w.total(calc.ID(id + "/cost/total"))},
			Cells:    w.line(calc.ID(id+"/cost"), true),
		})
	}
	return g
}

// chosen is what all chosen measures cost, take, save and are worth.
func (w pager) chosen() Grid {
	g := w.table("chosen", w.totals())
	for _, r := range []struct{ id, total calc.ID }{
		{"measures/cost", "measures/cost/total"}, {"measures/run", ""}, {"measures/gained", ""}, {"measures/readiness", ""}, {"portfolio/value", "portfolio/value_present"},
	} {
		for _, line := range w.results(true, r.id) {
			if r.total != "" {
				line.Settings = []GridCell{w.total(r.total)}
			}
			g.Rows = append(g.Rows, line)
		}
	}
	return g
}

// ceilings are the money for measures by source and year.
func (w pager) ceilings() Grid {
	pays := w.slots.choices("pays")
	heads := []Head{}
	for _, c := range plan.Categories {
		h := w.head("pays", pays...)
		h.ID, h.Label = c, w.word("common.category."+c)
		heads = append(heads, h)
	}
	g := w.list("ceilings", "portfolio/ceilings", heads...)
	g.Years = true
	for _, c := range w.plan.Portfolio.Ceilings {
		id := "portfolio/ceilings/" + c.ID
		row := GridRow{
			ID: id, Item: c.ID, Name: w.text(id + "/name"), Part: w.word("row.input.ceiling"), Unit: w.plan.Money.Currency, Cells: w.inputs("", id),
		}
		for _, category := range plan.Categories {
			row.Settings = append(row.Settings, w.choice(id+"/"+category, pays))
		}
		g.Rows = append(g.Rows, row)
	}
	return g
}

// freeHours are the hours that each role can spare.
func (w pager) freeHours() Grid {
	roles := w.slots.choices("roles")
	g := w.list("free_hours", "portfolio/hours", w.head("role", roles...))
	g.Years = true
	for _, h := range w.plan.Portfolio.Hours {
		id := "portfolio/hours/" + h.Role
		g.Rows = append(g.Rows, GridRow{
			ID: id, Item: h.Role, Name: label(named(roles, h.Role)), Part: w.word("row.input.free_hours"), Unit: w.word("unit.hour"),
			Settings: []GridCell{w.choice(id+"/role", roles)}, Cells: w.inputs("", id),
		})
	}
	return g
}

// limits are what is left under every limit.
func (w pager) limits() Grid {
	g := w.table("limits")
	if w.state == nil {
		return g
	}
	add := func(l financing.Limit) { g.Rows = append(g.Rows, w.results(true, l.Left)...) }
	for _, l := range w.calced.Measures.Money {
		add(l)
	}
	for _, l := range w.calced.Measures.Hours {
		add(l)
	}
	if l := w.calced.Measures.Starts; l != nil {
		add(*l)
	}
	return g
}

// bought says what the chosen measures cost and avoid.
func (w pager) bought() string {
	switch {
	case w.state == nil:
		return w.word("desk.chart.unfinished")
	case len(w.plan.Measures) == 0:
		return w.word("desk.measures.none")
	}
	n := len(w.calced.Chosen(w.scenario))
	cost, _ := w.single(w.calced.Measures.AllTotal)
	args := map[string]string{"cost": w.money(cost, w.plan.Money.Currency)}
	text := w.say.Plural("desk.measures.chosen", n, args)
	if w.calced.Risk.AvoidedTotal != "" && n > 0 {
		avoided, _ := w.single(w.calced.Risk.AvoidedTotal)
		text += " " + w.say.Say("desk.measures.avoided", map[string]string{"amount": w.money(avoided, w.plan.Money.Currency)})
	}
	return text
}

// begins says whether a measure is chosen, from when, and at what cost.
func (w pager) begins(m plan.Measure) string {
	if w.state == nil {
		return w.word("desk.chart.unfinished")
	}
	for _, c := range w.calced.Chosen(w.scenario) {
		if c.Measure == m.ID {
			cost, _ := w.single(calc.ID("measures/" + m.ID + "/cost/total"))
			return w.say.Say("desk.measure.begins", map[string]string{"year": w.label(c.Start), "cost": w.money(cost, w.plan.Money.Currency)})
		}
	}
	return w.word("desk.measure.left")
}

// measurePage is all that one measure says of itself. Its page is called
// measures/<id>.
func (w pager) measurePage(p *Page, m plan.Measure) {
	id := "measures/" + m.ID
	p.Title, p.Purpose = m.Name, m.Note
	p.Sentence = w.begins(m)
	for _, place := range []string{"name", "function", "mandatory", "earliest", "latest", "practice", "note"} {
		p.Fields = append(p.Fields, w.fieldOf("measure", id+"/"+place, "measure."+place))
	}
	p.Tables = append(p.Tables, w.measureCosts(id, m), w.measureEffort(id, m), w.measureEffects(id, m), w.measureLinks(id, "needs", m.Needs), w.measureLinks(id, "excludes", m.Excludes))
}

func (w pager) measureCosts(id string, m plan.Measure) Grid {
	category, kind, path := w.slots.choices("category"), w.slots.choices("kind"), w.slots.choices("price_path")
	codes, years, drivers := w.slots.choices("currency"), w.slots.choices("years"), w.slots.choices("activities")
	g := w.list("costs", id+"/costs", w.head("category", category...), w.head("kind", kind...), w.head("unit"), w.head("per", drivers...), w.field("quantity"),
		w.head("currency", codes...), w.field("unit_cost"), w.head("price_year", years...), w.head("price_path", path...), w.field("life"), w.field("contingency"))
	g.Years = true
	for _, l := range m.Costs {
		at := id + "/costs/" + l.ID
		g.Rows = append(g.Rows, GridRow{
			ID: "budget/" + at + "/cost", Item: l.ID, Name: w.text(at + "/name"), Part: w.word("row.budget.cost"), Unit: w.plan.Money.Currency,
			Settings: []GridCell{
				w.choice(at+"/category", category), w.choice(at+"/kind", kind), w.text(at + "/unit"), w.choice(at+"/per", drivers), w.once(at + "/quantity"),
				w.choice(at+"/currency", codes), w.once(at + "/unit_cost"), w.choice(at+"/price_year", years), w.choice(at+"/price_path", path),
				w.once(at + "/life"), w.once(at + "/contingency"),
			},
			Cells: w.line(w.cost("budget/"+at), true),
		})
	}
	return g
}

func (w pager) measureEffort(id string, m plan.Measure) Grid {
	roles := w.slots.choices("roles")
	g := w.list("effort", id+"/effort", w.head("role", roles...), w.field("effort_first"), w.field("effort_later"))
	g.Years = true
	for _, e := range m.Effort {
		at := id + "/effort/" + e.Role
		g.Rows = append(g.Rows, GridRow{
			ID: at + "/hours", Item: e.Role, Name: label(named(roles, e.Role)), Unit: w.word("unit.hour"),
			Settings: []GridCell{w.choice(at+"/role", roles), w.once(at + "/first"), w.once(at + "/later")}, Cells: w.line(calc.ID(at+"/hours"), true),
		})
	}
	return g
}

func (w pager) measureEffects(id string, m plan.Measure) Grid {
	kind, step := w.slots.choices("effect"), w.slots.choices("step")
	targets := w.slots.choices("target")
	g := w.list("effects", id+"/effects", w.head("effect", kind...), w.head("target", targets...), w.head("step", step...), w.field("effect_first"), w.field("effect_later"))
	for _, e := range m.Effects {
		at := id + "/effects/" + e.ID
		g.Rows = append(g.Rows, GridRow{
			ID: at + "/share", Item: e.ID, Name: w.text(at + "/name"), Part: w.word("common.effect." + e.Kind),
			Settings: []GridCell{
				w.choice(at+"/kind", kind), w.choice(at+"/target", targets), w.choice(at+"/step", step), w.once(at + "/first"), w.later(at, e),
			},
		})
	}
	return g
}

// later is the cell of an effect in later years, to be typed also where nothing is said
// yet: then it is as in the first.
func (w pager) later(at string, e plan.Effect) GridCell {
	if e.Later.Given() {
		return w.once(at + "/later")
	}
	return w.given(at+"/later", 0)
}

// measureLinks are the measures that one needs, or excludes.
func (w pager) measureLinks(id, what string, links []string) Grid {
	all := things(w.plan, "measures")
	g := w.list(what, id+"/"+what, w.head("measure", all...))
	for i, link := range links {
		at := id + "/" + what + "/" + strconv.Itoa(i)
		g.Rows = append(g.Rows, GridRow{ID: at, Item: strconv.Itoa(i), Name: label(named(all, link)), Settings: []GridCell{w.choice(at, all)}})
	}
	return g
}
