package plan

import (
	"slices"

	"outrigger/model/money"
	"outrigger/model/span"
)

// Shape says for which years an input speaks.
type Shape int

// The shapes of inputs.
const (
	Once    Shape = iota // one value, the same in every year
	Actual               // the years that have happened
	Planned              // the years to come
	Every                // all years of the axis
)

// Kind is what an input's number counts; it settles how it is shown and asked
// for.
type Kind string

// The kinds of inputs.
const (
	Count    Kind = "count"  // things, in Unit
	People   Kind = "people" // persons, full-time equivalent
	Hours    Kind = "hours"
	Days     Kind = "days"
	Months   Kind = "months"
	Lifetime Kind = "years"
	Share    Kind = "share"  // 0.05 is 5 %
	Growth   Kind = "growth" // yearly change as a share
	Cost     Kind = "cost"   // money, in Unit's currency
	Per      Kind = "per"    // a rate between two things
	Switch   Kind = "switch" // 1 yes, 0 no
	InYear   Kind = "year"   // a fiscal year
	Levels   Kind = "levels" // of a practice, 0 to 4
)

// Input is one figure of a plan that a person may change, with the rules it must
// keep. Its ID is the row's id in the calculus and the key of overrides.
type Input struct {
	ID     string
	Figure *Figure
	Kind   Kind
	Unit   string // noun counted, currency code, or empty
	Shape  Shape

	// Required: every year of the shape must be given. Otherwise Default stands
	// where nothing is said.
	Required bool
	Default  money.Number

	Min, Max *money.Number // nil: no bound
	Whole    bool          // whole numbers only
	Sure     bool          // no range can stand around it: it is the end of one itself, or a limit
	Decision bool          // chosen, not known: it carries no evidence

	// Name is what the input belongs to, in the post's own words; Field the word
	// key "row.input.<Field>" of what it says about it.
	Name, Field string
	// Package and Category are, of a share asked of a funding package, its id and the
	// category of cost; Name is then the package's own name, if it has one.
	Package, Category string
}

// Axis gives the plan's run of years.
func (p *Plan) Axis() span.Axis {
	return span.Axis{First: p.Years.First, LastActual: p.Years.LastActual, Last: p.Years.Last}
}

// Span lists the years an input speaks for.
func (in Input) Span(a span.Axis) []span.Year {
	switch in.Shape {
	case Actual:
		return a.Actual()
	case Planned:
		return a.Planned()
	case Every:
		return a.Years()
	}
	return nil
}

// Find returns the figure behind the id of an input, be it one that is not given yet;
// nil if the plan has no such input.
func Find(p *Plan, id string) *Figure {
	for _, in := range Askable(p) {
		if in.ID == id {
			return in.Figure
		}
	}
	return nil
}

var (
	zero    = money.Int(0)
	one     = money.Int(1)
	minus1  = money.Int(-1)
	twelve  = money.Int(12)
	day     = money.Int(24)
	year    = money.Int(366)
	maxLife = money.Int(MaxYears)
)

