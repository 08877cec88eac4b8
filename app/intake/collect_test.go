package intake

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"outrigger/model/money"
	"outrigger/model/plan"
)

// keys says every key as itself, so that a test reads what is asked for.
type keys struct{ rtl bool }

func (keys) Say(key string, _ map[string]string) string { return strings.TrimPrefix(key, "intake.") }
func (k keys) RTL() bool                                { return k.rtl }

func filledIn(t *testing.T, p *plan.Plan, edit func(*excelize.File)) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Collect(&b, p, keys{}); err != nil {
		t.Fatal(err)
	}
	if edit == nil {
		return b.Bytes()
	}
	book, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	edit(book)
	var out bytes.Buffer
	if err := book.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// rowOf finds the row of an input in a sheet of the fill-in workbook.
func rowOf(t *testing.T, book *excelize.File, sheet, id string) string {
	t.Helper()
	rows, err := book.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	for r, row := range rows {
		if len(row) > 0 && row[0] == id {
			return strings.TrimPrefix(Ref{r, 0}.String(), "A")
		}
	}
	t.Fatalf("%s has no row for %s", sheet, id)
	return ""
}

// A workbook that comes back as it went out changes nothing; what was filled in
// comes back to the digit, and formula-like text stays text.
func TestFillInWorkbookThereAndBack(t *testing.T) {
	p := bermuda(t)
	p.Drivers[0].History.Note = `=HYPERLINK("x")`
	p.Drivers[0].History.Source = "+1-441 @head 13"
	same, changes, faults := ReadCollected(bytes.NewReader(filledIn(t, p, nil)), p)
	if len(faults) > 0 || len(changes) > 0 {
		t.Fatalf("an untouched workbook: %v, %v", changes, faults)
	}
	before, _ := plan.Marshal(p)
	if after, _ := plan.Marshal(same); string(before) != string(after) {
		t.Error("an untouched workbook changed the plan")
	}
	data := filledIn(t, p, func(b *excelize.File) {
		r := rowOf(t, b, "sheet.activities", "activities/support/hours")
		must(t, b.SetCellStr("sheet.activities", "E"+r, "2,5"))
		must(t, b.SetCellStr("sheet.activities", "F"+r, "common.grade.measured"))
		must(t, b.SetCellStr("sheet.activities", "H"+r, "=cmd|x"))
		r = rowOf(t, b, "sheet.activities", "activities/support/urgent?")
		must(t, b.SetCellStr("sheet.activities", "E"+r, "common.yes"))
		r = rowOf(t, b, "sheet.post", "post/revenue") // asked for though nobody has given it
		must(t, b.SetCellInt("sheet.post", columnName(colYears)+r, 21_000_000))
		r = rowOf(t, b, "sheet.team", "roles/it/hires")
		must(t, b.SetCellInt("sheet.team", columnName(colYears+20)+r, 4))
	})
	filled, changes, faults := ReadCollected(bytes.NewReader(data), p)
	if len(faults) > 0 || len(changes) != 4 {
		t.Fatalf("%v, %v", changes, faults)
	}
	hours := plan.Find(filled, "activities/support/hours")
	if hours.Value == nil || money.Canonical(*hours.Value) != "2.5" || hours.Grade != plan.Measured || hours.Note != "=cmd|x" {
		t.Errorf("%+v", hours)
	}
	if n := filled.Post.Revenue.Years[p.Years.First]; n.String() != "21000000" || filled.Post.Training.Given() {
		t.Errorf("revenue %v, training %v", n, filled.Post.Training)
	}
	if n := plan.Find(filled, "roles/it/hires").Years[2023]; n.String() != "4" || !filled.Activities[0].Urgent || p.Activities[0].Urgent {
		t.Errorf("hires in 2023 %v, urgent %v", n, filled.Activities[0].Urgent)
	}
}

