package workbook_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// table is what may be asked of a workbook, as written or as shown.
type table interface {
	GetCellValue(sheet, cell string, opts ...excelize.Options) (string, error)
	GetRows(sheet string, opts ...excelize.Options) ([][]string, error)
	GetDefinedName() []excelize.DefinedName
	GetSheetList() []string
}

// spot is a cell.
type spot struct{ sheet, cell string }

// named is the cell a defined name stands for.
func named(t *testing.T, f table, name string) spot {
	t.Helper()
	for _, d := range f.GetDefinedName() {
		if d.Name == name {
			sheet, cell, _ := strings.Cut(strings.ReplaceAll(d.RefersTo, "$", ""), "!")
			return spot{strings.Trim(sheet, "'"), cell}
		}
	}
	t.Fatalf("there is no name %s", name)
	return spot{}
}

// lineOf is the number of the line of a sheet that begins with a text, and what it holds;
// 0: there is none.
func lineOf(t *testing.T, f table, sheet, begins string) (int, []string) {
	t.Helper()
	rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	for r, row := range rows {
		if len(row) > 0 && row[0] == begins {
			return r + 1, row
		}
	}
	return 0, nil
}

// find gives the cells of the line of a sheet that begins with a text.
func find(t *testing.T, f table, sheet, begins string) []string {
	t.Helper()
	n, row := lineOf(t, f, sheet, begins)
	if n == 0 {
		t.Fatalf("%s has no line %q", sheet, begins)
	}
	return row
}

// spotOf is the cell of a line, a number of columns after its name.
func spotOf(t *testing.T, f table, sheet, begins string, col int) spot {
	t.Helper()
	n, _ := lineOf(t, f, sheet, begins)
	if n == 0 {
		t.Fatalf("%s has no line %q", sheet, begins)
	}
	return spot{sheet, cellAt(col+1, n)}
}

func cellAt(col, row int) string {
	name, _ := excelize.CoordinatesToCellName(col, row)
	return name
}

// colFigure is how many columns after its name a line has its one figure.
const colFigure = 3

// input is the cell of a line to be changed, so many columns after the one of its single
// figure.
func input(t *testing.T, f table, label string, column int) spot {
	t.Helper()
	for _, sheet := range []string{"Cover", "Inputs", "Options"} {
		if n, _ := lineOf(t, f, sheet, label); n > 0 {
			return spot{sheet, cellAt(1+colFigure+column, n)}
		}
	}
	t.Fatalf("there is no line %q", label)
	return spot{}
}

func set(t *testing.T, f *excelize.File, at spot, value any) {
	t.Helper()
	if err := f.SetCellValue(at.sheet, at.cell, value); err != nil {
		t.Fatal(err)
	}
}

func text(t *testing.T, f table, at spot) string {
	t.Helper()
	s, err := f.GetCellValue(at.sheet, at.cell, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func amount(t *testing.T, f table, at spot) float64 {
	t.Helper()
	shown, share := strings.CutSuffix(text(t, f, at), "%")
	x, err := strconv.ParseFloat(shown, 64)
	if err != nil {
		t.Fatalf("%v: %v", at, err)
	}
	if share {
		return x / 100
	}
	return x
}
