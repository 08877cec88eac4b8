package doubt

import "math"

// scale is where a normal distribution is bent to the figures: the score of a case
// goes to a figure by way of it.
type scale uint8

const (
	levels scale = iota // the figure itself
	logs                // its logarithm
	roots               // its square root; nothing below nought
)

// halves is a normal half on either side of a middle, on a scale; one normal
// distribution if both are as wide.
type halves struct {
	on            scale
	mid, down, up float64 // the middle and two standard deviations, on the scale
}

// Around is a quantity of which one case in ten lies below low, half below mid and
// one in ten above high: a normal half on either side. Above nought the scale is that
// of logarithms, because what cannot be negative is seldom as far below as above; from
// nought on it is that of square roots, as of counts; else that of the figures
// themselves. ErrOrder unless low ≤ mid ≤ high, ErrFinite for what is no figure.
func Around(low, mid, high float64) (Shape, error) {
	switch {
	case !finite(low, mid, high):
		return nil, ErrFinite
	case low > mid || mid > high:
		return nil, ErrOrder
	case low == high:
		return Fixed(mid), nil
	case low == 0:
		return Roots(low, mid, high)
	case low > 0:
		return between3(logs, math.Log(low), math.Log(mid), math.Log(high)), nil
	}
	return between3(levels, low, mid, high), nil
}

// Roots is a count in a later year as the forecast gives it: low, middle and high
// (10th, 50th and 90th percentile) on the scale of square roots, with a normal half
// on either side. ErrFinite for what is no count, ErrOrder if they are not in order.
func Roots(low, mid, high float64) (Shape, error) {
	switch {
	case !finite(low, mid, high) || low < 0:
		return nil, ErrFinite
	case low > mid || mid > high:
		return nil, ErrOrder
	}
	return between3(roots, math.Sqrt(low), math.Sqrt(mid), math.Sqrt(high)), nil
}

func between3(on scale, low, mid, high float64) halves {
	return halves{on, mid, (mid - low) / normal90, (high - mid) / normal90}
}

// at is the figure of a normal score.
func (h halves) at(z float64) float64 {
	s := h.up
	if z < 0 {
		s = h.down
	}
	x := h.mid + float64(s*z)
	switch h.on {
	case logs:
		return exp(x)
	case roots:
		x = max(0, x)
		return x * x
	}
	return x
}

// Quantile is the figure that the share u of cases stays below.
func (h halves) Quantile(u float64) float64 { return h.at(Score(u)) }

// Mean is exact on every scale. With Z the normal score, d and s the deviations below
// and above and φ and Φ the normal density and distribution: E e^(dZ) over Z < 0 is
// e^(d²÷2) Φ(−d), over Z > 0 it is e^(s²÷2) Φ(s); of squares the part that would
// fall below nought, where Z < −m ÷ d, is taken away.
func (h halves) Mean() float64 {
	m, d, s := h.mid, h.down, h.up
	density := 1 / math.Sqrt(2*math.Pi)
	switch h.on {
	case logs:
		return math.Exp(m) * (math.Exp(d*d/2)*Share(-d) + math.Exp(s*s/2)*Share(s))
	case roots:
		mean := m*m + 2*m*density*(s-d) + (s*s+d*d)/2
		if d > 0 {
			a := m / d
			mean -= (m*m+d*d)*Share(-a) - m*d*density*math.Exp(-a*a/2)
		}
		return mean
	}
	return m + density*(s-d)
}

// fill writes the figures of normal scores.
func (h halves) fill(out, z []float64) {
	z = z[:len(out)]
	slopes := [2]float64{h.up, h.down} // of scores above nought and below
	if h.on == logs {
		const beyond = 40 // no score in 64-bit arithmetic is
		if math.Abs(h.mid)+beyond*max(h.up, h.down) < furthest {
			expLine(out, z, h.mid, slopes)
			return
		}
		for i, z := range z {
			out[i] = h.at(z)
		}
		return
	}
	for i, z := range z {
		out[i] = h.mid + float64(slopes[math.Float64bits(z)>>63]*z)
	}
	if h.on == roots {
		for i, x := range out {
			x = max(0, x)
			out[i] = x * x
		}
	}
}
