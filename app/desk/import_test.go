package desk_test

import (
	"encoding/base64"
	"os"
	"strings"
	"testing"

	"outrigger/app/desk"
)

// begun is a new plan for Bermuda on the desk, as an officer begins it.
func begun(s *story) desk.View {
	s.t.Helper()
	return s.view(s.desk.Begin(desk.BeginRequest{
		Language: "en", Country: "BMU", Post: "Bermuda Post Office", First: 2003, LastActual: 2022, Last: 2027, StartMonth: 4,
	}))
}

func data(t *testing.T, name string) string {
	t.Helper()
	content, err := os.ReadFile("../intake/testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return base64.StdEncoding.EncodeToString(content)
}

func imported(t *testing.T, v desk.ImportView, err error) desk.ImportView {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// An officer brings in her budget book: sees what it holds, says what goes where,
// looks at it, accepts, and may take it back.
func TestABudgetBookIsBroughtIn(t *testing.T) {
	s := newStory(t)
	begun(s)
	v, err := s.desk.ImportUpload(desk.UploadRequest{Language: "en", Name: "bermuda_expenditure.csv", Base64: data(t, "bermuda_expenditure.csv")})
	v = imported(t, v, err)
	if !v.Open || len(v.Tables) != 1 || !v.Tables[0].Long || v.Ready || len(v.Sentences) == 0 {
		t.Fatalf("laid open as %+v", v)
	}
	columns := map[string]desk.ImportColumn{}
	for _, c := range v.Tables[0].Columns {
		columns[c.Name] = c
	}
	if got := columns["HeadNumber"].Values; strings.Join(got, " ") != "13 43" {
		t.Errorf("HeadNumber offers %v", got)
	}
	if !columns["DataVersion"].Measure {
		t.Error("the column of actual and estimate is not seen as one")
	}
	choice := desk.ImportRequest{Language: "en", Scale: "1000", SaveAs: "budget book", Series: []desk.ImportSeries{{
		Target: "new:drivers", Name: "Expenditure of the Post Office", Unit: "BMD", Measure: "ACTUAL",
		Filters: []desk.ImportFilter{{Column: "HeadNumber", Equal: []string{"13"}}}, From: 2003, To: 2022,
	}, {
		Target: "funding/state/amount", Measure: "NOWHERE", Filters: []desk.ImportFilter{{Column: "HeadNumber", Equal: []string{"43"}}},
	}}}
	v, err = s.desk.ImportTry(choice)
	v = imported(t, v, err)
	if v.Ready || v.Lines[0].Fault != "" || v.Lines[1].Fault == "" {
		t.Errorf("a series that fits nothing is ready: %+v", v.Lines)
	}
	choice.Series[1].Measure, choice.Series[1].From, choice.Series[1].To = "ACTUAL", 2003, 2022
	v, err = s.desk.ImportTry(choice)
	v = imported(t, v, err)
	if !v.Ready || !strings.Contains(v.Lines[0].Figures, "10,567,000") {
		t.Fatalf("tried: %+v", v)
	}
	view := s.view(s.desk.ImportAccept(choice))
	found := false
	rows := s.page("drivers", "en", "").Tables[0].Rows
	for _, r := range rows {
		if r.Name.Text == "Expenditure of the Post Office" && r.Cells[0].Text == "10,567,000" {
			found = true
		}
	}
	if !found || !view.CanUndo {
		t.Errorf("the driver is not there: %+v", rows)
	}
	if _, err := s.desk.ImportAccept(choice); err == nil {
		t.Error("the file can be brought in twice")
	}
	// Next year the saved mapping does it.
	v, err = s.desk.ImportUpload(desk.UploadRequest{Language: "en", Name: "bermuda_expenditure.csv", Base64: data(t, "bermuda_expenditure.csv")})
	v = imported(t, v, err)
	if len(v.Mappings) != 1 || v.Mappings[0].Name != "budget book" {
		t.Fatalf("mappings %v", v.Mappings)
	}
	v, err = s.desk.ImportTry(desk.ImportRequest{Language: "en", Mapping: "budget book"})
	v = imported(t, v, err)
	if len(v.Choice.Series) != 2 || v.Choice.Scale != "1000" || !v.Ready {
		t.Errorf("the saved mapping gives %+v, ready %v, %+v", v.Choice, v.Ready, v.Lines)
	}
	s.view(s.desk.Undo(en))
	if rows := s.page("drivers", "en", "").Tables[0].Rows; strings.Contains(rows[len(rows)-1].Name.Text, "Expenditure") {
		t.Error("what was brought in cannot be taken back")
	}
}

func TestAPastedTableIsBroughtIn(t *testing.T) {
	s := newStory(t)
	s.sample("vanuatu")
	v, err := s.desk.ImportPaste(desk.PasteRequest{Language: "en", Text: "Item\t2023\t2024\t2025\nParcels\t20 000\t21 000\t22 500\nLetters\t1\t2\t3\n"})
	v = imported(t, v, err)
	if len(v.Tables) != 1 || len(v.Tables[0].Rows) != 2 || v.Tables[0].Rows[0].Latest != "22,500" {
		t.Fatalf("laid open as %+v", v.Tables)
	}
	past, err := s.desk.ImportTry(desk.ImportRequest{Language: "en", Series: []desk.ImportSeries{{Target: growth, Cell: v.Tables[0].Rows[0].Cell}}})
	if fault := imported(t, past, err).Lines[0].Fault; fault == "" || strings.Contains(fault, growth) || !strings.Contains(fault, "growth a year") {
		t.Errorf("years past for the years to come: %q", fault)
	}
	s.view(s.desk.ImportAccept(desk.ImportRequest{Language: "en", Series: []desk.ImportSeries{{Target: history, Cell: v.Tables[0].Rows[0].Cell}}}))
	if got := s.text(s.view(s.desk.Look(en)), history, 2025); got != "22,500" {
		t.Errorf("parcels in 2025: %s", got)
	}
}

// A remark names the figure as the plan does, and a paste by what it is.
func TestRemarksOnAnImportSpeakInNames(t *testing.T) {
	s := newStory(t)
	s.sample("vanuatu")
	v, err := s.desk.ImportPaste(desk.PasteRequest{Language: "en", Text: "<table><tr><td>Item</td><td>2023</td><td>2025</td></tr><tr><td>Parcels</td><td>1</td><td>3</td></tr></table>"})
	v = imported(t, v, err)
	for _, sentence := range v.Sentences {
		if strings.HasPrefix(sentence, " ") {
			t.Errorf("nothing is named: %q", sentence)
		}
	}
	v, err = s.desk.ImportTry(desk.ImportRequest{Language: "en", Series: []desk.ImportSeries{{Target: history, Cell: v.Tables[0].Rows[0].Cell}}})
	v = imported(t, v, err)
	if notes := strings.Join(v.Lines[0].Notes, " "); !strings.Contains(notes, "2024") || strings.Contains(notes, history) {
		t.Errorf("the missing year is told as %q", notes)
	}
	if _, err := s.desk.ImportPaste(desk.PasteRequest{Language: "en", Text: "Dear all,"}); err == nil || !strings.Contains(err.Error(), "pasted table") {
		t.Errorf("a letter is refused as %v", err)
	}
}

func TestAFilledInWorkbookComesBackWithoutChoosing(t *testing.T) {
	s := newStory(t)
	s.sample("vanuatu")
	s.window.path = s.in("fill")
	out := s.file(s.desk.Collect(en))
	if !out.Chosen || out.Name != "fill.xlsx" {
		t.Fatalf("collected as %+v", out)
	}
	s.edit("en", "", cell(history, 2025, "999"))
	s.window.path = s.in("fill.xlsx")
	v, err := s.desk.ImportDialog(en)
	v = imported(t, v, err)
	if !v.Filled || !v.Ready || len(v.Lines) != 1 {
		t.Fatalf("laid open as %+v", v)
	}
	s.view(s.desk.ImportAccept(desk.ImportRequest{Language: "en"}))
	if got := s.text(s.view(s.desk.Look(en)), history, 2025); got != "30,600" {
		t.Errorf("parcels in 2025: %s", got)
	}
}

func TestAFileThatIsNoTableGetsOneSentence(t *testing.T) {
	for _, language := range []string{"en", "fr", "es", "pt", "ar"} {
		s := newStory(t)
		if _, err := s.desk.ImportPaste(desk.PasteRequest{Language: language, Text: "2023\t1"}); err == nil {
			t.Error("a file is laid open on an empty desk")
		}
		s.sample("vanuatu")
		for name, content := range map[string]string{"letter.csv": "Dear Madam,\nthank you.\n", "old.xls": "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "cut.xlsx": "PK\x03\x04"} {
			_, err := s.desk.ImportUpload(desk.UploadRequest{Language: language, Name: name, Base64: base64.StdEncoding.EncodeToString([]byte(content))})
			if err == nil {
				t.Errorf("%s is laid open", name)
				continue
			}
			if f := err.Error(); strings.ContainsAny(f, "⟨⟩") || !strings.Contains(f, `"remedy":"`) || strings.Contains(f, `"remedy":""`) {
				t.Errorf("%s, %s: %s", language, name, f)
			}
		}
	}
}

func TestAPlanThatWasNeverSavedIsFoundAgain(t *testing.T) {
	s := newStory(t)
	v := begun(s)
	if v.Saved || v.Post != "Bermuda Post Office" || v.Currency != "BMD" {
		t.Fatalf("begun as %+v", v)
	}
	s.restart()
	list, err := s.desk.Recent()
	if err != nil || len(list.Plans) != 1 || list.Plans[0].Unsaved == "" || list.Plans[0].Post != "Bermuda Post Office" {
		t.Fatalf("recent %+v (%v)", list, err)
	}
	v = s.view(s.desk.OpenRecent(desk.PathRequest{Language: "en", Path: list.Plans[0].Path}))
	if v.Post != "Bermuda Post Office" || v.Saved {
		t.Errorf("opened as %+v", v)
	}
	s.window.path = s.in("bermuda.outrigger")
	s.file(s.desk.Save(en))
	list, err = s.desk.Recent()
	if err != nil || len(list.Plans) != 1 || list.Plans[0].Unsaved != "" || list.Plans[0].Path != s.in("bermuda.outrigger") {
		t.Errorf("recent after saving %+v (%v)", list, err)
	}
	list, err = s.desk.Forget(desk.PathRequest{Language: "en", Path: list.Plans[0].Path})
	if _, gone := os.Stat(s.in("bermuda.outrigger")); err != nil || len(list.Plans) != 0 || gone != nil {
		t.Errorf("forgotten: %+v (%v, %v)", list, err, gone)
	}
	if err := s.desk.ShowFolder(desk.PathRequest{Language: "en", Path: s.folder}); err != nil || len(s.window.shown) != 1 {
		t.Errorf("the folder of the saved plan is not shown: %v", err)
	}
	if err := s.desk.ShowFolder(desk.PathRequest{Language: "en", Path: "/etc"}); err == nil {
		t.Error("any folder can be shown")
	}
	if _, err := s.desk.OpenRecent(desk.PathRequest{Language: "en", Path: "/etc/passwd"}); err == nil {
		t.Error("any file can be opened as a recent one")
	}
}

func TestAPlanIsBegunForEveryCountryOffered(t *testing.T) {
	s := newStory(t)
	for _, language := range []string{"en", "ar"} {
		offer, err := s.desk.Offer(language)
		if err != nil || len(offer.Countries) < 180 || offer.Currencies[0].ID != "USD" {
			t.Fatalf("%s: %d countries (%v)", language, len(offer.Countries), err)
		}
	}
	offer, _ := s.desk.Offer("en")
	for _, c := range offer.Countries[:90] {
		if v := s.view(s.desk.Begin(desk.BeginRequest{Language: "en", Country: c.ID, Donor: "USD"})); v.Post != c.Name || len(v.Years) != 10 {
			t.Errorf("%s begun as %q with %d years", c.ID, v.Post, len(v.Years))
		}
	}
	if _, err := s.desk.Begin(desk.BeginRequest{Language: "fr", Country: "XXX"}); err == nil {
		t.Error("a plan is begun for no country")
	}
	if _, err := s.desk.Begin(desk.BeginRequest{Language: "en", Country: "FJI", First: 2030, LastActual: 2029, Last: 2020}); err == nil {
		t.Error("a plan is begun with years that run backwards")
	}
}

// Two windows, one plan: the second may read and save a copy, never over the first.
func TestTwoWindowsDoNotSaveOverEachOther(t *testing.T) {
	s := newStory(t)
	s.sample("vanuatu")
	s.window.path = s.in("shared.outrigger")
	s.file(s.desk.Save(en))
	first := s.desk

	s.start(s.window)
	v := s.view(s.desk.OpenDialog(en))
	if len(v.Findings) == 0 || !v.Findings[0].Warning || !strings.Contains(v.Findings[0].Sentence, "another window") {
		t.Fatalf("the second window is not told: %+v", v.Findings)
	}
	s.edit("en", "", cell(history, 2025, "40000"))
	if _, err := s.desk.Save(en); err == nil || !strings.Contains(err.Error(), "another name") {
		t.Errorf("the second window saves over the first: %v", err)
	}
	s.window.path = s.in("copy.outrigger")
	if f := s.file(s.desk.SaveAs(en)); !f.View.Saved || len(f.View.Findings) > 0 {
		t.Errorf("the copy: %+v", f.View.Findings)
	}
	s.window.path = s.in("shared.outrigger")
	if _, err := s.desk.SaveAs(en); err == nil {
		t.Error("the copy is saved over the plan that is open elsewhere")
	}
	desk.Leave(first)
	if v := s.view(s.desk.OpenDialog(en)); len(v.Findings) > 0 {
		t.Errorf("left by the first window, it is still locked: %+v", v.Findings)
	}
}
