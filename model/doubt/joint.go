package doubt

import (
	"errors"
	"fmt"
	"math"
	"slices"
)

// Link says how closely two inputs are tied: the correlation of their normal scores,
// from −1 to 1. Inputs are numbered as the draws number them.
type Link struct {
	A, B     int
	Strength float64
}

// What links cannot be.
var (
	ErrStrength = errors.New("doubt: the strength of a link lies beyond −1 and 1")
	ErrSelf     = errors.New("doubt: a link ties an input to itself")
	ErrTwice    = errors.New("doubt: a pair is tied twice, with different strengths")
	ErrInput    = errors.New("doubt: a link ties an input that there is not")
)

// LinkError names the link at fault; errors.Is finds the kind.
type LinkError struct {
	Link Link
	Kind error
}

func (e *LinkError) Error() string {
	return fmt.Sprintf("%v: %d and %d, %v", e.Kind, e.Link.A, e.Link.B, e.Link.Strength)
}

// Unwrap gives the kind.
func (e *LinkError) Unwrap() error { return e.Kind }

// Joint is how inputs move together: a Gaussian copula. Each input keeps its own
// shape; the normal scores of those that are tied are correlated normal variables. Nil
// is independence. It is only read, and may be shared by goroutines.
type Joint struct {
	group  []int // input → place among groups, −1 if it is tied to none
	groups []*group
}

// group is inputs that links connect, directly or through others. No input outside of
// it has a part in its draws.
type group struct {
	inputs []int       // ascending
	matrix [][]float64 // correlations in use
	lower  [][]float64 // its Cholesky factor, by row
}

// Correlation makes the joint of n inputs out of the pairs that are named; a pair that
// is not named has nought. Such a matrix may contradict itself: if A goes with B and B
// with C, A cannot go against C. It is then repaired to the nearest that is none
// (nearest), and Repair says what had to give way. Without links that tie anything the
// joint is nil. The error is a *LinkError: ErrInput, ErrSelf, ErrStrength or ErrTwice.
func Correlation(n int, links []Link) (*Joint, Repair, error) {
	strength := map[[2]int]float64{}
	for _, l := range links {
		pair := [2]int{min(l.A, l.B), max(l.A, l.B)}
		before, twice := strength[pair]
		switch {
		case pair[0] < 0 || pair[1] >= n:
			return nil, Repair{}, &LinkError{l, ErrInput}
		case l.A == l.B:
			return nil, Repair{}, &LinkError{l, ErrSelf}
		case !(math.Abs(l.Strength) <= 1):
			return nil, Repair{}, &LinkError{l, ErrStrength}
		case twice && before != l.Strength:
			return nil, Repair{}, &LinkError{l, ErrTwice}
		}
		strength[pair] = l.Strength
	}
	j := &Joint{group: make([]int, n)}
	var repair Repair
	for _, inputs := range connected(n, strength, j.group) {
		g := &group{inputs: inputs, matrix: unit(len(inputs))}
		for i, a := range inputs {
			for k, b := range inputs[:i] {
				g.matrix[i][k] = strength[[2]int{b, a}]
				g.matrix[k][i] = g.matrix[i][k]
			}
		}
		said := g.matrix
		g.matrix, g.lower = sound(said)
		repair.note(g, said, strength)
		j.groups = append(j.groups, g)
	}
	repair.sort()
	if len(j.groups) == 0 {
		return nil, repair, nil
	}
	return j, repair, nil
}

// connected gathers the inputs that links connect, each group in ascending order, and
// notes for every input the group it is in.
func connected(n int, strength map[[2]int]float64, in []int) [][]int {
	root := make([]int, n)
	for i := range root {
		root[i] = i
	}
	find := func(i int) int {
		for root[i] != i {
			i = root[i]
		}
		return i
	}
	for pair, s := range strength {
		if s != 0 {
			a, b := find(pair[0]), find(pair[1])
			root[max(a, b)] = min(a, b)
		}
	}
	members := map[int][]int{}
	for i := range n {
		members[find(i)] = append(members[find(i)], i)
	}
	var groups [][]int
	for i := range n {
		in[i] = -1
		if inputs := members[find(i)]; len(inputs) > 1 {
			if inputs[0] == i {
				groups = append(groups, inputs)
			}
			in[i] = slices.IndexFunc(groups, func(g []int) bool { return g[0] == inputs[0] })
		}
	}
	return groups
}

// Strength is the correlation of two inputs' normal scores that is in use: 1 of an
// input with itself, 0 where nothing ties them.
func (j *Joint) Strength(a, b int) float64 {
	switch {
	case a == b:
		return 1
	case !j.connected(a) || !j.connected(b) || j.group[a] != j.group[b]:
		return 0
	}
	g := j.groups[j.group[a]]
	return g.matrix[g.position(a)][g.position(b)]
}

// Tied tells whether an input is tied to any other.
func (j *Joint) Tied(input int) bool { return j.connected(input) }

func (j *Joint) connected(input int) bool {
	return j != nil && input < len(j.group) && j.group[input] >= 0
}

func (j *Joint) place(input int) (int, *group) {
	at := j.group[input]
	return at, j.groups[at]
}

func (g *group) position(input int) int {
	at, _ := slices.BinarySearch(g.inputs, input)
	return at
}

// mix turns the own scores of the group's input k into Σ L(k,i) × the own scores of the
// inputs up to it, L being the Cholesky factor of the correlations.
func (g *group) mix(own [][]float64, k int) {
	row, out := g.lower[k], own[k]
	for at := range out {
		out[at] *= row[k]
	}
	for i, part := range own[:k] {
		c := row[i]
		if c == 0 {
			continue
		}
		part = part[:len(out)]
		for at := range out {
			out[at] += float64(c * part[at])
		}
	}
}
