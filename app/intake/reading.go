package intake

import (
	"slices"
	"strings"

	"outrigger/model/span"
)

// line is one row of a table with a column a year.
type line struct {
	row, col int // of the label
	label    string
	group    string
	total    bool
	figures  []Record
}

// across reads a table with a column a year: heads, headings, lines, totals and
// what stands below.
func (p *Preview) across() {
	g := grid{Sheet: p.sheet}
	years := p.years()
	labelCol, ok := parseColumn(p.Mapping.Label)
	if !ok {
		labelCol = -1
	}
	from, to := p.rows()
	end := g.lastFigures(from, to, years)
	var lines []line
	heading, pending := "", ""
	side := map[int]string{}
	for r := from; r < to; r++ {
		label := ""
		if labelCol >= 0 {
			label = g.text(r, labelCol)
		}
		for _, name := range p.Mapping.Groups {
			if c, ok := parseColumn(name); ok && g.text(r, c) != "" {
				side[c], heading = g.text(r, c), ""
			}
		}
		if !g.anyFigure(r, years) {
			p.wordsOnly(g, r, labelCol, r > end, &heading, &pending)
			continue
		}
		if pending != "" && continues(label) {
			label = pending + " " + label
			heading = ""
		}
		pending = ""
		l := line{row: r, col: max(labelCol, 0), label: label, group: joined(p.sides(side), heading), total: isTotal(label)}
		before := len(p.Records)
		for _, y := range years {
			ref, _ := parseRef(y.Cell)
			p.read(Ref{r, ref.Col}, Record{
				Label: label, LabelCell: Ref{r, max(labelCol, 0)}.String(), Group: l.group, Measure: y.Measure, Kind: y.Kind,
				Period: y.Text, PeriodCell: y.Cell, Year: y.Year, Total: l.total,
			})
		}
		l.figures = slices.Clone(p.Records[before:])
		lines = append(lines, l)
		if l.total {
			heading = "" // what follows a total belongs to no heading before it
		}
	}
	p.ties(lines)
}

// continues: a label that goes on from the row above begins in lower case.
func continues(label string) bool {
	return label != "" && strings.ToLower(label[:1]) == label[:1] && label[0] >= 'a' && label[0] <= 'z'
}

func joined(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + " / " + b
}

func (p *Preview) sides(side map[int]string) string {
	all := ""
	for _, name := range slices.Backward(p.Mapping.Groups) {
		if c, ok := parseColumn(name); ok {
			all = joined(all, side[c])
		}
	}
	return all
}

// wordsOnly sorts a row without figures: a heading or the first half of a label
// among the lines, a footnote below them.
func (p *Preview) wordsOnly(g grid, r, labelCol int, below bool, heading, pending *string) {
	ref, text := Ref{r, labelCol}, ""
	if labelCol >= 0 {
		text = g.text(r, labelCol)
	}
	if text == "" {
		for c := range g.rowAt(r) {
			if g.words(r, c) && (below || !slices.Contains(p.Mapping.Groups, columnName(c))) {
				ref, text = Ref{r, c}, g.text(r, c)
				break
			}
		}
	}
	switch {
	case text == "":
	case below:
		p.skip("footnote", ref, text)
	case ref.Col == labelCol:
		*heading, *pending = text, text
		p.skip("heading", ref, text)
	default:
		p.skip("not_read", ref, text)
	}
}

func (g grid) anyFigure(r int, years []Head) bool {
	for _, y := range years {
		ref, _ := parseRef(y.Cell)
		if number, absent := g.figure(r, ref.Col); number || absent {
			return true
		}
	}
	return false
}

// lastFigures is the last row with a figure under a year.
func (g grid) lastFigures(from, to int, years []Head) int {
	for r := to - 1; r >= from; r-- {
		if g.anyFigure(r, years) {
			return r
		}
	}
	return from
}

