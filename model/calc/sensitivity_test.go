package calc_test

import (
	"math"
	"testing"

	"outrigger/model/calc"
	"outrigger/model/doubt"
	"outrigger/model/money"
	"outrigger/model/span"
)

// oneYear is a model over a single year whose inputs have one value each.
func oneYear(t testing.TB, inputs []calc.ID, rows ...calc.Row) *calc.State {
	t.Helper()
	b := calc.NewBook(span.Axis{First: 2026, LastActual: 2026, Last: 2026})
	for _, id := range inputs {
		b.Add(input(id, calc.One, once(1)))
	}
	for _, r := range rows {
		b.Add(r)
	}
	m, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	return m.State()
}

func formula(id calc.ID, e calc.Expr) calc.Row { return calc.Row{ID: id, Expr: e} }

func around(t testing.TB, low, mid, high float64) doubt.Shape {
	t.Helper()
	s, err := doubt.Around(low, mid, high)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func only(id calc.ID, s doubt.Shape) calc.Uncertain {
	return calc.Uncertain{Row: id, Shapes: []doubt.Shape{s}}
}

const z90 = 1.2815515655446004

// of finds an input's share.
func of(t *testing.T, shares []calc.Share, id calc.ID) calc.Share {
	t.Helper()
	for _, s := range shares {
		if s.Input == id {
			return s
		}
	}
	t.Fatalf("no share of %s in %v", id, shares)
	return calc.Share{}
}

func close(t *testing.T, what string, got, want, tolerance float64) {
	t.Helper()
	if !(math.Abs(got-want) <= tolerance) {
		t.Errorf("%s is %.6g, want %.6g", what, got, want)
	}
}

// estimated is how close a share estimated from 10,000 draws is to the true one.
const estimated = 0.01

// Of a sum of independent normal figures each share is its part of the variance, and
// knowing one narrows the range to the root of what is left.
func TestSharesOfASumAreThePartsOfItsVariance(t *testing.T) {
	s := oneYear(t, []calc.ID{"a", "b", "c", "idle"}, formula("sum", calc.Sum("a", "b", "c")), formula("apart", calc.Ref("idle")))
	uncertain := []calc.Uncertain{
		only("a", around(t, -3*z90, 0, 3*z90)), only("b", around(t, -2*z90, 0, 2*z90)), only("c", around(t, -z90, 0, z90)), only("idle", around(t, -1, 0, 1)),
	}
	x := s.Sample(uncertain, nil, []calc.ID{"sum"}, 10_000, 1, 2)
	shares := x.Shares("sum", 2026)
	if len(shares) != 3 || shares[0].Input != "a" || shares[2].Input != "c" {
		t.Fatalf("%v", shares)
	}
	for i, part := range []float64{9.0 / 14, 4.0 / 14, 1.0 / 14} {
		close(t, "share", shares[i].Variance, part, estimated)
		close(t, "narrowing", shares[i].Narrowing, 1-math.Sqrt(1-part), estimated)
	}
}

// Of a product of lognormal figures X_i with deviations s_i the first-order share of
// each is (e^(s_i²) − 1) ÷ (e^(Σ s²) − 1).
func TestSharesOfAProductOfLognormals(t *testing.T) {
	s := oneYear(t, []calc.ID{"a", "b", "c"}, formula("product", calc.Product(calc.Ref("a"), calc.Ref("b"), calc.Ref("c"))))
	deviations := []float64{0.5, 0.3, 0.2}
	var uncertain []calc.Uncertain
	total := 0.0
	for i, id := range []calc.ID{"a", "b", "c"} {
		uncertain = append(uncertain, only(id, around(t, math.Exp(-deviations[i]*z90), 1, math.Exp(deviations[i]*z90))))
		total += deviations[i] * deviations[i]
	}
	x := s.Sample(uncertain, nil, []calc.ID{"product"}, 10_000, 3, 2)
	for i, id := range []calc.ID{"a", "b", "c"} {
		want := math.Expm1(deviations[i]*deviations[i]) / math.Expm1(total)
		close(t, "share", of(t, x.Shares("product", 2026), id).Variance, want, estimated)
	}
}

// uniform is flat between two figures.
type uniform struct{ low, high float64 }

func (u uniform) Quantile(p float64) float64 { return u.low + p*(u.high-u.low) }
func (u uniform) Mean() float64              { return (u.low + u.high) / 2 }

// sine2 and the rest bring the Ishigami function into the calculus, which has no sine:
// f = sin x₁ + 7 sin² x₂ + 0.1 x₃⁴ sin x₁.
type sine uniform

func (u sine) Quantile(p float64) float64 { return math.Sin(uniform(u).Quantile(p)) }
func (u sine) Mean() float64              { return 0 }

// Ishigami and Homma (1990): first-order indices 0.3139, 0.4424 and 0. The third input
// acts only together with the first.
func TestSharesOfTheIshigamiFunction(t *testing.T) {
	square := func(e calc.Expr) calc.Expr { return calc.Mul(e, e) }
	x1, x2, x3 := calc.Ref("sin x1"), calc.Ref("sin x2"), calc.Ref("x3")
	seven, tenth := calc.Ref("seven"), calc.Ref("tenth")
	s := oneYear(t, []calc.ID{"sin x1", "sin x2", "x3", "seven", "tenth"},
		formula("f", calc.Add(calc.Add(x1, calc.Mul(seven, square(x2))), calc.Product(tenth, square(square(x3)), x1))))
	s.Set("seven", *once(7))
	n, err := money.Parse("0.1")
	if err != nil {
		t.Fatal(err)
	}
	s.Set("tenth", calc.Leaf{Once: true, Values: []money.Number{n}})
	full := uniform{-math.Pi, math.Pi}
	for seed := range uint64(3) {
		x := s.Sample([]calc.Uncertain{only("sin x1", sine(full)), only("sin x2", sine(full)), only("x3", full)}, nil, []calc.ID{"f"}, 10_000, seed, 2)
		shares := x.Shares("f", 2026)
		close(t, "first", of(t, shares, "sin x1").Variance, 0.3139, estimated)
		close(t, "second", of(t, shares, "sin x2").Variance, 0.4424, estimated)
		close(t, "third", of(t, shares, "x3").Variance, 0, estimated)
	}
}

// Two tied inputs: each tells about the other, so that the shares overlap. For X + Y of
// variance 1 each with correlation ρ the share of either is (1 + ρ) ÷ 2.
func TestSharesOfTiedInputsOverlap(t *testing.T) {
	s := oneYear(t, []calc.ID{"a", "b", "c"}, formula("sum", calc.Sum("a", "b")))
	joint, _, err := doubt.Correlation(3, []doubt.Link{{A: 0, B: 1, Strength: 0.5}, {A: 1, B: 2, Strength: 0.3}})
	if err != nil {
		t.Fatal(err)
	}
	unit := around(t, -z90, 0, z90)
	x := s.Sample([]calc.Uncertain{only("a", unit), only("b", unit), only("c", unit)}, joint, []calc.ID{"sum"}, 10_000, 1, 2)
	shares := x.Shares("sum", 2026)
	close(t, "share of the first", of(t, shares, "a").Variance, 0.75, estimated)
	close(t, "share of the second", of(t, shares, "b").Variance, 0.75, estimated)
	close(t, "share of what is only tied", of(t, shares, "c").Variance, 0.3*0.3/3, estimated) // cov(c, a + b)² ÷ 3
}

func TestSwingsMoveOneInputThroughTheExactReading(t *testing.T) {
	s := corkscrew(t).State()
	uncertain := []calc.Uncertain{
		{Row: "arrivals", Shapes: []doubt.Shape{nil, nil, around(t, 20, 30, 50), around(t, 35, 40, 45)}},
		only("capacity", around(t, 10, 15, 18)),
		only("start", around(t, 0, 3, 4)),
	}
	swings := s.Swings(uncertain, []calc.ID{"closing", "total", "late", "nowhere"})
	find := func(watch, in calc.ID, year span.Year) (calc.Swing, bool) {
		for _, w := range swings {
			if w.Watch == watch && w.Input == in && w.Year == year {
				return w, true
			}
		}
		return calc.Swing{}, false
	}
	is := func(watch, in calc.ID, year span.Year, low, base, high int) {
		t.Helper()
		w, ok := find(watch, in, year)
		if !ok || math.Abs(money.Float(w.Low)-float64(low)) > 1e-9 || !w.Base.Equal(money.Int(base)) || math.Abs(money.Float(w.High)-float64(high)) > 1e-9 {
			t.Errorf("%s on %s in %d: %v %v %v (%v), want %d %d %d", in, watch, year, w.Low, w.Base, w.High, ok, low, base, high)
		}
	}
	// Both of its uncertain years at once: 10 + 15 less and 20 + 5 more arrive by 2027.
	is("closing", "arrivals", 2027, 45-15, 45, 45+25)
	is("closing", "arrivals", 2026, 20-10, 20, 20+20)
	is("closing", "capacity", 2027, 63, 45, 36)
	is("total", "capacity", 0, 40, 58, 67)
	is("late", "arrivals", 0, 100-15, 100, 100+25)
	if _, ok := find("late", "capacity", 0); ok {
		t.Error("capacity moves what arrives")
	}
	if _, ok := find("closing", "arrivals", 2024); ok {
		t.Error("a bar in a year that is certain")
	}
	if n, _ := s.Value("closing", 2027); !n.Equal(money.Int(45)) {
		t.Error("the state itself has moved")
	}
	last := calc.Swing{}
	for _, w := range swings {
		if w.Watch == last.Watch && w.Year == last.Year && w.Width().Cmp(last.Width()) > 0 {
			t.Errorf("%v stands before a wider bar", last)
		}
		last = w
	}
	if s.Swings(nil, []calc.ID{"closing"}) != nil {
		t.Error("bars without inputs")
	}
}
