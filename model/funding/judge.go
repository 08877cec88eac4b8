package funding

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"outrigger/model/calc"
	"outrigger/model/money"
	"outrigger/model/plan"
)

// State is how a rule stands.
type State string

// The states. Open means that nobody can say yet: a date is not settled, a rate is
// missing, or the rule itself is not stated.
const (
	Met   State = "met"
	Unmet State = "unmet"
	Open  State = "open"
)

// Standing is a country's standing as a least developed country on a day: yes, no or
// uncertain, and the days that bound its graduation (ISO 8601; empty: none is set).
type Standing struct {
	State            string
	Earliest, Latest string
}

// Applicant is who applies.
type Applicant struct {
	Country    string // ISO 3166-1 alpha-3
	SIDS, LLDC bool
	Income     string // low, lower-middle, upper-middle, high; empty: not known
	LDCOn      func(day string) Standing
	Gathered   string // ISO 8601: the day until which what is known of statuses was gathered
}

// Asking is what a package is judged by.
type Asking struct {
	Package    plan.Package
	Applicant  Applicant
	Day        string // ISO 8601: of the application
	Start, End string // ISO 8601: first and last day of the project
	Months     int
	Currency   string // the donor's
	Convert    func(code string) bool

	Rows  Handles
	State *calc.State // read with this package chosen
}

// Verdict is how one rule stands: the words funding.said.<Code>, with Args.
type Verdict struct {
	Rule  plan.Rule
	State State
	Code  string
	Args  map[string]string
	Left  calc.ID // the row that says how much is left, if figures decide
}

// Judge tells how every rule of a package stands, in its order, and last whether others
// pay for what it does not take. Nothing is taken for met that is not known.
func Judge(a Asking) []Verdict {
	var all []Verdict
	for _, r := range a.Package.Rules {
		all = append(all, a.judge(r))
	}
	return append(all, a.byFigures(plan.Rule{ID: "outside", Kind: "outside", Confirmed: true}, "outside", nil))
}

// applicants are the kinds of rules that say who may apply.
var applicants = []string{"status", "country", "income"}

// MayApply sums up the rules of who may apply by the one that decides: one that is not
// met, else one that is open, else one that is met. The zero Verdict: the package states no
// such rule, so that nobody can say.
func MayApply(a Asking) Verdict {
	var all Verdict
	for _, r := range a.Package.Rules {
		if !slices.Contains(applicants, r.Kind) {
			continue
		}
		switch v := a.judge(r); {
		case v.State == Unmet:
			return v
		case all.State == "" || all.State == Met && v.State == Open:
			all = v
		}
	}
	return all
}

func (a Asking) judge(r plan.Rule) Verdict {
	switch r.Kind {
	case "status":
		return a.status(r)
	case "country":
		return a.listed(r, a.Applicant.Country)
	case "income":
		if a.Applicant.Income == "" {
			return Verdict{Rule: r, State: Open, Code: "income_unknown"}
		}
		return a.listed(r, a.Applicant.Income)
	case "currency":
		return a.listed(r, a.Currency)
	case "amount":
		return a.amount(r)
	case "months":
		return a.months(r)
	case "cofinancing":
		return a.byFigures(r, "floor", nil)
	case "indirect", "reserve":
		return a.byFigures(r, r.Kind, nil)
	case "line":
		for i, l := range a.Package.Lines {
			if l.ID == r.Line && r.Most != nil {
				return a.byFigures(r, "line/"+strconv.Itoa(i+1), map[string]string{"line": l.ID})
			}
		}
	}
	if r.Confirmed {
		return Verdict{Rule: r, State: Met, Code: r.Kind + "_stated"}
	}
	return Verdict{Rule: r, State: Open, Code: r.Kind + "_open"}
}

func (a Asking) listed(r plan.Rule, own string) Verdict {
	v := Verdict{Rule: r, State: Unmet, Code: r.Kind + "_unmet", Args: map[string]string{"own": own, "list": strings.Join(r.Any, ", ")}}
	if slices.Contains(r.Any, own) {
		v.State, v.Code = Met, r.Kind+"_met"
	}
	return v
}

