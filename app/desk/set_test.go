package desk_test

import (
	"reflect"
	"strings"
	"testing"

	"outrigger/app/desk"
)

// other is a text that may stand in a place instead of what does, empty if there is
// none.
func other(kind, now string, choices []desk.Choice) string {
	switch kind {
	case "choice":
		for _, c := range choices {
			if c.ID != now && c.ID != "" {
				return c.ID
			}
		}
	case "year":
		return "2022"
	case "date":
		return "2026-02-28"
	case "text", "long":
		return "another " + now
	}
	return ""
}

// changes lists for every place of a page an item that changes it.
func changes(p desk.Page) []desk.SetItem {
	all := []desk.SetItem{}
	add := func(place, kind, now string, choices []desk.Choice) {
		if strings.HasSuffix(place, "/date") {
			kind = "date"
		}
		if strings.HasPrefix(place, "sources/") && strings.HasSuffix(place, "/year") {
			kind = "year"
		}
		if text := other(kind, now, choices); place != "" && text != "" {
			all = append(all, desk.SetItem{Place: place, Text: text})
		}
	}
	for _, f := range p.Fields {
		if f.Place != "years/last_actual" && f.Place != "years/last" {
			add(f.Place, f.Kind, f.Text, f.Choices)
		}
	}
	for _, g := range p.Tables {
		for _, row := range g.Rows {
			add(row.Name.Place, row.Name.Kind, row.Name.Value, nil)
			for i, c := range row.Settings {
				add(c.Place, c.Kind, c.Value, g.Settings[i].Choices)
			}
		}
	}
	return all
}

// few keeps two items of each kind of place; the other rows of a table are alike.
func few(items []desk.SetItem) []desk.SetItem {
	kept, seen := []desk.SetItem{}, map[string]int{}
	for _, item := range items {
		parts := strings.Split(item.Place, "/")
		kind := parts[0] + parts[len(parts)-1]
		if seen[kind]++; seen[kind] <= 2 || len(parts) < 3 {
			kept = append(kept, item)
		}
	}
	return kept
}

func TestEveryTextAndChoiceIsChangedAndTakenBack(t *testing.T) {
	s := newStory(t)
	s.sample("vanuatu")
	for _, page := range allPages {
		before := s.page(page, "en", "")
		for _, item := range few(changes(before)) {
			revision := s.look("en", "").Revision
			answer := s.set(item.Place, item.Text)
			if len(answer.Faults) > 0 && !strings.HasSuffix(item.Place, "/of") {
				t.Errorf("%s: %q is refused: %s", item.Place, item.Text, answer.Faults[0].Sentence)
			}
			if len(answer.Faults) > 0 {
				continue
			}
			if answer.View.Revision == revision || !answer.View.CanUndo {
				t.Errorf("%s: %q changes nothing", item.Place, item.Text)
			}
			if back := s.view(s.desk.Undo(en)); back.CanUndo {
				t.Errorf("%s: not one step of undo", item.Place)
			}
			if !reflect.DeepEqual(before, s.page(page, "en", "")) {
				t.Errorf("%s: undo does not bring back what stood there", item.Place)
			}
		}
	}
}

func TestEveryFigureIsChangedAndTakenBack(t *testing.T) {
	s := newStory(t)
	s.sample("vanuatu")
	for _, page := range allPages {
		before := s.page(page, "en", "")
		for _, typed := range []string{"1", ""} {
			cells := []desk.CellEdit{}
			for _, c := range cellsOf(before) {
				if c.Input != "" {
					cells = append(cells, cell(c.Input, c.Year, typed))
				}
			}
			if len(cells) == 0 {
				continue
			}
			answer := s.edit("en", "", cells...)
			for _, f := range answer.Faults {
				t.Errorf("%s %d: %q: %s", f.Input, f.Year, typed, f.Sentence)
			}
			for _, c := range cellsOf(s.page(page, "en", "")) {
				if c.Input != "" && c.Text != typed && c.Text != typed+"%" {
					t.Errorf("%s %d: %q shows as %q", c.Input, c.Year, typed, c.Text)
				}
			}
			s.view(s.desk.Undo(en))
		}
		if !reflect.DeepEqual(before, s.page(page, "en", "")) {
			t.Errorf("%s is not as it was", page)
		}
	}
}

