package workbook

import (
	"fmt"

	"github.com/xuri/excelize/v2"

	"outrigger/model/calc"
)

// chart is a drawing of lines of figures over the years.
type chart struct {
	kind    excelize.ChartType
	title   string
	alt     string
	series  []series
	columns []series // drawn as columns under the lines
	wide    int
	above   bool // right of the table's first lines rather than under its last
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
	chartRows    = 17 // lines of 15 points that a chart covers
	chartHeight  = 320
	chartPerYear = 92
)

func (b *book) indexChart(*sheet) chart {
	return chart{
		kind: excelize.Line, title: b.say("workbook.chart.index"), alt: b.say("workbook.chart.index_alt"),
		series: []series{
			{id: b.Case.Workload.Index, color: seriesWork},
			{id: b.Case.Financing.Index, color: seriesMoney, dash: excelize.LineDashDash},
		},
	}
}

func (b *book) capacityChart(*sheet) chart {
	return chart{
		kind: excelize.Line, title: b.say("workbook.chart.capacity"), alt: b.say("workbook.chart.capacity_alt"),
		columns: []series{{id: b.Case.Staffing.Backlog, color: seriesWait}},
		series: []series{
			{id: b.Case.Workload.Total, color: seriesWork},
			{id: b.Case.Staffing.Capacity, color: seriesMoney, dash: excelize.LineDashDash},
		},
	}
}

func (b *book) moneyChart(*sheet) chart {
	named := map[string]string{"currency": b.currency("local")}
	return chart{
		kind: excelize.Line, title: b.Words.Say("workbook.chart.money", named), alt: b.Words.Say("workbook.chart.money_alt", named),
		columns: []series{{id: b.Case.Financing.Granted.Local, color: seriesWait}},
		series:  []series{{anchor: "need local", color: seriesWork}},
	}
}

// draw sets a chart under the last line of its sheet, with its words for those who
// do not see it.
func (b *book) draw(s *sheet, c chart) {
	under := headLine + len(s.lines) + 3
	for _, before := range s.charts {
		if before.title == c.title {
			break
		}
		under += chartRows + 2
	}
	tick := excelize.ChartAxis{Font: excelize.Font{Size: 9, Color: grey}}
	value := tick
	value.MajorGridLines = true
	main := excelize.Chart{
		Type: c.kind, Title: excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: c.title, Font: &excelize.Font{Size: 12, Bold: true, Color: ink}}}},
		Legend:    excelize.ChartLegend{Position: "bottom"},
		Dimension: excelize.ChartDimension{Width: uint(420 + chartPerYear*b.years), Height: chartHeight},
		Format:    excelize.GraphicOptions{AltText: c.alt, Name: fmt.Sprintf("%s %d", s.key, under)},
		XAxis:     tick, YAxis: value, ShowBlanksAs: "gap",
	}
	for _, line := range c.series {
		main.Series = append(main.Series, b.plot(line, excelize.Line))
	}
	if len(c.columns) == 0 {
		b.do(b.file.AddChart(s.name, cellName(0, under), &main))
		return
	}
	columns := main
	columns.Type, columns.Series = excelize.Col, nil
	for _, col := range c.columns {
		columns.Series = append(columns.Series, b.plot(col, excelize.Col))
	}
	gap := uint(60)
	columns.GapWidth = &gap
	b.do(b.file.AddChart(s.name, cellName(0, under), &columns, &main))
}

func (b *book) plot(s series, kind excelize.ChartType) excelize.ChartSeries {
	p := b.places[s.id]
	if s.anchor != "" {
		a := b.anchors[s.anchor]
		p = place{a.on, a.line, alongYears}
	}
	span := func(line, from, to int) string {
		return fmt.Sprintf("%s!$%s$%d:$%s$%d", quoted(p.on.name), column(from), line, column(to), line)
	}
	drawn := excelize.ChartSeries{
		Name:       fmt.Sprintf("%s!$A$%d", quoted(p.on.name), p.line),
		Categories: span(headLine, colYears, colYears+b.years-1),
		Values:     span(p.line, colYears, colYears+b.years-1),
		Fill:       excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{s.color}},
	}
	if kind == excelize.Line {
		drawn.Line = excelize.LineOptions{Width: 2.25, Dash: s.dash, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{s.color}}}
		drawn.Marker = excelize.ChartMarker{Symbol: "circle", Size: 6, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{s.color}}}
	}
	return drawn
}
