package calc_test

import (
	"math"
	"testing"

	"outrigger/model/calc"
	"outrigger/model/doubt"
)

// A loss that comes in one year of five, 10,000 to 100,000 large in nine cases of ten: the
// year's average, and the percentiles, which lie at those of the severity.
func TestALossThatComesInOneYearOfFive(t *testing.T) {
	s := oneYear(t, []calc.ID{"event", "severity"}, formula("loss", calc.Mul(calc.Ref("event"), calc.Ref("severity"))))
	event, err := doubt.Samples([]float64{0, 0, 1, 0, 0})
	if err != nil {
		t.Fatal(err)
	}
	severity, err := doubt.LowHigh95(10_000, 100_000)
	if err != nil {
		t.Fatal(err)
	}
	const ale = 8080.0257
	close(t, "annual loss in closed form", event.Mean()*severity.Mean(), ale, 5e-5)
	x := s.Sample([]calc.Uncertain{only("event", event), only("severity", severity)}, nil, []calc.ID{"loss"}, 1<<17, 1, 2)
	mean, _ := x.Mean("loss", 2026)
	close(t, "annual loss", mean, ale, 0.002*ale)
	q, _ := x.Quantiles("loss", 2026, 0.9, 0.99, 0.5)
	close(t, "90th percentile", q[0], 31_622.7766, 0.005*31_622)
	close(t, "99th percentile", q[1], 100_000, 0.01*100_000)
	close(t, "median", q[2], 0, 0)
	some, _ := x.Above("loss", 2026, 0)
	close(t, "chance of a loss", some, 0.2, 0.001)
}

