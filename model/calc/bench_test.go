package calc_test

import (
	"fmt"
	"testing"

	"outrigger/model/calc"
	"outrigger/model/money"
	"outrigger/model/span"
)

// large is 500 rows over ten years, in the mix of operations of a real plan: each
// group of ten has three inputs and seven formulas, one of them a corkscrew.
func large(b *testing.B) *calc.Model {
	b.Helper()
	m, err := largeBook(b).Build()
	if err != nil {
		b.Fatal(err)
	}
	return m
}

func largeBook(b testing.TB) *calc.Book {
	ten := span.Axis{First: 2021, LastActual: 2025, Last: 2030}
	book := calc.NewBook(ten)
	leaf := func(n string) *calc.Leaf {
		v, err := money.Parse(n)
		if err != nil {
			b.Fatal(err)
		}
		l := &calc.Leaf{}
		for range 10 {
			l.Values, l.Given, l.Asked = append(l.Values, v), append(l.Given, true), append(l.Asked, true)
		}
		return l
	}
	for g := range 50 {
		id := func(name string) calc.ID { return calc.ID(fmt.Sprintf("%d/%s", g, name)) }
		book.Add(input(id("volume"), calc.One, leaf("1234.5")))
		book.Add(input(id("hours"), calc.Hour, leaf("0.75")))
		book.Add(input(id("capacity"), calc.Hour, leaf("900")))
		row := func(name string, e calc.Expr) {
			book.Add(calc.Row{ID: id(name), Unit: calc.Hour, Expr: e})
		}
		row("work", calc.Mul(calc.Ref(id("volume")), calc.Ref(id("hours"))))
		row("opening", calc.Prev(id("closing"), calc.Zero()))
		row("done", calc.Min(calc.Add(calc.Ref(id("opening")), calc.Ref(id("work"))), calc.Ref(id("capacity"))))
		row("closing", calc.Sub(calc.Add(calc.Ref(id("opening")), calc.Ref(id("work"))), calc.Ref(id("done"))))
		row("share", calc.Mul(calc.Ref(id("work")), calc.Div(calc.Ref(id("done")), calc.Ref(id("capacity")), calc.Zero())))
		row("most", calc.Max(calc.Ref(id("share")), calc.Ref(id("done"))))
		row("sum", calc.Sum(id("most"), id("closing"), id("work")))
	}
	return book
}

func BenchmarkFullRecalculation5000Cells(b *testing.B) {
	m := large(b)
	for b.Loop() {
		m.State()
	}
}

func BenchmarkOneInputChanged(b *testing.B) {
	m := large(b)
	s := m.State()
	leaf, _ := s.Leaf("7/volume")
	for b.Loop() {
		s.Set("7/volume", leaf)
	}
}
