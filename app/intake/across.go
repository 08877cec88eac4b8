package intake

import "slices"

// head is a period in a column of a row of years.
type head struct {
	col int
	Period
}

// across finds tables with a column a year: a row of at least so many years, in
// order, above figures. Rows inside tables already found are left alone.
func (g grid) across(least int, found []Mapping) []Mapping {
	var all []Mapping
	for r := 0; r < min(len(g.Rows), scanRows); r++ {
		heads := g.heads(r, found)
		if len(heads) < least || g.underHeader(all, r, heads) {
			continue
		}
		below := g.measureRow(r, heads)
		heads = g.spread(r, heads, below)
		if len(heads) < 2 || !g.ordered(r, heads, below) {
			continue
		}
		first := r + 1
		if below {
			first++
		}
		if !g.figuresBelow(first, heads) {
			continue
		}
		for i := range all {
			if all[i].Last == 0 && overlaps(all[i], heads) {
				all[i].Last = r
			}
		}
		for _, part := range g.sideBySide(first, heads) {
			all = append(all, g.acrossMapping(r, first, below, part))
		}
	}
	return all
}

// heads are the periods of a row, if they outnumber its other figures.
func (g grid) heads(r int, found []Mapping) []head {
	var heads []head
	others, between := 0, 0
	for c := range g.Rows[r] {
		if covered(found, r, c) {
			continue
		}
		if p, ok := g.period(r, c); ok {
			heads = append(heads, head{c, p})
			others, between = others+between, 0
		} else if len(heads) > 0 && !g.At(r, c).blank() {
			if number, _ := g.figure(r, c); number {
				others++
			} else if heads[len(heads)-1].Bare {
				between++ // a row of years holds little else between them; a change or a note may follow
			}
		}
	}
	if others*2 > len(heads) {
		return nil
	}
	return heads
}

// underHeader: figures between 1900 and 2100 below a row of years are figures,
// unless they run on year by year.
func (g grid) underHeader(all []Mapping, r int, heads []head) bool {
	under := false
	for _, m := range all {
		under = under || r > m.Header-1 && overlaps(m, heads)
	}
	if !under {
		return false
	}
	for i, h := range heads {
		if h.Bare && (i > 0 && step(heads[i-1], h) != 1 || g.At(r, h.col).Kind == Blank) {
			return true
		}
	}
	return len(heads) < 3 && heads[0].Bare
}

func step(a, b head) int {
	d := int(b.Year - a.Year)
	return max(d, -d)
}

func overlaps(m Mapping, heads []head) bool {
	first, last := m.columns()
	return heads[0].col <= last && heads[len(heads)-1].col >= first
}

// measureRow: the row below says budget, revised, actual under each year.
func (g grid) measureRow(r int, heads []head) bool {
	texts, known := 0, 0
	for c := heads[0].col; c < len(g.rowAt(r+1)); c++ {
		if number, _ := g.figure(r+1, c); number {
			return false
		}
		if g.words(r+1, c) {
			texts++
			if measureOf(g.text(r+1, c)) != "" {
				known++
			}
		}
	}
	return texts > 0 && known*2 >= texts
}

func (g grid) rowAt(r int) []Cell {
	if r < 0 || r >= len(g.Rows) {
		return nil
	}
	return g.Rows[r]
}

// spread lets a year that heads several columns (merged, or followed by blanks)
// stand over each of them.
func (g grid) spread(r int, heads []head, below bool) []head {
	if !below {
		return heads
	}
	var all []head
	for i, h := range heads {
		all = append(all, h)
		end := len(g.rowAt(r + 1))
		if i+1 < len(heads) {
			end = heads[i+1].col
		}
		for c := h.col + 1; c < end && g.At(r, c).blank() && g.words(r+1, c); c++ {
			all = append(all, head{c, h.Period})
		}
	}
	return all
}

// ordered: years go one way; they may repeat where a measure tells them apart or
// a second table begins. Numbers without a word beside them must be close.
func (g grid) ordered(r int, heads []head, below bool) bool {
	turns, direction := 0, 0
	for i := 1; i < len(heads); i++ {
		d := int(heads[i].Year - heads[i-1].Year)
		if d == 0 {
			if !below && heads[i].Measure == heads[i-1].Measure {
				turns++
			}
			continue
		}
		if d > 15 || d < -15 {
			turns++
			continue
		}
		if direction != 0 && d*direction < 0 {
			turns++
			direction = 0
			continue
		}
		direction = d
	}
	if turns == 0 {
		return true
	}
	return turns*3 < len(heads)+1 && len(heads) >= 4 || turns*2 <= len(heads) && !heads[0].Bare
}

