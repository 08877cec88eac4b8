package desk_test

import (
	"bytes"
	"encoding/base64"
	"errors"
	"os"
	"strings"
	"testing"

	"outrigger/app/desk"
)

// upload opens a small plan whose only driver's history has the evidence given.
func upload(t *testing.T, s *story, evidence string) desk.View {
	t.Helper()
	return s.view(s.desk.OpenUpload(desk.FileRequest{Language: "en", Name: `C:\plans\small.outrigger`, Text: `{"format":"outrigger-plan","version":1,
		"post":{"country":"VUT","name":"Small"},"years":{"first":2024,"last_actual":2025,"last":2026},"money":{"currency":"VUV"},
		"drivers":[{"id":"d","name":"Things","unit":"things","history":{"years":{"2024":"10","2025":"11"},` + evidence + `},"future":{"kind":"compound"}}]}`}))
}

// saved is the plan's document as it would be saved.
func (s *story) saved() string {
	s.t.Helper()
	s.window.path = s.in("out.outrigger")
	s.file(s.desk.SaveAs(en))
	data, err := os.ReadFile(s.window.path)
	if err != nil {
		s.t.Fatal(err)
	}
	return string(data)
}

func TestAPlanIsSavedOpenedAndSavedAgain(t *testing.T) {
	s := newStory(t)
	s.sample("vanuatu")
	s.edit("en", "", cell(history, 2025, "40000"))
	s.window.path = s.in("mine") // the reader leaves the extension out
	f := s.file(s.desk.Save(en))
	if !f.Chosen || f.Name != "mine.outrigger" || f.Folder != s.folder || !f.View.Saved || f.View.File != "mine.outrigger" {
		t.Fatalf("saved as %+v", f)
	}
	if d := s.window.asked[0]; d.Name != "Vanuatu post (sample).outrigger" || d.Pattern != "*.outrigger" {
		t.Errorf("the dialog began with %+v", d)
	}
	s.edit("en", "", cell(history, 2025, "41000"))
	if s.file(s.desk.Save(en)); len(s.window.asked) != 1 {
		t.Error("a plan that has a file asks where again")
	}
	s.restart()
	s.window.path = s.in("mine.outrigger")
	v := s.view(s.desk.OpenDialog(en))
	if s.text(v, history, 2025) != "41,000" || !v.Saved || len(v.Findings) > 0 {
		t.Errorf("opened with %s, findings %+v", s.text(v, history, 2025), v.Findings)
	}
	if got := s.window.titles[len(s.window.titles)-1]; got != "mine.outrigger · Outrigger" {
		t.Errorf("the window is called %q", got)
	}
}

func TestAClosedDialogChangesNothing(t *testing.T) {
	s := newStory(t)
	if v := s.view(s.desk.OpenDialog(en)); v.Open {
		t.Error("something opened")
	}
	s.sample("vanuatu")
	s.edit("en", "", cell(path, 2026, "1"))
	for name, ask := range map[string]func(desk.Reading) (desk.FileAnswer, error){"save": s.desk.Save, "save as": s.desk.SaveAs, "workbook": s.workbook} {
		if f := s.file(ask(en)); f.Chosen || f.View.Saved || s.text(f.View, path, 2026) != "1" {
			t.Errorf("%s: %+v", name, f.Chosen)
		}
	}
}

