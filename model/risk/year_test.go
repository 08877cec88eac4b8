package risk_test

import (
	"math"
	"testing"

	"outrigger/model/doubt"
	"outrigger/model/risk"
)

func shape(t *testing.T) func(doubt.Shape, error) doubt.Shape {
	return func(s doubt.Shape, err error) doubt.Shape {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
}

func one(x float64) []float64 { return []float64{x} }

func close(t *testing.T, what string, got, want, relative float64) {
	t.Helper()
	if math.Abs(got-want) > relative*math.Abs(want) {
		t.Errorf("%s is %.6f, want %.6f within %g", what, got, want, relative)
	}
}

const years = 100_000

// A loss of 0.2 a year, at most once, 10,000 to 100,000 from the 5th to the 95th
// percentile: the mean year costs 8,080.0257, nine years in ten stay below 31,622.7766,
// 99 in a hundred below 100,000.
func TestAYearOfOneLossKnownInClosedForm(t *testing.T) {
	cost := shape(t)(doubt.LowHigh95(10_000, 100_000))
	const printed = 1e-8 // the oracle prints nine digits
	close(t, "mean in closed form", 0.2*doubt.SpreadMean(10_000, 100_000, 0.05), 8080.0257, printed)
	close(t, "chance above the middle", risk.OnceAbove(0.2, 10_000, 100_000, 0.05, 31_622.7766), 0.1, 1e-9)
	close(t, "chance above the high end", risk.OnceAbove(0.2, 10_000, 100_000, 0.05, 100_000), 0.01, 1e-9)
	for seed := range uint64(5) {
		y, _ := risk.Draw([]risk.Drawn{{Once: true, Frequency: one(0.2), Factor: one(1), Cost: cost}}, years, seed+1, 2)
		// Evenly filling points leave less than a hundredth of what chance alone would (0.4 %
		// of the mean and 1.5 % at the 99th percentile, one standard error each).
		close(t, "mean", y.Mean(), 8080.0257, 0.004)
		close(t, "P90", y.Quantile(0.9), 31_622.7766, 0.01)
		close(t, "P99", y.Quantile(0.99), 100_000, 0.02)
		close(t, "chance above 31,622.78", y.Above(31_622.7766), 0.1, 0.01)
	}
}

// Annual losses of the tool riskquant: frequency times the mean of the spread.
func TestMeanLossesOfRiskquant(t *testing.T) {
	const printed = 1e-12
	for _, c := range []struct{ often, low, high, want float64 }{
		{0.1, 1, 10, 0.4040012826945718}, {3, 1, 10, 12.120038480837177}, {0.1, 100_000, 1_000_000, 40400.128269457266}, {1, 635_000, 19_000_000, 5922706.83351131},
	} {
		close(t, "mean", c.often*doubt.SpreadMean(c.low, c.high, 0.05), c.want, printed)
		cost := shape(t)(doubt.LowHigh95(c.low, c.high))
		y, _ := risk.Draw([]risk.Drawn{{Frequency: one(c.often), Factor: one(1), Cost: cost}}, years, 7, 1)
		// One standard error of the mean of 100,000 such years is at most 1.4 %.
		close(t, "mean of the years drawn", y.Mean(), c.want, 0.03)
	}
}

// The sum of many losses has the mean and the variance of Poisson's sums, λ × E[cost²];
// also where so many come that the normal distribution stands in.
func TestSumsOfManyEventsKeepMeanAndVariance(t *testing.T) {
	cost := shape(t)(doubt.Pert(20, 100, 900))
	for _, often := range []float64{0.3, 4, 60, 250, 900} {
		y, _ := risk.Draw([]risk.Drawn{{Frequency: one(often), Factor: one(2), Cost: cost}}, 20_000, 3, 2)
		close(t, "mean", y.Mean(), often*440, 0.01)
		// PERT (20, 100, 900): mean 220, standard deviation 139.3864.
		want := 2 * math.Sqrt(often*(220*220+139.3864*139.3864))
		low, high := y.Quantile(0.158655), y.Quantile(0.841345)
		if often >= 60 { // near enough to normal for its quantiles to tell the deviation
			close(t, "deviation", (high-low)/2, want, 0.03)
		}
	}
}

// What measures leave is drawn from the same events: exactly as a loss that comes so much
// more seldom, and costs so much less, would be drawn by itself.
func TestMeasuresAreDrawnFromTheSameEvents(t *testing.T) {
	cost := shape(t)(doubt.LowHigh(10, 100))
	left := []float64{0.25, 0.75}
	for _, often := range []float64{0.4, 8, 900} {
		for _, once := range []bool{false, true} {
			loss := risk.Drawn{Once: once, Frequency: one(often), Factor: one(2), Cost: cost}
			alone := loss
			alone.Frequency, alone.Factor = []float64{0.25 * often, 0.75 * often}, one(1)
			loss.Rarer, loss.Smaller = left, one(0.5)
			without, with := risk.Draw([]risk.Drawn{loss}, 5000, 9, 2)
			want, same := risk.Draw([]risk.Drawn{alone}, 5000, 9, 1)
			for _, p := range []float64{0.1, 0.5, 0.9, 0.99} {
				if with.Quantile(p) != want.Quantile(p) || same.Quantile(p) != want.Quantile(p) {
					t.Errorf("%g a year: P%.0f is %v with measures, %v and %v by itself", often, p*100, with.Quantile(p), want.Quantile(p), same.Quantile(p))
				}
			}
			if with.Mean() >= without.Mean() {
				t.Errorf("%g a year: measures leave %v of %v", often, with.Mean(), without.Mean())
			}
		}
	}
}

// Draws do not depend on how many work on them, and two losses are not drawn in step.
func TestYearsAreTheSameForAnyNumberOfWorkers(t *testing.T) {
	cost := shape(t)(doubt.LowHigh(10, 100))
	losses := []risk.Drawn{
		{Frequency: one(2), Factor: one(1), Cost: cost},
		{Once: true, Frequency: []float64{0.1, 0.5}, Factor: one(3), Cost: cost},
	}
	a, _ := risk.Draw(losses, 5000, 9, 1)
	for _, workers := range []int{2, 7} {
		b, _ := risk.Draw(losses, 5000, 9, workers)
		for _, p := range []float64{0, 0.1, 0.5, 0.9, 0.99, 1} {
			if a.Quantile(p) != b.Quantile(p) {
				t.Errorf("%d workers: P%.0f is %v, not %v", workers, p*100, b.Quantile(p), a.Quantile(p))
			}
		}
	}
	if c, _ := risk.Draw(losses, 5000, 10, 1); c.Mean() == a.Mean() {
		t.Error("another seed drew the same years")
	}
	if none, _ := risk.Draw(nil, 5000, 1, 1); none.N() != 0 || none.Quantile(0.9) != 0 || none.Above(1) != 0 {
		t.Error("no losses were drawn as something")
	}
	close(t, "both drawn as one another's chance", a.Mean(), 2*cost.Mean()+0.3*3*cost.Mean(), 0.05)
}

// The chance of a year above an amount falls as the amount rises, and stands beside the
// quantiles.
func TestTheExceedanceCurveFalls(t *testing.T) {
	cost := shape(t)(doubt.LowHigh(10, 100))
	y, _ := risk.Draw([]risk.Drawn{{Frequency: one(1.5), Factor: one(1), Cost: cost}}, 20_000, 4, 2)
	last := 1.0
	for amount := 0.0; amount < 1000; amount += 7 {
		now := y.Above(amount)
		if now > last {
			t.Fatalf("rises at %v", amount)
		}
		last = now
	}
	for _, p := range []float64{0.5, 0.9, 0.99} {
		const step = 1.0 / 20_000
		if above := y.Above(y.Quantile(p)); math.Abs(above-(1-p)) > 2*step {
			t.Errorf("above P%.0f lie %v", p*100, above)
		}
	}
}

// Gordon and Loeb (2002): the worked figures.
func TestGordonLoebBand(t *testing.T) {
	const printed = 1e-9
	first, _, _ := risk.GordonLoeb(0.5, 400_000, 1e-5, 1)
	close(t, "I, v 0.5", first, 41_421.3562, printed)
	first, _, _ = risk.GordonLoeb(0.8, 1e6, 5e-6, 1)
	close(t, "I, v 0.8", first, 200_000, printed)
	_, second, most := risk.GordonLoeb(0.65, 1e6, 1e-5, 1)
	close(t, "II, v 0.65", second, 239_018.5747, printed)
	close(t, "bound", most, 239_121.64, 1e-7)
	if _, second, _ = risk.GordonLoeb(0.9, 1e6, 1e-5, 1); second != 0 {
		t.Errorf("II, v 0.9 is %v", second)
	}
	for _, v := range []float64{0.01, 0.3, 0.7, 0.99} {
		for _, loss := range []float64{1e3, 1e5, 1e7} {
			first, second, most := risk.GordonLoeb(v, loss, 1e-5, 1)
			if first > most*(1+1e-12) || second > most*(1+1e-12) {
				t.Errorf("v %v, loss %v: %v and %v exceed %v", v, loss, first, second, most)
			}
		}
	}
}
