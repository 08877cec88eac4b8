package desk

import (
	"outrigger/model/calc"
	"outrigger/model/money"
	"outrigger/model/plan"
)

// budgetPage is what the plan costs.
func (w pager) budgetPage(p *Page) {
	p.Empty = len(w.plan.Lines) == 0
	p.Tables = append(p.Tables, w.lines(), w.people(), w.needs())
	p.Sentence = w.costs()
	if w.state == nil {
		return
	}
	p.Chart = Drawing{
		Unit:    w.plan.Money.Currency,
		Lines:   []Series{w.series("granted", w.word("desk.series.granted"), w.calced.Financing.Granted.Local, true)},
		Columns: []Series{},
	}
	for _, c := range w.categories() {
		p.Chart.Columns = append(p.Chart.Columns, w.series(c, w.word("common.category."+c), sumOf(c), true))
	}
}

func sumOf(category string) calc.ID { return calc.ID("budget/category_" + category + "/local") }

// categories are those that the plan uses, in their order.
func (w pager) categories() []string {
	used := map[string]bool{}
	for _, r := range w.plan.Team.Roles {
		used["staff"] = used["staff"] || r.Wage.Given()
	}
	for _, l := range w.plan.Lines {
		used[l.Category] = true
	}
	found := []string{}
	for _, c := range plan.Categories {
		if used[c] {
			found = append(found, c)
		}
	}
	return found
}

// cost is the row of what a thing costs, with its contingency if it has one.
func (w pager) cost(id string) calc.ID {
	if with := calc.ID(id + "/with/local"); w.row(with) != nil {
		return with
	}
	return calc.ID(id + "/cost/local")
}

func (w pager) lines() Grid {
	category, kind, path := w.slots.choices("category"), w.slots.choices("kind"), w.slots.choices("price_path")
	codes, years := w.slots.choices("currency"), w.slots.choices("years")
	g := w.list("lines", "lines", w.head("category", category...), w.head("kind", kind...), w.head("unit"), w.head("currency", codes...),
		w.field("unit_cost"), w.head("price_year", years...), w.head("price_path", path...), w.field("life"), w.field("contingency"), w.head("objective"), w.head("note"))
	g.Years = true
	for _, l := range w.plan.Lines {
		id := "lines/" + l.ID
		cost := w.cost("budget/lines/" + l.ID)
		g.Rows = append(g.Rows, GridRow{
			ID: id + "/quantity", Item: l.ID, Name: w.text(id + "/name"), Part: w.word("row.input.quantity"), Unit: l.Unit,
			Settings: []GridCell{
				w.choice(id+"/category", category), w.choice(id+"/kind", kind), w.text(id + "/unit"), w.choice(id+"/currency", codes),
				w.once(id + "/unit_cost"), w.choice(id+"/price_year", years), w.choice(id+"/price_path", path),
				w.once(id + "/life"), w.once(id + "/contingency"), w.text(id + "/objective"), w.text(id + "/note"),
			},
			Cells: w.inputs("", id+"/quantity"),
		})
		if l.PricePath == "own" {
			g.Rows = append(g.Rows, GridRow{
				ID: id + "/own_path", Item: l.ID, Name: label(l.Name), Part: w.word("row.input.own_path"), Unit: w.word("desk.unit.growth"),
				Cells: w.inputs("", id+"/own_path"),
			})
		}
		if l.Life.Given() {
			g.Rows = append(g.Rows, GridRow{
				ID: "budget/" + id + "/bought", Item: l.ID, Name: label(l.Name), Part: w.word("row.budget.bought"), Unit: l.Unit,
				Cells: w.line(calc.ID("budget/"+id+"/bought"), true),
			})
		}
		part := "row.budget.cost"
		if l.Contingency.Given() {
			part = "row.budget.with"
		}
		g.Rows = append(g.Rows, GridRow{
			ID: "budget/" + id + "/cost", Item: l.ID, Name: label(l.Name), Part: w.word(part), Unit: w.plan.Money.Currency,
			Cells: w.line(cost, true), Strong: true,
		})
	}
	return g
}

// people are the costs of the team.
func (w pager) people() Grid {
	g := w.table("people")
	for _, r := range w.plan.Team.Roles {
		if r.Wage.Given() {
			id := w.cost("budget/people/" + r.ID)
			g.Rows = append(g.Rows, GridRow{ID: "budget/people/" + r.ID, Item: r.ID, Name: label(r.Name), Part: w.word("row.budget.cost"), Unit: w.plan.Money.Currency, Cells: w.line(id, true)})
		}
	}
	return g
}

// needs are the totals, by category, by build and run, and in all.
func (w pager) needs() Grid {
	own, donor := w.codes()
	g := w.table("needs", w.totals())
	add := func(id calc.ID, total calc.ID, name, unit string, strong bool) {
		g.Rows = append(g.Rows, GridRow{
			ID: string(id), Name: label(name), Unit: unit, Settings: []GridCell{w.total(total)}, Cells: w.line(id, true), Strong: strong,
		})
	}
	for _, c := range w.categories() {
		add(sumOf(c), sumOf(c)+"/total", w.word("common.category."+c), own, false)
	}
	for _, k := range []string{"build", "run"} {
		id := calc.ID("budget/kind_" + k + "/local")
		add(id, id+"/total", w.word("row.budget.kind_"+k), own, false)
	}
	add("budget/need/local", "financing/need_total/local", w.word("row.budget.need"), own, true)
	if donor != own {
		add("budget/need/donor", "financing/need_total/donor", w.word("row.budget.need"), donor, true)
	}
	return g
}

// totals is the column of sums over the planned years.
func (w pager) totals() Head { h := w.head("total"); h.Kind = "figure"; return h }

// costs says what the plan costs and what most of it is for.
func (w pager) costs() string {
	if w.state == nil {
		return w.word("desk.chart.unfinished")
	}
	amount := func(id calc.ID) string { n, _ := w.single(id); return w.money(n, w.plan.Money.Currency) }
	need, _ := w.single(w.calced.Financing.NeedTotal.Local)
	if need.IsZero() {
		return w.word("desk.story.placeholders.none")
	}
	most, largest := money.Number{}, ""
	for _, c := range w.categories() {
		if n, _ := w.single(sumOf(c) + "/total"); n.Cmp(most) > 0 {
			most, largest = n, c
		}
	}
	return w.say.Say("desk.costs", map[string]string{
		"need": amount(w.calced.Financing.NeedTotal.Local), "build": amount("budget/kind_build/local/total"), "run": amount("budget/kind_run/local/total"),
		"category": w.word("common.category." + largest), "most": amount(sumOf(largest) + "/total"),
	})
}
