package measures

import (
	"errors"
	"math/rand/v2"
	"slices"
	"testing"

	"outrigger/model/span"
)

// change makes the change of one ceiling.
func change(p Problem, r Raise) Problem {
	return raised(p, func(c cell, limit int64) int64 {
		if c == (cell{r.Resource, r.Year}) {
			return limit + r.More
		}
		return limit
	})
}

func dearer(p Problem, measure string, by float64) Problem {
	p.Options = slices.Clone(p.Options)
	for i := range p.Options {
		if p.Options[i].Measure == measure {
			p.Options[i].Value += by
		}
	}
	return p
}

func TestEveryWhyNotIsTrue(t *testing.T) {
	changes := 0
	for seed := range uint64(10) {
		p := sample(seed, 8, 3)
		s, err := Solve(p, Limits{})
		if err != nil {
			t.Fatal(err)
		}
		for m := range 8 {
			id := "m00" + string(rune('0'+m))
			why, err := WhyNot(p, s, id, Limits{})
			if err != nil || why.Stopped {
				t.Fatal(err)
			}
			if s.Has(id) {
				continue
			}
			if why.Binding == In || why.Binding == Short && len(why.Short) == 0 || len(why.By) == 0 && (why.Binding == Missing || why.Binding == Excluded) {
				t.Errorf("plan %d, %s: no reason: %+v", seed, id, why)
			}
			for _, x := range why.Short {
				if x.By() <= 0 {
					t.Errorf("plan %d, %s: nothing is short: %+v", seed, id, x)
				}
			}
			if why.Possible {
				changes++
				if got, err := Solve(dearer(p, id, why.Worth), Limits{}); err != nil || !got.Has(id) {
					t.Errorf("plan %d: %s stays out at %v more: %v", seed, id, why.Worth, err)
				}
				if got, err := Solve(dearer(p, id, why.Cost*0.999), Limits{}); err != nil || why.Cost > 0 && got.Has(id) {
					t.Errorf("plan %d: %s comes in below its price: %v", seed, id, err)
				}
			}
			if why.Raise != nil {
				r := *why.Raise
				changes++
				if got, err := Solve(change(p, r), Limits{}); err != nil || !got.Has(id) {
					t.Errorf("plan %d: %s stays out at %+v: %v", seed, id, r, err)
				}
				r.More--
				if got, err := Solve(change(p, r), Limits{}); err != nil || got.Has(id) {
					t.Errorf("plan %d: %s comes in below %+v: %v", seed, id, r, err)
				}
			}
		}
	}
	if changes < 20 {
		t.Errorf("only %d changes were named", changes)
	}
}

func TestSmallestRaiseEqualsTryingAll(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 3))
	for range 40 {
		p := small(r)
		s, err := Solve(p, Limits{})
		if err != nil {
			continue
		}
		for _, o := range p.Options {
			if s.Has(o.Measure) {
				continue
			}
			why, err := WhyNot(p, s, o.Measure, Limits{})
			if err != nil {
				t.Fatal(err)
			}
			if raise := why.Raise; raise != nil {
				for more := range raise.More {
					try := *raise
					try.More = more
					// One that comes in by order among equals is not brought in by its worth.
					if got, _ := Solve(change(p, try), Limits{}); got.Has(o.Measure) && got.Value > s.Value {
						t.Errorf("%s comes in at %d already, not %+v", o.Measure, more, raise)
					}
				}
			}
		}
	}
}

func TestMandatoryBeyondCeilings(t *testing.T) {
	const y span.Year = 2027
	p := Problem{
		Resources: []Resource{
			{ID: "analyst", Kind: Hours, Ceilings: map[span.Year]int64{y: 12000}},
			{ID: "own", Ceilings: map[span.Year]int64{y: 500}},
		},
		Options: []Option{
			{Measure: "backup", Start: y, Value: 5, Uses: []Use{{"analyst", y, 10000}, {"own", y, 100}}},
			{Measure: "drill", Start: y, Value: 2, Uses: []Use{{"analyst", y, 3000}, {"own", y, 100}}},
		},
		Mandatory: []string{"backup", "drill"},
	}
	_, err := Solve(p, Limits{})
	var e *InfeasibleError
	if !errors.As(err, &e) || !errors.Is(err, ErrInfeasible) {
		t.Fatal(err)
	}
	want := []Shortage{{"analyst", y, 13000, 12000}}
	if !slices.Equal(e.Breaks, want) || !slices.Equal(e.Raise, want) || e.Together != nil || e.Drop != "drill" {
		t.Errorf("%+v", e)
	}
	p.Resources[0].Ceilings[y] = 13000
	if s, err := Solve(p, Limits{}); err != nil || len(s.Chosen) != 2 {
		t.Errorf("after the repair: %+v, %v", s, err)
	}
	p.Resources[0].Ceilings[y], p.Resources[1].Ceilings[y] = 12000, 150
	_, err = Solve(p, Limits{})
	if !errors.As(err, &e) || len(e.Raise) != 0 || len(e.Together) != 2 || len(e.Breaks) != 2 || e.Drop != "drill" {
		t.Errorf("two ceilings: %+v", e)
	}
}

