package desk

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"

	"outrigger/app/shelf"
	"outrigger/app/words"
	"outrigger/model/money"
	"outrigger/model/plan"
	"outrigger/model/span"
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
	if err := w.journal.Failed(); err != nil && w.plan != w.saved {
		key := "desk.unkept"
		if shelf.Full(err) {
			key = "desk.unkept_full"
		}
		all = append(all, Finding{Sentence: w.say.Say(key, nil), Remedy: w.say.Say(key+".remedy", nil)})
	}
	if w.locked {
		all = append(all, Finding{Sentence: w.say.Say("begin.locked", nil), Remedy: w.say.Say("begin.locked.remedy", nil), Warning: true})
	}
	tell := teller{w.say, w.plan, w.document.inputs().named}
	for _, f := range w.findings {
		all = append(all, tell.finding(f))
	}
	return all
}

// teller says the model's findings in the reader's words. The plan names its
// inputs and scenarios; without one, places stay as they are.
type teller struct {
	say   words.Reader
	plan  *plan.Plan // may be nil
	named func(id string) (plan.Input, bool)
}

func newTeller(say words.Reader, p *plan.Plan) teller {
	inputs := sync.OnceValue(func() map[string]plan.Input {
		inputs := map[string]plan.Input{}
		if p != nil {
			for _, in := range plan.Inputs(p) {
				inputs[in.ID] = in
			}
		}
		return inputs
	})
	return teller{say, p, func(id string) (plan.Input, bool) {
		in, is := inputs()[id]
		return in, is
	}}
}

func (t teller) finding(f plan.Finding) Finding {
	told := Finding{Place: f.Place, Warning: f.Warning}
	var in plan.Input
	if t.plan != nil {
		told.Place, in = t.place(f.Place)
		told.Page = t.page(f.Place)
		told.Input = in.ID
	}
	args := maps.Clone(f.Args)
	for name, text := range args {
		args[name] = t.spoken(in, name, text)
	}
	key := "fault." + f.Code
	told.Sentence, told.Remedy = t.say.Say(key, args), t.say.Say(key+".remedy", args)
	return told
}

// spoken writes what a finding names as the reader writes it.
func (t teller) spoken(in plan.Input, name, text string) string {
	switch name {
	case "value", "least", "most", "share":
		n, err := money.Parse(text)
		switch {
		case err != nil:
			return text
		case in.Kind == plan.Share || in.Kind == plan.Growth:
			return t.say.Percent(n, -1)
		}
		return t.say.Number(n, -1)
	case "scenario":
		return t.scenario(text)
	case "practice":
		return t.say.Practice(text)
	case "section":
		return t.section(text)
	}
	return text
}

// section is what the package aimed at calls a part of the application.
func (t teller) section(id string) string {
	section := plan.PackageSection{ID: id}
	if chosen := t.plan.Project.Chosen(); chosen != nil {
		for _, s := range chosen.Sections {
			if s.ID == id {
				section = s
			}
		}
	}
	return t.say.PackageSection(section)
}

func (t teller) scenario(id string) string {
	if id == "" {
		return t.say.Say("desk.base", nil)
	}
	if t.plan != nil {
		for _, s := range t.plan.Scenarios {
			if s.ID == id && s.Name != "" {
				return s.Name
			}
		}
	}
	return id
}

// place says where a finding is: the name of what the post called so, the field,
// the year, the scenario. Ids are not for readers.
func (t teller) place(id string) (string, plan.Input) {
	var parts []string
	scenario := ""
	if rest, of := strings.CutPrefix(id, "scenarios/"); of {
		scenario, id, _ = strings.Cut(rest, "/")
	}
	in, year := t.input(id)
	if in.ID != "" {
		if owner := t.say.InputOwner(in); owner != "" {
			parts = append(parts, owner)
		}
		if t.say.Has("desk.field." + in.Field) {
			parts = append(parts, t.say.InputField(in, "desk.field"))
		}
		if year != "" {
			parts = append(parts, year)
		}
	} else if name := t.called(id); name != "" {
		parts = append(parts, name)
	}
	if scenario != "" {
		parts = append(parts, t.scenario(scenario))
	}
	return strings.Join(parts, " · "), in
}

// page is the page on which a place can be mended.
func (t teller) page(place string) string {
	if rest, of := strings.CutPrefix(place, "scenarios/"); of {
		_, place, _ = strings.Cut(rest, "/")
	}
	if place == "" {
		return ""
	}
	return pageOf(place)
}

// input finds the input that a place names, with the year after it.
func (t teller) input(id string) (in plan.Input, year string) {
	if in, is := t.named(id); is {
		return in, ""
	}
	at := strings.LastIndexByte(id, '/')
	if at < 0 || !line.MatchString(id[at+1:]) {
		return plan.Input{}, ""
	}
	n, err := strconv.Atoi(id[at+1:])
	if err != nil {
		return plan.Input{}, ""
	}
	in, _ = t.named(id[:at])
	return in, span.Year(n).Label(t.plan.Years.StartMonth)
}

// called names the thing a place lies in, else the part of the plan.
func (t teller) called(id string) string {
	room, rest, _ := strings.Cut(id, "/")
	name, _, _ := strings.Cut(rest, "/")
	for _, thing := range things(t.plan, room) {
		if thing.ID == name && thing.Name != "" {
			return thing.Name
		}
	}
	for part, rooms := range stepRooms {
		if slices.Contains(rooms, room) {
			return t.say.Say("desk.step."+part, nil)
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
	case "losses", "risk":
		for _, l := range p.Losses {
			all = append(all, Choice{l.ID, l.Name})
		}
	case "measures":
		for _, m := range p.Measures {
			all = append(all, Choice{m.ID, m.Name})
		}
	case "readiness":
		for _, a := range p.Readiness {
			all = append(all, Choice{a.ID, a.Name})
		}
	}
	return all
}
