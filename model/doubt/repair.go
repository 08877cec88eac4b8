package doubt

import (
	"cmp"
	"math"
	"slices"
)

// Repair says what had to give way so that links do not contradict each other.
type Repair struct {
	// Moved lists the named links whose strength in use differs from the one given by
	// more than 0.005, those that moved most first. Empty: nothing had to give way.
	Moved []Moved
	// Unnamed is the strongest correlation, with its sign, that a pair got which no link
	// names; 0 if none did.
	Unnamed Link
}

// Moved is a link and the strength that took its place.
type Moved struct {
	Link
	To float64
}

// noticed is how far a strength may move without a word: half of the second decimal, in
// which strengths are spoken of.
const noticed = 0.005

func (r *Repair) note(g *group, said [][]float64, named map[[2]int]float64) {
	for i, b := range g.inputs {
		for k, a := range g.inputs[:i] {
			to := g.matrix[i][k]
			if math.Abs(to-said[i][k]) <= noticed {
				continue
			}
			if _, yes := named[[2]int{a, b}]; yes {
				r.Moved = append(r.Moved, Moved{Link{a, b, said[i][k]}, to})
			} else if math.Abs(to) > math.Abs(r.Unnamed.Strength) {
				r.Unnamed = Link{a, b, to}
			}
		}
	}
}

func (r *Repair) sort() {
	// What differs in rounding only stays in the order of the inputs.
	far := func(m Moved) float64 { return math.Round(math.Abs(m.To-m.Strength) * 1e6) }
	slices.SortStableFunc(r.Moved, func(a, b Moved) int { return cmp.Compare(far(b), far(a)) })
}

// smallest is the least eigenvalue that correlations keep: with it the Cholesky factor
// exists in 64-bit arithmetic.
const smallest = 1e-8

// sound gives a matrix of correlations that does not contradict itself, and its
// Cholesky factor: the matrix itself where it can be, else the nearest.
func sound(said [][]float64) (matrix, lower [][]float64) {
	if values, _ := eigen(said); slices.Min(values) >= smallest {
		if lower, ok := cholesky(said); ok {
			return said, lower
		}
	}
	near := nearest(said)
	for keep := smallest; ; keep *= 10 {
		// What rounding leaves below the least eigenvalue is lifted, and the diagonal
		// brought back to 1.
		near = scaledToUnit(raised(near, keep))
		if lower, ok := cholesky(near); ok {
			return near, lower
		}
	}
}

// nearest is the matrix of correlations that differs least from one that contradicts
// itself (least sum of squared differences): alternating projections onto the matrices
// without an eigenvalue below the smallest and onto those with ones on the diagonal,
// with Dykstra's correction of the first. Higham, Computing the nearest correlation
// matrix, IMA Journal of Numerical Analysis 22 (2002), algorithm 3.3.
func nearest(said [][]float64) [][]float64 {
	const most, enough = 1000, 1e-9
	n := len(said)
	y, correction := copied(said), zeros(n)
	for range most {
		r := zeros(n)
		for i := range n {
			for k := range n {
				r[i][k] = y[i][k] - correction[i][k]
			}
		}
		x := raised(r, smallest)
		change := 0.0
		for i := range n {
			for k := range n {
				correction[i][k] = x[i][k] - r[i][k]
				to := x[i][k]
				if i == k {
					to = 1
				}
				change = max(change, math.Abs(to-y[i][k]))
				y[i][k] = to
			}
		}
		if change < enough {
			break
		}
	}
	return y
}

// raised lifts the eigenvalues that lie below least up to it.
func raised(m [][]float64, least float64) [][]float64 {
	values, vectors := eigen(m)
	out := zeros(len(m))
	for e, value := range values {
		value = max(value, least)
		for i := range m {
			for k := range i + 1 {
				out[i][k] += float64(value * vectors[i][e] * vectors[k][e])
			}
		}
	}
	for i := range m {
		for k := range i {
			out[k][i] = out[i][k]
		}
	}
	return out
}

// scaledToUnit brings the diagonal to 1, as a covariance is made a correlation.
func scaledToUnit(m [][]float64) [][]float64 {
	out := unit(len(m))
	for i := range m {
		for k := range i {
			out[i][k] = m[i][k] / math.Sqrt(m[i][i]*m[k][k])
			out[k][i] = out[i][k]
		}
	}
	return out
}

// cholesky is the lower factor; false where the matrix is not positive definite.
func cholesky(m [][]float64) ([][]float64, bool) {
	lower := zeros(len(m))
	for i := range m {
		for k := range i + 1 {
			rest := m[i][k]
			for j := range k {
				rest -= float64(lower[i][j] * lower[k][j])
			}
			if i != k {
				lower[i][k] = rest / lower[k][k]
				continue
			}
			if rest <= 0 {
				return nil, false
			}
			lower[i][i] = math.Sqrt(rest)
		}
	}
	return lower, true
}

func zeros(n int) [][]float64 {
	m := make([][]float64, n)
	for i := range m {
		m[i] = make([]float64, n)
	}
	return m
}

func unit(n int) [][]float64 {
	m := zeros(n)
	for i := range m {
		m[i][i] = 1
	}
	return m
}

func copied(m [][]float64) [][]float64 {
	out := make([][]float64, len(m))
	for i := range m {
		out[i] = append([]float64(nil), m[i]...)
	}
	return out
}
