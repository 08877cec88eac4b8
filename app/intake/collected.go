package intake

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"outrigger/model/money"
	"outrigger/model/plan"
	"outrigger/model/span"
)

// ReadCollected reads a filled-in workbook back into a copy of the plan it was
// written for; the plan given is never changed. One bad cell refuses the whole
// file: all faults are given at once, each with its cell. Inputs that have no
// row stay as they are; a cleared row clears its figure.
func ReadCollected(r io.Reader, p *plan.Plan) (*plan.Plan, []Change, []*Fault) {
	book, fs := openCollected(r)
	if len(fs) > 0 {
		return nil, nil, fs
	}
	defer book.Close()
	c := collected{plan: plan.Clone(p), rows: map[string]string{}}
	filled := 0
	hidden, err := readSheet(book, listsSheet, &filled)
	if err != nil || hidden.At(0, 0).Text != mark {
		return nil, nil, []*Fault{fault("not_collected", "")}
	}
	c.answers(hidden)
	for _, title := range book.GetSheetList() {
		if title == listsSheet {
			continue
		}
		sheet, err := readSheet(book, title, &filled)
		if err != nil {
			return nil, nil, []*Fault{fault("unreadable", title)}
		}
		switch sheet.At(0, colID).Text {
		case mark:
			hollow(book, sheet)
			c.sheet(sheet)
		case assessMark:
			hollow(book, sheet)
			c.assessment(sheet)
		}
	}
	if len(c.rows) == 0 && len(c.faults) == 0 {
		c.faults = append(c.faults, fault("not_collected", ""))
	}
	if len(c.faults) > 0 {
		return nil, nil, c.faults
	}
	for _, apply := range c.settings {
		apply()
	}
	return c.plan, c.changes, nil
}

func openCollected(r io.Reader) (book *excelize.File, faults []*Fault) {
	refuse := func(err error) (*excelize.File, []*Fault) {
		var f *Fault
		if !errors.As(err, &f) {
			f = fault("unreadable", "")
		}
		return nil, []*Fault{f}
	}
	defer func() {
		if recover() != nil {
			book, faults = refuse(fault("unreadable", ""))
		}
	}()
	data, err := readAll("", r)
	if err != nil {
		return refuse(err)
	}
	switch kind := sniff(data); kind {
	case "zip":
	case "ole":
		return refuse(oleFault("", data))
	default:
		return refuse(fault("not_collected", ""))
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return refuse(err)
	}
	if err := guardZip("", z); err != nil {
		return refuse(err)
	}
	if book, err = excelize.OpenReader(bytes.NewReader(data), excelize.Options{RawCellValue: true, UnzipSizeLimit: maxUnzipped, UnzipXMLSizeLimit: 8 << 20}); err != nil {
		return refuse(err)
	}
	return book, nil
}

// collected is a filled-in workbook being read.
type collected struct {
	plan     *plan.Plan
	codes    map[string]map[string]string // list, folded answer: code
	rows     map[string]string            // id: place of its row
	changes  []Change
	settings []func() // choices, applied after all figures
	faults   []*Fault
}

func (c *collected) refuse(code string, s *Sheet, ref Ref, pairs ...string) {
	c.faults = append(c.faults, fault(code, s.place(ref), pairs...))
}

// answers reads the lists; a code itself is an answer in every language.
func (c *collected) answers(s *Sheet) {
	c.codes = map[string]map[string]string{}
	for _, l := range append(lists(), levelLists()...) {
		c.codes[l.name] = map[string]string{}
		for _, code := range l.codes {
			c.codes[l.name][code] = code
		}
	}
	for col := 0; col < s.width(); col += 2 {
		known := c.codes[s.At(1, col).Text]
		for r := 2; known != nil && r < len(s.Rows); r++ {
			if code, ok := known[s.At(r, col).Text]; ok {
				known[fold(s.At(r, col+1).Text)] = code
			}
		}
	}
}

// sheet reads the rows of one block.
func (c *collected) sheet(s *Sheet) {
	years := c.years(s)
	inputs := map[string]plan.Input{}
	for _, in := range plan.Askable(c.plan) {
		inputs[in.ID] = in
	}
	settings := map[string]choice{}
	for _, x := range choices(c.plan) {
		settings[x.id+"?"] = x
	}
	for r := headRow + 1; r < len(s.Rows); r++ {
		id := strings.TrimSpace(s.At(r, colID).Text)
		if id == "" {
			continue
		}
		if at, twice := c.rows[id]; twice {
			c.refuse("row_twice", s, Ref{r, colID}, "input", id, "other", at)
			continue
		}
		c.rows[id] = s.place(Ref{r, colID})
		if in, ok := inputs[id]; ok {
			c.input(s, r, in, years)
		} else if x, ok := settings[id]; ok {
			c.setting(s, r, x)
		} else {
			c.refuse("no_input", s, Ref{r, colID}, "input", id)
		}
	}
}

