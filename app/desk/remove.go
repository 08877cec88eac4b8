package desk

import (
	"slices"
	"strconv"
	"strings"

	"outrigger/model/plan"
)

// change works on a copy of the open plan and makes it the open plan, as one step
// of undo.
func (d *Desk) change(method string, r Reading, work func(p *plan.Plan) error) (View, error) {
	return guard(d, method, r.Language, func() (View, error) {
		d.mu.Lock()
		defer d.mu.Unlock()
		if d.open == nil {
			return View{}, d.fault(r.Language, "nothing_open", nil)
		}
		next := plan.Clone(d.open.plan)
		if err := work(next); err != nil {
			return View{}, err
		}
		d.take(next)
		return d.view(r), nil
	})
}

// Remove removes an item and what speaks of it.
func (d *Desk) Remove(r RemoveRequest) (View, error) {
	return d.change("Remove", Reading{Language: r.Language, Scenario: r.Scenario}, func(p *plan.Plan) error {
		if !remove(p, r.List, r.Item) {
			return d.fault(r.Language, "no_item", nil)
		}
		return nil
	})
}

func remove(p *plan.Plan, list, id string) bool {
	switch list {
	case "drivers":
		forget(p, list, id)
		return without(&p.Drivers, id, driverID) && leaveDriver(p, id)
	case "roles":
		forget(p, list, id)
		for i := range p.Activities {
			if p.Activities[i].Role == id {
				p.Activities[i].Role = ""
			}
		}
		return without(&p.Team.Roles, id, roleID)
	case "activities":
		forget(p, list, id)
		return without(&p.Activities, id, activityID)
	case "lines":
		return without(&p.Lines, id, lineID)
	case "funding":
		return without(&p.Funding, id, fundingID)
	case "rates":
		return without(&p.Money.Rates, id, func(r *plan.Rate) string { return r.Currency })
	case "sources":
		return leaveSource(p, id) && without(&p.Sources, id, sourceID)
	case "readiness":
		return without(&p.Readiness, id, assessmentID)
	case "log":
		at, err := strconv.Atoi(id)
		if err != nil || at < 0 || at >= len(p.Log) {
			return false
		}
		p.Log = slices.Delete(p.Log, at, at+1)
		return true
	}
	parts := strings.Split(list, "/")
	if len(parts) != 3 || parts[0] != "roles" {
		return removeWeighed(p, list, id)
	}
	r := item(p.Team.Roles, parts[1], roleID)
	switch {
	case r == nil:
		return false
	case parts[2] == "support":
		return without(&r.Support, id, supportID)
	}
	return parts[2] == "additional" && without(&r.Additional, id, additionalID)
}

// without takes the entry of an id out of a list; false if there is none.
func without[T any](list *[]T, id string, of func(*T) string) bool {
	for i := range *list {
		if of(&(*list)[i]) == id {
			*list = slices.Delete(*list, i, i+1)
			return true
		}
	}
	return false
}

// leaveDriver keeps the activities of a driver that goes, with their occurrences as
// a yearly count; what followed it needs a growth of its own.
func leaveDriver(p *plan.Plan, id string) bool {
	for i := range p.Activities {
		if p.Activities[i].Driver == id {
			p.Activities[i].Driver = ""
		}
	}
	p.Doubt.Links = slices.DeleteFunc(p.Doubt.Links, func(l plan.Link) bool { return l.A == id || l.B == id })
	for i := range p.Drivers {
		if f := &p.Drivers[i].Future; f.Of == id {
			f.Of = ""
			if f.Kind == "ratio" {
				f.Kind = "rate"
			}
		}
	}
	return true
}

// leaveSource writes the title of a source that goes where figures named it.
func leaveSource(p *plan.Plan, id string) bool {
	gone := item(p.Sources, id, sourceID)
	if gone == nil {
		return false
	}
	for _, in := range ledgerOf(p).of {
		if in.Figure.Source == id {
			in.Figure.Source = gone.Title
		}
	}
	for i := range p.Scenarios {
		for j := range p.Scenarios[i].Overrides {
			if o := &p.Scenarios[i].Overrides[j]; o.Source == id {
				o.Source = gone.Title
			}
		}
	}
	return true
}
