package plan

import (
	"slices"
	"strings"

	"outrigger/model/span"
)

func (c checker) drivers() {
	byID := map[string]Driver{}
	for _, d := range c.p.Drivers {
		byID[d.ID] = d
	}
	planned := len(c.p.Axis().Planned()) > 0
	for _, d := range c.p.Drivers {
		place := "drivers/" + d.ID
		switch d.Future.Kind {
		case "rate", "path", "fit":
		case "ratio":
			if _, known := byID[d.Future.Of]; !known {
				c.fs.add("unknown", place+"/of", "value", d.Future.Of)
			} else if loop := ratioLoop(d.ID, byID); loop != "" {
				c.fs.add("ratio_loop", place+"/of", "loop", loop)
			}
		case "compound":
			c.compound(d, place)
		default:
			if planned || d.Future.Kind != "" {
				c.choice(place+"/future", d.Future.Kind, "rate, path, ratio, compound, fit")
			}
		}
	}
}

// ratioLoop follows a ratio from driver to driver and tells the way round if it
// comes back to where it began.
func ratioLoop(from string, byID map[string]Driver) string {
	way := []string{from}
	for at := byID[from].Future.Of; len(way) <= len(byID); at = byID[at].Future.Of {
		way = append(way, at)
		if at == from {
			return strings.Join(way, " → ")
		}
		if d, known := byID[at]; !known || d.Future.Kind != "ratio" {
			return ""
		}
	}
	return ""
}

// compound growth needs two different years, the first not nothing.
func (c checker) compound(d Driver, place string) {
	first, last, ok := Ends(d.History, c.p.Years.LastActual)
	switch {
	case !ok:
		c.fs.add("short_history", place+"/history")
	case d.History.Years[first].IsZero() || d.History.Years[last].IsZero():
		c.fs.add("zero_history", place+"/history")
	}
}

// Ends gives the first and last year a history states, up to the last actual
// year; false if there are not two.
func Ends(f Figure, lastActual span.Year) (first, last span.Year, ok bool) {
	first, last = MaxYear, MinYear
	for year := range f.Years {
		if year <= lastActual {
			first, last = min(first, year), max(last, year)
		}
	}
	return first, last, first < last
}

func (c checker) team() {
	for _, r := range c.p.Team.Roles {
		place := "roles/" + r.ID
		if !slices.Contains([]string{"", "need", "staff"}, r.Costed) {
			c.choice(place+"/costed", r.Costed, "need, staff")
		}
		if r.Costed != "" && !r.Wage.Given() {
			c.fs.add("missing", place+"/wage")
		}
		if r.Wage.Given() {
			c.priceYear(place+"/wage_year", r.WageAt)
		}
		for _, s := range r.Support {
			at := place + "/support/" + s.ID
			if !slices.Contains([]string{"", "hours", "days"}, s.Unit) {
				c.choice(at+"/unit", s.Unit, "hours, days")
			}
			if s.Of.Value != nil && s.Of.Value.IsZero() {
				c.fs.add("support_of_zero", at+"/of")
			}
		}
	}
}

func (c checker) work() {
	drivers, roles := map[string]bool{}, map[string]bool{}
	for _, d := range c.p.Drivers {
		drivers[d.ID] = true
	}
	for _, r := range c.p.Team.Roles {
		roles[r.ID] = true
	}
	for _, a := range c.p.Activities {
		place := "activities/" + a.ID
		if a.Driver != "" && !drivers[a.Driver] {
			c.fs.add("unknown", place+"/driver", "value", a.Driver)
		}
		switch {
		case a.Role == "":
			c.fs.add("missing", place+"/role")
		case !roles[a.Role]:
			c.fs.add("unknown", place+"/role", "value", a.Role)
		}
	}
	if len(c.p.Activities) > 0 && len(c.p.Team.Roles) > 0 && len(c.p.Drivers) == 0 {
		c.fs.warn("no_drivers", "drivers")
	}
}

func (c checker) lines(drivers map[string]bool) {
	for _, l := range c.p.Lines {
		c.line(l, "lines/"+l.ID, drivers)
	}
}

func (c checker) line(l Line, place string, drivers map[string]bool) {
	if !slices.Contains(Categories, l.Category) {
		c.choice(place+"/category", l.Category, strings.Join(Categories, ", "))
	}
	if l.Kind != "build" && l.Kind != "run" {
		c.choice(place+"/kind", l.Kind, "build, run")
	}
	if !slices.Contains([]string{"inflation", "wages", "fixed", "own"}, l.PricePath) {
		c.choice(place+"/price_path", l.PricePath, "inflation, wages, fixed, own")
	}
	c.known(drivers, l.Per, place+"/per")
	c.priceYear(place+"/price_year", l.PriceYear)
}

// priceYear must lie on the axis: only there a price path is known.
func (c checker) priceYear(place string, year span.Year) {
	switch _, on := c.p.Axis().Index(year); {
	case year == 0:
		c.fs.add("missing", place)
	case !on:
		c.fs.add("price_year", place, "year", year.Label(1), "first", c.p.Years.First.Label(1), "last", c.p.Years.Last.Label(1))
	}
}

func (c checker) funding() {
	for _, f := range c.p.Funding {
		place := "funding/" + f.ID
		if !slices.Contains([]string{"own", "government", "donor", "other"}, f.Kind) {
			c.choice(place+"/kind", f.Kind, "own, government, donor, other")
		}
		if !slices.Contains([]string{"secured", "probable", "sought"}, f.Grade) {
			c.choice(place+"/grade", f.Grade, "secured, probable, sought")
		}
	}
}

// scenarios may override what is an input, within the input's own rules.
func (c checker) scenarios() {
	inputs := map[string]Input{}
	for _, in := range c.inputs {
		inputs[in.ID] = in
	}
	for _, s := range c.p.Scenarios {
		seen := map[string]bool{}
		for _, o := range s.Overrides {
			place := "scenarios/" + s.ID + "/" + o.Input
			in, known := inputs[o.Input]
			switch {
			case !known:
				c.fs.add("unknown_input", place, "value", o.Input)
			case seen[o.Input]:
				c.fs.add("id_twice", place, "value", o.Input)
			case !o.Given():
				c.fs.add("missing", place)
			case o.Range != nil:
				c.fs.add("range_scenario", place+"/range")
			default:
				c.figure(in, o.Figure, place, false)
			}
			seen[o.Input] = true
		}
	}
}
