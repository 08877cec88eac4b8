package desk

import (
	"outrigger/model/calc"
	"outrigger/model/plan"
)

// roleFigures are what a role is asked besides its people.
var roleFigures = []string{"ramp_up", "attrition", "replaced", "vacant_months", "backlog", "lapse"}

// timeFields are the parts of working time, in the order of the method.
var timeFields = []string{"possible_days", "public_holidays", "annual_leave", "sick_leave", "other_absence", "hours_per_day"}

// teamPage is who does the work, and how far they get.
func (w pager) teamPage(p *Page) {
	p.Empty = len(w.plan.Team.Roles) == 0
	p.Fields = append(p.Fields, w.time("team/time/", w.word("desk.group.time"))...)
	p.Tables = append(p.Tables, w.roles(), w.team())
	for _, r := range w.plan.Team.Roles {
		if r.Time != nil {
			p.Fields = append(p.Fields, w.time("roles/"+r.ID+"/time/", w.say.Say("desk.group.own_time", map[string]string{"role": r.Name}))...)
		}
		p.Tables = append(p.Tables, w.support(r), w.additional(r))
	}
	p.Sentence = w.word("desk.chart.unfinished")
	if w.state == nil {
		return
	}
	p.Sentence = w.short().Detail
	s := w.calced.Staffing
	p.Chart = Drawing{
		Unit: w.word("unit.person"),
		Lines: []Series{
			w.series("required", w.word("desk.series.required"), s.RequiredTotal, false),
			w.series("available", w.word("desk.series.available"), s.Productive, false),
		},
		Columns: []Series{w.series("short", w.word("desk.series.short"), s.Short, false)},
	}
}

func (w pager) time(room, group string) []Field {
	fields := []Field{}
	for _, name := range timeFields {
		for _, f := range w.figures("time", room+name) {
			f.Group = group
			fields = append(fields, f)
		}
	}
	return fields
}

func (w pager) roles() Grid {
	years, costed, time := w.slots.choices("years"), w.slots.choices("costed"), w.slots.choices("time")
	heads := []Head{w.field("wage"), w.head("wage_year", years...), w.head("costed", costed...)}
	for _, name := range roleFigures {
		heads = append(heads, w.field(name))
	}
	g := w.list("roles", "roles", append(heads, w.head("time", time...))...)
	g.Years = true
	for _, r := range w.plan.Team.Roles {
		id := "roles/" + r.ID
		settings := []GridCell{w.once(id + "/wage"), w.choice(id+"/wage_year", years), w.choice(id+"/costed", costed)}
		for _, name := range roleFigures {
			settings = append(settings, w.once(id+"/"+name))
		}
		g.Rows = append(g.Rows, GridRow{
			ID: "staffing/" + r.ID + "/staff", Item: r.ID, Name: w.text(id + "/name"), Part: w.word("row.staffing.staff"), Unit: w.word("unit.person"),
			Settings: append(settings, w.choice(id+"/time", time)),
			Cells:    w.inputs(calc.ID("staffing/"+r.ID+"/staff"), id+"/staff"),
		}, GridRow{
			ID: id + "/hires", Item: r.ID, Name: label(r.Name), Part: w.word("row.input.hires"), Unit: w.word("unit.person"),
			Cells: w.inputs("", id+"/hires"),
		})
		for _, part := range []string{"required", "productive", "short", "closing"} {
			unit := "unit.person"
			if part == "closing" {
				unit = "unit.hour"
			}
			row := "staffing/" + r.ID + "/" + part
			g.Rows = append(g.Rows, GridRow{
				ID: row, Item: r.ID, Name: label(r.Name), Part: w.word("row.staffing." + part), Unit: w.word(unit),
				Cells: w.line(calc.ID(row), false), Strong: part == "short",
			})
		}
	}
	return g
}

// team is the whole team.
func (w pager) team() Grid {
	g := w.table("team")
	g.Rows = append(g.Rows, w.results(false, "staffing/staff", "staffing/required", "staffing/productive", "staffing/short",
		"staffing/ratio", "staffing/backlog", "staffing/backlog_months", "staffing/undone")...)
	return g
}

// support is the work that all members of a role do besides.
func (w pager) support(r plan.Role) Grid {
	list, units := "roles/"+r.ID+"/support", w.slots.choices("support")
	g := w.list("support", list, w.field("support_amount"), w.field("support_of"), w.head("share_of", units...))
	g.ID, g.Title = list, w.say.Labelled(g.Title, r.Name)
	for _, s := range r.Support {
		id := list + "/" + s.ID
		g.Rows = append(g.Rows, GridRow{
			ID: id, Item: s.ID, Name: w.text(id + "/name"), Unit: w.unit(id + "/amount"),
			Settings: []GridCell{w.once(id + "/amount"), w.once(id + "/of"), w.choice(id+"/unit", units)},
		})
	}
	return g
}

// additional are the duties that some members have besides.
func (w pager) additional(r plan.Role) Grid {
	list := "roles/" + r.ID + "/additional"
	g := w.list("additional", list, w.field("additional_people"), w.field("additional_hours"))
	g.ID, g.Title = list, w.say.Labelled(g.Title, r.Name)
	for _, a := range r.Additional {
		id := list + "/" + a.ID
		g.Rows = append(g.Rows, GridRow{
			ID: id, Item: a.ID, Name: w.text(id + "/name"), Unit: w.unit(id + "/hours"),
			Settings: []GridCell{w.once(id + "/people"), w.once(id + "/hours")},
		})
	}
	return g
}
