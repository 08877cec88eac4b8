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

// Shares of its size at which a sheet is printed. Its texts are of 10 points: on paper they
// are of 6 at least where that keeps all columns of a sheet on one page, and of 8 where a
// sheet goes over several pages anyway.
const (
	smallest = 0.6
	legible  = 0.8
)

// paper sets how a sheet is printed: as wide as the page where that leaves it legible, else
// in groups of columns, each beside the labels; drawings under the lines begin a page where
// the last one has no room for them.
func (b *book) paper(s *sheet) {
	turns := s.turns()
	under := !s.exact && s.drawnUnder()
	broken := s.exact || under || len(turns) > 0
	fits, one, a4, landscape := !broken, 1, 9, "landscape"
	b.do(b.file.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: &fits}))
	layout := excelize.PageLayoutOptions{Size: &a4, Orientation: &landscape, FitToWidth: &one, FitToHeight: &s.pages}
	if broken {
		// A program that is told to fit pages passes over page breaks set by hand, so the
		// scale is worked out here.
		scale := b.scale(s, turns)
		layout.AdjustTo, layout.FitToWidth, layout.FitToHeight = &scale, nil, nil
		if s.exact {
			b.do(b.file.InsertPageBreak(s.name, cellName(0, s.headLine())))
		} else if under && !b.roomUnder(s, scale) {
			b.do(b.file.InsertPageBreak(s.name, cellName(0, s.last()+2))) // before the drawings
		}
		for _, col := range turns {
			b.do(b.file.InsertPageBreak(s.name, cellName(col, 1)))
		}
	}
	b.do(b.file.SetPageLayout(s.name, &layout))
	b.do(b.file.SetPageMargins(s.name, &excelize.PageLayoutMarginsOptions{
		Left: ptr(paperEdge), Right: ptr(paperEdge), Top: ptr(paperEdge), Bottom: ptr(paperFoot), Footer: ptr(0.3),
	}))
	b.do(b.file.SetHeaderFooter(s.name, &excelize.HeaderFooterOptions{
		OddFooter: "&L" + strings.ReplaceAll(s.name, "&", "&&") + "&COutrigger " + b.Version + "&R&P / &N",
	}))
}

// turns are the columns, from 0, with which a page begins: none if the sheet is legible as
// wide as one page. A page holds as many columns as it can beside the labels; what stands
// after the figures rather begins one.
func (s *sheet) turns() []int {
	if s.exact || len(s.heads) == 0 || s.wide() <= (paperWidth-2*paperEdge)/smallest {
		return nil
	}
	most := (paperWidth - 2*paperEdge) / legible
	var turns []int
	room := most - across(s.widths[0])
	left := room
	for col := 1; col < len(s.widths); col++ {
		w := across(s.widths[col])
		for w > left && (len(turns) == 0 || turns[len(turns)-1] < col) {
			begin, rather := col, s.until
			if s.turn > 0 {
				rather = s.turn
			}
			if rather > 1 && rather < col && (len(turns) == 0 || turns[len(turns)-1] < rather) {
				begin = rather
			}
			turns = append(turns, begin)
			left = room
			for _, before := range s.widths[begin:col] {
				left -= across(before)
			}
		}
		left -= w
	}
	return turns
}

// drawnUnder tells whether drawings stand under the lines: they begin a page, lest one is
// torn apart.
func (s *sheet) drawnUnder() bool {
	return slices.ContainsFunc(s.charts, func(c chart) bool { return c.at == "" })
}

// scale is the percentage at which a sheet fits its pages: the columns of each across, and
// of one that prints on two pages each page's lines down. A fiftieth is left, because
// programs round widths differently.
func (b *book) scale(s *sheet, turns []int) uint {
	across := (paperWidth - 2*paperEdge) / s.widest(turns)
	if !s.exact {
		return uint(max(10, math.Floor(98*min(1, across))))
	}
	first, second := titleHeight+2*s.least, float64(headHeight)
	b.heights(s, s.top, firstLine, func(h float64) { first += h })
	b.heights(s, s.lines, s.headLine()+1, func(h float64) { second += h })
	down := 72 * (paperHeight - paperEdge - paperFoot)
	share := min(1, across, down/first, down/second)
	return uint(max(10, math.Floor(98*share)))
}

// heights gives the height of each line, in points.
func (b *book) heights(s *sheet, lines []line, from int, take func(float64)) {
	for i, l := range lines {
		take(s.height(l.height, s.fitted(l.write(formulas{b, s, 0, l.end}, from+i))))
	}
}

// usual is the height of a line that states none, in points, rather too high.
const usual = 15.5

// roomUnder tells whether the drawings under a sheet's lines fit on the page of its last
// line, with a twentieth to spare.
func (b *book) roomUnder(s *sheet, scale uint) bool {
	page := 72 * (paperHeight - paperEdge - paperFoot) / (float64(scale) / 100)
	at := titleHeight + 2*usual
	add := func(h float64) {
		if h == 0 {
			h = usual
		}
		if at+h > page {
			at = headHeight
		}
		at += h
	}
	b.heights(s, s.top, firstLine, add)
	add(headHeight)
	b.heights(s, s.lines, s.headLine()+1, add)
	drawn := 2 * usual
	for _, c := range s.charts {
		if c.at == "" {
			drawn += (chartRows + 2) * usual
		}
	}
	return at+drawn < 0.95*page
}

// widest is how wide the widest page of a sheet is, in inches, with the labels on each.
func (s *sheet) widest(turns []int) float64 {
	if len(turns) == 0 {
		return s.wide()
	}
	widest, from := 0.0, 1
	for _, to := range append(turns, len(s.widths)) {
		width := across(s.widths[0])
		for _, w := range s.widths[from:to] {
			width += across(w)
		}
		widest, from = max(widest, width), to
	}
	return widest
}

// wide is how wide a sheet is, in inches.
func (s *sheet) wide() float64 {
	width := 0.0
	for _, w := range s.widths {
		width += across(w)
	}
	return width
}

// across is how wide a column is, in inches: a digit of the file's font takes 7 of 96 dots.
func across(width float64) float64 { return math.Floor(7*width+5) / 96 }
