package desk

import (
	"slices"
	"strconv"
	"strings"

	"outrigger/model/money"
	"outrigger/model/plan"
)

// Add adds an item to a list, with the choices most plans take and no figure: what
// it costs or counts is for the post to say.
func (d *Desk) Add(r AddRequest) (View, error) {
	return d.change("Add", Reading{Language: r.Language, Scenario: r.Scenario}, func(p *plan.Plan) error {
		name := strings.TrimSpace(clean(r.Name, false))
		list := r.List
		if at := strings.LastIndexByte(list, '/'); at >= 0 {
			list = list[at+1:]
		}
		if name == "" && list != "rates" {
			name = d.say(r.Language).Say("desk.list."+list+".new", nil)
		}
		if !d.add(p, r.List, list, name) {
			return d.fault(r.Language, "no_list", nil)
		}
		return nil
	})
}

// full is a list that takes no more.
func full[T any](list []T) bool { return len(list) >= plan.MaxItems }

func (d *Desk) add(p *plan.Plan, path, list, name string) bool {
	switch list {
	case "drivers":
		if full(p.Drivers) {
			return false
		}
		p.Drivers = append(p.Drivers, plan.Driver{ID: fresh(p.Drivers, driverID, name, "driver"), Name: name, Future: plan.Future{Kind: "rate"}})
	case "roles":
		if full(p.Team.Roles) {
			return false
		}
		p.Team.Roles = append(p.Team.Roles, plan.Role{ID: fresh(p.Team.Roles, roleID, name, "role"), Name: name, WageAt: p.Years.LastActual})
	case "activities":
		if full(p.Activities) {
			return false
		}
		a := plan.Activity{ID: fresh(p.Activities, activityID, name, "activity"), Name: name}
		if len(p.Team.Roles) > 0 {
			a.Role = p.Team.Roles[0].ID
		}
		p.Activities = append(p.Activities, a)
	case "lines":
		if full(p.Lines) {
			return false
		}
		p.Lines = append(p.Lines, plan.Line{
			ID: fresh(p.Lines, lineID, name, "line"), Name: name, Category: "services", Kind: "run", PricePath: "inflation", PriceYear: p.Years.LastActual,
		})
	case "funding":
		if full(p.Funding) {
			return false
		}
		p.Funding = append(p.Funding, plan.Funding{ID: fresh(p.Funding, fundingID, name, "source"), Name: name, Kind: "donor", Grade: "sought"})
	case "rates":
		return addRate(p, name)
	case "sources":
		if full(p.Sources) {
			return false
		}
		p.Sources = append(p.Sources, plan.Source{ID: fresh(p.Sources, sourceID, name, "source"), Title: name})
	case "readiness":
		return addAssessment(p, name, d.setup.Now().Format("2006-01-02"))
	case "log":
		if full(p.Log) {
			return false
		}
		p.Log = append(p.Log, plan.LogEntry{Date: d.setup.Now().Format("2006-01-02"), Text: name})
	default:
		return addAllowance(p, path, list, name) || addWeighed(p, path, list, name) || addUndertaking(p, path, name)
	}
	return true
}

// addRate adds a rate of the currency named, else of the first that is likely to be
// needed.
func addRate(p *plan.Plan, code string) bool {
	has := func(code string) bool {
		return code == p.Money.Currency || slices.ContainsFunc(p.Money.Rates, func(r plan.Rate) bool { return r.Currency == code })
	}
	if _, known := money.ByCode(code); !known {
		wanted := []string{p.Money.Donor}
		for _, l := range p.Lines {
			wanted = append(wanted, l.Currency)
		}
		for _, f := range p.Funding {
			wanted = append(wanted, f.Currency)
		}
		for _, c := range append(wanted, donors...) {
			if c != "" && !has(c) {
				code = c
				break
			}
		}
	}
	if _, known := money.ByCode(code); !known || has(code) || full(p.Money.Rates) {
		return false
	}
	p.Money.Rates = append(p.Money.Rates, plan.Rate{Currency: code})
	return true
}

func addAllowance(p *plan.Plan, path, list, name string) bool {
	parts := strings.Split(path, "/")
	if len(parts) != 3 || parts[0] != "roles" {
		return false
	}
	r := item(p.Team.Roles, parts[1], roleID)
	switch {
	case r == nil:
		return false
	case list == "support" && !full(r.Support):
		r.Support = append(r.Support, plan.Support{ID: fresh(r.Support, supportID, name, "support"), Name: name})
	case list == "additional" && !full(r.Additional):
		r.Additional = append(r.Additional, plan.Additional{ID: fresh(r.Additional, additionalID, name, "duty"), Name: name})
	default:
		return false
	}
	return true
}

// fresh makes an id of a name that no entry of the list has yet. A name that has no
// Latin letter gives the id that entries of such a list have.
func fresh[T any](list []T, of func(*T) string, name, otherwise string) string {
	base := shortName(name)
	if base == "" {
		base = otherwise
	}
	for n := 1; ; n++ {
		id := base
		if n > 1 {
			id += "-" + strconv.Itoa(n)
		}
		if item(list, id, of) == nil {
			return id
		}
	}
}

// shortName keeps of a name what an id may hold.
func shortName(name string) string {
	words := strings.FieldsFunc(fold(name), func(c rune) bool { return (c < 'a' || c > 'z') && (c < '0' || c > '9') })
	id := strings.Join(words, "-")
	return strings.Trim(id[:min(len(id), 40)], "-")
}
