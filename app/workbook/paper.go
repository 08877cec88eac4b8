package workbook

import (
	"math"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Paper: A4 landscape, in inches, with its edges.
const (
	paperWidth, paperHeight = 11.69, 8.27
	paperEdge               = 0.4
	paperFoot               = 0.7 // at the bottom, with the footer in it
)

// Heights of lines, in points.
const (
	titleHeight = 24
	headHeight  = 36
)

// paper sets how a sheet is printed.
func (b *book) paper(s *sheet) {
	broken := s.exact || s.drawnUnder()
	fits, one, a4, landscape := !broken, 1, 9, "landscape"
	b.do(b.file.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: &fits}))
	layout := excelize.PageLayoutOptions{Size: &a4, Orientation: &landscape, FitToWidth: &one, FitToHeight: &s.pages}
	if broken {
		// A program that is told to fit pages passes over page breaks set by hand, so the
		// scale is worked out here.
		scale, next := b.scale(s), s.headLine()
		if !s.exact {
			next = s.last() + 2 // before the drawings
		}
		layout.AdjustTo, layout.FitToWidth, layout.FitToHeight = &scale, nil, nil
		b.do(b.file.InsertPageBreak(s.name, cellName(0, next)))
	}
	b.do(b.file.SetPageLayout(s.name, &layout))
	b.do(b.file.SetPageMargins(s.name, &excelize.PageLayoutMarginsOptions{
		Left: ptr(paperEdge), Right: ptr(paperEdge), Top: ptr(paperEdge), Bottom: ptr(paperFoot), Footer: ptr(0.3),
	}))
	b.do(b.file.SetHeaderFooter(s.name, &excelize.HeaderFooterOptions{
		OddFooter: "&L" + strings.ReplaceAll(s.name, "&", "&&") + "&COutrigger " + b.Version + "&R&P / &N",
	}))
}

// drawnUnder tells whether drawings stand under the lines: they begin a page, lest one is
// torn apart.
func (s *sheet) drawnUnder() bool {
	return slices.ContainsFunc(s.charts, func(c chart) bool { return c.at == "" })
}

// scale is the percentage at which a sheet fits its pages: all columns across, and of one
// that prints on two pages each page's lines down. A fiftieth is left, because programs
// round widths differently.
func (b *book) scale(s *sheet) uint {
	across := (paperWidth - 2*paperEdge) / s.wide()
	if !s.exact {
		return uint(max(10, math.Floor(98*min(1, across))))
	}
	first, second := titleHeight+2*s.least, float64(headHeight)
	add := func(to *float64, lines []line, from int) {
		for i, l := range lines {
			*to += s.height(l.height, s.fitted(l.write(formulas{b, s, 0, l.end}, from+i)))
		}
	}
	add(&first, s.top, firstLine)
	add(&second, s.lines, s.headLine()+1)
	down := 72 * (paperHeight - paperEdge - paperFoot)
	share := min(1, across, down/first, down/second)
	return uint(max(10, math.Floor(98*share)))
}

// wide is how wide a sheet is, in inches: a digit of the file's font takes 7 of 96 dots.
func (s *sheet) wide() float64 {
	width := 0.0
	for _, w := range s.widths {
		width += math.Floor(7*w+5) / 96
	}
	return width
}
