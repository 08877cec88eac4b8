package workbook

import (
	"math"
	"reflect"
	"strings"
	"unicode"

	"outrigger/model/calc"
	"outrigger/model/money"
	"outrigger/model/plan"
)

// How high lines of text are, in points, and the most that a spreadsheet shows of a row.
const (
	textLine    = 13
	textPadding = 3
	tallest     = 409
)

// height is how high a line is: as high as its texts need, or as it asks; 0: as the
// program that opens the file has it.
func (s *sheet) height(asked float64, cells []cell) float64 {
	return max(asked, s.tall(cells), s.least)
}

// tall is how high a line with wrapped texts must be; 0 if one row of text does.
// Spreadsheets do not find out by themselves when they open a file.
func (s *sheet) tall(cells []cell) float64 {
	high := 0.0
	for i, c := range cells {
		if c.look.wrap && i < len(s.widths) {
			if rows := s.rows(c, s.shown(i)); rows > 1 {
				high = max(high, float64(rows)*textLine*max(1, points(c.look.role)/10)+textPadding)
			}
		}
	}
	return min(high, tallest)
}

// shown is how wide the texts of a column may be, in digits: rather too high a row than too
// low.
func (s *sheet) shown(col int) float64 { return 0.96*s.widths[col] - cellEdges }

// fitted wraps the texts of a line that would be cut: one runs on over empty cells beside
// it, but not over the last column of its sheet.
func (s *sheet) fitted(cells []cell) []cell {
	for i, c := range cells {
		if c.number || c.look.wrap || c.look.align == "fill" || i >= len(s.widths) || c.text == "" {
			continue
		}
		room := s.widths[i] - cellEdges
		for next := i + 1; next < len(s.widths) && (next >= len(cells) || cells[next].empty()); next++ {
			room += s.widths[next]
		}
		size := s.size(c.look.role)
		if float64(len(c.text))*size*1.3 > room && measure(c.text)*size > room { // the first is quick
			cells[i].look.wrap = true
		}
	}
	return cells
}

// cellEdges is what a cell keeps free at its edges, in digits.
const cellEdges = 1.2

func (c cell) empty() bool { return c.text == "" && !c.number && c.formula == "" }

// rows is how many rows a text takes in a column of a width.
func (s *sheet) rows(c cell, width float64) int {
	size := s.size(c.look.role)
	if float64(len(c.text))*size*1.3 <= width && !strings.Contains(c.text, "\n") { // quick
		return 1
	}
	all := 0
	for paragraph := range strings.SplitSeq(c.text, "\n") {
		all++
		at := 0.0
		for _, word := range strings.Fields(paragraph) {
			long := measure(word) * size
			if at > 0 && at+space*size+long > width {
				all++
				at = 0
			}
			if at > 0 {
				at += space * size
			}
			for at += long; at > width; at -= width { // a word longer than the line goes on in the next
				all++
			}
		}
	}
	return all
}

// size is how large the letters of a role are beside the digits that columns are measured
// in, 11 points high. The face of texts that run from right to left is wider.
func (s *sheet) size(r role) float64 {
	if s.broad {
		return 1.17 * points(r) / 11
	}
	return points(r) / 11
}

// points is how large the letters of a role are set.
func points(r role) float64 {
	switch r {
	case small:
		return 9
	case lead:
		return 12
	case great:
		return greatPoints
	}
	return 10
}

// space is the width of a space beside that of a digit.
const space = 0.45

// measure is how wide a text is, in digits of its own size: no spreadsheet is at hand to
// ask, so letters are taken by their kind, rather too wide than too narrow.
func measure(text string) float64 {
	width := 0.0
	for _, r := range text {
		switch {
		case unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r):
		case strings.ContainsRune(" ijl.,:;'’|!ftr()[]-I", r):
			width += 0.6
		case strings.ContainsRune("mwMW@%—…", r):
			width += 1.65
		case unicode.IsUpper(r):
			width += 1.2
		case r >= 0x2E80 && r < 0xFB00 || r >= 0x1F000: // characters of East Asia, signs in pictures
			width += 2.1
		default:
			width++
		}
	}
	return width
}

// roomy widens the columns whose figures would not fit: one too wide shows as ####.
func (b *book) roomy() {
	figures := b.widestFigure()
	for _, s := range b.sheets {
		for i, w := range s.widths {
			if i >= s.figures && i < s.until && w >= 12 {
				s.widths[i] = max(w, figures)
			}
		}
	}
}

// widestFigure is how wide the widest figure of the model is, with its signs, in the case
// as it opens and, of the totals, in every scenario.
func (b *book) widestFigure() float64 {
	widest := 0.0
	take := func(r *calc.Row, n money.Number) {
		if !n.IsZero() {
			widest = max(widest, written(r, n))
		}
	}
	for _, r := range b.model.Rows() {
		for i, year := range b.axis.Years() {
			if i > 0 && b.single[r.ID] {
				break
			}
			n, _ := b.state.Value(r.ID, year)
			take(r, n)
		}
	}
	h := b.Case.Financing
	for _, name := range b.scenarioIDs() {
		for _, id := range []calc.ID{h.NeedTotal.Local, h.NeedTotal.Donor, h.GapTotal.Local, h.GapTotal.Donor, h.GrantedTotal.Local, h.GrantedTotal.Donor} {
			n, _ := b.Case.State(name).Single(id)
			take(b.model.Row(id), n)
		}
	}
	return widest
}

// written is how wide a row's figure is: its digits and separators, and the signs of a
// negative.
func written(r *calc.Row, n money.Number) float64 {
	places := 0
	format, _, _ := strings.Cut(numbers(r), ";")
	if _, after, has := strings.Cut(format, "."); has {
		places = strings.Count(after, "0") + strings.Count(after, "#")
	}
	whole := max(1, math.Floor(math.Log10(max(1, math.Abs(money.Float(n)))))+1)
	width := whole + math.Floor((whole-1)/3)*0.5
	if places > 0 {
		width += float64(places) + 0.5
	}
	return width + 2.2 // the minus, the brackets, and the cell's own edges
}

// longestText is how wide the longest text of the plan is, if it stood in one line.
func (b *book) longestText() float64 {
	longest := ""
	walk(reflect.ValueOf(b.plan), func(text string) {
		if len(text) > len(longest) {
			longest = text
		}
	})
	return measure(longest)
}

func walk(v reflect.Value, visit func(string)) {
	switch v.Kind() {
	case reflect.String:
		visit(v.String())
	case reflect.Pointer:
		if !v.IsNil() && v.Type() != reflect.TypeFor[*money.Number]() {
			walk(v.Elem(), visit)
		}
	case reflect.Slice:
		for i := range v.Len() {
			walk(v.Index(i), visit)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() && f.Type != reflect.TypeFor[plan.Extra]() && f.Name != "Mappings" {
				walk(v.Field(i), visit)
			}
		}
	}
}
