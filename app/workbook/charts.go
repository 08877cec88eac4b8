package workbook

import (
	"fmt"

	"github.com/xuri/excelize/v2"

	"outrigger/model/calc"
	"outrigger/model/financing"
	"outrigger/model/span"
)

// chart is a drawing of lines of figures over the years.
type chart struct {
	kind    excelize.ChartType
	title   string
	alt     string
	series  []series
	columns []series       // drawn as columns under the lines
	stacked bool           // the columns stand on top of each other, without lines
	at      string         // the anchor of the line it begins in; none: under the table
	from    span.Year      // the first year it shows
	own     func() drawing // how it is drawn, where it is none of these
	rows    int            // lines of 15 points that it covers, across the whole sheet; 0: chartRows, as wide as its years need
}

// series is one row of figures: where it stands, and its colour and dash, which
// also tell it apart in grey.
type series struct {
	id     calc.ID
	anchor string // a line that mirrors a row, instead of id
	color  string
	dash   excelize.LineDashType
}

const (
	seriesWork   = "B4481E"
	seriesMoney  = "0B5C6B"
	seriesWait   = "8A97A3"
	chartRow     = 18 // dots that excelize takes a line of 15 points to be high
	chartRows    = 16 // lines of 15 points that a chart covers
	chartHeight  = 320
	chartPerYear = 92
	widestChart  = 1300 // as wide as a page that is legible
)

// indexChart begins in the base year: before it there is no budget to compare.
func (b *book) indexChart(at string) chart {
	return chart{
		at: at, from: financing.Base(b.plan),
		kind: excelize.Line, title: b.say("workbook.chart.index"), alt: b.say("workbook.chart.index_alt"),
		series: []series{
			{id: b.Case.Workload.Index, color: seriesWork},
			{id: b.Case.Financing.Index, color: seriesMoney, dash: excelize.LineDashDash},
		},
	}
}

func (b *book) capacityChart() chart {
	return chart{
		from: b.axis.First,
		kind: excelize.Line, title: b.say("workbook.chart.capacity"), alt: b.say("workbook.chart.capacity_alt"),
		columns: []series{{id: b.Case.Staffing.Backlog, color: seriesWait}},
		series: []series{
			{id: b.Case.Workload.Total, color: seriesWork},
			{id: b.Case.Staffing.Capacity, color: seriesMoney, dash: excelize.LineDashDash},
		},
	}
}

func (b *book) moneyChart() chart {
	named := map[string]string{"currency": b.currency("local")}
	return chart{
		from: min(b.axis.LastActual+1, b.axis.Last),
		kind: excelize.Line, title: b.Words.Say("workbook.chart.money", named), alt: b.Words.Say("workbook.chart.money_alt", named),
		columns: []series{{id: b.Case.Financing.Granted.Local, color: seriesWait}},
		series:  []series{{anchor: "need local", color: seriesWork}},
	}
}

// embedded gives a chart's title the direction of its language: a chart knows none of
// its own, and would set what stands at the end of an Arabic title at its beginning.
func (b *book) embedded(text string) string {
	if b.Words.RTL() {
		return "\u202b" + text + "\u202c"
	}
	return text
}

// drawing is a chart as it goes into the file: the cell that it begins in, and what is
// drawn over one another. The window draws from it too; see read.go.
type drawing struct {
	cell  string
	parts []*excelize.Chart
}

func (b *book) draw(s *sheet, c chart) {
	d := b.drawing(s, c)
	b.do(b.file.AddChart(s.name, d.cell, d.parts[0], d.parts[1:]...))
}

// drawing sets a chart under the last line of its sheet, with its words for those who
// do not see it.
func (b *book) drawing(s *sheet, c chart) drawing {
	if c.own != nil {
		return c.own()
	}
	under := s.last() + 3
	for _, before := range s.charts {
		if before.title == c.title {
			break
		}
		under += chartRows + 2
	}
	if a, set := b.anchors[c.at]; set {
		under = a.line
	}
	tick := excelize.ChartAxis{Font: excelize.Font{Size: 9, Color: grey}}
	value := tick
	value.MajorGridLines, value.NumFmt = true, excelize.ChartNumFmt{CustomNumFmt: "#,##0"}
	width, height := min(560+chartPerYear*b.years, widestChart), chartHeight
	if c.rows > 0 {
		width, height = int(96*s.wide()), chartRow*c.rows
	}
	main := excelize.Chart{
		Type: c.kind, Title: excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: b.embedded(c.title), Font: &excelize.Font{Size: 12, Bold: true, Color: ink}}}},
		Legend:    excelize.ChartLegend{Position: "bottom"},
		Dimension: excelize.ChartDimension{Width: uint(width), Height: uint(height)},
		Format:    excelize.GraphicOptions{AltText: c.alt, Name: fmt.Sprintf("%s %d", s.key, under)},
		XAxis:     tick, YAxis: value, ShowBlanksAs: "gap",
	}
	if c.stacked {
		all := b.stackChart(main, c)
		return drawing{cellName(0, under), []*excelize.Chart{&all}}
	}
	for _, line := range c.series {
		main.Series = append(main.Series, b.plot(line, excelize.Line, c.from))
	}
	if len(c.columns) == 0 {
		return drawing{cellName(0, under), []*excelize.Chart{&main}}
	}
	columns := main
	columns.Type, columns.Series = excelize.Col, nil
	for _, col := range c.columns {
		columns.Series = append(columns.Series, b.plot(col, excelize.Col, c.from))
	}
	gap := uint(60)
	columns.GapWidth = &gap
	return drawing{cellName(0, under), []*excelize.Chart{&columns, &main}}
}

func (b *book) plot(s series, kind excelize.ChartType, from span.Year) excelize.ChartSeries {
	p := b.places[s.id]
	if s.anchor != "" {
		a := b.anchors[s.anchor]
		p = place{a.on, a.line, alongYears}
	}
	first := colYears + int(from-b.axis.First)
	along := func(line int) string {
		return fmt.Sprintf("%s!$%s$%d:$%s$%d", quoted(p.on.name), column(first), line, column(colYears+b.years-1), line)
	}
	drawn := excelize.ChartSeries{
		Name:       fmt.Sprintf("%s!$A$%d", quoted(p.on.name), p.line),
		Categories: along(p.on.headLine()),
		Values:     along(p.line),
		Fill:       excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{s.color}},
	}
	if kind == excelize.Line {
		drawn.Line = excelize.LineOptions{Width: 2.25, Dash: s.dash, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{s.color}}}
		symbol := "circle"
		if s.dash != 0 {
			symbol = "diamond"
		}
		drawn.Marker = excelize.ChartMarker{Symbol: symbol, Size: 6, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{s.color}}}
	}
	return drawn
}
