package workbook

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"outrigger/model/calc"
)

// The columns of every sheet that has fiscal years; the same column is the same
// year on all of them. What a sheet says besides stands after the totals.
const (
	colLabel = iota
	colUnit
	colMark
	colOnce // a row's one figure, or what it is before its first year
	colYears
)

// firstLine is the first line under title, subject and introduction.
const firstLine = 4

func (b *book) colTotal() int { return colYears + b.years }

// sheet is one sheet: a title, what stands above the column heads, and its lines
// below them.
type sheet struct {
	key, name string
	title     string   // none: its name
	subtitle  string   // none: whose figures they are
	intro     string   // one sentence under the title
	heads     []string // of the columns; none: a sheet of prose
	figures   int      // first column of figures, to set their heads to the right
	until     int      // first column after them
	widths    []float64
	top       []line // above the heads
	lines     []line
	charts    []chart
	rules     []rule
	turn      int            // the column, from 0, that rather begins a page where the sheet is too wide for one; 0: what stands after the figures
	pages     int            // high, in print; 0: as many as it takes
	exact     bool           // prints on two pages, the second beginning with the heads
	broad     bool           // its texts are set in a wider face
	least     float64        // height of a line that states none, in points; 0: the program that opens the file decides
	prosaic   int            // lines at the end that hold no figures
	goOn      map[lineOf]int // see book
	cut       map[cutText][]string
	added     int            // lines, without those that go on
	pending   []line         // in which the last line goes on
	sums      []listed       // that a line adds up besides the rows of the graph
	decor     func(s *sheet) // what else belongs on the sheet
	answer    string         // the question that the next line answers
}

// line is one line; write is called when all places are known, with the line's
// number from 1.
type line struct {
	nth    int             // of the lines added to its sheet, from 1; 0: it goes on from another
	id     calc.ID         // the row of the graph that stands here, if any
	cells  map[calc.ID]int // rows of one figure that stand in columns of the same line
	anchor string
	answer string // the question of a reviewer that is answered from here on
	height float64
	end    *end // whose workings it belongs to, if any
	write  func(f formulas, n int) []cell
}

// headLine is the line of the column heads.
func (s *sheet) headLine() int { return firstLine + len(s.top) }

// next is the number that the next line added will have.
func (s *sheet) next() int { return s.headLine() + 1 + len(s.lines) + len(s.pending) }

// lastFigure is the last line that may hold a formula.
func (s *sheet) lastFigure() int { return s.last() - s.prosaic }

// last is the last line of the sheet.
func (s *sheet) last() int { return s.headLine() + len(s.lines) }

// above moves the lines added so far above the heads.
func (s *sheet) above() {
	s.flush()
	s.top, s.lines = append(s.top, s.lines...), nil
}

// flush adds the lines in which the last one goes on. They wait until the next is added,
// so that whoever has added a line finds it as the last.
func (s *sheet) flush() { s.lines, s.pending = append(s.lines, s.pending...), nil }

type anchor struct {
	on   *sheet
	line int
}

// rule is what an input cell accepts.
type rule struct {
	ref      string
	min, max string // empty: no bound
	whole    bool
	list     string
}

func (s *sheet) add(lines ...line) {
	if s.answer != "" && len(lines) > 0 {
		lines[0].answer, s.answer = s.answer, ""
	}
	for _, l := range lines {
		s.flush()
		s.added++
		l.nth = s.added
		if more := s.goOn[lineOf{s.key, l.nth}]; more > 0 {
			l, s.pending = s.continued(l, more)
		}
		s.lines = append(s.lines, l)
	}
}

func (s *sheet) text(cells ...cell) {
	s.add(line{write: func(formulas, int) []cell { return cells }})
}

func (s *sheet) gap() { s.text() }

func (s *sheet) heading(text string) {
	width := max(len(s.heads), 1)
	s.add(line{height: 18, write: func(formulas, int) []cell {
		cells := []cell{as(heading, text)}
		for range width - 1 {
			cells = append(cells, blank(heading))
		}
		return cells
	}})
}

// prose sets a text in lines of a width that fits the page, so that no cells need
// to be merged and no row grows high.
func (s *sheet) prose(r role, text string, width int) {
	for _, part := range fold(text, width) {
		s.text(as(r, part))
	}
}

