package doubt

import (
	"math"
	"sync"
)

// Scores by the block come out of a table of polynomials: one for each sixteenth of each
// power of two of the share, which is so narrow that six terms of a polynomial through
// Score are as good as Score itself, to 1 part in 10^12, and need neither a branch nor a
// logarithm.
const (
	octaves = 32 // shares from 2^−33, the smallest of a point, to 2^−1
	parts   = 16
	terms   = 7
	lowest  = (1023 - 33) * parts // the bits of 2^−33, shifted
	shift   = 52 - 4
)

var pieces = sync.OnceValue(func() *[octaves * parts][terms]float64 {
	var all [octaves * parts][terms]float64
	for i := range all {
		from := math.Float64frombits(uint64(lowest+i) << shift)
		to := math.Float64frombits(uint64(lowest+i+1) << shift)
		all[i] = through(from, to)
	}
	return &all
})

// through is the polynomial in t, from −1 at one share to 1 at the other, that meets
// Score in the zeros of a Chebyshev polynomial (Newton's divided differences).
func through(from, to float64) (p [terms]float64) {
	var t, d [terms]float64
	for i := range t {
		t[i] = math.Cos((float64(i) + 0.5) * math.Pi / terms)
		d[i] = Score(from + (to-from)*(t[i]+1)/2)
	}
	for k := 1; k < terms; k++ {
		for i := terms - 1; i >= k; i-- {
			d[i] = (d[i] - d[i-1]) / (t[i] - t[i-k])
		}
	}
	for i := terms - 1; i >= 0; i-- { // multiplied out: p × (t − t[i]) + d[i]
		for k := terms - 1; k > 0; k-- {
			p[k] = p[k-1] - float64(t[i]*p[k])
		}
		p[0] = d[i] - float64(t[i]*p[0])
	}
	return p
}

// scoreAll writes the scores of shares; out may be shares itself.
func scoreAll(out, shares []float64) {
	all := pieces()
	shares = shares[:len(out)]
	for i, u := range shares {
		bits := math.Float64bits(min(u, 1-u))
		at := bits>>shift - lowest
		if at >= octaves*parts { // in the very middle, or beyond what points are
			out[i] = Score(u)
			continue
		}
		// The digits after the part's own, as a figure from 1 to 2, then from −1 to 1.
		t := float64(2*math.Float64frombits(bits<<4&(1<<52-1)|1023<<52)) - 3
		p := &all[at]
		t2 := t * t
		z := float64(p[0]+float64(p[1]*t)) + float64(t2*float64(float64(p[2]+float64(p[3]*t))+float64(t2*float64(float64(p[4]+float64(p[5]*t))+float64(t2*p[6])))))
		// Shares below a half have scores below nought, which is how the table has them.
		out[i] = math.Float64frombits(math.Float64bits(z) ^ math.Float64bits(0.5-u)&(1<<63))
	}
}
