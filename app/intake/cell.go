package intake

import (
	"strconv"
	"strings"
)

// Kind is what a cell holds.
type Kind uint8

// The kinds of cells.
const (
	Blank    Kind = iota
	Text          // text as typed
	Exact         // a number the workbook stores as such: no notation to guess
	Hollow        // a formula of which the file keeps no value
	BadValue      // an error such as #REF!
)

// Cell is one cell as it stands.
type Cell struct {
	Text string
	Kind Kind
}

// Blank reports whether nothing stands in the cell.
func (c Cell) blank() bool { return c.Kind == Blank }

// Ref is a cell's place, from 0.
type Ref struct{ Row, Col int }

// String writes the place as spreadsheets do: G318.
func (r Ref) String() string { return columnName(r.Col) + strconv.Itoa(r.Row+1) }

func columnName(col int) string {
	name := ""
	for n := col + 1; n > 0; n = (n - 1) / 26 {
		name = string(rune('A'+(n-1)%26)) + name
	}
	return name
}

// parseColumn reads a column's letters; false for anything else.
func parseColumn(name string) (int, bool) {
	n := 0
	for _, c := range name {
		if c < 'A' || c > 'Z' || n > 1<<20 {
			return 0, false
		}
		n = n*26 + int(c-'A') + 1
	}
	return n - 1, n > 0
}

// parseRef reads a cell's place; false for anything else.
func parseRef(s string) (Ref, bool) {
	i := strings.IndexAny(s, "0123456789")
	if i <= 0 {
		return Ref{}, false
	}
	col, ok := parseColumn(s[:i])
	row, err := strconv.Atoi(s[i:])
	return Ref{row - 1, col}, ok && err == nil && row > 0
}

// Sheet is a grid of cells; rows may be of different lengths.
type Sheet struct {
	Name   string
	Rows   [][]Cell
	Merged []Area
	Notes  []Note
}

// Area is a rectangle of cells, both corners inside.
type Area struct{ From, To Ref }

// At gives a cell, blank outside the grid.
func (s *Sheet) At(row, col int) Cell {
	if row < 0 || row >= len(s.Rows) || col < 0 || col >= len(s.Rows[row]) {
		return Cell{}
	}
	return s.Rows[row][col]
}

// width is the number of columns.
func (s *Sheet) width() int {
	w := 0
	for _, r := range s.Rows {
		w = max(w, len(r))
	}
	return w
}

// place names a cell for the reader: sheet and cell, or the cell alone where
// the file has no sheets.
func (s *Sheet) place(r Ref) string {
	if s.Name == "" {
		return r.String()
	}
	return s.Name + "!" + r.String()
}

// File is what was read: one sheet for text, all visible sheets of a workbook.
type File struct {
	Name   string
	Format string // xlsx, text or paste
	Sheets []*Sheet
	Notes  []Note
}

// Sheet finds a sheet by name; the only sheet answers to any name.
func (f *File) Sheet(name string) *Sheet {
	for _, s := range f.Sheets {
		if s.Name == name {
			return s
		}
	}
	if len(f.Sheets) == 1 {
		return f.Sheets[0]
	}
	return nil
}