// years finds the plan's years in the row of names.
func (c *collected) years(s *Sheet) map[int]span.Year {
	labels := map[string]span.Year{}
	for _, y := range c.plan.Axis().Years() {
		labels[y.Label(c.plan.Years.StartMonth)] = y
	}
	years := map[int]span.Year{}
	for col := colYears; col < s.width(); col++ {
		text := strings.TrimSpace(s.At(headRow, col).Text)
		if y, ok := labels[text]; ok {
			years[col] = y
		} else if text != "" {
			c.refuse("foreign_year", s, Ref{headRow, col}, "text", text)
		}
	}
	return years
}

func (c *collected) input(s *Sheet, r int, in plan.Input, years map[int]span.Year) {
	before := *in.Figure
	after := plan.Figure{Year: before.Year, Owner: before.Owner, Extra: before.Extra}
	if n, ok := c.number(s, Ref{r, colValue}, in); ok {
		after.Value = &n
	}
	for y, n := range before.Years {
		if _, shown := c.plan.Axis().Index(y); !shown {
			setYear(&after, y, n)
		}
	}
	for col, y := range years {
		n, ok := c.number(s, Ref{r, col}, in)
		if !ok {
			continue
		}
		if in.Shape == plan.Once {
			c.refuse("one_value", s, Ref{r, col}, "input", in.ID)
			continue
		}
		setYear(&after, y, n)
	}
	if text := s.At(r, colGrade).Text; text != "" {
		code, ok := c.codes["grade"][fold(text)]
		if !ok {
			c.refuse("no_choice", s, Ref{r, colGrade}, "text", text)
		}
		after.Grade = plan.Grade(code)
	}
	after.Source = c.text(s, Ref{r, colSource})
	after.Note = c.text(s, Ref{r, colNote})
	after.Range = plan.Carried(in, before, after)
	if len(c.faults) == 0 && !equal(before, after) {
		*in.Figure = after
		c.changes = append(c.changes, Change{Input: in.ID, Before: before, After: after})
	}
}

func (c *collected) text(s *Sheet, ref Ref) string {
	text := strings.TrimSpace(s.At(ref.Row, ref.Col).Text)
	if len([]rune(text)) > plan.MaxText {
		c.refuse("too_long", s, ref, "limit", strconv.Itoa(plan.MaxText))
	}
	return text
}

// number reads a filled-in cell and keeps it within the input's own bounds.
func (c *collected) number(s *Sheet, ref Ref, in plan.Input) (money.Number, bool) {
	cell := s.At(ref.Row, ref.Col)
	hint := Unknown
	switch cell.Kind {
	case Blank:
		return money.Number{}, false
	case Hollow, BadValue:
		c.refuse("cell_without_value", s, ref, "text", cell.Text)
		return money.Number{}, false
	case Exact:
		hint = Point
	}
	read, err := ReadNumber(cell.Text, hint)
	switch n := read.Number; {
	case err != nil:
		c.refuse("cell_no_number", s, ref, "text", cell.Text)
	case read.Missing:
	case read.Ambiguous && cell.Kind == Text:
		c.refuse("cell_ambiguous", s, ref, "text", cell.Text)
	case in.Min != nil && n.Cmp(*in.Min) < 0:
		c.refuse("cell_below", s, ref, "text", cell.Text, "least", money.Canonical(*in.Min))
	case in.Max != nil && n.Cmp(*in.Max) > 0:
		c.refuse("cell_above", s, ref, "text", cell.Text, "most", money.Canonical(*in.Max))
	case in.Whole && !n.IsInt():
		c.refuse("cell_whole", s, ref, "text", cell.Text)
	default:
		return n, true
	}
	return money.Number{}, false
}

func (c *collected) setting(s *Sheet, r int, x choice) {
	text := strings.TrimSpace(s.At(r, colValue).Text)
	was := x.get()
	if text == "" && was == "" {
		return
	}
	code, ok := c.codes[x.list][fold(text)]
	if !ok {
		c.refuse("no_choice", s, Ref{r, colValue}, "text", text)
		return
	}
	if code != was {
		c.settings = append(c.settings, func() { x.set(code) })
		c.changes = append(c.changes, Change{Input: x.id, Was: was, Now: code})
	}
}

// equal compares figures by what they say.
func equal(a, b plan.Figure) bool {
	if (a.Value == nil) != (b.Value == nil) || a.Value != nil && a.Value.Cmp(*b.Value) != 0 || len(a.Years) != len(b.Years) {
		return false
	}
	for y, n := range a.Years {
		if m, ok := b.Years[y]; !ok || m.Cmp(n) != 0 {
			return false
		}
	}
	return a.Grade == b.Grade && strings.TrimSpace(a.Source) == b.Source && strings.TrimSpace(a.Note) == b.Note
}

func setYear(f *plan.Figure, y span.Year, n money.Number) {
	if f.Years == nil {
		f.Years = map[span.Year]money.Number{}
	}
	f.Years[y] = n
}
