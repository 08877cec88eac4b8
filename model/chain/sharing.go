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

// Share finds how some of the plan's packages share its costs at the smallest cost to the
// post, those that come first being asked for the most. Nil if the scenario is not the
// plan's, the plan aims at no package, or no figures can be kept.
func (c *Case) Share(scenario string, packages []string, who funding.Applicant, day string) *Sharing {
	state := c.states[scenario]
	if state == nil || c.Funding.Chosen == "" {
		return nil
	}
	s := sharer{c: c, state: state, scenario: scenario, who: who, day: day, plan: c.Plan}
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

	plan     *plan.Plan // whose rules are kept
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
		f := s.fund(one, at)
		if v, out := s.c.Barred(s.scenario, at+1, s.who, s.day); out {
			s.excluded = append(s.excluded, Excluded{id, v})
			f.Takes = make([]bool, len(plan.Categories))
		}
		s.packages = append(s.packages, one)
		s.problem.Funds = append(s.problem.Funds, f)
	}
}

// rather are the categories from the last to the first that a fund is asked for: wages and
// what goes on after the project are the post's own to carry, if something has to be.
var rather = []string{"staff", "other", "travel", "training", "services", "software", "equipment"}

// taken tells which categories a package takes.
func taken(one plan.Package) []bool {
	var all []bool
	for _, category := range plan.Categories {
		all = append(all, one.Takes(category) > 0)
	}
	return all
}

func (s *sharer) fund(one plan.Package, at int) sharing.Fund {
	says := s.c.Funding.Packages[at]
	single := func(id calc.ID) float64 { n, _ := s.state.Single(id); return money.Float(n) }
	f := sharing.Fund{
		Takes:   taken(one),
		Charge:  math.Min(single("project/indirect"), single(says.Limits["indirect"])) + math.Min(single("project/reserve"), single(says.Limits["reserve"])),
		Ceiling: single(says.Limits["ceiling"]), Least: single(says.Limits["least"]),
		Floor: single(says.Limits["floor"]), Cash: single(says.Limits["in_kind"]) == 0,
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
		parts := s.parts(sharing.Cheapest(s.problem))
		next := plan.Clone(s.plan)
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
