package doubt

import "math/bits"

// Points are the points of a Sobol sequence in as many dimensions as there are
// uncertain inputs, scrambled by a seed. Dimensions are taken in groups of one
// table of direction numbers (Joe and Kuo 2008); each group runs through the points
// in an order of its own, and every dimension has its digits permuted as Owen (1995)
// proposed, by hashing (Laine and Karras 2011; Burley 2020). So no two inputs are
// ever drawn in step, and the mean over 2^k points is unbiased.
type Points struct{ seed uint64 }

// NewPoints are the points of a seed.
func NewPoints(seed uint64) Points { return Points{seed} }

// At is coordinate dim of point number i: strictly between 0 and 1, the same on
// every machine.
func (p Points) At(i uint32, dim int) float64 {
	var order [1]uint32
	var out [1]float64
	p.order(order[:], i, dim/dimensions)
	p.fill(out[:], order[:], dim)
	return out[0]
}

// Fill writes coordinate dim of the points from first on.
func (p Points) Fill(out []float64, first uint32, dim int) {
	var order [256]uint32
	for len(out) > 0 {
		n := min(len(out), len(order))
		p.order(order[:n], first, dim/dimensions)
		p.fill(out[:n], order[:n], dim)
		out, first = out[n:], first+uint32(n)
	}
}

// order writes the place of each point from first on in the order of a group of
// dimensions, its digits reversed.
func (p Points) order(out []uint32, first uint32, group int) {
	seed := uint32(mix(p.seed ^ uint64(group+1)*0x9e3779b97f4a7c15))
	for k := range out {
		out[k] = scramble(bits.Reverse32(first+uint32(k)), seed)
	}
}

// fill writes coordinate dim of the points at these places. The Sobol sequence is linear
// in the digits of the place (exclusive or of one direction number for each), so that
// four entries of a table, one for each byte, make a point.
func (p Points) fill(out []float64, order []uint32, dim int) {
	t := &tables[dim%dimensions]
	seed := uint32(mix(p.seed + uint64(dim)*0xd1342543de82ef95 + 1))
	order = order[:len(out)]
	for k, at := range order {
		x := t[0][at&255] ^ t[1][at>>8&255] ^ t[2][at>>16&255] ^ t[3][at>>24]
		out[k] = (float64(bits.Reverse32(scramble(x, seed))) + 0.5) * (1.0 / (1 << 32))
	}
}

// scramble permutes the digits of a number read from its last: each digit by a hash
// of those before it.
func scramble(x, seed uint32) uint32 {
	x += seed
	x ^= x * 0x6c50b47c
	x ^= x * 0xb82f1e52
	x ^= x * 0xc7afe638
	x ^= x * 0x8d22f6e6
	return x
}

// mix spreads a seed over all bits (SplitMix64, Steele and others 2014).
func mix(x uint64) uint64 {
	x += 0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// table holds the primitive polynomials and first direction numbers of dimensions 2
// to 21 (Joe and Kuo 2008, new-joe-kuo-6): degree, coefficients, numbers.
var table = []struct {
	coefficients uint32
	first        []uint32
}{
	{0, []uint32{1}},
	{1, []uint32{1, 3}},
	{1, []uint32{1, 3, 1}},
	{2, []uint32{1, 1, 1}},
	{1, []uint32{1, 1, 3, 3}},
	{4, []uint32{1, 3, 5, 13}},
	{2, []uint32{1, 1, 5, 5, 17}},
	{4, []uint32{1, 1, 5, 5, 5}},
	{7, []uint32{1, 1, 7, 11, 19}},
	{11, []uint32{1, 1, 5, 1, 1}},
	{13, []uint32{1, 1, 1, 3, 11}},
	{14, []uint32{1, 3, 5, 5, 31}},
	{1, []uint32{1, 3, 3, 9, 7, 49}},
	{13, []uint32{1, 1, 1, 15, 21, 21}},
	{16, []uint32{1, 3, 1, 13, 27, 49}},
	{19, []uint32{1, 1, 1, 15, 7, 5}},
	{22, []uint32{1, 3, 1, 15, 13, 25}},
	{25, []uint32{1, 1, 5, 5, 19, 61}},
	{1, []uint32{1, 3, 7, 11, 23, 15, 103}},
	{4, []uint32{1, 3, 7, 13, 13, 15, 69}},
}

// dimensions is how many dimensions the table has.
const dimensions = 21

// tables hold, for every dimension, what each byte of a reversed place adds to a point,
// whose digits are reversed as well.
var tables = func() (all [dimensions][4][256]uint32) {
	for d := range all {
		v := directions(d)
		for value := 1; value < 256; value++ {
			for part := range 4 {
				low := bits.TrailingZeros8(uint8(value))
				all[d][part][value] = all[d][part][value&(value-1)] ^ bits.Reverse32(v[31-8*part-low])
			}
		}
	}
	return all
}()

// directions are the direction numbers of a dimension of the table, the first being
// that of van der Corput.
func directions(dim int) (v [32]uint32) {
	if dim == 0 {
		for k := range v {
			v[k] = 1 << (31 - k)
		}
		return v
	}
	t := table[dim-1]
	s := len(t.first)
	for k := range v {
		if k < s {
			v[k] = t.first[k] << (31 - k)
			continue
		}
		v[k] = v[k-s] ^ v[k-s]>>s
		for j := 1; j < s; j++ {
			v[k] ^= (t.coefficients >> (s - 1 - j) & 1) * v[k-j]
		}
	}
	return v
}
