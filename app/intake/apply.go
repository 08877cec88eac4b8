package intake

import (
	"slices"
	"strconv"
	"strings"

	"outrigger/model/money"
	"outrigger/model/plan"
	"outrigger/model/span"
)

// Change is one input of the plan that was changed.
type Change struct {
	Input  string      `json:"input"`
	Made   bool        `json:"made"` // the input's driver, role, line or funding is new
	Before plan.Figure `json:"before"`
	After  plan.Figure `json:"after"`
	Notes  []Note      `json:"notes"`

	// Judged says that Now is the level of a practice.
	Judged bool `json:"judged,omitempty"`

	// Was and Now are the codes of a choice that changed; figures leave them empty.
	Was string `json:"was,omitempty"`
	Now string `json:"now,omitempty"`
}

// Apply puts every series of an accepted preview into a copy of the plan and
// keeps the mapping in it. The plan given is never changed, and either all
// series go in or none. Each figure is graded measured (estimated where the file
// itself says budget or estimate) with the file, sheet and cells as its source.
func Apply(p *plan.Plan, view *Preview) (*plan.Plan, []Change, error) {
	if len(view.Faults) > 0 {
		return nil, nil, view.Faults[0]
	}
	if len(view.Mapping.Series) == 0 {
		return nil, nil, fault("nothing_wanted", view.File)
	}
	changed := plan.Clone(p)
	var changes []Change
	for _, s := range view.Mapping.Series {
		c, err := view.put(changed, s)
		if err != nil {
			return nil, nil, err
		}
		changes = append(changes, c)
	}
	saved, err := view.Mapping.Saved()
	if err != nil {
		return nil, nil, fault("mapping", view.Mapping.Name)
	}
	keep(changed, saved)
	return changed, changes, nil
}

// keep saves a mapping under its name, in place of an older one.
func keep(p *plan.Plan, m plan.Mapping) {
	i := slices.IndexFunc(p.Mappings, func(old plan.Mapping) bool { return old.Name == m.Name })
	if i < 0 {
		p.Mappings = append(p.Mappings, m)
		return
	}
	p.Mappings[i].Spec = m.Spec
}

func (p *Preview) put(to *plan.Plan, s Series) (Change, error) {
	run, err := p.RunOf(s)
	if err != nil {
		return Change{}, err
	}
	c := Change{Input: s.Target, Notes: run.Notes}
	figure := plan.Find(to, s.Target)
	if figure == nil && s.New != nil {
		c.Made = makeItem(to, s)
		figure = plan.Find(to, s.Target)
	}
	if figure == nil {
		return c, fault("no_target", s.Target)
	}
	in := input(to, s.Target)
	c.Before = *figure
	after, notes := p.figure(to, in, run)
	if !after.Given() {
		return c, fault("no_years", s.Target, "first", strconv.Itoa(int(to.Years.First)), "last", strconv.Itoa(int(to.Years.Last)))
	}
	c.Notes = append(c.Notes, notes...)
	after.Owner, after.Extra, after.Range = figure.Owner, figure.Extra, plan.Carried(in, *figure, after)
	*figure, c.After = after, after
	return c, nil
}

func input(p *plan.Plan, id string) plan.Input {
	all := plan.Askable(p)
	i := slices.IndexFunc(all, func(in plan.Input) bool { return in.ID == id })
	return all[i]
}

// figure turns a run into the plan's input: years it does not speak for are left
// out and named, and an input with one value takes the latest.
func (p *Preview) figure(to *plan.Plan, in plan.Input, run Run) (plan.Figure, []Note) {
	f := plan.Figure{Grade: run.Grade, Source: strings.TrimSpace(p.File + " " + run.Area)}
	years := run.Sorted()
	f.Year = int(years[len(years)-1])
	if in.Shape == plan.Once {
		n := run.Years[years[len(years)-1]]
		f.Value = &n
		if len(years) > 1 {
			return f, []Note{note("latest_only", in.ID, "year", strconv.Itoa(f.Year))}
		}
		return f, nil
	}
	asked := in.Span(to.Axis())
	var notes []Note
	f.Years = map[span.Year]money.Number{}
	for _, y := range years {
		if slices.Contains(asked, y) || in.Field == "history" && y < to.Years.First {
			f.Years[y] = run.Years[y]
			f.Year = int(y)
			continue
		}
		notes = append(notes, note("year_outside", in.ID, "year", strconv.Itoa(int(y))))
	}
	return f, notes
}

// makeItem adds the driver, role, line or funding a series speaks of, with what
// the series says about it and nothing invented. False if its target names none
// of them.
func makeItem(p *plan.Plan, s Series) bool {
	parts := strings.Split(s.Target, "/")
	if len(parts) != 3 || !validID(parts[1]) {
		return false
	}
	id, n := parts[1], s.New
	switch parts[0] {
	case "drivers":
		if !slices.ContainsFunc(p.Drivers, func(d plan.Driver) bool { return d.ID == id }) {
			p.Drivers = append(p.Drivers, plan.Driver{ID: id, Name: n.Name, Unit: n.Unit, Future: plan.Future{Kind: "compound"}})
			return true
		}
	case "roles":
		if !slices.ContainsFunc(p.Team.Roles, func(r plan.Role) bool { return r.ID == id }) {
			p.Team.Roles = append(p.Team.Roles, plan.Role{ID: id, Name: n.Name, Costed: "staff", WageAt: p.Years.First})
			return true
		}
	case "lines":
		if !slices.ContainsFunc(p.Lines, func(l plan.Line) bool { return l.ID == id }) {
			p.Lines = append(p.Lines, plan.Line{
				ID: id, Name: n.Name, Unit: n.Unit, Currency: n.Currency, Category: or(n.Category, "other"), Kind: or(n.Kind, "run"),
				PricePath: "fixed", PriceYear: p.Years.First,
			})
			return true
		}
	case "funding":
		if !slices.ContainsFunc(p.Funding, func(f plan.Funding) bool { return f.ID == id }) {
			p.Funding = append(p.Funding, plan.Funding{ID: id, Name: n.Name, Currency: n.Currency, Kind: or(n.Kind, "own"), Grade: or(n.Grade, "probable")})
			return true
		}
	}
	return false
}

func or(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// validID: lower-case letters, digits, underscore and hyphen, as everywhere in a
// plan.
func validID(id string) bool {
	if id == "" || len(id) > 64 {
		return false
	}
	for _, c := range id {
		if (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '_' && c != '-' {
			return false
		}
	}
	return true
}

// Sentence tells what changed.
func (c Change) Sentence(w Words) string {
	if c.Judged {
		return w.Say("intake.change.level", map[string]string{"input": c.Input, "now": c.Now})
	}
	if c.Now != "" {
		return w.Say("intake.change.choice", map[string]string{"input": c.Input, "was": c.Was, "now": c.Now})
	}
	n := len(c.After.Years)
	if c.After.Value != nil {
		n++
	}
	return w.Say("intake.change.figure", map[string]string{"input": c.Input, "count": strconv.Itoa(n), "source": c.After.Source})
}
