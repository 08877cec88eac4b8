package workbook

import (
	"github.com/xuri/excelize/v2"

	"outrigger/model/money"
)

// cell is one cell: a text, a figure or nothing, with the formula that gives it.
type cell struct {
	look    look
	text    string
	figure  float64
	number  bool
	formula string
}

func as(r role, text string) cell { return cell{look: look{role: r}, text: text} }

func wrapped(r role, text string) cell { return cell{look: look{role: r, wrap: true}, text: text} }

func blank(r role) cell { return cell{look: look{role: r}} }

// figure is a number that stands as it is.
func figure(r role, format string, n money.Number) cell {
	return cell{look: look{role: r, format: format}, figure: money.Float(n), number: true}
}

func whole(r role, n int) cell { return figure(r, "0", money.Int(n)) }

// computed is a formula with the figure it gives.
func computed(r role, format, f string, n money.Number) cell {
	return cell{look: look{role: r, format: format}, figure: money.Float(n), number: true, formula: f}
}

// told is a formula with the text it gives.
func told(r role, f, text string) cell { return cell{look: look{role: r}, text: text, formula: f} }

func (b *book) value(c cell) excelize.Cell {
	v := excelize.Cell{StyleID: b.style(c.look), Formula: c.formula}
	switch {
	case c.number:
		v.Value = c.figure
	case c.text != "" || c.formula != "":
		v.Value = c.text
	}
	return v
}

// leftward sets a figure where the texts around it begin.
func (b *book) leftward(c cell) cell {
	c.look.align = "left"
	if b.Words.RTL() {
		c.look.align = "right"
	}
	return c
}
