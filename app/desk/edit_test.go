package desk_test

import (
	"strings"
	"testing"

	"outrigger/app/desk"
)

func TestTypingANumberMovesWhatRestsOnIt(t *testing.T) {
	s := newStory(t)
	before := s.sample("vanuatu")
	after := s.edit("en", "", cell(history, 2025, "50,000"), cell(path, 2030, "40")).View
	if got := s.text(after, history, 2025); got != "50,000" {
		t.Errorf("the cell shows %q", got)
	}
	if got := s.text(after, "drivers/tracked/volume", 2026); got != "55,000" {
		t.Errorf("a tenth more a year later is %q", got)
	}
	if before.Story[0].Value == after.Story[0].Value {
		t.Errorf("the work still grows by %s", after.Story[0].Value)
	}
	if after.Saved || !after.CanUndo || after.Revision == before.Revision {
		t.Errorf("the edit left no mark: %+v", after)
	}
}

func TestOneYearOfASingleValueKeepsTheOthers(t *testing.T) {
	s := newStory(t)
	s.sample("vanuatu")
	v := s.edit("en", "", cell(growth, 2027, "12.5")).View
	for year, want := range map[int]string{2026: "10%", 2027: "12.5%", 2028: "10%", 2030: "10%"} {
		if got := s.text(v, growth, year); got != want {
			t.Errorf("%d grows by %q, not %q", year, got, want)
		}
	}
	v = s.edit("en", "", cell(growth, 0, "8 %")).View
	for _, year := range []int{2026, 2027, 2030} {
		if got := s.text(v, growth, year); got != "8%" {
			t.Errorf("one value for all years: %d has %q", year, got)
		}
	}
}

func TestPercentagesAreTypedAsPeopleWriteThem(t *testing.T) {
	for _, c := range []struct{ language, typed, plain string }{
		{"en", "12", "0.12"},
		{"en", "12 %", "0.12"},
		{"en", "0.12", "0.0012"},
		{"en", "-3.5%", "-0.035"},
		{"fr", "12,5 %", "0.125"},
		{"es", "12,5%", "0.125"},
		{"pt", "12,5", "0.125"},
		{"ar", "١٢٫٥٪", "0.125"},
	} {
		s := newStory(t)
		s.sample("vanuatu")
		if got := s.find(s.edit(c.language, "", cell(growth, 2026, c.typed)).View, growth, 2026).Value; got != c.plain {
			t.Errorf("%s: %q is read as %s, not %s", c.language, c.typed, got, c.plain)
		}
	}
}

// What the view shows can be copied and pasted back and changes nothing.
func TestWhatIsShownCanBeTypedBack(t *testing.T) {
	for _, language := range []string{"en", "fr", "es", "pt", "ar"} {
		for _, name := range []string{"vanuatu", "senegal", "timor-leste"} {
			s := newStory(t)
			s.sample(name)
			cells := []desk.CellEdit{}
			before := s.page("drivers", language, "").Tables[0].Rows
			for _, row := range before {
				for _, c := range row.Cells {
					if c.Input != "" {
						cells = append(cells, cell(c.Input, c.Year, c.Text))
					}
				}
			}
			answer := s.edit(language, "", cells...)
			for _, f := range answer.Faults {
				t.Errorf("%s, %s: %q: %s", language, name, f.Text, f.Sentence)
			}
			after := s.page("drivers", language, "").Tables[0].Rows
			for i, row := range before {
				for j, c := range row.Cells {
					if now := after[i].Cells[j]; now.Value != c.Value {
						t.Errorf("%s, %s: %s became %s", language, name, c.Value, now.Value)
					}
				}
			}
		}
	}
}

func TestABadCellLeavesTheOthersIn(t *testing.T) {
	s := newStory(t)
	s.sample("vanuatu")
	answer := s.edit("en", "",
		cell(history, 2023, "1,000"), cell(history, 2024, "many"), cell(history, 2025, "-5"),
		cell(path, 2026, "n/a"), cell(path, 2027, "12 %"), cell(path, 2023, "4"), cell("drivers/none/path", 2026, "4"),
		cell(growth, 2026, "-150"), cell("rates/USD", 0, "0"), cell("rates/USD", 0, "USD 7"))
	if got := s.text(answer.View, history, 2023); got != "1,000" {
		t.Errorf("the good cell holds %q", got)
	}
	want := map[string]string{
		"many":  "“many” is not a number. Type digits only, such as 1250 or 12.5.",
		"-5":    "-5 is below the least possible, 0. Enter 0 or more.",
		"n/a":   "“n/a” says that there is no figure. Clear the cell if that is meant, or type 0.",
		"12 %":  "“12 %” is a percentage, but this figure is none. Type the figure itself.",
		"4":     "This figure is not asked for in 2023. Type it in a year that can be edited.",
		"-150":  "-150% is below the least possible, -100%. Enter -100% or more.",
		"0":     "The rate of USD must be above zero. Enter what one USD costs in the plan’s currency.",
		"USD 7": "“USD 7” is not a number. Type digits only, such as 1250 or 12.5.",
	}
	if len(answer.Faults) != 9 {
		t.Errorf("%d faults: %+v", len(answer.Faults), answer.Faults)
	}
	for _, f := range answer.Faults {
		if f.Input != "drivers/none/path" && f.Sentence != want[f.Text] {
			t.Errorf("%s %d: %q: %s", f.Input, f.Year, f.Text, f.Sentence)
		}
	}
	if back := s.view(s.desk.Undo(en)); s.text(back, history, 2023) != "21,000" || back.CanUndo {
		t.Error("the good cells were not one step of undo")
	}
}

