package measures

import (
	"math/rand/v2"
	"slices"
	"testing"

	"outrigger/model/span"
)

func TestEdgesOfTheProblem(t *testing.T) {
	const y span.Year = 2027
	hours := func(ceiling int64) []Resource {
		return []Resource{{ID: "analyst", Kind: Hours, Ceilings: map[span.Year]int64{y: ceiling, y + 1: ceiling}}}
	}
	take := func(id string, start span.Year, way string, value float64, amount int64) Option {
		return Option{Measure: id, Start: start, Way: way, Value: value, Uses: []Use{{"analyst", start, amount}}}
	}
	for name, c := range map[string]struct {
		p    Problem
		want []Choice
	}{
		"what relieves hours makes room for another": {
			Problem{Resources: hours(0), Options: []Option{take("relief", y, "", -1, -5), take("wanted", y, "", 3, 5)}},
			[]Choice{{"relief", y, ""}, {"wanted", y, ""}},
		},
		"relief that is not worth its price is left": {
			Problem{Resources: hours(0), Options: []Option{take("relief", y, "", -3, -5), take("wanted", y, "", 3, 5)}}, nil,
		},
		"the way that fits": {
			Problem{Resources: hours(4), Options: []Option{take("a", y, "dear", 9, 5), take("a", y, "cheap", 2, 4)}},
			[]Choice{{"a", y, "cheap"}},
		},
		"the first way among equals": {
			Problem{Resources: hours(4), Options: []Option{take("a", y, "two", 2, 4), take("a", y, "one", 2, 4)}},
			[]Choice{{"a", y, "one"}},
		},
		"the earlier start among equals": {
			Problem{Resources: hours(4), Options: []Option{take("a", y+1, "", 2, 4), take("a", y, "", 2, 4)}},
			[]Choice{{"a", y, ""}},
		},
		"the first id among equals": {
			Problem{Resources: hours(4), Options: []Option{take("b", y, "", 2, 4), take("a", y, "", 2, 4)}},
			[]Choice{{"a", y, ""}},
		},
		"no ceiling but nought": {
			Problem{Resources: hours(0), Options: []Option{take("a", y, "", 2, 1), take("free", y, "", 1, 0)}},
			[]Choice{{"free", y, ""}},
		},
		"nothing but placeholders": {
			Problem{Resources: hours(9), Options: []Option{take("a", y, "", 0, 1), take("b", y, "", 0, 1)}}, nil,
		},
		"a mandatory placeholder": {
			Problem{Resources: hours(9), Options: []Option{take("a", y, "", 0, 1), take("b", y, "", 0, 1)}, Mandatory: []string{"b"}},
			[]Choice{{"b", y, ""}},
		},
		"no options": {Problem{Resources: hours(9)}, nil},
		"only what does harm": {
			Problem{Resources: hours(9), Options: []Option{take("a", y, "", -2, 1)}}, nil,
		},
		"harm that is needed": {
			Problem{
				Resources: hours(9), Options: []Option{take("a", y, "", -2, 1), take("b", y, "", 5, 1)},
				Needs: []Need{{"b", "a"}},
			},
			[]Choice{{"a", y, ""}, {"b", y, ""}},
		},
	} {
		s, err := Solve(c.p, Limits{})
		if err != nil || !s.Proven || !s.Settled || !slices.Equal(s.Chosen, c.want) {
			t.Errorf("%s: %+v, %v; want %v", name, s, err, c.want)
		}
	}
}

// TestLargerPlansKeepTheRules holds on plans too large to enumerate what must be true of
// every problem.
func TestLargerPlansKeepTheRules(t *testing.T) {
	for seed := range uint64(12) {
		r := rand.New(rand.NewPCG(seed, 13))
		p := portfolio(seed, 12+r.IntN(10), 4)
		solve := func(q Problem) Solution {
			t.Helper()
			s, err := Solve(q, Limits{})
			if err != nil || !s.Proven {
				t.Fatalf("plan %d: %+v, %v", seed, s, err)
			}
			var options []int
			for i, o := range q.Options {
				if slices.Contains(s.Chosen, Choice{o.Measure, o.Start, o.Way}) {
					options = append(options, i)
				}
			}
			if !allowed(q, options) || len(options) != len(s.Chosen) || worthOf(q, options) != s.Value {
				t.Fatalf("plan %d: what is chosen breaks a limit or is not worth what is said", seed)
			}
			return s
		}
		s := solve(p)
		twice := solve(p)
		if twice.Nodes != s.Nodes || !slices.Equal(twice.Chosen, s.Chosen) {
			t.Errorf("plan %d: solved twice, two answers", seed)
		}
		if more := solve(raised(p, func(_ cell, limit int64) int64 { return limit + limit/10 })); more.Value < s.Value {
			t.Errorf("plan %d: more of everything is worth less", seed)
		}
		tied := p
		tied.Needs = append(slices.Clone(p.Needs), Need{p.Options[len(p.Options)-1].Measure, p.Options[0].Measure})
		if check(tied) == nil && solve(tied).Value > s.Value {
			t.Errorf("plan %d: one more prerequisite raises the value", seed)
		}
		idle := p
		idle.Options = append(slices.Clone(p.Options), Option{Measure: "idle", Start: 2027, Uses: []Use{{"own", 2027, 1}}})
		if x := solve(idle); x.Value != s.Value || x.Has("idle") {
			t.Errorf("plan %d: what does nothing changes the value", seed)
		}
		free := p
		free.Options = append(slices.Clone(p.Options), Option{Measure: "free", Start: 2030, Value: 1})
		if x := solve(free); !x.Has("free") || x.Value != s.Value+1 {
			t.Errorf("plan %d: what costs nothing and gives something is left out", seed)
		}
	}
}

// TestEqualsWithoutNumberEnd counts in points from 1 to 5, where nearly every choice has
// equals: the search must end, and say whether their order is settled.
func TestEqualsWithoutNumberEnd(t *testing.T) {
	for seed := range uint64(4) {
		p := portfolio(seed, 20, 5)
		for i := range p.Options {
			p.Options[i].Value = float64(1 + i/5%5)
		}
		if s, err := Solve(p, Limits{Nodes: 50000}); err != nil || s.Value <= 0 {
			t.Errorf("plan %d: %+v, %v", seed, s, err)
		}
	}
}
