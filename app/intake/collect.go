package intake

import (
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"outrigger/model/money"
	"outrigger/model/plan"
	"outrigger/model/span"
)

// Reader is a reader of words who also knows which way the language runs; one of
// app/words is one.
type Reader interface {
	Words
	RTL() bool
}

// The layout of a fill-in sheet: the id of the input in a narrow grey column,
// then who and what, then what is filled in. ReadCollected relies on it, and on
// the mark in the first cell and the hidden sheet of lists.
const (
	mark       = "outrigger"
	listsSheet = "outrigger"
	headRow    = 3 // row of column names, from 0
	colID      = 0
	colName    = 1
	colField   = 2
	colUnit    = 3
	colValue   = 4
	colGrade   = 5
	colSource  = 6
	colNote    = 7
	colYears   = 8
)

// blocks are the sheets of a fill-in workbook and the beginnings of the ids each
// holds.
var blocks = []struct {
	name string
	ids  []string
}{
	{"post", []string{"post/"}},
	{"prices", []string{"rates/", "prices/"}},
	{"drivers", []string{"drivers/"}},
	{"team", []string{"team/", "roles/"}},
	{"activities", []string{"activities/"}},
	{"lines", []string{"lines/"}},
	{"funding", []string{"funding/"}},
}

func inBlock(id string, ids []string) bool {
	return slices.ContainsFunc(ids, func(prefix string) bool { return strings.HasPrefix(id, prefix) })
}

// Collect writes a fill-in workbook for a plan in the reader's language: a sheet
// for each block, an input a row, years across, drop-downs for grades and
// choices, everything locked but what is to be filled in. ReadCollected reads it
// back.
func Collect(w io.Writer, p *plan.Plan, reader Reader) error {
	c := collector{book: excelize.NewFile(), plan: p, words: reader}
	defer c.book.Close()
	c.styles()
	c.lists()
	for _, b := range blocks {
		c.sheet(b.name, b.ids)
	}
	c.assessment()
	if c.err == nil {
		c.err = c.book.DeleteSheet("Sheet1")
	}
	if c.err == nil {
		c.book.SetActiveSheet(1)
		c.err = c.book.Write(w)
	}
	return c.err
}

// collector keeps the first error, so that the layout reads as a layout.
type collector struct {
	book   *excelize.File
	plan   *plan.Plan
	words  Reader
	err    error
	ranges map[string]string // of the drop-downs, by list

	idStyle, title, head, fixed, input, percent, choice, closed, plain int
}

func (c *collector) do(err error) {
	if c.err == nil {
		c.err = err
	}
}

func (c *collector) style(s *excelize.Style) int {
	n, err := c.book.NewStyle(s)
	c.do(err)
	return n
}

func (c *collector) styles() {
	border := []excelize.Border{{Type: "bottom", Color: "BFBFBF", Style: 1}, {Type: "left", Color: "D9D9D9", Style: 1}, {Type: "right", Color: "D9D9D9", Style: 1}, {Type: "top", Color: "D9D9D9", Style: 1}}
	fill := func(color string) excelize.Fill {
		return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{color}}
	}
	open := &excelize.Protection{Locked: false}
	percent := "0.00%"
	wrap := &excelize.Alignment{WrapText: true, Vertical: "top"}
	if c.words.RTL() {
		wrap.ReadingOrder = 2 // also a text that begins with a number
	}
	c.idStyle = c.style(&excelize.Style{Font: &excelize.Font{Size: 7, Color: "808080"}, Fill: fill("D9D9D9")})
	c.title = c.style(&excelize.Style{Font: &excelize.Font{Bold: true, Size: 14}})
	c.head = c.style(&excelize.Style{Font: &excelize.Font{Bold: true}, Fill: fill("DCE6F1"), Border: border, Alignment: wrap})
	c.fixed = c.style(&excelize.Style{Alignment: wrap, Border: border})
	c.input = c.style(&excelize.Style{Fill: fill("FFF9DB"), Border: border, Protection: open, Alignment: &excelize.Alignment{Vertical: "top"}})
	c.percent = c.style(&excelize.Style{Fill: fill("FFF9DB"), Border: border, Protection: open, CustomNumFmt: &percent, Alignment: &excelize.Alignment{Vertical: "top"}})
	c.choice = c.style(&excelize.Style{Fill: fill("FFF9DB"), Border: border, Protection: open, Alignment: wrap})
	asText := "@"
	c.plain = c.style(&excelize.Style{Fill: fill("FFF9DB"), Border: border, Protection: open, Alignment: wrap, CustomNumFmt: &asText})
	c.closed = c.style(&excelize.Style{Fill: fill("EDEDED"), Border: border})
}

