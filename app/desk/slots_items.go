package desk

import (
	"slices"
	"strconv"
	"strings"

	"outrigger/model/money"
	"outrigger/model/plan"
	"outrigger/model/span"
)

// item finds an entry of a list by its id, nil if there is none.
func item[T any](list []T, id string, of func(*T) string) *T {
	for i := range list {
		if of(&list[i]) == id {
			return &list[i]
		}
	}
	return nil
}

func driverID(d *plan.Driver) string         { return d.ID }
func roleID(r *plan.Role) string             { return r.ID }
func activityID(a *plan.Activity) string     { return a.ID }
func lineID(l *plan.Line) string             { return l.ID }
func fundingID(f *plan.Funding) string       { return f.ID }
func sourceID(s *plan.Source) string         { return s.ID }
func supportID(s *plan.Support) string       { return s.ID }
func additionalID(a *plan.Additional) string { return a.ID }

func (s slots) driver(id, field string) (slot, bool) {
	d := item(s.plan.Drivers, id, driverID)
	switch {
	case d == nil:
	case field == "name":
		return name(&d.Name), true
	case field == "unit":
		return free("text", &d.Unit), true
	case field == "future":
		at := pick(&d.Future.Kind, "future")
		at.put = func(t string) { s.goesOn(d, t) }
		return at, true
	case field == "of" && d.Future.Kind == "ratio":
		return pick(&d.Future.Of, "drivers"), true
	}
	return slot{}, false
}

// goesOn sets how a driver goes on. One that follows another first follows the
// first that does not follow it in turn.
func (s slots) goesOn(d *plan.Driver, kind string) {
	d.Future.Kind = kind
	if kind != "ratio" || d.Future.Of != "" {
		return
	}
	for _, other := range s.plan.Drivers {
		if other.ID != d.ID && other.Future.Kind != "ratio" {
			d.Future.Of = other.ID
			return
		}
	}
}

func (s slots) role(id, field string) (slot, bool) {
	r := item(s.plan.Team.Roles, id, roleID)
	part, rest, _ := strings.Cut(field, "/")
	id, field, _ = strings.Cut(rest, "/")
	switch {
	case r == nil:
	case part == "support":
		return s.support(item(r.Support, id, supportID), field)
	case part == "additional":
		if a := item(r.Additional, id, additionalID); a != nil && field == "name" {
			return name(&a.Name), true
		}
	case part == "name":
		return name(&r.Name), true
	case part == "wage_year":
		return s.planYear(&r.WageAt), true
	case part == "costed":
		at := pick(&r.Costed, "costed")
		at.text = or(at.text, "need")
		return at, true
	case part == "time":
		return s.time(r), true
	}
	return slot{}, false
}

// time tells whether a role works the team's hours or its own, which begin as the
// team's.
func (s slots) time(r *plan.Role) slot {
	at := slot{kind: "choice", text: "team", of: "time"}
	if r.Time != nil {
		at.text = "own"
	}
	at.put = func(t string) {
		switch {
		case t == "team":
			r.Time = nil
		case r.Time == nil:
			r.Time = &plan.Clone(s.plan).Team.Time
		}
	}
	return at
}

func (s slots) support(u *plan.Support, field string) (slot, bool) {
	switch {
	case u == nil:
	case field == "name":
		return name(&u.Name), true
	case field == "unit":
		at := pick(&u.Unit, "support")
		at.text = or(at.text, "share")
		at.put = func(t string) {
			u.Unit = t
			if t == "share" {
				u.Unit, u.Of = "", plan.Figure{}
			}
		}
		return at, true
	}
	return slot{}, false
}

// planYear is a year of the plan, as prices and wages are of.
func (s slots) planYear(at *span.Year) slot {
	text := ""
	if *at != 0 {
		text = strconv.Itoa(int(*at))
	}
	return slot{kind: "choice", text: text, of: "years", put: func(t string) { *at = whole(t) }}
}

func (s slots) activity(id, field string) (slot, bool) {
	a := item(s.plan.Activities, id, activityID)
	switch {
	case a == nil:
	case field == "name":
		return name(&a.Name), true
	case field == "driver":
		return pick(&a.Driver, "activities"), true
	case field == "role":
		return pick(&a.Role, "roles"), true
	case field == "urgent":
		return s.either(&a.Urgent, "urgent", "deferrable"), true
	}
	return slot{}, false
}

// either is a yes or no that has names.
func (s slots) either(flag *bool, yes, no string) slot {
	at := slot{kind: "choice", text: no, of: yes, put: func(t string) { *flag = t == yes }}
	if *flag {
		at.text = yes
	}
	return at
}

func (s slots) line(id, field string) (slot, bool) {
	return s.costLine(item(s.plan.Lines, id, lineID), field)
}

// costLine is a text or choice of a line of the plan or of a measure.
func (s slots) costLine(l *plan.Line, field string) (slot, bool) {
	if l == nil {
		return slot{}, false
	}
	switch field {
	case "per":
		return pick(&l.Per, "activities"), true
	case "name":
		return name(&l.Name), true
	case "category":
		return pick(&l.Category, "category"), true
	case "kind":
		return pick(&l.Kind, "kind"), true
	case "unit":
		return free("text", &l.Unit), true
	case "currency":
		return s.currency(&l.Currency), true
	case "price_year":
		return s.planYear(&l.PriceYear), true
	case "price_path":
		return pick(&l.PricePath, "price_path"), true
	case "objective":
		return free("text", &l.Objective), true
	case "note":
		return free("long", &l.Note), true
	}
	return slot{}, false
}

func (s slots) funding(id, field string) (slot, bool) {
	f := item(s.plan.Funding, id, fundingID)
	if f == nil {
		return slot{}, false
	}
	switch field {
	case "name":
		return name(&f.Name), true
	case "kind":
		return pick(&f.Kind, "funding_kind"), true
	case "grade":
		return pick(&f.Grade, "funding_grade"), true
	case "in_kind":
		return s.either(&f.InKind, "in_kind", "cash"), true
	case "currency":
		return s.currency(&f.Currency), true
	case "letter":
		return free("text", &f.Letter), true
	}
	return slot{}, false
}

func (s slots) source(id, field string) (slot, bool) {
	u := item(s.plan.Sources, id, sourceID)
	if u == nil {
		return slot{}, false
	}
	switch field {
	case "title":
		return name(&u.Title), true
	case "publisher":
		return free("text", &u.Publisher), true
	case "year":
		at := slot{kind: "year", blank: true, put: func(t string) { u.Year = int(whole(t)) }}
		if u.Year != 0 {
			at.text = money.Canonical(money.Int(u.Year))
		}
		return at, true
	case "place":
		return free("text", &u.Place), true
	case "note":
		return free("long", &u.Note), true
	}
	return slot{}, false
}

// log finds an entry by its position, because entries have no ids.
func (s slots) log(id, field string) (slot, bool) {
	at, err := strconv.Atoi(id)
	if err != nil || at < 0 || at >= len(s.plan.Log) {
		return slot{}, false
	}
	e := &s.plan.Log[at]
	i := slices.Index([]string{"text", "who", "date"}, field)
	if i < 0 {
		return slot{}, false
	}
	return []slot{free("long", &e.Text), free("text", &e.Who), free("date", &e.Date)}[i], true
}
