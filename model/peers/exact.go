package peers

import (
	"math"
	"slices"
)

// Interval is a range that holds the truth about the population a sample stands for.
type Interval struct {
	Low, High float64

	// Level is what was asked for, Coverage what is certain: how often ranges made in
	// this way hold the truth, at least. With few values the range that was asked for
	// may not exist; then this one is the widest there is and Coverage lies below Level.
	Level, Coverage float64
}

// Reached tells whether the interval is as sure as was asked for.
func (i Interval) Reached() bool { return i.Coverage >= i.Level }

// Around is the exact interval for a quantile of the population from which the values
// were drawn, whatever its shape, from two of the values themselves. The number of
// values below the quantile is binomial, so between the l-th and the u-th smallest it
// lies with
//
//	coverage = Σ_{k=l}^{u−1} C(n,k) share^k (1−share)^(n−k)
//
// (David and Nagaraja, Order Statistics, 3rd ed., 7.1); where values tie it is surer
// still. The ends are the innermost that leave half of what is missing to the level in
// either tail; where one tail has no such value, the least or the most stands there and
// the other end moves out as far as the level asks. If least to most does not reach it,
// that is the interval, with the coverage it has. For the median of five values at 90 %
// least to most is all there is, 93.75 %; at 95 % nothing reaches.
func Around(values []float64, share, level float64) Interval {
	sorted := slices.Sorted(slices.Values(values))
	n := len(sorted)
	if n == 0 || !(share > 0 && share < 1) || !(level > 0 && level < 1) {
		return Interval{math.NaN(), math.NaN(), level, 0}
	}
	low, high, coverage := ends(n, share, level)
	return Interval{sorted[low-1], sorted[high-1], level, coverage}
}

func ends(n int, share, level float64) (low, high int, coverage float64) {
	tail := (1 - level) / 2
	low, high = 1, n
	for low < n && Covers(n, 0, low+1, share) <= tail {
		low++
	}
	for high > low+1 && Covers(n, high-1, n+1, share) <= tail {
		high--
	}
	for coverage = Covers(n, low, high, share); coverage < level && (low > 1 || high < n); coverage = Covers(n, low, high, share) {
		if high < n {
			high++
		} else {
			low--
		}
	}
	return low, high, coverage
}

// Covers is the chance that a quantile of the population lies between the low-th and the
// high-th smallest of n values (0: below all, n+1: above all).
func Covers(n, low, high int, share float64) float64 {
	sum := 0.0
	for k := low; k < high; k++ {
		sum += chance(n, k, share)
	}
	return sum
}

// chance is the binomial C(n,k) p^k (1−p)^(n−k), by logarithms so that large n hold.
func chance(n, k int, p float64) float64 {
	if p <= 0 || p >= 1 {
		return map[bool]float64{true: 1}[p <= 0 && k == 0 || p >= 1 && k == n]
	}
	gamma := func(x int) float64 { g, _ := math.Lgamma(float64(x) + 1); return g }
	return math.Exp(gamma(n) - gamma(k) - gamma(n-k) + float64(k)*math.Log(p) + float64(n-k)*math.Log1p(-p))
}

// RankAround is the exact interval for the share of the population that lies below own,
// from the values of others (own not among them): Clopper and Pearson's for a binomial
// share (Biometrika 26:404, 1934), its lower end from those below own and its upper end
// from those at or below, so that ties widen it. It needs no shape and holds for any n;
// with few values it is wide, and says so.
func RankAround(others []float64, own, level float64) Interval {
	n := len(others)
	if n == 0 || !(level > 0 && level < 1) {
		return Interval{0, 1, level, 1}
	}
	below, equal := places(others, own)
	tail := (1 - level) / 2
	low, high := 0.0, 1.0
	if below > 0 { // P(X ≥ below | low) = tail
		low = root(func(p float64) float64 { return atLeast(n, below, p) - tail })
	}
	if upto := below + equal; upto < n { // P(X ≤ upto | high) = tail
		high = root(func(p float64) float64 { return tail - (1 - atLeast(n, upto+1, p)) })
	}
	return Interval{low, high, level, level}
}

func atLeast(n, k int, p float64) float64 {
	sum := 0.0
	for i := k; i <= n; i++ {
		sum += chance(n, i, p)
	}
	return sum
}

// root halves 0 to 1 until the rising f changes sign within a float's reach.
func root(f func(float64) float64) float64 {
	low, high := 0.0, 1.0
	for range 60 {
		if mid := (low + high) / 2; f(mid) < 0 {
			low = mid
		} else {
			high = mid
		}
	}
	return (low + high) / 2
}