func (c *collector) text(sheet string, row, col, style int, text string) {
	at := Ref{row, col}.String()
	if text != "" {
		c.do(c.book.SetCellStr(sheet, at, text))
	}
	c.do(c.book.SetCellStyle(sheet, at, at, style))
}

// number writes a figure as a number where a sheet can keep it exactly, as text
// beyond.
func (c *collector) number(sheet string, row, col, style int, n money.Number) {
	text := money.Canonical(n)
	if x, err := strconv.ParseFloat(text, 64); err == nil && len(strings.Trim(text, "-.0")) <= 15 {
		at := Ref{row, col}.String()
		c.do(c.book.SetCellFloat(sheet, at, x, -1, 64))
		c.do(c.book.SetCellStyle(sheet, at, at, style))
		return
	}
	c.text(sheet, row, col, style, text)
}

// lists writes the hidden sheet: what the file is, and the answers of every
// drop-down beside their codes.
func (c *collector) lists() {
	_, err := c.book.NewSheet(listsSheet)
	c.do(err)
	c.text(listsSheet, 0, 0, 0, mark)
	c.text(listsSheet, 0, 1, 0, strconv.Itoa(plan.Version))
	c.ranges = map[string]string{}
	for i, l := range append(lists(), levelLists()...) {
		col := 2 * i
		c.text(listsSheet, 1, col, 0, l.name)
		for k, code := range l.codes {
			c.text(listsSheet, 2+k, col, 0, code)
			said := c.words.Say(l.words+code, nil)
			if practice, is := strings.CutPrefix(l.name, "level/"); is {
				said = c.levelSaid(practice, code)
			}
			c.text(listsSheet, 2+k, col+1, 0, said)
		}
		name := columnName(col + 1)
		c.ranges[l.name] = "'" + listsSheet + "'!$" + name + "$3:$" + name + "$" + strconv.Itoa(2+len(l.codes))
	}
	c.do(c.book.SetSheetVisible(listsSheet, false))
}

func (c *collector) sheet(block string, ids []string) {
	var inputs []plan.Input
	for _, in := range plan.Askable(c.plan) {
		if inBlock(in.ID, ids) {
			inputs = append(inputs, in)
		}
	}
	var settings []choice
	for _, s := range choices(c.plan) {
		if inBlock(s.id, ids) {
			settings = append(settings, s)
		}
	}
	if len(inputs)+len(settings) == 0 {
		return
	}
	sheet := c.words.Say("intake.sheet."+block, nil)
	_, err := c.book.NewSheet(sheet)
	c.do(err)
	c.text(sheet, 0, colID, c.idStyle, mark)
	c.text(sheet, 0, colName, c.title, sheet)
	c.text(sheet, 1, colName, 0, c.plan.Title)
	c.text(sheet, 2, colName, 0, c.words.Say("intake.collect.how", nil))
	years := c.plan.Axis().Years()
	c.heads(sheet, years)
	for i, in := range inputs {
		c.figure(sheet, headRow+1+i, in, years)
	}
	for i, s := range settings {
		c.setting(sheet, headRow+1+len(inputs)+i, s)
	}
	c.finish(sheet, len(years))
}

func (c *collector) heads(sheet string, years []span.Year) {
	c.text(sheet, headRow, colID, c.idStyle, "id")
	for col, key := range map[int]string{colName: "item", colField: "what", colUnit: "unit", colValue: "value", colGrade: "grade", colSource: "source", colNote: "note"} {
		c.text(sheet, headRow, col, c.head, c.words.Say("intake.column."+key, nil))
	}
	for i, y := range years {
		c.text(sheet, headRow, colYears+i, c.head, y.Label(c.plan.Years.StartMonth))
	}
}

