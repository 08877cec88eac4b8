package desk_test

import (
	"strings"
	"testing"

	"outrigger/app/desk"
	"outrigger/app/words"
)

// rowOf finds a line of a table by its id.
func rowOf(t *testing.T, g desk.Grid, id string) desk.GridRow {
	t.Helper()
	for _, row := range g.Rows {
		if row.ID == id {
			return row
		}
	}
	t.Fatalf("%s has no line %q", g.ID, id)
	return desk.GridRow{}
}

func texts(row desk.GridRow) string {
	all := []string{}
	for _, c := range row.Settings {
		all = append(all, c.Text)
	}
	return strings.Join(all, "|")
}

// begun is a plan with one empty assessment.
func judging(t *testing.T) *story {
	s := newStory(t)
	s.view(s.desk.Begin(desk.BeginRequest{Language: "en", Country: "VUT", Post: "Post"}))
	s.add("readiness", "Spring")
	return s
}

func TestAnAssessmentIsJudgedPracticeByPractice(t *testing.T) {
	s := judging(t)
	at := "readiness/spring/tested-backups/"
	for _, c := range []struct {
		name, place, typed string
		fault              bool
		shown              string // the level in words
	}{
		{"a level by its number", at + "level", "3", false, "3 · One copy offline or unchangeable; a restore is tested every year."},
		{"off the scale", at + "level", "5", true, ""},
		{"a word that is no level", at + "level", "good", true, ""},
		{"evidence makes it count", at + "evidence", "Log of March", false, ""},
		{"a day that is none", at + "date", "2026-02-30", true, ""},
		{"a day", at + "date", "2026-03-31", false, ""},
		{"no target of nought", at + "target", "0", true, ""},
		{"a target", at + "target", "4", false, ""},
		{"no practice", "readiness/spring/no-practice/level", "1", true, ""},
		{"no assessment", "readiness/autumn/tested-backups/level", "1", true, ""},
		{"another field", at + "colour", "1", true, ""},
	} {
		answer := s.set(c.place, c.typed)
		if got := len(answer.Faults) > 0; got != c.fault {
			t.Errorf("%s: %+v", c.name, answer.Faults)
		}
		if c.shown == "" {
			continue
		}
		row := rowOf(t, grid(s.page("readiness", "en", ""), "practices"), "readiness/spring/tested-backups")
		if cell := row.Settings[0]; cell.Value != c.typed || cell.Text != c.shown || row.Settings[1].Text != "0: no evidence" {
			t.Errorf("%s shows %q", c.name, texts(row))
		}
	}
	p := s.page("readiness", "en", "")
	row := rowOf(t, grid(p, "practices"), "readiness/spring/tested-backups")
	if texts(row) != "3 · One copy offline or unchangeable; a restore is tested every year.|3|4|Log of March|2026-03-31" {
		t.Errorf("it is shown as %q", texts(row))
	}
	if got := texts(rowOf(t, grid(p, "missing"), "missing/tested-backups")); got != "3|4|1|named" {
		t.Errorf("the gap is %q", got)
	}
	for range 4 {
		s.view(s.desk.Undo(en))
	}
	if p := s.page("readiness", "en", ""); p.Sentence != "No practice is judged yet: choose a level for each in the table below." {
		t.Errorf("undone it says %q", p.Sentence)
	}
	s.view(s.desk.Redo(en))
	if row := rowOf(t, grid(s.page("readiness", "en", ""), "practices"), "readiness/spring/tested-backups"); row.Settings[0].Value != "3" {
		t.Errorf("redone it shows %q", texts(row))
	}
}

func TestScoresByDomainTellHowManyWereJudged(t *testing.T) {
	s := judging(t)
	// recovery: (3 + 1 + 0) ÷ 3 as judged; of them only the 3 is proven
	s.set("readiness/spring/tested-backups/level", "3", "readiness/spring/tested-backups/evidence", "log",
		"readiness/spring/incident-exercises/level", "1", "readiness/spring/postal-continuity/level", "0")
	p := s.page("readiness", "en", "")
	for id, want := range map[string]string{"scores/recovery": "1.3|1.0|3 of 3", "scores/online": "||0 of 3", "scores/": "1.3|1.0|3 of 24"} {
		if got := texts(rowOf(t, grid(p, "scores"), id)); got != want {
			t.Errorf("%s: %q, want %q", id, got, want)
		}
	}
	want := "1.3 of 4 as judged, 1.0 with evidence, over 3 of 24 practices. Lowest: Continuity of the postal service (0); Incident plan and exercises (0); Backups and restore (3)."
	if !strings.HasPrefix(p.Sentence, want) || !strings.HasSuffix(p.Sentence, "Levels without evidence, counted as 0: 1.") {
		t.Errorf("it says %q", p.Sentence)
	}
	drawn := map[string]desk.Gauge{}
	for _, g := range p.Gauges[0].List {
		drawn[g.ID] = g
	}
	if g := drawn["recovery"]; g.Bar != "1.3333" || g.Inner != "1" || g.Most != "4" || drawn["online"].Bar != "" {
		t.Errorf("drawn as %+v", g)
	}
}

