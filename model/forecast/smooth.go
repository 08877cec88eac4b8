package forecast

import (
	"math"
	"slices"
)

// dampedHolt is exponential smoothing of level and damped trend (Holt 1957, Gardner
// and McKenzie 1985), its weights those of a grid with the least squared error of
// one step ahead:
//
//	forecast = level + φ·trend;  level += α·error;  trend = φ·trend + α·β·error
func dampedHolt(damping ...float64) method {
	return func(y []float64, years int) []float64 {
		best := math.Inf(1)
		var level, trend, phi float64
		_, b := fit(y[:min(len(y), 5)])
		for _, f := range damping {
			for a := 1; a <= 10; a++ {
				for s := 0; s <= 6; s++ {
					for _, start := range [2]float64{y[1] - y[0], b} {
						if l, t, sse := smooth(y[1:], y[0], start, float64(a)/10, float64(s)/10, f); sse < best {
							best, level, trend, phi = sse, l, t, f
						}
					}
				}
			}
		}
		out := make([]float64, years)
		sum, p := 0.0, 1.0
		for h := range out {
			p *= phi
			sum += p
			out[h] = level + sum*trend
		}
		return out
	}
}

// smooth runs the recursion from a level and a trend; it returns the last ones and
// the sum of squared errors.
func smooth(y []float64, level, trend, alpha, beta, phi float64) (lastLevel, lastTrend, sse float64) {
	for _, v := range y {
		said := level + phi*trend
		e := v - said
		sse += e * e
		level = said + alpha*e
		trend = phi*trend + alpha*beta*e
	}
	return level, trend, sse
}

// simple is exponential smoothing of the level alone. It returns the weight and the
// last level.
func simple(y []float64) (alpha, level float64) {
	best := math.Inf(1)
	for k := 1; k <= 20; k++ {
		a := float64(k) / 20
		for _, start := range [2]float64{y[0], mean(y[:min(3, len(y))])} {
			l, sse := start, 0.0
			for _, v := range y {
				e := v - l
				sse += e * e
				l += a * e
			}
			if sse < best {
				best, alpha, level = sse, a, l
			}
		}
	}
	return alpha, level
}

// theta is the Theta method (Assimakopoulos and Nikolopoulos 2000) in the form of
// Hyndman and Billah 2003: simple smoothing with half the slope of the line.
func theta(y []float64, years int) []float64 {
	alpha, level := simple(y)
	_, b := fit(y)
	out := make([]float64, years)
	for h := range out {
		out[h] = level + 0.5*b*(float64(h)+(1-math.Pow(1-alpha, float64(len(y))))/alpha)
	}
	return out
}

// fit is the straight line through a series (least squares).
func fit(y []float64) (a, b float64) {
	n := float64(len(y))
	var sx, sy, sxx, sxy float64
	for i, v := range y {
		x := float64(i)
		sx, sy, sxx, sxy = sx+x, sy+v, sxx+x*x, sxy+x*v
	}
	d := n*sxx - sx*sx
	if d == 0 {
		return y[0], 0
	}
	b = (n*sxy - sx*sy) / d
	return (sy - b*sx) / n, b
}

func differences(y []float64) []float64 {
	d := make([]float64, len(y)-1)
	for i := range d {
		d[i] = y[i+1] - y[i]
	}
	return d
}

func mean(y []float64) float64 {
	sum := 0.0
	for _, v := range y {
		sum += v
	}
	return sum / float64(len(y))
}

func median(y []float64) float64 {
	s := slices.Sorted(slices.Values(y))
	n := len(s)
	if n%2 == 1 {
		return s[n/2]
	}
	return (s[n/2-1] + s[n/2]) / 2
}

func each(y []float64, f func(float64) float64) []float64 {
	out := make([]float64, len(y))
	for i, v := range y {
		out[i] = f(v)
	}
	return out
}

func square(z []float64) []float64 { return each(z, func(v float64) float64 { return v * v }) }
