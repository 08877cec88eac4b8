package plan

import (
	"maps"
	"regexp"
	"slices"
	"strconv"
	"time"
	"unicode/utf8"

	"outrigger/model/money"
	"outrigger/model/span"
)

// Check looks at the whole plan and reports everything at once. A plan without
// findings other than warnings can be calculated.
func Check(p *Plan) []Finding {
	var fs findings
	c := checker{p: p, fs: &fs}
	c.head()
	if !c.axis() {
		return fs // without years nothing further can be placed
	}
	c.inputs = Inputs(p)
	c.currencies()
	c.prices()
	c.ids()
	c.drivers()
	c.team()
	c.work()
	names := c.names()
	c.lines(names["drivers"])
	c.funding()
	c.losses(names)
	c.measures(names)
	c.readiness()
	c.project()
	c.wordings()
	for _, in := range c.inputs {
		c.figure(in, *in.Figure, in.ID, in.Required)
	}
	c.scenarios()
	c.links()
	return fs
}

type checker struct {
	p      *Plan
	fs     *findings
	inputs []Input
}

var country = regexp.MustCompile(`^[A-Z]{3}$`)

func (c checker) head() {
	if !slices.Contains([]string{"", "en", "fr", "es", "pt", "ar"}, c.p.Language) {
		c.choice("language", c.p.Language, "en, fr, es, pt, ar")
	}
	if c.p.Post.Country == "" {
		c.fs.add("missing", "post/country")
	} else if !country.MatchString(c.p.Post.Country) {
		c.fs.add("country", "post/country", "value", c.p.Post.Country)
	}
}

func (c checker) axis() bool {
	y, before := c.p.Years, len(*c.fs)
	for _, at := range []struct {
		place string
		year  span.Year
	}{{"years/first", y.First}, {"years/last_actual", y.LastActual}, {"years/last", y.Last}} {
		switch {
		case at.year == 0:
			c.fs.add("missing", at.place)
		case at.year < MinYear || at.year > MaxYear:
			c.fs.add("bad_year", at.place, "field", at.place, "year", strconv.Itoa(int(at.year)))
		}
	}
	if y.StartMonth < 0 || y.StartMonth > 12 {
		c.fs.add("month", "years/start_month", "value", strconv.Itoa(y.StartMonth))
	}
	if len(*c.fs) > before {
		return false
	}
	switch n := c.p.Axis().Len(); {
	case n == 0:
		c.fs.add("no_years", "years/last", "first", strconv.Itoa(int(y.First)), "last", strconv.Itoa(int(y.Last)))
	case n > MaxYears:
		c.fs.add("too_many_years", "years/last", "years", strconv.Itoa(n), "limit", strconv.Itoa(MaxYears))
	case y.LastActual < y.First || y.LastActual > y.Last:
		c.fs.add("last_actual", "years/last_actual", "year", strconv.Itoa(int(y.LastActual)), "first", strconv.Itoa(int(y.First)), "last", strconv.Itoa(int(y.Last)))
	}
	return len(*c.fs) == before
}

func (c checker) currencies() {
	m := c.p.Money
	if m.Currency == "" {
		c.fs.add("missing", "money/currency")
	}
	used := map[string]string{}
	use := func(code, place string) {
		if code == "" {
			return
		}
		if _, known := money.ByCode(code); !known {
			c.fs.add("currency", place, "value", code)
		} else if code != m.Currency && used[code] == "" {
			used[code] = place
		}
	}
	use(m.Currency, "money/currency")
	use(m.Donor, "money/donor")
	for _, l := range c.p.Lines {
		use(l.Currency, "lines/"+l.ID+"/currency")
	}
	for _, m := range c.p.Measures {
		for _, l := range m.Costs {
			use(l.Currency, "measures/"+m.ID+"/costs/"+l.ID+"/currency")
		}
	}
	for _, f := range c.p.Funding {
		use(f.Currency, "funding/"+f.ID+"/currency")
	}
	rates := map[string]bool{}
	for _, r := range m.Rates {
		place := "rates/" + r.Currency
		if _, known := money.ByCode(r.Currency); !known {
			c.fs.add("currency", place, "value", r.Currency)
		}
		if rates[r.Currency] || r.Currency == m.Currency {
			c.fs.add("rate_twice", place, "currency", r.Currency)
		}
		rates[r.Currency] = true
		if r.Value.Value != nil && !r.Value.Value.IsPos() {
			c.fs.add("rate_zero", place, "currency", r.Currency)
		}
		if r.Date == "" {
			c.fs.warn("rate_undated", place, "currency", r.Currency)
		} else if _, err := time.Parse("2006-01-02", r.Date); err != nil {
			c.fs.add("date", place, "value", r.Date)
		}
	}
	for _, code := range slices.Sorted(maps.Keys(used)) {
		if !rates[code] {
			c.fs.add("no_rate", used[code], "currency", code, "own", m.Currency)
		}
	}
}

func (c checker) prices() {
	for place, f := range map[string]Inflation{"prices/inflation": c.p.Prices.Inflation, "prices/wages": c.p.Prices.Wages} {
		if !slices.Contains([]string{"", "own", "country"}, f.From) {
			c.choice(place, f.From, "own, country")
		}
	}
}

var idPattern = regexp.MustCompile(`^[a-z0-9][a-z0-9_-]{0,63}$`)

