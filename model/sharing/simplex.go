package sharing

import "math"

// tolerance is what counts as nought in the tableau, whose figures are scaled to about 1.
const tolerance = 1e-10

// row is one constraint: the sum of coefficient × variable is at most Bound.
type row struct {
	at    []int
	by    []float64
	bound float64
}

func (r *row) add(variable int, by float64) {
	r.at = append(r.at, variable)
	r.by = append(r.by, by)
}

// tableau is a linear problem in n variables, none below nought, on its way to its best
// corner: the primal simplex method, entering what gains most by a unit, and by Bland's
// rule where that stands still, so that it cannot go round in circles. Its last line is the objective, its last column the right-hand sides.
type tableau struct {
	cells [][]float64
	basis []int // the variable of every line
	n     int   // variables of the problem; slacks come after them, then artificial ones
	real  int   // variables that are not artificial
}

// largest finds values of variables that make the first of the gains largest under the
// rows, of those the ones that make the second largest, and so on; nil if none keeps all
// rows. The problem must be bounded, as every split is.
func largest(rows []row, gains ...[]float64) []float64 {
	n, m := len(gains[0]), len(rows)
	wrong := 0
	for _, r := range rows {
		if r.bound < 0 {
			wrong++
		}
	}
	t := tableau{n: n, real: n + m, basis: make([]int, m)}
	width := n + m + wrong + 1
	artificial := n + m
	for i, r := range rows {
		line := make([]float64, width)
		sign := 1.0
		if r.bound < 0 {
			sign = -1
		}
		for k, at := range r.at {
			line[at] += sign * r.by[k]
		}
		line[n+i], line[width-1] = sign, sign*r.bound
		t.basis[i] = n + i
		if sign < 0 {
			line[artificial], t.basis[i] = 1, artificial
			artificial++
		}
		t.cells = append(t.cells, line)
	}
	if wrong > 0 && !t.feasible(width) {
		return nil
	}
	// What would lose some of one gain may not enter for the sake of the next.
	may := t.all(t.real)
	for _, gain := range gains {
		t.aim(gain, width)
		t.climb(may)
		last := len(t.cells) - 1
		for j, cost := range t.cells[last][:t.real] {
			may[j] = may[j] && cost <= tolerance
		}
		t.cells = t.cells[:last]
	}
	x := make([]float64, n)
	for i, at := range t.basis {
		if at < n {
			x[at] = math.Max(0, t.cells[i][width-1])
		}
	}
	return x
}

// feasible brings the artificial variables to nought, if that can be done.
func (t *tableau) feasible(width int) bool {
	line := make([]float64, width)
	for at := t.real; at < width-1; at++ {
		line[at] = 1
	}
	t.cells = append(t.cells, line)
	for i, at := range t.basis {
		if at >= t.real {
			t.subtract(len(t.cells)-1, i, 1)
		}
	}
	t.climb(t.all(width - 1))
	left := -t.cells[len(t.cells)-1][width-1]
	t.cells = t.cells[:len(t.cells)-1]
	if left > 1e-9 { // of figures scaled to about 1: as near as a sum of hundreds of them comes
		return false
	}
	for i, at := range t.basis { // one that stays, at nought, must not come back
		if at < t.real {
			continue
		}
		for j := range t.real {
			if math.Abs(t.cells[i][j]) > tolerance {
				t.pivot(i, j)
				break
			}
		}
	}
	return true
}

// aim sets the objective: its line holds what a unit of a variable costs, below nought for
// a gain.
func (t *tableau) aim(gain []float64, width int) {
	line := make([]float64, width)
	for j, g := range gain {
		line[j] = -g
	}
	t.cells = append(t.cells, line)
	for i, at := range t.basis {
		if f := line[at]; f != 0 {
			t.subtract(len(t.cells)-1, i, f)
		}
	}
}

// all lets the first so many variables enter.
func (t *tableau) all(n int) []bool {
	may := make([]bool, n)
	for j := range may {
		may[j] = true
	}
	return may
}

// climb goes from corner to corner while one of the variables that may enter gains.
func (t *tableau) climb(may []bool) {
	last, end := len(t.cells)-1, len(t.cells[0])-1
	for still := 0; ; {
		enter, most := -1, -tolerance
		for j := range may {
			if may[j] && t.cells[last][j] < most {
				enter, most = j, t.cells[last][j]
				if still > len(t.basis) {
					break
				}
			}
		}
		if enter < 0 {
			return
		}
		leave, least := -1, math.Inf(1)
		for i := range t.basis {
			by := t.cells[i][enter]
			if by <= tolerance {
				continue
			}
			ratio := t.cells[i][end] / by
			if ratio < least-tolerance || (ratio < least+tolerance && (leave < 0 || t.basis[i] < t.basis[leave])) {
				leave, least = i, math.Min(least, ratio)
			}
		}
		if leave < 0 {
			return
		}
		before := t.cells[last][end]
		t.pivot(leave, enter)
		if t.cells[last][end] > before+tolerance {
			still = 0
		} else {
			still++
		}
	}
}

func (t *tableau) pivot(line, enter int) {
	by := t.cells[line][enter]
	for j := range t.cells[line] {
		t.cells[line][j] /= by
	}
	t.basis[line] = enter
	for i := range t.cells {
		if f := t.cells[i][enter]; i != line && f != 0 {
			t.subtract(i, line, f)
			t.cells[i][enter] = 0
		}
	}
}

func (t *tableau) subtract(from, line int, times float64) {
	to, what := t.cells[from], t.cells[line]
	for j, v := range what {
		if v != 0 {
			to[j] -= times * v
		}
	}
}