func TestFaultsAreNamed(t *testing.T) {
	const y span.Year = 2027
	opt := func(id string) Option { return Option{Measure: id, Start: y, Value: 1, Uses: []Use{{"own", y, 1}}} }
	own := []Resource{{ID: "own", Ceilings: map[span.Year]int64{y: 1}}}
	ab := []Option{opt("a"), opt("b")}
	for name, c := range map[string]struct {
		p    Problem
		kind error
	}{
		"a circle":                  {Problem{Options: ab, Resources: own, Needs: []Need{{"a", "b"}, {"b", "a"}}}, ErrCircle},
		"needs what excludes it":    {Problem{Options: ab, Resources: own, Needs: []Need{{"a", "b"}}, Exclusions: [][]string{{"a", "b"}}}, ErrApart},
		"a ceiling below nought":    {Problem{Options: ab, Resources: []Resource{{ID: "own", Ceilings: map[span.Year]int64{y: -1}}}}, ErrNegative},
		"an unknown resource":       {Problem{Options: ab}, ErrUnknown},
		"an unknown mandatory":      {Problem{Options: ab, Resources: own, Mandatory: []string{"c"}}, ErrUnknown},
		"an unknown prerequisite":   {Problem{Options: ab, Resources: own, Needs: []Need{{"a", "c"}}}, ErrUnknown},
		"an unknown exclusion":      {Problem{Options: ab, Resources: own, Exclusions: [][]string{{"a", "c"}}}, ErrUnknown},
		"an option twice":           {Problem{Options: []Option{opt("a"), opt("a")}, Resources: own}, ErrTwice},
		"a year without a ceiling":  {Problem{Options: ab, Resources: []Resource{{ID: "own"}}}, ErrCeiling},
		"fewer than no starts":      {Problem{Options: ab, Resources: own, PerYear: -1}, ErrPerYear},
		"a measure without an id":   {Problem{Options: []Option{opt("")}, Resources: own}, ErrID},
		"amounts beyond all bounds": {Problem{Options: []Option{{Measure: "a", Start: y, Uses: []Use{{"own", y, most + 1}}}}, Resources: own}, ErrLarge},
	} {
		var e *FaultError
		if _, err := Solve(c.p, Limits{}); !errors.Is(err, c.kind) || !errors.As(err, &e) {
			t.Errorf("%s: %v, want %v", name, err, c.kind)
		}
	}
	empty := Problem{Resources: own}
	broke := Problem{Options: ab, Resources: []Resource{{ID: "own", Ceilings: map[span.Year]int64{y: 0}}}}
	for name, p := range map[string]Problem{"no measures": empty, "no money": broke} {
		if s, err := Solve(p, Limits{}); err != nil || !s.Proven || !s.Settled || len(s.Chosen) != 0 || s.Value != 0 {
			t.Errorf("%s: %+v, %v", name, s, err)
		}
	}
}

func TestSharesNestAndNeverFall(t *testing.T) {
	p := sample(3, 12, 3)
	all, err := AtShares(p, "own", []int{120, 60, 100, 80}, Limits{})
	if err != nil || len(all) != 4 {
		t.Fatal(err)
	}
	for i, a := range all {
		if a.Nested.Value > a.Best.Value {
			t.Errorf("%d %%: nested is worth more than best", a.Percent)
		}
		if i == 0 {
			continue
		}
		if a.Best.Value < all[i-1].Best.Value || a.Percent <= all[i-1].Percent || a.Total <= all[i-1].Total {
			t.Errorf("%d %% is worth less than %d %%", a.Percent, all[i-1].Percent)
		}
		for _, c := range all[i-1].Nested.Chosen {
			if !a.Nested.Has(c.Measure) {
				t.Errorf("%d %% drops %s", a.Percent, c.Measure)
			}
		}
	}
}

func TestNearSetsAreAllThereAre(t *testing.T) {
	p := knapsack([]int64{50, 50, 64, 46, 50, 5}, [][]int64{{56, 59, 80, 64, 75, 17}}, []int64{190})
	best, err := Solve(p, Limits{})
	if err != nil {
		t.Fatal(err)
	}
	all, err := Near(p, best, 0.1, 20, Limits{})
	if err != nil {
		t.Fatal(err)
	}
	want := 0
	for set := range 1 << 6 {
		var options []int
		v := 0.0
		for i := range 6 {
			if set>>i&1 == 1 {
				options = append(options, i)
				v += p.Options[i].Value
			}
		}
		if v >= 135 && allowed(p, options) {
			want++
		}
	}
	if len(all) != want || !slices.IsSortedFunc(all, func(x, y Solution) int { return int(y.Value - x.Value) }) {
		t.Errorf("%d sets, want %d: %v", len(all), want, all)
	}
}

func TestWaitingCosts(t *testing.T) {
	p := sample(5, 12, 3)
	s, err := Solve(p, Limits{})
	if err != nil {
		t.Fatal(err)
	}
	d, err := Waiting(p, s, Limits{})
	if err != nil || d.Cost <= 0 || d.Later.Value+d.Cost-s.Value > 1e-6 || d.Shifted >= s.Value {
		t.Errorf("%+v, %v", d, err)
	}
	for _, c := range d.Later.Chosen {
		if c.Start <= 2027 {
			t.Errorf("%s starts in %d", c.Measure, c.Start)
		}
	}
}
