package intake

import (
	"bytes"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// Every excerpt gives its spot values by the first mapping proposed.
func TestSpotValuesOfTheExcerpts(t *testing.T) {
	checkSpots(t, "testdata", readSpots(t, "testdata/spots.json"))
}

func openData(t *testing.T, name string) *File {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return opened(t, name, data)
}

func opened(t *testing.T, name string, data []byte) *File {
	t.Helper()
	f, err := Open(name, bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// viewOf reads text by the first mapping proposed.
func viewOf(t *testing.T, text string) *Preview {
	t.Helper()
	f, err := Paste(text)
	if err != nil {
		t.Fatal(err)
	}
	return firstOf(t, f)
}

func firstOf(t *testing.T, f *File) *Preview {
	t.Helper()
	maps := Propose(f)
	if len(maps) == 0 {
		t.Fatalf("no table found in %v", f.Sheets[0].Rows)
	}
	view := PreviewOf(f, maps[0])
	if len(view.Faults) > 0 {
		t.Fatal(view.Faults[0])
	}
	return view
}

// bookOf writes text cells into a workbook, numbers as numbers.
func bookOf(t *testing.T, sheet string, rows [][]string, more func(*excelize.File)) []byte {
	t.Helper()
	book := excelize.NewFile()
	defer book.Close()
	if err := book.SetSheetName("Sheet1", sheet); err != nil {
		t.Fatal(err)
	}
	for r, row := range rows {
		for c, text := range row {
			var err error
			cell := Ref{r, c}.String()
			switch x, e := strconv.ParseFloat(text, 64); {
			case text == "":
			case strings.HasPrefix(text, "="):
				err = book.SetCellFormula(sheet, cell, text[1:])
			case e == nil:
				err = book.SetCellFloat(sheet, cell, x, -1, 64)
			default:
				err = book.SetCellStr(sheet, cell, text)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	if more != nil {
		more(book)
	}
	var b bytes.Buffer
	if err := book.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func textRows(t *testing.T, name string) [][]string {
	t.Helper()
	var rows [][]string
	for _, row := range openData(t, name).Sheets[0].Rows {
		var texts []string
		for _, c := range row {
			texts = append(texts, c.Text)
		}
		rows = append(rows, texts)
	}
	return rows
}

// The transit table comes as a workbook with merged titles: same figures, same
// cells, its groups told apart, its eight totals all tie, and its claim of
// thousands is shown with a figure but not used.
func TestTransitTableAsWorkbook(t *testing.T) {
	data := bookOf(t, "1985-2017 ACTUALS", textRows(t, "toronto.csv"), func(b *excelize.File) {
		for _, r := range []string{"2", "3", "4"} {
			if err := b.MergeCell("1985-2017 ACTUALS", "A"+r, "K"+r); err != nil {
				t.Fatal(err)
			}
		}
	})
	view := firstOf(t, opened(t, "toronto.csv", data)) // an ending that lies
	for _, s := range readSpots(t, "testdata/spots.json") {
		if s.File != "toronto.csv" {
			continue
		}
		got, ok := view.Lookup(s.Label, s.LabelCell, s.Period, s.Measure)
		if !ok || got.Cell != s.Cell || !sameNumber(got.Number, s.Expected) {
			t.Errorf("%s %s is %v at %s", s.Label, s.Period, got.Number, got.Cell)
		}
	}
	if got, _ := view.Lookup("TICKETS", "B24", "2010", ""); got.Group != "WHO / SENIOR/STUDENT" {
		t.Errorf("the second TICKETS stands under %q", got.Group)
	}
	if len(view.Ties) != 8 {
		t.Errorf("%d totals found, the sheet has 8", len(view.Ties))
	}
	for _, tie := range view.Ties {
		if tie.State != "ties" {
			t.Errorf("total %s: %+v", tie.Cell, tie)
		}
	}
	if len(view.Scales) != 1 || view.Scales[0].Factor != 1000 || view.Scales[0].Scaled.String() != "538079000" {
		t.Errorf("scale shown: %+v", view.Scales)
	}
}

// Footnotes stay out, a label over two rows is joined, a slip in a year is told.
func TestOddRowsAreSaid(t *testing.T) {
	view := firstOf(t, openData(t, "usps.csv"))
	if _, ok := view.Lookup("Professional, administrative, and technical", "", "1990", ""); !ok {
		t.Error("the label over two rows was not joined")
	}
	skipped := map[string]int{}
	for _, s := range view.Skipped {
		skipped[s.Code]++
	}
	if skipped["footnote"] != 3 {
		t.Errorf("skipped %v, want the three lines of the source note", skipped)
	}
	view = firstOf(t, openData(t, "australia.csv"))
	found := false
	for _, d := range view.Doubts {
		found = found || d.Code == "year_doubt" && d.Place == "A4"
	}
	if !found {
		t.Errorf("1986-97 was taken without a word: %v", view.Doubts)
	}
}
