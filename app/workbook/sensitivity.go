package workbook

import (
	"fmt"
	"strconv"

	"github.com/xuri/excelize/v2"

	"outrigger/model/money"
	"outrigger/model/span"
)

// The columns of the sheet of sensitivity.
const (
	colLow = iota + colOnce
	colPlanned
	colHigh
	colWidth
	colRank
	colFall
	colRise
)

// mostShares is how many inputs are told with their share of the doubt, the largest
// first; what is left of it lies below what the draws can tell apart.
const mostShares = 20

// sensitivity is the sheet that says how sure the figures are: the live tornado, and
// what was simulated.
func (b *book) sensitivity() *sheet {
	s := b.newSheet("sensitivity")
	named := map[string]string{"currency": b.currency("local")}
	s.heads = []string{b.say("workbook.head.input"), b.say("workbook.head.unit"), b.say("workbook.head.mark")}
	for _, head := range []string{"gap_low", "gap_planned", "gap_high", "apart", "rank", "fall", "rise"} {
		s.heads = append(s.heads, b.Words.Say("workbook.head."+head, named))
	}
	s.widths = []float64{54, 12, 7.5, 16, 16, 16, 16, 8, 15, 15}
	s.figures, s.until = colOnce, len(s.heads)
	s.answer = "wrong" // unless the register of risks does
	if b.samples == nil {
		s.prose(lead, b.say("common.doubt.none"), 120)
		return s
	}
	if n := len(b.worked); n > 0 {
		b.tornado(s, n)
	}
	b.simulated(s)
	return s
}

// tornado adds the table sorted by width, and under it the one in the order of the plan
// that it is sorted from, both live.
func (b *book) tornado(s *sheet, n int) {
	sorted := b.widths(b.worked)
	rank := map[*swing]int{}
	for i, w := range sorted {
		rank[w] = i + 1
	}
	s.heading(b.say("workbook.sensitivity.sorted"))
	first := s.next()
	source := first + n + 1 // after the heading between them
	column := func(col int) string { return fmt.Sprintf("$%s:$%s", cellAbs(col, source), cellAbs(col, source+n-1)) }
	format := numbers(b.model.Row(b.Case.Financing.GapTotal.Local))
	for i, w := range sorted {
		low, mid, high := b.gaps(w)
		s.add(line{write: func(_ formulas, line int) []cell {
			from := func(col int) string {
				return fmt.Sprintf("INDEX(%s,MATCH(%s,%s,0))", column(col), cellName(colRank, line), column(colRank))
			}
			pick := func(style role, col int, n money.Number) cell { return computed(style, format, from(col), n) }
			return []cell{
				told(label, from(colLabel), b.label(b.model.Row(w.of.Row))), as(small, b.currency("local")), blank(small),
				pick(formula, colLow, low), pick(formula, colPlanned, mid), pick(formula, colHigh, high), pick(result, colWidth, b.width(w)),
				whole(fixed, i+1), computed(formula, format, cellName(colLow, line)+"-"+cellName(colPlanned, line), less(low, mid)),
				computed(formula, format, cellName(colHigh, line)+"-"+cellName(colPlanned, line), less(high, mid)),
			}
		}})
	}
	s.heading(b.say("workbook.sensitivity.worked"))
	gap := b.Case.Financing.GapTotal.Local
	for _, w := range b.worked {
		low, mid, high := b.gaps(w)
		s.add(line{write: func(f formulas, line int) []cell {
			at := func(e *end) string { return formulas{b: b, on: s, col: colOnce, end: e}.at(gap) }
			three := cellName(colLow, line) + ":" + cellName(colHigh, line)
			width := cellName(colWidth, line)
			return []cell{
				wrapped(label, b.label(b.model.Row(w.of.Row))), as(small, b.currency("local")), blank(small),
				computed(carried, format, at(w.low), low), computed(carried, format, f.at(gap), mid), computed(carried, format, at(w.high), high),
				computed(formula, format, "MAX("+three+")-MIN("+three+")", b.width(w)),
				computed(formula, "0", fmt.Sprintf("RANK(%s,%s)+COUNTIF($%s:%s,%s)-1", width, column(colWidth), cellAbs(colWidth, source), width, width), money.Int(rank[w])),
			}
		}})
	}
	s.charts = append(s.charts, chart{own: func() drawing { return b.tornadoChart(s, first, n) }})
}

