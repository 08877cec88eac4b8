package datasets

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"outrigger/model/plan"
)

func measures(t *testing.T) *Measures {
	t.Helper()
	m, err := LoadMeasures()
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// byNumber gives the id of the measure with a number of the list the catalogue follows.
func byNumber(m *Measures, n int) string { return m.Catalogue()[n-1].ID }

func TestMeasuresComeInTheOrderInWhichTheyNeedOneAnother(t *testing.T) {
	m := measures(t)
	for later, first := range map[int][]int{15: {24}, 17: {24}, 22: {24}, 33: {24}, 5: {12}, 29: {16}, 13: {42}, 19: {17}, 25: {15, 26}, 38: {11}} {
		one := m.Catalogue()[later-1]
		for _, n := range first {
			if !slices.Contains(one.Needs, byNumber(m, n)) {
				t.Errorf("%s should need %s", one.ID, byNumber(m, n))
			}
		}
	}
	logging, _ := m.ByID("logging")
	if !slices.Contains(logging.Cautions, "staff-or-service") {
		t.Error("logging does not say that it takes a service or staff")
	}
}

func TestNoMeasureNeedsItselfInACircle(t *testing.T) {
	m := measures(t)
	var visit func(id string, way []string)
	visit = func(id string, way []string) {
		if slices.Contains(way, id) {
			t.Fatalf("circle: %s", strings.Join(append(way, id), " → "))
		}
		one, _ := m.ByID(id)
		for _, next := range one.Needs {
			visit(next, append(slices.Clone(way), id))
			if slices.Contains(one.Excludes, next) || slices.Contains(one.Overlaps, next) && next != "endpoint" {
				t.Errorf("%s needs %s and stands against it", id, next)
			}
		}
	}
	for _, one := range m.Catalogue() {
		visit(one.ID, nil)
	}
}

func TestExclusionsAndOverlapsHoldBothWays(t *testing.T) {
	m := measures(t)
	for _, one := range m.Catalogue() {
		for _, other := range one.Excludes {
			if o, _ := m.ByID(other); !slices.Contains(o.Excludes, one.ID) {
				t.Errorf("%s excludes %s, not the other way round", one.ID, other)
			}
		}
		for _, other := range one.Overlaps {
			if o, _ := m.ByID(other); !slices.Contains(o.Overlaps, one.ID) {
				t.Errorf("%s overlaps %s, not the other way round", one.ID, other)
			}
		}
	}
	if soc, _ := m.ByID("managed-soc"); !slices.Equal(soc.Excludes, []string{"own-soc"}) {
		t.Errorf("a bought and an own watch go together: %v", soc.Excludes)
	}
}

// The sector's programme offers these, in these terms.
func TestEverySystemOfThePostalProgrammeIsThere(t *testing.T) {
	m := measures(t)
	want := []string{
		"dot-post", "post-isac", "secure-post", "readiness-assessment", "incident-exercise", "national-monitoring",
		"staff-awareness", "citizen-awareness", "role-training", "risk-management", "incident-plan",
	}
	got := []string{}
	for _, one := range m.Catalogue() {
		if one.Programme == "UPU" {
			got = append(got, one.ID)
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("programme: %v\nwant %v", got, want)
	}
}

func TestMeasuresThatMakeWorkAtFirstSaySo(t *testing.T) {
	m := measures(t)
	for _, one := range m.Catalogue() {
		up := slices.ContainsFunc(one.Effects, func(e MeasureEffect) bool { return e.Direction == "up" })
		if up != one.RaisesWorkload {
			t.Errorf("%s: raises workload %v, an effect says %v", one.ID, one.RaisesWorkload, up)
		}
	}
	for _, n := range []int{6, 7, 8, 9, 17, 18} {
		if one := m.Catalogue()[n-1]; !one.RaisesWorkload || one.ID != "citizen-awareness" && !slices.Contains(one.Cautions, "watch") {
			t.Errorf("%s does not say that it makes work at first", one.ID)
		}
	}
}

func TestEveryPracticeIsRaisedByAMeasure(t *testing.T) {
	raised := map[int]bool{}
	for _, one := range measures(t).Catalogue() {
		for _, n := range one.Practices {
			raised[n] = true
		}
	}
	for n := 1; n <= practices; n++ {
		if !raised[n] {
			t.Errorf("no measure raises practice %d", n)
		}
	}
}

// Prices, hours and effects are the post's own: the catalogue holds none.
func TestTheCatalogueHoldsNoFigures(t *testing.T) {
	for _, name := range []string{"catalogue.json", "losses.json"} {
		data, err := measureFiles.ReadFile("measures/" + name)
		if err != nil {
			t.Fatal(err)
		}
		var all any
		if err := json.Unmarshal(data, &all); err != nil {
			t.Fatal(err)
		}
		var walk func(key string, v any)
		walk = func(key string, v any) {
			switch v := v.(type) {
			case float64:
				if !slices.Contains([]string{"number", "practices", "life"}, key) {
					t.Errorf("%s: %s is %v", name, key, v)
				}
			case []any:
				for _, one := range v {
					walk(key, one)
				}
			case map[string]any:
				for k, one := range v {
					walk(k, one)
				}
			}
		}
		walk("", all)
	}
}

func TestADamagedCatalogueIsNamedWithItsLine(t *testing.T) {
	for name, text := range map[string]string{
		"syntax":   "[\n  {\"id\": \"a\",\n   \"number\": }\n]",
		"unknown":  "[\n  {\"id\": \"a\",\n   \"price\": 5}\n]",
		"kind":     "[\n  {\"id\": \"a\",\n   \"number\": \"one\"}\n]",
		"trailing": "[\n]\n[]",
	} {
		var list []Measure
		if err := decode("x.json", []byte(text), &list); err == nil || !strings.Contains(err.Error(), "x.json line 3") {
			t.Errorf("%s: %v", name, err)
		}
	}
	for name, damage := range map[string]func(*Measure){
		"needs nothing known": func(one *Measure) { one.Needs = []string{"none"} },
		"a 25th practice":     func(one *Measure) { one.Practices = []int{25} },
		"mixes kinds":         func(one *Measure) { one.Effects[0].Driver = "accounts" },
		"a step too late":     func(one *Measure) { one.Effects[0].Step = plan.Steps[3] },
		"a loss nobody knows": func(one *Measure) { s := "flood"; one.Effects[0].Loss = &s },
		"wages as a cost":     func(one *Measure) { one.Costs[0].Category = "staff" },
	} {
		m := measures(t)
		damage(&m.catalogue[0])
		if err := m.checkCatalogue(); err == nil || !strings.Contains(err.Error(), "catalogue.json line 3: dot-post") {
			t.Errorf("%s: %v", name, err)
		}
	}
}