func TestWhatCannotStandInAPlaceIsSaid(t *testing.T) {
	s := newStory(t)
	s.sample("vanuatu")
	answer := s.set(
		"post/name", "Island post",
		"post/country", "Atlantis", "years/first", "soon", "money/rates/USD/date", "29/9/2026", "drivers/tracked/name", " ",
		"drivers/phishing/future", "ratio", "drivers/phishing/of", "incidents", "lines/none/name", "x", "post/summary", strings.Repeat("x", 5000),
		"money/rates/AUD/currency", "USD", "peers", "x")
	want := map[string]string{
		"post/country":             "“Atlantis” is not among the choices. Choose one from the list.",
		"years/first":              "“soon” is not a year. Write four digits, such as 2026.",
		"money/rates/USD/date":     "“29/9/2026” is not a date. Write year, month and day, such as 2026-09-29.",
		"drivers/tracked/name":     "Something must stand here. Type a name, a year or a date as asked.",
		"drivers/phishing/of":      "",
		"lines/none/name":          "The plan has no such entry. Look at the plan again; it may have changed meanwhile.",
		"post/summary":             "The text is longer than a plan can hold. Shorten it.",
		"money/rates/AUD/currency": "USD has more than one rate, or is the plan’s own currency. Keep one rate for each foreign currency.",
		"peers":                    "The plan has no such entry. Look at the plan again; it may have changed meanwhile.",
	}
	for _, f := range answer.Faults {
		sentence, expected := want[f.Input]
		if !expected || sentence != "" && f.Sentence != sentence || f.Text == "" || f.Sentence == "" {
			t.Errorf("%s: %q: %s", f.Input, f.Text, f.Sentence)
		}
		delete(want, f.Input)
	}
	for place := range want {
		t.Errorf("%s is not refused", place)
	}
	if answer.View.Post != "Island post" {
		t.Error("the good item was left out")
	}
	if s.view(s.desk.Undo(en)).Post == "Island post" {
		t.Error("it was not one step of undo")
	}
}

func TestYearsThatStayKeepTheirFigures(t *testing.T) {
	s := newStory(t)
	s.sample("vanuatu")
	v := s.set("years/first", "2021", "years/last", "2032").View
	if len(v.Years) != 12 || s.text(v, history, 2024) != "25,400" || s.text(v, path, 2030) != "12" || s.text(v, history, 2021) != "" {
		t.Errorf("a longer plan: %+v", v.Years)
	}
	s.view(s.desk.Undo(en))
	v = s.set("years/last", "2027").View
	late := 0
	for _, f := range v.Findings {
		if strings.Contains(f.Sentence, "instalment") {
			late++ // due in a year that is gone
			continue
		}
		t.Errorf("a shorter plan: %s: %s", f.Place, f.Sentence)
	}
	if late != 2 {
		t.Errorf("a shorter plan says of %d instalments that they are late", late)
	}
	if s.text(v, path, 2027) != "10" || len(v.Years) != 5 {
		t.Error("a shorter plan lost what stays")
	}
	if f := s.set("years/last", "2090").Faults; len(f) != 1 || f[0].Input != "years/last" {
		t.Errorf("%+v", f)
	}
	if f := s.set("years/first", "2026").Faults; len(f) != 1 {
		t.Errorf("a plan that begins after its last actual year: %+v", f)
	}
	if v = s.view(s.desk.Undo(en)); s.text(v, path, 2030) != "12" {
		t.Error("undo does not bring the years back")
	}
}