func fold(text string, width int) []string {
	var lines []string
	for paragraph := range strings.SplitSeq(text, "\n") {
		var current string
		for _, word := range strings.Fields(paragraph) {
			if current != "" && utf8.RuneCountInString(current)+1+utf8.RuneCountInString(word) > width {
				lines, current = append(lines, current), ""
			}
			if current != "" {
				current += " "
			}
			current += word
		}
		lines = append(lines, current)
	}
	return lines
}

// settle gives every line its number and notes where rows stand.
func (b *book) settle(s *sheet) {
	s.flush()
	for i, l := range slices.Concat(s.top, []line{{}}, s.lines) {
		n := firstLine + i
		if l.anchor != "" {
			b.anchors[l.anchor] = anchor{s, n}
		}
		if _, answered := b.answers[l.answer]; l.answer != "" && !answered {
			b.answers[l.answer] = anchor{s, n}
		}
		for id, col := range l.cells {
			b.places[id] = place{s, n, col}
		}
		if l.id == "" {
			continue
		}
		p := place{s, n, alongYears}
		if b.single[l.id] {
			p.col = colOnce
		}
		places := b.places
		if l.end != nil {
			places = l.end.places
		}
		places[l.id] = p
		if total, has := b.total[l.id]; has && p.col == alongYears {
			places[total] = place{s, n, b.colTotal()}
		}
	}
}

func (b *book) writeSheets() {
	for i, s := range b.sheets {
		if i == 0 {
			b.do(b.file.SetSheetName("Sheet1", s.name))
			continue
		}
		_, err := b.file.NewSheet(s.name)
		b.do(err)
	}
	b.names()
	b.tables = map[string][]byte{}
	b.file.SetActiveSheet(0) // before the cells: afterwards it would read them all again
	for _, s := range b.sheets {
		b.dress(s)
	}
	for _, s := range b.sheets {
		if b.err == nil {
			b.stream(s)
		}
	}
	for name, table := range b.tables {
		b.file.Pkg.Store(name, table)
	}
	yes := true
	b.do(b.file.SetCalcProps(&excelize.CalcPropsOptions{FullCalcOnLoad: &yes}))
	stamp := b.Date + "T00:00:00Z"
	b.do(b.file.SetDocProps(&excelize.DocProperties{
		Title: b.plan.Title, Subject: b.plan.Post.Name, Creator: "Outrigger " + b.Version, LastModifiedBy: "Outrigger",
		Language: b.Words.Lang(), Created: stamp, Modified: stamp,
	}))
}

// dress sets what belongs to a sheet as a whole: view, page, protection, rules.
func (b *book) dress(s *sheet) {
	rtl, lines := b.Words.RTL(), false
	b.do(b.file.SetSheetView(s.name, 0, &excelize.ViewOptions{RightToLeft: &rtl, ShowGridLines: &lines}))
	b.paper(s)
	for i, w := range s.widths {
		b.do(b.file.SetColWidth(s.name, column(i), column(i), w))
	}
	if len(s.heads) > 0 && len(s.top) == 0 {
		repeated := fmt.Sprintf("%s!$%d:$%d", quoted(s.name), s.headLine(), s.headLine())
		if len(s.turns()) > 0 {
			repeated = quoted(s.name) + "!$A:$A," + repeated
		}
		b.do(b.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: repeated, Scope: s.name}))
		at := 1
		if s.figures == colYears || s.figures == colOnce {
			at = colOnce
		}
		b.do(b.file.SetPanes(s.name, &excelize.Panes{
			Freeze: true, XSplit: at, YSplit: s.headLine(), TopLeftCell: cellName(at, s.headLine()+1), ActivePane: "bottomRight",
		}))
	}
	b.do(b.file.ProtectSheet(s.name, &excelize.SheetProtectionOptions{
		SelectLockedCells: true, SelectUnlockedCells: true, FormatCells: true, FormatColumns: true, FormatRows: true, AutoFilter: true, Sort: true,
	}))
	for _, r := range s.rules {
		b.accept(s, r)
	}
	if s.decor != nil {
		s.decor(s)
	}
	for _, c := range s.charts {
		b.draw(s, c)
	}
}

func ptr[T any](v T) *T { return &v }

