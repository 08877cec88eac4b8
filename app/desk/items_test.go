package desk_test

import (
	"reflect"
	"strings"
	"testing"

	"outrigger/app/desk"
	"outrigger/app/words"
)

func (s *story) add(list, name string) desk.View {
	s.t.Helper()
	return s.view(s.desk.Add(desk.AddRequest{Language: "en", List: list, Name: name}))
}

func (s *story) remove(list, item string) desk.View {
	s.t.Helper()
	return s.view(s.desk.Remove(desk.RemoveRequest{Language: "en", List: list, Item: item}))
}

// grid finds a page's table by its id.
func grid(p desk.Page, id string) desk.Grid {
	for _, g := range p.Tables {
		if g.ID == id || g.List == id {
			return g
		}
	}
	return desk.Grid{}
}

// itemsOf lists the items of a table, each once, in order.
func itemsOf(g desk.Grid) []string {
	items := []string{}
	for _, row := range g.Rows {
		if row.Item != "" && (len(items) == 0 || items[len(items)-1] != row.Item) {
			items = append(items, row.Item)
		}
	}
	return items
}

var lists = []struct{ page, list, name string }{
	{"drivers", "drivers", "Réclamations déposées"},
	{"workload", "activities", "Réponse aux réclamations"},
	{"team", "roles", "Responsable"},
	{"team", "roles/analyst/support", "Réunions"},
	{"team", "roles/analyst/additional", "البلاغات"},
	{"budget", "lines", "Réseau"},
	{"funding", "funding", "Donateur"},
	{"readiness", "readiness", "Évaluation de printemps"},
	{"post", "rates", "NZD"},
	{"post", "sources", "Registre"},
	{"post", "log", "Prix vérifiés"},
	{"project", "project/purchases", "Pare-feu"},
	{"project", "project/milestones", "Contrat signé"},
	{"project", "project/tranches", "À la signature"},
	{"project", "project/risks", "Retard"},
	{"project", "project/reports", "Rapport final"},
}

func TestItemsAreAddedAndRemoved(t *testing.T) {
	s := newStory(t)
	s.sample("vanuatu")
	for _, c := range lists {
		before := s.page(c.page, "en", "")
		old := itemsOf(grid(before, c.list))
		s.add(c.list, c.name)
		s.add(c.list, "")
		g := grid(s.page(c.page, "en", ""), c.list)
		items := itemsOf(g)
		if len(items) != len(old)+2 || g.List != c.list || g.Add == "" {
			t.Errorf("%s: %v became %v", c.list, old, items)
			continue
		}
		for _, item := range items[len(old):] {
			if strings.Trim(strings.ToLower(item), "abcdefghijklmnopqrstuvwxyz0123456789-") != "" || item == "" {
				t.Errorf("%s: %q is no id", c.list, item)
			}
		}
		s.remove(c.list, items[len(old)+1])
		s.remove(c.list, items[len(old)])
		if !reflect.DeepEqual(before, s.page(c.page, "en", "")) {
			t.Errorf("%s: what was added and removed leaves something behind", c.list)
		}
		for range 4 {
			s.view(s.desk.Undo(en))
		}
		if v := s.look("en", ""); v.CanUndo || !v.Saved {
			t.Errorf("%s: adding and removing are not one step of undo each", c.list)
		}
	}
}

func TestANewItemIsNamedInTheReadersLanguage(t *testing.T) {
	s := newStory(t)
	for _, language := range words.Languages() {
		s.sample("vanuatu")
		for _, c := range lists {
			s.view(s.desk.Add(desk.AddRequest{Language: language, List: c.list}))
			if text := wordless(reflect.ValueOf(s.page(c.page, language, ""))); text != "" {
				t.Errorf("%s: %s: %q", language, c.list, text)
			}
		}
	}
}

func TestADriverThatGoesLeavesItsActivities(t *testing.T) {
	s := newStory(t)
	s.sample("vanuatu")
	s.edit("en", "late", cell("drivers/phishing/growth", 2026, "40"))
	v := s.remove("drivers", "phishing")
	for _, row := range grid(s.page("workload", "en", ""), "activities").Rows {
		if driver := row.Settings[0]; driver.Value == "phishing" || row.Settings[1].Text == "" {
			t.Errorf("%s still follows it: %+v", row.ID, driver)
		}
	}
	for _, f := range v.Findings {
		if f.Input != "drivers/incidents/growth" { // followed it; now asks for a growth of its own
			t.Errorf("%s: %s", f.Place, f.Sentence)
		}
	}
	v = s.view(s.desk.Undo(en))
	if len(v.Findings) > 0 || s.why("en", "late", "drivers/phishing/growth", 2026).Value != "40%" {
		t.Error("undo does not bring it back with its overrides")
	}
}

func TestASourceThatGoesLeavesItsTitle(t *testing.T) {
	s := newStory(t)
	s.sample("vanuatu")
	before := s.why("en", "", growth, 2026).Source
	s.remove("sources", "illustration")
	if after := s.why("en", "", growth, 2026).Source; after != before || after == "illustration" {
		t.Errorf("%q became %q", before, after)
	}
}

func TestWhatIsNotThereIsNeitherAddedNorRemoved(t *testing.T) {
	s := newStory(t)
	s.sample("vanuatu")
	for _, list := range []string{"", "peers", "roles/none/support", "roles/analyst/other", "roles/analyst"} {
		if _, err := s.desk.Add(desk.AddRequest{List: list, Name: "x"}); fault(t, err).Code != "no_list" {
			t.Errorf("%q: %v", list, err)
		}
		if _, err := s.desk.Remove(desk.RemoveRequest{List: list, Item: "analyst"}); fault(t, err).Code != "no_item" {
			t.Errorf("%q: %v", list, err)
		}
	}
	if _, err := s.desk.Add(desk.AddRequest{List: "rates", Name: "USD"}); fault(t, err).Code != "no_list" {
		t.Errorf("a second rate: %v", err)
	}
	if s.look("en", "").CanUndo {
		t.Error("something was changed")
	}
}

func TestFiguresThatComeIntoUseWhenGiven(t *testing.T) {
	s := newStory(t)
	s.sample("vanuatu")
	line := "lines/" + itemsOf(grid(s.page("budget", "en", ""), "lines"))[0]
	for _, c := range []struct{ input, typed, shown string }{
		{line + "/life", "4", "4"}, {line + "/contingency", "5", "5%"}, {"post/employees", "210", "210"},
	} {
		if f := s.edit("en", "", cell(c.input, 0, c.typed)).Faults; len(f) > 0 {
			t.Errorf("%s: %s", c.input, f[0].Sentence)
		}
		if got := s.why("en", "", c.input, 0).Value; got != c.shown {
			t.Errorf("%s shows %q", c.input, got)
		}
		s.edit("en", "", cell(c.input, 0, ""))
	}
	for _, c := range []struct{ scenario, input, typed string }{
		{"", line + "/life", "0"}, {"", line + "/contingency", "120"}, {"", "post/employees", "-3"}, {"late", "post/employees", "3"},
	} {
		if f := s.edit("en", c.scenario, cell(c.input, 0, c.typed)).Faults; len(f) != 1 || wordless(reflect.ValueOf(f)) != "" {
			t.Errorf("%s takes %q: %+v", c.input, c.typed, f)
		}
	}
}
