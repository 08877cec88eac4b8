package doubt

import "math"

// eigen gives the eigenvalues of a symmetric matrix, in no order, and its eigenvectors by
// column: cyclic Jacobi rotations (Golub and Van Loan, Matrix computations, 8.5), which
// are as exact as any for the few inputs that links connect. gonum's mat would do the
// same, but a program that is asked for its methods by name, as the window's is, carries
// all of that package and of LAPACK with it.
func eigen(m [][]float64) (values []float64, vectors [][]float64) {
	n := len(m)
	a, v := copied(m), unit(n)
	const sweeps, enough = 60, 1e-28 // six or so are needed
	for range sweeps {
		beside := 0.0
		for i := range n {
			for k := range i {
				beside += float64(a[i][k] * a[i][k])
			}
		}
		if beside <= enough {
			break
		}
		for p := range n {
			for q := p + 1; q < n; q++ {
				rotate(a, v, p, q)
			}
		}
	}
	for i := range n {
		values = append(values, a[i][i])
	}
	return values, v
}

// rotate turns the plane of p and q so that nothing is left between them.
func rotate(a, v [][]float64, p, q int) {
	if a[p][q] == 0 {
		return
	}
	tau := (a[q][q] - a[p][p]) / (2 * a[p][q])
	t := math.Copysign(1, tau) / (math.Abs(tau) + math.Sqrt(1+float64(tau*tau)))
	c := 1 / math.Sqrt(1+float64(t*t))
	s := t * c
	turn := func(x, y *float64) { *x, *y = float64(c**x)-float64(s**y), float64(s**x)+float64(c**y) }
	for k := range a {
		turn(&a[k][p], &a[k][q])
		turn(&v[k][p], &v[k][q])
	}
	for k := range a {
		turn(&a[p][k], &a[q][k])
	}
}
