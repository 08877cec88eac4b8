package intake

import (
	"errors"
	"slices"
	"strings"
)

// Propose finds the tables of a file and says how it would read each, the
// largest first. It never chooses what goes into the plan. An empty answer means
// that there is no table with years; NoTable then says so.
func Propose(f *File) []Mapping {
	var all []Mapping
	sizes := map[string]int{}
	for _, s := range f.Sheets {
		for _, m := range proposeSheet(s) {
			m.Name = strings.TrimSpace(strings.Join([]string{f.Name, m.Name}, " "))
			all = append(all, m)
			sizes[m.Name] = m.size(s)
		}
	}
	slices.SortStableFunc(all, func(a, b Mapping) int { return sizes[b.Name] - sizes[a.Name] })
	return all
}

// NoTable is the fault of a file in which no table with years was found: a
// printed page, a letter, a list without years.
func NoTable(f *File) *Fault { return fault("no_table", f.Name) }

// size is the number of cells a mapping covers, for the order of proposals.
func (m Mapping) size(s *Sheet) int {
	last := m.Last
	if last == 0 {
		last = len(s.Rows)
	}
	switch m.Orientation {
	case Across:
		return (last - m.First + 1) * len(m.Years)
	case Down:
		return len(m.Years) * len(m.Values)
	}
	return (last - m.First + 1) * len(m.Values)
}

// scanRows is how far down tables are looked for; what a table holds is read to
// its end.
const scanRows = 3000

func proposeSheet(s *Sheet) []Mapping {
	g := over(s)
	strong := g.across(3, nil)
	vertical := g.vertical(strong)
	weak := g.across(1, append(slices.Clone(strong), vertical...))
	all := slices.Concat(strong, vertical, weak)
	for i := range all {
		m := &all[i]
		m.Sheet = s.Name
		m.Title = g.title(m.Header - 1)
		m.Locale = g.locale(*m)
		m.Claim = g.claim(*m)
		m.Name = s.Name
		if len(all) > 1 {
			m.Name = strings.TrimSpace(s.Name + " " + m.corner())
		}
	}
	return all
}

// corner names a table by its first cell.
func (m Mapping) corner() string {
	if len(m.Years) > 0 {
		return m.Years[0].Cell
	}
	return m.YearColumn
}

// grid is a sheet being looked over.
type grid struct {
	*Sheet
	cols int
}

// over looks a sheet over; its width is counted once.
func over(s *Sheet) grid { return grid{s, s.width()} }

func (g grid) period(r, c int) (Period, bool) {
	cell := g.At(r, c)
	if cell.Kind != Text && cell.Kind != Exact {
		return Period{}, false
	}
	return ParsePeriod(cell.Text)
}

// figure: a number, or what stands in place of one.
func (g grid) figure(r, c int) (number, absent bool) {
	cell := g.At(r, c)
	switch cell.Kind {
	case Blank:
		return false, false
	case Exact, Hollow:
		return true, false
	case BadValue:
		return false, true
	}
	read, err := ReadNumber(cell.Text, Unknown)
	if err != nil {
		return false, false
	}
	return !read.Missing, read.Missing
}

// words: text that is neither a number nor what stands for one.
func (g grid) words(r, c int) bool {
	cell := g.At(r, c)
	if cell.Kind != Text {
		return false
	}
	_, err := ReadNumber(cell.Text, Unknown)
	return errors.Is(err, ErrNoNumber)
}

func (g grid) text(r, c int) string { return strings.Join(strings.Fields(g.At(r, c).Text), " ") }

// title is the first text above a row.
func (g grid) title(above int) string {
	for r := range min(above, len(g.Rows)) {
		for c := range g.Rows[r] {
			if g.words(r, c) {
				return g.text(r, c)
			}
		}
	}
	return ""
}

// covered: the cell belongs to a table already found.
func covered(found []Mapping, r, c int) bool {
	for _, m := range found {
		if r < m.Header-1 || m.Last > 0 && r >= m.Last {
			continue
		}
		switch m.Orientation {
		case Long:
			return true
		case Across:
			first, last := m.columns()
			if label, ok := parseColumn(m.Label); ok {
				first = min(first, label)
			}
			if c >= first && c <= last {
				return true
			}
		case Down:
			top, _ := parseRef(m.Years[0].Cell)
			end, _ := parseRef(m.Years[len(m.Years)-1].Cell)
			if r >= min(top.Row, end.Row)-1 && r <= max(top.Row, end.Row) {
				return true
			}
		}
	}
	return false
}

// columns is the run of columns the years stand in.
func (m Mapping) columns() (first, last int) {
	first, last = MaxWidth, -1
	for _, y := range m.Years {
		if ref, ok := parseRef(y.Cell); ok {
			first, last = min(first, ref.Col), max(last, ref.Col)
		}
	}
	return first, last
}
