package calc

import (
	"cmp"
	"math"
	"slices"
	"sort"
)

// quantiles picks figures by their rank, type 7 of Hyndman and Fan, out of figures in any
// order, of which there must be some. A page asks for hundreds of them, so sorting all
// would take too long: figures are counted in equal steps from the least to the most, and
// only those in the steps that hold a rank are put in order.
func quantiles(draws, ps []float64) []float64 {
	last := len(draws) - 1
	ranks := make([]int, 0, 2*len(ps))
	for _, p := range ps {
		k := int(min(max(p, 0), 1) * float64(last))
		ranks = append(ranks, k, min(k+1, last))
	}
	figures := ranked(draws, ranks)
	out := make([]float64, len(ps))
	for i, p := range ps {
		at := min(max(p, 0), 1) * float64(last)
		a, b := figures[2*i], figures[2*i+1]
		out[i] = a
		if at > float64(ranks[2*i]) {
			out[i] = a + float64((at-float64(ranks[2*i]))*(b-a))
		}
	}
	return out
}

// ranked gives the figures at some ranks, from 0 on.
func ranked(draws []float64, ranks []int) []float64 {
	const steps = 1024
	out := make([]float64, len(ranks))
	least, most := slices.Min(draws), slices.Max(draws)
	scale := (steps - 1) / (most - least)
	near := draws
	var before [steps + 1]int
	var wanted [steps]bool
	if scale > 0 && !math.IsInf(scale, 0) && len(draws) > steps/4 {
		for _, x := range draws {
			before[int((x-least)*scale)&(steps-1)+1]++
		}
		for i := range steps {
			before[i+1] += before[i]
		}
		of := func(rank int) int { return sort.Search(steps, func(i int) bool { return before[i+1] > rank }) }
		for _, k := range ranks {
			wanted[of(k)] = true
		}
		near = make([]float64, 0, len(draws)/8)
		for _, x := range draws {
			if wanted[int((x-least)*scale)&(steps-1)] {
				near = append(near, x)
			}
		}
	} else {
		near = slices.Clone(draws)
	}
	// The figures of steps that are not wanted are missing from those that are near.
	missing := func(rank int) int {
		n := 0
		for i := 0; i < steps && before[i+1] <= rank; i++ {
			if !wanted[i] {
				n += before[i+1] - before[i]
			}
		}
		return n
	}
	if len(near) == len(draws) {
		missing = func(int) int { return 0 }
	}
	order := make([]int, len(ranks))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(ranks[a], ranks[b]) })
	done := 0 // what lies before is in its place
	for _, i := range order {
		k := ranks[i] - missing(ranks[i])
		out[i] = rank(near[done:], k-done)
		done = k
	}
	return out
}

// rank gives the figure that stands at place k once all are in order, and leaves before
// it what is not larger, and after it what is not smaller (Hoare's Find, 1961, with the
// middle of three as the pivot).
func rank(xs []float64, k int) float64 {
	low, high := 0, len(xs)-1
	for tries := 0; high-low > 16; tries++ {
		if tries > 64 { // a row made to be awkward
			break
		}
		a, b, c := xs[low], xs[low+(high-low)/2], xs[high]
		pivot := max(min(a, b), min(max(a, b), c))
		i, j := low, high
		for i <= j {
			for xs[i] < pivot {
				i++
			}
			for pivot < xs[j] {
				j--
			}
			if i <= j {
				xs[i], xs[j] = xs[j], xs[i]
				i, j = i+1, j-1
			}
		}
		switch {
		case k <= j:
			high = j
		case k >= i:
			low = i
		default:
			return xs[k]
		}
	}
	slices.Sort(xs[low : high+1])
	return xs[k]
}
