package sharing

import (
	"math"
	"math/rand/v2"
	"testing"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/optimize/convex/lp"
)

// within is how near two solvers come on figures of about 1 to 10: both pivot with
// float64, some dozens of times.
const within = 1e-7

func TestTheBestCornerIsWhatAnotherSolverFinds(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	none := 0
	for n := range 2000 {
		gain, rows := drawn(r)
		x := largest(rows, gain)
		want, possible := other(gain, rows)
		switch {
		case possible != (x != nil):
			t.Fatalf("problem %d: possible %v, found %v", n, possible, x)
		case !possible:
			none++
			continue
		}
		got := 0.0
		for j, v := range x {
			got += gain[j] * v
		}
		if math.Abs(got-want) > within {
			t.Errorf("problem %d: %v, the other finds %v", n, got, want)
		}
		for i, row := range rows {
			sum := 0.0
			for k, at := range row.at {
				sum += row.by[k] * x[at]
			}
			if sum > row.bound+within {
				t.Errorf("problem %d breaks row %d by %v", n, i, sum-row.bound)
			}
		}
	}
	if none == 0 || none > 1000 {
		t.Errorf("%d of 2000 problems have no answer: too few or too many to prove anything", none)
	}
}

// drawn makes a bounded problem; some bounds are below nought, so that some have no answer.
func drawn(r *rand.Rand) ([]float64, []row) {
	n, m := 1+r.IntN(9), 1+r.IntN(9)
	gain, all := make([]float64, n), row{bound: 5}
	for j := range gain {
		gain[j] = r.Float64()
		all.add(j, 1)
	}
	rows := []row{all}
	for range m {
		one := row{bound: r.Float64() - 0.1}
		for j := range n {
			if r.IntN(3) > 0 {
				one.add(j, r.Float64()-0.2)
			}
		}
		if len(one.at) > 0 {
			rows = append(rows, one)
		}
	}
	return gain, rows
}

func other(gain []float64, rows []row) (float64, bool) {
	n, m := len(gain), len(rows)
	a, b, c := mat.NewDense(m, n+m, nil), make([]float64, m), make([]float64, n+m)
	for j, g := range gain {
		c[j] = -g
	}
	for i, one := range rows {
		b[i] = one.bound
		for k, at := range one.at {
			a.Set(i, at, one.by[k])
		}
		a.Set(i, n+i, 1)
	}
	best, _, err := lp.Simplex(c, a, b, 0, nil)
	return -best, err == nil
}

// project costs 100 for each of two categories in each of two years; nothing is paid yet.
func project(funds ...Fund) Problem {
	return Problem{Cost: [][]float64{{100, 100}, {100, 100}}, Gap: []float64{200, 200}, Funds: funds}
}

var both = []bool{true, true}

func TestASplitByHand(t *testing.T) {
	for _, try := range []struct {
		name string
		p    Problem
		left float64
		paid []float64 // by fund, without its charge
	}{
		{"nobody", project(), 400, nil},
		{"one takes all", project(Fund{Takes: both}), 0, []float64{400}},
		{"the first takes all", project(Fund{Takes: both}, Fund{Takes: both}), 0, []float64{400, 0}},
		{"each what it takes", project(Fund{Takes: []bool{true, false}}, Fund{Takes: []bool{false, true}}), 0, []float64{200, 200}},
		{"up to the ceiling", project(Fund{Takes: both, Ceiling: 150}, Fund{Takes: both, Ceiling: 100}), 150, []float64{150, 100}},
		{"the charge is in the ceiling", project(Fund{Takes: both, Charge: 0.25, Ceiling: 150}), 280, []float64{120}},
		{"others pay a fifth", project(Fund{Takes: both, Floor: 0.2}), 80, []float64{320}},
		{"another fund is an other", project(Fund{Takes: both, Floor: 0.2}, Fund{Takes: both}), 0, []float64{320, 80}},
		{"lent goods do not count", Problem{Cost: [][]float64{{100, 100}, {100, 100}}, Gap: []float64{150, 150}, InKind: 100, Funds: []Fund{{Takes: both, Floor: 0.2, Cash: true}}}, 80, []float64{220}},
		{"no longer than it lasts", project(Fund{Takes: both, Years: []bool{true, false}}), 200, []float64{200}},
		{"a line at most a quarter", project(Fund{Takes: both, Lines: []Line{{1, []int{0}, 0.25}}}), 400 - 200/0.75, []float64{200 / 0.75}},
		{"the least is more than there is", project(Fund{Takes: both, Least: 500}), 400, []float64{0}},
		{"the least is reached", project(Fund{Takes: both, Least: 100, Ceiling: 150}), 250, []float64{150}},
		{"the least makes another give way", project(Fund{Takes: both, Ceiling: 350}, Fund{Takes: both, Least: 100}), 0, []float64{300, 100}},
		{"what is paid is not asked for", Problem{Cost: [][]float64{{100}, {100}}, Gap: []float64{30}, Funds: []Fund{{Takes: both}}}, 0, []float64{30}},
		{"a floor that lent goods alone break", Problem{Cost: [][]float64{{100}}, Gap: []float64{10}, InKind: 90, Funds: []Fund{{Takes: both, Floor: 0.2, Cash: true}, {Takes: both}}}, 0, []float64{0, 10}},
	} {
		s := Cheapest(try.p)
		if math.Abs(s.Left-try.left) > 1e-4 { // amounts of some hundreds, scaled: 1e-9 relative with room
			t.Errorf("%s: %v is left, want %v", try.name, s.Left, try.left)
		}
		for f, want := range try.paid {
			if got := s.Total(f); math.Abs(got-want) > 1e-4 {
				t.Errorf("%s: fund %d pays %v, want %v", try.name, f, got, want)
			}
		}
	}
}