// Inputs lists every input of the plan that its choices make use of, in the
// order of the document. The figures are those of p itself: changing one changes
// the plan.
func Inputs(p *Plan) []Input {
	all := make(list, 0, roughly(p))
	for _, in := range Compared(p) {
		if in.Figure.Given() {
			all.add(in)
		}
	}
	for i := range p.Money.Rates {
		r := &p.Money.Rates[i]
		all.add(Input{ID: "rates/" + r.Currency, Figure: &r.Value, Kind: Per, Unit: p.Money.Currency + "/" + r.Currency, Required: true, Min: &zero, Name: r.Currency, Field: "rate"})
	}
	all.inflation("prices/inflation", &p.Prices.Inflation)
	all.inflation("prices/wages", &p.Prices.Wages)
	for i := range p.Drivers {
		all.driver(&p.Drivers[i])
	}
	if slices.ContainsFunc(p.Team.Roles, func(r Role) bool { return r.Time == nil }) {
		all.time("team/time", "", &p.Team.Time)
	}
	for i := range p.Team.Roles {
		all.role(&p.Team.Roles[i], p.Money.Currency)
	}
	for i := range p.Activities {
		a := &p.Activities[i]
		id := "activities/" + a.ID
		all.add(Input{ID: id + "/occurrences", Figure: &a.Occurrences, Kind: Per, Required: true, Min: &zero, Name: a.Name, Field: "occurrences"})
		all.add(Input{ID: id + "/hours", Figure: &a.Hours, Kind: Hours, Required: true, Min: &zero, Name: a.Name, Field: "hours"})
	}
	for i := range p.Lines {
		all.line("lines", &p.Lines[i], p.Money.Currency, Planned, "")
	}
	for i := range p.Funding {
		f := &p.Funding[i]
		all.add(Input{ID: "funding/" + f.ID + "/amount", Figure: &f.Amount, Kind: Cost, Unit: or(f.Currency, p.Money.Currency), Shape: Every, Min: &zero, Name: f.Name, Field: "amount"})
	}
	for i := range p.Losses {
		all.loss(&p.Losses[i], p.Money.Currency)
	}
	for i := range p.Measures {
		all.measure(p, &p.Measures[i])
	}
	all.portfolio(p)
	if p.Project.Chosen() != nil {
		all.add(Input{ID: "project/indirect", Figure: &p.Project.Indirect, Kind: Share, Min: &zero, Max: &one, Sure: true, Decision: true, Field: "indirect"})
		all.add(Input{ID: "project/reserve", Figure: &p.Project.Reserve, Kind: Share, Min: &zero, Max: &one, Sure: true, Decision: true, Field: "reserve"})
		for i := range p.Project.Tranches {
			t := &p.Project.Tranches[i]
			all.add(Input{ID: "project/tranches/" + t.ID + "/share", Figure: &t.Share, Kind: Share, Min: &zero, Max: &one, Sure: true, Decision: true, Name: t.Name, Field: "tranche"})
		}
	}
	for i := range p.Project.Sharing {
		part, named := &p.Project.Sharing[i], ""
		if of := p.Project.PackageOf(part.ID); of != nil {
			named = of.Name
		}
		for j := range part.Shares {
			portion := &part.Shares[j]
			all.add(Input{
				ID: "project/sharing/" + part.ID + "/" + portion.ID, Figure: &portion.Share, Kind: Share, Shape: Planned, Min: &zero, Max: &one, Sure: true, Decision: true,
				Name: named, Field: "sharing", Package: part.ID, Category: portion.ID,
			})
		}
	}
	for i := range p.Project.Indicators {
		n := &p.Project.Indicators[i]
		id := "project/indicators/" + n.ID
		all.add(Input{ID: id + "/baseline", Figure: &n.Baseline, Kind: Count, Unit: n.Unit, Min: &zero, Sure: true, Name: n.Name, Field: "baseline"})
		all.add(Input{ID: id + "/targets", Figure: &n.Targets, Kind: Count, Unit: n.Unit, Shape: Planned, Min: &zero, Sure: true, Decision: true, Name: n.Name, Field: "targets"})
	}
	return all
}

// Compared lists what a post may state of itself for the sake of comparison: no planning
// figure hangs on it, so it is an input of the plan only once it is given, and nothing is
// taken for it where it is not.
func Compared(p *Plan) []Input {
	of := &p.Post
	return []Input{
		{ID: "post/it_spend", Figure: &of.ITSpend, Kind: Cost, Unit: p.Money.Currency, Shape: Actual, Min: &zero, Sure: true, Field: "it_spend"},
		{ID: "post/revenue", Figure: &of.Revenue, Kind: Cost, Unit: p.Money.Currency, Shape: Actual, Min: &zero, Sure: true, Field: "revenue"},
		{ID: "post/training", Figure: &of.Training, Kind: Hours, Shape: Actual, Min: &zero, Sure: true, Field: "training"},
	}
}

