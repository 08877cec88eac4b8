package desk

import (
	"slices"
	"strings"
	"time"

	"outrigger/app/words"
	"outrigger/datasets"
	"outrigger/model/chain"
	"outrigger/model/money"
	"outrigger/model/plan"
	"outrigger/model/span"
)

// slot is one text or choice of the plan: what stands there, and how another is
// put in its place.
type slot struct {
	kind  string // text, long, choice, year or date
	text  string
	blank bool   // may be empty
	of    string // of a choice: what it is chosen from, see choices
	put   func(text string)
}

// slots finds the texts and choices of a plan by their places.
type slots struct {
	say       words.Reader
	plan      *plan.Plan
	countries datasets.Countries
	today     string
	facts     *datasets.Data
	packs     []benchmark
	calced    *chain.Case // nil: the plan cannot be calculated
	scenario  string
}

func (d *Desk) slots(language string, p *plan.Plan) slots {
	return slots{d.say(language), p, d.setup.Facts.Countries, d.setup.Now().Format(time.DateOnly), d.setup.Facts, d.known().packs, d.open.calced, ""}
}

// find gives the slot of a place; false if the plan has no such place.
func (s slots) find(place string) (slot, bool) {
	room, rest, _ := strings.Cut(place, "/")
	id, field, _ := strings.Cut(rest, "/")
	switch room {
	case "title":
		return free("text", &s.plan.Title), rest == ""
	case "language":
		return pick(&s.plan.Language, "language"), rest == ""
	case "post":
		return s.post(rest)
	case "years":
		return s.years(rest)
	case "money":
		if id == "rates" {
			code, field, _ := strings.Cut(field, "/")
			return s.rate(code, field)
		}
		return s.money(rest)
	case "prices":
		return s.prices(id, field)
	case "drivers":
		return s.driver(id, field)
	case "roles":
		return s.role(id, field)
	case "activities":
		return s.activity(id, field)
	case "lines":
		return s.line(id, field)
	case "funding":
		return s.funding(id, field)
	case "losses":
		return s.loss(id, field)
	case "measures":
		return s.measure(id, field)
	case "portfolio":
		return s.portfolio(id, field)
	case "project":
		return s.project(id, field)
	case "wordings":
		return s.wording(id, field)
	case "readiness":
		return s.assessment(id, field)
	case "sources":
		return s.source(id, field)
	case "log":
		return s.log(id, field)
	}
	return slot{}, false
}

// free is a text that may be anything, or nothing.
func free(kind string, text *string) slot {
	return slot{kind: kind, text: *text, blank: true, put: func(t string) { *text = t }}
}

// name is a text that must not be empty, because tables and formulas are read by it.
func name(text *string) slot {
	s := free("text", text)
	s.blank = false
	return s
}

func pick(text *string, of string) slot {
	return slot{kind: "choice", text: *text, of: of, put: func(t string) { *text = t }}
}

func year(at *span.Year) slot {
	text := ""
	if *at != 0 {
		text = span.Year(*at).Label(1)
	}
	return slot{kind: "year", text: text, put: func(t string) { *at = whole(t) }}
}

func whole(text string) span.Year {
	n, err := money.Parse(text)
	if err != nil {
		return 0
	}
	at, _, _ := n.Int64(0)
	return span.Year(at)
}

func (s slots) post(field string) (slot, bool) {
	p := &s.plan.Post
	switch field {
	case "name":
		return free("text", &p.Name), true
	case "country":
		return pick(&p.Country, "country"), true
	case "contact":
		return free("text", &p.Contact), true
	case "project_type":
		return free("text", &p.ProjectType), true
	case "summary":
		return free("long", &p.Summary), true
	}
	return slot{}, false
}

func (s slots) years(field string) (slot, bool) {
	y := &s.plan.Years
	switch field {
	case "first":
		return year(&y.First), true
	case "last_actual":
		return year(&y.LastActual), true
	case "last":
		return year(&y.Last), true
	case "start_month":
		return slot{
			kind: "choice", text: span.Year(max(1, y.StartMonth)).Label(1), of: "month",
			put: func(t string) { y.StartMonth = int(whole(t)) },
		}, true
	}
	return slot{}, false
}

func (s slots) money(field string) (slot, bool) {
	m := &s.plan.Money
	switch field {
	case "currency":
		return pick(&m.Currency, "currency"), true
	case "donor":
		return s.currency(&m.Donor), true
	}
	return slot{}, false
}

// currency is a choice in which the plan's own is kept as none, so that it follows.
func (s slots) currency(code *string) slot {
	own := s.plan.Money.Currency
	return slot{kind: "choice", text: or(*code, own), of: "currency", put: func(t string) {
		*code = t
		if t == own {
			*code = ""
		}
	}}
}

func (s slots) rate(code, field string) (slot, bool) {
	at := slices.IndexFunc(s.plan.Money.Rates, func(r plan.Rate) bool { return r.Currency == code })
	if at < 0 {
		return slot{}, false
	}
	r := &s.plan.Money.Rates[at]
	switch field {
	case "currency":
		return slot{kind: "choice", text: code, of: "currency", put: func(t string) {
			r.Currency = t
			for i := range s.plan.Scenarios {
				for j := range s.plan.Scenarios[i].Overrides {
					if o := &s.plan.Scenarios[i].Overrides[j]; o.Input == "rates/"+code {
						o.Input = "rates/" + t
					}
				}
			}
		}}, true
	case "date":
		return free("date", &r.Date), true
	}
	return slot{}, false
}

func (s slots) prices(which, field string) (slot, bool) {
	f := map[string]*plan.Inflation{"inflation": &s.plan.Prices.Inflation, "wages": &s.plan.Prices.Wages}[which]
	if f == nil || field != "from" {
		return slot{}, false
	}
	return pick(&f.From, "prices/"+which), true
}
