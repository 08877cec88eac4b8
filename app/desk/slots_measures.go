package desk

import (
	"slices"
	"strconv"
	"strings"

	"outrigger/model/plan"
	"outrigger/model/span"
)

func lossID(l *plan.Loss) string       { return l.ID }
func measureID(m *plan.Measure) string { return m.ID }
func effectID(e *plan.Effect) string   { return e.ID }
func effortID(e *plan.Effort) string   { return e.Role }
func ceilingID(c *plan.Ceiling) string { return c.ID }
func hoursID(h *plan.FreeHours) string { return h.Role }

func (s slots) loss(id, field string) (slot, bool) {
	l := item(s.plan.Losses, id, lossID)
	if l == nil {
		return slot{}, false
	}
	switch field {
	case "name":
		return name(&l.Name), true
	case "note":
		return free("long", &l.Note), true
	case "once":
		return s.either(&l.Once, "once", "often"), true
	case "shape":
		return pick(&l.Shape, "shape"), true
	case "price_year":
		return s.planYear(&l.PriceYear), true
	case "driver":
		return pick(&l.Driver, "activities"), true
	}
	return slot{}, false
}

func (s slots) measure(id, field string) (slot, bool) {
	m := item(s.plan.Measures, id, measureID)
	if m == nil {
		return slot{}, false
	}
	part, rest, deeper := strings.Cut(field, "/")
	of, field, _ := strings.Cut(rest, "/")
	switch part {
	case "name":
		return name(&m.Name), true
	case "note":
		return free("long", &m.Note), true
	case "practice":
		return free("text", &m.Practice), true
	case "function":
		return pick(&m.Function, "function"), true
	case "mandatory":
		return s.either(&m.Mandatory, "mandatory", "optional"), true
	case "earliest":
		return s.anyYear(&m.Earliest), true
	case "latest":
		return s.anyYear(&m.Latest), true
	}
	switch {
	case !deeper:
	case part == "costs":
		return s.costLine(item(m.Costs, of, lineID), field)
	case part == "effects":
		return s.effect(item(m.Effects, of, effectID), field)
	case part == "effort" && field == "role":
		if e := item(m.Effort, of, effortID); e != nil {
			return pick(&e.Role, "roles"), true
		}
	case part == "needs":
		return s.linked(m.Needs, of)
	case part == "excludes":
		return s.linked(m.Excludes, of)
	}
	return slot{}, false
}

func (s slots) linked(list []string, at string) (slot, bool) {
	i, err := strconv.Atoi(at)
	if err != nil || i < 0 || i >= len(list) {
		return slot{}, false
	}
	return pick(&list[i], "measures"), true
}

// anyYear is a planned year, or none.
func (s slots) anyYear(at *span.Year) slot {
	text := ""
	if *at != 0 {
		text = strconv.Itoa(int(*at))
	}
	return slot{kind: "choice", text: text, of: "any_year", put: func(t string) {
		*at = 0
		if t != "" {
			*at = whole(t)
		}
	}}
}

func (s slots) effect(e *plan.Effect, field string) (slot, bool) {
	if e == nil {
		return slot{}, false
	}
	switch field {
	case "name":
		return name(&e.Name), true
	case "kind":
		at := pick(&e.Kind, "effect")
		at.put = func(kind string) { s.acts(e, kind) }
		return at, true
	case "step":
		return pick(&e.Step, "step"), true
	case "target":
		at := pick(&e.Target, "target")
		at.text, at.put = targetOf(e), func(t string) {
			if room, id, _ := strings.Cut(t, ":"); room == targetRoom(e.Kind) {
				e.Target = id
			}
		}
		return at, true
	}
	return slot{}, false
}

// acts makes an effect one of another kind, with a target and a step that such an effect
// can have.
func (s slots) acts(e *plan.Effect, kind string) {
	e.Kind = kind
	if steps := plan.StepsOf(kind); !slices.Contains(steps, e.Step) {
		e.Step = ""
		if len(steps) > 0 {
			e.Step = steps[0]
		}
	}
	room := targetRoom(kind)
	all := things(s.plan, room)
	known := slices.ContainsFunc(all, func(c Choice) bool { return c.ID == e.Target })
	switch {
	case room == "" || known || room == "losses" && e.Target == "":
	case room == "losses":
		e.Target = ""
	case len(all) > 0:
		e.Target = all[0].ID
	}
}

// targetRoom is where the targets of a kind of effect stand in the plan.
func targetRoom(kind string) string {
	return map[string]string{plan.Likelihood: "losses", plan.Severity: "losses", plan.Volume: "drivers", plan.Relief: "activities"}[kind]
}

func targetOf(e *plan.Effect) string { return targetRoom(e.Kind) + ":" + e.Target }

// targets are all things an effect can act on.
func (s slots) targets() []Choice {
	all := []Choice{{"losses:", s.say.Say("desk.choice.every_loss", nil)}}
	for _, room := range []string{"losses", "drivers", "activities"} {
		for _, c := range things(s.plan, room) {
			all = append(all, Choice{room + ":" + c.ID, c.Name})
		}
	}
	return all
}

func (s slots) portfolio(id, field string) (slot, bool) {
	f := &s.plan.Portfolio
	switch id {
	case "value":
		at := pick(&f.Value, "value")
		at.text = or(at.text, plan.Values[0])
		return at, field == ""
	case "ceilings":
		of, field, _ := strings.Cut(field, "/")
		c := item(f.Ceilings, of, ceilingID)
		switch {
		case c == nil:
		case field == "name":
			return name(&c.Name), true
		case slices.Contains(plan.Categories, field):
			return s.pays(c, field), true
		}
	case "hours":
		of, field, _ := strings.Cut(field, "/")
		if h := item(f.Hours, of, hoursID); h != nil && field == "role" {
			return pick(&h.Role, "roles"), true
		}
	}
	return slot{}, false
}

// pays tells whether a ceiling pays for a category; one that names none pays for all.
func (s slots) pays(c *plan.Ceiling, category string) slot {
	at := slot{kind: "choice", text: "no", of: "pays"}
	if len(c.Categories) == 0 || slices.Contains(c.Categories, category) {
		at.text = "yes"
	}
	at.put = func(t string) {
		if len(c.Categories) == 0 {
			c.Categories = slices.Clone(plan.Categories)
		}
		c.Categories = slices.DeleteFunc(c.Categories, func(x string) bool { return x == category })
		if t == "yes" {
			c.Categories = append(c.Categories, category)
		}
		slices.SortFunc(c.Categories, func(a, b string) int { return slices.Index(plan.Categories, a) - slices.Index(plan.Categories, b) })
		if len(c.Categories) == len(plan.Categories) {
			c.Categories = nil
		}
	}
	return at
}

// fieldOf is a field of one text or choice whose label has a key of its own.
func (w pager) fieldOf(group, place, key string) Field {
	s, _ := w.slots.find(place)
	return Field{
		Place: place, Label: w.word("desk.place." + key), Kind: s.kind, Text: s.text, Choices: w.slots.choices(s.of),
		Cell: none, Group: w.word("desk.group." + group),
	}
}
