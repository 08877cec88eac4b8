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
			var b block
			points := doubt.NewPoints(seed ^ apart)
			for {
				at := int(next.Add(yearBlock)) - yearBlock
				if at >= n {
					return
				}
				size := min(yearBlock, n-at)
				for i, l := range losses {
					points.Fill(b.chance[:size], uint32(at), 2*i)
					points.Fill(b.share[:size], uint32(at), 2*i+1)
					b.draw(l, at, size, rand.New(rand.NewPCG(seed, uint64(at)<<16|uint64(i))))
					b.add(plain[at:at+size], &b.came[0], l, spreads[i], func(k int) float64 { return pick(l.Factor, at+k) })
					b.add(measured[at:at+size], &b.came[1], l, spreads[i], func(k int) float64 { return pick(l.Factor, at+k) * pick(l.Smaller, at+k) })
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

// block is what is drawn of one loss in a run of years.
type block struct {
	chance, share [yearBlock]float64 // where each year stands by the number of events, and by what the first costs
	came          [2][yearBlock]int  // events without measures, and with them
	first         [yearBlock]float64 // what the first event of a year costs, if one came
	years         []int              // in which one came, by their places in the block
	further       []float64          // what further events cost, one after another: the same in both readings
}

// draw settles how many events come in the years from at on, and what each costs.
func (b *block) draw(l Drawn, at, size int, more *rand.Rand) {
	var further [2]int
	years := b.years[:0]
	for k := range size {
		often := pick(l.Frequency, at+k)
		b.came[0][k] = l.events(often, b.chance[k])
		b.came[1][k] = l.events(often*pick(l.Rarer, at+k), b.chance[k])
		for reading := range further {
			if n := b.came[reading][k]; n <= manyCame {
				further[reading] += max(0, n-1)
			}
		}
		if b.came[0][k]+b.came[1][k] > 0 {
			b.first[len(years)] = b.share[k]
			years = append(years, k)
		}
	}
	b.years = years
	doubt.Quantiles(b.first[:], l.Cost, b.first[:len(years)])
	for i, k := range slices.Backward(years) { // no year stands before its place among them
		b.first[k] = b.first[i]
	}
	b.further = b.further[:0]
	for range max(further[0], further[1]) {
		b.further = append(b.further, inside(more.Float64()))
	}
	doubt.Quantiles(b.further, l.Cost, b.further)
}

// events is how many come in a year.
func (l Drawn) events(often, chance float64) int {
	switch {
	case often <= 0 || l.Once && chance >= min(1, often):
		return 0
	case l.Once:
		return 1
	}
	return poisson(often, chance)
}

// add adds what the loss costs to each year of one reading.
func (b *block) add(years []float64, came *[yearBlock]int, l Drawn, spread func() float64, factor func(k int) float64) {
	next := 0
	for k := range years {
		n := came[k]
		switch {
		case n == 0:
			continue
		case n > manyCame:
			years[k] += max(0, float64(n)*l.Cost.Mean()+math.Sqrt(float64(n))*spread()*doubt.Score(b.share[k])) * factor(k)
			continue
		}
		sum := b.first[k]
		for _, cost := range b.further[next : next+n-1] {
			sum += cost
		}
		next += n - 1
		years[k] += sum * factor(k)
	}
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
