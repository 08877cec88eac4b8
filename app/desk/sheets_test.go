package desk_test

import (
	"testing"

	"outrigger/app/desk"
)

// The sheets are read one at a time, a long one in parts; sheets of before are gone once
// others were made, and work that was stopped leaves those before.
func TestTheSheetsOfTheWorkbookAreRead(t *testing.T) {
	s := newStory(t)
	if _, err := s.desk.Sheets(desk.SheetsRequest{Language: "en", Job: "0"}); fault(t, err).Code != "nothing_open" {
		t.Errorf("nothing open: %v", err)
	}
	s.start(nil)
	s.small()
	v, err := s.desk.Sheets(desk.SheetsRequest{Language: "fr", Job: "1"})
	if err != nil || len(v.Sheets) < 15 || v.Sheets[0].ID != "cover" || v.Revision != s.look("en", "").Revision {
		t.Fatalf("%v %+v", err, v)
	}
	for _, one := range v.Sheets {
		lines, from, told := 0, 0, -1
		for {
			sheet, err := s.desk.Sheet(desk.SheetRequest{Language: "fr", Stamp: v.Stamp, ID: one.ID, From: from})
			if err != nil || sheet.Name != one.Name || len(sheet.Lines) == 0 {
				t.Fatalf("%s from %d: %v %+v", one.ID, from, err, sheet.Name)
			}
			lines += len(sheet.Lines)
			if told < 0 {
				told = len(sheet.Lines) + sheet.More
			}
			for _, line := range sheet.Lines {
				width := 0
				for _, cell := range line.Cells {
					width += cell.Span
				}
				if line.Number < 1 || width > max(len(sheet.Widths), 20) {
					t.Errorf("%s line %d is %d wide", one.ID, line.Number, width)
				}
			}
			if from += len(sheet.Lines); sheet.More == 0 {
				break
			}
		}
		if lines != told {
			t.Errorf("%s: %d lines came, %d were told", one.ID, lines, told)
		}
	}
	if err := s.desk.Stop(desk.JobRequest{Job: "2", Language: "en"}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.desk.Sheets(desk.SheetsRequest{Language: "en", Job: "2"}); fault(t, err).Code != "sheets_stopped" {
		t.Errorf("stopped: %v", err)
	}
	if _, err := s.desk.Sheet(desk.SheetRequest{Language: "en", Stamp: v.Stamp, ID: "inputs"}); err != nil {
		t.Errorf("those before are gone: %v", err)
	}
	next, err := s.desk.Sheets(desk.SheetsRequest{Language: "en", Job: "3"})
	if err != nil || next.Stamp == v.Stamp {
		t.Fatal(err, next.Stamp)
	}
	for _, r := range []desk.SheetRequest{{Stamp: v.Stamp, ID: "inputs"}, {Stamp: next.Stamp, ID: "none"}} {
		r.Language = "en"
		if _, err := s.desk.Sheet(r); fault(t, err).Code != "sheets_gone" {
			t.Errorf("%+v: %v", r, err)
		}
	}
}
