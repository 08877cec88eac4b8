// Package workload turns drivers into hours of work a year:
//
//	tasks = volume of the driver × occurrences per unit
//	hours = tasks × activity standard (hours per occurrence)
//
// summed by role, urgent work apart from work that may wait. The index sets the
// base year's hours to 100.
package workload

import (
	"outrigger/model/calc"
	"outrigger/model/drivers"
	"outrigger/model/plan"
	"outrigger/model/portfolio"
	"outrigger/model/span"
)

// Handles are the rows the next blocks need.
type Handles struct {
	Urgent, Deferrable, Hours map[string]calc.ID // by role id, hours a year
	Total                     calc.ID
	Index                     calc.ID              // base year = 100
	Relieved                  map[string][]calc.ID // by role id: hours that measures save, by activity
}

// Write adds the rows of all activities and of every role's sum.
//
// Measures lessen drivers and the hours of activities, and take hours themselves, which
// are work that may wait.
func Write(b *calc.Book, p *plan.Plan, d drivers.Handles, chosen portfolio.Handles, base span.Year) Handles {
	h := Handles{Urgent: map[string]calc.ID{}, Deferrable: map[string]calc.ID{}, Hours: map[string]calc.ID{}, Relieved: map[string][]calc.ID{}}
	urgent, deferrable := map[string][]calc.ID{}, map[string][]calc.ID{}
	for role, hours := range chosen.Effort {
		deferrable[role] = append(deferrable[role], hours...)
	}
	for _, a := range p.Activities {
		hours := activity(b, a, d, chosen)
		if _, lessened := chosen.Volume[a.Driver]; lessened || len(chosen.Relief[a.ID]) > 0 {
			h.Relieved[a.Role] = append(h.Relieved[a.Role], relieved(b, a, d, hours))
		}
		if a.Urgent {
			urgent[a.Role] = append(urgent[a.Role], hours)
		} else {
			deferrable[a.Role] = append(deferrable[a.Role], hours)
		}
	}
	var all []calc.ID
	for _, r := range p.Team.Roles {
		add := func(name string, e calc.Expr) calc.ID {
			return b.Add(calc.Row{
				ID: calc.ID("workload/roles/" + r.ID + "/" + name), Section: "workload/roles", Unit: calc.Hour, Show: calc.ShowHours,
				Label: calc.Label{Key: "row.workload." + name, Args: map[string]string{"name": r.Name}}, Expr: e,
			})
		}
		h.Urgent[r.ID] = add("urgent", calc.Sum(urgent[r.ID]...))
		h.Deferrable[r.ID] = add("deferrable", calc.Sum(deferrable[r.ID]...))
		h.Hours[r.ID] = add("hours", calc.Add(calc.Ref(h.Urgent[r.ID]), calc.Ref(h.Deferrable[r.ID])))
		all = append(all, h.Hours[r.ID])
	}
	h.Total = b.Add(calc.Row{
		ID: "workload/hours", Section: "workload/roles", Unit: calc.Hour, Show: calc.ShowHours,
		Label: calc.Label{Key: "row.workload.total"}, Expr: calc.Sum(all...),
	})
	h.Index = b.Add(calc.Row{
		ID: "workload/index", Section: "workload/mismatch", Show: calc.ShowIndex, Headline: true,
		Label: calc.Label{Key: "row.workload.index", Args: map[string]string{"year": base.Label(p.Years.StartMonth)}},
		Expr:  calc.Div(calc.Mul(calc.Hundred(), calc.Ref(h.Total)), calc.At(h.Total, base), calc.Zero()),
	})
	return h
}

func activity(b *calc.Book, a plan.Activity, d drivers.Handles, chosen portfolio.Handles) calc.ID {
	id := calc.ID("activities/" + a.ID)
	args := map[string]string{"name": a.Name}
	count := calc.Ref(id + "/occurrences")
	if volume, has := chosen.Volume[a.Driver]; has {
		count = calc.Mul(calc.Ref(volume), count)
	} else if volume, has := d.Volume[a.Driver]; has {
		count = calc.Mul(calc.Ref(volume), count)
	}
	tasks := b.Add(calc.Row{
		ID: calc.ID("workload/" + a.ID + "/tasks"), Section: "workload/tasks", Unit: calc.Unit(id), Show: calc.ShowWhole,
		Label: calc.Label{Key: "row.workload.tasks", Args: args}, Expr: count,
	})
	return b.Add(calc.Row{
		ID: calc.ID("workload/" + a.ID + "/hours"), Section: "workload/hours", Unit: calc.Hour, Show: calc.ShowHours,
		Label: calc.Label{Key: "row.workload.activity", Args: args},
		Expr:  portfolio.Left(calc.Mul(calc.Ref(tasks), calc.Ref(id+"/hours")), chosen.Relief[a.ID]),
	})
}

// relieved is what measures save of an activity's hours; below nought they add to them.
func relieved(b *calc.Book, a plan.Activity, d drivers.Handles, hours calc.ID) calc.ID {
	id := calc.ID("activities/" + a.ID)
	without := calc.Mul(calc.Ref(id+"/occurrences"), calc.Ref(id+"/hours"))
	if volume, has := d.Volume[a.Driver]; has {
		without = calc.Mul(calc.Ref(volume), without)
	}
	return b.Add(calc.Row{
		ID: calc.ID("workload/" + a.ID + "/relieved"), Section: "measures/relief", Unit: calc.Hour, Show: calc.ShowHours,
		Label: calc.Label{Key: "row.measures.relieved", Args: map[string]string{"name": a.Name}},
		Expr:  calc.Sub(without, calc.Ref(hours)),
	})
}
