package forecast

import "math"

// steps are what is known of the yearly changes of a history, on the scale of
// roots.
type steps struct{ around, size float64 }

// spread measures the yearly steps: their mean distance from the median step, and
// their mean size.
func spread(z []float64) steps {
	d := differences(z)
	m := median(d)
	var s steps
	for _, x := range d {
		s.around += math.Abs(x - m)
		s.size += math.Abs(x)
	}
	n := float64(len(d))
	return steps{s.around / n, s.size / n}
}

// countNoise is the 90th percentile of the root of a count about its mean: half a
// unit is its standard deviation whatever the count (Anscombe 1948), 1.2816 that
// many give the percentile.
const countNoise = 0.5 * 1.2816

// band is the range of one year: the middle, and on either side a distance that
// grows with the steps of the past, the years ahead and the want of history.
func (c Calibration) band(mid, last float64, s steps, n, ahead int, counted bool) Range {
	w := c.Factor * (c.Spread*s.around + c.Step*s.size + c.Level*last)
	w *= math.Pow(float64(ahead), c.Power) * (1 + c.Few/float64(n))
	down, up := w*c.Down, w*c.Up
	if counted {
		down, up = math.Hypot(down, countNoise), math.Hypot(up, countNoise)
	}
	low := max(0, mid-down)
	return Range{low * low, mid * mid, (mid + up) * (mid + up)}
}

// prior is how other series went on from a year of theirs: what stands in while a
// post has no history of its own.
func (c Calibration) prior(last float64, years int) []Range {
	var all []Range
	for h := range years {
		p := math.Pow(float64(h+1), c.PriorFew)
		root := func(share float64) float64 { return max(0, last*(1+share*p)) }
		low, mid, high := root(c.PriorLow), root(c.PriorMid), root(c.PriorHigh)
		low, high = max(0, mid-math.Hypot(mid-low, countNoise)), mid+math.Hypot(high-mid, countNoise)
		all = append(all, Range{low * low, mid * mid, high * high})
	}
	return all
}
