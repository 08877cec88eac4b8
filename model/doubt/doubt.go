// Package doubt holds quantities that are not certain, and draws from them.
//
// A quantity is given as people give it: a low, a middle and a high figure (Around: one
// case in ten lies below, half, one in ten above), a low and a high one (LowHigh), least,
// likely and most (Pert), figures that were seen (Samples), or a fixed figure. Each is a
// Shape: a figure for every share of cases that lie below it. Shapes can be held within
// bounds, scaled and shifted.
//
// Inputs are independent unless a Joint ties them: a Gaussian copula, made of the pairs
// that are named, and repaired where these contradict each other.
//
// Draws are points of a scrambled Sobol sequence (Points): they fill the space of
// all inputs far more evenly than dice do, and each depends on nothing but the seed
// and its own number, so that any number of workers draws the same.
//
// The same figures are drawn on Windows, Linux and macOS, bit for bit on one kind of
// processor (amd64). Exponentials, scores and shares of the normal distribution are this
// package's own, because math.Exp fuses multiplications with additions on some amd64
// processors and not on others; products that are added are rounded first, which also
// keeps the compilers for other kinds from fusing them. What is left to the standard
// library and gonum, logarithms and the beta distribution of Pert,
// may differ in the last of 16 digits from one processor to another.
package doubt

import (
	"errors"
	"math"
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

// LowHigh is a quantity of which one case in ten lies below low and one in ten above
// high. Above nought it is lognormal, because what cannot be negative is seldom as
// far below as above; else it is normal.
func LowHigh(low, high float64) (Shape, error) { return between(low, high, normal90) }

// LowHigh95 is the same with one case in twenty on either side, as risk analysts
// state the severity of losses: μ = (ln lo + ln hi) ÷ 2, σ = (ln hi − ln lo) ÷
// (2 × 1.6448536) (as in the tool riskquant).
func LowHigh95(low, high float64) (Shape, error) { return between(low, high, normal95) }

// SpreadMean is the mean of a lognormal quantity of which a share tail lies below low and
// as large a share above high: √(low × high) × exp(σ² ÷ 2). It is 0 where low is not
// above nought, high is below it, or tail is not between 0 and a half.
func SpreadMean(low, high, tail float64) float64 {
	if low <= 0 || high < low || tail <= 0 || tail >= 0.5 {
		return 0
	}
	sigma := math.Log(high/low) / (Score(1-tail) - Score(tail))
	return math.Sqrt(low*high) * exp(float64(sigma*sigma)/2)
}

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
		sigma := (b - a) / (2 * z)
		return halves{logs, (a + b) / 2, sigma, sigma}, nil
	}
	sigma := (high - low) / (2 * z)
	return halves{levels, (low + high) / 2, sigma, sigma}, nil
}

func finite(xs ...float64) bool {
	for _, x := range xs {
		if math.IsNaN(x) || math.IsInf(x, 0) {
			return false
		}
	}
	return true
}
