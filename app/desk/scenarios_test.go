package desk_test

import (
	"reflect"
	"strings"
	"testing"

	"outrigger/app/desk"
	"outrigger/app/words"
)

func TestAFigureIsVouchedFor(t *testing.T) {
	s := newStory(t)
	s.sample("vanuatu")
	r := desk.EvidenceRequest{Language: "en", Input: growth, Grade: "measured", Source: "Register of 2026", Year: 2026, Note: "Counted twice.", Owner: "Finance"}
	s.view(s.desk.Vouch(r))
	why := s.why("en", "", growth, 2026)
	if why.Grade != "measured" || why.Source != r.Source || why.EvidenceYear != 2026 || why.Note != r.Note || why.Owner != r.Owner {
		t.Errorf("%+v", why)
	}
	s.view(s.desk.Undo(en))
	before := s.why("en", "", growth, 2026)
	r.Source, r.Note = before.Source, before.Note // as the page fills it in
	s.view(s.desk.Vouch(r))
	if s.why("en", "", growth, 2026).Source != before.Source || !strings.Contains(s.saved(), `"source": "illustration"`) {
		t.Error("a source named by its title is not kept as the source it is")
	}
	for _, bad := range []desk.EvidenceRequest{
		{Input: "drivers/none/growth"},
		{Input: growth, Grade: "certain"},
		{Input: growth, Year: 26},
		{Input: growth, Note: strings.Repeat("x", 5000)},
	} {
		if _, err := s.desk.Vouch(bad); fault(t, err).Sentence == "" {
			t.Errorf("%+v is taken", bad)
		}
	}
}

func TestInAScenarioTheOverrideIsVouchedFor(t *testing.T) {
	s := newStory(t)
	s.sample("vanuatu")
	s.view(s.desk.Vouch(desk.EvidenceRequest{Language: "en", Scenario: "growth", Input: "drivers/phishing/growth", Grade: "published", Owner: "Adviser"}))
	if why := s.why("en", "growth", "drivers/phishing/growth", 2026); why.Grade != "published" || why.Owner != "Adviser" {
		t.Errorf("%+v", why)
	}
	if why := s.why("en", "", "drivers/phishing/growth", 2026); why.Grade != "estimated" || why.Owner != "" {
		t.Errorf("the base case became %+v", why)
	}
}

func TestScenariosAreMadeNamedComparedAndRemoved(t *testing.T) {
	s := newStory(t)
	before := s.sample("vanuatu").Scenarios
	v := s.view(s.desk.AddScenario(desk.ScenarioRequest{Language: "en", Scenario: "growth", Name: "Growth, and late"}))
	if v.Scenario != "growth-and-late" || len(v.Scenarios) != len(before)+1 {
		t.Fatalf("%q of %+v", v.Scenario, v.Scenarios)
	}
	copied := s.why("en", v.Scenario, "drivers/phishing/growth", 2026).Value
	if copied != s.why("en", "growth", "drivers/phishing/growth", 2026).Value || copied == s.why("en", "", "drivers/phishing/growth", 2026).Value {
		t.Errorf("the copy has %q", copied)
	}
	v = s.view(s.desk.RenameScenario(desk.ScenarioRequest{Language: "en", Scenario: v.Scenario, Name: "Worst"}))
	if v.Scenarios[len(before)].Name != "Worst" || v.Scenario != "growth-and-late" {
		t.Errorf("%+v", v.Scenarios)
	}
	v = s.view(s.desk.RemoveScenario(desk.ScenarioRequest{Language: "en", Scenario: v.Scenario}))
	if !reflect.DeepEqual(v.Scenarios, before) || v.Scenario != "" {
		t.Errorf("%+v", v.Scenarios)
	}
	for range 3 {
		s.view(s.desk.Undo(en))
	}
	if s.look("en", "").CanUndo {
		t.Error("not one step of undo each")
	}
	for name, do := range map[string]func(desk.ScenarioRequest) (desk.View, error){
		"rename": s.desk.RenameScenario, "remove": s.desk.RemoveScenario, "copy": s.desk.AddScenario,
	} {
		if _, err := do(desk.ScenarioRequest{Scenario: "none", Name: "x"}); fault(t, err).Code != "no_scenario" {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestAScenarioIsSetBesideTheBaseCase(t *testing.T) {
	s := newStory(t)
	for _, language := range words.Languages() {
		s.sample("vanuatu")
		c, err := s.desk.Compare(desk.ScenarioRequest{Language: language, Scenario: "growth"})
		if err != nil {
			t.Fatal(err)
		}
		if text := wordless(reflect.ValueOf(c)); text != "" {
			t.Errorf("%s: %q", language, text)
		}
		full(t, "comparison", reflect.ValueOf(c))
		moved := 0
		for _, row := range c.Rows {
			if row.Base != row.Other {
				moved++
			}
			if why := s.why(language, "growth", row.Row, 2030); why.Value != row.Other {
				t.Errorf("%s: %s beside %s", row.Row, why.Value, row.Other)
			}
		}
		if len(c.Rows) < 12 || moved < 4 || len(c.Cells) == 0 {
			t.Errorf("%s: %d rows, of which %d move, by %d inputs", language, len(c.Rows), moved, len(c.Cells))
		}
		for _, cell := range c.Cells {
			if cell.Base == cell.Other || cell.Base == "" || cell.Label == "" {
				t.Errorf("%s: %+v", language, cell)
			}
		}
	}
	c, _ := s.desk.Compare(desk.ScenarioRequest{Language: "en", Scenario: "growth"})
	index := c.Rows[0]
	if index.Row != "workload/index" || !strings.HasPrefix(index.Difference, "+") || !strings.HasSuffix(index.Percent, "%") {
		t.Errorf("%+v", index)
	}
	if _, err := s.desk.Compare(desk.ScenarioRequest{Scenario: ""}); fault(t, err).Code != "no_scenario" {
		t.Error(err)
	}
}
