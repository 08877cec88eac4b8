package workbook

import (
	"slices"
	"strings"
	"unicode/utf8"

	"outrigger/model/calc"
)

// A spreadsheet shows a row at most 409 points high. A text that takes more rows of letters
// than mostRows in its column goes on in lines of its own below: nothing is cut, on the
// screen or on paper, and no row is higher than most of a page.
const mostRows = 26

// lineOf names a line of a sheet by the order in which its lines were added.
type lineOf struct {
	sheet string
	nth   int
}

// overlong finds the lines whose texts go on, once all lines are laid out, and tells whether
// there are any: the sheets are then laid out anew. Only a plan with a long text is looked
// through, because every line is written for it.
func (b *book) overlong() bool {
	if b.plan == nil || b.longestText() <= mostRows*narrowest {
		return false
	}
	b.goOn = map[lineOf]int{}
	for _, s := range b.sheets {
		for i, l := range slices.Concat(s.top, []line{{}}, s.lines) {
			if l.write == nil || l.nth == 0 {
				continue
			}
			cells := s.fitted(l.write(formulas{b, s, 0, l.end}, firstLine+i))
			most := 1
			for col := range cells {
				most = max(most, len(s.pieces(cells, col)))
			}
			if most > 1 {
				b.goOn[lineOf{s.key, l.nth}] = most - 1
			}
		}
	}
	return len(b.goOn) > 0
}

// narrowest is how wide the narrowest column of texts is, in digits.
const narrowest = 24

// pieces are the parts of a cell's text that stand one below the other: one if all of it
// is shown in its row.
func (s *sheet) pieces(cells []cell, col int) []string {
	c := cells[col]
	if col >= len(s.widths) || !c.look.wrap || c.formula != "" || len(c.text) < mostRows {
		return []string{c.text}
	}
	key := cutText{c.text, c.look.role, col}
	if known, is := s.cut[key]; is {
		return known
	}
	if s.cut == nil {
		s.cut = map[cutText][]string{}
	}
	s.cut[key] = cutRows(c.text, s.size(c.look.role), s.shown(col))
	return s.cut[key]
}

// cutText is a text in a column.
type cutText struct {
	text string
	role role
	col  int
}

// cutRows parts a text after every mostRows rows of letters of a size in a width, between
// words; a word without end is parted too.
func cutRows(text string, size, width float64) []string {
	var pieces []string
	begin, rows, at := 0, 1, 0.0
	next := func(here int) { // another row, and another piece if the last is full
		rows, at = rows+1, 0
		if rows > mostRows {
			pieces = append(pieces, strings.TrimSpace(text[begin:here]))
			begin, rows = here, 1
		}
	}
	for i := 0; i < len(text); {
		if text[i] == ' ' || text[i] == '\n' {
			at += space * size
			if text[i] == '\n' {
				next(i + 1)
			}
			i++
			continue
		}
		end := i + strings.IndexAny(text[i:], " \n")
		if end < i {
			end = len(text)
		}
		long := measure(text[i:end]) * size
		if at > 0 && at+long > width {
			next(i)
		}
		if long <= width {
			at += long
			i = end
			continue
		}
		for i < end {
			letter, n := utf8.DecodeRuneInString(text[i:])
			wide := measure(string(letter)) * size
			if at+wide > width {
				next(i)
			}
			at, i = at+wide, i+n
		}
	}
	return append(pieces, strings.TrimSpace(text[begin:]))
}

// continued lays a line out with the lines in which its texts go on.
func (s *sheet) continued(l line, more int) (line, []line) {
	write := l.write
	part := func(f formulas, n, at int) []cell {
		cells := s.fitted(write(f, n))
		for col, c := range cells {
			pieces := s.pieces(cells, col)
			switch {
			case at == 0:
				c.text = pieces[0]
			case at < len(pieces):
				c.text = pieces[at]
			default:
				c = blank(label)
			}
			cells[col] = c
		}
		return cells
	}
	l.write = func(f formulas, n int) []cell { return part(f, n, 0) }
	var all []line
	for at := range more {
		all = append(all, line{end: l.end, write: func(f formulas, n int) []cell { return part(f, n-at-1, at+1) }})
	}
	return l, all
}

// again forgets what was laid out, except which lines go on.
func (b *book) again() {
	b.sheets, b.checked = nil, nil
	b.places, b.anchors, b.answers = map[calc.ID]place{}, map[string]anchor{}, map[string]anchor{}
	b.entries = map[Spot]Entry{}
}
