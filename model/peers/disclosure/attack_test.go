package disclosure_test

import (
	"fmt"
	"math"
	"slices"

	"outrigger/model/peers/disclosure"
)

// seen is a cell as the attacker has it: what was published, and who is in it.
type seen struct {
	disclosure.Published
	members []string // contributions, as post/version
}

func name(post string, version int) string { return fmt.Sprintf("%s/%d", post, version) }

// attacker is a contributor: he knows his own figures.
type attacker struct {
	own    map[string]float64
	cells  []seen
	digits int // to which published figures are rounded
}

// sets puts contributions together that are in the same of his cells: to more than that
// no arithmetic on the cells can come. His own stand in none, the target alone.
func (a attacker) sets(target string) (sizes []int, in [][]bool) {
	index, order := map[string]string{}, []string{}
	for i, c := range a.cells {
		for _, m := range c.members {
			if index[m] == "" {
				index[m] = string(make([]byte, len(a.cells)))
				order = append(order, m)
			}
			marks := []byte(index[m])
			marks[i] = 1
			index[m] = string(marks)
		}
	}
	at := map[string]int{}
	sizes, in = []int{1}, [][]bool{nil}
	for _, m := range order {
		marks := index[m]
		bools := make([]bool, len(marks))
		for i := range marks {
			bools[i] = marks[i] == 1
		}
		if m == target {
			in[0] = bools
			continue
		}
		if _, known := a.own[m]; known {
			continue
		}
		i, there := at[marks]
		if !there {
			i = len(sizes)
			at[marks] = i
			sizes, in = append(sizes, 0), append(in, bools)
		}
		sizes[i]++
	}
	return sizes, in
}

// give is how far a published figure may be off.
func (a attacker) give(x float64) float64 {
	if a.digits < 1 || x == 0 {
		return 1e-9 * math.Abs(x)
	}
	return 0.5*math.Pow10(int(math.Floor(math.Log10(math.Abs(x))))+1-a.digits) + 1e-9*math.Abs(x)
}

// bySums bounds the target's figure by linear programming over all totals: the figures
// are not negative, and add up.
func (a attacker) bySums(target string) (low, high float64) {
	sizes, in := a.sets(target)
	p := program{goal: make([]float64, len(sizes))}
	for i, c := range a.cells {
		if c.Total == nil {
			continue
		}
		row, known := make([]float64, len(sizes)), 0.0
		for s := range sizes {
			if in[s] != nil && in[s][i] {
				row[s] = 1
			}
		}
		for _, m := range c.members {
			known += a.own[m]
		}
		give := a.give(*c.Total)
		p.atMost(row, *c.Total-known+give)
		p.atLeast(row, *c.Total-known-give)
	}
	p.goal[0] = 1
	high = p.most()
	p.goal[0] = -1
	return max(0, -p.most()), high
}

// byOrder bounds the target's figure by counting: at every threshold that a quartile
// gives, how many of each cell may lie above it, and whether the target may, or must.
func (a attacker) byOrder(target string) (low, high float64) {
	low, high = 0, math.Inf(1)
	sizes, in := a.sets(target)
	for _, c := range a.thresholds() {
		p := program{goal: make([]float64, len(sizes))}
		for s, n := range sizes {
			row := make([]float64, len(sizes))
			row[s] = 1
			p.atMost(row, float64(n))
		}
		for i, cell := range a.cells {
			least, most := a.above(cell, c)
			for _, m := range cell.members {
				if x, known := a.own[m]; known && x > c {
					least, most = least-1, most-1
				}
			}
			row := make([]float64, len(sizes))
			for s := range sizes {
				if in[s] != nil && in[s][i] {
					row[s] = 1
				}
			}
			p.atMost(row, float64(most))
			p.atLeast(row, float64(least))
		}
		p.goal[0] = 1
		if most := p.most(); most < 1-1e-6 { // the target cannot lie above
			high = min(high, c)
		}
		p.goal[0] = -1
		if least := -p.most(); least > 1e-6 { // it must
			low = max(low, c)
		}
	}
	return low, high
}

// thresholds are just below and just above every published quartile, as far as it may be off.
func (a attacker) thresholds() []float64 {
	all := []float64{}
	for _, c := range a.cells {
		for _, q := range []float64{c.Low, c.Median, c.High} {
			give := a.give(q)
			all = append(all, q-give-1e-9, q+give)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// above is how many figures of a cell lie above c, at least and at most, by its three
// quartiles: with h = (n−1)·share, ⌊h⌋+1 figures lie at or below, and so on.
func (a attacker) above(cell seen, c float64) (least, most int) {
	n := cell.N
	least, most = 0, n
	for i, q := range []float64{cell.Low, cell.Median, cell.High} {
		h := float64(n-1) * []float64{.25, .5, .75}[i]
		at := int(h) + 1 // the at-th smallest is at or below q
		upper := at      // and the one from which on all are at or above it
		if h > math.Floor(h) {
			upper++
		}
		give := a.give(q)
		if q+give <= c {
			most = min(most, n-at)
		}
		if q-give > c {
			least = max(least, n-upper+1)
		}
	}
	return least, most
}

// byDifference subtracts every total from every other of the same metric: where but one
// unknown contribution is left, its figure is known, give or take the rounding.
func (a attacker) byDifference(target string) (low, high float64) {
	low, high = 0, math.Inf(1)
	for _, big := range a.cells {
		for _, less := range append([]seen{{}}, a.cells...) {
			if big.Total == nil || less.N > 0 && less.Total == nil {
				continue
			}
			rest, known, sole := *big.Total, 0.0, true
			give := a.give(*big.Total)
			if less.N > 0 {
				rest -= *less.Total
				give += a.give(*less.Total)
			}
			only := func(m string, sign float64) {
				switch x, own := a.own[m]; {
				case own:
					known += sign * x
				case m != target || sign < 0:
					sole = false
				}
			}
			has := false
			for _, m := range big.members {
				if !slices.Contains(less.members, m) {
					only(m, 1)
					has = has || m == target
				}
			}
			for _, m := range less.members {
				if !slices.Contains(big.members, m) {
					only(m, -1)
				}
			}
			if sole && has {
				low, high = max(low, rest-known-give), min(high, rest-known+give)
			}
		}
	}
	return low, high
}

// narrow tells whether a range is tighter than the rule allows.
func narrow(low, high, spread float64) bool {
	return high-low < spread*max(math.Abs(low), math.Abs(high))-1e-7
}
