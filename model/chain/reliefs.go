package chain

import (
	"math"
	"slices"
	"strconv"

	"outrigger/model/money"
	"outrigger/model/plan"
	"outrigger/model/sharing"
)

// Relief is a rule of a package, and what would be left to the post without it: over all
// planned years, in the donor's currency. It is read from the rows of the plan without
// the rule, its costs shared anew, as what is left with all rules is. Rule is one of
// funding.SharedRules, line/n, or who for a package that cannot be asked at all.
type Relief struct {
	Package, Rule string
	Own           money.Number
}

// lifted is one rule that may fall, and how it falls in the problem and in the plan.
type lifted struct {
	Relief
	at   int // of the package in the problem
	lift func(*sharing.Fund)
	edit func(*plan.Package)
}

// reliefs finds which rules leave costs to the post: each by itself, and if none is
// enough, the rules that would have to fall together. The search tells which, the rows how
// much.
func (s *sharer) reliefs(best *Sharing) {
	base := sharing.Cheapest(s.problem).Left
	unit := math.Pow10(-s.places)
	if base < unit*float64(len(s.years)*len(plan.Categories)) { // what rounding down leaves
		return
	}
	rules := s.rules()
	with := func(some []lifted) float64 { return sharing.Cheapest(s.lifting(some)).Left }
	enough := false
	for _, one := range rules {
		left := with([]lifted{one})
		if left >= base-unit {
			continue
		}
		without := s.without(one)
		if without == nil || len(best.Parts) > 0 && without.Own.Cmp(best.Own) >= 0 {
			continue
		}
		one.Own = without.Own
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

// lifting is the problem with some rules fallen.
func (s *sharer) lifting(some []lifted) sharing.Problem {
	p := s.problem
	p.Funds = slices.Clone(p.Funds)
	for i := range p.Funds {
		p.Funds[i].Lines = slices.Clone(p.Funds[i].Lines)
	}
	for _, one := range some {
		one.lift(&p.Funds[one.at])
	}
	return p
}

// without shares the costs of the plan as it would be if one rule were not in it. Nil if
// its figures cannot be kept.
func (s *sharer) without(one lifted) *Sharing {
	next := *s
	next.problem = s.lifting([]lifted{one})
	next.plan = plan.Clone(s.plan)
	of := next.plan.Project.PackageOf(one.Package)
	if one.edit != nil {
		one.edit(of)
	}
	next.packages = slices.Clone(s.packages)
	next.packages[one.at] = *of
	return next.exact()
}

// rules lists what may fall, package by package.
func (s *sharer) rules() []lifted {
	var all []lifted
	for i, one := range s.packages {
		f := s.problem.Funds[i]
		add := func(has bool, rule string, lift func(*sharing.Fund), edit func(*plan.Package)) {
			if has {
				all = append(all, lifted{Relief{Package: one.ID, Rule: rule}, i, lift, edit})
			}
		}
		barred := slices.ContainsFunc(s.excluded, func(e Excluded) bool { return e.Package == one.ID })
		add(barred, "who", func(to *sharing.Fund) { to.Takes = taken(one) }, nil) // no row asks who applies
		add(f.Ceiling > 0, "ceiling", func(to *sharing.Fund) { to.Ceiling = 0 }, unbind("amount", func(r *plan.Rule) { r.Most = nil }))
		add(f.Least > 0, "least", func(to *sharing.Fund) { to.Least = 0 }, unbind("amount", func(r *plan.Rule) { r.Least = nil }))
		add(f.Floor > 0, "floor", func(to *sharing.Fund) { to.Floor = 0 }, unbind("cofinancing", func(r *plan.Rule) { r.Least = nil }))
		add(slices.Contains(f.Years, false), "months", func(to *sharing.Fund) { to.Years = nil }, unbind("months", func(r *plan.Rule) { r.Most = nil }))
		add(slices.Contains(taken(one), false), "takes", func(to *sharing.Fund) {
			if slices.Contains(to.Takes, true) { // not of a fund that cannot be asked
				to.Takes = slices.Repeat([]bool{true}, len(plan.Categories))
			}
		}, takeAll)
		for _, line := range f.Lines {
			add(true, "line/"+strconv.Itoa(line.Number), func(to *sharing.Fund) {
				to.Lines = slices.DeleteFunc(slices.Clone(to.Lines), func(l sharing.Line) bool { return l.Number == line.Number })
			}, func(p *plan.Package) {
				id := p.Lines[line.Number-1].ID
				p.Rules = slices.DeleteFunc(p.Rules, func(r plan.Rule) bool { return r.Kind == "line" && r.Line == id })
			})
		}
	}
	return all
}

// unbind takes a bound out of all rules of a kind.
func unbind(kind string, free func(*plan.Rule)) func(*plan.Package) {
	return func(p *plan.Package) {
		for i := range p.Rules {
			if p.Rules[i].Kind == kind {
				free(&p.Rules[i])
			}
		}
	}
}

// takeAll lets a package take what it does not, in a line of its own, which nothing caps.
func takeAll(p *plan.Package) {
	var rest []string
	for _, category := range plan.Categories {
		if p.Takes(category) == 0 {
			rest = append(rest, category)
		}
	}
	p.Lines = append(p.Lines, plan.PackageLine{ID: "rest", Categories: rest})
}
