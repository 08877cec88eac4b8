// Package forecast tells how a short yearly series goes on, and how far that can
// be trusted.
//
// A post has three to ten years of counts. With so few, every single method is
// often far off, and all of them promise too much: intervals that should hold four
// times in five hold in 43 to 71 per cent of the yearly series of the M3
// competition. Project therefore takes the median of nine opinions (see opinions),
// each a continuation of the last years whose trend dies away the sooner the fewer
// and the less steady the years are, and puts a band around it whose width was
// measured, not assumed, on one half of those series (Calibration).
//
// Counts are looked at on the scale of their square roots, where the noise of a
// count is about the same whatever its size, a level of nought is no trouble, and
// growth lies between so many a year and so many per cent a year.
//
// The same history and calibration give the same figures; nothing is random.
// Limits: a series that turns for reasons outside its own past is not foreseen;
// the band is for the count of a year, not for the mean of many; three and four
// years hold somewhat less than the band promises (77 and 79 per cent of M3).
package forecast

import (
	"errors"
	"math"
)

// What a history cannot be.
var (
	ErrEmpty    = errors.New("forecast: there is no year with a figure")
	ErrNegative = errors.New("forecast: a count cannot be negative")
	ErrInfinite = errors.New("forecast: a figure is not finite")
	ErrHorizon  = errors.New("forecast: at least one year must be asked for")
)

// Range is a figure that is not certain: in four of five such cases the truth lies
// between Low and High (10th and 90th percentile), as often above Mid as below.
type Range struct{ Low, Mid, High float64 }

// Result is how a series goes on.
type Result struct {
	Years  []Range // the first is the year after the last of the history
	Growth Range   // compound growth a year over all of them, as a share (0.09 = 9 % a year)
	Used   int     // years of the history that have a figure
	Gaps   int     // years between them that have none, bridged
	Prior  bool    // too few years: the growth of other series stands in
}

// Calibration is what was measured on other series: how wide the band must be for
// it to hold as often as it says. It comes from the reference data.
type Calibration struct {
	Spread    float64 // weight of the mean distance of yearly steps from their median
	Step      float64 // weight of the mean size of yearly steps
	Level     float64 // weight of the level itself, so that a still series has a band too
	Factor    float64 // times all of that
	Power     float64 // of the number of years ahead
	Few       float64 // added in proportion to 1 ÷ years of history
	Up, Down  float64 // the halves of the band above and below
	PriorLow  float64 // of a single year: how much lower (share of the root of the count) after a year
	PriorMid  float64
	PriorHigh float64
	PriorFew  float64 // power of the years ahead for the prior
}

// Fewest is how many years a history needs to say something of its own growth.
const Fewest = 3

// Project continues a yearly history over so many years. A year without a figure is
// NaN; years at the ends without one are left out.
func Project(history []float64, years int, c Calibration) (Result, error) {
	if years < 1 {
		return Result{}, ErrHorizon
	}
	z, r, err := bridged(history)
	if err != nil {
		return Result{}, err
	}
	last := z[len(z)-1]
	if r.Used < Fewest {
		r.Prior = true
		r.Years = c.prior(last, years)
	} else {
		mid := middle(square(z), years)
		s := spread(z)
		for h := range years {
			r.Years = append(r.Years, c.band(math.Sqrt(mid[h]), last, s, len(z), h+1, whole(history)))
		}
	}
	end := r.Years[years-1]
	r.Growth = Range{yearly(last*last, end.Low, years), yearly(last*last, end.Mid, years), yearly(last*last, end.High, years)}
	return r, nil
}

// bridged gives the roots of a history, its gaps filled along a straight line
// between the years beside them.
func bridged(history []float64) ([]float64, Result, error) {
	var z []float64
	var r Result
	gap := 0
	for _, y := range history {
		switch {
		case math.IsInf(y, 0):
			return nil, r, ErrInfinite
		case y < 0:
			return nil, r, ErrNegative
		case math.IsNaN(y):
			gap++
			continue
		}
		to := math.Sqrt(y)
		if len(z) > 0 {
			from := z[len(z)-1]
			for k := 1; k <= gap; k++ {
				z = append(z, from+(to-from)*float64(k)/float64(gap+1))
			}
			r.Gaps += gap
		}
		z, gap = append(z, to), 0
		r.Used++
	}
	if len(z) == 0 {
		return nil, r, ErrEmpty
	}
	return z, r, nil
}

// yearly is the growth a year that leads from one count to another. From nought
// there is none to speak of.
func yearly(from, to float64, years int) float64 {
	if from <= 0 {
		return 0
	}
	return math.Pow(to/from, 1/float64(years)) - 1
}

// whole tells whether all figures are whole numbers: counts of single things, which
// scatter by themselves even if nothing changes.
func whole(history []float64) bool {
	for _, y := range history {
		if !math.IsNaN(y) && y != math.Trunc(y) {
			return false
		}
	}
	return true
}
