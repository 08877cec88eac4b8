package disclosure_test

import "math"

// program asks for the most of goal·x with rows·x ≤ limits and x ≥ 0.
type program struct {
	goal   []float64
	rows   [][]float64
	limits []float64
}

func (p *program) atMost(row []float64, limit float64) {
	p.rows, p.limits = append(p.rows, row), append(p.limits, limit)
}

func (p *program) atLeast(row []float64, limit float64) {
	turned := make([]float64, len(row))
	for i, x := range row {
		turned[i] = -x
	}
	p.atMost(turned, -limit)
}

// small is how near nought counts as nought.
const small = 1e-9

// most solves a small program by the simplex method in two phases, Bland's rule against
// circles. NaN: no x is possible; +Inf: no bound.
func (p program) most() float64 {
	m, n := len(p.rows), len(p.goal)
	// a tableau of m rows, then the goal, then the first phase's goal; column n is the
	// helper of the first phase, column n+1 the limits
	t := make([][]float64, m+2)
	for i := range t {
		t[i] = make([]float64, n+2)
	}
	basis, out := make([]int, m), make([]int, n+1)
	for i := range m {
		copy(t[i], p.rows[i])
		basis[i], t[i][n], t[i][n+1] = n+i, -1, p.limits[i]
	}
	for j := range n {
		out[j], t[m][j] = j, -p.goal[j]
	}
	out[n], t[m+1][n] = -1, 1
	pivot := func(r, s int) {
		inverse := 1 / t[r][s]
		for i := range t {
			if i == r || math.Abs(t[i][s]) < small {
				continue
			}
			by := t[i][s] * inverse
			for j := range t[i] {
				t[i][j] -= t[r][j] * by
			}
			t[i][s] = -by
		}
		for j := range t[r] {
			t[r][j] *= inverse
		}
		t[r][s] = inverse
		basis[r], out[s] = out[s], basis[r]
	}
	improve := func(goal int) bool {
		for {
			s := -1
			for j := range n + 1 {
				if goal == m && out[j] == -1 {
					continue
				}
				if t[goal][j] < -small && (s < 0 || out[j] < out[s]) {
					s = j
				}
			}
			if s < 0 {
				return true
			}
			r := -1
			for i := range m {
				if t[i][s] <= small {
					continue
				}
				if r < 0 {
					r = i
					continue
				}
				a, b := t[i][n+1]/t[i][s], t[r][n+1]/t[r][s]
				if a < b-small || a < b+small && basis[i] < basis[r] {
					r = i
				}
			}
			if r < 0 {
				return false
			}
			pivot(r, s)
		}
	}
	r := 0
	for i := range m {
		if t[i][n+1] < t[r][n+1] {
			r = i
		}
	}
	if m > 0 && t[r][n+1] < -small {
		pivot(r, n)
		if !improve(m+1) || t[m+1][n+1] < -1e-7 {
			return math.NaN()
		}
		for i := range m {
			if basis[i] != -1 {
				continue
			}
			s := 0
			for j := range n + 1 {
				if math.Abs(t[i][j]) > math.Abs(t[i][s]) {
					s = j
				}
			}
			pivot(i, s)
		}
	}
	if !improve(m) {
		return math.Inf(1)
	}
	return t[m][n+1]
}
