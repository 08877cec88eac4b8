package risk

import (
	"math"
	"math/rand/v2"
	"slices"
	"sync"
	"sync/atomic"

	"outrigger/model/doubt"
)

// Drawn is a loss as a year of it is drawn.
type Drawn struct {
	// Once says that it comes at most once a year, with the frequency as its chance;
	// otherwise the number of events is Poisson's.
	Once bool
	// Frequency is how often it comes a year, and Factor what the cost of an event is
	// multiplied by (prices), each one figure or one for each draw of what the post is
	// unsure of, repeated as needed. Rarer and Smaller are what measures leave of them, as
	// factors given in the same way; none leaves all of it.
	Frequency, Factor, Rarer, Smaller []float64
	// Cost is that of one event.
	Cost doubt.Shape
}

// Years are how a year may turn out: the sum of all losses in each of many years drawn.
// The zero value is no draws. It is only read, and may be shared by goroutines.
type Years struct {
	sorted []float64
	mean   float64
}

// yearBlock is how many years are drawn with one stream of random numbers, so that any
// number of workers draws the same years.
const yearBlock = 1024

// apart keeps the years from being drawn in step with the frequencies, which come from
// points of the plan's seed itself.
const apart = 0x9e3779b97f4a7c15

// Beyond so many events the number and the sum of a year are taken from the normal
// distribution, which they are near by then: 500 expected, 200 that came.
const (
	manyExpected = 500
	manyCame     = 200
)

// Draw draws n years, without any measure and with those chosen: the same events, of which
// measures keep some away. Whether events come, and what the first one costs, is read from
// points that fill the space evenly (package doubt); further events of the same year come
// from a stream of their own.
func Draw(losses []Drawn, n int, seed uint64, workers int) (without, with Years) {
	if n < 1 || len(losses) == 0 {
		return Years{}, Years{}
	}
	plain, measured := make([]float64, n), make([]float64, n)
	spreads := make([]func() float64, len(losses)) // seldom needed, and thousands of quantiles
	for i, l := range losses {
		spreads[i] = sync.OnceValue(func() float64 { return spread(l.Cost) })
	}
	var next atomic.Int64
	var wait sync.WaitGroup
	for range max(1, workers) {
		wait.Go(func() {
			var u, first [yearBlock]float64
			points := doubt.NewPoints(seed ^ apart)
			costs := events{}
			for {
				at := int(next.Add(yearBlock)) - yearBlock
				if at >= n {
					return
				}
				size := min(yearBlock, n-at)
				for i, l := range losses {
					points.Fill(u[:size], uint32(at), 2*i)
					points.Fill(first[:size], uint32(at), 2*i+1)
					costs.begin(l, spreads[i], rand.NewPCG(seed, uint64(at)<<16|uint64(i)))
					var a, z int
					for k := range size {
						costs.of(first[k])
						often, factor := pick(l.Frequency, at+k), pick(l.Factor, at+k)
						plain[at+k] += costs.year(often, u[k], &a) * factor
						often, factor = often*pick(l.Rarer, at+k), factor*pick(l.Smaller, at+k)
						measured[at+k] += costs.year(often, u[k], &z) * factor
					}
				}
			}
		})
	}
	wait.Wait()
	return sorted(plain), sorted(measured)
}

// pick is the factor of a draw; 1 if there are none.
func pick(all []float64, draw int) float64 {
	if len(all) == 0 {
		return 1
	}
	return all[draw%len(all)]
}

func sorted(years []float64) Years {
	sum := 0.0
	for _, x := range years {
		sum += x
	}
	slices.Sort(years)
	return Years{years, sum / float64(len(years))}
}

// events are what the events of one loss cost, in a block of years: each is worked out when
// it is first asked for, and stands for both readings.
type events struct {
	loss    Drawn
	spread  func() float64
	more    *rand.Rand
	share   float64   // of cases in which the first event of the year costs less
	first   float64   // what it costs, if worked out
	known   bool      // whether it is
	further []float64 // of the block, one after another
}

func (e *events) begin(l Drawn, spread func() float64, more rand.Source) {
	e.loss, e.spread, e.more, e.further = l, spread, rand.New(more), e.further[:0]
}

// of goes to the year whose first event is given.
func (e *events) of(share float64) { e.share, e.known = share, false }

func (e *events) firstCost() float64 {
	if !e.known {
		e.first, e.known = e.loss.Cost.Quantile(e.share), true
	}
	return e.first
}

