package desk

import (
	"slices"
	"strings"

	"outrigger/model/plan"
)

// steps are the entries of the chain list, in order.
var steps = []string{"post", "drivers", "workload", "team", "budget", "readiness", "peers", "risk", "measures", "funding", "project", "case"}

// stepRooms are the places of the plan that belong to each.
var stepRooms = map[string][]string{
	"post":      {"post", "years", "language", "money", "rates", "prices"},
	"drivers":   {"drivers"},
	"workload":  {"activities"},
	"team":      {"team", "roles", "staffing"},
	"budget":    {"lines"},
	"readiness": {"readiness"},
	"risk":      {"losses", "risk"},
	"measures":  {"measures", "portfolio"},
	"funding":   {"funding", "package", "packages"},
	"project":   {"project", "results", "purchases"},
}

// chain marks every entry: fault before placeholders before complete.
func (w viewer) chain() []Step {
	list := []Step{}
	for _, id := range steps {
		state := w.mark(id)
		if id == "case" {
			state = w.caseMark()
		}
		list = append(list, Step{id, w.say.Say("desk.step."+id, nil), state})
	}
	return list
}

func (w viewer) mark(step string) string {
	rooms := stepRooms[step]
	in := func(place string) bool {
		room, rest, _ := strings.Cut(place, "/")
		if room == "scenarios" {
			_, rest, _ = strings.Cut(rest, "/")
			room, _, _ = strings.Cut(rest, "/")
		}
		return slices.Contains(rooms, room)
	}
	if slices.ContainsFunc(w.findings, func(f plan.Finding) bool { return !f.Warning && in(f.Place) }) {
		return "fault"
	}
	p := w.plan
	filled := map[string]bool{
		"post": p.Post.Name != "", "drivers": len(p.Drivers) > 0, "workload": len(p.Activities) > 0,
		"team": len(p.Team.Roles) > 0, "budget": len(p.Lines) > 0, "risk": len(p.Losses) > 0, "readiness": len(p.Readiness) > 0,
		"peers": p.Post.Country != "", "measures": len(p.Measures) > 0, "funding": len(p.Funding) > 0,
		"project": len(p.Project.Results) > 0,
	}
	if !filled[step] {
		return "empty"
	}
	if a := latest(p); step == "readiness" && (a == nil || !allProven(a)) {
		return "placeholders"
	}
	for _, input := range w.document.inputs().used {
		if !input.Decision && input.Figure.Given() && vouched(input.Figure.Grade) != input.Figure.Grade && in(input.ID) {
			return "placeholders"
		}
	}
	return "complete"
}

func (w viewer) caseMark() string {
	if w.calced == nil {
		return "fault"
	}
	if share, ok := w.single(w.calced.PlaceholderShare); ok && share.IsPos() {
		return "placeholders"
	}
	return "complete"
}
