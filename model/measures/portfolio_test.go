package measures

import (
	"fmt"
	"math"
	"math/rand/v2"

	"outrigger/model/span"
)

// portfolio makes a problem as a post would state it, which the targets of speed speak of:
//
//   - a measure costs 5 to 200 thousand to build (evenly on a scale of logarithms) and 5 to
//     25 % of that in each later year of the horizon; it takes 20 to 400 hours to build and
//     up to 15 % of that in each later year, or every sixth relieves a few hours instead;
//   - its benefit in a full year goes loosely with what it costs: the cost over the whole
//     horizon times a factor between a quarter and one and a half (in logarithms even), so
//     that the correlation of value and cost is about 0.7; it begins the year after the start, half in
//     the first, and is discounted by 4 % a year, so that a later start is worth less;
//   - the ceilings of money and of hours are each 30 to 60 % (even) of what all measures
//     would take if a fifth of them began each year;
//   - a sixth as many prerequisites as measures, to measures of a lower number; three
//     exclusions of three measures each.
//
// Amounts are whole hundreds, values whole numbers, so that another solver's tolerances
// cannot hide a difference.
func portfolio(seed uint64, measures, years int) Problem {
	r := rand.New(rand.NewPCG(seed, 11))
	const first span.Year = 2027
	name := func(m int) string { return fmt.Sprintf("m%03d", m) }
	between := func(low, high float64) float64 { return low * math.Pow(high/low, r.Float64()) }
	var p Problem
	demand := map[cell]float64{}
	for m := range measures {
		build := math.Round(between(5000, 200000)/100) * 100
		run := math.Round(build*(0.05+0.2*r.Float64())/100) * 100
		effort := math.Round(between(20, 400))
		upkeep := math.Round(effort * 0.15 * r.Float64())
		if r.IntN(6) == 0 {
			upkeep = -math.Round(effort * 0.1 * r.Float64())
		}
		yearly := (build + run*float64(years-1)) * between(0.25, 1.5)
		for s := range years {
			o := Option{Measure: name(m), Start: first + span.Year(s)}
			for y := s; y < years; y++ {
				part, cost, hours := 1.0, run, upkeep
				if y == s {
					part, cost, hours = 0.5, build, effort
				}
				o.Value += part * yearly * math.Pow(1.04, -float64(y))
				year := first + span.Year(y)
				o.Uses = append(o.Uses, Use{"own", year, int64(cost) * 100}, Use{"analyst", year, int64(hours) * 100})
			}
			o.Value = math.Round(o.Value)
			for _, u := range o.Uses {
				demand[cell{u.Resource, u.Year}] += float64(u.Amount) / float64(years)
			}
			p.Options = append(p.Options, o)
		}
	}
	for _, res := range []Resource{{ID: "own", Kind: Money}, {ID: "analyst", Kind: Hours}} {
		share := 0.3 + 0.3*r.Float64()
		res.Ceilings = map[span.Year]int64{}
		for y := range years {
			year := first + span.Year(y)
			res.Ceilings[year] = int64(share*demand[cell{res.ID, year}]/100) * 100
		}
		p.Resources = append(p.Resources, res)
	}
	for len(p.Needs) < measures/6 {
		b := 1 + r.IntN(measures-1)
		p.Needs = append(p.Needs, Need{name(b), name(r.IntN(b))})
	}
	needs := closure(p)
	apart := func(a, b int) bool { return a != b && !needs[name(a)][name(b)] && !needs[name(b)][name(a)] }
	for len(p.Exclusions) < 3 {
		a, b, c := r.IntN(measures), r.IntN(measures), r.IntN(measures)
		if apart(a, b) && apart(a, c) && apart(b, c) {
			p.Exclusions = append(p.Exclusions, []string{name(a), name(b), name(c)})
		}
	}
	return p
}
