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
	costs []int     // rows with a price
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
	v.costs = v.costs[:0]
	for r := range b.rows {
		v.left[r] = b.rows[r].scaled
		if prices[r] != 0 {
			x := prices[r] * b.rows[r].scaled
			sum += x
			size += math.Abs(x)
			v.costs = append(v.costs, r)
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
			for _, r := range v.costs {
				reach -= float64(prices[r] * o.dense[r])
			}
			v.reach[j] = reach
			if reach > best {
				best, pick = reach, j
			}
		}
		v.pick[g] = pick
		sum += best
		size += math.Abs(best)
		for _, t := range b.options[pick].terms {
			v.left[t.row] -= t.scaled
		}
	}
	v.bound = sum + 0.25 + float64(slack*size)
}
