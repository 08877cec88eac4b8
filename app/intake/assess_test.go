package intake

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"outrigger/model/plan"
)

// reader has the real words of one language, and knows which way it runs.
type reader struct {
	catalogue
	rtl bool
}

func (r reader) RTL() bool { return r.rtl }

func catalogueOf(t *testing.T, lang string) reader {
	t.Helper()
	all := reader{catalogue{}, lang == "ar"}
	for _, room := range []string{"intake", "practices", "common", "model"} {
		data, err := os.ReadFile("../../datasets/words/" + lang + "/" + room + ".json")
		must(t, err)
		words := map[string]string{}
		must(t, json.Unmarshal(data, &words))
		maps.Copy(all.catalogue, words)
	}
	return all
}

// assessedOn is a plan's fill-in workbook in a language of the real words.
func assessedOn(t *testing.T, p *plan.Plan, lang string, edit func(*excelize.File, string)) []byte {
	t.Helper()
	words := catalogueOf(t, lang)
	var b bytes.Buffer
	must(t, Collect(&b, p, words))
	book, err := excelize.OpenReader(&b)
	must(t, err)
	defer book.Close()
	edit(book, words.Say("intake.sheet.readiness", nil))
	var out bytes.Buffer
	must(t, book.Write(&out))
	return out.Bytes()
}

func TestAnAssessmentIsFilledInOnASheetInEveryLanguage(t *testing.T) {
	for _, lang := range []string{"en", "fr", "es", "pt", "ar"} {
		p := small(t)
		two := 2
		p.Readiness = []plan.Assessment{{ID: "old", Name: "Old", Date: "2025-01-31", Levels: []plan.PracticeLevel{{Practice: "updates", Level: &two, Target: &two, Evidence: "x"}}}}
		data := assessedOn(t, p, lang, func(book *excelize.File, sheet string) {
			put := func(id, col, text string) { must(t, book.SetCellStr(sheet, col+rowOf(t, book, sheet, id), text)) }
			validations, err := book.GetDataValidations(sheet)
			must(t, err)
			if len(validations) != 2*len(plan.Practices) {
				t.Errorf("%s: %d drop-downs", lang, len(validations))
			}
			put("assessment/date", "C", "2026-11-30")
			put("assessment/who", "C", "IT office")
			words := catalogueOf(t, lang)
			put("tested-backups", "C", words.Say("intake.assess.level", map[string]string{"n": "3", "text": words.Say("practice.tested-backups.level.3", nil)}))
			put("tested-backups", "D", "=log of March")
			put("tested-backups", "E", "4") // the number alone is an answer, too
		})
		got, changes, faults := ReadCollected(bytes.NewReader(data), p)
		if len(faults) > 0 {
			t.Fatalf("%s: %v", lang, faults)
		}
		if len(got.Readiness) != 2 || len(p.Readiness) != 1 || len(changes) != 1 || changes[0].Input != "readiness/2026-11-30/tested-backups/level" || changes[0].Now != "3" {
			t.Fatalf("%s: %+v, %+v", lang, got.Readiness, changes)
		}
		a := got.Readiness[1]
		if a.Name != "2026-11-30" || a.Who != "IT office" || len(a.Levels) != 2 {
			t.Errorf("%s: %+v", lang, a)
		}
		told := ""
		for _, l := range a.Levels { // in the catalogue's order; the target of before stays
			told += fmt.Sprint(l.Practice, levelCode(l.Level), levelCode(l.Target), l.Evidence, ";")
		}
		if told != "updates2;tested-backups34=log of March;" {
			t.Errorf("%s: %q", lang, told)
		}
		// the same sheet again changes nothing
		again, changes, faults := ReadCollected(bytes.NewReader(data), got)
		if len(again.Readiness) != 2 || len(changes) > 0 || len(faults) > 0 {
			t.Errorf("%s: brought twice: %+v %v", lang, changes, faults)
		}
	}
}

func TestASheetOnWhichNothingIsJudgedChangesNothing(t *testing.T) {
	p := small(t)
	data := assessedOn(t, p, "en", func(book *excelize.File, sheet string) {
		must(t, book.SetCellStr(sheet, "C"+rowOf(t, book, sheet, "assessment/who"), "nobody"))
	})
	if got, changes, faults := ReadCollected(bytes.NewReader(data), p); len(faults) > 0 || len(changes) > 0 || len(got.Readiness) > 0 {
		t.Errorf("%+v %v", changes, faults)
	}
}

func TestABadAssessmentRefusesTheFile(t *testing.T) {
	for _, c := range []struct{ name, id, col, text, code string }{
		{"no day", "assessment/date", "C", "", "assessment_day"},
		{"a day that is none", "assessment/date", "C", "2026-02-30", "assessment_day"},
		{"a day written otherwise", "assessment/date", "C", "30/11/2026", "assessment_day"},
		{"a level off the scale", "updates", "C", "5", "no_choice"},
		{"a level that is a word", "updates", "C", "good", "no_choice"},
		{"a level of another practice", "updates", "C", "3 · One copy offline or unchangeable; a restore is tested every year.", "no_choice"},
		{"a target that is none", "updates", "E", "-1", "no_choice"},
		{"an endless evidence", "updates", "D", strings.Repeat("x", plan.MaxText+1), "too_long"},
		{"an unknown practice", "updates", "A", "later-practice", "no_input"},
		{"a practice twice", "updates", "A", "tested-backups", "row_twice"},
	} {
		p := small(t)
		data := assessedOn(t, p, "en", func(book *excelize.File, sheet string) {
			must(t, book.SetCellStr(sheet, "C"+rowOf(t, book, sheet, "assessment/date"), "2026-11-30"))
			must(t, book.SetCellStr(sheet, "C"+rowOf(t, book, sheet, "accounts"), "1"))
			must(t, book.SetCellStr(sheet, c.col+rowOf(t, book, sheet, c.id), c.text))
		})
		got, _, faults := ReadCollected(bytes.NewReader(data), p)
		if got != nil || len(faults) != 1 || faults[0].Code != c.code || !strings.HasPrefix(faults[0].Place, "Readiness!") && !strings.Contains(faults[0].Place, "Readiness!") {
			t.Errorf("%s: %v", c.name, faults)
		}
	}
}

func TestADayIsReadAsASpreadsheetKeepsIt(t *testing.T) {
	for text, want := range map[string]string{"2026-11-30": "2026-11-30", "46356": "2026-11-30", "1": "", "2026": "", "": ""} {
		if got, ok := dayOf(text); got != want || ok != (want != "") {
			t.Errorf("%q reads as %q", text, got)
		}
	}
}

// small is a plan that nothing has been brought into yet.
func small(t *testing.T) *plan.Plan {
	t.Helper()
	data, err := os.ReadFile("testdata/bermuda_plan.json")
	must(t, err)
	p, findings := plan.Parse(data)
	if p == nil {
		t.Fatal(findings)
	}
	return p
}
