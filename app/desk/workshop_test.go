package desk_test

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"outrigger/app/desk"
	"outrigger/datasets"
	"outrigger/model/plan"
)

// posts writes the samples into a folder of their own, with a broken plan beside them.
func (s *story) posts() string {
	s.t.Helper()
	folder := filepath.Join(s.folder, "posts")
	if err := os.MkdirAll(folder, 0o755); err != nil {
		s.t.Fatal(err)
	}
	for _, name := range datasets.SampleNames() {
		data, err := datasets.Sample(name)
		if err != nil {
			s.t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(folder, name+".outrigger"), data, 0o644); err != nil {
			s.t.Fatal(err)
		}
	}
	for _, name := range []string{"broken.outrigger", "vanuatu.outrigger.backup"} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte("{"), 0o644); err != nil {
			s.t.Fatal(err)
		}
	}
	return folder
}

func (s *story) workshop(v desk.WorkshopView, err error) desk.WorkshopView {
	s.t.Helper()
	if err != nil {
		s.t.Fatal(err)
	}
	return v
}

func TestAFolderOfPlansIsLaidSideBySide(t *testing.T) {
	s := newStory(t)
	full(t, "no workshop", reflect.ValueOf(s.workshop(s.desk.Workshop(desk.WorkshopRequest{Language: "en"}))))
	s.window.path = s.posts()
	v := s.workshop(s.desk.WorkshopDialog(desk.WorkshopRequest{Language: "en"}))
	full(t, "workshop", reflect.ValueOf(v))
	if !v.Open || v.Folder != "posts" || len(v.Posts) != 3 || v.Currency != "USD" || !v.Illustrative {
		t.Fatalf("%+v", v)
	}
	for _, p := range v.Posts {
		if len(p.Figures) != len(v.Columns) || p.Figures[0].Text == "" || p.Country == "" || len(p.Files) != 1 {
			t.Errorf("%+v", p)
		}
	}
	if len(v.Left) != 1 || v.Left[0].File != "broken.outrigger" || !strings.Contains(v.Left[0].Fault, "part of the plan is missing") {
		t.Errorf("left out: %+v", v.Left)
	}
	s.window.path = ""
	if again := s.workshop(s.desk.WorkshopDialog(desk.WorkshopRequest{Language: "fr"})); len(again.Posts) != 3 || again.Sentences[0] == v.Sentences[0] {
		t.Error("a closed dialog should leave the table, in the language asked for")
	}
	euro := s.workshop(s.desk.Workshop(desk.WorkshopRequest{Language: "en", Currency: "EUR"}))
	if euro.Currency != "EUR" || len(euro.Left) <= len(v.Left) {
		t.Errorf("in euro: %+v", euro.Left)
	}
	opened := s.view(s.desk.WorkshopPlan(desk.WorkshopPlanRequest{Language: "en", File: "senegal.outrigger"}))
	if !opened.Open || opened.File != "senegal.outrigger" {
		t.Errorf("opened %q", opened.File)
	}
	for _, file := range []string{"../story.outrigger", "vanuatu.outrigger.backup"} {
		if _, err := s.desk.WorkshopPlan(desk.WorkshopPlanRequest{Language: "en", File: file}); err == nil {
			t.Errorf("%s is none of the table and was opened", file)
		}
	}
}

// What a hidden table carries tells nobody whose it is.
func TestHiddenNamesDoNotReachThePage(t *testing.T) {
	s := newStory(t)
	s.window.path = s.posts()
	v := s.workshop(s.desk.WorkshopDialog(desk.WorkshopRequest{Language: "en", Hide: true}))
	all := fmt.Sprintf("%+v", v)
	for _, told := range []string{"Vanuatu", "Senegal", "Sénégal", "Timor", "VUV", "XOF", "broken"} {
		if strings.Contains(all, told) {
			t.Errorf("the table tells %s: %s", told, all)
		}
	}
	if v.Folder != "" || v.Posts[0].Name != "Post A" || v.Posts[2].Name != "Post C" {
		t.Errorf("the posts are called %q to %q, the folder %q", v.Posts[0].Name, v.Posts[2].Name, v.Folder)
	}
}