// figure writes the row of one input.
func (c *collector) figure(sheet string, row int, in plan.Input, years []span.Year) {
	f := in.Figure
	c.text(sheet, row, colID, c.idStyle, in.ID)
	c.text(sheet, row, colName, c.fixed, in.Name)
	c.text(sheet, row, colField, c.fixed, c.words.Say("row.input."+in.Field, nil))
	unit := in.Unit
	if unit == "" && in.Kind != plan.Per {
		unit = c.words.Say("intake.unit."+string(in.Kind), nil)
	}
	c.text(sheet, row, colUnit, c.fixed, unit)
	style := c.input
	if in.Kind == plan.Share || in.Kind == plan.Growth {
		style = c.percent
	}
	c.text(sheet, row, colValue, style, "")
	if f.Value != nil {
		c.number(sheet, row, colValue, style, *f.Value)
	}
	grade := ""
	if f.Grade != "" {
		grade = c.words.Say("common.grade."+string(f.Grade), nil)
	}
	c.text(sheet, row, colGrade, c.choice, grade)
	c.dropDown(sheet, row, colGrade, "grade")
	c.text(sheet, row, colSource, c.choice, f.Source)
	c.text(sheet, row, colNote, c.choice, f.Note)
	asked := in.Span(c.plan.Axis())
	for i, y := range years {
		n, given := f.Years[y]
		switch {
		case in.Shape == plan.Once || !slices.Contains(asked, y) && !given:
			c.text(sheet, row, colYears+i, c.closed, "")
		case given:
			c.number(sheet, row, colYears+i, style, n)
		default:
			c.text(sheet, row, colYears+i, style, "")
		}
	}
}

func (c *collector) setting(sheet string, row int, s choice) {
	c.text(sheet, row, colID, c.idStyle, s.id+"?")
	c.text(sheet, row, colName, c.fixed, s.name)
	c.text(sheet, row, colField, c.fixed, c.words.Say("intake.choice."+s.field, nil))
	c.text(sheet, row, colUnit, c.fixed, "")
	prefix := ""
	for _, l := range lists() {
		if l.name == s.list {
			prefix = l.words
		}
	}
	said := ""
	if code := s.get(); code != "" {
		said = c.words.Say(prefix+code, nil)
	}
	c.text(sheet, row, colValue, c.choice, said)
	c.dropDown(sheet, row, colValue, s.list)
}

func (c *collector) dropDown(sheet string, row, col int, list string) {
	v := excelize.NewDataValidation(true)
	v.SetSqref(Ref{row, col}.String())
	v.SetSqrefDropList(c.ranges[list])
	v.SetError(excelize.DataValidationErrorStyleStop, c.words.Say("intake.collect.choose", nil), c.words.Say("intake.collect.choose_how", nil))
	c.do(c.book.AddDataValidation(sheet, v))
}

func (c *collector) finish(sheet string, years int) {
	for col, width := range map[int]float64{colID: 3, colName: 30, colField: 34, colUnit: 14, colValue: 14, colGrade: 16, colSource: 24, colNote: 30} {
		c.do(c.book.SetColWidth(sheet, columnName(col), columnName(col), width))
	}
	if years > 0 {
		c.do(c.book.SetColWidth(sheet, columnName(colYears), columnName(colYears+years-1), 12))
	}
	c.do(c.book.SetPanes(sheet, &excelize.Panes{Freeze: true, XSplit: colUnit, YSplit: headRow + 1, TopLeftCell: Ref{headRow + 1, colUnit}.String(), ActivePane: "bottomRight"}))
	c.guard(sheet)
}

// guard sets which way a sheet runs, and locks all that is not to be filled in.
func (c *collector) guard(sheet string) {
	if rtl := c.words.RTL(); rtl {
		c.do(c.book.SetSheetView(sheet, 0, &excelize.ViewOptions{RightToLeft: &rtl}))
	}
	c.do(c.book.ProtectSheet(sheet, &excelize.SheetProtectionOptions{SelectLockedCells: true, SelectUnlockedCells: true, FormatColumns: true, FormatRows: true}))
}
