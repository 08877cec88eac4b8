package workbook

import (
	"strings"

	"github.com/xuri/excelize/v2"

	"outrigger/model/calc"
	"outrigger/model/money"
)

// role is what a cell is for; it settles colour, border and lock.
type role uint8

const (
	plain     role = iota
	title          // of a sheet
	subtitle       // under it
	heading        // of a group of lines
	head           // of a column
	label          // of a line
	small          // unit, mark, note
	caption        // of a fact on the cover
	input          // to be changed: blue on pale yellow, unlocked
	fixed          // brought along, not to be changed
	formula        // black
	remark         // a sentence of what was simulated: grey italic, no line under it
	simulated      // fitted or simulated, by no formula: grey italic
	carried        // brought in from another sheet: green
	result         // a formula that stands out: totals
	status         // OK or CHECK
	link           // to a sheet
	warning        // what must not be overlooked
	lead           // a sentence that makes the case
	great          // a figure that says what the case is about
)

// look is a role with a number format; equal looks share one style of the file.
type look struct {
	role   role
	format string
	wrap   bool
	align  string // left, right or as the kind of cell has it
}

// Colours: dark enough for 4.5 to 1 on their ground, and told apart in grey print
// by weight, ground or a word as well.
const (
	ink     = "1F2933"
	accent  = "0B5C6B"
	pale    = "E3F0F2"
	blue    = "0033CC"
	yellow  = "FFF9DB"
	green   = "006100"
	grey    = "5F6B76"
	hairRow = "D5DADF"
	red     = "9C0006"
)

func (b *book) style(l look) int {
	if id, known := b.looks[l]; known {
		return id
	}
	id, err := b.file.NewStyle(b.describe(l))
	b.do(err)
	b.looks[l] = id
	return id
}

func (b *book) describe(l look) *excelize.Style {
	s := &excelize.Style{
		Font:       &excelize.Font{Family: "Calibri", Size: 10, Color: ink},
		Alignment:  &excelize.Alignment{Vertical: "top", WrapText: l.wrap},
		Protection: &excelize.Protection{Locked: l.role != input},
	}
	if b.Words.RTL() {
		s.Font.Family = "Arial"
		s.Alignment.ReadingOrder = 2
	}
	if l.format != "" {
		s.CustomNumFmt = &l.format
	}
	s.Alignment.Horizontal = l.align
	if l.role == small && l.align == "" {
		s.Alignment.Indent = 1 // apart from the figures beside it
		s.Alignment.Horizontal = "left"
		if b.Words.RTL() {
			s.Alignment.Horizontal = "right"
		}
	}
	ground := func(color string) { s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{color}} }
	under := func(color string, style int) {
		s.Border = append(s.Border, excelize.Border{Type: "bottom", Color: color, Style: style})
	}
	switch l.role {
	case title:
		s.Font.Size, s.Font.Bold, s.Font.Color = 16, true, accent
	case subtitle:
		s.Font.Color = grey
	case heading:
		s.Font.Bold, s.Font.Color = true, accent
		s.Alignment.Vertical = "center"
		ground(pale)
	case head:
		s.Font.Bold, s.Font.Color = true, "FFFFFF"
		s.Alignment.WrapText, s.Alignment.Vertical = true, "center"
		ground(accent)
	case label, fixed, formula:
		under(hairRow, 1)
	case small:
		s.Font.Color, s.Font.Size, s.Alignment.Indent = grey, 9, 1
		under(hairRow, 1)
	case caption:
		s.Font.Color = grey
	case input:
		s.Font.Color = blue
		ground(yellow)
		under(hairRow, 1)
	case simulated:
		s.Font.Color, s.Font.Italic = grey, true
		under(hairRow, 1)
	case remark:
		s.Font.Color, s.Font.Italic = grey, true
	case carried:
		s.Font.Color = green
		under(hairRow, 1)
	case result:
		s.Font.Bold = true
		under(accent, 1)
	case status:
		s.Font.Bold = true
		s.Alignment.Horizontal = "center"
		under(hairRow, 1)
	case link:
		s.Font.Color, s.Font.Underline = accent, "single"
	case warning:
		s.Font.Bold, s.Font.Color = true, red
	case lead:
		s.Font.Size = 12
	case great:
		s.Font.Size, s.Font.Bold, s.Font.Color = greatPoints, true, accent
	}
	return s
}

// numbers is how a row's figures are written: negatives with a minus and in
// brackets.
func numbers(row *calc.Row) string {
	switch row.Show {
	case calc.ShowWhole, calc.ShowHours:
		return signed("#,##0")
	case calc.ShowTimes:
		return "0.00"
	case calc.ShowPeople:
		return signed("#,##0.00")
	case calc.ShowShare:
		return signed("0.0%")
	case calc.ShowIndex, calc.ShowMonths:
		return signed("#,##0.0")
	case calc.ShowRate:
		return "#,##0.000###"
	case calc.ShowMoney:
		c, _ := money.ByCode(row.Currency)
		return signed(decimals(c.Places))
	case calc.ShowYear, calc.ShowYesNo:
		return "0"
	}
	return "#,##0.####"
}

func decimals(places int) string {
	if places == 0 {
		return "#,##0"
	}
	return "#,##0." + strings.Repeat("0", places)
}

// signed shows nothing as a dash, so that the years in which something happens
// stand out.
func signed(format string) string { return format + "_);(-" + format + ");\"–\"_)" }
