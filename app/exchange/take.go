package exchange

import (
	"slices"
	"strings"
	"time"

	"outrigger/model/calc"
	"outrigger/model/chain"
	"outrigger/model/financing"
	"outrigger/model/money"
	"outrigger/model/peers"
	"outrigger/model/plan"
)

// LeftOut is a metric that a plan does not give, and why: "unknown" (the plan does not
// state a figure that it needs), "placeholder" (it rests on one), "rate" (there is no
// rate into Common), "unproven" (a level without evidence).
type LeftOut struct{ Metric, Why string }

// Take makes the contribution of a calculated plan in its base case, for the last fiscal
// year that has happened; day is today, traits what groups the country belongs to. What
// is spent is the money granted for the year; figures that rest on placeholders and
// levels without evidence stay at home. Faults: contribution_empty, where nothing is
// left to give.
func Take(c *chain.Case, traits []peers.Trait, day string) (Contribution, []LeftOut, error) {
	t := taking{c: c, s: c.State(""), grade: map[peers.Base]calc.Evidence{}}
	t.out = Contribution{
		head: head{"outrigger-contribution", formVersion}, ID: newID(), Definitions: Definitions,
		Country: c.Plan.Post.Country, Made: day, Illustrative: c.Plan.Illustrative, Currency: Common,
	}
	t.bases()
	t.traits(traits)
	t.metrics()
	t.practices()
	if len(t.out.Figures) == 0 {
		return Contribution{}, t.left, fault("contribution_empty")
	}
	return t.out, t.left, nil
}

type taking struct {
	c     *chain.Case
	s     *calc.State
	f     peers.Figures
	grade map[peers.Base]calc.Evidence
	rate  string // "", or why money cannot be compared
	out   Contribution
	left  []LeftOut
}

// bases reads what the plan states of the last actual year and of the base year.
func (t *taking) bases() {
	p := t.c.Plan
	currency, _ := money.ByCode(p.Money.Currency)
	t.f = peers.Figures{Year: int(p.Years.LastActual), Currency: currency, Now: map[peers.Base]money.Number{}, Before: map[peers.Base]money.Number{}}
	if p.Years.LastActual < p.Years.First {
		return
	}
	base := financing.Base(p)
	for of, row := range map[peers.Base]calc.ID{
		peers.Spend: t.c.Financing.Granted.Local, peers.Staff: t.c.Staffing.StaffTotal,
		peers.Workload: t.c.Workload.Total, peers.RealBudget: t.c.Financing.RealBudget,
	} {
		if n, there := t.s.Value(row, p.Years.LastActual); there && n.IsPos() {
			t.f.Now[of], t.grade[of] = n, t.s.Evidence(row)
		}
		if n, there := t.s.Value(row, base); there && n.IsPos() && base < p.Years.LastActual {
			t.f.Before[of], t.f.Earlier = n, int(base)
		}
	}
	t.grade[peers.Workload] = workloadRests(p)
	if e := p.Post.Employees; e.Value != nil {
		t.f.Now[peers.Employees], t.grade[peers.Employees] = *e.Value, rank(e.Grade)
	}
	for of, figure := range map[peers.Base]plan.Figure{peers.ITSpend: p.Post.ITSpend, peers.Revenue: p.Post.Revenue, peers.Training: p.Post.Training} {
		n, there := figure.Years[p.Years.LastActual]
		if !there && figure.Value != nil {
			n, there = *figure.Value, true
		}
		if there && !n.IsNeg() {
			t.f.Now[of], t.grade[of] = n, rank(figure.Grade)
		}
	}
	t.restate()
}

// workloadRests is the weakest evidence of the hours of years that have happened. That of
// the row would count what measures are to do in years to come, too.
func workloadRests(p *plan.Plan) calc.Evidence {
	weakest := calc.Measured
	for _, a := range p.Activities {
		of := []plan.Figure{a.Occurrences, a.Hours}
		for _, d := range p.Drivers {
			if d.ID == a.Driver {
				of = append(of, d.History)
			}
		}
		for _, f := range of {
			if f.Given() {
				weakest = max(weakest, rank(f.Grade))
			}
		}
	}
	return weakest
}

// rank is that of calc, which are the grades in order; nobody vouches for a figure without
// a grade.
func rank(g plan.Grade) calc.Evidence {
	if g == "" {
		return calc.Placeholder
	}
	return calc.Evidence(slices.Index(plan.Grades, g) + 1)
}

