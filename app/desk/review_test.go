package desk_test

import (
	"bytes"
	"encoding/base64"
	"os"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"outrigger/app/desk"
	"outrigger/datasets"
	"outrigger/model/plan"
)

// book is the workbook of the open plan, changed in a spreadsheet.
func (s *story) book(do func(f *excelize.File)) string {
	s.t.Helper()
	answer, err := s.desk.WriteWorkbook(desk.WorkbookRequest{Language: "en", Job: "w"})
	if err != nil {
		s.t.Fatal(err)
	}
	data, err := base64.StdEncoding.DecodeString(answer.Base64)
	if err != nil {
		s.t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		s.t.Fatal(err)
	}
	defer f.Close()
	do(f)
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		s.t.Fatal(err)
	}
	return base64.StdEncoding.EncodeToString(out.Bytes())
}

// inputCell is the cell of an input that is one figure for all years.
func inputCell(t *testing.T, f *excelize.File, label string) string {
	t.Helper()
	rows, err := f.GetRows("Inputs")
	if err != nil {
		t.Fatal(err)
	}
	for i, row := range rows {
		if len(row) > 0 && strings.TrimSpace(row[0]) == label {
			cell, _ := excelize.CoordinatesToCellName(4, i+1)
			return cell
		}
	}
	t.Fatalf("no line %q", label)
	return ""
}

// small is the Vanuatu sample without its measures, whose choice takes a while to weigh.
func (s *story) small() {
	s.t.Helper()
	data, err := datasets.Sample("vanuatu")
	if err != nil {
		s.t.Fatal(err)
	}
	before, _ := plan.Parse(data)
	p := plan.Clone(before)
	p.Measures, p.Portfolio = nil, plan.Portfolio{}
	plan.Untie(p, before)
	if data, err = plan.Marshal(p); err != nil {
		s.t.Fatal(err)
	}
	s.view(s.desk.OpenUpload(desk.FileRequest{Language: "en", Name: "small.outrigger", Text: string(data)}))
}

// costs is what the page of the budget says of the mail filter.
func (s *story) costs() string {
	s.t.Helper()
	return s.why("en", "", costOf, 0).Value
}

const mailCost = "Mail filtering and authentication service: unit cost"

