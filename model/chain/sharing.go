package chain

import (
	"math"
	"slices"
	"strconv"

	"outrigger/model/calc"
	"outrigger/model/funding"
	"outrigger/model/money"
	"outrigger/model/plan"
	"outrigger/model/sharing"
	"outrigger/model/span"
)

// Sharing is how several funding packages share the costs of the project so that all
// their rules are kept and as little as can be is left to the post.
type Sharing struct {
	Parts []plan.Part
	Case  *Case        // the plan with these parts
	Own   money.Number // left to the post, all planned years, donor's currency

	Excluded []Excluded
	Reliefs  []Relief // rules without which less would be left, the most helpful first
	Together []Relief // rules that would all have to fall so that nothing is left; none if one is enough
}

// Excluded is a package that cannot be asked, and the rule that says so.
type Excluded struct {
	Package string
	Verdict funding.Verdict
}

// Relief is a rule of a package, and what would be left to the post without it: over all
// planned years, in the donor's currency. Rule is one of funding.SharedRules, line/n, or
// who for a package that cannot be asked at all.
type Relief struct {
	Package, Rule string
	Own           money.Number
}

// Share finds how some of the plan's packages share its costs at the smallest cost to the
// post, those that come first being asked for the most. Nil if the scenario is not the
// plan's, the plan aims at no package, or no figures can be kept.
func (c *Case) Share(scenario string, packages []string, who funding.Applicant, day string) *Sharing {
	state := c.states[scenario]
	if state == nil || c.Funding.Chosen == "" {
		return nil
	}
	s := sharer{c: c, state: state, scenario: scenario, who: who, day: day}
	code := c.donor()
	if known, is := money.ByCode(code); is {
		s.places = known.Places
	}
	s.read(packages)
	best := s.exact()
	if best == nil {
		return nil
	}
	s.reliefs(best)
	return best
}

// sharer carries the problem from the plan to the solver and back.
type sharer struct {
	c        *Case
	state    *calc.State
	scenario string
	who      funding.Applicant
	day      string
	places   int

	years    []span.Year
	packages []plan.Package // of the funds of the problem, in its order
	problem  sharing.Problem
	excluded []Excluded
}

// read states the problem in figures.
func (s *sharer) read(packages []string) {
	s.years = s.c.Plan.Axis().Planned()
	value := func(id calc.ID, y span.Year) float64 { n, _ := s.state.Value(id, y); return money.Float(n) }
	s.problem.Gap = make([]float64, len(s.years))
	for _, category := range plan.Categories {
		costs := make([]float64, len(s.years))
		for i, y := range s.years {
			costs[i] = math.Max(0, value(calc.ID("budget/category_"+category+"/donor"), y))
			s.problem.Gap[i] += costs[i]
		}
		s.problem.Cost = append(s.problem.Cost, costs)
	}
	for i, y := range s.years {
		s.problem.Gap[i] = math.Max(0, s.problem.Gap[i]-value(s.c.Funding.Others, y))
	}
	lent, _ := s.state.Single(funding.TotalOf(s.c.Funding.InKind))
	s.problem.InKind = money.Float(lent)
	for _, category := range plan.Categories {
		s.problem.Prefer = append(s.problem.Prefer, float64(slices.Index(rather, category)))
	}
	for _, id := range packages {
		at := slices.IndexFunc(s.c.Plan.Project.Packages, func(p plan.Package) bool { return p.ID == id })
		if at < 0 {
			continue
		}
		one := s.c.Plan.Project.Packages[at]
		s.packages = append(s.packages, one)
		s.problem.Funds = append(s.problem.Funds, s.fund(one, at))
		if v, out := s.c.Barred(s.scenario, at+1, s.who, s.day); out {
			s.excluded = append(s.excluded, Excluded{id, v})
		}
	}
}

// rather are the categories from the last to the first that a fund is asked for: wages and
// what goes on after the project are the post's own to carry, if something has to be.
var rather = []string{"staff", "other", "travel", "training", "services", "software", "equipment"}

// Barred tells whether one of the plan's packages, by number from 1, cannot be asked at
// all, and the rule that says so: it does not take the country, or no currency of it can
// be converted.
func (c *Case) Barred(scenario string, number int, who funding.Applicant, day string) (funding.Verdict, bool) {
	for _, v := range c.Judged(scenario, number, who, day) {
		if v.State != funding.Unmet {
			continue
		}
		switch v.Rule.Kind {
		case "status", "country", "income":
			return v, true
		case "currency":
			if !slices.ContainsFunc(v.Rule.Any, func(code string) bool { return funding.Convertible(c.Plan, code) }) {
				return v, true
			}
		}
	}
	return funding.Verdict{}, false
}