// stream writes the cells from top to bottom.
func (b *book) stream(s *sheet) {
	w, err := b.file.NewStreamWriter(s.name)
	if err != nil {
		b.do(err)
		return
	}
	var out []any // of one line
	put := func(n int, height float64, cells []cell) {
		cells = s.fitted(cells)
		out = out[:0]
		for i, c := range cells {
			out = append(out, nil)
			if c != (cell{}) {
				out[i] = b.value(c)
			}
			if spot := (Spot{s.name, cellName(i, n)}); b.entries != nil && c.look.role == input { // nil: a workbook of no plan, which nobody verifies
				if _, known := b.entries[spot]; !known {
					b.entries[spot] = Entry{} // may be changed, and no figure hangs on it
				}
			}
		}
		var opts []excelize.RowOpts
		if height = s.height(height, cells); height > 0 {
			opts = append(opts, excelize.RowOpts{Height: height})
		}
		b.do(w.SetRow(cellName(0, n), out, opts...))
	}
	b.each(s, put)
	if len(s.heads) > 0 && len(s.lines) > 0 {
		b.asTable(w, s)
	}
	b.do(w.Flush())
}

// asTable makes a table of the lines of a sheet, which are streamed already. To number a
// table excelize reads all that there are, so what it has to read of each is its number,
// until all are written.
func (b *book) asTable(w *excelize.StreamWriter, s *sheet) {
	stripes := false
	b.do(w.AddTable(&excelize.Table{
		Name: s.key, StyleName: "", ShowRowStripes: &stripes,
		Range: cellName(0, s.headLine()) + ":" + cellName(len(s.heads)-1, s.last()),
	}))
	n := len(b.tables) + 1
	name := fmt.Sprintf("xl/tables/table%d.xml", n)
	if table, made := b.file.Pkg.Load(name); made {
		b.tables[name] = table.([]byte)
		b.file.Pkg.Store(name, fmt.Appendf(nil, `<table id="%d"></table>`, n))
	}
}

// each gives the lines of a sheet from top to bottom, as they are written.
func (b *book) each(s *sheet, put func(n int, height float64, cells []cell)) {
	put(1, titleHeight, []cell{as(title, or(s.title, s.name))})
	put(2, 0, []cell{as(subtitle, or(s.subtitle, b.subtitle()))})
	put(3, 0, []cell{as(subtitle, s.intro)})
	for i, l := range s.top {
		put(firstLine+i, l.height, l.write(formulas{b, s, 0, l.end}, firstLine+i))
	}
	if len(s.heads) > 0 {
		var heads []cell
		for i, text := range s.heads {
			c := wrapped(head, text)
			if i >= s.figures && i < s.until {
				c.look.align = "right"
			}
			heads = append(heads, c)
		}
		put(s.headLine(), headHeight, heads)
	}
	for i, l := range s.lines {
		n := s.headLine() + 1 + i
		put(n, l.height, l.write(formulas{b, s, 0, l.end}, n))
	}
}

// subtitle says on every sheet whose figures these are, and that a sample is one.
func (b *book) subtitle() string {
	text := b.plan.Post.Name + " · " + b.plan.Title
	if b.plan.Illustrative {
		text += " · " + b.say("common.illustrative.mark")
	}
	return text
}

func (b *book) accept(s *sheet, r rule) {
	v := excelize.NewDataValidation(true)
	v.SetSqref(r.ref)
	if r.list != "" {
		v.SetSqrefDropList(r.list)
		v.SetError(excelize.DataValidationErrorStyleStop, b.say("workbook.rule.title"), b.say("workbook.rule.list"))
		b.do(b.file.AddDataValidation(s.name, v))
		return
	}
	kind := excelize.DataValidationTypeDecimal
	if r.whole {
		kind = excelize.DataValidationTypeWhole
	}
	low, high, op := r.min, r.max, excelize.DataValidationOperatorBetween
	if high == "" {
		high, op = low, excelize.DataValidationOperatorGreaterThanOrEqual
	}
	lo, err := strconv.ParseFloat(low, 64)
	b.do(err)
	hi, err := strconv.ParseFloat(high, 64)
	b.do(err)
	b.do(v.SetRange(lo, hi, kind, op))
	text := b.Words.Say("workbook.rule.least", map[string]string{"min": low})
	if r.max != "" {
		text = b.Words.Say("workbook.rule.between", map[string]string{"min": low, "max": r.max})
	}
	v.SetError(excelize.DataValidationErrorStyleStop, b.say("workbook.rule.title"), text)
	b.do(b.file.AddDataValidation(s.name, v))
}
