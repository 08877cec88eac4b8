package plan

import "reflect"

// MeasuresFormat is the value of the field "format" of a file of measures.
const MeasuresFormat = "outrigger-measures"

// shared is a file of measures, as posts and advisers pass them on.
type shared struct {
	Format   string    `json:"format"`
	Version  int       `json:"version"`
	Measures []Measure `json:"measures"`
	Extra    Extra     `json:"-"`
}

// ParseMeasures reads a file of measures. What they say is checked by Check once they are
// part of a plan; here a document that is none is refused, with the line.
func ParseMeasures(data []byte) ([]Measure, []Finding) {
	var fs findings
	var file shared
	if !fs.file(data, MeasuresFormat, "not_measures", &file) {
		return nil, fs
	}
	return file.Measures, fs
}

// MarshalMeasures writes a file of measures, none of them chosen: that is for each plan
// to say.
func MarshalMeasures(list []Measure) ([]byte, error) {
	file := shared{Format: MeasuresFormat, Version: Version}
	for _, m := range list {
		m.Chosen, m.Start = Figure{}, Figure{}
		file.Measures = append(file.Measures, m)
	}
	return marshal(reflect.ValueOf(file))
}

// Take adds measures to a plan. One of an id that the plan has takes its place and keeps
// the plan's choice. Roles, drivers, activities, losses, practices and other measures that
// the plan does not have are left out of what is taken, and what was left out is told by
// its name.
func Take(p *Plan, list []Measure) (left []string) {
	has := checker{p: p}.names()
	for _, m := range list {
		has["measures"][m.ID] = true
	}
	keep := func(room, id, what string) bool {
		if id == "" || has[room][id] {
			return true
		}
		left = append(left, what)
		return false
	}
	for _, m := range list {
		m = adapted(m, p, keep)
		at := -1
		for i := range p.Measures {
			if p.Measures[i].ID == m.ID {
				at = i
			}
		}
		if at < 0 {
			p.Measures = append(p.Measures, m)
			continue
		}
		m.Chosen, m.Start = p.Measures[at].Chosen, p.Measures[at].Start
		p.Measures[at] = m
	}
	return left
}

func adapted(m Measure, p *Plan, keep func(room, id, what string) bool) Measure {
	rooms := map[string]string{Likelihood: "losses", Severity: "losses", Volume: "drivers", Relief: "activities"}
	var effects []Effect
	for _, e := range m.Effects {
		if keep(rooms[e.Kind], e.Target, m.Name+": "+e.Name) || rooms[e.Kind] == "" {
			effects = append(effects, e)
		}
	}
	var effort []Effort
	for _, e := range m.Effort {
		if keep("roles", e.Role, m.Name+": "+e.Role) {
			effort = append(effort, e)
		}
	}
	only := func(ids []string) []string {
		var known []string
		for _, id := range ids {
			if keep("measures", id, m.Name+": "+id) {
				known = append(known, id)
			}
		}
		return known
	}
	costs := make([]Line, len(m.Costs))
	for i, l := range m.Costs {
		if !keep("drivers", l.Per, m.Name+": "+l.Per) {
			l.Per = ""
		}
		if _, on := p.Axis().Index(l.PriceYear); !on {
			l.PriceYear = p.Years.LastActual
		}
		costs[i] = l
	}
	m.Effects, m.Effort, m.Costs, m.Needs, m.Excludes = effects, effort, costs, only(m.Needs), only(m.Excludes)
	return m
}
