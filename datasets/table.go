package datasets

import (
	"embed"
	"encoding/csv"
	"errors"
	"fmt"
	"strconv"

	"outrigger/model/money"
)

// Origin is what every fact states about itself.
type Origin struct {
	Unit   string
	Year   int    // the year the figure speaks of, or the table's own
	Source string // id in Data.Sources
	Note   string
}

// row is one line of a table, read by column name; faults gather in its table.
type row struct {
	table *table
	line  int
	cells []string
}

type table struct {
	name    string
	columns map[string]int
	rows    []row
	faults  []error
}

// open reads a table of facts whole.
func open(name string) *table { return openIn(factFiles, "facts/", name) }

// openIn reads a table whole. A name that is not embedded or a damaged file shows as a
// fault of the table, so that loaders have one place to look.
func openIn(files embed.FS, folder, name string) *table {
	t := &table{name: name, columns: map[string]int{}}
	file, err := files.Open(folder + name)
	if err != nil {
		t.faults = append(t.faults, err)
		return t
	}
	defer func() { _ = file.Close() }() // embedded: nothing to lose
	lines, err := csv.NewReader(file).ReadAll()
	if err != nil || len(lines) == 0 {
		t.faults = append(t.faults, fmt.Errorf("%s: %w", name, errors.Join(err, errEmpty)))
		return t
	}
	for i, column := range lines[0] {
		t.columns[column] = i
	}
	for i, cells := range lines[1:] {
		t.rows = append(t.rows, row{t, i + 2, cells})
	}
	return t
}

var errEmpty = errors.New("the table cannot be read or is empty")

func (t *table) err() error { return errors.Join(t.faults...) }

func (r row) fault(column, want string) {
	r.table.faults = append(r.table.faults, fmt.Errorf("%s line %d: %s must be %s", r.table.name, r.line, column, want))
}

func (r row) text(column string) string {
	i, ok := r.table.columns[column]
	if !ok {
		r.fault(column, "a column of the table")
		return ""
	}
	return r.cells[i]
}

func (r row) whole(column string) int {
	n, err := strconv.Atoi(r.text(column))
	if err != nil {
		r.fault(column, "a whole number")
	}
	return n
}

func (r row) number(column string) money.Number {
	n, err := money.Parse(r.text(column))
	if err != nil {
		r.fault(column, "a decimal number")
	}
	return n
}

// maybe is a number that may be missing.
func (r row) maybe(column string) *money.Number {
	if r.text(column) == "" {
		return nil
	}
	n := r.number(column)
	return &n
}

func (r row) yes(column string) bool {
	switch r.text(column) {
	case "yes":
		return true
	case "no":
	default:
		r.fault(column, "yes or no")
	}
	return false
}

func (r row) origin() Origin {
	o := Origin{Unit: r.text("unit"), Year: r.whole("year"), Source: r.text("source"), Note: r.text("note")}
	if o.Unit == "" || o.Source == "" || o.Note == "" || o.Year < 1990 {
		r.fault("unit, year, source and note", "stated")
	}
	return o
}
