package measures

import (
	"math"
	"slices"
)

// Tolerances of the relaxed problem, whose unknowns lie between 0 and 1 and whose rows
// are scaled to 1. They decide how good a bound is, never whether it holds.
const (
	whole = 1e-9  // what is nearer to a whole number is one
	flat  = 1e-11 // a smaller pivot is none
	tiny  = 1e-7  // a smaller pivot is not built upon
	// mostChanges of the inverse are made before it is reckoned from nothing.
	mostChanges = 40
)

// relaxed solves the relaxed problem of a state, in which a measure may be split between
// its options, by the dual simplex method: prices at which a row's excess is paid for
// move along an edge on which all but one of the ties between prices and options stay,
// as long as the bound falls (a long step, over the options that change on the way).
//
// Of every measure one option is its key, the rest are taken in the place of it
// (Dantzig and Van Slyke, generalized upper bounds, 1967); so what is split, and the rows
// that have a price, are all that is solved for, and those are few.
type relaxed struct {
	*board
	// key is the option each group takes the greater part of, basic those that take the
	// place of a part of it, tight the rows with a price: as many as basic.
	key, basic, tight []int
	prices            []float64
	reach             []float64
	// part is what is taken of each basic option, spare the scaled room of each row under
	// the keys alone, room under all.
	part, spare, room []float64
	inverse           []float64
	spared            []int // the keys that spare was reckoned under
	work              []float64
	edge, slope, turn []float64
	steep             []int     // rows whose prices move along the edge
	next              []int     // option that each group turns to
	taken             []float64 // sum of the parts of a group
	splits            []int     // how many basic options a group has
	isBasic           []bool
	bound             float64
	// changes counts those of the inverse since it was reckoned from nothing; below 0 it
	// must be.
	changes int
	column  []float64
}

func newRelaxed(b *board) *relaxed {
	n, m, o := len(b.groups), len(b.rows), len(b.options)
	return &relaxed{
		board: b, key: make([]int, n), prices: make([]float64, m), reach: make([]float64, o),
		spare: make([]float64, m), spared: slices.Repeat([]int{-1}, n), room: make([]float64, m), edge: make([]float64, m), slope: make([]float64, o),
		turn: make([]float64, n), next: make([]int, n), splits: make([]int, n), taken: make([]float64, n), isBasic: make([]bool, o),
	}
}

func (x *relaxed) copyFrom(y *relaxed) {
	copy(x.key, y.key)
	copy(x.spared, y.spared)
	copy(x.spare, y.spare)
	for _, j := range x.basic {
		x.isBasic[j] = false
	}
	x.basic = append(x.basic[:0], y.basic...)
	for _, j := range x.basic {
		x.isBasic[j] = true
	}
	x.tight = append(x.tight[:0], y.tight...)
	x.part = append(x.part[:0], y.part...)
	x.inverse = append(x.inverse[:0], y.inverse...)
	x.changes = y.changes
	copy(x.prices, y.prices)
	copy(x.reach, y.reach)
	copy(x.room, y.room)
	x.bound = y.bound
}

// reset begins at prices of nought, with the option of greatest worth of each group.
func (x *relaxed) reset(s *state) {
	for _, j := range x.basic {
		x.isBasic[j] = false
	}
	x.basic, x.tight, x.part, x.changes = x.basic[:0], x.tight[:0], x.part[:0], -1
	clear(x.prices)
	for g := range x.groups {
		x.key[g] = -1
		for j := x.groups[g].first; j < x.groups[g].end; j++ {
			x.reach[j] = float64(x.options[j].worth)
		}
	}
	x.factor(s)
}

// solve moves the prices until no row is broken, the bound falls below the goal, or so
// many steps are made. False if the bound falls without end: nothing fits.
func (x *relaxed) solve(s *state, steps int, goal float64) bool {
	x.revive(s)
	for n := 0; ; n++ {
		if !x.factor(s) {
			x.reset(s)
		}
		if n >= steps || x.bound < goal {
			return true
		}
		row, place, sign := x.worst(s)
		if row < 0 && place < 0 {
			return true
		}
		if !x.move(s, row, place, sign, goal) {
			return false
		}
	}
}

// revive makes a living option the key of every group that is split and has one.
func (x *relaxed) revive(s *state) {
	for i, j := range x.basic {
		if g := x.options[j].group; s.alive[j] && !s.alive[x.key[g]] {
			x.exchange(i)
		}
	}
}

// lone gives every group that is not split, and whose key is struck out, its best option.
func (x *relaxed) lone(s *state) {
	clear(x.splits)
	for _, j := range x.basic {
		x.splits[x.options[j].group]++
	}
	for g, k := range x.key {
		if k >= 0 && s.alive[k] || x.splits[g] > 0 {
			continue
		}
		k = -1
		for j := x.groups[g].first; j < x.groups[g].end; j++ {
			if s.alive[j] && (k < 0 || x.reach[j] > x.reach[k]) {
				k = j
			}
		}
		x.key[g] = k
	}
}

// exchange makes a basic option the key of its group and the key basic.
func (x *relaxed) exchange(i int) {
	g := x.options[x.basic[i]].group
	k := len(x.basic)
	if len(x.inverse) == k*k {
		to := x.inverse[i*k : i*k+k]
		for l, j := range x.basic {
			if l != i && x.options[j].group == g {
				for c, v := range x.inverse[l*k : l*k+k] {
					to[c] += v
				}
			}
		}
		for c := range to {
			to[c] = -to[c]
		}
	}
	x.isBasic[x.basic[i]], x.isBasic[x.key[g]] = false, true
	x.key[g], x.basic[i] = x.basic[i], x.key[g]
}