// codePattern is what a donor's code of an objective or output may look like: O1, 2.3.
var codePattern = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]{0,15}$`)

// ids must be plain and unique, because rows, formulas and overrides are named by
// them.
func (c checker) ids() {
	seen := map[string]bool{}
	check := func(room, id string) {
		place := room + "/" + id
		switch {
		case !idPattern.MatchString(id):
			c.fs.add("id", place, "value", id)
		case seen[place]:
			c.fs.add("id_twice", place, "value", id)
		}
		seen[place] = true
	}
	for _, d := range c.p.Drivers {
		check("drivers", d.ID)
	}
	for _, r := range c.p.Team.Roles {
		check("roles", r.ID)
		for _, s := range r.Support {
			check("roles/"+r.ID+"/support", s.ID)
		}
		for _, a := range r.Additional {
			check("roles/"+r.ID+"/additional", a.ID)
		}
	}
	for _, a := range c.p.Activities {
		check("activities", a.ID)
	}
	for _, l := range c.p.Lines {
		check("lines", l.ID)
	}
	for _, f := range c.p.Funding {
		check("funding", f.ID)
	}
	for _, l := range c.p.Losses {
		check("losses", l.ID)
	}
	for _, m := range c.p.Measures {
		check("measures", m.ID)
		for _, l := range m.Costs {
			check("measures/"+m.ID+"/costs", l.ID)
		}
		for _, e := range m.Effects {
			check("measures/"+m.ID+"/effects", e.ID)
		}
	}
	for _, l := range c.p.Portfolio.Ceilings {
		check("portfolio/ceilings", l.ID)
	}
	for _, a := range c.p.Readiness {
		check("readiness", a.ID)
	}
	codes := map[string]bool{}
	for _, one := range c.p.Project.Results {
		place := "project/results/" + one.ID
		switch {
		case !codePattern.MatchString(one.ID):
			c.fs.add("code", place, "value", one.ID)
		case codes[one.ID]:
			c.fs.add("id_twice", place, "value", one.ID)
		}
		codes[one.ID] = true
	}
	for _, one := range c.p.Project.Indicators {
		check("project/indicators", one.ID)
	}
	for _, one := range c.p.Project.Purchases {
		check("project/purchases", one.ID)
	}
	for _, one := range c.p.Project.Milestones {
		check("project/milestones", one.ID)
	}
	for _, one := range c.p.Project.Tranches {
		check("project/tranches", one.ID)
	}
	for _, one := range c.p.Project.Risks {
		check("project/risks", one.ID)
	}
	for _, one := range c.p.Project.Reports {
		check("project/reports", one.ID)
	}
	for _, s := range c.p.Scenarios {
		check("scenarios", s.ID)
	}
	for _, s := range c.p.Sources {
		check("sources", s.ID)
	}
}

func (c checker) choice(place, value, choices string) {
	if value == "" {
		c.fs.add("missing", place)
		return
	}
	c.fs.add("choice", place, "value", value, "choices", choices)
}

// figure checks one input's numbers and years; place is where the reader finds
// it, which for a scenario is not the input's own id.
func (c checker) figure(in Input, f Figure, place string, required bool) {
	if f.Grade != "" && !slices.Contains(Grades, f.Grade) {
		c.choice(place+"/grade", string(f.Grade), "measured, estimated, borrowed, published, placeholder")
	}
	c.longTexts(f, place)
	if f.Value != nil {
		c.number(in, *f.Value, place)
	}
	asked := in.Span(c.p.Axis())
	for _, year := range sortedYears(f.Years) {
		at := place + "/" + strconv.Itoa(int(year))
		c.number(in, f.Years[year], at)
		if in.Shape == Once {
			c.fs.add("one_value", at)
		} else if !slices.Contains(asked, year) && !c.before(in, year) {
			c.fs.warn("year_unused", at, "year", strconv.Itoa(int(year)))
		}
	}
	c.doubt(in, f, place)
	if f.Value != nil || !required {
		return
	}
	if in.Shape == Once || len(f.Years) == 0 {
		if in.Shape == Once || len(asked) > 0 {
			c.fs.add("missing", place)
		}
		return
	}
	for _, year := range asked {
		if _, given := f.Years[year]; !given {
			c.fs.add("missing_year", place, "year", strconv.Itoa(int(year)))
		}
	}
}

func sortedYears(years map[span.Year]money.Number) []span.Year {
	return slices.Sorted(maps.Keys(years))
}

// before allows a history to reach back beyond the plan's first year: compound
// growth is measured over all of it.
func (c checker) before(in Input, year span.Year) bool {
	return in.Field == "history" && year < c.p.Years.First
}

func (c checker) number(in Input, n money.Number, place string) {
	switch {
	case in.Min != nil && n.Cmp(*in.Min) < 0:
		c.fs.add("below", place, "value", money.Canonical(n), "least", money.Canonical(*in.Min))
	case in.Max != nil && n.Cmp(*in.Max) > 0:
		c.fs.add("above", place, "value", money.Canonical(n), "most", money.Canonical(*in.Max))
	case in.Whole && !n.IsInt():
		c.fs.add("whole", place, "value", money.Canonical(n))
	}
}

func (c checker) longTexts(f Figure, place string) {
	for _, s := range []string{f.Note, f.Source, f.Owner} {
		if utf8.RuneCountInString(s) > MaxText {
			c.fs.add("too_long", place, "field", place, "limit", strconv.Itoa(MaxText))
		}
	}
}
