package sharing

import (
	"math"
	"slices"
)

// Problem is what is to be paid, and by whom it can be. Amounts are in one currency.
type Problem struct {
	Cost [][]float64 // by category and year; none below nought
	Gap  []float64   // by year: what nobody pays yet; none below nought
	// InKind is what others give as goods and work, over all years.
	InKind float64
	Funds  []Fund
	Prefer []float64 // by category: how much rather it is asked for than others; nil: all alike
}

// Fund is what one fund gives and asks. Zero figures mean that it asks nothing.
type Fund struct {
	Takes   []bool     // by category
	Lines   []Line     // lines whose share is capped
	Years   []bool     // by year: whether it pays in it; nil: in all
	Charge  float64    // asked on top of what it pays, as a share
	Ceiling float64    // the most it gives; 0: no ceiling
	Least   float64    // the least it gives
	Floor   float64    // the share of all costs that others pay at least
	Cash    bool       // what is in kind does not count towards the floor
	Slack   [3]float64 // by Limit: how much farther the rule is to be kept, for rounding
}

// Line is a line of a fund's budget whose share of the direct costs is capped.
type Line struct {
	Number     int // as the fund counts its lines; not used in the solving
	Categories []int
	Most       float64
}

// Limit is a rule of a fund that figures decide.
type Limit int

// The limits.
const (
	Ceiling Limit = iota
	Least
	Floor
)

// Split is who pays what: Amounts by fund, category and year. Left is what stays with the
// post, over all years.
type Split struct {
	Amounts [][][]float64
	Left    float64
}

// Total is what a fund pays, without its charge.
func (s Split) Total(fund int) float64 {
	sum := 0.0
	for _, years := range s.Amounts[fund] {
		for _, n := range years {
			sum += n
		}
	}
	return sum
}

// Cheapest finds the split that leaves the least to the post; every problem has one, since
// a fund need not be asked.
func Cheapest(p Problem) Split {
	s := solver{p: p, scale: 1}
	for _, years := range p.Cost {
		for _, n := range years {
			s.scale = math.Max(s.scale, n)
			s.cost += n
		}
	}
	ways := make([]way, len(p.Funds))
	for f, fund := range p.Funds {
		if fund.Floor > 0 && s.floor(fund) < 0 {
			ways[f] = out // what others pay in its eyes is too little even if it is asked for nothing
		}
	}
	s.branch(ways)
	return s.best
}

// way is what is settled about a fund with a least amount.
type way int

const (
	free way = iota // asked for anything from nought
	in              // asked for its least amount or more
	out             // not asked
)

// solver searches the choices of funds that a least amount calls for.
type solver struct {
	p           Problem
	scale, cost float64
	found       bool
	best        Split
}

// floor is what a fund may be asked for at the most by its floor, apart from what the
// charges of all funds add to the costs.
func (s *solver) floor(f Fund) float64 {
	counted := 0.0
	if f.Cash {
		counted = s.p.InKind
	}
	return (1-f.Floor)*s.cost - counted - f.Slack[Floor]
}

// branch solves with what is settled; where a fund gets less than its least amount, both
// ways are tried, and none that cannot better what is found.
func (s *solver) branch(ways []way) {
	one, possible := s.solve(ways)
	if !possible || (s.found && !s.better(one)) {
		return
	}
	for f, fund := range s.p.Funds {
		total := one.Total(f) * (1 + fund.Charge)
		if ways[f] != free || total <= s.near() || total >= fund.Least-s.near() {
			continue
		}
		for _, settled := range []way{in, out} {
			next := slices.Clone(ways)
			next[f] = settled
			s.branch(next)
		}
		return
	}
	s.best, s.found = one, true
}

// near is what the solver cannot tell from nought.
func (s *solver) near() float64 { return 1e-7 * s.scale }

func (s *solver) better(one Split) bool { return one.Left < s.best.Left-s.near() }

func (s *solver) solve(ways []way) (Split, bool) {
	v := s.variables(ways)
	if len(v) == 0 {
		return s.split(v, nil), !slices.Contains(ways, in)
	}
	rows := s.rows(v, ways)
	gain := make([]float64, len(v))
	for j := range gain {
		gain[j] = 1
	}
	// Of what leaves no more to the post, that which asks the first funds for the most; of
	// that, what is asked for is preferred, and early years are.
	funds, costs := make([]float64, len(v)), make([]float64, len(v))
	for j, at := range v {
		funds[j] = float64(len(s.p.Funds) - at.fund)
		costs[j] = float64(len(s.p.Gap)-at.year) / float64(len(s.p.Gap))
		if at.category < len(s.p.Prefer) {
			costs[j] += s.p.Prefer[at.category]
		}
	}
	x := largest(rows, gain, funds, costs)
	if x == nil {
		return Split{}, false
	}
	return s.split(v, x), true
}

// variable is what a fund is asked for of a category's cost in a year.
type variable struct{ fund, category, year int }

func (s *solver) variables(ways []way) []variable {
	var all []variable
	for f, fund := range s.p.Funds {
		if ways[f] == out {
			continue
		}
		for c, years := range s.p.Cost {
			for y, n := range years {
				if n > 0 && s.p.Gap[y] > 0 && fund.Takes[c] && (fund.Years == nil || fund.Years[y]) {
					all = append(all, variable{f, c, y})
				}
			}
		}
	}
	return all
}

func (s *solver) rows(v []variable, ways []way) []row {
	var rows []row
	bounded := func(bound float64, is func(variable) float64) {
		r := row{bound: bound / s.scale}
		for j, at := range v {
			if by := is(at); by != 0 {
				r.add(j, by)
			}
		}
		if len(r.at) > 0 {
			rows = append(rows, r)
		}
	}
	one := func(is bool) float64 {
		if is {
			return 1
		}
		return 0
	}
	for y := range s.p.Gap {
		for c := range s.p.Cost {
			bounded(s.p.Cost[c][y], func(at variable) float64 { return one(at.category == c && at.year == y) })
		}
		bounded(s.p.Gap[y], func(at variable) float64 { return one(at.year == y) })
	}
	for f, fund := range s.p.Funds {
		paid := 1 + fund.Charge
		if fund.Ceiling > 0 {
			bounded(fund.Ceiling-fund.Slack[Ceiling], func(at variable) float64 { return paid * one(at.fund == f) })
		}
		if ways[f] == in {
			bounded(-fund.Least-fund.Slack[Least], func(at variable) float64 { return -paid * one(at.fund == f) })
		}
		if fund.Floor > 0 && ways[f] != out {
			rest := 1 - fund.Floor
			bounded(s.floor(fund), func(at variable) float64 {
				return paid*one(at.fund == f) - rest*s.p.Funds[at.fund].Charge
			})
		}
		for _, line := range fund.Lines {
			within := map[int]bool{}
			for _, c := range line.Categories {
				within[c] = true
			}
			bounded(0, func(at variable) float64 {
				if at.fund != f {
					return 0
				}
				return one(within[at.category]) - line.Most
			})
		}
	}
	return rows
}

// split turns values of the variables into who pays what.
func (s *solver) split(v []variable, x []float64) Split {
	out := Split{}
	for range s.p.Funds {
		by := make([][]float64, len(s.p.Cost))
		for c := range by {
			by[c] = make([]float64, len(s.p.Gap))
		}
		out.Amounts = append(out.Amounts, by)
	}
	for _, gap := range s.p.Gap {
		out.Left += gap
	}
	for j, n := range x {
		out.Amounts[v[j].fund][v[j].category][v[j].year] = n * s.scale
		out.Left -= n * s.scale
	}
	return out
}