// A returned workbook is told from an untouched one; each changed input is named with its
// effect and can be taken into the plan, once, and taken back.
func TestAReturnedWorkbookIsReviewed(t *testing.T) {
	s := newStory(t)
	s.start(nil) // in a browser
	s.small()
	look := func(name, data string) desk.ReviewView {
		t.Helper()
		v, err := s.desk.ReviewUpload(desk.ReviewUploadRequest{Language: "en", Job: "r", Name: name, Base64: data})
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	if v := look("as-is.xlsx", s.book(func(*excelize.File) {})); v.State != "untouched" || len(v.Edits)+len(v.Groups) != 0 || !strings.Contains(strings.Join(v.Notes, " "), "as it is now") {
		t.Errorf("untouched it is %+v", v)
	}
	edited := s.book(func(f *excelize.File) {
		if err := f.SetCellValue("Inputs", inputCell(t, f, mailCost), 60); err != nil {
			t.Fatal(err)
		}
	})
	v := look("edited.xlsx", edited)
	if v.State != "edited" || len(v.Edits) != 1 || v.Edits[0].Taking != "can" || v.Edits[0].Is != "60" || !strings.Contains(v.Edits[0].Effect, "+VUV") {
		t.Fatalf("edited it is %+v", v)
	}
	before := s.costs()
	taken, err := s.desk.ReviewTake(desk.ReviewTakeRequest{Language: "en", Number: 1})
	if err != nil {
		t.Fatal(err)
	}
	if taken.Review.Edits[0].Taking != "have" || !taken.View.CanUndo || s.costs() != "60" {
		t.Errorf("taken: %+v, the plan says %s", taken.Review.Edits[0], s.costs())
	}
	s.undo()
	again, err := s.desk.Review(desk.ReviewRequest{Language: "fr"})
	if err != nil {
		t.Fatal(err)
	}
	if again.Edits[0].Taking != "can" || s.costs() != before {
		t.Errorf("taken back: %+v", again.Edits[0])
	}
	tampered := s.book(func(f *excelize.File) {
		for _, err := range []error{
			f.SetCellFormula("Financing", "F8", "1+1"), f.SetCellValue("Cover", "A4", "Somebody else"), f.DeleteSheet("Monitoring"), f.SetCellValue("Cover", "Z3", "seen"),
		} {
			if err != nil {
				t.Fatal(err)
			}
		}
	})
	v = look("tampered.xlsx", tampered)
	kinds := map[string]bool{}
	for _, g := range v.Groups {
		kinds[g.Kind] = true
		if g.Title == "" || len(g.Lines) == 0 {
			t.Errorf("a group says nothing: %+v", g)
		}
	}
	if v.State != "tampered" || !kinds["formula_other"] || !kinds["fixed_other"] || !kinds["sheet_gone"] || !kinds["added"] {
		t.Errorf("tampered it is %s with %v", v.State, kinds)
	}
	for _, language := range []string{"fr", "es", "pt", "ar"} {
		other, err := s.desk.Review(desk.ReviewRequest{Language: language})
		if err != nil || other.Sentence == v.Sentence || strings.Contains(other.Sentence+other.Ask+other.Signature, "⟨") {
			t.Errorf("%s: %v %+v", language, err, other)
		}
	}
}

// In the window a dialog asks for the file; closed, it leaves all as it was. The plan that a
// workbook was written from can be opened from it.
func TestTheWindowAsksWhatCameBack(t *testing.T) {
	s := newStory(t)
	s.small()
	s.window.path = s.in("back.xlsx")
	if _, err := s.desk.WriteWorkbook(desk.WorkbookRequest{Language: "en", Job: "w"}); err != nil {
		t.Fatal(err)
	}
	v, err := s.desk.ReviewDialog(desk.ReviewRequest{Language: "en", Job: "r"})
	if err != nil || v.State != "untouched" || v.Name != "back.xlsx" {
		t.Errorf("%v %+v", err, v)
	}
	s.window.path = ""
	if v, err = s.desk.ReviewDialog(desk.ReviewRequest{Language: "en", Job: "r2"}); err != nil || v.Name != "back.xlsx" {
		t.Errorf("closed: %v %+v", err, v)
	}
	view, err := s.desk.ReviewPlan(desk.Reading{Language: "en"})
	if err != nil || !view.Open || view.Post != s.look("en", "").Post {
		t.Errorf("its plan: %v %+v", err, view.Post)
	}
}

// A file that cannot be looked at is refused in words, and the one before stays; so does
// work that is stopped.
func TestABadReturnedFileIsRefused(t *testing.T) {
	s := newStory(t)
	s.start(nil) // in a browser
	s.small()
	good := s.book(func(*excelize.File) {})
	if _, err := s.desk.ReviewUpload(desk.ReviewUploadRequest{Language: "en", Job: "1", Name: "good.xlsx", Base64: good}); err != nil {
		t.Fatal(err)
	}
	unsealed := s.book(func(f *excelize.File) {
		if err := f.DeleteSheet("Seal"); err != nil {
			t.Fatal(err)
		}
	})
	for name, data := range map[string]string{
		"letter.xlsx": base64.StdEncoding.EncodeToString([]byte("Dear colleague,")), "empty.xlsx": "", "unsealed.xlsx": unsealed, "damaged.xlsx": "%%%",
	} {
		for _, language := range []string{"en", "ar"} {
			_, err := s.desk.ReviewUpload(desk.ReviewUploadRequest{Language: language, Job: name + language, Name: name, Base64: data})
			f := fault(t, err)
			if !strings.HasPrefix(f.Code, "review_") || !strings.Contains(f.Sentence, name) || f.Remedy == "" {
				t.Errorf("%s, %s: %+v", name, language, f)
			}
		}
	}
	if err := s.desk.Stop(desk.JobRequest{Job: "early", Language: "en"}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.desk.ReviewUpload(desk.ReviewUploadRequest{Language: "en", Job: "early", Name: "good.xlsx", Base64: good}); fault(t, err).Code != "review_stopped" {
		t.Errorf("stopped: %v", err)
	}
	if v, err := s.desk.Review(desk.ReviewRequest{Language: "en"}); err != nil || v.Name != "good.xlsx" {
		t.Errorf("what is left: %v, %s", err, v.Name)
	}
	if _, err := s.desk.ReviewTake(desk.ReviewTakeRequest{Language: "en", Number: 1}); fault(t, err).Code != "review_gone" {
		t.Errorf("an edit that is none: %v", err)
	}
}

// The open plan beside a workbook, or two files: what differs stands first that moves the
// ask most.
func TestTwoPlansAreCompared(t *testing.T) {
	s := newStory(t)
	s.start(nil) // in a browser
	s.small()
	book := s.book(func(f *excelize.File) {
		if err := f.SetCellValue("Inputs", inputCell(t, f, mailCost), 60); err != nil {
			t.Fatal(err)
		}
	})
	if v, err := s.desk.Contrast(desk.ContrastRequest{Language: "en", Job: "0"}); err != nil || !v.Own || v.Both || v.First == "" {
		t.Errorf("before a file is there: %v %+v", err, v)
	}
	v, err := s.desk.ContrastUpload(desk.ContrastUploadRequest{Language: "en", Job: "1", Side: 2, Name: "back.xlsx", Base64: book})
	if err != nil || !v.Both || len(v.Lines) != 1 || v.Lines[0].Share != "1" || v.Lines[0].Is != "60" || v.Rest != "" {
		t.Fatalf("%v %+v", err, v)
	}
	s.edit("en", "", cell("lines/courses/unit_cost", 0, "1"))
	if v, err = s.desk.Contrast(desk.ContrastRequest{Language: "en", Job: "2"}); err != nil || len(v.Lines) < 2 {
		t.Errorf("the plan changed: %v %+v", err, v)
	}
	other, err := os.ReadFile("../../datasets/samples/senegal.outrigger")
	if err != nil {
		t.Fatal(err)
	}
	v, err = s.desk.ContrastUpload(desk.ContrastUploadRequest{Language: "ar", Job: "3", Side: 1, Name: "senegal.outrigger", Base64: base64.StdEncoding.EncodeToString(other)})
	if err != nil || v.Own || !v.Both || v.First != "senegal.outrigger" || len(v.Gone)+len(v.New) == 0 {
		t.Errorf("two files: %v %+v", err, v)
	}
	_, err = s.desk.ContrastUpload(desk.ContrastUploadRequest{Language: "en", Job: "4", Side: 1, Name: "bad.outrigger", Base64: base64.StdEncoding.EncodeToString([]byte("{"))})
	if f := fault(t, err); f.Sentence == "" || f.Remedy == "" {
		t.Errorf("a bad plan: %+v", f)
	}
	if v, err = s.desk.ContrastOwn(desk.ContrastRequest{Language: "en", Job: "5"}); err != nil || !v.Own {
		t.Errorf("the open plan again: %v %+v", err, v)
	}
}
