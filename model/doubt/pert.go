package doubt

import (
	"math"
	"sync"

	"gonum.org/v1/gonum/mathext"
)

// pert is a beta distribution stretched from least to most.
type pert struct {
	least, most, alpha, beta float64

	once         sync.Once
	below, above []knot // by score from 0 outwards; made when the shape is first drawn by the block
}

// Pert is a quantity given by its least, likeliest and most figure: a beta
// distribution with α = 1 + 4(m − a) ÷ (b − a) and β = 1 + 4(b − m) ÷ (b − a), whose
// mean is (a + 4m + b) ÷ 6. Another variant in use takes (b − a) ÷ 6 for the
// standard deviation; that of 20, 100, 900 is 139.39 here and 146.67 there. ErrOrder
// and ErrFinite as for LowHigh.
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
	return &pert{least: least, most: most, alpha: 1 + 4*(likely-least)/span, beta: 1 + 4*(most-likely)/span}, nil
}

// Quantile takes some microseconds.
func (p *pert) Quantile(u float64) float64 {
	return p.least + (p.most-p.least)*mathext.InvRegIncBeta(p.alpha, p.beta, u)
}

// Mean is (a + 4m + b) ÷ 6.
func (p *pert) Mean() float64 { return p.least + (p.most-p.least)*p.alpha/(p.alpha+p.beta) }

// knot is a figure of a beta distribution, and how fast it rises, at a normal score.
type knot struct{ x, slope float64 }

// Knots stand perScore to a score of 1, out to the score outermost: between them a cubic
// is within 10^−7 of the span.
const (
	perScore  = 16
	outermost = 4.5
)

// knots are those of a beta distribution at the scores 0, −1 ÷ 16, … −4.5: each found
// from the one before by Newton's method. As a function of the score a beta distribution
// is smooth to its very ends, where as a function of the share it is not.
func knots(alpha, beta float64) []knot {
	all := make([]knot, outermost*perScore+1)
	x := mathext.InvRegIncBeta(alpha, beta, 0.5)
	scale := mathext.Lbeta(alpha, beta)
	density := func(x float64) float64 {
		return math.Exp((alpha-1)*math.Log(x) + (beta-1)*math.Log1p(-x) - scale)
	}
	for k := range all {
		z := -float64(k) / perScore
		if k > 0 {
			share := Share(z)
			x = max(x-all[k-1].slope/perScore, x/2)
			for range 3 {
				x = max(x-(mathext.RegIncBeta(alpha, beta, x)-share)/density(x), x/2)
			}
		}
		all[k] = knot{x, math.Exp(-z*z/2) / math.Sqrt(2*math.Pi) / density(x)}
	}
	return all
}

// fill writes the figures of normal scores. Those above nought are the figures of the
// mirrored distribution, taken from the far end.
func (p *pert) fill(out, z []float64) {
	p.once.Do(func() { p.below, p.above = knots(p.alpha, p.beta), knots(p.beta, p.alpha) })
	span := p.most - p.least
	for i, z := range z[:len(out)] {
		at := math.Abs(z) * perScore
		k := int(at)
		if k >= outermost*perScore {
			out[i] = p.Quantile(min(max(Share(z), 1e-15), 1-1e-15))
			continue
		}
		all := p.below
		if z > 0 {
			all = p.above
		}
		a, b, f := all[k], all[k+1], at-float64(k)
		// Cubic through both figures with both slopes (Hermite); the slopes are those
		// towards higher scores, and k runs towards lower ones.
		rise, fall := -a.slope/perScore, -b.slope/perScore
		d := b.x - a.x
		x := a.x + float64(f*(rise+float64(f*(3*d-2*rise-fall+float64(f*(rise+fall-2*d))))))
		if z > 0 {
			x = 1 - x
		}
		out[i] = p.least + float64(span*x)
	}
}
