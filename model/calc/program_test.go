package calc

import (
	"strconv"
	"testing"

	"outrigger/model/doubt"
	"outrigger/model/money"
	"outrigger/model/span"
)

// written gives the model of a chain of rows over five years behind an input that is
// uncertain in the last two, and as many rows beside it that nothing uncertain reaches.
func written(t *testing.T, beside int) *State {
	t.Helper()
	b := NewBook(span.Axis{First: 2024, LastActual: 2025, Last: 2028})
	leaf := func() *Leaf {
		l := &Leaf{}
		for range 5 {
			l.Values, l.Given, l.Asked = append(l.Values, money.Int(10)), append(l.Given, true), append(l.Asked, true)
		}
		return l
	}
	b.Add(Row{ID: "doubtful", Expr: Input(), Leaf: leaf()})
	b.Add(Row{ID: "sure", Expr: Input(), Leaf: leaf()})
	b.Add(Row{ID: "opening", Expr: Prev("closing", Zero())})
	b.Add(Row{ID: "closing", Expr: Add(Ref("opening"), Ref("doubtful"))})
	b.Add(Row{ID: "again", Expr: Mul(Add(Ref("opening"), Ref("doubtful")), Ref("sure"))})
	b.Add(Row{ID: "unasked", Expr: Mul(Ref("doubtful"), Ref("doubtful"))})
	b.Add(Row{ID: "late", Expr: Total("beside/0")})
	for i := range beside {
		b.Add(Row{ID: ID("beside/" + strconv.Itoa(i)), Expr: Mul(Ref("sure"), Hundred())})
	}
	m, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	return m.State()
}

func around(t *testing.T) doubt.Shape {
	t.Helper()
	s, err := doubt.Around(8, 10, 13)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// Work is compiled only for figures that doubt reaches and somebody watches: here one
// draw, which both years share, the sum in the last year, two products, and the keeping of
// four columns.
func TestConstantRowsCostNothing(t *testing.T) {
	s := written(t, 1)
	uncertain := []Uncertain{{Row: "doubtful", Shapes: []doubt.Shape{nil, nil, nil, around(t), around(t)}}}
	watch := []ID{"again", "closing", "late", "sure"}
	count := func(s *State) map[kind]int {
		kinds := map[kind]int{}
		for _, step := range s.compiler(uncertain).program(watch, 10, map[ID][][]float64{}).steps {
			kinds[step.kind]++
		}
		return kinds
	}
	want := map[kind]int{stepDraw: 1, stepAddOne: 1, stepAdd: 1, stepMulOne: 2, stepKeep: 4}
	for _, rows := range []int{1, 500} {
		got := count(written(t, rows))
		if len(got) != len(want) {
			t.Errorf("%d rows beside: steps %v", rows, got)
		}
		for kind, n := range want {
			if got[kind] != n {
				t.Errorf("%d rows beside: %d steps of kind %d, want %d", rows, got[kind], kind, n)
			}
		}
	}
	x := s.Sample(uncertain, nil, watch, 1000, 1, 1)
	for _, id := range []ID{"late", "sure"} {
		if x.Doubtful(id) || len(x.draws[id][0]) != 1 {
			t.Errorf("%s has draws", id)
		}
	}
	if len(x.draws["closing"][2]) != 1 || len(x.draws["closing"][3]) != 1000 {
		t.Error("a year that is certain has draws")
	}
}

func TestNothingUncertainGivesNothing(t *testing.T) {
	s := written(t, 1)
	for name, uncertain := range map[string][]Uncertain{
		"no inputs":      nil,
		"no shapes":      {{Row: "doubtful"}, {Row: "sure", Shapes: []doubt.Shape{nil, nil}}},
		"fixed":          {{Row: "doubtful", Shapes: []doubt.Shape{doubt.Fixed(7)}}},
		"a formula":      {{Row: "closing", Shapes: []doubt.Shape{around(t)}}},
		"an unknown row": {{Row: "nowhere", Shapes: []doubt.Shape{around(t)}}},
	} {
		if x := s.Sample(uncertain, nil, []ID{"closing"}, 100, 1, 1); x != nil {
			t.Errorf("%s: samples", name)
		}
	}
	var none *Samples
	if _, ok := none.Quantile("closing", 2026, 0.5); ok || none.Doubtful("closing") || none.Shares("closing", 2026) != nil {
		t.Error("no samples answer")
	}
}

// The workspace of a plan is a few columns, because their places are taken again.
func TestColumnsAreTakenAgain(t *testing.T) {
	b := NewBook(span.Axis{First: 2026, LastActual: 2026, Last: 2026})
	b.Add(Row{ID: "0", Expr: Input(), Leaf: &Leaf{Once: true, Values: []money.Number{money.Int(1)}, Given: []bool{true}, Asked: []bool{true}}})
	const rows = 1000
	for i := 1; i < rows; i++ {
		before := Ref(ID(strconv.Itoa(i - 1)))
		b.Add(Row{ID: ID(strconv.Itoa(i)), Expr: Add(Mul(before, before), before)})
	}
	m, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	p := m.State().compiler([]Uncertain{{Row: "0", Shapes: []doubt.Shape{around(t)}}}).program([]ID{"999"}, 10, map[ID][][]float64{})
	if len(p.steps) != 2*(rows-1)+2 || p.width > 3 {
		t.Errorf("%d steps in %d columns", len(p.steps), p.width)
	}
}
