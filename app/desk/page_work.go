package desk

import (
	"outrigger/model/calc"
	"outrigger/model/money"
)

// driversPage is what causes the work: counts of the years behind, and how they go
// on.
func (w pager) driversPage(p *Page) {
	p.Empty = len(w.plan.Drivers) == 0
	p.Chart, p.Sentence = w.mismatch()
	future, others := w.slots.choices("future"), w.slots.choices("drivers")
	g := w.list("drivers", "drivers", w.head("unit"), w.head("future", future...), w.head("of", others...))
	g.Years = true
	for _, d := range w.plan.Drivers {
		id := "drivers/" + d.ID
		g.Rows = append(g.Rows, GridRow{
			ID: id + "/volume", Item: d.ID, Name: w.text(id + "/name"), Part: w.word("row.driver.volume"), Unit: d.Unit,
			Settings: []GridCell{w.text(id + "/unit"), w.choice(id+"/future", future), w.choice(id+"/of", others)},
			Cells:    w.inputs(calc.ID(id+"/volume"), id+"/history", id+"/path"),
		})
		further := GridRow{Item: d.ID, Name: label(d.Name)}
		switch d.Future.Kind {
		case "rate":
			further.ID, further.Part, further.Unit = id+"/growth", w.word("row.input.growth"), w.word("desk.unit.growth")
			further.Cells = w.inputs("", id+"/growth")
		case "ratio":
			further.ID, further.Part = id+"/ratio", w.word("row.input.ratio")
			further.Cells = w.inputs("", id+"/ratio")
		case "fit":
			further.ID, further.Part, further.Unit = id+"/fit_band", w.word("row.driver.fit_low"), d.Unit
			further.Cells = w.line(calc.ID(id+"/fit_low"), false)
			g.Rows = append(g.Rows, further)
			further.ID, further.Part = id+"/fit_high", w.word("row.driver.fit_high")
			further.Cells = w.line(calc.ID(id+"/fit_high"), false)
		case "compound":
			further.ID, further.Part, further.Unit = id+"/compound", w.word("row.driver.compound"), w.word("desk.unit.growth")
			further.Cells = w.line(calc.ID(id+"/compound"), true)
		default:
			continue
		}
		g.Rows = append(g.Rows, further)
	}
	p.Tables = append(p.Tables, g)
}

// workloadPage is the work itself: how often, how long, by whom.
func (w pager) workloadPage(p *Page) {
	p.Empty = len(w.plan.Activities) == 0
	drivers, roles, urgent := w.slots.choices("activities"), w.slots.choices("roles"), w.slots.choices("urgent")
	g := w.list("activities", "activities", w.head("driver", drivers...), w.field("occurrences"), w.field("hours"), w.head("role", roles...), w.head("urgent", urgent...))
	g.Years = true
	for _, a := range w.plan.Activities {
		id := "activities/" + a.ID
		g.Rows = append(g.Rows, GridRow{
			ID: "workload/" + a.ID + "/hours", Item: a.ID, Name: w.text(id + "/name"), Part: w.word("row.workload.activity"), Unit: w.word("unit.hour"),
			Settings: []GridCell{
				w.choice(id+"/driver", drivers), w.once(id + "/occurrences"), w.once(id + "/hours"),
				w.choice(id+"/role", roles), w.choice(id+"/urgent", urgent),
			},
			Cells: w.line(calc.ID("workload/"+a.ID+"/hours"), false),
		})
	}
	p.Tables = append(p.Tables, g, w.hoursByRole())
	p.Sentence = w.handled()
	if w.state == nil {
		return
	}
	p.Chart = Drawing{
		Unit: w.word("unit.hour"),
		Lines: []Series{
			w.series("work", w.word("desk.series.work"), w.calced.Workload.Total, false),
			w.series("capacity", w.word("desk.series.capacity"), w.calced.Staffing.Capacity, false),
		},
		Columns: []Series{w.series("backlog", w.word("desk.series.backlog"), w.calced.Staffing.Backlog, false)},
	}
}

func (w pager) hoursByRole() Grid {
	g := w.table("hours")
	for _, r := range w.plan.Team.Roles {
		for i, part := range []string{"urgent", "deferrable", "hours"} {
			id := "workload/roles/" + r.ID + "/" + part
			g.Rows = append(g.Rows, GridRow{
				ID: id, Item: r.ID, Name: label(r.Name), Part: w.word("row.workload." + part), Unit: w.word("unit.hour"),
				Cells: w.line(calc.ID(id), false), Strong: i == 2,
			})
		}
	}
	g.Rows = append(g.Rows, w.results(false, "workload/hours", "workload/index")...)
	return g
}

// results are rows that make the case, called as they are; none while the plan is
// unfinished.
func (w pager) results(planned bool, ids ...calc.ID) []GridRow {
	lines := []GridRow{}
	for _, id := range ids {
		row := w.row(id)
		if row == nil {
			continue
		}
		lines = append(lines, GridRow{
			ID: string(id), Name: label(w.say.Label(w.apart(row))), Unit: w.beside(row), Cells: w.line(id, planned), Strong: true,
		})
	}
	return lines
}

// handled says how much of the work the team has the people for, in the first and
// in the last planned year.
func (w pager) handled() string {
	planned := w.plan.Axis().Planned()
	switch {
	case w.state == nil:
		return w.word("desk.chart.unfinished")
	case len(planned) == 0:
		return w.word("desk.story.short.none")
	}
	one, lacking := money.Int(1), false
	for _, year := range planned {
		n, _ := w.value(w.calced.Staffing.Short, year)
		lacking = lacking || !money.Round(n, 1).IsZero()
	}
	begin, end := planned[0], planned[len(planned)-1]
	first, _ := w.value(w.calced.Staffing.Ratio, begin)
	last, _ := w.value(w.calced.Staffing.Ratio, end)
	need, _ := w.value(w.calced.Staffing.RequiredTotal, end)
	key := ""
	switch {
	case need.IsZero():
		key = "nothing"
	case !lacking:
		key = "all"
	case first.Cmp(one) >= 0 && last.Cmp(one) >= 0:
		return w.short().Detail // enough in all, but not in every role
	case first.Cmp(one) >= 0:
		key = "no_more"
	case last.Cmp(one) >= 0:
		key = "at_last"
	case last.Cmp(first) < 0:
		key = "less"
	default:
		key = "not_yet"
	}
	return w.say.Say("desk.handled."+key, map[string]string{
		"begin": w.label(begin), "first": w.say.Percent(first, 0), "end": w.label(end), "last": w.say.Percent(last, 0),
	})
}