// beside is the scaled amount that an option takes of a row, beside its group's key.
func (x *relaxed) beside(j, r int) float64 {
	return x.options[j].dense[r] - x.options[x.key[x.options[j].group]].dense[r]
}

// factor inverts the ties and finds the parts, the room and the bound. False if the ties
// do not determine them.
func (x *relaxed) factor(s *state) bool {
	x.lone(s)
	if x.changes < 0 || x.changes > mostChanges {
		if !x.invert() {
			return false
		}
		x.changes = 0
	}
	k := len(x.basic)
	inv := x.inverse
	if !slices.Equal(x.spared, x.key) {
		for r := range x.rows {
			x.spare[r] = x.rows[r].scaled
		}
		for _, j := range x.key {
			for _, t := range x.options[j].terms {
				x.spare[t.row] -= t.scaled
			}
		}
		copy(x.spared, x.key)
	}
	x.part = x.part[:0]
	clear(x.taken)
	copy(x.room, x.spare)
	for i, j := range x.basic {
		p := 0.0
		for l, r := range x.tight {
			p += float64(inv[i*k+l] * x.spare[r])
		}
		x.part = append(x.part, p)
		g := x.options[j].group
		x.taken[g] += p
		for _, t := range x.options[j].terms {
			x.room[t.row] -= float64(p * t.scaled)
		}
		for _, t := range x.options[x.key[g]].terms {
			x.room[t.row] += float64(p * t.scaled)
		}
	}
	for _, r := range x.tight {
		x.room[r] = 0
	}
	x.bound = 0
	for _, r := range x.tight {
		x.bound += float64(x.prices[r] * x.rows[r].scaled)
	}
	for _, j := range x.key {
		x.bound += x.reach[j]
	}
	return true
}

// invert reckons the inverse of the ties from nothing (Gauss and Jordan).
func (x *relaxed) invert() bool {
	k := len(x.basic)
	if cap(x.inverse) < k*k {
		x.inverse = make([]float64, 0, 2*k*k)
	}
	if cap(x.work) < k*k {
		x.work = make([]float64, 0, 2*k*k)
	}
	x.inverse, x.work = x.inverse[:k*k], x.work[:k*k]
	inv, a := x.inverse, x.work
	clear(inv)
	for i := range k {
		inv[i*k+i] = 1
		for c, j := range x.basic {
			a[i*k+c] = x.beside(j, x.tight[i])
		}
	}
	for c := range k {
		best, at := flat, -1
		for i := c; i < k; i++ {
			if v := math.Abs(a[i*k+c]); v > best {
				best, at = v, i
			}
		}
		if at < 0 {
			return false
		}
		rc, rv := a[c*k:c*k+k], inv[c*k:c*k+k]
		if at != c {
			ra, ri := a[at*k:at*k+k], inv[at*k:at*k+k]
			for i := range k {
				rc[i], ra[i] = ra[i], rc[i]
				rv[i], ri[i] = ri[i], rv[i]
			}
		}
		scale := 1 / rc[c]
		for i := range k {
			rc[i] *= scale
			rv[i] *= scale
		}
		for i := range k {
			f := a[i*k+c]
			if i == c || f == 0 {
				continue
			}
			ra, ri := a[i*k:i*k+k], inv[i*k:i*k+k]
			for l := c; l < k; l++ {
				ra[l] -= float64(f * rc[l])
			}
			for l, v := range rv {
				ri[l] -= float64(f * v)
			}
		}
	}
	return true
}

// worst finds what is broken most: a row, or a basic option that is taken less than not
// at all (sign 1) or is struck out and taken (sign −1). Steepness counts, as the length
// of the edge along which it would be mended.
func (x *relaxed) worst(s *state) (row, place int, sign float64) {
	k := len(x.basic)
	most := 0.0
	row, place = -1, -1
	length := func(i int) float64 {
		sum := 0.0
		for _, v := range x.inverse[i*k : i*k+k] {
			sum += float64(v * v)
		}
		return sum
	}
	swap := false
	for i, j := range x.basic {
		p, at := x.part[i], 1.0
		if !s.alive[j] && p > whole {
			p, at = -p, -1
		}
		if p < -whole {
			if score := p * p / length(i); score > most {
				most, place, sign, swap = score, i, at, false
			}
		}
		// The key's part, seen from the one that would change places with it.
		key := 1 - x.taken[x.options[j].group]
		at = 1
		if !s.alive[x.key[x.options[j].group]] && key > whole {
			key, at = -key, -1
		}
		if key < -whole {
			if score := key * key / length(i); score > most {
				most, place, sign, swap = score, i, at, true
			}
		}
	}
	for r, left := range x.room {
		if left >= -whole {
			continue
		}
		sum := 1.0
		for c := range k {
			v := x.against(r, c)
			sum += float64(v * v)
		}
		if score := left * left / sum; score > most {
			most, row, place, sign, swap = score, r, -1, 1, false
		}
	}
	if swap {
		x.exchange(place)
		if !x.factor(s) {
			return -1, -1, 1
		}
	}
	return row, place, sign
}

// against is how the price of the c-th tight row falls for each unit that a row's rises.
func (x *relaxed) against(r, c int) float64 {
	k := len(x.basic)
	sum := 0.0
	for i, j := range x.basic {
		d := x.beside(j, r)
		if d != 0 {
			sum += float64(d * x.inverse[i*k+c])
		}
	}
	return sum
}
