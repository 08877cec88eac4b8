package intake

import (
	"slices"
	"strings"
)

// vertical finds tables in which the years stand below one another: a row a year
// (Down) or a row a figure (Long).
func (g grid) vertical(found []Mapping) []Mapping {
	var downs, longs []Mapping
	for c := range min(g.cols, 200) {
		for _, b := range g.blocks(c, found) {
			if g.ascending(b) {
				if m, ok := g.down(b); ok {
					downs = append(downs, m)
				}
			} else if m, ok := g.long(b); ok {
				longs = append(longs, m)
			}
		}
	}
	longs = bestLong(g, longs)
	return append(longs, slices.DeleteFunc(downs, func(m Mapping) bool {
		top, _ := parseRef(m.Years[0].Cell)
		return covered(longs, top.Row, top.Col)
	})...)
}

// block is a run of year cells in one column, both rows inside.
type block struct{ col, from, to int }

// blocks are runs of at least three year cells; one blank or heading between is
// allowed.
func (g grid) blocks(c int, found []Mapping) []block {
	var all []block
	b, gap := block{col: c, from: -1}, 0
	finish := func() {
		if b.from >= 0 && b.to-b.from >= 2 {
			all = append(all, b)
		}
		b.from, gap = -1, 0
	}
	for r := range min(len(g.Rows), scanRows) {
		_, ok := g.period(r, c)
		if ok && covered(found, r, c) {
			ok = false
		}
		switch {
		case ok && b.from < 0:
			b.from, b.to, gap = r, r, 0
		case ok:
			b.to, gap = r, 0
		case b.from >= 0:
			if gap++; gap > 1 {
				finish()
			}
		}
	}
	finish()
	return all
}

// ascending: every year once, in order. One slip (a typing error in a year) is
// allowed in a longer run.
func (g grid) ascending(b block) bool {
	last, direction, slips, n := 0, 0, 0, 0
	seen := map[int]bool{}
	for r := b.from; r <= b.to; r++ {
		p, ok := g.period(r, b.col)
		if !ok {
			continue
		}
		y := int(p.Year)
		if seen[y] {
			return false
		}
		seen[y] = true
		if d := y - last; n > 0 {
			if direction != 0 && d*direction < 0 || d > 15 || d < -15 {
				slips++
			} else {
				direction = d
			}
		}
		last = y
		n++
	}
	return slips == 0 || slips <= 2 && n > 8
}

// down describes a table with a row a year, if there are columns of figures
// beside the years.
func (g grid) down(b block) (Mapping, bool) {
	m := Mapping{Orientation: Down, First: b.from + 1, Last: b.to + 1}
	for r := b.from; r <= b.to; r++ {
		if p, ok := g.period(r, b.col); ok {
			m.Years = append(m.Years, Head{Cell: Ref{r, b.col}.String(), Text: g.text(r, b.col), Year: p.Year, Kind: p.Measure})
		}
	}
	header := g.headerAbove(b)
	if header >= 0 {
		m.Header = header + 1
	}
	for c := b.col + 1; c < g.cols; c++ {
		if _, another := g.period(b.from, c); another && g.ascending(block{c, b.from, b.to}) && g.allPeriods(c, b) {
			break // the next table's years
		}
		if !g.figuresIn(c, b) {
			continue
		}
		name := g.columnTitle(header, c)
		m.Values = append(m.Values, Head{Cell: Ref{max(header, 0), c}.String(), Text: name, Measure: name, Kind: measureOf(name)})
	}
	return m, len(m.Values) > 0
}

func (g grid) allPeriods(c int, b block) bool {
	for r := b.from; r <= b.to; r++ {
		if _, ok := g.period(r, c); !ok && !g.At(r, c).blank() {
			return false
		}
	}
	return true
}

// headerAbove is the nearest row of words above the years, -1 if none.
func (g grid) headerAbove(b block) int {
	for r := b.from - 1; r >= max(0, b.from-4); r-- {
		for c := b.col + 1; c < len(g.rowAt(r)); c++ {
			if g.words(r, c) {
				return r
			}
		}
	}
	return -1
}

// columnTitle joins a column's name with a merged heading above it.
func (g grid) columnTitle(header, c int) string {
	if header < 0 {
		return columnName(c)
	}
	name := g.text(header, c)
	for _, a := range g.Merged {
		if a.From.Row == header-1 && a.To.Row == header-1 && c >= a.From.Col && c <= a.To.Col && a.To.Col-a.From.Col < g.cols-1 {
			return strings.TrimSpace(g.text(header-1, a.From.Col) + " " + name)
		}
	}
	if name == "" {
		return columnName(c)
	}
	return name
}

func (g grid) figuresIn(c int, b block) bool {
	numbers, filled := 0, 0
	for r := b.from; r <= b.to; r++ {
		number, absent := g.figure(r, c)
		if number {
			numbers++
		}
		if number || absent {
			filled++
		} else if !g.At(r, c).blank() {
			filled--
		}
	}
	return numbers > 0 && filled > 0
}
