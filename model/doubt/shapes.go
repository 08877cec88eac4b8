package doubt

import (
	"math"
	"slices"
)

// samples are figures that were seen, each as likely as another, in order.
type samples struct{ sorted []float64 }

// Samples is a quantity known by figures that were seen. Their order says nothing.
// ErrFew if there are none, ErrFinite if one is no figure.
func Samples(seen []float64) (Shape, error) {
	if len(seen) == 0 {
		return nil, ErrFew
	}
	if !finite(seen...) {
		return nil, ErrFinite
	}
	return &samples{slices.Sorted(slices.Values(seen))}, nil
}

func (s *samples) Quantile(u float64) float64 {
	n := len(s.sorted)
	return s.sorted[min(n-1, max(0, int(u*float64(n))))]
}

func (s *samples) Mean() float64 {
	sum := 0.0
	for _, x := range s.sorted {
		sum += x
	}
	return sum / float64(len(s.sorted))
}

// within is a shape whose figures beyond the bounds stand on them.
type within struct {
	of          Shape
	least, most float64
}

// Within is a shape held within bounds, nil for none: what would lie beyond stands on
// the bound. So one draw in a hundred may stand on it, where a range that was cut and
// stretched again would no longer have the percentiles that were given.
func Within(shape Shape, least, most *float64) Shape {
	w := within{shape, math.Inf(-1), math.Inf(1)}
	if least != nil {
		w.least = *least
	}
	if most != nil {
		w.most = *most
	}
	if h, is := shape.(halves); is && h.on != levels && w.least <= 0 {
		w.least = math.Inf(-1) // it has nothing below nought
	}
	if w.least == math.Inf(-1) && w.most == math.Inf(1) {
		return shape
	}
	if f, sure := shape.(Fixed); sure {
		return Fixed(w.hold(float64(f)))
	}
	return w
}

func (w within) hold(x float64) float64 { return min(max(x, w.least), w.most) }

func (w within) Quantile(u float64) float64 { return w.hold(w.of.Quantile(u)) }

// Mean is taken over the quantiles: the figure on average has no closed form for every
// shape.
func (w within) Mean() float64 { return average(w.Quantile) }

// moved is a shape times a factor, plus a term.
type moved struct {
	of          Shape
	times, plus float64
}

// Scaled is a shape times a figure: a range in parts of a path by year is one shape
// around 1, times the path's figure of each year. Of a negative figure it runs
// downwards, so that the years of one draw keep together: its Quantile is then the
// figure that the share u of cases stays above.
func Scaled(shape Shape, by float64) Shape { return move(shape, by, 0) }

// Shifted is a shape plus a figure: a range in points of a rate by year is one shape
// around 0, plus the rate of each year.
func Shifted(shape Shape, by float64) Shape { return move(shape, 1, by) }

// Parts takes a shape that was scaled and shifted apart: it is base × times + plus. Others
// are their own base, times 1.
func Parts(shape Shape) (base Shape, times, plus float64) {
	if m, is := shape.(moved); is {
		return m.of, m.times, m.plus
	}
	return shape, 1, 0
}

func move(shape Shape, times, plus float64) Shape {
	switch s := shape.(type) {
	case Fixed:
		return Fixed(float64(float64(s)*times) + plus)
	case moved:
		return moved{s.of, s.times * times, float64(s.plus*times) + plus}
	}
	if times == 0 {
		return Fixed(plus)
	}
	return moved{shape, times, plus}
}

func (m moved) Quantile(u float64) float64 { return float64(m.of.Quantile(u)*m.times) + m.plus }
func (m moved) Mean() float64              { return float64(m.of.Mean()*m.times) + m.plus }
