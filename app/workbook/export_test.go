package workbook

import (
	"io"

	"outrigger/model/calc"
)

// Shape is what a workbook is to hold, by its list of contents.
type Shape struct {
	Sheets         []string // their names
	Charts, Tables int
	Years          int // how many columns of fiscal years there are
}

// Stand is where a row of the graph stands: the number of its sheet, its line and column,
// all from 1; along the years, the column of the first.
type Stand struct {
	Sheet, Line, Col int
	Years            bool
}

// Made is what is known of a workbook besides its file.
type Made struct {
	Shape
	Entries map[Spot]Entry
	Stands  map[calc.ID]Stand
}

// WriteWith writes the workbook and tells where what stands in it.
func WriteWith(w io.Writer, in Request) (Made, error) {
	b, err := begin(in)
	if err != nil {
		return Made{}, err
	}
	defer b.file.Close()
	m := Made{Stands: map[calc.ID]Stand{}}
	m.Years = b.years
	numbers := map[*sheet]int{}
	for i, c := range b.contents() {
		s := b.sheets[i]
		numbers[s] = i + 1
		m.Sheets = append(m.Sheets, b.say("workbook.sheet."+c.key))
		m.Charts += len(s.charts)
		if len(s.heads) > 0 && len(s.lines) > 0 {
			m.Tables++
		}
	}
	for id, p := range b.places {
		at := Stand{numbers[p.on], p.line, p.col + 1, p.col == alongYears}
		if at.Years {
			at.Col = colYears + 1
		}
		m.Stands[id] = at
	}
	m.Entries = b.entries
	return m, b.finish(w)
}