// many is a project as large as a plan can make one, with every kind of rule.
func many(r *rand.Rand) Problem {
	p := Problem{InKind: 1e6 * r.Float64()}
	years := 1 + r.IntN(8)
	for range 7 {
		costs := make([]float64, years)
		for y := range costs {
			costs[y] = math.Round(1e7 * r.Float64() * float64(r.IntN(2)))
		}
		p.Cost = append(p.Cost, costs)
	}
	for y := range years {
		sum := 0.0
		for c := range p.Cost {
			sum += p.Cost[c][y]
		}
		p.Gap = append(p.Gap, math.Max(0, sum-2e7*r.Float64()))
	}
	for range r.IntN(6) {
		f := Fund{Charge: 0.2 * r.Float64(), Cash: r.IntN(2) == 0}
		if r.IntN(2) == 0 {
			f.Ceiling = 4e7 * r.Float64()
		}
		if r.IntN(3) == 0 {
			f.Least = 2e7 * r.Float64()
		}
		if r.IntN(2) == 0 {
			f.Floor = 0.6 * r.Float64()
		}
		for range 7 {
			f.Takes = append(f.Takes, r.IntN(4) > 0)
		}
		if r.IntN(2) == 0 {
			f.Lines = []Line{{1, []int{r.IntN(7)}, 0.1 + 0.4*r.Float64()}}
		}
		p.Funds = append(p.Funds, f)
	}
	return p
}

func TestEverySplitKeepsEveryRule(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for n := range 400 {
		p := many(r)
		s := Cheapest(p)
		all := 0.0
		for c := range p.Cost {
			for y, cost := range p.Cost[c] {
				all += cost
				sum := 0.0
				for f := range p.Funds {
					sum += s.Amounts[f][c][y]
					if s.Amounts[f][c][y] > 0 && !p.Funds[f].Takes[c] {
						t.Fatalf("%d: fund %d pays for what it does not take", n, f)
					}
				}
				kept(t, n, "asked twice", cost-sum)
			}
		}
		for f, fund := range p.Funds {
			all += fund.Charge * s.Total(f)
		}
		for f, fund := range p.Funds {
			asked := s.Total(f) * (1 + fund.Charge)
			if asked < 1 {
				continue
			}
			if fund.Ceiling > 0 {
				kept(t, n, "ceiling", fund.Ceiling-asked)
			}
			kept(t, n, "least", asked-fund.Least)
			counted := 0.0
			if fund.Cash {
				counted = p.InKind
			}
			if fund.Floor > 0 {
				kept(t, n, "floor", all-asked-counted-fund.Floor*all)
			}
			for _, line := range fund.Lines {
				part := 0.0
				for _, c := range line.Categories {
					for _, v := range s.Amounts[f][c] {
						part += v
					}
				}
				kept(t, n, "line", line.Most*s.Total(f)-part)
			}
		}
	}
}

// kept: amounts of some ten millions, told apart to a tenth.
func kept(t *testing.T, n int, rule string, left float64) {
	t.Helper()
	if left < -0.1 {
		t.Errorf("problem %d breaks the rule %q by %v", n, rule, -left)
	}
}

// A choice of funds with least amounts is the best of all choices.
func TestLeastAmountsAreSettledAsIfAllChoicesWereTried(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	differs := 0
	for n := range 150 {
		p := many(r)
		for f := range p.Funds {
			p.Funds[f].Least = 3e7 * r.Float64()
		}
		best := math.Inf(1)
		for set := range 1 << len(p.Funds) {
			ways := make([]way, len(p.Funds))
			for f := range ways {
				ways[f] = out
				if set>>f&1 == 1 {
					ways[f] = in
				}
			}
			s := solver{p: p, scale: 1e7}
			for _, costs := range p.Cost {
				for _, c := range costs {
					s.cost += c
				}
			}
			if one, possible := s.solve(ways); possible {
				best = math.Min(best, one.Left)
			}
		}
		got := Cheapest(p)
		if math.Abs(got.Left-best) > 10 { // amounts of ten millions; the search stops a ten-millionth short
			t.Errorf("problem %d: %v is left, the best choice leaves %v", n, got.Left, best)
		}
		for f := range p.Funds {
			p.Funds[f].Least = 0
		}
		if Cheapest(p).Left < got.Left-10 {
			differs++
		}
	}
	if differs < 10 {
		t.Errorf("least amounts matter in %d problems only", differs)
	}
}