// figuresBelow: one of the next rows holds figures under the years.
func (g grid) figuresBelow(first int, heads []head) bool {
	for r := first; r < min(first+12, len(g.Rows)); r++ {
		numbers := 0
		for _, h := range heads {
			if number, absent := g.figure(r, h.col); number || absent {
				numbers++
			}
		}
		if numbers*2 >= len(heads) {
			return true
		}
	}
	return false
}

// sideBySide cuts a row of years where labels stand between two of them, or
// where the years begin again after a blank column.
func (g grid) sideBySide(first int, heads []head) [][]head {
	var parts [][]head
	start := 0
	for i := 1; i < len(heads); i++ {
		a, b := heads[i-1], heads[i]
		if b.col-a.col < 2 {
			continue
		}
		labels, blank := false, true
		for c := a.col + 1; c < b.col; c++ {
			labels = labels || g.isLabels(first, c)
			for r := first; r < min(first+50, len(g.Rows)); r++ {
				blank = blank && g.At(r, c).blank()
			}
		}
		if labels || blank && slices.ContainsFunc(heads[start:i], func(h head) bool { return h.Year == b.Year }) {
			parts = append(parts, heads[start:i])
			start = i
		}
	}
	return append(parts, heads[start:])
}

// isLabels: most of what stands in the column is words.
func (g grid) isLabels(first, c int) bool {
	words, filled := 0, 0
	for r := first; r < min(first+200, len(g.Rows)); r++ {
		if g.At(r, c).blank() {
			continue
		}
		filled++
		if g.words(r, c) {
			words++
		}
	}
	return words > 0 && words*2 >= filled
}

func (g grid) acrossMapping(r, first int, below bool, heads []head) Mapping {
	m := Mapping{Orientation: Across, Header: r + 1, First: first + 1}
	for _, h := range heads {
		y := Head{Cell: Ref{r, h.col}.String(), Text: g.text(r, h.col), Year: h.Year, Kind: h.Measure, Measure: h.Measure}
		if y.Text == "" {
			y.Text = h.text(g, r)
		}
		if below {
			if t := g.text(first-1, h.col); t != "" {
				y.Measure, y.Kind = t, measureOf(t)
			}
		} else if t := g.measureAbove(r, heads[0].col, h.col); t != "" && y.Measure == "" {
			y.Measure, y.Kind = t, measureOf(t)
		}
		m.Years = append(m.Years, y)
	}
	label := g.labelColumn(first, heads)
	if label >= 0 {
		m.Label = columnName(label)
		for c := label - 1; c >= 0 && c >= label-3; c-- {
			if g.isLabels(first, c) {
				m.Groups = append(m.Groups, columnName(c))
			}
		}
	}
	return m
}

// text of the year that was spread to this column.
func (h head) text(g grid, r int) string {
	for c := h.col; c >= 0; c-- {
		if t := g.text(r, c); t != "" {
			return t
		}
	}
	return ""
}

// measureAbove reads a heading such as Budget that spans several years.
func (g grid) measureAbove(r, from, c int) string {
	for ; c >= from && r > 0; c-- {
		if t := g.text(r-1, c); t != "" {
			if measureOf(t) != "" && len(t) <= 40 {
				return t
			}
			return ""
		}
	}
	return ""
}

// labelColumn is the fullest column of words left of the years, else right of
// them.
func (g grid) labelColumn(first int, heads []head) int {
	best, most := -1, 0
	for c := heads[0].col - 1; c >= 0; c-- {
		words := 0
		for r := first; r < min(first+500, len(g.Rows)); r++ {
			if g.words(r, c) {
				words++
			}
		}
		if words > most {
			best, most = c, words
		}
		if best >= 0 && g.figures(first, c) {
			break // another table's figures
		}
	}
	if best >= 0 {
		return best
	}
	for c := heads[len(heads)-1].col + 1; c < g.cols; c++ {
		if g.isLabels(first, c) {
			return c
		}
	}
	return -1
}

func (g grid) figures(first, c int) bool {
	numbers, filled := 0, 0
	for r := first; r < min(first+50, len(g.Rows)); r++ {
		if number, _ := g.figure(r, c); number {
			numbers++
		}
		if !g.At(r, c).blank() {
			filled++
		}
	}
	return numbers > 0 && numbers*2 > filled
}
