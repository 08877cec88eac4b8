package measures

import "math"

// The four ways in which one step changes the ties, and what each does to their inverse:
// a matrix of as many rows as basic options and columns as tight rows.

// spread is what an option's amounts beside its key's come to, seen through the inverse.
func (x *relaxed) spread(option int) []float64 {
	k := len(x.basic)
	x.column = x.column[:0]
	for i := range k {
		sum := 0.0
		for c, r := range x.tight {
			if a := x.beside(option, r); a != 0 {
				sum += float64(x.inverse[i*k+c] * a)
			}
		}
		x.column = append(x.column, sum)
	}
	return x.column
}

// turnColumn puts an option in the place of a basic one.
func (x *relaxed) turnColumn(place, option int) {
	k := len(x.basic)
	w := x.spread(option)
	x.isBasic[x.basic[place]], x.isBasic[option] = false, true
	x.basic[place] = option
	if x.doubtful(w[place]) {
		return
	}
	pivot := x.inverse[place*k : place*k+k]
	scale := 1 / w[place]
	for c := range pivot {
		pivot[c] *= scale
	}
	for i, f := range w {
		if i != place && f != 0 {
			row := x.inverse[i*k : i*k+k]
			for c, v := range pivot {
				row[c] -= float64(f * v)
			}
		}
	}
}

// turnRow puts a row in the place of a tight one.
func (x *relaxed) turnRow(gone, row int) {
	k := len(x.basic)
	v := x.column[:0]
	for c := range k {
		v = append(v, x.against(row, c))
	}
	x.column = v
	x.tight[gone] = row
	if x.doubtful(v[gone]) {
		return
	}
	for i := range k {
		to := x.inverse[i*k : i*k+k]
		f := to[gone] / v[gone]
		for c := range to {
			to[c] -= float64(f * v[c])
		}
		to[gone] = f
	}
}

// widen adds a tight row and a basic option.
func (x *relaxed) widen(row, option int) {
	k := len(x.basic)
	u := x.spread(option)
	pivot := x.beside(option, row)
	for i, j := range x.basic {
		if a := x.beside(j, row); a != 0 {
			pivot -= float64(a * u[i])
		}
	}
	for c := range k {
		u = append(u, x.against(row, c))
	}
	x.column = u
	x.basic, x.tight = append(x.basic, option), append(x.tight, row)
	x.isBasic[option] = true
	if x.doubtful(pivot) {
		return
	}
	u, v := u[:k], u[k:]
	n := k + 1
	old := append(x.work[:0], x.inverse...)
	x.work = old
	if cap(x.inverse) < n*n {
		x.inverse = make([]float64, 0, 2*n*n)
	}
	x.inverse = x.inverse[:n*n]
	for i := range k {
		from, to := old[i*k:i*k+k], x.inverse[i*n:i*n+n]
		f := u[i] / pivot
		for c := range from {
			to[c] = from[c] + float64(f*v[c])
		}
		to[k] = -f
	}
	last := x.inverse[k*n : k*n+n]
	for c := range k {
		last[c] = -v[c] / pivot
	}
	last[k] = 1 / pivot
}

// narrow takes out a basic option and a tight row; the last ones take their places.
func (x *relaxed) narrow(place, gone int) {
	k := len(x.basic)
	n := k - 1
	x.isBasic[x.basic[place]] = false
	x.basic[place] = x.basic[n]
	x.basic = x.basic[:n]
	x.tight[gone] = x.tight[n]
	x.tight = x.tight[:n]
	inv := x.inverse
	pivot := inv[place*k+gone]
	if x.doubtful(pivot) {
		return
	}
	out := append(x.column[:0], inv[place*k:place*k+k]...)
	x.column = out
	for i := range k {
		if i == place {
			continue
		}
		row := inv[i*k : i*k+k]
		if f := row[gone] / pivot; f != 0 {
			for c := range row {
				row[c] -= float64(f * out[c])
			}
		}
		row[gone] = row[n]
	}
	if place != n {
		copy(inv[place*k:place*k+k], inv[n*k:n*k+k])
	}
	for i := 1; i < n; i++ {
		copy(inv[i*n:i*n+n], inv[i*k:i*k+n])
	}
	x.inverse = inv[:n*n]
}

// doubtful counts a change, and asks for the inverse to be reckoned from nothing if its
// pivot is too small.
func (x *relaxed) doubtful(pivot float64) bool {
	x.changes++
	if math.Abs(pivot) < tiny {
		x.changes = -1
		return true
	}
	return false
}