func (s *sharer) fund(one plan.Package, at int) sharing.Fund {
	says := s.c.Funding.Packages[at]
	single := func(id calc.ID) float64 { n, _ := s.state.Single(id); return money.Float(n) }
	f := sharing.Fund{
		Charge:  math.Min(single("project/indirect"), single(says.Limits["indirect"])) + math.Min(single("project/reserve"), single(says.Limits["reserve"])),
		Ceiling: single(says.Limits["ceiling"]), Floor: single(says.Limits["floor"]), Cash: single(says.Limits["in_kind"]) == 0,
	}
	for _, category := range plan.Categories {
		f.Takes = append(f.Takes, one.Takes(category) > 0)
	}
	if r := one.Rule("amount"); r != nil && r.Least != nil && funding.Convertible(s.c.Plan, r.Currency) {
		f.Least = money.Float(*r.Least) * s.rate(r.Currency)
	}
	if last, bounded := funding.LastYear(s.c.Plan, one); bounded {
		for _, y := range s.years {
			f.Years = append(f.Years, int(y) <= last)
		}
	}
	for n, line := range one.Lines {
		most, capped := says.Most[n]
		if !capped || single(most) >= 1 {
			continue
		}
		l := sharing.Line{Number: n + 1, Most: single(most)}
		for _, category := range line.Categories {
			l.Categories = append(l.Categories, slices.Index(plan.Categories, category))
		}
		f.Lines = append(f.Lines, l)
	}
	return f
}

// rate is what one unit of a currency is in the donor's.
func (s *sharer) rate(code string) float64 {
	in := func(code string) float64 {
		if code == s.c.Plan.Money.Currency {
			return 1
		}
		n, _ := s.state.Single(calc.ID("rates/" + code))
		return money.Float(n)
	}
	if of := in(s.c.donor()); of != 0 {
		return in(code) / of
	}
	return 0
}

// solve finds the cheapest split, of the funds that can be asked.
func (s *sharer) solve(p sharing.Problem, barred bool) sharing.Split {
	if !barred {
		return sharing.Cheapest(p)
	}
	p.Funds = slices.Clone(p.Funds)
	for _, e := range s.excluded {
		p.Funds[s.at(e.Package)].Takes = make([]bool, len(plan.Categories))
	}
	return sharing.Cheapest(p)
}

func (s *sharer) at(id string) int {
	return slices.IndexFunc(s.packages, func(p plan.Package) bool { return p.ID == id })
}

// tries is how often a split is solved anew with a rule kept farther, until its exact
// figures keep all; one is enough but where charges are rounded up.
const tries = 12

// exact finds a split whose amounts are whole units of the currency, held against the
// exact rows.
func (s *sharer) exact() *Sharing {
	var best *Sharing
	for range tries {
		parts := s.parts(s.solve(s.problem, true))
		next := plan.Clone(s.c.Plan)
		next.Project.Sharing = parts
		built, _ := Build(next, s.c.Facts)
		if built == nil {
			return best
		}
		own, _ := built.State(s.scenario).Single(funding.TotalOf(built.Funding.Shared.Own))
		best = &Sharing{Parts: parts, Case: built, Own: own, Excluded: s.excluded}
		if s.tightened(built) {
			continue
		}
		return best
	}
	return best
}

// parts turns a split into shares: of every amount the whole units of the currency.
func (s *sharer) parts(split sharing.Split) []plan.Part {
	var parts []plan.Part
	for f, one := range s.packages {
		part := plan.PartOf(one)
		for i := range part.Shares {
			c := slices.Index(plan.Categories, part.Shares[i].ID)
			share := plan.Figure{Years: map[span.Year]money.Number{}}
			for k, y := range s.years {
				if n := s.share(split.Amounts[f][c][k], c, y); n.IsPos() {
					share.Years[y] = n
				}
			}
			part.Shares[i].Share = share
		}
		if split.Total(f) > 0 {
			parts = append(parts, part)
		}
	}
	return parts
}

// sharePlaces are the decimal places of a share: the amount of a cost of up to 10¹¹ units
// comes back from it to the unit.
const sharePlaces = 12

// share is the share of a cost that gives an amount, rounded down to whole units; what the
// solver leaves of a unit is its own rounding.
func (s *sharer) share(amount float64, category int, y span.Year) money.Number {
	cost, _ := s.state.Value(calc.ID("budget/category_"+plan.Categories[category]+"/donor"), y)
	unit := math.Pow10(s.places)
	whole := money.Drawn(math.Floor(amount*unit+0.01)/unit, s.places)
	if whole.Cmp(cost) >= 0 {
		return money.Int(1)
	}
	share, err := whole.Quo(cost)
	if err != nil {
		return money.Int(0)
	}
	for places := 2; places < sharePlaces; places++ { // the shortest that gives the amount back
		short := money.Round(share, places)
		if back, err := short.Mul(cost); err == nil && money.Round(back, s.places).Cmp(whole) == 0 {
			return short
		}
	}
	return money.Round(share, sharePlaces)
}

