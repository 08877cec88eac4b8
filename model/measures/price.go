package measures

import "math"

// slack allows for the rounding of prices: a bound is taken to be higher than it was
// reckoned by a quarter of a grid unit and by this share of all that was added up.
const slack = 2e-14

// priced is the board seen at given prices of the rows.
type priced struct {
	bound float64 // in grid units, raised by the slack
	reach []float64
	pick  []int     // option of greatest reach in each group
	left  []float64 // scaled room of each row under the picks
}

func newPriced(b *board) *priced {
	return &priced{
		reach: make([]float64, len(b.options)), pick: make([]int, len(b.groups)), left: make([]float64, len(b.rows)),
	}
}

// price bounds what the branch can be worth: Σ price·limit + Σ of each group's best
// worth after prices.
func (b *board) price(s *state, prices []float64, v *priced) {
	sum, size := 0.0, 0.0
	for r := range b.rows {
		v.left[r] = b.rows[r].scaled
		if prices[r] != 0 {
			x := prices[r] * b.rows[r].scaled
			sum += x
			size += math.Abs(x)
		}
	}
	for g := range b.groups {
		gr := &b.groups[g]
		pick, best := -1, math.Inf(-1)
		for j := gr.first; j < gr.end; j++ {
			if !s.alive[j] {
				continue
			}
			o := &b.options[j]
			reach := float64(o.worth)
			for local, a := range o.scaled {
				reach -= prices[gr.rows[local]] * a
			}
			v.reach[j] = reach
			if reach > best {
				best, pick = reach, j
			}
		}
		v.pick[g] = pick
		sum += best
		size += math.Abs(best)
		for local, a := range b.options[pick].scaled {
			v.left[gr.rows[local]] -= a
		}
	}
	v.bound = sum + 0.25 + slack*size
}

// step moves the prices against the direction, the room that is left: down where
// there is room, up where there is none. The direction is smoothed over steps, which
// keeps it from swinging (Camerini, Fratta and Maffioli, 1975). False if nothing moves.
func (b *board) step(prices, smooth, left []float64, ease, excess float64) bool {
	norm := 0.0
	for r := range b.rows {
		d := left[r]
		if prices[r] == 0 && d > 0 {
			d = 0
		}
		smooth[r] = 0.7*d + 0.3*smooth[r]
		norm += smooth[r] * smooth[r]
	}
	if norm < 1e-18 {
		return false
	}
	t := ease * excess / norm
	for r := range b.rows {
		prices[r] = max(0, prices[r]-t*smooth[r])
	}
	return true
}
