package calc_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"outrigger/model/calc"
	"outrigger/model/money"
)

// switched is a graph of switches and what they move: a loop over the years, a figure that
// divides, and rows that nobody reads.
func switched(t *testing.T) *calc.Model {
	t.Helper()
	b := calc.NewBook(axis)
	b.Add(input("base", calc.One, years(7, 11, 13, 17)))
	var parts []calc.ID
	for i := range 4 {
		on, size := calc.ID(fmt.Sprintf("on%d", i)), calc.ID(fmt.Sprintf("size%d", i))
		b.Add(input(on, calc.One, once(i%2)))
		b.Add(input(size, calc.One, once(3+i)))
		part := calc.ID(fmt.Sprintf("part%d", i))
		b.Add(calc.Row{ID: part, Expr: calc.Mul(calc.Ref(on), calc.Mul(calc.Ref(size), calc.Ref("base")))})
		parts = append(parts, part)
	}
	b.Add(calc.Row{ID: "sum", Expr: calc.Sum(parts...)})
	b.Add(calc.Row{ID: "carried", Expr: calc.Add(calc.Prev("carried", calc.Ref("on0")), calc.Ref("sum"))})
	b.Add(calc.Row{ID: "total", Expr: calc.Total("carried")})
	b.Add(calc.Row{ID: "share", Expr: calc.Div(calc.Total("sum"), calc.Ref("total"), calc.Ref("on1"))})
	b.Add(calc.Row{ID: "aside", Expr: calc.Mul(calc.Ref("sum"), calc.Ref("sum"))})
	m, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// turns are random settings of some of the inputs.
func turns(r *rand.Rand) (changes []calc.Change) {
	for i := range 4 {
		if r.IntN(2) == 0 {
			changes = append(changes, calc.Change{Row: calc.ID(fmt.Sprintf("on%d", i)), Leaf: *once(r.IntN(3))})
		}
		if r.IntN(3) == 0 {
			changes = append(changes, calc.Change{Row: calc.ID(fmt.Sprintf("size%d", i)), Leaf: *once(r.IntN(50))})
		}
	}
	return changes
}

func TestATrialReadsWhatAFreshStateReadsAndLeavesNoTrace(t *testing.T) {
	m := switched(t)
	state := m.State(calc.Change{Row: "on3", Leaf: *once(2)})
	trial := state.Trial("total", "share", "nobody")
	r := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		changes := turns(r)
		fresh := m.State(append([]calc.Change{{Row: "on3", Leaf: *once(2)}}, changes...)...)
		trial.With(append(changes, calc.Change{Row: "sum"}), func(s *calc.State) {
			for _, id := range []calc.ID{"total", "share"} {
				got, ok := s.Single(id)
				if is, _ := fresh.Single(id); !ok || got != is {
					t.Errorf("%s is %v under %v, want %v", id, got, changes, is)
				}
			}
		})
	}
	if n, _ := state.Single("total"); !n.IsPos() {
		t.Errorf("the state itself holds %v", n)
	}
}

func TestAFigureTooLargeInATrialIsGoneAfterIt(t *testing.T) {
	m := switched(t)
	trial := m.State().Trial("aside")
	huge := *once(1_000_000_000)
	for _, changes := range [][]calc.Change{{{Row: "size1", Leaf: huge}}, nil} {
		trial.With(changes, func(s *calc.State) {
			if _, ok := s.Value("aside", axis.Last); ok != (changes == nil) {
				t.Errorf("kept %v with %d changes", ok, len(changes))
			}
		})
	}
}

func TestTriesAreTheExactFiguresInFloatingPoint(t *testing.T) {
	m := switched(t)
	r := rand.New(rand.NewPCG(3, 4))
	const n = 300 // more than one block of columns
	given := map[calc.ID][]float64{"nobody": make([]float64, n)}
	var all [][]calc.Change
	for i := range n {
		changes := turns(r)
		all = append(all, changes)
		for k := range 4 {
			for _, name := range []string{"on", "size"} {
				id := calc.ID(fmt.Sprintf("%s%d", name, k))
				if i == 0 {
					given[id] = make([]float64, n)
				}
				start, _ := m.State().Single(id)
				given[id][i] = money.Float(start)
				for _, c := range changes {
					if c.Row == id {
						given[id][i] = money.Float(c.Leaf.Values[0])
					}
				}
			}
		}
	}
	got := m.State().Tries(given, "total")
	for i, changes := range all {
		exact, _ := m.State(changes...).Single("total")
		const rounding = 1e-12
		if want := money.Float(exact); math.Abs(got[i]-want) > rounding*max(1, want) {
			t.Errorf("try %d is %v, want %v", i, got[i], want)
		}
	}
	if m.State().Tries(given, "nobody") != nil {
		t.Error("a row that is unknown is read")
	}
	for _, n := range m.State().Tries(map[calc.ID][]float64{"on0": {1, 0, 2}}, "base") {
		t.Errorf("a row of several values is read as %v", n)
	}
	if still := m.State().Tries(map[calc.ID][]float64{"size0": {1, 9}}, "on1"); len(still) != 2 || still[0] != 1 || still[1] != 1 {
		t.Errorf("what nothing moves is %v", still)
	}
}
