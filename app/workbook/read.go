package workbook

import (
	"slices"
	"strconv"
	"strings"

	"outrigger/app/words"
	"outrigger/model/money"
)

// Table is a sheet of the workbook to be read in a window: the cells that are written, as
// a spreadsheet shows them in the reader's notation.
type Table struct {
	Key, Name string
	Widths    []float64 // of the columns, in characters
	Head      int       // the line of the column heads, from 1; 0: there are none
	Lines     []TableLine
}

// TableLine is a line in which something stands, or a chart with what it says to those who
// do not see it.
type TableLine struct {
	Number int // from 1
	Cells  []TableCell
	Chart  *TableChart // nil: none begins here
}

// TableCell is one cell, and how many columns it takes: a text runs on over empty cells.
type TableCell struct {
	Text  string
	Look  string // what it is for: input, formula, status …
	Align string // left, right, center; empty: as its kind has it
	Wrap  bool
	Span  int
	Live  bool // a formula gives it
}

// looks are the names of the roles.
var looks = [...]string{
	plain: "plain", title: "title", subtitle: "subtitle", heading: "heading", head: "head", label: "label", small: "small", caption: "caption",
	input: "input", fixed: "fixed", formula: "formula", remark: "remark", simulated: "simulated", carried: "carried",
	result: "result", status: "status", link: "link", warning: "warning", lead: "lead", great: "great",
}

// Tables reads the sheets of the workbook that Write writes from the same request, with the
// charts where they stand.
func Tables(in Request) ([]Table, error) {
	b, err := begin(in)
	if err != nil {
		return nil, err
	}
	defer b.file.Close()
	cells := laid{}
	for _, s := range b.sheets {
		b.each(s, func(n int, _ float64, line []cell) { cells.put(s.name, n, s.fitted(line)) })
	}
	var all []Table
	for _, s := range b.sheets {
		all = append(all, b.table(s, cells))
	}
	return all, b.err
}

func (b *book) table(s *sheet, cells laid) Table {
	t := Table{Key: s.key, Name: s.name, Widths: s.widths}
	if len(s.heads) > 0 {
		t.Head = s.headLine()
	}
	charts := map[int][]TableLine{}
	for _, c := range s.charts {
		d := b.drawing(s, c)
		n := min(rowOf(d.cell), s.last()+1)
		charts[n] = append(charts[n], b.charted(n, d, cells))
	}
	for n := 1; n <= s.last()+1; n++ {
		if line := b.read(n, cells[s.name][n]); len(line.Cells) > 0 {
			t.Lines = append(t.Lines, line)
		}
		t.Lines = append(t.Lines, charts[n]...)
	}
	return t
}

// read is a line without what is empty at its end; none where it holds nothing.
func (b *book) read(n int, cells []cell) TableLine {
	line := TableLine{Number: n}
	texts := make([]string, len(cells))
	last := -1
	for i, c := range cells {
		if texts[i] = b.shown(c); texts[i] != "" || c.look.role == input {
			last = i
		}
	}
	for i := 0; i <= last; i++ {
		c := cells[i]
		out := TableCell{Text: texts[i], Look: looks[c.look.role], Align: c.look.align, Wrap: c.look.wrap || c.look.role == head, Span: 1, Live: c.formula != ""}
		if out.Align == "fill" {
			out.Align = "" // cut at the cell's end, as the page does anyway
		}
		if c.number && out.Align == "" {
			out.Align = "right"
		}
		if c.look.role == status {
			out.Align = "center"
		}
		if !c.number && !out.Wrap && out.Text != "" && out.Align == "" {
			for i+1 < len(cells) && texts[i+1] == "" && (cells[i+1].look.role != input || c.look.role == input) {
				out.Span++
				i++
			}
		}
		line.Cells = append(line.Cells, out)
	}
	return line
}

func (b *book) shown(c cell) string {
	if !c.number {
		return c.text
	}
	return Formatted(b.Words, c.look.format, c.figure)
}

// Formatted writes a figure as a spreadsheet shows it by a number format, in a reader's
// notation. It knows the formats of this package: digits with and without groups, places
// that are optional, per cent, and up to three parts for positive, negative and nought.
func Formatted(say words.Reader, format string, x float64) string {
	n, err := money.FromFloat(x)
	if err != nil {
		return strconv.FormatFloat(x, 'g', -1, 64)
	}
	parts := strings.Split(format, ";")
	part := parts[0]
	switch {
	case len(parts) > 2 && n.IsZero():
		part = parts[2]
	case len(parts) > 1 && n.IsNeg():
		part, n = parts[1], n.Abs()
	}
	before, digits, after := cutFormat(part)
	if digits == "" && part != "" && part != "General" {
		return strings.TrimSpace(before)
	}
	percent := strings.Contains(after, "%")
	if percent {
		if n, err = n.Mul(money.Int(100)); err != nil {
			return ""
		}
		after = strings.Replace(after, "%", say.Formats().Percent, 1)
	}
	text := money.Canonical(n)
	if digits != "" {
		text = digited(digits, n)
	}
	number, err := money.Parse(text)
	if err != nil {
		return text
	}
	_, decimals, _ := strings.Cut(text, ".")
	said := say.Number(number, len(decimals))
	if digits != "" && !strings.Contains(digits, ",") { // a year is no count
		said = strings.Replace(strings.Replace(text, ".", say.Formats().Decimal, 1), "-", say.Formats().Minus, 1)
	}
	return strings.Replace(before, "-", say.Formats().Minus, 1) + said + after
}

// digited writes a figure with the places that a format has, leaving out those that are
// optional and nought.
func digited(digits string, n money.Number) string {
	_, places, _ := strings.Cut(digits, ".")
	least := strings.Count(places, "0")
	text := money.Round(n, len(places)).Pad(len(places)).String()
	whole, decimals, _ := strings.Cut(text, ".")
	for len(decimals) > least && strings.HasSuffix(decimals, "0") {
		decimals = decimals[:len(decimals)-1]
	}
	if decimals == "" {
		return whole
	}
	return whole + "." + decimals
}

// cutFormat parts one part of a number format into the text before its digits, the digits
// and the text after, without the room that is kept for brackets.
func cutFormat(part string) (before, digits, after string) {
	runes := []rune(part)
	var texts [2]strings.Builder
	var number strings.Builder
	at := 0
	for i := 0; i < len(runes); i++ {
		switch c := runes[i]; {
		case c == '_':
			i++ // as wide as the sign after it
		case c == '"':
			for i++; i < len(runes) && runes[i] != '"'; i++ {
				texts[at].WriteRune(runes[i])
			}
		case slices.Contains([]rune("#0,."), c):
			number.WriteRune(c)
			at = 1
		default:
			texts[at].WriteRune(c)
		}
	}
	return texts[0].String(), number.String(), texts[1].String()
}