func TestARegionalWorkbookIsWrittenFromTheTable(t *testing.T) {
	s := newStory(t)
	if _, err := s.desk.WorkshopWorkbook(desk.WorkshopRequest{Language: "en"}); err == nil {
		t.Error("a workbook of nothing was written")
	}
	s.window.path = s.posts()
	v := s.workshop(s.desk.WorkshopDialog(desk.WorkshopRequest{Language: "en"}))
	s.window.path = s.in("region")
	f := s.file(s.desk.WorkshopWorkbook(desk.WorkshopRequest{Language: "en", Job: "a"}))
	if f.Name != "region.xlsx" || f.Folder != s.folder {
		t.Fatalf("%+v", f)
	}
	book, err := excelize.OpenFile(s.in("region.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	raw := excelize.Options{RawCellValue: true}
	for i, p := range v.Posts {
		for j, column := range []string{"H", "I", "J"} {
			here, err := book.GetCellValue("Posts", fmt.Sprintf("%s%d", column, i+5), raw)
			if err != nil || strings.TrimRight(strings.TrimRight(here, "0"), ".") != strings.TrimRight(strings.TrimRight(p.Figures[j].Plain, "0"), ".") {
				t.Errorf("%s, %s: %s in the workbook, %s on the page, %v", p.Name, v.Columns[j].Name, here, p.Figures[j].Plain, err)
			}
		}
	}
	if err := s.desk.Stop(desk.JobRequest{Language: "en", Job: "b"}); err != nil {
		t.Fatal(err)
	}
	var fault desk.Fault
	if _, err := s.desk.WorkshopWorkbook(desk.WorkshopRequest{Language: "en", Job: "b"}); !errors.As(err, &fault) || fault.Code != "stopped" {
		t.Errorf("stopped with %v", err)
	}
	sheets := s.file(s.desk.WorkshopSheets(desk.WorkshopRequest{Language: "ar", Job: "c"}))
	if !sheets.Chosen || sheets.Name != "region.xlsx" {
		t.Errorf("%+v", sheets)
	}
}

func TestInABrowserPlansComeUpInParts(t *testing.T) {
	s := newStory(t)
	s.start(nil)
	part := func(first, last bool, names ...string) desk.WorkshopUploadRequest {
		r := desk.WorkshopUploadRequest{Language: "en", First: first, Last: last}
		for _, name := range names {
			data, err := datasets.Sample(name)
			if err != nil {
				t.Fatal(err)
			}
			r.Files = append(r.Files, desk.WorkshopPlain{Name: name + ".outrigger", Text: string(data)})
		}
		return r
	}
	if v := s.workshop(s.desk.WorkshopUpload(part(true, false, "vanuatu", "senegal"))); v.Open {
		t.Error("half a folder is laid out")
	}
	if v := s.workshop(s.desk.WorkshopUpload(part(false, true, "timor-leste"))); len(v.Posts) != 3 {
		t.Errorf("%d posts", len(v.Posts))
	}
	if v := s.workshop(s.desk.WorkshopUpload(part(true, true, "senegal"))); len(v.Posts) != 1 {
		t.Errorf("%d posts, after beginning anew with one", len(v.Posts))
	}
	large := desk.WorkshopUploadRequest{Language: "en", First: true, Last: true, Files: []desk.WorkshopPlain{{Name: "x.outrigger", Text: strings.Repeat(" ", plan.MaxBytes+1)}}}
	if v := s.workshop(s.desk.WorkshopUpload(large)); len(v.Left) != 1 || v.Left[0].Fault == "" {
		t.Errorf("a plan too large: %+v", v.Left)
	}
	s.workshop(s.desk.WorkshopUpload(part(true, true, "senegal")))
	if v := s.view(s.desk.WorkshopPlan(desk.WorkshopPlanRequest{Language: "en", File: "senegal.outrigger"})); v.File != "senegal.outrigger" {
		t.Errorf("opened %q", v.File)
	}
	f := s.file(s.desk.WorkshopWorkbook(desk.WorkshopRequest{Language: "fr"}))
	data, err := base64.StdEncoding.DecodeString(f.Base64)
	if err != nil || !bytes.HasPrefix(data, []byte("PK")) || f.Name != "Synthèse régionale des besoins de financement.xlsx" {
		t.Errorf("%s, %v", f.Name, err)
	}
	var fault desk.Fault
	if _, err := s.desk.WorkshopUpload(desk.WorkshopUploadRequest{Language: "en", First: true, Last: true}); !errors.As(err, &fault) || fault.Code != "empty" || fault.Remedy == "" {
		t.Errorf("no file at all: %v", err)
	}
	if _, err := s.desk.WorkshopDialog(desk.WorkshopRequest{Language: "en"}); !errors.As(err, &fault) || fault.Code != "no_window" {
		t.Errorf("a dialog in a browser: %v", err)
	}
}
