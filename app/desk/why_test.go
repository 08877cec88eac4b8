package desk_test

import (
	"reflect"
	"strings"
	"testing"

	"outrigger/app/desk"
	"outrigger/app/words"
	"outrigger/datasets"
)

func (s *story) why(language, scenario, row string, year int) desk.Why {
	s.t.Helper()
	why, err := s.desk.Why(desk.WhyRequest{Language: language, Scenario: scenario, Row: row, Year: year})
	if err != nil {
		s.t.Fatal(row, err)
	}
	return why
}

func TestFormulasAreToldInWords(t *testing.T) {
	s := newStory(t)
	s.sample("vanuatu")
	for _, c := range []struct {
		row  string
		year int
		want string
	}{
		{"staffing/analyst/required", 2028, "people for the activities alone 1.18 × category allowance factor (CAF) 1.119403 + individual allowance factor (IAF) 0.06"},
		{"drivers/tracked/volume", 2025, "count in the years past 30,600"},
		{"drivers/tracked/volume", 2027, "count a year (2026) 33,660 × (1 + growth a year 10%)"},
		{"drivers/accounts/compound", 0, "(count in the years past (2025) 203 ÷ count in the years past (2023) 190)^(1 ÷ years between first and last count 2) − 1"},
		{"staffing/analyst/opening", 2023, "work waiting at the start 60"},
		{"staffing/analyst/opening", 2026, "backlog at the end of the year (2025) 0"},
		{"staffing/analyst/capacity", 2026, "(people available for work 0.92 − individual allowance factor (IAF) 0.06, but at least 0) × available working time (AWT) of one person 1,583 ÷ category allowance factor (CAF) 1.119403"},
		{"staffing/analyst/leavers", 2023, "0 in the years that have happened"},
		{"staffing/analyst/leavers", 2026, "people in post (2025) 1.00 × people leaving a year 10%"},
		{"staffing/short_flag", 2026, "1, because (People short, whole team 0.25, rounded to 2 places) > 0"},
		{"prices/inflation/index", 2023, "1 in the first year"},
		{"budget/need/local", 2026, "the sum of the 47 figures below"},
		{"financing/gap/local", 2026, "Need: all costs of the plan 14,709,752 − Granted: secured and probable 9,629,400"},
		{"financing/gap_total/local", 0, "Gap: need − granted, year by year: 5,080,352 + 6,642,557 + 4,444,601 + 8,498,779 + 8,935,819"},
	} {
		if got := s.why("en", "", c.row, c.year).Formula; got != c.want {
			t.Errorf("%s in %d:\n%s\nnot\n%s", c.row, c.year, got, c.want)
		}
	}
}

// A line bought in dollars is rounded once to whole vatu, by way of guard places
// that nobody is told of.
func TestRoundingIsToldOnce(t *testing.T) {
	s := newStory(t)
	s.sample("vanuatu")
	for _, line := range s.page("budget", "en", "").Tables[0].Rows {
		for _, c := range line.Cells {
			if c.Row == "" || !strings.HasSuffix(c.Row, "/cost/local") {
				continue
			}
			why := s.why("en", "", c.Row, c.Year)
			if !strings.HasPrefix(why.Formula, "cost before rounding ") || !strings.HasSuffix(why.Formula, ", rounded to a whole figure") || strings.Count(why.Formula, "round") != 2 {
				t.Errorf("%s: %s", c.Row, why.Formula)
			}
		}
	}
}

func TestAnInputTellsWhatVouchesForIt(t *testing.T) {
	s := newStory(t)
	s.sample("vanuatu")
	why := s.why("fr", "", "prices/inflation", 0)
	if why.Grade != "estimated" || why.Input != "prices/inflation" || why.Page != "post" || why.EvidenceYear != 2025 || why.Note == "" || why.Value != "3\u00a0%" || why.Unit != "" || why.Formula != "" {
		t.Errorf("%+v", why)
	}
	if why := s.why("en", "", "prices/inflation/published", 2024); why.Input != "" || why.Source == "" || why.Grade != "published" {
		t.Errorf("%+v", why)
	}
	if why := s.why("en", "growth", "drivers/phishing/growth", 2026); why.Value != "30%" {
		t.Errorf("in the scenario it is %+v", why)
	}
	s.edit("en", "", cell(history, 2025, ""))
	if why := s.why("en", "", growth, 2026); why.Value != "10%" || why.Grade != "estimated" || why.Page != "drivers" {
		t.Errorf("of an unfinished plan: %+v", why)
	}
	if _, err := s.desk.Why(desk.WhyRequest{Row: "workload/index"}); fault(t, err).Code != "no_row" {
		t.Error(err)
	}
}

// Every figure on every page answers Why, and so does whatever it read, down to the
// inputs.
func TestEveryFigureAnswersWhyDownToTheInputs(t *testing.T) {
	for _, sample := range datasets.SampleNames() {
		s := newStory(t)
		s.sample(sample)
		for _, language := range words.Languages() {
			asked := map[desk.WhyRequest]bool{}
			var ask func(row string, year int)
			ask = func(row string, year int) {
				r := desk.WhyRequest{Language: language, Row: row, Year: year}
				if asked[r] {
					return
				}
				asked[r] = true
				why := s.why(language, "", row, year)
				if text := wordless(reflect.ValueOf(why)); text != "" || why.Title == "" || why.Page == "" {
					t.Errorf("%s, %s: %q in %+v", language, row, text, why)
				}
				full(t, row, reflect.ValueOf(why))
				if why.Row != row || why.Year != 0 && why.Year != year && year != 0 {
					t.Errorf("asked for %s in %d, told of %s in %d", row, year, why.Row, why.Year)
				}
				if why.Formula == "" && why.Input == "" && why.Grade == "" || why.Formula == "" && len(why.Parts) > 0 {
					t.Errorf("%s in %d is neither calculated nor vouched for: %+v", row, year, why)
				}
				for _, part := range why.Parts {
					ask(part.Row, part.Year)
				}
			}
			for _, page := range allPages {
				for _, c := range cellsOf(s.page(page, language, "")) {
					if c.Row != "" {
						ask(c.Row, c.Year)
					}
				}
			}
			for _, f := range s.look(language, "").Story {
				ask(f.Row, f.Year)
			}
		}
	}
}