func TestAFilledInFigureKeepsItsRange(t *testing.T) {
	p := bermuda(t)
	low, high := money.Int(1), money.Int(9)
	plan.Find(p, "activities/support/hours").Range = &plan.Range{Kind: plan.LowHigh, Low: &low, High: &high}
	data := filledIn(t, p, func(b *excelize.File) {
		must(t, b.SetCellStr("sheet.activities", "E"+rowOf(t, b, "sheet.activities", "activities/support/hours"), "2,5"))
	})
	back, changes, faults := ReadCollected(bytes.NewReader(data), p)
	if len(faults) > 0 || len(changes) != 1 {
		t.Fatalf("%v, %v", changes, faults)
	}
	if r := plan.Find(back, "activities/support/hours").Range; r == nil || !r.High.Equal(high) {
		t.Errorf("the range is %v", r)
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// One bad cell refuses the file whole, and every bad cell is named.
func TestBadCellsRefuseTheWholeWorkbook(t *testing.T) {
	p := bermuda(t)
	data := filledIn(t, p, func(b *excelize.File) {
		r := rowOf(t, b, "sheet.team", "roles/it/attrition")
		must(t, b.SetCellFloat("sheet.team", "E"+r, 1.5, -1, 64))
		must(t, b.SetCellStr("sheet.team", "F"+r, "certain"))
		r = rowOf(t, b, "sheet.team", "roles/it/staff")
		must(t, b.SetCellStr("sheet.team", "I"+r, "thirty"))
		must(t, b.SetCellFormula("sheet.team", columnName(colYears+21)+rowOf(t, b, "sheet.team", "roles/it/hires"), "1+1"))
		must(t, b.SetCellInt("sheet.team", "K"+r, -4))
		must(t, b.SetCellStr("sheet.team", "A"+rowOf(t, b, "sheet.team", "roles/it/wage"), "roles/nobody/wage"))
	})
	changed, _, faults := ReadCollected(bytes.NewReader(data), p)
	if changed != nil {
		t.Error("a workbook with bad cells changed the plan")
	}
	want := map[string]bool{"cell_above": true, "no_choice": true, "cell_no_number": true, "cell_below": true, "cell_without_value": true, "no_input": true}
	for _, f := range faults {
		if !want[f.Code] || !strings.HasPrefix(f.Place, "sheet.team!") {
			t.Errorf("fault %v", f)
		}
		delete(want, f.Code)
	}
	for code := range want {
		t.Errorf("no fault %s", code)
	}
	for name, data := range map[string][]byte{"another workbook": bookOf(t, "S", [][]string{{"a", "b"}}, nil), "text": []byte("a,b"), "nothing": {}} {
		if _, _, faults := ReadCollected(bytes.NewReader(data), p); len(faults) != 1 {
			t.Errorf("%s: %v", name, faults)
		}
	}
}

// Every sheet is locked but for its yellow cells, runs right to left in Arabic,
// and every list is a drop-down.
func TestFillInWorkbookForAnArabicReader(t *testing.T) {
	data, err := os.ReadFile("testdata/bermuda_plan.json")
	must(t, err)
	p, _ := plan.Parse(data)
	var b bytes.Buffer
	must(t, Collect(&b, p, keys{rtl: true}))
	book, err := excelize.OpenReader(&b)
	must(t, err)
	defer book.Close()
	for _, sheet := range book.GetSheetList() {
		if sheet == listsSheet {
			continue
		}
		view, err := book.GetSheetView(sheet, 0)
		if err != nil || view.RightToLeft == nil || !*view.RightToLeft {
			t.Errorf("%s does not run right to left", sheet)
		}
		lock, err := book.GetSheetProtection(sheet)
		if err != nil || !lock.SelectUnlockedCells || lock.EditObjects {
			t.Errorf("%s is not protected: %+v", sheet, lock)
		}
		lists, err := book.GetDataValidations(sheet)
		if err != nil || len(lists) == 0 {
			t.Errorf("%s has no drop-downs (%v)", sheet, err)
		}
	}
}