// status looks for one status that counts on the day of applying, then at what becomes of
// it before the project ends.
func (a Asking) status(r plan.Rule) Verdict {
	v := Verdict{Rule: r, State: Met, Args: map[string]string{"day": a.Day}}
	for _, s := range []struct {
		name string
		has  bool
	}{{"sids", a.Applicant.SIDS}, {"lldc", a.Applicant.LLDC}} {
		if s.has && slices.Contains(r.Any, s.name) {
			v.Code, v.Args["status"] = "status_met", s.name
			return v
		}
	}
	v.Args["status"] = "ldc"
	if !slices.Contains(r.Any, "ldc") || a.Applicant.LDCOn == nil {
		v.State, v.Code = Unmet, "status_unmet"
		return v
	}
	now, end := a.Applicant.LDCOn(a.Day), a.Applicant.LDCOn(a.End)
	v.Args["earliest"], v.Args["latest"], v.Args["months"] = now.Earliest, now.Latest, strconv.Itoa(r.After)
	inGrace := func(day string) bool { return now.Earliest != "" && day <= later(now.Earliest, r.After) }
	switch {
	case now.State == "no" && r.After > 0 && inGrace(a.Day):
		v.Code = "status_grace"
	case now.State == "no":
		v.State, v.Code = Unmet, "status_past"
		if now.Earliest == "" {
			v.Code = "status_unmet"
		}
	case now.State == "uncertain":
		v.State, v.Code, v.Args["gathered"] = Open, "status_uncertain", a.Applicant.Gathered
	case end.State == "yes":
		v.Code = "status_met"
	case r.After > 0 && inGrace(a.End):
		v.Code = "status_ends_grace"
	case end.State == "uncertain":
		v.State, v.Code = Open, "status_may_end"
	default:
		v.State, v.Code = Open, "status_ends"
	}
	return v
}

// later is a day so many months on; a month's missing day is its last.
func later(day string, months int) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return day
	}
	next := t.AddDate(0, months, 0)
	if next.Day() != t.Day() {
		next = next.AddDate(0, 0, -next.Day())
	}
	return next.Format(time.DateOnly)
}

func (a Asking) amount(r plan.Rule) Verdict {
	if a.Convert != nil && !a.Convert(r.Currency) {
		return Verdict{Rule: r, State: Open, Code: "amount_no_rate", Args: map[string]string{"currency": r.Currency}}
	}
	if r.Most != nil {
		return a.byFigures(r, "ceiling", nil)
	}
	if r.Least == nil {
		return Verdict{Rule: r, State: Open, Code: "amount_open"}
	}
	asked, _ := a.State.Single(TotalOf(a.Rows.Asked))
	least, _ := a.State.Single(a.Rows.stated(a.Package.ID).Limits["least"])
	v := Verdict{Rule: r, State: Met, Code: "amount_least_met", Args: map[string]string{"least": money.Canonical(least), "asked": money.Canonical(asked)}}
	if asked.Cmp(least) < 0 {
		v.State, v.Code = Unmet, "amount_least_unmet"
	}
	return v
}

func (a Asking) months(r plan.Rule) Verdict {
	v := Verdict{Rule: r, State: Met, Code: "months_met", Args: map[string]string{"months": strconv.Itoa(a.Months)}}
	if r.Most != nil {
		v.Args["most"] = money.Canonical(*r.Most)
	}
	if r.Most != nil && money.Int(a.Months).Cmp(*r.Most) > 0 {
		v.State, v.Code = Unmet, "months_unmet"
	}
	return v
}

// byFigures reads from the graph how much is left.
func (a Asking) byFigures(r plan.Rule, rule string, args map[string]string) Verdict {
	kind, _, _ := strings.Cut(rule, "/")
	left, _ := a.State.Single(a.Rows.Left[rule])
	v := Verdict{Rule: r, State: Met, Code: kind + "_met", Args: args, Left: a.Rows.Left[rule]}
	if v.Args == nil {
		v.Args = map[string]string{}
	}
	v.Args["left"] = money.Canonical(left.Abs())
	if r.Most != nil {
		v.Args["most"] = money.Canonical(*r.Most)
	}
	if r.Least != nil {
		v.Args["least"] = money.Canonical(*r.Least)
	}
	if left.IsNeg() {
		v.State, v.Code = Unmet, kind+"_unmet"
	}
	return v
}

// Span gives the first and last day of a project and its length in months: as stated, or
// the planned years.
func Span(p *plan.Plan) (start, end string, months int) {
	axis := p.Axis()
	month := max(p.Years.StartMonth, 1)
	first := time.Date(int(axis.LastActual)+1, time.Month(month), 1, 0, 0, 0, 0, time.UTC)
	if t, err := time.Parse(time.DateOnly, p.Project.Start); err == nil {
		first = t
	}
	months = p.Project.Months
	if months == 0 {
		months = 12 * len(axis.Planned())
	}
	return first.Format(time.DateOnly), first.AddDate(0, months, -1).Format(time.DateOnly), months
}
