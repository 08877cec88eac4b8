// Package doubt holds quantities that are not certain, and draws from them.
//
// A quantity is given as people give it: a low and a high figure (the 10th and 90th
// percentile, so that the truth lies outside one time in five), low, likely and high
// (PERT), samples, or a fixed figure. Each is a Shape: a figure for every share of
// cases that lie below it.
//
// Draws are points of a scrambled Sobol sequence (Points): they fill the space of
// all inputs far more evenly than dice do, and each depends on nothing but the seed
// and its own number, so that any number of workers draws the same.
package doubt

import (
	"errors"
	"math"
	"slices"

	"gonum.org/v1/gonum/mathext"
)

// Shape is how likely the figures of a quantity are.
type Shape interface {
	// Quantile is the figure that the share u (0 < u < 1) of cases stays below.
	Quantile(u float64) float64
	// Mean is the figure on average.
	Mean() float64
}

// What a range cannot be.
var (
	ErrOrder  = errors.New("doubt: low, likely and high are not in order")
	ErrFinite = errors.New("doubt: a figure is not finite")
	ErrFew    = errors.New("doubt: there are no samples")
)

// normal90 is the 90th percentile of the standard normal distribution, normal95 the
// 95th.
const (
	normal90 = 1.2815515655446004
	normal95 = 1.6448536269514722
)

// Fixed is a figure without doubt.
type Fixed float64

// Quantile is the figure itself.
func (f Fixed) Quantile(float64) float64 { return float64(f) }

// Mean is the figure itself.
func (f Fixed) Mean() float64 { return float64(f) }

// normal is the normal distribution.
type normal struct{ mu, sigma float64 }

func (n normal) Quantile(u float64) float64 { return n.mu + n.sigma*mathext.NormalQuantile(u) }
func (n normal) Mean() float64              { return n.mu }

// lognormal is the distribution whose logarithm is normal.
type lognormal struct{ mu, sigma float64 }

func (l lognormal) Quantile(u float64) float64 {
	return math.Exp(l.mu + l.sigma*mathext.NormalQuantile(u))
}
func (l lognormal) Mean() float64 { return math.Exp(l.mu + l.sigma*l.sigma/2) }

// LowHigh is a quantity of which one case in ten lies below low and one in ten above
// high. Above nought it is lognormal, because what cannot be negative is seldom as
// far below as above; else it is normal.
func LowHigh(low, high float64) (Shape, error) { return between(low, high, normal90) }

// LowHigh95 is the same with one case in twenty on either side, as risk analysts
// state the severity of losses: μ = (ln lo + ln hi) ÷ 2, σ = (ln hi − ln lo) ÷
// (2 × 1.6448536) (as in the tool riskquant).
func LowHigh95(low, high float64) (Shape, error) { return between(low, high, normal95) }

func between(low, high, z float64) (Shape, error) {
	switch {
	case !finite(low, high):
		return nil, ErrFinite
	case low > high:
		return nil, ErrOrder
	case low == high:
		return Fixed(low), nil
	case low > 0:
		a, b := math.Log(low), math.Log(high)
		return lognormal{(a + b) / 2, (b - a) / (2 * z)}, nil
	}
	return normal{(low + high) / 2, (high - low) / (2 * z)}, nil
}

// pert is a beta distribution stretched from least to most.
type pert struct{ least, most, alpha, beta float64 }

// Pert is a quantity given by its least, likeliest and most figure: a beta
// distribution with α = 1 + 4(m − a) ÷ (b − a) and β = 1 + 4(b − m) ÷ (b − a), whose
// mean is (a + 4m + b) ÷ 6. Another variant in use takes (b − a) ÷ 6 for the
// standard deviation; that of 20, 100, 900 is 139.39 here and 146.67 there.
func Pert(least, likely, most float64) (Shape, error) {
	switch {
	case !finite(least, likely, most):
		return nil, ErrFinite
	case least > likely || likely > most:
		return nil, ErrOrder
	case least == most:
		return Fixed(least), nil
	}
	span := most - least
	return pert{least, most, 1 + 4*(likely-least)/span, 1 + 4*(most-likely)/span}, nil
}

func (p pert) Quantile(u float64) float64 {
	return p.least + (p.most-p.least)*mathext.InvRegIncBeta(p.alpha, p.beta, u)
}

func (p pert) Mean() float64 { return p.least + (p.most-p.least)*p.alpha/(p.alpha+p.beta) }

// samples are figures that were seen, each as likely as another.
type samples []float64

// Samples is a quantity known by figures that were seen. Their order says nothing.
func Samples(seen []float64) (Shape, error) {
	if len(seen) == 0 {
		return nil, ErrFew
	}
	if !finite(seen...) {
		return nil, ErrFinite
	}
	return samples(slices.Sorted(slices.Values(seen))), nil
}

func (s samples) Quantile(u float64) float64 {
	return s[min(len(s)-1, max(0, int(u*float64(len(s)))))]
}

func (s samples) Mean() float64 {
	sum := 0.0
	for _, x := range s {
		sum += x
	}
	return sum / float64(len(s))
}

// Roots is a count in a later year as the forecast gives it: low, middle and high
// (10th, 50th and 90th percentile) on the scale of square roots, with a normal half
// on either side.
func Roots(low, mid, high float64) (Shape, error) {
	switch {
	case !finite(low, mid, high) || low < 0:
		return nil, ErrFinite
	case low > mid || mid > high:
		return nil, ErrOrder
	}
	m := math.Sqrt(mid)
	return roots{m, (m - math.Sqrt(low)) / normal90, (math.Sqrt(high) - m) / normal90}, nil
}

type roots struct{ mid, down, up float64 }

func (r roots) Quantile(u float64) float64 {
	z := mathext.NormalQuantile(u)
	s := r.up
	if z < 0 {
		s = r.down
	}
	root := max(0, r.mid+s*z)
	return root * root
}

// Mean leaves out that a root cannot fall below nought: the figure is exact where
// the lower half stays above it.
func (r roots) Mean() float64 {
	k := math.Sqrt(2 / math.Pi) // mean of a half-normal
	return r.mid*r.mid + r.mid*k*(r.up-r.down) + (r.up*r.up+r.down*r.down)/2
}

func finite(xs ...float64) bool {
	for _, x := range xs {
		if math.IsNaN(x) || math.IsInf(x, 0) {
			return false
		}
	}
	return true
}