// down reads a table with a row a year; each column is a label of its own. Years
// that follow below the mapping's last are read too.
func (p *Preview) down() {
	years := p.moreYears(p.years())
	for _, v := range p.Mapping.Values {
		head, ok := parseRef(v.Cell)
		if !ok {
			p.refuse("mapping", p.Mapping.Name)
			return
		}
		for _, y := range years {
			at, _ := parseRef(y.Cell)
			kind := v.Kind
			if kind == "" {
				kind = y.Kind
			}
			p.read(Ref{at.Row, head.Col}, Record{
				Label: v.Text, LabelCell: v.Cell, Measure: v.Measure, Kind: kind, Period: y.Text, PeriodCell: y.Cell, Year: y.Year,
				Total: isTotal(v.Text),
			})
		}
	}
}

// moreYears takes in the years that a newer file has below the known ones.
func (p *Preview) moreYears(years []Head) []Head {
	if len(years) == 0 {
		return years
	}
	g := grid{Sheet: p.sheet}
	last, _ := parseRef(years[len(years)-1].Cell)
	for r := last.Row + 1; ; r++ {
		period, ok := g.period(r, last.Col)
		if !ok {
			return years
		}
		year := period.Year + span.Year(p.Mapping.Shift)
		if slices.ContainsFunc(years, func(h Head) bool { return h.Year == year }) {
			return years
		}
		ref := Ref{r, last.Col}
		p.doubt("year_new", ref, "text", g.text(r, last.Col))
		years = append(years, Head{Cell: ref.String(), Text: g.text(r, last.Col), Year: year, Kind: period.Measure})
	}
}

// long reads a table with a row a figure.
func (p *Preview) long() {
	g, m := grid{Sheet: p.sheet}, p.Mapping
	label, ok1 := parseColumn(m.Label)
	yearCol, ok2 := parseColumn(m.YearColumn)
	if !ok1 || !ok2 {
		p.refuse("mapping", m.Name)
		return
	}
	measure := -1
	if c, ok := parseColumn(m.MeasureColumn); ok {
		measure = c
	}
	for c := range len(g.rowAt(m.Header - 1)) {
		p.columns = append(p.columns, g.text(m.Header-1, c))
	}
	from, to := p.rows()
	for r := from; r < to; r++ {
		if len(g.rowAt(r)) == 0 || !p.passes(r, m.Filters) {
			continue
		}
		period, ok := g.period(r, yearCol)
		if !ok {
			p.noYear(g, r, yearCol)
			continue
		}
		rec := Record{
			Label: g.text(r, label), LabelCell: Ref{r, label}.String(), Period: g.text(r, yearCol), PeriodCell: Ref{r, yearCol}.String(),
			Year: period.Year + span.Year(m.Shift), Kind: period.Measure, Total: isTotal(g.text(r, label)),
		}
		if period.Doubt {
			p.doubt("year_doubt", Ref{r, yearCol}, "text", rec.Period, "year", rec.Period)
		}
		for _, v := range m.Values {
			head, ok := parseRef(v.Cell)
			if !ok {
				p.refuse("mapping", m.Name)
				return
			}
			rec.Measure = v.Measure
			if v.Kind != "" {
				rec.Kind = v.Kind
			}
			if measure >= 0 {
				rec.Measure = g.text(r, measure)
				rec.Kind = measureOf(rec.Measure)
			}
			p.read(Ref{r, head.Col}, rec)
		}
	}
}

func (p *Preview) noYear(g grid, r, yearCol int) {
	for c := range g.rowAt(r) {
		if t := g.text(r, c); t != "" {
			p.skip("no_year", Ref{r, yearCol}, t)
			return
		}
	}
}

// passes: the row of a long table fits all filters. A column is named by its
// title or its letters.
func (p *Preview) passes(r int, filters []Filter) bool {
	g := grid{Sheet: p.sheet}
	for _, f := range filters {
		c := slices.IndexFunc(p.columns, func(name string) bool { return fold(name) == fold(f.Column) })
		if c < 0 {
			c, _ = parseColumn(f.Column)
		}
		text := g.text(r, c)
		if !slices.ContainsFunc(f.Equal, func(want string) bool { return same(text, want) }) {
			return false
		}
	}
	return true
}

// same compares what two cells say: 04 and 4 are the same head.
func same(a, b string) bool {
	a, b = fold(strings.TrimSpace(a)), fold(strings.TrimSpace(b))
	if a == b {
		return true
	}
	return a != "" && b != "" && allDigits(a) && allDigits(b) && strings.TrimLeft(a, "0") == strings.TrimLeft(b, "0")
}
