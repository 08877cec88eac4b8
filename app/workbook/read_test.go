package workbook_test

import (
	"fmt"
	"html"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"outrigger/app/words"
	"outrigger/app/workbook"
)

// What the window shows of the workbook is what stands in the file: the same sheets, and
// cell by cell the same texts; figures stand in the reader's notation.
func TestTablesAreTheSheetsOfTheFile(t *testing.T) {
	k := open(t)
	c := k.sample(t, "timor-leste")
	for _, language := range []string{"en", "ar"} {
		f := read(t, k.write(t, c, language, ""))
		tables, err := workbook.Tables(workbook.Request{Case: c, Facts: k.facts, Words: k.catalogue.In(language), Version: "test", Date: "2026-11-24"})
		if err != nil {
			t.Fatal(err)
		}
		var names []string
		compared := 0
		for _, table := range tables {
			names = append(names, table.Name)
			rows, err := f.GetRows(table.Name, excelize.Options{RawCellValue: true})
			if err != nil {
				t.Fatal(err)
			}
			seen := map[int]bool{}
			for _, line := range table.Lines {
				if line.Cells[0].Look == "chart" {
					continue
				}
				seen[line.Number] = true
				col := 0
				for _, cell := range line.Cells {
					is := ""
					if line.Number <= len(rows) && col < len(rows[line.Number-1]) {
						is = rows[line.Number-1][col]
					}
					if cell.Align != "right" && cell.Text != is && cell.Text != "" && !isNumber(is) {
						t.Errorf("%s, %s line %d column %d: shows %q, the file has %q", language, table.Name, line.Number, col, cell.Text, is)
					}
					if (is == "") != (cell.Text == "") {
						t.Errorf("%s, %s line %d column %d: shows %q, the file has %q", language, table.Name, line.Number, col, cell.Text, is)
					}
					for over := col + 1; over < col+cell.Span; over++ {
						if line.Number <= len(rows) && over < len(rows[line.Number-1]) && rows[line.Number-1][over] != "" {
							t.Errorf("%s, %s line %d: %q runs over %q", language, table.Name, line.Number, cell.Text, rows[line.Number-1][over])
						}
					}
					col += cell.Span
					compared++
				}
			}
			for n, row := range rows {
				if slices.ContainsFunc(row, func(text string) bool { return text != "" }) && !seen[n+1] {
					t.Errorf("%s, %s line %d is not shown", language, table.Name, n+1)
				}
			}
		}
		if !slices.Equal(names, f.GetSheetList()) || compared < 1000 {
			t.Errorf("%s: shown are %v, %d cells", language, names, compared)
		}
	}
}

func isNumber(text string) bool {
	for _, c := range text {
		if (c < '0' || c > '9') && c != '.' && c != '-' && c != 'E' {
			return false
		}
	}
	return text != ""
}

func TestFormatted(t *testing.T) {
	catalogue, err := words.Load()
	if err != nil {
		t.Fatal(err)
	}
	en, fr := catalogue.In("en"), catalogue.In("fr")
	const signed = `#,##0.00_);(-#,##0.00);"–"_)`
	for _, try := range []struct {
		say    words.Reader
		format string
		x      float64
		want   string
	}{
		{en, signed, 1234.5, "1,234.50"},
		{en, signed, -1234.565, "(" + en.Formats().Minus + "1,234.57)"},
		{en, signed, 0, "–"},
		{en, "0", 2026, "2026"},
		{en, "0.0%_);(-0.0%);\"–\"_)", 0.1234, "12.3" + en.Formats().Percent},
		{en, "#,##0.00####", 119.5, "119.50"},
		{en, "#,##0.00####", 0.0083421, "0.008342"},
		{en, "#,##0.####", 12, "12"},
		{en, "", 0.25, "0.25"},
		{fr, signed, 1234.5, fr.Number(number(t, "1234.5"), 2)},
		{fr, "0.00", 0.5, "0,50"},
	} {
		if got := workbook.Formatted(try.say, try.format, try.x); got != try.want {
			t.Errorf("%q of %v: %q, want %q", try.format, try.x, got, try.want)
		}
	}
}

var (
	seriesXML    = regexp.MustCompile(`(?s)<(?:c:)?ser>.*?</(?:c:)?ser>`)
	referenceXML = regexp.MustCompile(`<(?:c:)?f>(.*?)</(?:c:)?f>`)
)

// The window draws what the file's own charts point to: the same names, categories and
// figures, in the same order.
func TestChartsAreThoseOfTheFile(t *testing.T) {
	k := open(t)
	c := k.sample(t, "vanuatu")
	for _, language := range []string{"en", "ar"} {
		f := read(t, k.write(t, c, language, ""))
		tables, err := workbook.Tables(workbook.Request{Case: c, Facts: k.facts, Words: k.catalogue.In(language), Version: "test", Date: "2026-11-24"})
		if err != nil {
			t.Fatal(err)
		}
		var drawn []*workbook.TableChart
		for _, table := range tables {
			for _, line := range table.Lines {
				if line.Chart != nil {
					drawn = append(drawn, line.Chart)
					if line.Cells[0].Text == "" || line.Chart.Title == "" || strings.ContainsRune(line.Chart.Title, '\u202b') {
						t.Errorf("%s: %q says %q", language, line.Chart.Title, line.Cells[0].Text)
					}
				}
			}
		}
		at := func(reference string) (texts []string) {
			sheet, cells, _ := strings.Cut(html.UnescapeString(reference), "!")
			from, to, several := strings.Cut(strings.ReplaceAll(cells, "$", ""), ":")
			if !several {
				to = from
			}
			left, top, _ := excelize.CellNameToCoordinates(from)
			right, bottom, _ := excelize.CellNameToCoordinates(to)
			for line := top; line <= bottom; line++ {
				for col := left; col <= right; col++ {
					name, _ := excelize.CoordinatesToCellName(col, line)
					text, err := f.GetCellValue(strings.Trim(sheet, "'"), name, excelize.Options{RawCellValue: true})
					if err != nil {
						t.Fatal(err)
					}
					texts = append(texts, text)
				}
			}
			return texts
		}
		if len(drawn) < 6 {
			t.Fatalf("%d charts are drawn", len(drawn))
		}
		for n, chart := range drawn {
			part, has := f.Pkg.Load(fmt.Sprintf("xl/charts/chart%d.xml", n+1))
			if !has {
				t.Fatalf("%s: the file has %d charts", language, n)
			}
			series := seriesXML.FindAllString(string(part.([]byte)), -1)
			if len(series) != len(chart.Series) {
				t.Errorf("%s: %q has %d series, the file %d", language, chart.Title, len(chart.Series), len(series))
				continue
			}
			for i, one := range series {
				refs := referenceXML.FindAllStringSubmatch(one, -1)
				name, categories, values := at(refs[0][1]), at(refs[1][1]), at(refs[2][1])
				if got := chart.Series[i]; got.Name != name[0] || !slices.Equal(chart.Categories, categories) || !slices.EqualFunc(got.Values, values, sameFigure) {
					t.Errorf("%s: %q draws %+v over %v, the file %v %v over %v", language, chart.Title, got, chart.Categories, name, values, categories)
				}
			}
		}
	}
}

func sameFigure(a, b string) bool {
	if a == b {
		return true
	}
	x, errX := strconv.ParseFloat(a, 64)
	y, errY := strconv.ParseFloat(b, 64)
	const digits = 1e-14 // excelize reads fifteen of them
	return errX == nil && errY == nil && math.Abs(x-y) <= digits*math.Abs(x)
}
