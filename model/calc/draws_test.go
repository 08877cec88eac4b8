package calc

import (
	"math"
	"testing"

	"outrigger/model/doubt"
	"outrigger/model/money"
	"outrigger/model/span"
)

// every is a model in which every operation meets columns and single figures on every
// side. Figures of x and y are a few units large, either way; n is 0, 1, 2 or 3.
func every(t *testing.T) *State {
	t.Helper()
	b := NewBook(span.Axis{First: 2024, LastActual: 2025, Last: 2028})
	leaf := func(once bool, figures ...int) *Leaf {
		l := &Leaf{Once: once}
		for _, n := range figures {
			l.Values, l.Given, l.Asked = append(l.Values, money.Int(n)), append(l.Given, true), append(l.Asked, true)
		}
		return l
	}
	b.Add(Row{ID: "x", Expr: Input(), Leaf: leaf(false, 1, 2, 3, 4, 5)})
	b.Add(Row{ID: "y", Expr: Input(), Leaf: leaf(false, 5, 4, 3, 2, 1)})
	b.Add(Row{ID: "n", Unit: Year, Expr: Input(), Leaf: leaf(true, 2)})
	b.Add(Row{ID: "two", Unit: Year, Expr: Input(), Leaf: leaf(true, 2)})
	b.Add(Row{ID: "k", Expr: Input(), Leaf: leaf(true, 3)})
	b.Add(Row{ID: "flag", Expr: Input(), Leaf: leaf(false, 0, 1, 0, 1, 1)})
	x, y, k, n, zero := Ref("x"), Ref("y"), Ref("k"), Ref("n"), Zero()
	for id, e := range map[ID]Expr{
		"plus": Add(x, y), "plus one": Add(k, x), "minus": Sub(x, y), "minus one": Sub(x, k), "from": Sub(k, x),
		"times": Mul(x, y), "times one": Mul(k, x), "times itself": Mul(x, x), "times nought": Mul(x, zero),
		"over": Div(x, y, zero), "over one": Div(x, k, zero), "one over": Div(k, x, zero), "over or column": Div(x, Sub(y, y), x),
		"over nought": Div(x, zero, y), "or": Div(k, Max(x, zero), y), "round or nought": Div(k, Round(x, "zero places"), Unity()),
		"less": Min(x, y), "less one": Min(k, x), "more": Max(x, y), "more one": Max(x, k),
		"sum": Sum("x", "y", "k", "x", "flag", "y"), "sum of two": Sum("k", "y", "x"), "total": Total("x"), "where": TotalWhere("x", "flag"),
		"prev": Prev("x", k), "prev itself": Add(x, Prev("prev itself", y)), "lag": Lag("x", n), "lag two": Lag("x", Ref("two")), "at": At("x", 2026),
		"if less": If(x, Less, y, x, k), "if not more": If(x, LessOrEqual, k, k, y), "if same": If(x, Equal, x, y, zero), "if more": If(x, Greater, y, y, x),
		"if not less": If(k, GreaterOrEqual, x, zero, x), "if one": If(k, Less, Hundred(), x, y), "if no matter": If(x, Less, y, y, y),
		"round": Round(x, "one place"), "round whole": Round(Mul(x, Hundred()), "zero places"), "round by": Round(x, "places"),
		"grown": Compound(Max(x, zero), Max(y, zero), n), "grown by": Compound(k, Max(y, zero), Ref("two")),
	} {
		b.Add(Row{ID: id, Expr: e})
	}
	b.Add(Row{ID: "one place", Expr: Input(), Leaf: leaf(true, 1)})
	b.Add(Row{ID: "zero places", Expr: Input(), Leaf: leaf(true, 0)})
	b.Add(Row{ID: "places", Expr: Input(), Leaf: leaf(true, 1)})
	m, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	return m.State()
}

// Every draw is the exact reading of the same inputs: of each operation, on whichever
// side the uncertain figures stand.
func TestEveryDrawIsTheExactReadingOfItsInputs(t *testing.T) {
	s := every(t)
	shape := func(low, mid, high float64) doubt.Shape {
		a, err := doubt.Around(low, mid, high)
		if err != nil {
			t.Fatal(err)
		}
		return a
	}
	seen := func(figures ...float64) []doubt.Shape {
		a, err := doubt.Samples(figures)
		if err != nil {
			t.Fatal(err)
		}
		return []doubt.Shape{a}
	}
	half := seen(-1.5, 0, 2.5, 3, 4) // with ties, noughts and figures below nought among them
	uncertain := []Uncertain{
		{Row: "x", Shapes: []doubt.Shape{nil, half[0], shape(-2, 1, 5), doubt.Scaled(half[0], 2), half[0]}},
		{Row: "y", Shapes: []doubt.Shape{doubt.Fixed(3), shape(1, 2, 4), nil, half[0], doubt.Shifted(half[0], 1)}},
		{Row: "n", Shapes: seen(0, 1, 2, 3)},
		{Row: "places", Shapes: seen(0, 1, 2)},
	}
	var watch []ID
	for _, r := range s.model.Rows() {
		watch = append(watch, r.ID)
	}
	const n, binary = 600, 1e-9
	out := s.Sample(uncertain, nil, watch, n, 3, 2)
	draw := func(id ID, i, year int) float64 {
		kept := out.draws[id]
		one := kept[min(year, len(kept)-1)]
		return one[min(i, len(one)-1)]
	}
	for i := 0; i < n; i += 7 {
		for _, u := range uncertain {
			leaf, _ := s.Leaf(u.Row)
			figures := make([]money.Number, len(leaf.Values))
			for year := range figures {
				number, err := money.FromFloat(draw(u.Row, i, year))
				if err != nil {
					t.Fatal(err)
				}
				figures[year] = number
			}
			leaf.Values = figures
			s.Set(u.Row, leaf)
		}
		for _, id := range watch {
			for year := range s.years {
				exact, ok := s.Value(id, s.model.Axis.At(year))
				if got := draw(id, i, year); ok && math.Abs(got-money.Float(exact)) > binary*(1+math.Abs(got)) {
					t.Errorf("draw %d, %s in year %d: %v drawn, %v exact", i, id, year, got, exact)
				}
			}
		}
		if t.Failed() {
			return
		}
	}
}
