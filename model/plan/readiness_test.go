package plan_test

import (
	"strings"
	"testing"

	"outrigger/model/plan"
)

func assessed(readiness string) string {
	return `{"format":"outrigger-plan","version":1,"post":{"country":"VUT"},"years":{"first":2024,"last_actual":2025,"last":2027},"money":{"currency":"VUV"},"readiness":[` + readiness + `]}`
}

func TestAssessmentsAreCheckedPracticeByPractice(t *testing.T) {
	for _, c := range []struct {
		name, levels string
		want         string // code and place of the one finding; empty: none
		warning      bool
	}{
		{"nothing judged yet", ``, "", false},
		{"absent needs no evidence", `{"practice":"updates","level":0}`, "", false},
		{"not judged, only aimed at", `{"practice":"updates","target":3}`, "", false},
		{"proven", `{"practice":"updates","level":3,"target":3,"evidence":"Patch report of May","date":"2026-05-31"}`, "", false},
		{"without evidence", `{"practice":"updates","level":1}`, "plan.level_unproven readiness/now/updates", true},
		{"blank evidence", `{"practice":"updates","level":1,"evidence":"  "}`, "plan.level_unproven readiness/now/updates", true},
		{"above the scale", `{"practice":"updates","level":5,"evidence":"x"}`, "plan.level readiness/now/updates", false},
		{"below the scale", `{"practice":"updates","level":-1}`, "plan.level readiness/now/updates", false},
		{"target above the scale", `{"practice":"updates","target":9}`, "plan.level readiness/now/updates", false},
		{"target below the level", `{"practice":"updates","level":3,"target":2,"evidence":"x"}`, "plan.target_below readiness/now/updates", true},
		{"no such day", `{"practice":"updates","level":0,"date":"2026-02-30"}`, "plan.date readiness/now/updates/date", false},
		{"twice", `{"practice":"updates","level":0},{"practice":"updates","level":0}`, "plan.practice_twice readiness/now/updates", false},
		{"of a later catalogue", `{"practice":"quantum-mail","level":0}`, "plan.practice_unknown readiness/now/quantum-mail", true},
		{"of nothing", `{"level":0}`, "plan.missing readiness/now/", false},
	} {
		p, findings := plan.Parse([]byte(assessed(`{"id":"now","date":"2026-11-25","levels":[` + c.levels + `]}`)))
		got := ""
		for _, f := range findings {
			got += f.Code + " " + f.Place
			if f.Warning != c.warning {
				t.Errorf("%s: warning %v", c.name, f.Warning)
			}
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		if p == nil {
			t.Errorf("%s: nothing was read", c.name)
		}
	}
}

func TestAssessmentsHaveADayAndANameOfTheirOwn(t *testing.T) {
	for text, want := range map[string]string{
		`{"id":"a","date":"2026-11-25"},{"id":"a","date":"2026-11-26"}`: "plan.id_twice",
		`{"id":"a"}`:                       "plan.assessment_undated",
		`{"id":"a","date":"in November"}`:  "plan.date",
		`{"id":"A b","date":"2026-11-25"}`: "plan.id",
		`{"id":"a","date":"2026-11-25","levels":[{"practice":"updates","level":"two"}]}`: "plan.wrong_kind",
		`{"id":"a","date":"2026-11-25","levels":[{"practice":"updates","level":1.5}]}`:   "plan.wrong_kind",
	} {
		_, findings := plan.Parse([]byte(assessed(text)))
		if len(findings) != 1 || findings[0].Code != want {
			t.Errorf("%s: %v, want %s", text, findings, want)
		}
	}
}

// A level of nought is a judgement, no level is none: the file keeps them apart, and
// what a later program wrote beside them.
func TestAnAssessmentIsWrittenAsItWasRead(t *testing.T) {
	p, findings := plan.Parse([]byte(assessed(`{"id":"now","date":"2026-11-25","who":"A","mood":"calm","levels":[
		{"practice":"updates","level":0,"target":0},{"practice":"accounts","target":2},{"practice":"quantum-mail","level":4,"evidence":"x","proof":"kept"}]}`)))
	if plan.Refused(findings) {
		t.Fatal(findings)
	}
	levels := p.Readiness[0].Levels
	if levels[0].Level == nil || *levels[0].Level != 0 || levels[1].Level != nil || *levels[1].Target != 2 {
		t.Errorf("read as %+v", levels)
	}
	written, err := plan.Marshal(p)
	if err != nil {
		t.Fatal(err)
	}
	for _, kept := range []string{`"level": 0`, `"target": 0`, `"mood": "calm"`, `"proof": "kept"`, `"quantum-mail"`} {
		if !strings.Contains(string(written), kept) {
			t.Errorf("%s is lost:\n%s", kept, written)
		}
	}
	again, _ := plan.Parse(written)
	if !plan.Equal(p, again) {
		t.Error("read again it is another plan")
	}
	other := plan.Clone(p)
	*other.Readiness[0].Levels[0].Level = 1
	if plan.Equal(p, other) || *p.Readiness[0].Levels[0].Level != 0 {
		t.Error("a clone shares its levels")
	}
}
