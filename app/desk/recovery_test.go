package desk_test

import (
	"os"
	"strings"
	"testing"

	"outrigger/app/desk"
)

func TestUnsavedWorkOnAFileIsRecovered(t *testing.T) {
	s := newStory(t)
	s.sample("vanuatu")
	s.window.path = s.in("plan.outrigger")
	s.file(s.desk.Save(en))
	s.edit("en", "", cell(path, 2026, "77"))
	s.restart()
	v := s.view(s.desk.OpenDialog(en))
	if s.text(v, path, 2026) != "77" || v.Saved || !v.CanUndo {
		t.Fatalf("recovered %s, saved %v", s.text(v, path, 2026), v.Saved)
	}
	if len(v.Findings) != 1 || !v.Findings[0].Warning || !strings.HasPrefix(v.Findings[0].Sentence, "Changes that were not saved were recovered") {
		t.Errorf("%+v", v.Findings)
	}
	back := s.view(s.desk.Undo(en))
	if s.text(back, path, 2026) != "9" || !back.Saved || len(back.Findings) > 0 {
		t.Error("undo does not go back to the plan as it was saved")
	}
	s.view(s.desk.Redo(en))
	s.file(s.desk.Save(en))
	s.restart()
	if v := s.view(s.desk.OpenDialog(en)); s.text(v, path, 2026) != "77" || !v.Saved || len(v.Findings) > 0 {
		t.Error("what was recovered and saved is not simply there")
	}
}

func TestUnsavedWorkOnASampleIsRecovered(t *testing.T) {
	s := newStory(t)
	s.sample("vanuatu")
	s.edit("en", "", cell(path, 2026, "77"))
	s.restart()
	if v := s.sample("senegal"); len(v.Findings) > 0 {
		t.Error("another sample has it too")
	}
	if v := s.sample("vanuatu"); s.text(v, path, 2026) != "77" || len(v.Findings) != 1 {
		t.Error("it is not recovered")
	}
	s.view(s.desk.Undo(en))
	s.restart()
	if v := s.sample("vanuatu"); s.text(v, path, 2026) != "9" || len(v.Findings) > 0 {
		t.Error("what was undone comes back")
	}
}

func TestAFileChangedMeanwhileIsNotOverwrittenByRecoveredWork(t *testing.T) {
	s := newStory(t)
	s.sample("vanuatu")
	s.window.path = s.in("plan.outrigger")
	s.file(s.desk.Save(en))
	s.edit("en", "", cell(path, 2026, "77"))
	s.restart()
	theirs, err := os.ReadFile(s.window.path)
	if err != nil {
		t.Fatal(err)
	}
	theirs = []byte(strings.Replace(string(theirs), "illustrative", "theirs", 1))
	if err := os.WriteFile(s.window.path, theirs, 0o600); err != nil {
		t.Fatal(err)
	}
	v := s.view(s.desk.OpenDialog(en))
	if s.text(v, path, 2026) != "77" || len(v.Findings) != 1 || !strings.Contains(v.Findings[0].Remedy, "another name") {
		t.Errorf("%+v", v.Findings)
	}
	_, err = s.desk.Save(en)
	if f := fault(t, err); f.Code != "changed" {
		t.Errorf("%+v", f)
	}
	s.window.path = s.in("mine.outrigger")
	if f := s.file(s.desk.SaveAs(en)); f.Name != "mine.outrigger" || !f.View.Saved {
		t.Errorf("%+v", f.Name)
	}
}

// Saving under the plan's own name must not take the next edit's journal away.
func TestAfterSavingOntoItselfWorkIsStillKept(t *testing.T) {
	s := newStory(t)
	s.sample("vanuatu")
	s.window.path = s.in("plan.outrigger")
	s.file(s.desk.Save(en))
	for _, typed := range []string{"71", "72", "73", "74", "75"} {
		s.edit("en", "", cell(path, 2026, "1"))
		s.file(s.desk.SaveAs(en))
		s.edit("en", "", cell(path, 2026, typed))
		s.restart()
		if v := s.view(s.desk.OpenDialog(en)); s.text(v, path, 2026) != typed {
			t.Fatalf("recovered %s, not %s", s.text(v, path, 2026), typed)
		}
	}
}

func TestAFileComingUpAgainBringsItsUnsavedWork(t *testing.T) {
	s := newStory(t)
	s.start(nil)
	upload(t, s, `"grade":"measured"`)
	s.edit("en", "", cell("drivers/d/history", 2025, "12"))
	if err := desk.Settle(s.desk); err != nil {
		t.Fatal(err)
	}
	s.start(nil)
	if v := upload(t, s, `"grade":"estimated"`); len(v.Findings) > 0 {
		t.Error("another file of that name has it too")
	}
	if v := upload(t, s, `"grade":"measured"`); s.text(v, "drivers/d/history", 2025) != "12" || len(v.Findings) != 1 {
		t.Error("it is not recovered")
	}
}

// Work that can be kept nowhere is not let go of silently.
func TestUnsavedWorkThatCannotBeKeptHoldsThePlan(t *testing.T) {
	s := newStory(t)
	if err := os.WriteFile(s.in("journals"), nil, 0o600); err != nil { // a file where the folder should be
		t.Fatal(err)
	}
	s.sample("vanuatu")
	s.edit("en", "", cell(path, 2026, "77"))
	told := map[string]bool{}
	for _, language := range []string{"en", "fr", "es", "pt", "ar"} {
		v := s.view(s.desk.Kept(desk.Reading{Language: language}))
		if len(v.Findings) != 1 || v.Findings[0].Warning || v.Findings[0].Remedy == "" {
			t.Fatalf("%s: %+v", language, v.Findings)
		}
		told[v.Findings[0].Sentence] = true
	}
	if len(told) != 5 {
		t.Errorf("it is told in %d languages", len(told))
	}
	if v := s.view(s.desk.Undo(en)); len(v.Findings) > 0 {
		t.Error("nothing is unsaved any more, and yet it is told")
	}
	s.view(s.desk.Redo(en))
	if desk.Settle(s.desk) == nil {
		t.Error("the program may end and lose it")
	}
	_, err := s.desk.OpenSample(desk.SampleRequest{Name: "senegal", Language: "en"})
	if f := fault(t, err); f.Code != "unkept" {
		t.Errorf("%+v", f)
	}
	s.window.path = s.in("plan.outrigger")
	if f := s.file(s.desk.Save(en)); len(f.View.Findings) > 0 {
		t.Errorf("%+v", f.View.Findings)
	}
	if err := desk.Settle(s.desk); err != nil {
		t.Error(err)
	}
}
