package forecast

import "math"

// Case is a series whose continuation is known: what was seen, and what then
// happened.
type Case struct {
	ID             string
	Seen, Happened []float64
}

// Score is how well a method did over many cases (measures as in the M3 and M4
// competitions): the mean over the years of a case, then over the cases.
type Score struct {
	SMAPE    float64 // 200·|F − A| ÷ (|F| + |A|)
	MASE     float64 // |F − A| over the mean step of the whole history
	Coverage float64 // share of years within the band; 0.8 is promised
	MIS      float64 // width of the band, and 10 times by how far it was missed, over the mean step
}

// Way continues a series for scoring; nil bands where it gives none.
type Way func(seen []float64, years int) (mid []float64, bands []Range)

// Ours is Project as a Way.
func Ours(c Calibration) Way {
	return func(seen []float64, years int) ([]float64, []Range) {
		r, err := Project(seen, years, c)
		if err != nil {
			return naive(seen, years), nil
		}
		var mid []float64
		for _, y := range r.Years {
			mid = append(mid, y.Mid)
		}
		return mid, r.Years
	}
}

// Rivals are the methods people would otherwise use, as plain as they come: the
// last figure, the mean step, damped Holt and Theta. Their bands are what each
// promises at 80 per cent: normal, from the spread of its errors one step ahead.
func Rivals() map[string]Way {
	return map[string]Way{"naive": rival(naive), "drift": rival(drift), "damped Holt": rival(dampedHolt(0.8, 0.85, 0.9, 0.95, 0.98)), "Theta": rival(theta)}
}

// normal80 is the 90th percentile of the normal distribution.
const normal80 = 1.2815515655446004

func rival(m method) Way {
	return func(seen []float64, years int) ([]float64, []Range) {
		mid := m(seen, years)
		sse, n := 0.0, 0
		for k := Fewest; k < len(seen); k++ {
			e := seen[k] - m(seen[:k], 1)[0]
			sse += e * e
			n++
		}
		if n == 0 {
			return mid, nil
		}
		sd := math.Sqrt(sse / float64(n))
		var bands []Range
		for h, v := range mid {
			w := normal80 * sd * math.Sqrt(float64(h+1))
			bands = append(bands, Range{v - w, v, v + w})
		}
		return mid, bands
	}
}

// Judge scores a way over cases. last cuts each history to its last years; 0
// leaves it whole. Errors are scaled by the whole history in any case, so that cuts
// can be compared.
func Judge(cases []Case, last int, way Way) Score {
	var s Score
	years, banded, n := 0, 0, 0
	for _, c := range cases {
		scale := meanStep(c.Seen)
		if scale == 0 || len(c.Happened) == 0 {
			continue
		}
		seen := c.Seen
		if last > 0 {
			seen = seen[max(0, len(seen)-last):]
		}
		mid, bands := way(seen, len(c.Happened))
		smape, mase, mis := 0.0, 0.0, 0.0
		for h, a := range c.Happened {
			if mid[h] != 0 || a != 0 {
				smape += 200 * math.Abs(mid[h]-a) / (math.Abs(mid[h]) + math.Abs(a))
			}
			mase += math.Abs(mid[h]-a) / scale
			if bands == nil {
				continue
			}
			b := bands[h]
			miss := max(0, b.Low-a, a-b.High)
			if miss == 0 {
				s.Coverage++
			}
			mis += (b.High - b.Low + 10*miss) / scale
			banded++
		}
		h := float64(len(c.Happened))
		s.SMAPE += smape / h
		s.MASE += mase / h
		s.MIS += mis / h
		years += len(c.Happened)
		n++
	}
	if n > 0 {
		s.SMAPE, s.MASE, s.MIS = s.SMAPE/float64(n), s.MASE/float64(n), s.MIS/float64(n)
	}
	if banded > 0 {
		s.Coverage /= float64(banded)
	}
	return s
}

func meanStep(y []float64) float64 {
	if len(y) < 2 {
		return 0
	}
	sum := 0.0
	for _, d := range differences(y) {
		sum += math.Abs(d)
	}
	return sum / float64(len(y)-1)
}