// tightened keeps every rule that the exact figures break farther by twice as much.
func (s *sharer) tightened(built *Case) bool {
	state, broken := built.State(s.scenario), false
	for _, part := range built.Funding.Shared.Parts {
		f := &s.problem.Funds[s.at(part.ID)]
		for rule, id := range part.Left {
			left, _ := state.Single(id)
			if !left.IsNeg() {
				continue
			}
			by := -2 * money.Float(left)
			switch rule {
			case "ceiling":
				f.Slack[sharing.Ceiling] += by
			case "least":
				f.Slack[sharing.Least] += by
			case "floor":
				f.Slack[sharing.Floor] += by
			default:
				direct, _ := state.Single(funding.TotalOf(part.Direct))
				for i := range f.Lines {
					if rule == "line/"+strconv.Itoa(f.Lines[i].Number) && direct.IsPos() {
						f.Lines[i].Most -= by / money.Float(direct)
					}
				}
			}
			broken = true
		}
	}
	return broken
}

// lifted is one rule that may fall, and how.
type lifted struct {
	Relief
	lift func(*sharing.Problem)
}

// reliefs finds which rules leave costs to the post: each by itself, and if none is
// enough, the rules that would have to fall together.
func (s *sharer) reliefs(best *Sharing) {
	base := s.solve(s.problem, true).Left
	unit := math.Pow10(-s.places)
	if base < unit*float64(len(s.years)*len(plan.Categories)) { // what rounding down leaves
		return
	}
	rules := s.rules()
	with := func(some []lifted) float64 {
		p := s.problem
		p.Funds = nil
		for i, f := range s.problem.Funds {
			if slices.ContainsFunc(s.excluded, func(e Excluded) bool { return e.Package == s.packages[i].ID }) {
				f.Takes = make([]bool, len(plan.Categories))
			}
			p.Funds = append(p.Funds, f)
		}
		for _, one := range some {
			one.lift(&p)
		}
		return sharing.Cheapest(p).Left
	}
	enough := false
	for _, one := range rules {
		left := with([]lifted{one})
		if left >= base-unit {
			continue
		}
		one.Own = money.Drawn(left, s.places)
		best.Reliefs = append(best.Reliefs, one.Relief)
		enough = enough || left < unit
	}
	slices.SortStableFunc(best.Reliefs, func(a, b Relief) int { return a.Own.Cmp(b.Own) })
	if enough || with(rules) > unit {
		return
	}
	needed := slices.Clone(rules)
	for i := len(needed) - 1; i >= 0; i-- {
		if fewer := slices.Delete(slices.Clone(needed), i, i+1); with(fewer) < unit {
			needed = fewer
		}
	}
	for _, one := range needed {
		best.Together = append(best.Together, one.Relief)
	}
}

// rules lists what may fall, package by package.
func (s *sharer) rules() []lifted {
	var all []lifted
	for i, one := range s.packages {
		f := s.problem.Funds[i]
		add := func(has bool, rule string, lift func(*sharing.Fund)) {
			if has {
				all = append(all, lifted{Relief{Package: one.ID, Rule: rule}, func(p *sharing.Problem) { lift(&p.Funds[i]) }})
			}
		}
		add(slices.ContainsFunc(s.excluded, func(e Excluded) bool { return e.Package == one.ID }), "who", func(to *sharing.Fund) { to.Takes = f.Takes })
		add(f.Ceiling > 0, "ceiling", func(to *sharing.Fund) { to.Ceiling = 0 })
		add(f.Least > 0, "least", func(to *sharing.Fund) { to.Least = 0 })
		add(f.Floor > 0, "floor", func(to *sharing.Fund) { to.Floor = 0 })
		add(slices.Contains(f.Years, false), "months", func(to *sharing.Fund) { to.Years = nil })
		add(slices.Contains(f.Takes, false), "takes", func(to *sharing.Fund) {
			if slices.Contains(to.Takes, true) { // not of a fund that cannot be asked
				to.Takes = slices.Repeat([]bool{true}, len(plan.Categories))
			}
		})
		for _, line := range f.Lines {
			add(true, "line/"+strconv.Itoa(line.Number), func(to *sharing.Fund) {
				to.Lines = slices.DeleteFunc(slices.Clone(to.Lines), func(l sharing.Line) bool { return l.Number == line.Number })
			})
		}
	}
	return all
}
