package readiness_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"outrigger/model/money"
	"outrigger/model/plan"
	"outrigger/model/readiness"
)

// six practices of three domains, worked out by hand below.
func six() readiness.Catalogue {
	return readiness.Catalogue{
		Domains: []string{"people", "systems", "recovery"},
		Practices: []readiness.Practice{
			{"awareness", "people", []string{"training", "button"}},
			{"officer", "people", []string{"hire"}},
			{"patches", "systems", []string{"patching"}},
			{"sign-in", "systems", []string{"mfa"}},
			{"backups", "recovery", []string{"vault"}},
			{"plan", "recovery", []string{"writing", "training"}},
		},
	}
}

func at(n int) *int { return &n }

func level(practice string, level, target int, evidence string) plan.PracticeLevel {
	l := plan.PracticeLevel{Practice: practice, Evidence: evidence}
	if level >= 0 {
		l.Level = at(level)
	}
	if target >= 0 {
		l.Target = at(target)
	}
	return l
}

func spring() plan.Assessment {
	return plan.Assessment{ID: "spring", Date: "2026-04-01", Levels: []plan.PracticeLevel{
		level("awareness", 2, 3, "register of March"),
		level("officer", 1, 3, "letter"),
		level("patches", 3, 4, ""), // claimed, nothing named
		level("sign-in", 0, 3, ""),
		level("backups", -1, 3, ""), // aimed at, not judged
		level("later", 4, -1, "x"),  // of a later catalogue
	}}
}

func TestAnAssessmentReadByHand(t *testing.T) {
	s := readiness.Read(spring(), six())
	var told []string
	for _, d := range s.Domains {
		told = append(told, fmt.Sprintf("%s %s/%s %d of %d", d.Domain, money.Canonical(d.Judged), money.Canonical(d.Counted), d.Given, d.Of))
	}
	// people (2+1)/2; systems (3+0)/2 as judged, (0+0)/2 with evidence; nothing of recovery
	want := []string{"people 1.5/1.5 2 of 2", "systems 1.5/0 2 of 2", "recovery 0/0 0 of 2"}
	if !slices.Equal(told, want) {
		t.Errorf("%q, want %q", told, want)
	}
	all, lowest := s.Overall()
	if money.Canonical(all.Judged) != "1.5" || money.Canonical(all.Counted) != "0.75" || all.Given != 4 || all.Of != 6 {
		t.Errorf("overall %+v", all)
	}
	// both count 0; sign-in is lower as judged; then officer at 1
	if got := names(lowest); !slices.Equal(got, []string{"sign-in", "patches", "officer"}) {
		t.Errorf("lowest %v", got)
	}
	for what, lists := range map[string][2][]string{
		"unproven": {s.Unproven, {"patches"}}, "unjudged": {s.Unjudged, {"backups", "plan"}}, "unknown": {s.Unknown, {"later"}},
	} {
		if !slices.Equal(lists[0], lists[1]) {
			t.Errorf("%s: %v, want %v", what, lists[0], lists[1])
		}
	}
}

func names(held []readiness.Held) []string {
	list := []string{}
	for _, h := range held {
		list = append(list, h.Practice)
	}
	return list
}

func TestGapsByHandAndWhatClosesThem(t *testing.T) {
	gaps, unjudged := readiness.Gaps(spring(), six())
	var told []string
	for _, g := range gaps {
		told = append(told, fmt.Sprintf("%s %d→%d %v", g.Practice, g.Level, g.Target, g.Proven))
	}
	want := []string{"sign-in 0→3 true", "officer 1→3 true", "awareness 2→3 true", "patches 3→4 false"}
	if !slices.Equal(told, want) || !slices.Equal(unjudged, []string{"backups"}) {
		t.Errorf("%q and %q, want %q", told, unjudged, want)
	}
	closers, open := readiness.Closing(gaps, six())
	if got := fmt.Sprint(closers, open); got != "[{mfa [sign-in] 3} {hire [officer] 2} {button [awareness] 1} {patching [patches] 1} {training [awareness] 1}] []" {
		t.Error(got)
	}
	closers, open = readiness.Closing(gaps, six(), "mfa", "training", "vault")
	if got := fmt.Sprint(closers, open); got != "[{mfa [sign-in] 3} {training [awareness] 1}] [officer patches]" {
		t.Error(got)
	}
}

