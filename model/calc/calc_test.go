package calc_test

import (
	"errors"
	"testing"

	"outrigger/model/calc"
	"outrigger/model/money"
	"outrigger/model/span"
)

var axis = span.Axis{First: 2024, LastActual: 2025, Last: 2027}

func years(numbers ...int) *calc.Leaf {
	leaf := &calc.Leaf{}
	for _, n := range numbers {
		leaf.Values = append(leaf.Values, money.Int(n))
		leaf.Given, leaf.Asked = append(leaf.Given, true), append(leaf.Asked, true)
	}
	return leaf
}

func once(n int) *calc.Leaf { leaf := years(n); leaf.Once = true; return leaf }

func input(id calc.ID, unit calc.Unit, leaf *calc.Leaf) calc.Row {
	return calc.Row{ID: id, Unit: unit, Expr: calc.Input(), Leaf: leaf}
}

func TestBuildRefusesWhatCannotBeMeant(t *testing.T) {
	for name, c := range map[string]struct {
		row  calc.Row
		want error
	}{
		"unknown row":        {calc.Row{ID: "x", Expr: calc.Ref("nowhere")}, calc.ErrUnknown},
		"itself":             {calc.Row{ID: "x", Expr: calc.Ref("x")}, calc.ErrCycle},
		"its own total":      {calc.Row{ID: "x", Expr: calc.Total("x")}, calc.ErrCycle},
		"hours with people":  {calc.Row{ID: "x", Unit: calc.Hour, Expr: calc.Add(calc.Ref("h"), calc.Ref("p"))}, calc.ErrUnit},
		"wrong unit":         {calc.Row{ID: "x", Unit: calc.Hour, Expr: calc.Mul(calc.Ref("h"), calc.Ref("p"))}, calc.ErrUnit},
		"missing year":       {input("x", calc.One, years(1, 2)), calc.ErrMissingYear},
		"input without leaf": {calc.Row{ID: "x", Expr: calc.Input()}, calc.ErrMissingYear},
		"year off the axis":  {calc.Row{ID: "x", Unit: calc.Hour, Expr: calc.At("h", 2030)}, calc.ErrYear},
		"second of an id":    {input("h", calc.Hour, years(1, 2, 3, 4)), calc.ErrTwice},
		"other literal":      {calc.Row{ID: "x", Expr: calc.Expr{Op: calc.OpLiteral, N: 7}}, calc.ErrLiteral},
	} {
		b := calc.NewBook(axis)
		b.Add(input("h", calc.Hour, years(1, 2, 3, 4)))
		b.Add(input("p", calc.Person, years(1, 2, 3, 4)))
		b.Add(c.row)
		if _, err := b.Build(); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
}

// corkscrew is opening + arrivals − done = closing, with done limited.
func corkscrew(t testing.TB) *calc.Model {
	t.Helper()
	b := calc.NewBook(axis)
	b.Add(input("arrivals", calc.Hour, years(10, 20, 30, 40)))
	b.Add(input("capacity", calc.Hour, once(15)))
	b.Add(input("start", calc.Hour, once(3)))
	b.Add(calc.Row{ID: "opening", Unit: calc.Hour, Expr: calc.Prev("closing", calc.Ref("start"))})
	b.Add(calc.Row{ID: "done", Unit: calc.Hour, Expr: calc.Min(calc.Add(calc.Ref("opening"), calc.Ref("arrivals")), calc.Ref("capacity"))})
	b.Add(calc.Row{ID: "closing", Unit: calc.Hour, Expr: calc.Sub(calc.Add(calc.Ref("opening"), calc.Ref("arrivals")), calc.Ref("done"))})
	b.Add(calc.Row{ID: "total", Unit: calc.Hour, Expr: calc.Total("done")})
	b.Add(calc.Row{ID: "late", Unit: calc.Hour, Expr: calc.Total("arrivals")})
	m, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func want(t *testing.T, s *calc.State, id calc.ID, numbers ...int) {
	t.Helper()
	for i, n := range numbers {
		if got, ok := s.Value(id, axis.At(i)); !ok || !got.Equal(money.Int(n)) {
			t.Errorf("%s in %d is %v, want %d", id, axis.At(i), got, n)
		}
	}
}

func TestCorkscrewRunsYearByYear(t *testing.T) {
	s := corkscrew(t).State()
	want(t, s, "opening", 3, 0, 5, 20)
	want(t, s, "done", 13, 15, 15, 15)
	want(t, s, "closing", 0, 5, 20, 45)
	want(t, s, "total", 58, 58)
}

func TestAChangeRecalculatesWhatDependsOnItAndGivesWhatAFreshStateGives(t *testing.T) {
	m := corkscrew(t)
	s := m.State()
	if n := s.Set("capacity", *once(100)); n != 5 {
		t.Errorf("%d rows recalculated, want 5: capacity, the three of the corkscrew, total", n)
	}
	fresh := m.State(calc.Change{Row: "capacity", Leaf: *once(100)})
	for _, row := range m.Rows() {
		for _, year := range axis.Years() {
			a, _ := s.Value(row.ID, year)
			b, _ := fresh.Value(row.ID, year)
			if !a.Equal(b) {
				t.Errorf("%s in %d: %v after the change, %v afresh", row.ID, year, a, b)
			}
		}
	}
	if n := s.Set("done", *once(1)); n != 0 {
		t.Error("a formula row was set")
	}
}

func TestEvidenceIsTheWeakestOfWhatMovesARow(t *testing.T) {
	b := calc.NewBook(axis)
	good, poor := years(1, 2, 3, 4), years(1, 2, 3, 4)
	good.Evidence, poor.Evidence = calc.Measured, calc.Placeholder
	b.Add(input("good", calc.One, good))
	b.Add(input("poor", calc.One, poor))
	b.Add(calc.Row{ID: "a", Expr: calc.Mul(calc.Ref("good"), calc.Twelve()), Unit: calc.Month})
	b.Add(calc.Row{ID: "b", Expr: calc.Sum("good", "poor")})
	m, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	s := m.State()
	if s.Evidence("a") != calc.Measured || s.Evidence("b") != calc.Placeholder {
		t.Errorf("evidence %d and %d", s.Evidence("a"), s.Evidence("b"))
	}
}

func TestLagZeroRulesAndRounding(t *testing.T) {
	b := calc.NewBook(axis)
	b.Add(input("q", calc.One, years(5, 7, 0, 1)))
	b.Add(input("life", calc.Year, once(2)))
	b.Add(input("places", calc.One, once(0)))
	b.Add(calc.Row{ID: "lag", Expr: calc.Lag("q", calc.Ref("life"))})
	b.Add(calc.Row{ID: "div", Expr: calc.Div(calc.Ref("lag"), calc.Ref("q"), calc.Hundred())})
	b.Add(calc.Row{ID: "half", Expr: calc.Round(calc.Div(calc.Ref("q"), calc.At("life2", 2024), calc.Zero()), "places")})
	b.Add(input("life2", calc.One, once(2)))
	m, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	s := m.State()
	want(t, s, "lag", 0, 0, 5, 7)
	want(t, s, "div", 0, 0, 100, 7)
	want(t, s, "half", 3, 4, 0, 1)
}

func TestATotalWhereCountsOnlyTheMarkedYears(t *testing.T) {
	b := calc.NewBook(axis)
	b.Add(input("amount", calc.Hour, years(5, 7, 11, 13)))
	b.Add(input("marked", calc.One, years(0, 1, 0, 1)))
	b.Add(calc.Row{ID: "sum", Unit: calc.Hour, Expr: calc.TotalWhere("amount", "marked")})
	m, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	s := m.State()
	want(t, s, "sum", 20)
	s.Set("marked", *years(1, 0, 0, 0))
	want(t, s, "sum", 5)
	if !m.Once("sum") {
		t.Error("a total has one value")
	}
}

func TestAFigureTooLargeIsReportedNotWrong(t *testing.T) {
	b := calc.NewBook(axis)
	big, _ := money.Parse("1000000000000000000")
	leaf := once(0)
	leaf.Values[0] = big
	b.Add(input("big", calc.One, leaf))
	b.Add(calc.Row{ID: "square", Expr: calc.Mul(calc.Ref("big"), calc.Ref("big"))})
	m, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	s := m.State()
	if o := s.Overflows(); len(o) == 0 || o[0].Row != "square" {
		t.Errorf("overflows %v", o)
	}
	if _, ok := s.Single("square"); ok {
		t.Error("the figure passes for good")
	}
}

func TestTraceLeadsToTheInputs(t *testing.T) {
	trace := corkscrew(t).State().Trace("closing", 2025, 9)
	leaves := map[calc.ID]bool{}
	var visit func(calc.Trace)
	visit = func(n calc.Trace) {
		if n.Row.Leaf != nil {
			leaves[n.Row.ID] = true
		}
		for _, part := range n.Parts {
			visit(part)
		}
	}
	visit(trace)
	for _, id := range []calc.ID{"arrivals", "capacity"} {
		if !leaves[id] {
			t.Errorf("the trace does not reach %s", id)
		}
	}
}
