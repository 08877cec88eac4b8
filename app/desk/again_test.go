package desk_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"outrigger/app/desk"
)

// shownOf is everything that the page could show of the open plan.
func (s *story) shownOf(scenario string) string {
	s.t.Helper()
	v := s.look("en", scenario)
	v.Revision, v.File, v.Saved, v.CanUndo, v.CanRedo = 0, "", false, false, false
	v.Findings = slices.DeleteFunc(v.Findings, func(f desk.Finding) bool { return f.Place == "" && f.Page == "" })
	all := []any{v}
	for _, page := range allPages {
		all = append(all, s.page(page, "en", scenario))
	}
	text, err := json.MarshalIndent(all, "", " ")
	if err != nil {
		s.t.Fatal(err)
	}
	return string(text)
}

// typeable are the cells of all pages that take a figure.
func (s *story) typeable(scenario string) []desk.GridCell {
	s.t.Helper()
	var cells []desk.GridCell
	take := func(c desk.GridCell) {
		if c.Kind == "figure" && c.Input != "" {
			cells = append(cells, c)
		}
	}
	for _, page := range allPages {
		p := s.page(page, "en", scenario)
		for _, f := range p.Fields {
			take(f.Cell)
		}
		for _, g := range p.Tables {
			for _, r := range g.Rows {
				for _, c := range append(r.Settings, r.Cells...) {
					take(c)
				}
			}
		}
	}
	return cells
}

// After an edit only what depends on it is worked out, and after undo and redo as
// well. Whatever is typed where: the plan must read as one that was opened anew.
func TestAnEditedPlanReadsAsOneOpenedAnew(t *testing.T) {
	for _, name := range []string{"vanuatu", "senegal", "timor-leste"} {
		t.Run(name, func(t *testing.T) {
			s, fresh := newStory(t), newStory(t)
			s.sample(name)
			dice := rand.New(rand.NewPCG(1, uint64(len(name))))
			scenarios := []string{""}
			for _, c := range s.look("en", "").Scenarios {
				scenarios = append(scenarios, c.ID)
			}
			for range 40 {
				scenario, done := scenarios[dice.IntN(len(scenarios))], ""
				unfinished := s.look("en", "").Story[0].Row == ""
				switch n := dice.IntN(6); {
				case n == 0, n < 4 && unfinished: // of an unfinished plan nothing is worked out
					s.view(s.desk.Undo(desk.Reading{Language: "en"}))
					done = "undo"
				case n == 1:
					s.view(s.desk.Redo(desk.Reading{Language: "en"}))
					done = "redo"
				default:
					cells, can := []desk.CellEdit{}, s.typeable(scenario)
					for range 1 + dice.IntN(3) {
						c := can[dice.IntN(len(can))]
						text := fmt.Sprint(dice.IntN(90))
						switch dice.IntN(30) {
						case 0:
							text = ""
						case 1:
							text = "0"
						case 2, 3:
							text = c.Text
						}
						cells = append(cells, desk.CellEdit{Input: c.Input, Year: c.Year, Text: text})
					}
					s.edit("en", scenario, cells...)
					done = fmt.Sprintf("%q: %+v", scenario, cells)
				}
				if _, err := fresh.desk.OpenUpload(desk.FileRequest{Language: "en", Name: "f", Text: s.saved()}); err != nil {
					t.Fatal(err)
				}
				for _, scenario := range scenarios {
					if got, want := s.shownOf(scenario), fresh.shownOf(scenario); got != want {
						t.Fatalf("after %s scenario %q reads otherwise than opened anew:\n%s", done, scenario, firstDifference(got, want))
					}
				}
			}
		})
	}
}

func firstDifference(a, b string) string {
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			from := max(0, i-200)
			return a[from:min(len(a), i+100)] + "\n---\n" + b[from:min(len(b), i+100)]
		}
	}
	return "one is longer"
}
