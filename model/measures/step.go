package measures

import (
	"math"
	"slices"
)

// move goes along an edge to where the bound falls no more.
func (x *relaxed) move(s *state, row, place int, sign, goal float64) bool {
	k := len(x.basic)
	clear(x.edge)
	x.steep = append(x.steep[:0], x.tight...)
	var fall float64
	if row >= 0 {
		x.edge[row] = 1
		for c, r := range x.tight {
			x.edge[r] = -x.against(row, c)
		}
		fall = -x.room[row]
		x.steep = append(x.steep, row)
	} else {
		for c, r := range x.tight {
			x.edge[r] = sign * x.inverse[place*k+c]
		}
		fall = -sign * x.part[place]
	}
	slices.Sort(x.steep)
	// Where a price comes to nought, the edge ends.
	end, gone := math.Inf(1), -1
	for c, r := range x.tight {
		if d := x.edge[r]; d < -flat {
			if t := max(x.prices[r], 0) / -d; t < end {
				end, gone = t, c
			}
		}
	}
	for g := range x.groups {
		if s.count[g] == 1 && x.splits[g] == 0 {
			x.slope[x.key[g]] = x.slopeOf(x.key[g])
			x.turn[g] = math.Inf(1)
			continue
		}
		for j := x.groups[g].first; j < x.groups[g].end; j++ {
			if s.alive[j] || j == x.key[g] {
				x.slope[j] = x.slopeOf(j)
			}
		}
		x.ahead(s, g, 0)
	}
	t, enter := 0.0, -1
	for {
		h := -1
		at := end
		for g, when := range x.turn {
			if when < at {
				at, h = when, g
			}
		}
		if h < 0 {
			if gone < 0 {
				// The bound falls without end: far enough is below the goal.
				far := t + (max(x.bound-goal, 0)+1)*2/fall
				x.advance(s, far)
				return false
			}
			t = at
			break
		}
		t = at
		j := x.next[h]
		rise := x.slope[x.key[h]] - x.slope[j]
		if fall-rise <= 0 || x.splits[h] > 0 {
			enter = j
			break
		}
		fall -= rise
		x.key[h] = j
		x.ahead(s, h, t)
	}
	x.advance(s, t)
	switch {
	case row >= 0 && enter >= 0:
		x.widen(row, enter)
	case row >= 0:
		x.prices[x.tight[gone]] = 0
		x.turnRow(gone, row)
	case enter >= 0:
		x.turnColumn(place, enter)
	default:
		x.prices[x.tight[gone]] = 0
		x.narrow(place, gone)
	}
	return true
}

func (x *relaxed) slopeOf(j int) float64 {
	sum := 0.0
	dense := x.options[j].dense
	for _, r := range x.steep {
		sum += float64(x.edge[r] * dense[r])
	}
	return sum
}

// ahead finds where along the edge, from a point on, another option overtakes the key.
func (x *relaxed) ahead(s *state, g int, from float64) {
	k := x.key[g]
	x.turn[g] = math.Inf(1)
	for j := x.groups[g].first; j < x.groups[g].end; j++ {
		if j == k || !s.alive[j] || x.isBasic[j] {
			continue
		}
		if gains := x.slope[k] - x.slope[j]; gains > 1e-10 {
			if t := max((x.reach[k]-x.reach[j])/gains, from); t < x.turn[g] {
				x.turn[g], x.next[g] = t, j
			}
		}
	}
}

// advance moves prices and reach along the edge.
func (x *relaxed) advance(s *state, t float64) {
	for _, r := range x.steep {
		x.prices[r] = max(0, x.prices[r]+float64(t*x.edge[r]))
	}
	for g := range x.groups {
		for j := x.groups[g].first; j < x.groups[g].end; j++ {
			if s.alive[j] || j == x.key[g] {
				x.reach[j] -= float64(t * x.slope[j])
			}
		}
	}
}
