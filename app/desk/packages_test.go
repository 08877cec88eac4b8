package desk_test

import (
	"encoding/base64"
	"slices"
	"strings"
	"testing"

	"outrigger/app/desk"
	"outrigger/model/plan"
)

func (s *story) table(page, language, id string) desk.Grid {
	s.t.Helper()
	all := s.page(page, language, "").Tables
	at := slices.IndexFunc(all, func(g desk.Grid) bool { return g.ID == id })
	if at < 0 {
		s.t.Fatalf("page %s has no table %s", page, id)
	}
	return all[at]
}

func setting(g desk.Grid, row, head string) desk.GridCell {
	at := slices.IndexFunc(g.Settings, func(h desk.Head) bool { return h.ID == head })
	for _, r := range g.Rows {
		if r.ID == row && at >= 0 {
			return r.Settings[at]
		}
	}
	return desk.GridCell{}
}

// What a package not chosen would be asked for and pay is what the plan says once it is
// chosen; and it can be asked why, down to what it read, in every language.
func TestPackagesNotChosenTellTheirFigures(t *testing.T) {
	s := newStory(t)
	s.sample("vanuatu")
	s.set("project/package", "sids-ldc")
	beside := s.table("funding", "en", "packages")
	if len(beside.Rows) < 8 {
		t.Fatalf("only %d packages stand side by side", len(beside.Rows))
	}
	for _, row := range beside.Rows {
		id := strings.TrimPrefix(row.ID, "packages/")
		asked, pays := setting(beside, row.ID, "asked"), setting(beside, row.ID, "pays")
		for _, language := range []string{"en", "ar"} {
			why := s.why(language, "", pays.Row, pays.Year)
			if why.Value == "" || why.Formula == "" || len(why.Parts) == 0 || why.Page != "funding" {
				t.Fatalf("%s: why it would pay: %+v", id, why)
			}
			for _, part := range why.Parts {
				if !strings.HasPrefix(part.Row, "aimed/"+id+"/") {
					t.Errorf("%s: %s leaves the package", id, part.Row)
				}
				if deeper := s.why(language, "", part.Row, part.Year); deeper.Value != part.Value {
					t.Errorf("%s: %s is %s, asked again %s", id, part.Row, part.Value, deeper.Value)
				}
			}
		}
		s.set("project/package", id)
		chosen := s.table("funding", "en", "packages")
		if is := setting(chosen, row.ID, "asked"); is.Value != asked.Value {
			t.Errorf("%s: asked %s, once chosen %s", id, asked.Value, is.Value)
		}
		if is := setting(chosen, row.ID, "pays"); is.Value != pays.Value {
			t.Errorf("%s: pays %s, once chosen %s", id, pays.Value, is.Value)
		}
		if now := s.why("en", "", "package/pays", 0); now.Value == "" || now.Value != s.why("en", "", pays.Row, 0).Value {
			t.Errorf("%s: the row says %s", id, now.Value)
		}
	}
	if _, err := s.desk.Why(desk.WhyRequest{Language: "en", Row: "aimed/none/package/pays"}); err == nil {
		t.Error("a package that the plan does not have has a figure")
	}
}

// A country that has graduated may apply where a package still takes it for some years, and
// no longer where it does not.
func TestEligibilityIsToldForTodayAndTheProject(t *testing.T) {
	s := newStory(t)
	s.sample("vanuatu") // a small island state
	s.set("project/package", "sids-ldc")
	if g := s.table("funding", "en", "packages"); setting(g, "packages/sids-ldc", "eligible_throughout").Text != "yes" || setting(g, "packages/eu", "eligible_today").Text != "not stated" {
		t.Errorf("Vanuatu: %+v", g.Rows)
	}
	for _, try := range []struct{ country, id, today, throughout string }{
		{"BTN", "upu-cooperation", "yes", "yes"}, // landlocked
		{"GNQ", "sids-ldc", "NO", "NO"},          // graduated in 2017
		{"BGD", "sids-ldc", "open", "open"},      // the decision was not seen
		{"NER", "upu-cooperation", "yes", "yes"}, // least developed, and stays so
	} {
		s.set("post/country", try.country)
		g := s.table("funding", "en", "packages")
		today, throughout := setting(g, "packages/"+try.id, "eligible_today").Text, setting(g, "packages/"+try.id, "eligible_throughout").Text
		if today != try.today || throughout != try.throughout {
			t.Errorf("%s, %s: %s today, %s throughout", try.country, try.id, today, throughout)
		}
		if lacks := setting(g, "packages/"+try.id, "lacks").Text; (today == "NO") != strings.Contains(lacks, "Who may apply") {
			t.Errorf("%s, %s lacks %q", try.country, try.id, lacks)
		}
	}
}