func TestGapsLeadToTheMeasuresThatCloseThem(t *testing.T) {
	s := judging(t)
	s.set("readiness/spring/strong-sign-in/level", "0", "readiness/spring/strong-sign-in/target", "3")
	row := rowOf(t, grid(s.page("readiness", "en", ""), "further"), "further/mfa")
	if link := row.Settings[2]; link.Kind != "link" || link.Value != "measures" || row.Settings[1].Text != "3" {
		t.Errorf("a measure of the catalogue leads to %+v", link)
	}
	s.view(s.desk.Take(desk.TakeRequest{Language: "en", Measures: []string{"mfa"}}))
	if link := rowOf(t, grid(s.page("readiness", "en", ""), "closers"), "closers/mfa").Settings[2]; link.Value != "measures/mfa" {
		t.Errorf("a measure of the plan leads to %+v", link)
	}
	if p := s.page("measures/mfa", "en", ""); p.Title == "" {
		t.Error("the measure has no page")
	}
	s.set("readiness/spring/strong-sign-in/level", "3")
	after := s.page("readiness", "en", "")
	if n := len(grid(after, "closers").Rows) + len(grid(after, "further").Rows); n > 0 {
		t.Errorf("a gap that is closed still has %d measures", n)
	}
}

func TestTheLastTwoAssessmentsAreCompared(t *testing.T) {
	s := newStory(t)
	s.sample("vanuatu")
	p := s.page("readiness", "en", "")
	g := grid(p, "compared")
	if got := texts(rowOf(t, g, "compared/encrypted-site")); got != "1|2|+1|rose" {
		t.Errorf("a risen one: %q", got)
	}
	if got := texts(rowOf(t, g, "compared/suppliers")); got != "|1||judged only in the later one" {
		t.Errorf("a new one: %q", got)
	}
	last := g.Rows[len(g.Rows)-1]
	if last.Name.Text != "Mean change over practices judged in both: 23" || last.Settings[2].Text != "+0.39" || last.Settings[3].Text != "unchanged: 14" {
		t.Errorf("in all %q %q", last.Name.Text, texts(last))
	}
	s.remove("readiness", "2026")
	if len(grid(s.page("readiness", "en", ""), "compared").Rows) > 0 {
		t.Error("one assessment is compared with nothing")
	}
}

// What is aimed at stays, what is reached is judged anew.
func TestANewAssessmentKeepsTheTargets(t *testing.T) {
	s := newStory(t)
	s.sample("vanuatu")
	s.add("readiness", "Third")
	row := rowOf(t, grid(s.page("readiness", "en", ""), "practices"), "readiness/third/encrypted-site")
	if texts(row) != "not judged||3||" {
		t.Errorf("it begins with %q", texts(row))
	}
	for _, step := range s.look("en", "").Chain {
		if step.ID == "readiness" && step.State != "placeholders" {
			t.Errorf("with nothing judged the step is %q", step.State)
		}
	}
}

func TestAnAssessmentHasAPageOfItsOwn(t *testing.T) {
	s := newStory(t)
	s.sample("vanuatu")
	for _, language := range words.Languages() {
		p := s.page("readiness/2025", language, "")
		if p.Title != "Assessment 2025 (illustrative)" || len(p.Fields) != 4 || len(grid(p, "practices").Rows) != 24+7 {
			t.Errorf("%s: %q with %d fields", language, p.Title, len(p.Fields))
		}
	}
	s.set("readiness/2025/name", "First")
	if got := s.page("readiness/2025", "en", "").Title; got != "First" {
		t.Errorf("named anew it is %q", got)
	}
	if _, err := s.desk.Page(desk.PageRequest{Page: "readiness/1999", Language: "en"}); fault(t, err).Code != "no_page" {
		t.Error(err)
	}
}