func TestFaultsSpeakTheReadersLanguage(t *testing.T) {
	seen := map[string]string{}
	for _, language := range []string{"en", "fr", "es", "pt", "ar"} {
		s := newStory(t)
		s.sample("vanuatu")
		for _, typed := range []string{"many", "-1", "n/a", "5 %"} {
			faults := s.edit(language, "", cell(path, 2026, typed)).Faults
			if len(faults) != 1 || strings.Contains(faults[0].Sentence, "⟨") {
				t.Fatalf("%s: %q: %+v", language, typed, faults)
			}
			if other := seen[faults[0].Sentence]; other != "" {
				t.Errorf("%s and %s both say %q", language, other, faults[0].Sentence)
			}
			seen[faults[0].Sentence] = language
		}
	}
}

func TestClearingLeavesThePlanUnfinishedNotBroken(t *testing.T) {
	s := newStory(t)
	s.sample("vanuatu")
	answer := s.edit("en", "", cell(history, 2025, " "))
	v := answer.View
	if len(answer.Faults) > 0 || s.text(v, history, 2025) != "" || s.text(v, history, 2024) != "25,400" {
		t.Errorf("the cell was not cleared: %+v", answer.Faults)
	}
	if len(v.Findings) != 1 || v.Findings[0].Input != history || v.Findings[0].Place != "International parcels tracked online · past figures" {
		t.Errorf("the findings are %+v", v.Findings)
	}
	if v.Story[3].Value != "–" || v.Chain[1].State != "fault" || v.Chain[len(v.Chain)-1].State != "fault" {
		t.Errorf("the plan seems whole: %+v %+v", v.Story[3], v.Chain)
	}
	if v = s.edit("en", "", cell(history, 2025, "30600")).View; v.Story[3].Value == "–" || len(v.Findings) > 0 {
		t.Error("typing it again does not mend the plan")
	}
}

func TestAScenarioOverridesAndGoesBack(t *testing.T) {
	s := newStory(t)
	s.sample("vanuatu")
	base := s.look("en", "")
	v := s.edit("en", "late", cell(growth, 2028, "40"), cell(path, 2030, "20")).View
	if v.Scenario != "late" || !s.find(v, growth, 2028).Overridden || s.find(v, growth, 2027).Overridden || s.text(v, growth, 2027) != "10%" {
		t.Errorf("the scenario shows %+v", s.find(v, growth, 2028))
	}
	if s.text(s.look("en", ""), growth, 2028) != "10%" {
		t.Error("the override reached the base case")
	}
	v = s.edit("en", "late", cell(growth, 2028, ""), cell(path, 2030, "")).View
	if s.find(v, growth, 2028).Overridden || s.text(v, growth, 2028) != "10%" || v.Story[3] != s.look("en", "late").Story[3] {
		t.Error("clearing does not go back to the base case")
	}
	v = s.edit("en", "late", cell(growth, 0, "5"), cell(growth, 2028, "6")).View
	if s.text(v, growth, 2026) != "5%" || s.text(v, growth, 2028) != "6%" || !s.find(v, growth, 2030).Overridden {
		t.Error("one year of a single override does not keep the others")
	}
	if f := s.edit("en", "late", cell(path, 2026, "-2")).Faults; len(f) != 1 {
		t.Errorf("a scenario takes what the plan refuses: %+v", f)
	}
	if s.look("en", "").Story[0] != base.Story[0] {
		t.Error("the base case moved")
	}
	if s.look("en", "gone").Scenario != "" {
		t.Error("an unknown scenario is not read as the base case")
	}
	_, err := s.desk.Edit(desk.EditRequest{Language: "en", Scenario: "gone"})
	if f := fault(t, err); f.Code != "no_scenario" {
		t.Errorf("an edit in an unknown scenario: %+v", f)
	}
}

func TestAPlaceholderTypedOverBecomesAnEstimate(t *testing.T) {
	s := newStory(t)
	const placeholder, measured = `"grade":"placeholder","source":"guess","note":"to do"`, `"grade":"measured"`
	upload(t, s, placeholder)
	c := s.find(s.edit("en", "", cell("drivers/d/history", 2025, "12")).View, "drivers/d/history", 2025)
	if c.Grade != "estimated" {
		t.Errorf("a placeholder becomes %s", c.Grade)
	}
	if saved := s.saved(); !strings.Contains(saved, `"guess"`) || !strings.Contains(saved, `"to do"`) {
		t.Error("source and note are gone")
	}
	upload(t, s, measured)
	if c := s.find(s.edit("en", "", cell("drivers/d/history", 2025, "13")).View, "drivers/d/history", 2025); c.Grade != "measured" {
		t.Errorf("a measured figure becomes %s", c.Grade)
	}
}

func TestUndoAndRedoOfEverything(t *testing.T) {
	s := newStory(t)
	s.sample("vanuatu")
	for _, n := range []string{"1", "2", "3"} {
		s.edit("en", "", cell(path, 2026, n))
	}
	s.edit("en", "", cell(path, 2026, "3.0")) // nothing changes
	for _, want := range []string{"2", "1", "9", "9"} {
		if got := s.text(s.view(s.desk.Undo(en)), path, 2026); got != want {
			t.Errorf("undo shows %s, not %s", got, want)
		}
	}
	if v := s.look("en", ""); !v.Saved || v.CanUndo {
		t.Error("back at the beginning nothing is unsaved")
	}
	for _, want := range []string{"1", "2", "3", "3"} {
		if got := s.text(s.view(s.desk.Redo(en)), path, 2026); got != want {
			t.Errorf("redo shows %s, not %s", got, want)
		}
	}
	s.view(s.desk.Undo(en))
	if v := s.edit("en", "", cell(path, 2026, "7")).View; v.CanRedo {
		t.Error("an edit leaves something to redo")
	}
}