// A section is empty, written or too long; a text too long is kept, marked and warned of.
func TestSectionsOfTheApplicationTellHowCompleteTheyAre(t *testing.T) {
	s := newStory(t)
	s.sample("vanuatu")
	s.set("project/package", "sids-ldc")
	state := func(id string) string {
		return setting(s.table("funding", "en", "package_sections"), "package/sections/"+id, "complete").Text
	}
	if state("situation") != "written" || state("objectives") != "EMPTY" {
		t.Errorf("at first: %s, %s", state("situation"), state("objectives"))
	}
	s.set("project/sections/objectives", "Post is safe.\nMail too.")
	if state("objectives") != "written" {
		t.Error("what is written counts for nothing")
	}
	if held := setting(s.table("funding", "en", "package_sections"), "package/sections/results", "in_plan").Text; held != "Outputs: 9; indicators: 5" {
		t.Errorf("the plan holds %q", held)
	}
	own := `{"format":"outrigger-plan","version":1,"years":{"first":2024,"last_actual":2025,"last":2027},"post":{"country":"VUT"},"money":{"currency":"VUV"},
	"project":{"package":"own","packages":[{"id":"own","lines":[{"id":"1","categories":["staff"]}],"sections":[{"id":"objectives","limit":5}],"documents":[{"id":"letters"}],
	"rules":[{"id":"d","kind":"deadline","note":"By 31 March 2027.","confirmed":true}]}]}}`
	if _, err := s.desk.OpenUpload(desk.FileRequest{Language: "en", Name: "own.outrigger", Text: own}); err != nil {
		t.Fatal(err)
	}
	s.set("project/sections/objectives", "سلامة")
	if state("objectives") != "written" {
		t.Error("as long as it may be is too long")
	}
	v := s.set("project/sections/objectives", "سلامة!").View
	if state("objectives") != "TOO LONG" {
		t.Errorf("too long it is %s", state("objectives"))
	}
	if !slices.ContainsFunc(v.Findings, func(f desk.Finding) bool {
		return f.Page == "funding" && strings.Contains(f.Sentence, "Aim and objectives") && f.Warning
	}) {
		t.Errorf("findings %+v", v.Findings)
	}
	papers := s.table("funding", "en", "package_papers")
	if setting(papers, "package/papers/letters", "at_hand").Value != "no" || !strings.Contains(setting(papers, "package/deadlines/d", "answer").Text, "31 March 2027") {
		t.Errorf("papers %+v", papers.Rows)
	}
	s.set("project/papers/own/letters", "yes")
	if setting(s.table("funding", "en", "package_papers"), "package/papers/letters", "at_hand").Value != "yes" {
		t.Error("a paper at hand is not kept")
	}
}

// Sections that packages share keep their text when another package is chosen.
func TestASectionIsSharedBetweenPackages(t *testing.T) {
	p := &plan.Plan{}
	plan.WriteSection(p, "risks", "Some.")
	plan.WriteSection(p, plan.Situation, "Here.")
	if plan.SectionOf(p, "risks") != "Some." || p.Post.Summary != "Here." || len(p.Project.Sections) != 1 {
		t.Errorf("%+v", p)
	}
	plan.WriteSection(p, "risks", "")
	if len(p.Project.Sections) != 0 {
		t.Error("an empty section is kept")
	}
}

// A document is ticked for the package that asks for it. A plan of before says that one is
// at hand whoever asks; it is read so, and unticked for one package it stays with the other.
func TestADocumentIsAtHandForItsPackage(t *testing.T) {
	s := newStory(t)
	s.start(nil) // in a browser
	packages := `{"id":"one","name":"One","lines":[{"id":"1","categories":["staff"]}],"documents":[{"id":"letters"},{"id":"accounts"}]},
	{"id":"two","name":"Two","lines":[{"id":"1","categories":["staff"]}],"documents":[{"id":"letters"},{"id":"accounts"}]}`
	before := `{"format":"outrigger-plan","version":1,"years":{"first":2024,"last_actual":2025,"last":2027},"post":{"country":"VUT"},"money":{"currency":"VUV"},
	"project":{"package":"one","packages":[` + packages + `],"papers":[{"id":"letters","later":"a"},{"id":"accounts"}]}}`
	if _, err := s.desk.OpenUpload(desk.FileRequest{Language: "en", Name: "before.outrigger", Text: before}); err != nil {
		t.Fatal(err)
	}
	held := func(pack, document string) string {
		t.Helper()
		s.set("project/package", pack)
		return setting(s.table("funding", "en", "package_papers"), "package/papers/"+document, "at_hand").Value
	}
	for _, pack := range []string{"one", "two"} {
		for _, document := range []string{"letters", "accounts"} {
			if held(pack, document) != "yes" {
				t.Errorf("%s of %s is lost", document, pack)
			}
		}
	}
	s.set("project/papers/one/letters", "no")
	if held("one", "letters") != "no" || held("two", "letters") != "yes" || held("one", "accounts") != "yes" {
		t.Error("a tick taken away takes another with it")
	}
	s.set("project/papers/two/letters", "no")
	s.set("project/papers/one/letters", "yes")
	if held("one", "letters") != "yes" || held("two", "letters") != "no" {
		t.Error("a tick ticks another package's document")
	}
	saved, err := s.desk.Save(en)
	if err != nil {
		t.Fatal(err)
	}
	text, err := base64.StdEncoding.DecodeString(saved.Base64)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.desk.OpenUpload(desk.FileRequest{Language: "en", Name: "again.outrigger", Text: string(text)}); err != nil {
		t.Fatal(err)
	}
	if held("one", "letters") != "yes" || held("two", "letters") != "no" || held("two", "accounts") != "yes" {
		t.Error("saved and opened, the ticks are others")
	}
}