// Askable lists what a plan may be asked for: its inputs, and what comparison asks for
// and nobody has given yet.
func Askable(p *Plan) []Input {
	all := Inputs(p)
	for _, in := range Compared(p) {
		if !in.Figure.Given() {
			all = append(all, in)
		}
	}
	return all
}

// roughly is how many inputs a plan has at the least, near enough to make room for.
func roughly(p *Plan) int {
	const byDriver, byRole, byActivity, byLine, byLoss, byMeasure, others = 2, 12, 2, 3, 3, 10, 24
	return byDriver*len(p.Drivers) + byRole*len(p.Team.Roles) + byActivity*len(p.Activities) + byLine*len(p.Lines) + len(p.Funding) +
		byLoss*len(p.Losses) + byMeasure*len(p.Measures) + others
}

type list []Input

func (l *list) add(in Input) { *l = append(*l, in) }

func (l *list) inflation(id string, f *Inflation) {
	switch f.From {
	case "own":
		l.add(Input{ID: id, Figure: &f.Own, Kind: Growth, Shape: Every, Required: true, Min: &minus1, Field: "inflation"})
	case "country":
		l.add(Input{ID: id, Figure: &f.After, Kind: Growth, Required: true, Min: &minus1, Field: "inflation_after"})
	}
}

func (l *list) driver(d *Driver) {
	id := "drivers/" + d.ID
	l.add(Input{ID: id + "/history", Figure: &d.History, Kind: Count, Unit: d.Unit, Shape: Actual, Required: true, Min: &zero, Name: d.Name, Field: "history"})
	switch d.Future.Kind {
	case "rate":
		l.add(Input{ID: id + "/growth", Figure: &d.Future.Rate, Kind: Growth, Shape: Planned, Required: true, Min: &minus1, Name: d.Name, Field: "growth"})
	case "path":
		l.add(Input{ID: id + "/path", Figure: &d.Future.Path, Kind: Count, Unit: d.Unit, Shape: Planned, Required: true, Min: &zero, Name: d.Name, Field: "path"})
	case "ratio":
		l.add(Input{ID: id + "/ratio", Figure: &d.Future.Ratio, Kind: Per, Shape: Planned, Required: true, Min: &zero, Name: d.Name, Field: "ratio"})
	}
}

func (l *list) time(id, name string, t *WorkingTime) {
	for _, f := range []struct {
		field    string
		figure   *Figure
		kind     Kind
		max      *money.Number
		required bool
	}{
		{"possible_days", &t.PossibleDays, Days, &year, true},
		{"public_holidays", &t.PublicHolidays, Days, &year, false},
		{"annual_leave", &t.AnnualLeave, Days, &year, false},
		{"sick_leave", &t.SickLeave, Days, &year, false},
		{"other_absence", &t.OtherAbsence, Days, &year, false},
		{"hours_per_day", &t.HoursPerDay, Hours, &day, true},
	} {
		l.add(Input{ID: id + "/" + f.field, Figure: f.figure, Kind: f.kind, Required: f.required, Min: &zero, Max: f.max, Name: name, Field: f.field})
	}
}