func TestAnothersChangeOfTheFileIsNotOverwritten(t *testing.T) {
	s := newStory(t)
	s.sample("vanuatu")
	s.window.path = s.in("shared.outrigger")
	s.file(s.desk.Save(en))
	s.edit("en", "", cell(path, 2026, "1"))
	if err := os.WriteFile(s.window.path, []byte("theirs"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := s.desk.Save(desk.Reading{Language: "fr"})
	if f := fault(t, err); f.Code != "changed" || !strings.Contains(f.Remedy, "autre nom") {
		t.Errorf("%+v", f)
	}
	if data, _ := os.ReadFile(s.window.path); string(data) != "theirs" {
		t.Error("theirs is gone")
	}
}

func TestWhatCannotBeOpenedLeavesThePlanOpen(t *testing.T) {
	for name, c := range map[string]struct{ content, code string }{
		"no plan":         {"{}", "plan.not_a_plan"},
		"half a file":     {`{"format":"outrigger-plan","version":1,`, "plan.cut_off"},
		"a later version": {`{"format":"outrigger-plan","version":99}`, "plan.newer"},
		"a wrong value":   {`{"format":"outrigger-plan","version":1,"title":[1]}`, "plan.wrong_kind"},
		"no years":        {`{"format":"outrigger-plan","version":1,"post":{"country":"VUT"}}`, "plan.missing"},
	} {
		s := newStory(t)
		s.sample("vanuatu")
		s.window.path = s.in("bad.outrigger")
		if err := os.WriteFile(s.window.path, []byte(c.content), 0o600); err != nil {
			t.Fatal(err)
		}
		_, err := s.desk.OpenDialog(en)
		if f := fault(t, err); f.Code != c.code || f.Sentence == "" || f.Remedy == "" || strings.Contains(f.Place, "/") {
			t.Errorf("%s: %+v", name, f)
		}
		if !s.look("en", "").Open {
			t.Errorf("%s: the plan before is gone", name)
		}
	}
}

func TestFaultsOfTheDiskAndOfMistakes(t *testing.T) {
	s := newStory(t)
	s.window.path = s.in("missing.outrigger")
	for want, ask := range map[string]func() error{
		"gone":         func() error { _, err := s.desk.OpenDialog(en); return err },
		"no_sample":    func() error { _, err := s.desk.OpenSample(desk.SampleRequest{Name: "atlantis"}); return err },
		"nothing_open": func() error { _, err := s.desk.Save(en); return err },
	} {
		if f := fault(t, ask()); f.Code != want {
			t.Errorf("%s: %+v", want, f)
		}
	}
	s.window.fails = errors.New("no display")
	_, err := s.desk.OpenDialog(en)
	if f := fault(t, err); f.Code != "disk" || strings.Contains(f.Sentence, "display") || !strings.Contains(s.log.String(), "no display") {
		t.Errorf("%+v; the log says %s", f, s.log)
	}
}

// A panic would leave the page waiting for ever.
func TestAPanicBecomesAFault(t *testing.T) {
	s := newStory(t)
	s.start(panicking{})
	_, err := s.desk.OpenDialog(desk.Reading{Language: "es"})
	if f := fault(t, err); f.Code != "internal" || f.Sentence != "Algo falló en el programa." {
		t.Errorf("%+v", f)
	}
	if !strings.Contains(s.log.String(), "the window broke") || !strings.Contains(s.log.String(), "files_test.go") {
		t.Errorf("the log does not tell where: %s", s.log)
	}
	s.sample("vanuatu") // the desk goes on
}

type panicking struct{ *fakeWindow }

func (panicking) AskOpen(desk.Dialog) (string, bool, error) { panic("the window broke") }
func (panicking) SetTitle(string)                           {}

func TestInABrowserFilesGoUpAndDown(t *testing.T) {
	s := newStory(t)
	s.start(nil)
	if g, _ := s.desk.Hello(); !g.Browser || len(g.Languages) != 5 || g.Samples[0].Name == "" {
		t.Errorf("%+v", g)
	}
	v := upload(t, s, `"grade":"measured"`)
	if v.File != "small.outrigger" || !v.Saved {
		t.Errorf("%+v", v)
	}
	s.edit("en", "", cell("drivers/d/history", 2025, "12"))
	f := s.file(s.desk.Save(en))
	data, err := base64.StdEncoding.DecodeString(f.Base64)
	if err != nil || !strings.Contains(string(data), `"2025": "12"`) || f.Name != "small.outrigger" || !f.View.Saved {
		t.Errorf("%v %+v", err, f.Name)
	}
	_, err = s.desk.OpenDialog(en)
	if f := fault(t, err); f.Code != "no_window" {
		t.Errorf("%+v", f)
	}
}

func TestTheProgramSaysWhenThePageIsReady(t *testing.T) {
	s := newStory(t)
	if err := s.desk.Ready(); err != nil || s.readied != 1 {
		t.Errorf("%v, %d times", err, s.readied)
	}
}

func TestTheWorkbookIsWrittenOrGoesDown(t *testing.T) {
	s := newStory(t)
	s.sample("vanuatu")
	s.window.path = s.in("case")
	f := s.file(s.workbook(desk.Reading{Language: "fr", Scenario: "late"}))
	data, err := os.ReadFile(s.in("case.xlsx"))
	if err != nil || !strings.HasPrefix(string(data), "PK") || f.Name != "case.xlsx" || f.Folder != s.folder || f.Base64 != "" {
		t.Errorf("%v %+v", err, f.Name)
	}
	if d := s.window.asked[0]; d.Name != "Vanuatu post (sample).xlsx" || d.Title != "Écrire le classeur" {
		t.Errorf("the dialog began with %+v", d)
	}
	s.start(nil)
	s.sample("vanuatu")
	f = s.file(s.workbook(desk.Reading{Language: "fr", Scenario: "late"}))
	again, err := base64.StdEncoding.DecodeString(f.Base64)
	if err != nil || !bytes.Equal(data, again) {
		t.Errorf("the browser gets another workbook: %v", err)
	}
}

func TestAnUnfinishedPlanWritesNoWorkbook(t *testing.T) {
	s := newStory(t)
	s.sample("vanuatu")
	s.edit("en", "", cell(history, 2025, ""))
	s.window.path = s.in("case.xlsx")
	_, err := s.workbook(en)
	if f := fault(t, err); f.Code != "not_calculated" {
		t.Errorf("%+v", f)
	}
	if _, err := os.Stat(s.window.path); err == nil {
		t.Error("a file was written")
	}
}

func (s *story) workbook(r desk.Reading) (desk.FileAnswer, error) {
	return s.desk.WriteWorkbook(desk.WorkbookRequest{Language: r.Language, Scenario: r.Scenario, Job: "a"})
}

func TestAWorkbookThatIsStoppedIsNotWritten(t *testing.T) {
	s := newStory(t)
	s.sample("vanuatu")
	s.window.path = s.in("case.xlsx")
	if err := s.desk.Stop(desk.JobRequest{Job: "a", Language: "en"}); err != nil { // before it has begun
		t.Fatal(err)
	}
	_, err := s.workbook(en)
	if f := fault(t, err); f.Code != "stopped" || f.Remedy == "" {
		t.Errorf("%+v", f)
	}
	if _, err := os.Stat(s.window.path); !os.IsNotExist(err) {
		t.Error("it was written all the same")
	}
	if f := s.file(s.workbook(en)); f.Name != "case.xlsx" {
		t.Errorf("and now it cannot be written: %+v", f.Name)
	}
	if err := s.desk.Stop(desk.JobRequest{Job: "b"}); err != nil {
		t.Error("to stop what has ended is no fault")
	}
}
