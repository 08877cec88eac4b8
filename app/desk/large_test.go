package desk_test

import (
	"fmt"
	"strings"
	"testing"

	"outrigger/app/desk"
)

func TestTenThousandCellsArePastedAtOnce(t *testing.T) {
	s := newStory(t)
	drivers, cells := []string{}, []desk.CellEdit{}
	for i := range 256 {
		drivers = append(drivers, fmt.Sprintf(`{"id":"d%d","name":"d%d","history":{"years":{"2000":"1"}},"future":{"kind":"path","path":{"value":"1"}}}`, i, i))
		for year := 2001; year < 2040; year++ {
			text := fmt.Sprintf("%d,5", year)
			if i == 100 && year == 2020 {
				text = "oops"
			}
			cells = append(cells, cell(fmt.Sprintf("drivers/d%d/path", i), year, text))
		}
	}
	s.view(s.desk.OpenUpload(desk.FileRequest{Language: "fr", Name: "big.outrigger", Text: `{"format":"outrigger-plan","version":1,"post":{"country":"VUT"},
		"years":{"first":2000,"last_actual":2000,"last":2039},"money":{"currency":"VUV"},"drivers":[` + strings.Join(drivers, ",") + `]}`}))
	cells = append(cells, cells[:20]...)
	answer := s.edit("fr", "", cells...)
	if len(cells) < 10_000 || len(answer.Faults) != 1 || answer.Faults[0].Text != "oops" {
		t.Fatalf("%d cells, faults %+v", len(cells), answer.Faults)
	}
	if got := s.text(answer.View, "drivers/d255/path", 2039); got != "2,039.5" {
		t.Errorf("the last cell shows %q", got)
	}
	if v := s.view(s.desk.Undo(desk.Reading{Language: "fr"})); s.text(v, "drivers/d255/path", 2039) != "1" || v.CanUndo {
		t.Error("the paste was not one step of undo")
	}
}

func TestTenThousandTextsAreSetAtOnce(t *testing.T) {
	s := newStory(t)
	drivers, items := []string{}, []desk.SetItem{}
	for i := range 2000 {
		drivers = append(drivers, fmt.Sprintf(`{"id":"d%d","name":"d%d","history":{"years":{"2000":"1"}}}`, i, i))
		for n := range 5 {
			items = append(items, desk.SetItem{Place: fmt.Sprintf("drivers/d%d/unit", i), Text: fmt.Sprintf("unit %d", n)})
		}
	}
	s.view(s.desk.OpenUpload(desk.FileRequest{Language: "en", Name: "big.outrigger", Text: `{"format":"outrigger-plan","version":1,"post":{"country":"VUT"},
		"years":{"first":2000,"last_actual":2000,"last":2000},"money":{"currency":"VUV"},"drivers":[` + strings.Join(drivers, ",") + `]}`}))
	answer, err := s.desk.Set(desk.SetRequest{Language: "en", Items: items})
	if err != nil || len(answer.Faults) > 0 {
		t.Fatal(err, len(answer.Faults))
	}
	rows := s.page("drivers", "en", "").Tables[0].Rows
	if len(rows) != 2000 {
		t.Fatalf("the page has %d rows", len(rows))
	}
	if got := rows[1999].Unit; got != "unit 4" {
		t.Errorf("the last unit is %q", got)
	}
}
