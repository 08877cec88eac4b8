package intake

import (
	"slices"
	"strconv"
	"strings"

	"outrigger/model/money"
	"outrigger/model/span"
)

// Record is one figure as read, with the cells it was read from.
type Record struct {
	Label      string
	LabelCell  string
	Group      string // headings above and beside the label
	Measure    string // in the file's words
	Kind       string // budget, revised, actual, estimate or empty
	Period     string // the year in the file's words
	PeriodCell string
	Year       span.Year
	Cell       string
	Stored     string        // the cell as it stands
	Number     *money.Number // before any scale; nil: the file states no figure
	Total      bool          // the row adds up others
	row        int
}

// Skip is something that stands in the table and was not read as a figure.
type Skip struct {
	Note
	Text string
}

// Worked shows what a claimed scale would do to one figure.
type Worked struct {
	Claim
	Label, Cell, Stored string
	AsIs, Scaled        money.Number
	Series              []string // labels of the rows it is claimed for; empty: the whole table
}

// Preview is what a mapping reads out of a file. Nothing is in the plan yet.
type Preview struct {
	Mapping Mapping
	File    string
	Records []Record
	Skipped []Skip
	Ties    []Tie
	Scales  []Worked
	Doubts  []Note // what a reader should look at before accepting
	Faults  []*Fault

	sheet   *Sheet
	columns []string // names of the columns of a long table
}

// maxNotes keeps a report readable: further ones of the same kind are counted.
const maxNotes = 200

// PreviewOf reads a table as the mapping says. A mapping that does not fit the
// file gives a preview with Faults and no records.
func PreviewOf(f *File, m Mapping) *Preview {
	p := &Preview{Mapping: m, File: f.Name, sheet: f.Sheet(m.Sheet)}
	if p.sheet == nil {
		p.refuse("no_sheet", f.Name, "sheet", m.Sheet)
		return p
	}
	p.Doubts = append(slices.Clone(f.Notes), p.sheet.Notes...)
	switch m.Orientation {
	case Across:
		p.across()
	case Down:
		p.down()
	case Long:
		p.long()
	default:
		p.refuse("mapping", m.Name)
	}
	if len(p.Records) == 0 && len(p.Faults) == 0 {
		p.refuse("no_figures", f.Name)
	}
	p.scales()
	return p
}

func (p *Preview) refuse(code, place string, pairs ...string) {
	p.Faults = append(p.Faults, fault(code, place, pairs...))
}

func (p *Preview) doubt(code string, ref Ref, pairs ...string) {
	if len(p.Doubts) < maxNotes {
		p.Doubts = append(p.Doubts, note(code, p.sheet.place(ref), pairs...))
	}
}

func (p *Preview) skip(code string, ref Ref, text string, pairs ...string) {
	if len(p.Skipped) < maxNotes {
		p.Skipped = append(p.Skipped, Skip{note(code, p.sheet.place(ref), append(pairs, "text", text)...), text})
	}
}

// rows gives the rows of figures, from 0, the last one out.
func (p *Preview) rows() (from, to int) {
	to = len(p.sheet.Rows)
	if p.Mapping.Last > 0 {
		to = min(to, p.Mapping.Last)
	}
	return max(p.Mapping.First-1, 0), to
}

// years checks the mapping's year cells against the file: a year that has moved
// on (a file of the next year) is read anew, and said.
func (p *Preview) years() []Head {
	var all []Head
	g := grid{Sheet: p.sheet}
	for _, y := range p.Mapping.Years {
		ref, ok := parseRef(y.Cell)
		if !ok {
			p.refuse("mapping", p.Mapping.Name)
			return nil
		}
		if text := g.text(ref.Row, ref.Col); text != y.Text && text != "" {
			period, ok := g.period(ref.Row, ref.Col)
			if !ok {
				p.doubt("year_gone", ref, "text", text, "was", y.Text)
				continue
			}
			p.doubt("year_moved", ref, "text", text, "was", y.Text)
			y.Text, y.Year = text, period.Year
		}
		if period, ok := ParsePeriod(y.Text); ok && period.Doubt && period.Year == y.Year {
			p.doubt("year_doubt", ref, "text", y.Text, "year", strconv.Itoa(int(y.Year)))
		}
		y.Year += span.Year(p.Mapping.Shift)
		all = append(all, y)
	}
	for i, y := range all {
		for _, z := range all[:i] {
			if z.Year == y.Year && z.Measure == y.Measure {
				ref, _ := parseRef(y.Cell)
				p.doubt("year_twice", ref, "text", y.Text, "other", z.Cell)
			}
		}
	}
	return all
}

// read adds one record, or says why there is none.
func (p *Preview) read(ref Ref, rec Record) {
	cell := p.sheet.At(ref.Row, ref.Col)
	rec.Cell, rec.Stored, rec.row = ref.String(), cell.Text, ref.Row
	switch cell.Kind {
	case Blank:
		return
	case Hollow:
		p.skip("no_value", ref, cell.Text)
	case BadValue:
		p.skip("error_value", ref, cell.Text)
	default:
		hint := p.Mapping.Locale
		if cell.Kind == Exact {
			hint = Point
		}
		read, err := ReadNumber(cell.Text, hint)
		switch {
		case err != nil && cell.Kind == Exact:
			p.skip("too_long_number", ref, cell.Text)
		case err != nil:
			p.skip("not_a_number", ref, cell.Text)
			return
		case !read.Missing:
			rec.Number = &read.Number
			if read.Ambiguous && p.Mapping.Locale == Unknown && cell.Kind == Text {
				p.doubt("ambiguous", ref, "text", strings.TrimSpace(cell.Text), "number", money.Canonical(read.Number))
			}
			if read.Marks != "" {
				p.doubt("mark", ref, "text", strings.TrimSpace(cell.Text), "mark", read.Marks)
			}
		}
	}
	p.Records = append(p.Records, rec)
}

// Lookup finds a record as a person would name it: by the label or the cell it
// stands in, the period as written or as a year, and the measure. Empty
// arguments fit everything; the first fit is given.
func (p *Preview) Lookup(label, labelCell, period, measure string) (Record, bool) {
	for _, r := range p.Records {
		if label != "" && fold(label) != fold(r.Label) && fold(label) != fold(r.Period) ||
			labelCell != "" && labelCell != r.LabelCell && labelCell != r.PeriodCell ||
			period != "" && fold(period) != fold(r.Period) && period != strconv.Itoa(int(r.Year)) ||
			measure != "" && fold(measure) != fold(r.Measure) && measure != r.Kind {
			continue
		}
		return r, true
	}
	return Record{}, false
}

// Area names the cells of some records as one range of their sheet.
func (p *Preview) area(records []Record) string {
	from, to := Ref{1 << 30, 1 << 30}, Ref{-1, -1}
	for _, r := range records {
		ref, ok := parseRef(r.Cell)
		if !ok {
			continue
		}
		from = Ref{min(from.Row, ref.Row), min(from.Col, ref.Col)}
		to = Ref{max(to.Row, ref.Row), max(to.Col, ref.Col)}
	}
	if to.Row < 0 {
		return ""
	}
	if from == to {
		return p.sheet.place(from)
	}
	return p.sheet.place(from) + ":" + to.String()
}