// simulated adds what no formula can give: percentiles, chances, shares.
func (b *book) simulated(s *sheet) {
	x, last := b.samples, b.axis.Last
	s.heading(b.say("workbook.sensitivity.simulated"))
	args := map[string]string{
		"n": b.Words.Number(money.Int(x.N), 0), "seed": fmt.Sprint(x.Seed), "scenario": b.scenarioName(), "version": b.Version,
	}
	for _, part := range []string{"draws", "method", "switch"} { // a line each in every language, so that all files have the same lines
		s.text(as(plain, b.Words.Say("workbook.sensitivity."+part, args)))
	}
	b.subhead(s, "p10", "p50", "p90", "mean")
	for _, d := range b.Case.Doubted() {
		r := b.model.Row(d.Row)
		q, ok := x.Quantiles(d.Row, last, 0.1, 0.5, 0.9)
		mean, _ := x.Mean(d.Row, last)
		if !ok {
			continue
		}
		text := b.Words.Called(r, b.model.Row)
		if d.Year != 0 {
			text = b.Words.Of(text, d.Year.Label(b.plan.Years.StartMonth))
		}
		s.text(wrapped(label, text), as(small, b.unit(r)), as(small, "SIM"),
			drawnFigure(numbers(r), q[0]), drawnFigure(numbers(r), q[1]), drawnFigure(numbers(r), q[2]), drawnFigure(numbers(r), mean))
	}
	b.subhead(s, "chance")
	for _, year := range b.axis.Planned() {
		share, _ := b.Case.Overwhelmed(x, year)
		s.text(as(label, b.chanceOf(year)), as(small, "%"), as(small, "SIM"), drawnFigure("0%", share))
	}
	b.subhead(s, "share", "narrow")
	for _, share := range b.doubt[:min(len(b.doubt), mostShares)] {
		s.text(wrapped(label, b.label(b.model.Row(share.Input))), as(small, "%"), as(small, "SIM"),
			drawnFigure("0%", max(0, share.Variance)), drawnFigure("0%", max(0, share.Narrowing)))
	}
	b.linked(s)
}

// surely says on the cover how sure the gap is: simulated, so that it is no formula.
func (b *book) surely() cell {
	sentence := b.Words.Sure(b.samples, b.Case.Financing.GapTotal.Local, b.axis.Last, b.currency("local"))
	if b.samples == nil {
		return as(subtitle, sentence)
	}
	return as(remark, b.Words.Say("workbook.case.surely", map[string]string{"sentence": sentence, "scenario": b.scenarioName()}))
}

// scenarioName is what the scenario is called that the workbook opens with.
func (b *book) scenarioName() string { return b.scenarioNames()[b.scenarioNumber(b.Scenario)] }

func (b *book) chanceOf(year span.Year) string {
	return b.Words.Say("workbook.sensitivity.chance", map[string]string{"year": year.Label(b.plan.Years.StartMonth)})
}

func drawnFigure(format string, v float64) cell {
	return cell{look: look{role: simulated, format: format}, figure: v, number: true}
}

// subhead names the columns of the lines that follow it.
func (b *book) subhead(s *sheet, heads ...string) {
	cells := []cell{as(head, ""), as(head, ""), as(head, "")}
	for _, h := range heads {
		c := as(head, b.say("workbook.head."+h))
		c.look.align = "right"
		cells = append(cells, c)
	}
	s.add(line{height: 44, write: func(formulas, int) []cell { return cells }})
}

// linked lists the drivers that are drawn together.
func (b *book) linked(s *sheet) {
	if len(b.plan.Doubt.Links) == 0 {
		return
	}
	names := map[string]string{}
	for _, d := range b.plan.Drivers {
		names[d.ID] = d.Name
	}
	b.subhead(s, "correlation")
	for _, l := range b.plan.Doubt.Links {
		r, known := b.Case.Correlation(b.Scenario, l.A, l.B)
		if !known {
			continue
		}
		text := b.Words.Say("workbook.sensitivity.link", map[string]string{"a": names[l.A], "b": names[l.B], "strength": b.say("common.strength." + l.Strength)})
		s.text(wrapped(label, text), blank(small), as(small, "SIM"), drawnFigure("0.00", r))
	}
}

// tornadoChart is the sorted table as bars to either side of the gap as planned.
func (b *book) tornadoChart(s *sheet, first, n int) drawing {
	along := func(col int) string {
		return fmt.Sprintf("%s!$%s:$%s", quoted(s.name), cellAbs(col, first), cellAbs(col, first+n-1))
	}
	bar := func(col int, color string) excelize.ChartSeries {
		return excelize.ChartSeries{
			Name: quoted(s.name) + "!$" + cellAbs(col, s.headLine()), Categories: along(colLabel), Values: along(col),
			Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{color}},
		}
	}
	overlap, gap := 100, uint(40)
	font := excelize.Font{Size: 9, Color: grey}
	return drawing{cellName(0, s.last()+3), []*excelize.Chart{{
		Type: excelize.Bar, Overlap: &overlap, GapWidth: &gap,
		Title: excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{
			Text: b.embedded(b.Words.Say("workbook.chart.tornado", map[string]string{"currency": b.currency("local")})), Font: &excelize.Font{Size: 12, Bold: true, Color: ink},
		}}},
		Legend:    excelize.ChartLegend{Position: "bottom"},
		Dimension: excelize.ChartDimension{Width: 1050, Height: uint(140 + 34*n)},
		Format:    excelize.GraphicOptions{AltText: b.say("workbook.chart.tornado_alt"), Name: s.key + " " + strconv.Itoa(first)},
		XAxis:     excelize.ChartAxis{Font: font, ReverseOrder: true, TickLabelPosition: excelize.ChartTickLabelLow},
		YAxis:     excelize.ChartAxis{Font: font, MajorGridLines: true, NumFmt: excelize.ChartNumFmt{CustomNumFmt: "#,##0"}},
		Series:    []excelize.ChartSeries{bar(colFall, seriesWait), bar(colRise, seriesMoney)},
	}}}
}
