package desk_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"outrigger/app/desk"
	"outrigger/app/words"
	"outrigger/datasets"
)

var allPages = []string{"post", "drivers", "workload", "team", "budget", "readiness", "peers", "funding", "case"}

func (s *story) page(page, language, scenario string) desk.Page {
	s.t.Helper()
	p := s.stamped(page, language, scenario)
	p.Stamp = 0 // which differs each time
	return p
}

func (s *story) stamped(page, language, scenario string) desk.Page {
	s.t.Helper()
	p, err := s.desk.Page(desk.PageRequest{Page: page, Language: language, Scenario: scenario})
	if err != nil {
		s.t.Fatal(page, err)
	}
	return p
}

func (s *story) set(items ...string) desk.SetAnswer {
	s.t.Helper()
	list := []desk.SetItem{}
	for i := 0; i+1 < len(items); i += 2 {
		list = append(list, desk.SetItem{Place: items[i], Text: items[i+1]})
	}
	answer, err := s.desk.Set(desk.SetRequest{Language: "en", Items: list})
	if err != nil {
		s.t.Fatal(err)
	}
	return answer
}

// cellsOf lists all cells of a page: names, settings, years and single figures.
func cellsOf(p desk.Page) []desk.GridCell {
	all := []desk.GridCell{}
	for _, f := range p.Fields {
		all = append(all, f.Cell)
	}
	for _, g := range p.Tables {
		for _, row := range g.Rows {
			all = append(all, row.Name)
			all = append(append(all, row.Settings...), row.Cells...)
		}
	}
	return all
}

// eachPage visits every page of every sample in every language.
func eachPage(t *testing.T, visit func(s *story, sample, language string, p desk.Page)) {
	s := newStory(t)
	for _, sample := range datasets.SampleNames() {
		s.sample(sample)
		for _, language := range words.Languages() {
			for _, page := range allPages {
				visit(s, sample, language, s.page(page, language, ""))
			}
		}
	}
}

// wordless finds a text that has no words in the language.
func wordless(v reflect.Value) string {
	switch v.Kind() {
	case reflect.String:
		if strings.ContainsAny(v.String(), "⟨⟩{}") {
			return v.String()
		}
	case reflect.Slice:
		for i := range v.Len() {
			if text := wordless(v.Index(i)); text != "" {
				return text
			}
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if text := wordless(v.Field(i)); text != "" {
				return text
			}
		}
	}
	return ""
}

func TestEveryPageSpeaksEveryLanguage(t *testing.T) {
	seen := map[string]string{}
	eachPage(t, func(_ *story, sample, language string, p desk.Page) {
		if text := wordless(reflect.ValueOf(p)); text != "" {
			t.Errorf("%s, %s, %s: %q", sample, language, p.ID, text)
		}
		full(t, sample+" "+language+" "+p.ID, reflect.ValueOf(p))
		if p.Purpose == "" || p.Title == "" || p.ID != "post" && p.Sentence == "" {
			t.Errorf("%s, %s, %s says nothing", sample, language, p.ID)
		}
		if other, taken := seen[p.Purpose]; taken && other != language+p.ID {
			t.Errorf("%s and %s%s have one purpose", other, language, p.ID)
		}
		seen[p.Purpose] = language + p.ID
	})
}

