package forecast

import "math"

// method continues a series of at least three figures.
type method func(y []float64, years int) []float64

// opinions are the nine continuations whose median is taken. They were chosen one
// after the other on the even-numbered series of the M3 competition, each time the
// one that helped most over histories cut to five and eight years and uncut; the
// odd-numbered ones then judged. A method that stands twice has two votes.
func opinions() []method {
	steady := onRoots(fading(drift, 4, 1))
	return []method{
		steady, steady,
		onRoots(fading(recent(0.8), 3, 0.5)),
		onLogs(dampedHolt(0.6, 0.7, 0.8)),
		shrinking(lastYears(4, drift), 0.5),
		onLogs(shrinking(lastYears(2, drift), 0.9)),
		onLogs(fewer(line, 1)),
		fading(recent(0.6), 4, 1),
		naive,
	}
}

// middle is the median of all opinions, year by year, never below nought.
func middle(y []float64, years int) []float64 {
	all := opinions()
	said := make([][]float64, len(all))
	for i, m := range all {
		said[i] = m(y, years)
	}
	out := make([]float64, years)
	votes := make([]float64, len(all))
	for h := range out {
		for i := range said {
			votes[i] = max(0, said[i][h])
		}
		out[h] = median(votes)
	}
	return out
}

// naive: as it was last.
func naive(y []float64, years int) []float64 { return along(y[len(y)-1], 0, years) }

// drift: on by the mean step of the whole history.
func drift(y []float64, years int) []float64 {
	n := len(y)
	return along(y[n-1], (y[n-1]-y[0])/float64(n-1), years)
}

// recent: on by a mean of steps in which each counts so much less than the one
// after it.
func recent(keep float64) method {
	return func(y []float64, years int) []float64 {
		sum, weights, w := 0.0, 0.0, 1.0
		for i := len(y) - 1; i > 0; i-- {
			sum += w * (y[i] - y[i-1])
			weights += w
			w *= keep
		}
		return along(y[len(y)-1], sum/weights, years)
	}
}

// line: along the straight line through the whole history (least squares).
func line(y []float64, years int) []float64 {
	a, b := fit(y)
	return along(a+b*float64(len(y)-1), b, years)
}

func along(from, step float64, years int) []float64 {
	out := make([]float64, years)
	for h := range out {
		out[h] = from + step*float64(h+1)
	}
	return out
}

func lastYears(k int, m method) method {
	return func(y []float64, years int) []float64 { return m(y[max(0, len(y)-k):], years) }
}

// shrinking lets each further step of a method count for less by one factor.
func shrinking(m method, factor float64) method {
	return func(y []float64, years int) []float64 { return shrunk(y, m(y, years), factor) }
}

// fewer shrinks the steps the more, the shorter the history: by 1 − c ÷ years.
func fewer(m method, c float64) method {
	return func(y []float64, years int) []float64 {
		return shrunk(y, m(y, years), max(leastFactor, 1-c/float64(len(y))))
	}
}

// fading shrinks the steps the more, the shorter and the less steady the history:
// by 1 − c ÷ years ÷ (1 + r²)^p, where r is the mean step over the scatter of the
// steps. A trend that never wavered goes on, one that is lost in noise ends soon.
func fading(m method, c, p float64) method {
	return func(y []float64, years int) []float64 {
		factor := 1 - c/float64(len(y))/math.Pow(1+steadiness(y), p)
		return shrunk(y, m(y, years), max(leastFactor, factor))
	}
}

const leastFactor = 0.3

// steadiness is the square of the mean step over the variance of the steps.
func steadiness(y []float64) float64 {
	d := differences(y)
	m, v := mean(d), 0.0
	for _, x := range d {
		v += (x - m) * (x - m)
	}
	v /= float64(len(d))
	switch {
	case v > 0:
		return m * m / v
	case m != 0:
		return 100 // steps that are all the same
	}
	return 0
}

func shrunk(y, out []float64, factor float64) []float64 {
	last := y[len(y)-1]
	so, before, f := 0.0, 0.0, 1.0
	for h, v := range out {
		step := v - last - before
		before = v - last
		f *= factor
		so += step * f
		out[h] = last + so
	}
	return out
}

// onRoots looks at a series on the scale of its square roots.
func onRoots(m method) method {
	return func(y []float64, years int) []float64 {
		out := m(each(y, math.Sqrt), years)
		return each(out, func(v float64) float64 { return max(0, v) * max(0, v) })
	}
}

// onLogs looks at a series on the scale of its logarithms, where there are any.
func onLogs(m method) method {
	return func(y []float64, years int) []float64 {
		for _, v := range y {
			if v <= 0 {
				return m(y, years)
			}
		}
		return each(m(each(y, math.Log), years), math.Exp)
	}
}