// restate brings money into the common currency by the plan's own rate.
func (t *taking) restate() {
	common, _ := money.ByCode(Common)
	if t.f.Currency == common {
		return
	}
	t.rate = "rate"
	for _, r := range t.c.Plan.Money.Rates {
		if r.Currency != Common || r.Value.Value == nil || !r.Value.Value.IsPos() || !isDay(r.Date) {
			continue
		}
		into, err := money.Int(1).Quo(*r.Value.Value)
		if err != nil {
			continue
		}
		restated, err := t.f.In(money.Rate{From: t.f.Currency, To: common, Value: into, Date: r.Date})
		if err == nil {
			t.f, t.rate, t.out.RateDate = restated, "", r.Date
			if r.Value.Grade == plan.Placeholder {
				t.rate = "placeholder"
			}
			return
		}
	}
}

func (t *taking) traits(of []peers.Trait) {
	for _, trait := range of {
		t.out.Traits = append(t.out.Traits, traitText(trait))
	}
	if n, there := t.f.Now[peers.Employees]; there && t.grade[peers.Employees] != calc.Placeholder {
		if band, fits := peers.BandOf(money.Float(n)); fits {
			t.out.Traits = append(t.out.Traits, traitText(band))
		}
	}
	slices.Sort(t.out.Traits)
	t.out.Traits = slices.Compact(t.out.Traits)
}

func traitText(t peers.Trait) string { return string(t.Kind) + "=" + t.Value }

// Own is what a calculated plan states of one metric in its base case, or why it states
// nothing: Why as LeftOut says it, empty for a figure that may be given.
type Own struct {
	Metric  peers.Metric
	Value   money.Number // known unless Why is "unknown" or, for money, "rate"
	Year    int          // fiscal year
	Earlier int          // that growth is from; 0: no growth
	Grade   plan.Grade   // the weakest it rests on
	Why     string
}

// Known tells whether there is a figure, be it one that stays at home.
func (o Own) Known() bool { return o.Why != "unknown" && !(o.Metric.Money && o.Why == "rate") }

// Owns reads every metric but the levels of practices, in their order, money in Common.
func Owns(c *chain.Case) []Own {
	t := taking{c: c, s: c.State(""), grade: map[peers.Base]calc.Evidence{}}
	t.bases()
	return t.owns()
}

func (t *taking) owns() []Own {
	var all []Own
	for _, m := range peers.Metrics() {
		own := Own{Metric: m, Year: t.f.Year}
		n, err := m.Of(t.f)
		weakest := calc.Measured
		for _, base := range []peers.Base{m.Above, m.Below} {
			weakest = max(weakest, t.grade[base])
		}
		own.Value, own.Grade = n, plan.Grades[weakest-1]
		if m.Family == "growth" {
			own.Earlier = t.f.Earlier
		}
		switch {
		case err != nil:
			own.Value, own.Why = money.Number{}, "unknown"
		case weakest == calc.Placeholder:
			own.Why = "placeholder"
		case m.Money:
			own.Why = t.rate
		}
		if m.Money && t.rate == "rate" && err == nil {
			own.Value, own.Why = money.Number{}, "rate" // it is in a currency that nothing compares with
		}
		all = append(all, own)
	}
	return all
}

func (t *taking) metrics() {
	for _, own := range t.owns() {
		if own.Why != "" {
			t.left = append(t.left, LeftOut{own.Metric.ID, own.Why})
			continue
		}
		t.out.Figures = append(t.out.Figures, Figure{
			Metric: own.Metric.ID, Year: own.Year, Earlier: own.Earlier, Value: Coarsened(own.Metric, own.Value), Grade: string(own.Grade),
		})
	}
	if !slices.ContainsFunc(t.out.Figures, func(f Figure) bool { m, _ := metricOf(f.Metric); return m.Money }) {
		t.out.RateDate = "" // no figure used it
	}
}

// practices takes the levels of the latest assessment that count, as of its year.
func (t *taking) practices() {
	var latest plan.Assessment
	for _, a := range t.c.Plan.Readiness {
		if a.Date >= latest.Date {
			latest = a
		}
	}
	day, err := time.Parse(time.DateOnly, latest.Date)
	if err != nil {
		return
	}
	levels := map[string]plan.PracticeLevel{}
	for _, l := range latest.Levels {
		if _, twice := levels[l.Practice]; !twice {
			levels[l.Practice] = l
		}
	}
	for _, id := range plan.Practices {
		l := levels[id]
		metric := peers.PracticeMetric(id)
		switch {
		case l.Level == nil || *l.Level < 0 || *l.Level > plan.MaxLevel:
		case *l.Level > 0 && strings.TrimSpace(l.Evidence) == "":
			t.left = append(t.left, LeftOut{metric.ID, "unproven"})
		default:
			t.out.Figures = append(t.out.Figures, Figure{Metric: metric.ID, Year: day.Year(), Value: Coarsened(metric, money.Int(*l.Level)), Grade: string(plan.Estimated)})
		}
	}
}
