package calc

import (
	"math"
	"math/rand/v2"
	"testing"
)

// The loops give the figures of plain arithmetic bit for bit, whichever way they are
// written on this machine, also where the result takes the place of an operand.
func TestTheLoopsAreArithmetic(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	var x, y, z column
	for i := range x {
		x[i], y[i], z[i] = r.NormFloat64(), r.ExpFloat64()*1e12, float64(r.IntN(5)-2)
	}
	x[7], y[8], z[9] = math.Inf(1), math.MaxFloat64, 5e-324
	const k = 0.7
	for name, c := range map[string]struct {
		run  func(o, x *column)
		want func(x, y, z float64) float64
	}{
		"add":       {func(o, x *column) { o.add(x, &y) }, func(x, y, _ float64) float64 { return x + y }},
		"sub":       {func(o, x *column) { o.sub(x, &y) }, func(x, y, _ float64) float64 { return x - y }},
		"mul":       {func(o, x *column) { o.mul(x, &y) }, func(x, y, _ float64) float64 { return x * y }},
		"min":       {func(o, x *column) { o.min(x, &y) }, func(x, y, _ float64) float64 { return min(x, y) }},
		"max":       {func(o, x *column) { o.max(x, &y) }, func(x, y, _ float64) float64 { return max(x, y) }},
		"add three": {func(o, x *column) { o.addThree(x, &y, &z) }, func(x, y, z float64) float64 { return x + y + z }},
		"add one":   {func(o, x *column) { o.addOne(x, k) }, func(x, _, _ float64) float64 { return x + k }},
		"sub from":  {func(o, x *column) { o.subFrom(k, x) }, func(x, _, _ float64) float64 { return k - x }},
		"mul one":   {func(o, x *column) { o.mulOne(x, k) }, func(x, _, _ float64) float64 { return x * k }},
		"div one":   {func(o, x *column) { o.divOne(x, k) }, func(x, _, _ float64) float64 { return x / k }},
		"min one":   {func(o, x *column) { o.minOne(x, k) }, func(x, _, _ float64) float64 { return min(x, k) }},
		"max one":   {func(o, x *column) { o.maxOne(x, k) }, func(x, _, _ float64) float64 { return max(x, k) }},
	} {
		var out column
		c.run(&out, &x)
		same := x
		c.run(&same, &same)
		for i := range out {
			want := math.Float64bits(c.want(x[i], y[i], z[i]))
			if math.Float64bits(out[i]) != want || math.Float64bits(same[i]) != want {
				t.Errorf("%s at %d: %v and %v, want %v", name, i, out[i], same[i], math.Float64frombits(want))
				break
			}
		}
	}
}
