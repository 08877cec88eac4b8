package measures

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// FuzzProperties holds what must be true of every problem.
func FuzzProperties(f *testing.F) {
	for seed := range uint64(60) {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, seed uint64) {
		r := rand.New(rand.NewPCG(seed, 5))
		p := small(r)
		s, err := Solve(p, Limits{})
		if err != nil {
			return
		}
		again := func(name string, q Problem, holds func(x Solution) bool) {
			t.Helper()
			if x, err := Solve(q, Limits{}); err != nil || !holds(x) {
				t.Errorf("%s: %+v, %v; was %+v\n%+v", name, x, err, s, p)
			}
		}
		same := func(x Solution) bool { return x.Value == s.Value && slices.Equal(x.Chosen, s.Chosen) }

		again("more of everything is never worse", raised(p, func(_ cell, limit int64) int64 { return limit + 1 }),
			func(x Solution) bool { return x.Value >= s.Value })

		shuffled := p
		shuffled.Options, shuffled.Resources = slices.Clone(p.Options), slices.Clone(p.Resources)
		shuffled.Needs, shuffled.Exclusions = slices.Clone(p.Needs), slices.Clone(p.Exclusions)
		r.Shuffle(len(p.Options), func(i, j int) {
			shuffled.Options[i], shuffled.Options[j] = shuffled.Options[j], shuffled.Options[i]
		})
		slices.Reverse(shuffled.Resources)
		slices.Reverse(shuffled.Needs)
		slices.Reverse(shuffled.Exclusions)
		again("order does not matter", shuffled, same)

		scaled := p
		scaled.Options = slices.Clone(p.Options)
		for i := range scaled.Options {
			scaled.Options[i].Value *= 3
		}
		again("three times the value, the same choice", scaled,
			func(x Solution) bool { return x.Value == 3*s.Value && slices.Equal(x.Chosen, s.Chosen) })

		for i, o := range p.Options {
			twin := slices.ContainsFunc(p.Options, func(x Option) bool { return x.Measure == o.Measure && x.Start != o.Start })
			if twin && !slices.Contains(s.Chosen, Choice{o.Measure, o.Start, o.Way}) {
				fewer := p
				fewer.Options = slices.Delete(slices.Clone(p.Options), i, i+1)
				again("what is not chosen is not missed", fewer, same)
			}
		}

		idle := p
		idle.Options = append(slices.Clone(p.Options), Option{Measure: "zz", Start: 2027})
		again("what does nothing changes nothing", idle, same)

		if p.PerYear == 0 {
			free := p
			free.Options = append(slices.Clone(p.Options), Option{Measure: "zz", Start: 2027, Value: 1})
			again("what costs nothing and gives something is taken", free, func(x Solution) bool { return x.Has("zz") && x.Value == s.Value+1 })
			tighter := p
			tighter.PerYear = 1
			if x, err := Solve(tighter, Limits{}); err == nil && x.Value > s.Value {
				t.Error("one more limit raises the value")
			}
		}
	})
}

func TestStoppedSearchTellsItsGap(t *testing.T) {
	p := sample(1, 40, 5)
	s, err := Solve(p, Limits{Nodes: 3})
	if err != nil || s.Proven || s.Settled || s.Bound <= s.Value || s.Gap() <= 0 || s.Gap() > 0.2 {
		t.Errorf("%+v, %v", s, err)
	}
	twice, _ := Solve(p, Limits{Nodes: 3})
	if twice.Value != s.Value || twice.Bound != s.Bound || !slices.Equal(twice.Chosen, s.Chosen) {
		t.Error("the same search gives another answer")
	}
}