func TestTablesHaveAllTheirColumns(t *testing.T) {
	eachPage(t, func(s *story, sample, language string, p desk.Page) {
		years := len(s.look(language, "").Years)
		for _, g := range p.Tables {
			ids := map[string]bool{}
			for _, row := range g.Rows {
				if len(row.Settings) != len(g.Settings) || g.Years && len(row.Cells) != years || ids[row.ID] || row.ID == "" {
					t.Errorf("%s, %s, %s: row %q has %d settings and %d years", sample, p.ID, g.ID, row.ID, len(row.Settings), len(row.Cells))
				}
				ids[row.ID] = true
				for i, cell := range row.Settings {
					if known := slices.Contains([]string{"none", "calculated", "plain", g.Settings[i].Kind}, cell.Kind); !known {
						t.Errorf("%s, %s: %q in a column of %s", p.ID, row.ID, cell.Kind, g.Settings[i].Kind)
					}
				}
			}
		}
		for _, g := range p.Gauges {
			ids := map[string]bool{}
			for _, one := range g.List {
				if ids[one.ID] || one.ID == "" || one.Label == "" || one.Most == "" {
					t.Errorf("%s, %s, %s: gauge %+v", sample, p.ID, g.ID, one)
				}
				ids[one.ID] = true
			}
		}
		for _, points := range append(p.Chart.Lines, p.Chart.Columns...) {
			if len(points.Points) != years {
				t.Errorf("%s: %s has %d points", p.ID, points.ID, len(points.Points))
			}
		}
	})
}

// Whatever a page shows as an input, text or choice can be typed back as it is and
// changes nothing.
func TestWhatAPageShowsCanBeTypedBack(t *testing.T) {
	eachPage(t, func(s *story, sample, language string, p desk.Page) {
		revision := s.look(language, "").Revision
		cells, items := []desk.CellEdit{}, []desk.SetItem{}
		for _, c := range cellsOf(p) {
			if c.Input != "" {
				cells = append(cells, cell(c.Input, c.Year, c.Text))
			}
			if c.Place != "" {
				items = append(items, desk.SetItem{Place: c.Place, Text: c.Text})
			}
		}
		for _, f := range p.Fields {
			if f.Place != "" {
				items = append(items, desk.SetItem{Place: f.Place, Text: f.Text})
			}
		}
		for _, f := range s.edit(language, "", cells...).Faults {
			t.Errorf("%s, %s: %s %q: %s", sample, language, f.Input, f.Text, f.Sentence)
		}
		answer, err := s.desk.Set(desk.SetRequest{Language: language, Items: items})
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range answer.Faults {
			t.Errorf("%s, %s: %s %q: %s", sample, language, f.Input, f.Text, f.Sentence)
		}
		after := s.page(p.ID, language, "")
		for i, c := range cellsOf(after) {
			if before := cellsOf(p)[i]; before.Value != c.Value || before.Text != c.Text {
				t.Errorf("%s, %s: %q became %q", sample, c.Input+c.Place, before.Text, c.Text)
			}
		}
		if now := s.look(language, "").Revision; p.ID != "post" && now != revision && sample == "none" {
			t.Errorf("%s, %s, %s: typing it back changed the plan", sample, language, p.ID)
		}
	})
}

func TestAnUnfinishedPlanShowsItsInputs(t *testing.T) {
	s := newStory(t)
	s.sample("vanuatu")
	whole := cellsOf(s.page("drivers", "en", ""))
	s.edit("en", "", cell(history, 2025, ""))
	for _, page := range allPages {
		for _, c := range cellsOf(s.page(page, "en", "")) {
			if c.Kind == "calculated" && c.Text != "" {
				t.Errorf("%s: %s is calculated of an unfinished plan", page, c.Row)
			}
		}
	}
	cut := cellsOf(s.page("drivers", "en", ""))
	if len(cut) != len(whole) {
		t.Errorf("%d cells became %d", len(whole), len(cut))
	}
	for i, c := range whole {
		if c.Kind == "figure" && c.Year != 2025 && cut[i].Text != c.Text {
			t.Errorf("%s %d shows %q", c.Input, c.Year, cut[i].Text)
		}
	}
}

func TestNoPageIsThereWithoutAPlanOrOfAnotherName(t *testing.T) {
	s := newStory(t)
	if _, err := s.desk.Page(desk.PageRequest{Page: "post", Language: "en"}); fault(t, err).Code != "nothing_open" {
		t.Error(err)
	}
	s.sample("vanuatu")
	if _, err := s.desk.Page(desk.PageRequest{Page: "neighbours", Language: "en"}); fault(t, err).Code != "no_page" {
		t.Error(err)
	}
}
