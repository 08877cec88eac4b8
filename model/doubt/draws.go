package doubt

import (
	"reflect"
	"slices"
)

// Draws are the draws of all uncertain inputs over a run of points. Each depends on
// the seed, the input's number, the point's number and the joint alone, so that any
// division of the points into runs draws the same. They keep 16 bytes for each input and
// point of a run. Not safe for use by several goroutines at once; each makes its own.
type Draws struct {
	points Points
	joint  *Joint
	first  uint32
	n      int
	size   int
	inputs []held
	groups []bool   // whose correlated scores are there
	order  []uint32 // the places of the points in the order of a group of dimensions
	orders int      // which group's, −1 none
}

// held is what there is of an input.
type held struct {
	shares, scores       []float64
	hasShares, hasScores bool
}

// NewDraws are the draws of a seed's points, independent where joint is nil, in runs of
// at most size, first of the run from point 0 on.
func NewDraws(points Points, joint *Joint, size int) *Draws {
	d := &Draws{points: points, joint: joint, size: size, order: make([]uint32, size)}
	if joint != nil {
		d.groups = make([]bool, len(joint.groups))
	}
	d.Move(0, size)
	return d
}

// Move goes to the run of n points from first on.
func (d *Draws) Move(first uint32, n int) {
	d.first, d.n, d.orders = first, n, -1
	for i := range d.inputs {
		d.inputs[i].hasShares, d.inputs[i].hasScores = false, false
	}
	clear(d.groups)
}

func (d *Draws) held(input int) *held {
	for len(d.inputs) <= input {
		d.inputs = append(d.inputs, held{})
	}
	h := &d.inputs[input]
	if h.shares == nil {
		h.shares, h.scores = make([]float64, d.size), make([]float64, d.size)
	}
	return h
}

// draw writes coordinate dim of the run's points.
func (d *Draws) draw(out []float64, dim int) {
	if group := dim / dimensions; d.orders != group {
		d.points.order(d.order[:d.n], d.first, group)
		d.orders = group
	}
	d.points.fill(out, d.order[:d.n], dim)
}

// Shares are the shares of cases that lie below an input's draws, by point: strictly
// between 0 and 1, evenly spread. They stand until Move.
func (d *Draws) Shares(input int) []float64 {
	h := d.held(input)
	u := h.shares[:d.n]
	if !h.hasShares {
		if d.joint.connected(input) {
			shareAll(u, d.Scores(input))
		} else {
			d.draw(u, input)
		}
		d.inputs[input].hasShares = true
	}
	return u
}

// Scores are the normal scores of an input's draws, by point. They stand until Move.
func (d *Draws) Scores(input int) []float64 {
	h := d.held(input)
	z := h.scores[:d.n]
	switch {
	case h.hasScores:
	case d.joint.connected(input):
		d.together(input)
	default:
		scoreAll(z, d.Shares(input))
		h.hasScores = true
	}
	return z
}

// together makes the scores of all inputs that an input is connected with: first each
// its own, then, from the last on, since each is mixed from those before it, the mixture.
func (d *Draws) together(input int) {
	at, g := d.joint.place(input)
	if d.groups[at] {
		return
	}
	d.groups[at] = true
	own := make([][]float64, len(g.inputs))
	for k, in := range g.inputs {
		h := d.held(in)
		own[k] = h.scores[:d.n]
		d.draw(h.shares[:d.n], in)
		scoreAll(own[k], h.shares[:d.n])
	}
	for k := len(own) - 1; k >= 0; k-- {
		g.mix(own, k)
	}
}

// filler is a shape that knows a way faster than its Quantile.
type filler interface{ fill(out, scores []float64) }

// Fill writes the figures of a shape under an input's draws, by point; out holds as
// many as the run has points.
func (d *Draws) Fill(out []float64, input int, shape Shape) {
	out = out[:d.n]
	switch s := shape.(type) {
	case Fixed:
		for i := range out {
			out[i] = float64(s)
		}
	case moved:
		d.Fill(out, input, s.of)
		for i, x := range out {
			out[i] = float64(x*s.times) + s.plus
		}
	case within:
		d.Fill(out, input, s.of)
		for i, x := range out {
			out[i] = min(max(x, s.least), s.most)
		}
	case filler:
		s.fill(out, d.Scores(input))
	default:
		for i, u := range d.Shares(input) {
			out[i] = shape.Quantile(u)
		}
	}
}

// Quantiles writes the figures that shares of cases stay below, as Quantile of the shape
// gives them one by one; out may be shares itself.
func Quantiles(out []float64, shape Shape, shares []float64) {
	if h, is := shape.(halves); is {
		for i, u := range shares {
			out[i] = Score(u)
		}
		h.fill(out[:len(shares)], out)
		return
	}
	for i, u := range shares {
		out[i] = shape.Quantile(u)
	}
}

// Same tells whether two shapes are one and the same, so that one draw gives the same
// figure of both.
func Same(a, b Shape) bool {
	switch a := a.(type) {
	case *pert:
		b, ok := b.(*pert)
		return ok && a.least == b.least && a.most == b.most && a.alpha == b.alpha && a.beta == b.beta
	case *samples:
		b, ok := b.(*samples)
		return ok && slices.Equal(a.sorted, b.sorted)
	case within:
		b, ok := b.(within)
		return ok && a.least == b.least && a.most == b.most && Same(a.of, b.of)
	case moved:
		b, ok := b.(moved)
		return ok && a.times == b.times && a.plus == b.plus && Same(a.of, b.of)
	}
	return a != nil && b != nil && reflect.TypeOf(a).Comparable() && a == b
}