func (l *list) role(r *Role, currency string) {
	id := "roles/" + r.ID
	if r.Time != nil {
		l.time(id+"/time", r.Name, r.Time)
	}
	for i := range r.Support {
		s := &r.Support[i]
		name := r.Name + ": " + s.Name
		if s.Of.Given() {
			kind := Hours
			if s.Unit == "days" {
				kind = Days
			}
			l.add(Input{ID: id + "/support/" + s.ID + "/amount", Figure: &s.Amount, Kind: kind, Required: true, Min: &zero, Name: name, Field: "support_amount"})
			l.add(Input{ID: id + "/support/" + s.ID + "/of", Figure: &s.Of, Kind: kind, Required: true, Min: &zero, Name: name, Field: "support_of"})
		} else {
			l.add(Input{ID: id + "/support/" + s.ID + "/amount", Figure: &s.Amount, Kind: Share, Required: true, Min: &zero, Name: name, Field: "support_share"})
		}
	}
	for i := range r.Additional {
		a := &r.Additional[i]
		name := r.Name + ": " + a.Name
		l.add(Input{ID: id + "/additional/" + a.ID + "/people", Figure: &a.People, Kind: People, Required: true, Min: &zero, Name: name, Field: "additional_people"})
		l.add(Input{ID: id + "/additional/" + a.ID + "/hours", Figure: &a.Hours, Kind: Hours, Required: true, Min: &zero, Name: name, Field: "additional_hours"})
	}
	l.add(Input{ID: id + "/staff", Figure: &r.Staff, Kind: People, Shape: Actual, Required: true, Min: &zero, Name: r.Name, Field: "staff"})
	l.add(Input{ID: id + "/hires", Figure: &r.Hires, Kind: People, Shape: Planned, Min: &zero, Name: r.Name, Field: "hires"})
	l.add(Input{ID: id + "/ramp_up", Figure: &r.RampUp, Kind: Share, Default: one, Min: &zero, Max: &one, Name: r.Name, Field: "ramp_up"})
	l.add(Input{ID: id + "/attrition", Figure: &r.Attrition, Kind: Share, Min: &zero, Max: &one, Name: r.Name, Field: "attrition"})
	l.add(Input{ID: id + "/replaced", Figure: &r.Replaced, Kind: Share, Default: one, Min: &zero, Max: &one, Name: r.Name, Field: "replaced"})
	l.add(Input{ID: id + "/vacant_months", Figure: &r.VacantMonths, Kind: Months, Min: &zero, Max: &twelve, Name: r.Name, Field: "vacant_months"})
	l.add(Input{ID: id + "/wage", Figure: &r.Wage, Kind: Cost, Unit: currency, Min: &zero, Name: r.Name, Field: "wage"})
	l.add(Input{ID: id + "/backlog", Figure: &r.Backlog, Kind: Hours, Min: &zero, Name: r.Name, Field: "backlog"})
	l.add(Input{ID: id + "/lapse", Figure: &r.Lapse, Kind: Share, Min: &zero, Max: &one, Name: r.Name, Field: "lapse"})
}

// line lists what a cost line asks for: a line of the plan, its quantity by year, or one
// of a measure, its quantity in every year in which the measure counts.
func (l *list) line(room string, n *Line, currency string, shape Shape, owner string) {
	id, name := room+"/"+n.ID, owner+n.Name
	quantity := Input{ID: id + "/quantity", Figure: &n.Quantity, Kind: Count, Unit: n.Unit, Shape: shape, Min: &zero, Name: name, Field: "quantity"}
	if n.Per != "" {
		quantity.Kind, quantity.Unit, quantity.Field = Per, "", "quantity_per"
	}
	l.add(quantity)
	l.add(Input{ID: id + "/unit_cost", Figure: &n.UnitCost, Kind: Cost, Unit: or(n.Currency, currency), Required: room == "lines", Min: &zero, Name: name, Field: "unit_cost"})
	if n.PricePath == "own" {
		l.add(Input{ID: id + "/own_path", Figure: &n.OwnPath, Kind: Growth, Shape: Every, Required: true, Min: &minus1, Name: name, Field: "own_path"})
	}
	if n.Life.Given() {
		l.add(Input{ID: id + "/life", Figure: &n.Life, Kind: Lifetime, Required: true, Min: &one, Max: &maxLife, Whole: true, Name: name, Field: "life"})
	}
	if n.Contingency.Given() {
		l.add(Input{ID: id + "/contingency", Figure: &n.Contingency, Kind: Share, Min: &zero, Max: &one, Name: name, Field: "contingency"})
	}
}

func or(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
