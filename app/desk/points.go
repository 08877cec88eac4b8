package desk

import (
	"maps"
	"slices"
	"strings"

	"outrigger/app/words"
	"outrigger/model/money"
	"outrigger/model/plan"
)

// points lists what is wrong with the plan or worth knowing, that unsaved work was
// recovered first of all.
func (w viewer) points() []Finding {
	all := []Finding{}
	if w.recovered != nil && w.plan != w.saved {
		key, args := "desk.recovered", map[string]string{"date": w.say.DateText(w.recovered.day)}
		if w.recovered.stale {
			key = "desk.recovered_stale"
		}
		all = append(all, Finding{Sentence: w.say.Say(key, args), Remedy: w.say.Say(key+".remedy", args), Warning: true})
	}
	for _, f := range w.findings {
		all = append(all, finding(w.say, w.plan, f))
	}
	return all
}

// finding says one of the model's findings; the plan, where there is one, names
// its inputs and scenarios.
func finding(say words.Reader, p *plan.Plan, f plan.Finding) Finding {
	told := Finding{Place: f.Place, Warning: f.Warning}
	var in plan.Input
	if p != nil {
		told.Place, in = place(say, p, f.Place)
		told.Input = in.ID
	}
	args := maps.Clone(f.Args)
	for name, text := range args {
		args[name] = spoken(say, p, in, name, text)
	}
	key := "fault." + f.Code
	told.Sentence, told.Remedy = say.Say(key, args), say.Say(key+".remedy", args)
	return told
}

// spoken writes what a finding names as the reader writes it.
func spoken(say words.Reader, p *plan.Plan, in plan.Input, name, text string) string {
	switch name {
	case "value", "least", "most", "share":
		n, err := money.Parse(text)
		switch {
		case err != nil:
			return text
		case in.Kind == plan.Share || in.Kind == plan.Growth:
			return say.Percent(n, -1)
		}
		return say.Number(n, -1)
	case "scenario":
		return scenarioName(say, p, text)
	}
	return text
}

func scenarioName(say words.Reader, p *plan.Plan, id string) string {
	if p != nil {
		for _, s := range p.Scenarios {
			if s.ID == id && s.Name != "" {
				return s.Name
			}
		}
	}
	if id == "" {
		return say.Say("desk.base", nil)
	}
	return id
}

// place says where a finding is: the name of what the post called so, the field,
// the year, the scenario. Ids are not for readers.
func place(say words.Reader, p *plan.Plan, id string) (string, plan.Input) {
	var parts []string
	scenario := ""
	if rest, of := strings.CutPrefix(id, "scenarios/"); of {
		scenario, id, _ = strings.Cut(rest, "/")
	}
	in, year := placed(p, id)
	if in.ID != "" {
		if in.Name != "" {
			parts = append(parts, in.Name)
		}
		if key := "desk.field." + in.Field; say.Has(key) {
			parts = append(parts, say.Say(key, nil))
		}
		if year != "" {
			parts = append(parts, year)
		}
	} else if name := called(say, p, id); name != "" {
		parts = append(parts, name)
	}
	if scenario != "" {
		parts = append(parts, scenarioName(say, p, scenario))
	}
	return strings.Join(parts, " · "), in
}

// placed finds the input that a place names, with the year after it.
func placed(p *plan.Plan, id string) (in plan.Input, year string) {
	for _, known := range plan.Inputs(p) {
		if known.ID == id {
			return known, ""
		}
		if rest, under := strings.CutPrefix(id, known.ID+"/"); under && line.MatchString(rest) {
			in, year = known, rest
		}
	}
	return in, year
}

// called names the thing a place lies in, else the part of the plan.
func called(say words.Reader, p *plan.Plan, id string) string {
	room, rest, _ := strings.Cut(id, "/")
	name, _, _ := strings.Cut(rest, "/")
	for _, thing := range things(p, room) {
		if thing.ID == name && thing.Name != "" {
			return thing.Name
		}
	}
	for part, roomsOf := range stepRooms {
		if slices.Contains(roomsOf, room) {
			return say.Say("desk.step."+part, nil)
		}
	}
	return ""
}

func things(p *plan.Plan, room string) []Choice {
	var all []Choice
	switch room {
	case "drivers":
		for _, d := range p.Drivers {
			all = append(all, Choice{d.ID, d.Name})
		}
	case "roles", "staffing":
		for _, r := range p.Team.Roles {
			all = append(all, Choice{r.ID, r.Name})
		}
	case "activities":
		for _, a := range p.Activities {
			all = append(all, Choice{a.ID, a.Name})
		}
	case "lines":
		for _, l := range p.Lines {
			all = append(all, Choice{l.ID, l.Name})
		}
	case "funding":
		for _, f := range p.Funding {
			all = append(all, Choice{f.ID, f.Name})
		}
	}
	return all
}