func TestTwoAssessmentsComparedByHand(t *testing.T) {
	autumn := plan.Assessment{ID: "autumn", Date: "2026-10-01", Levels: []plan.PracticeLevel{
		level("awareness", 1, 3, "register"), level("officer", 3, 3, "letter"), level("patches", 3, 4, "report"),
		level("backups", 2, 3, "log"), level("sign-in", -1, 3, ""),
	}}
	c := readiness.Compare(spring(), autumn, six())
	if c.From != "2026-04-01" || c.To != "2026-10-01" || c.Both != 3 {
		t.Errorf("%+v", c)
	}
	// −1 + 2 + 0 over three practices
	if got := money.Canonical(money.Round(c.Rise, 4)); got != "0.3333" {
		t.Errorf("rise %s", got)
	}
	if len(c.Up) != 1 || c.Up[0].Practice != "officer" || c.Up[0].Levels() != 2 || len(c.Down) != 1 || c.Down[0].Practice != "awareness" || c.Down[0].Levels() != -1 {
		t.Errorf("up %+v down %+v", c.Up, c.Down)
	}
	if !slices.Equal(c.Same, []string{"patches"}) || !slices.Equal(c.Proved, []string{"patches"}) || len(c.Lost) != 0 {
		t.Errorf("same %v proved %v lost %v", c.Same, c.Proved, c.Lost)
	}
	if !slices.Equal(names(c.New), []string{"backups"}) || !slices.Equal(names(c.Dropped), []string{"sign-in"}) {
		t.Errorf("new %v dropped %v", c.New, c.Dropped)
	}
	sorted := readiness.InTime([]plan.Assessment{autumn, {ID: "undated"}, spring()})
	if sorted[0].ID != "undated" || sorted[1].ID != "spring" || sorted[2].ID != "autumn" {
		t.Errorf("in time: %v", sorted)
	}
}

func TestNothingJudgedReadsAsNothingKnown(t *testing.T) {
	s := readiness.Read(plan.Assessment{}, six())
	all, lowest := s.Overall()
	if all.Given != 0 || all.Of != 6 || len(lowest) != 0 || len(s.Unjudged) != 6 {
		t.Errorf("%+v %v", s, lowest)
	}
	gaps, unjudged := readiness.Gaps(plan.Assessment{}, six())
	if closers, open := readiness.Closing(gaps, six()); len(gaps)+len(unjudged)+len(closers)+len(open) != 0 {
		t.Error("gaps of nothing")
	}
	if c := readiness.Compare(plan.Assessment{}, plan.Assessment{}, six()); c.Both != 0 || !c.Rise.IsZero() {
		t.Errorf("%+v", c)
	}
}

// random makes an assessment of the six practices, some not judged, some off the scale.
func random(r *rand.Rand) plan.Assessment {
	a := plan.Assessment{}
	for _, p := range six().Practices {
		if r.IntN(5) > 0 {
			a.Levels = append(a.Levels, level(p.ID, r.IntN(7)-1, r.IntN(7)-1, strings.Repeat("e", r.IntN(2))))
		}
	}
	return a
}

func TestPropertiesOfRandomAssessments(t *testing.T) {
	r := rand.New(rand.NewPCG(6, 24))
	for range 2000 {
		a, b := random(r), random(r)
		s := readiness.Read(a, six())
		all, lowest := s.Overall()
		given, of := 0, 0
		for _, d := range s.Domains {
			given, of = given+d.Given, of+d.Of
			if d.Counted.Cmp(d.Judged) > 0 || d.Judged.Cmp(money.Int(4)) > 0 || d.Judged.IsNeg() {
				t.Fatalf("%+v", d)
			}
		}
		if given != all.Given || of != all.Of || all.Given+len(s.Unjudged) != 6 {
			t.Fatalf("%d of %d, overall %+v", given, of, all)
		}
		for _, low := range lowest {
			for _, h := range s.Held {
				if h.Counts < low.Counts && !slices.Contains(lowest, h) {
					t.Fatalf("%v is lower than %v", h, low)
				}
			}
		}
		// the order in which practices are written says nothing
		turned := a
		turned.Levels = slices.Clone(a.Levels)
		slices.Reverse(turned.Levels)
		if !reflect.DeepEqual(readiness.Read(turned, six()), s) {
			t.Fatal("read backwards it says something else")
		}
		gaps, _ := readiness.Gaps(a, six())
		missing := 0
		for i, g := range gaps {
			missing += g.Levels()
			if g.Levels() < 1 || i > 0 && g.Levels() > gaps[i-1].Levels() {
				t.Fatalf("gaps %v", gaps)
			}
		}
		closers, open := readiness.Closing(gaps, six())
		if len(open) != 0 {
			t.Fatalf("every practice is raised by something, but %v", open)
		}
		for _, c := range closers {
			if c.Missing > missing || c.Missing < len(c.Practices) {
				t.Fatalf("%+v of %d", c, missing)
			}
		}
		// there and back again
		to, back := readiness.Compare(a, b, six()), readiness.Compare(b, a, six())
		if len(to.Up) != len(back.Down) || len(to.Down) != len(back.Up) || to.Both != back.Both || !slices.Equal(to.Same, back.Same) ||
			!slices.Equal(names(to.New), names(back.Dropped)) || !slices.Equal(to.Proved, back.Lost) || to.Rise.Neg().Cmp(back.Rise) != 0 {
			t.Fatalf("%+v\n%+v", to, back)
		}
		if same := readiness.Compare(a, a, six()); len(same.Up)+len(same.Down)+len(same.New)+len(same.Dropped)+len(same.Proved)+len(same.Lost) != 0 {
			t.Fatalf("against itself: %+v", same)
		}
	}
}