// Dice given as six samples each are independent, in whatever order the samples were
// pasted: mean 7, variance 35 ÷ 6, odd sums as often as even ones.
func TestDiceThroughTheGraph(t *testing.T) {
	die := func(faces ...float64) doubt.Shape {
		d, err := doubt.Samples(faces)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	s := oneYear(t, []calc.ID{"one", "two"}, formula("sum", calc.Sum("one", "two")))
	ordered := []calc.Uncertain{only("one", die(1, 2, 3, 4, 5, 6)), only("two", die(1, 2, 3, 4, 5, 6))}
	shuffled := []calc.Uncertain{only("one", die(4, 2, 6, 1, 3, 5)), only("two", die(6, 5, 4, 3, 2, 1))}
	const n = 1 << 14
	x, again := s.Sample(ordered, nil, []calc.ID{"sum"}, n, 5, 2), s.Sample(shuffled, nil, []calc.ID{"sum"}, n, 5, 2)
	mean, _ := x.Mean("sum", 2026)
	const even = 0.02 // the points are even to well below a tenth of this
	close(t, "mean", mean, 7, even)
	variance, odd := 0.0, 0.0
	for face := 2.0; face <= 12; face++ {
		above, _ := x.Above("sum", 2026, face-0.5)
		below, _ := x.Above("sum", 2026, face+0.5)
		variance += (above - below) * (face - 7) * (face - 7)
		odd += (above - below) * math.Mod(face, 2)
	}
	close(t, "variance", variance, 35.0/6, 3*even)
	close(t, "odd sums", odd, 0.5, even)
	for i, share := range x.Shares("sum", 2026) {
		close(t, "share", share.Variance, 0.5, 0.01)
		if share != again.Shares("sum", 2026)[i] {
			t.Error("the order of samples matters to the shares")
		}
	}
}

// Sums and products of tied lognormal figures have the moments of the closed form, within
// four standard errors, for twenty seeds: Var(ΣX) = Σᵢⱼ mᵢmⱼ(e^(ρᵢⱼσᵢσⱼ) − 1), and the
// product is lognormal with variance Σᵢⱼ ρᵢⱼσᵢσⱼ of its logarithm.
func TestMomentsOfTiedFiguresForTwentySeeds(t *testing.T) {
	ids := []calc.ID{"a", "b", "c"}
	s := oneYear(t, ids, formula("sum", calc.Sum(ids...)), formula("product", calc.Product(calc.Ref("a"), calc.Ref("b"), calc.Ref("c"))))
	joint, repair, err := doubt.Correlation(3, []doubt.Link{{A: 0, B: 1, Strength: 0.8}, {A: 2, B: 1, Strength: -0.25}})
	if err != nil || len(repair.Moved) > 0 {
		t.Fatal(repair, err)
	}
	medians, sigmas := []float64{100, 50, 20}, []float64{0.3, 0.5, 0.4}
	var uncertain []calc.Uncertain
	for i, id := range ids {
		uncertain = append(uncertain, only(id, around(t, medians[i]*math.Exp(-z90*sigmas[i]), medians[i], medians[i]*math.Exp(z90*sigmas[i]))))
	}
	mean, variance, logs, product := 0.0, 0.0, 0.0, 1.0
	for i := range ids {
		mi := medians[i] * math.Exp(sigmas[i]*sigmas[i]/2)
		mean += mi
		product *= medians[i]
		for j := range ids {
			mj := medians[j] * math.Exp(sigmas[j]*sigmas[j]/2)
			c := joint.Strength(i, j) * sigmas[i] * sigmas[j]
			variance += mi * mj * math.Expm1(c)
			logs += c
		}
	}
	product *= math.Exp(logs / 2)
	const n = 4096
	for seed := range uint64(20) {
		x := s.Sample(uncertain, joint, []calc.ID{"sum", "product"}, n, seed, 2)
		got, _ := x.Mean("sum", 2026)
		close(t, "mean of the sum", got, mean, 4*math.Sqrt(variance/n))
		got, _ = x.Mean("product", 2026)
		close(t, "mean of the product", got, product, 4*product*math.Sqrt(math.Expm1(logs)/n))
		median, _ := x.Quantile("product", 2026, 0.5)
		close(t, "median of the product", median, product*math.Exp(-logs/2), 4*median*1.2533*math.Sqrt(logs/n))
		// Variance of the sum from its distribution: ∫ (q − m)² over the shares.
		spread, steps := 0.0, 2000
		ps := make([]float64, steps)
		for i := range ps {
			ps[i] = (float64(i) + 0.5) / float64(steps)
		}
		qs, _ := x.Quantiles("sum", 2026, ps...)
		for _, q := range qs {
			spread += (q - mean) * (q - mean) / float64(steps)
		}
		close(t, "variance of the sum", spread, variance, 4*variance*math.Sqrt(4.0/n)) // the tail is heavier than a normal one's 2 ÷ n
	}
}

// Rows are compared draw by draw: of two normal figures tied by ρ the chance that one is
// below the other is Φ((m₂ − m₁) ÷ √(s₁² + s₂² − 2ρs₁s₂)).
func TestTheChanceThatCapacityIsBelowNeed(t *testing.T) {
	s := oneYear(t, []calc.ID{"capacity", "need", "other"}, formula("twice", calc.Add(calc.Ref("need"), calc.Ref("need"))))
	joint, _, err := doubt.Correlation(2, []doubt.Link{{A: 0, B: 1, Strength: 0.5}})
	if err != nil {
		t.Fatal(err)
	}
	uncertain := []calc.Uncertain{only("capacity", around(t, -2*z90, 0, 2*z90)), only("need", around(t, 1-z90, 1, 1+z90))}
	x := s.Sample(uncertain, joint, []calc.ID{"capacity", "need", "twice", "other"}, 1<<14, 1, 2)
	chance, ok := x.Below("capacity", "need", 2026)
	if !ok {
		t.Fatal("not watched")
	}
	close(t, "chance", chance, doubt.Share(1/math.Sqrt(4+1-2*0.5*2*1)), 0.003)
	back, _ := x.Below("need", "capacity", 2026)
	close(t, "and back", back, 1-chance, 1e-12) // no two are the same
	certain, _ := x.Below("other", "need", 2026)
	above, _ := x.Above("need", 2026, 1) // the other stands at 1
	close(t, "against a certain row", certain, above, 0)
	if never, _ := x.Below("need", "need", 2026); never != 0 {
		t.Error("a row is below itself")
	}
	if _, ok := x.Below("capacity", "nowhere", 2026); ok {
		t.Error("an unknown row is compared")
	}
}

// All draws, not only their percentiles, are the same for any number of workers, of tied
// inputs too, and for a number of draws that fills no block.
func TestEveryPercentileIsTheSameForAnyNumberOfWorkers(t *testing.T) {
	s := corkscrew(t).State()
	pert, err := doubt.Pert(10, 14, 22)
	if err != nil {
		t.Fatal(err)
	}
	uncertain := []calc.Uncertain{{Row: "arrivals", Shapes: []doubt.Shape{nil, around(t, 18, 20, 24), around(t, 0, 30, 40), around(t, -1, 40, 50)}}, only("capacity", pert), only("start", around(t, 1, 3, 4))}
	joint, _, err := doubt.Correlation(3, []doubt.Link{{A: 0, B: 1, Strength: 0.5}})
	if err != nil {
		t.Fatal(err)
	}
	const n = 3001
	ps := make([]float64, n)
	for i := range ps {
		ps[i] = float64(i) / (n - 1)
	}
	first := s.Sample(uncertain, joint, []calc.ID{"closing", "total"}, n, 7, 1)
	for _, workers := range []int{2, 7} {
		again := s.Sample(uncertain, joint, []calc.ID{"closing", "total"}, n, 7, workers)
		for _, id := range []calc.ID{"closing", "total"} {
			a, _ := first.Quantiles(id, 2027, ps...)
			b, _ := again.Quantiles(id, 2027, ps...)
			for i := range a {
				if math.Float64bits(a[i]) != math.Float64bits(b[i]) {
					t.Fatalf("%d workers: draw %d of %s is %v, not %v", workers, i, id, b[i], a[i])
				}
			}
		}
	}
}
