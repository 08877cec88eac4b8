package desk_test

import (
	"bytes"
	"encoding/json"
	"log"
	"path/filepath"
	"testing"
	"time"

	"outrigger/app/desk"
	"outrigger/app/words"
	"outrigger/datasets"
)

const (
	history = "drivers/tracked/history"
	growth  = "drivers/tracked/growth"
	path    = "drivers/services/path"
)

// fakeWindow answers dialogs as a reader would.
type fakeWindow struct {
	path   string // empty: the reader closes the dialog
	fails  error
	asked  []desk.Dialog
	titles []string
	shown  []string
}

func (w *fakeWindow) answer(d desk.Dialog) (string, bool, error) {
	w.asked = append(w.asked, d)
	return w.path, w.path != "", w.fails
}

func (w *fakeWindow) AskOpen(d desk.Dialog) (string, bool, error)   { return w.answer(d) }
func (w *fakeWindow) AskSave(d desk.Dialog) (string, bool, error)   { return w.answer(d) }
func (w *fakeWindow) AskFolder(d desk.Dialog) (string, bool, error) { return w.answer(d) }
func (w *fakeWindow) SetTitle(title string)                         { w.titles = append(w.titles, title) }

func (w *fakeWindow) ShowFolder(path string) error { w.shown = append(w.shown, path); return nil }

// story is a desk, its window and where things lie on disk.
type story struct {
	t       *testing.T
	desk    *desk.Desk
	window  *fakeWindow
	folder  string
	log     *bytes.Buffer
	readied int
}

var catalogue, facts = load()

func load() (*words.Catalogue, *datasets.Data) {
	c, err := words.Load()
	if err != nil {
		panic(err)
	}
	d, err := datasets.Load()
	if err != nil {
		panic(err)
	}
	return c, d
}

func newStory(t *testing.T) *story {
	s := &story{t: t, window: &fakeWindow{}, folder: t.TempDir(), log: &bytes.Buffer{}}
	s.start(s.window)
	t.Cleanup(func() { _ = desk.Settle(s.desk); desk.Leave(s.desk) }) // before the folder goes
	return s
}

// start begins the program anew; what lies on disk stays.
func (s *story) start(w desk.Window) {
	s.desk = desk.New(desk.Setup{
		Version: "test", Language: "en", Words: catalogue, Facts: facts, Window: w,
		Now:      func() time.Time { return time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC) },
		Journals: filepath.Join(s.folder, "journals"), Log: log.New(s.log, "", 0), Ready: func() { s.readied++ },
	})
}

// restart ends the program as a crash would, but for the moment it takes to write
// the last edit down, and starts it again.
func (s *story) restart() {
	s.t.Helper()
	if err := desk.Settle(s.desk); err != nil {
		s.t.Fatal(err)
	}
	desk.Leave(s.desk) // the system does it for a program that is killed
	s.start(s.window)
}

func (s *story) in(name string) string { return filepath.Join(s.folder, name) }

func (s *story) view(v desk.View, err error) desk.View {
	s.t.Helper()
	if err != nil {
		s.t.Fatal(err)
	}
	return v
}

func (s *story) file(f desk.FileAnswer, err error) desk.FileAnswer {
	s.t.Helper()
	if err != nil {
		s.t.Fatal(err)
	}
	return f
}

func (s *story) sample(name string) desk.View {
	s.t.Helper()
	return s.view(s.desk.OpenSample(desk.SampleRequest{Name: name, Language: "en"}))
}

func (s *story) look(language, scenario string) desk.View {
	s.t.Helper()
	return s.view(s.desk.Look(desk.Reading{Language: language, Scenario: scenario}))
}

func (s *story) edit(language, scenario string, cells ...desk.CellEdit) desk.EditAnswer {
	s.t.Helper()
	answer, err := s.desk.Edit(desk.EditRequest{Language: language, Scenario: scenario, Cells: cells})
	if err != nil {
		s.t.Fatal(err)
	}
	return answer
}

func cell(input string, year int, text string) desk.CellEdit {
	return desk.CellEdit{Input: input, Year: year, Text: text}
}

// text is what the page of the drivers shows in one cell of an input, or of a
// driver's volume, in the scenario of a view just given.
func (s *story) text(v desk.View, input string, year int) string {
	s.t.Helper()
	return s.find(v, input, year).Text
}

func (s *story) find(v desk.View, input string, year int) desk.GridCell {
	s.t.Helper()
	for _, row := range s.page("drivers", "en", v.Scenario).Tables[0].Rows {
		for _, c := range row.Cells {
			if c.Year == year && (c.Input == input || c.Input == "" && row.ID == input) {
				return c
			}
		}
	}
	return desk.GridCell{}
}

// fault reads an error as the page does.
func fault(t *testing.T, err error) desk.Fault {
	t.Helper()
	var f desk.Fault
	if err == nil {
		t.Fatal("it did not fail")
	}
	if e := json.Unmarshal([]byte(err.Error()), &f); e != nil {
		t.Fatalf("no fault: %v", err)
	}
	return f
}

var en = desk.Reading{Language: "en"}
