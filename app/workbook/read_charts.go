package workbook

import (
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// TableChart is a chart to be drawn in a window: what the file's own chart is drawn from,
// with the cells that it points to.
type TableChart struct {
	Title      string
	Alt        string // for those who do not see it
	Categories []string
	Series     []TableSeries
}

// TableSeries is one row of figures of a chart, by its categories.
type TableSeries struct {
	Name   string
	Kind   string   // line, column, stacked or bar
	Tone   string   // work, money or wait: what its colour stands for; empty: one of several
	Values []string // plain decimals; empty: none
	Texts  []string // the same as the cells show them
}

var kinds = map[excelize.ChartType]string{excelize.Line: "line", excelize.Col: "column", excelize.ColStacked: "stacked", excelize.Bar: "bar"}

var tones = map[string]string{seriesWork: "work", seriesMoney: "money", seriesWait: "wait"}

// laid are the cells of all sheets, by the sheet's name and the line.
type laid map[string]map[int][]cell

func (l laid) put(sheet string, line int, cells []cell) {
	if l[sheet] == nil {
		l[sheet] = map[int][]cell{}
	}
	l[sheet][line] = cells
}

// at gives the cells that a reference names, such as 'Costed plan'!$C$5:$H$5.
func (l laid) at(reference string) []cell {
	at := strings.LastIndexByte(reference, '!')
	if at < 0 {
		return nil
	}
	sheet := strings.ReplaceAll(strings.Trim(reference[:at], "'"), "''", "'")
	from, to, several := strings.Cut(strings.ReplaceAll(reference[at+1:], "$", ""), ":")
	if !several {
		to = from
	}
	left, top, err := excelize.CellNameToCoordinates(from)
	right, bottom, err2 := excelize.CellNameToCoordinates(to)
	if err != nil || err2 != nil {
		return nil
	}
	var all []cell
	for line := top; line <= bottom; line++ {
		for col := left; col <= right; col++ {
			one := cell{}
			if cells := l[sheet][line]; col <= len(cells) {
				one = cells[col-1]
			}
			all = append(all, one)
		}
	}
	return all
}

func rowOf(name string) int {
	_, line, _ := excelize.CellNameToCoordinates(name) // the name is our own
	return line
}

// charted is the line of a chart: what is drawn, and its words.
func (b *book) charted(n int, d drawing, cells laid) TableLine {
	main := d.parts[0]
	c := &TableChart{Alt: main.Format.AltText}
	for _, run := range main.Title.Paragraph {
		c.Title += strings.Trim(run.Text, "\u202b\u202c") // the window's texts know their direction
	}
	for _, part := range d.parts {
		for _, s := range part.Series {
			c.Series = append(c.Series, b.serial(part.Type, s, cells))
			c.Categories = nil
			for _, at := range cells.at(s.Categories) {
				c.Categories = append(c.Categories, b.shown(at))
			}
		}
	}
	return TableLine{Number: n, Cells: []TableCell{{Text: c.Alt, Look: "chart", Span: colYears + b.years}}, Chart: c}
}

func (b *book) serial(kind excelize.ChartType, s excelize.ChartSeries, cells laid) TableSeries {
	all := TableSeries{Kind: kinds[kind]}
	for _, at := range cells.at(s.Name) {
		all.Name = b.shown(at)
	}
	for _, color := range s.Fill.Color {
		all.Tone = tones[color]
	}
	for _, at := range cells.at(s.Values) {
		value, text := "", ""
		if at.number {
			value, text = strconv.FormatFloat(at.figure, 'f', -1, 64), b.shown(at)
		}
		all.Values, all.Texts = append(all.Values, value), append(all.Texts, text)
	}
	return all
}
