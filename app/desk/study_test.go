package desk_test

import (
	"testing"

	"outrigger/app/desk"
	"outrigger/model/chain"
)

// known is the case that was read last, in which nothing has to be sought any more.
func (s *story) known() *chain.Case {
	s.t.Helper()
	c := desk.Studied(s.desk)
	if c == nil {
		s.t.Fatal("no case is kept")
	}
	if _, err := c.Advise("", func() bool { s.t.Error("the best choice is sought again"); return true }, nil); err != nil {
		s.t.Error(err)
	}
	return c
}

func (s *story) sheets(job string) *chain.Case {
	s.t.Helper()
	if _, err := s.desk.Sheets(desk.SheetsRequest{Language: "en", Job: job}); err != nil {
		s.t.Fatal(err)
	}
	return s.known()
}

// Sheets, advice, workbook and the check of that workbook ask for the same best choice, which
// is sought once; after an edit it is another.
func TestTheBestChoiceOfAPlanIsSoughtOnce(t *testing.T) {
	s := newStory(t)
	s.start(nil) // in a browser, to which the workbook comes down
	s.sample("vanuatu")
	first := s.sheets("1")
	if _, err := s.desk.Advise(desk.AdviceRequest{Language: "en", Job: "2"}); err != nil || s.known() != first {
		t.Error("advice makes the plan anew", err)
	}
	file, err := s.desk.WriteWorkbook(desk.WorkbookRequest{Language: "en", Job: "3"})
	if err != nil || s.known() != first {
		t.Fatal("the workbook makes the plan anew", err)
	}
	review := desk.ReviewUploadRequest{Language: "en", Name: "back.xlsx", Base64: file.Base64, Job: "4"}
	if v, err := s.desk.ReviewUpload(review); err != nil || v.State != "untouched" || s.known() != first {
		t.Errorf("the check makes the plan anew: %v %s", err, v.State)
	}
	s.edit("en", "", cell(history, 2025, "31000"))
	second := s.sheets("5")
	if second == first {
		t.Fatal("an edited plan is read as it was before")
	}
	old, _ := first.Advise("", nil, nil)
	if now, _ := second.Advise("", nil, nil); now == old {
		t.Error("an edited plan has the advice of the one before")
	}
	s.view(s.desk.Undo(en))
	if s.sheets("6") != first {
		t.Error("undone, the plan is made anew")
	}
}

func TestASearchTellsHowFarItHasCome(t *testing.T) {
	s := newStory(t)
	s.sample("vanuatu")
	far := func() int {
		p, err := s.desk.Progress(desk.JobRequest{Language: "en", Job: "search"})
		if err != nil {
			t.Fatal(err)
		}
		return p.Percent
	}
	if far() != 0 {
		t.Error("what has not begun has come far")
	}
	desk.Seek(s.desk, "search")
	if far() != 100 {
		t.Errorf("what is done has come %d %%", far())
	}
}
