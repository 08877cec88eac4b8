package desk

import (
	"slices"
	"strconv"
	"strings"

	"outrigger/model/plan"
)

// addWeighed adds to the lists of losses and measures.
func addWeighed(p *plan.Plan, path, list, name string) bool {
	switch path {
	case "losses":
		if full(p.Losses) {
			return false
		}
		p.Losses = append(p.Losses, plan.Loss{ID: fresh(p.Losses, lossID, name, "loss"), Name: name, Shape: "spread", PriceYear: p.Years.LastActual})
		return true
	case "measures":
		if full(p.Measures) {
			return false
		}
		p.Measures = append(p.Measures, plan.Measure{ID: fresh(p.Measures, measureID, name, "measure"), Name: name})
		return true
	case "portfolio/ceilings":
		f := &p.Portfolio
		if len(f.Ceilings) >= plan.MaxCeilings {
			return false
		}
		f.Ceilings = append(f.Ceilings, plan.Ceiling{ID: fresh(f.Ceilings, ceilingID, name, "ceiling"), Name: name})
		return true
	case "portfolio/hours":
		return addRole(p, func(role string) bool { return item(p.Portfolio.Hours, role, hoursID) != nil }, func(role string) {
			p.Portfolio.Hours = append(p.Portfolio.Hours, plan.FreeHours{Role: role})
		})
	}
	parts := strings.Split(path, "/")
	if len(parts) != 3 || parts[0] != "measures" {
		return false
	}
	m := item(p.Measures, parts[1], measureID)
	return m != nil && addToMeasure(p, m, list, name)
}

func addToMeasure(p *plan.Plan, m *plan.Measure, list, name string) bool {
	switch list {
	case "costs":
		if full(m.Costs) {
			return false
		}
		m.Costs = append(m.Costs, plan.Line{
			ID: fresh(m.Costs, lineID, name, "cost"), Name: name, Category: "services", Kind: "run", PricePath: "inflation", PriceYear: p.Years.LastActual,
		})
		return true
	case "effects":
		if full(m.Effects) {
			return false
		}
		m.Effects = append(m.Effects, plan.Effect{ID: fresh(m.Effects, effectID, name, "effect"), Name: name, Kind: plan.Likelihood, Step: plan.Steps[0]})
		return true
	case "effort":
		return addRole(p, func(role string) bool { return item(m.Effort, role, effortID) != nil }, func(role string) {
			m.Effort = append(m.Effort, plan.Effort{Role: role})
		})
	case "needs":
		return addLink(p, m, &m.Needs)
	case "excludes":
		return addLink(p, m, &m.Excludes)
	}
	return false
}

// addRole adds the first role that is not there yet.
func addRole(p *plan.Plan, has func(string) bool, add func(string)) bool {
	for _, r := range p.Team.Roles {
		if !has(r.ID) {
			add(r.ID)
			return true
		}
	}
	return false
}

// addLink adds the first measure that a measure is not tied to yet.
func addLink(p *plan.Plan, m *plan.Measure, links *[]string) bool {
	for _, other := range p.Measures {
		if other.ID != m.ID && !slices.Contains(m.Needs, other.ID) && !slices.Contains(m.Excludes, other.ID) {
			*links = append(*links, other.ID)
			return true
		}
	}
	return false
}

// removeWeighed removes from the lists of losses and measures, with what speaks of it.
func removeWeighed(p *plan.Plan, path, id string) bool {
	switch path {
	case "losses":
		for i := range p.Measures {
			p.Measures[i].Effects = slices.DeleteFunc(p.Measures[i].Effects, func(e plan.Effect) bool {
				return targetRoom(e.Kind) == "losses" && e.Target == id
			})
		}
		return without(&p.Losses, id, lossID)
	case "measures":
		is := func(other string) bool { return other == id }
		for i := range p.Measures {
			m := &p.Measures[i]
			m.Needs, m.Excludes = slices.DeleteFunc(m.Needs, is), slices.DeleteFunc(m.Excludes, is)
		}
		return without(&p.Measures, id, measureID)
	case "portfolio/ceilings":
		return without(&p.Portfolio.Ceilings, id, ceilingID)
	case "portfolio/hours":
		return without(&p.Portfolio.Hours, id, hoursID)
	}
	parts := strings.Split(path, "/")
	if len(parts) != 3 || parts[0] != "measures" {
		return removeUndertaking(p, path, id)
	}
	m := item(p.Measures, parts[1], measureID)
	if m == nil {
		return false
	}
	switch parts[2] {
	case "costs":
		return without(&m.Costs, id, lineID)
	case "effects":
		return without(&m.Effects, id, effectID)
	case "effort":
		return without(&m.Effort, id, effortID)
	case "needs":
		return removeAt(&m.Needs, id)
	}
	return parts[2] == "excludes" && removeAt(&m.Excludes, id)
}

func removeAt(list *[]string, at string) bool {
	i, err := strconv.Atoi(at)
	if err != nil || i < 0 || i >= len(*list) {
		return false
	}
	*list = slices.Delete(*list, i, i+1)
	return true
}

// forget takes out what measures say of a driver, a role or an activity that goes.
func forget(p *plan.Plan, room, id string) {
	for i := range p.Measures {
		m := &p.Measures[i]
		m.Effects = slices.DeleteFunc(m.Effects, func(e plan.Effect) bool { return targetRoom(e.Kind) == room && e.Target == id })
		if room == "roles" {
			m.Effort = slices.DeleteFunc(m.Effort, func(e plan.Effort) bool { return e.Role == id })
		}
		for j := range m.Costs {
			if room == "drivers" && m.Costs[j].Per == id {
				m.Costs[j].Per = ""
			}
		}
	}
	for i := range p.Losses {
		if room == "drivers" && p.Losses[i].Driver == id {
			p.Losses[i].Driver = ""
		}
	}
	if room == "roles" {
		p.Portfolio.Hours = slices.DeleteFunc(p.Portfolio.Hours, func(h plan.FreeHours) bool { return h.Role == id })
	}
	for i := range p.Lines {
		if room == "drivers" && p.Lines[i].Per == id {
			p.Lines[i].Per = ""
		}
	}
}
