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
	"outrigger/model/span"
)

// Handles are the rows the next blocks need.
type Handles struct {
	Urgent, Deferrable, Hours map[string]calc.ID // by role id, hours a year
	Total                     calc.ID
	Index                     calc.ID // base year = 100
}

// Write adds the rows of all activities and of every role's sum.
func Write(b *calc.Book, p *plan.Plan, d drivers.Handles, base span.Year) Handles {
	urgent, deferrable := map[string][]calc.ID{}, map[string][]calc.ID{}
	for _, a := range p.Activities {
		hours := activity(b, a, d)
		if a.Urgent {
			urgent[a.Role] = append(urgent[a.Role], hours)
		} else {
			deferrable[a.Role] = append(deferrable[a.Role], hours)
		}
	}
	h := Handles{Urgent: map[string]calc.ID{}, Deferrable: map[string]calc.ID{}, Hours: map[string]calc.ID{}}
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

func activity(b *calc.Book, a plan.Activity, d drivers.Handles) calc.ID {
	id := calc.ID("activities/" + a.ID)
	args := map[string]string{"name": a.Name}
	count := calc.Ref(id + "/occurrences")
	if volume, has := d.Volume[a.Driver]; has {
		count = calc.Mul(calc.Ref(volume), count)
	}
	tasks := b.Add(calc.Row{
		ID: calc.ID("workload/" + a.ID + "/tasks"), Section: "workload/tasks", Unit: calc.Unit(id), Show: calc.ShowWhole,
		Label: calc.Label{Key: "row.workload.tasks", Args: args}, Expr: count,
	})
	return b.Add(calc.Row{
		ID: calc.ID("workload/" + a.ID + "/hours"), Section: "workload/hours", Unit: calc.Hour, Show: calc.ShowHours,
		Label: calc.Label{Key: "row.workload.activity", Args: args},
		Expr:  calc.Mul(calc.Ref(tasks), calc.Ref(id+"/hours")),
	})
}