// year is what the loss costs in the year if it comes so often; its further events are
// those of the block from next on, which moves behind them.
func (e *events) year(often, u float64, next *int) float64 {
	if often <= 0 {
		return 0
	}
	if e.loss.Once {
		if u >= min(1, often) {
			return 0
		}
		return e.firstCost()
	}
	n := poisson(often, u)
	switch {
	case n == 0:
		return 0
	case n > manyCame:
		return max(0, float64(n)*e.loss.Cost.Mean()+math.Sqrt(float64(n))*e.spread()*doubt.Score(e.share))
	}
	sum := e.firstCost()
	for range n - 1 {
		if *next == len(e.further) {
			e.further = append(e.further, e.loss.Cost.Quantile(inside(e.more.Float64())))
		}
		sum += e.further[*next]
		*next++
	}
	return sum
}

// inside keeps a share strictly between 0 and 1.
func inside(u float64) float64 {
	const least = 1.0 / (1 << 54)
	return max(u, least)
}

// poisson is the number of events of which a share u of all years has at most so many.
func poisson(often, u float64) int {
	if often > manyExpected {
		return max(0, int(math.Round(often+math.Sqrt(often)*doubt.Score(u))))
	}
	p := math.Exp(-often)
	sum, n := p, 0
	for sum < u && p > 0 || n < int(often) && sum < u {
		n++
		p *= often / float64(n)
		sum += p
	}
	return n
}

// spread is the standard deviation of a shape, from its quantiles.
func spread(s doubt.Shape) float64 {
	const steps = 4096
	mean := s.Mean()
	sum := 0.0
	for i := range steps {
		d := s.Quantile((float64(i)+0.5)/steps) - mean
		sum += d * d
	}
	return math.Sqrt(sum / steps)
}

// Mean is the mean of the years drawn.
func (y Years) Mean() float64 { return y.mean }

// N is how many years were drawn.
func (y Years) N() int { return len(y.sorted) }

// Quantile is what a share p of years stays below (type 7 of Hyndman and Fan, as
// PERCENTILE.INC of a spreadsheet); 0 without draws.
func (y Years) Quantile(p float64) float64 {
	n := len(y.sorted)
	if n == 0 {
		return 0
	}
	at := p * float64(n-1)
	low := int(math.Floor(at))
	high := min(low+1, n-1)
	return y.sorted[low] + (at-float64(low))*(y.sorted[high]-y.sorted[low])
}

// Above is the chance that a year costs more than an amount: the exceedance curve.
func (y Years) Above(amount float64) float64 {
	if len(y.sorted) == 0 {
		return 0
	}
	at, _ := slices.BinarySearchFunc(y.sorted, amount, func(x, amount float64) int {
		if x <= amount {
			return -1
		}
		return 1
	})
	return float64(len(y.sorted)-at) / float64(len(y.sorted))
}

// OnceAbove is, in closed form, the chance that a year costs more than an amount where a
// loss comes at most once with a chance of often, its cost a spread from low to high with
// a share tail beyond each.
func OnceAbove(often, low, high, tail, amount float64) float64 {
	if amount <= 0 {
		return min(1, often)
	}
	z := doubt.Score(1 - tail)
	sigma := (math.Log(high) - math.Log(low)) / (2 * z)
	middle := (math.Log(high) + math.Log(low)) / 2
	if sigma <= 0 {
		if math.Log(amount) < middle {
			return min(1, often)
		}
		return 0
	}
	return min(1, often) * (1 - doubt.Share((math.Log(amount)-middle)/sigma))
}

// GordonLoeb is a sanity band: what Gordon and Loeb (2002) find worth spending on a loss
// that comes with a chance v (below 1) and costs loss, under their two assumptions of how
// a breach becomes rarer with what is spent, and the most they ever find worth it, v × loss
// ÷ e. A model of one firm and one asset under assumptions nobody has measured for a post:
// a band to look at, never a law.
func GordonLoeb(v, loss, alpha, beta float64) (first, second, most float64) {
	if v <= 0 || loss <= 0 || alpha <= 0 || beta <= 0 {
		return 0, 0, 0
	}
	first = max(0, (math.Pow(v*alpha*beta*loss, 1/(beta+1))-1)/alpha)
	if v < 1 {
		second = max(0, math.Log(1/(-v*alpha*loss*math.Log(v)))/(alpha*math.Log(v)))
	}
	return first, second, v * loss / math.E
}

// Steps are round amounts, evenly apart, up to the most that is of interest, about as many
// as asked for.
func Steps(most float64, about int) []float64 {
	if !(most > 0) || about < 1 {
		return nil
	}
	step := math.Pow(10, math.Floor(math.Log10(most/float64(about))))
	for _, by := range []float64{1, 2, 5, 10} {
		if most/(step*by) <= float64(about) {
			step *= by
			break
		}
	}
	var all []float64
	for i := 1; float64(i)*step <= most; i++ {
		all = append(all, float64(i)*step)
	}
	return all
}
