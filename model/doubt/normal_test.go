package doubt

import (
	"math"
	"testing"

	"gonum.org/v1/gonum/mathext"
)

// The normal score and the exponential are compared with other people's.
func TestScoresAndExponentialsAreRightToTheLastDigits(t *testing.T) {
	const digits = 4e-15 // both sides round
	for _, u := range []float64{1e-10, 1e-5, 0.001, 0.05, 0.0749, 0.0751, 0.3, 0.5, 0.7, 0.9249, 0.9251, 0.99, 0.999999} {
		want := mathext.NormalQuantile(u)
		near(t, "score", Score(u), want, digits*max(1, math.Abs(want)))
		near(t, "and back", Share(Score(u)), u, 1e-14)
	}
	near(t, "90th percentile", Score(0.9), normal90, digits)
	near(t, "95th percentile", Score(0.95), normal95, digits)
	near(t, "share below 1", Share(1), 0.8413447460685429, digits)
	near(t, "share below −8", Share(-8), 6.220960574271785e-16, 1e-23)
	for x := -700.0; x < 700; x += 0.37 {
		if want := math.Exp(x); math.Abs(exp(x)/want-1) > 5e-16 { // two units in the last place
			t.Fatalf("e^%v is %v, not %v", x, exp(x), want)
		}
	}
	if exp(1e9) != exp(708) || exp(-1e9) != exp(-708) || math.IsInf(exp(708), 0) {
		t.Error("exponentials do not end")
	}
}

// Filled by the block, scores are those that are asked for one by one.
func TestScoresByTheBlockAreTheSame(t *testing.T) {
	points := NewPoints(5)
	u, z := make([]float64, 1000), make([]float64, 1000)
	points.Fill(u, 77, 4)
	copy(u, []float64{0.5, 0.25, 0.75, 1e-12, 1 - 1e-12, 1.0 / (1 << 33), 1 - 1.0/(1<<33), 0.4999999999, 0.0625})
	scoreAll(z, u)
	for i := range u {
		if math.Abs(z[i]-Score(u[i])) > 1e-12 {
			t.Fatalf("score of %v: %v by the block, %v alone", u[i], z[i], Score(u[i]))
		}
	}
}

func BenchmarkScores(b *testing.B) {
	u, z := make([]float64, 256), make([]float64, 256)
	NewPoints(5).Fill(u, 0, 4)
	for b.Loop() {
		scoreAll(z, u)
	}
}

func BenchmarkExponentials(b *testing.B) {
	z, out := make([]float64, 256), make([]float64, 256)
	NewPoints(5).Fill(z, 0, 4)
	for b.Loop() {
		expLine(out, z, 3, [2]float64{0.5, 0.25})
	}
}
