package doubt

import "reflect"

// Draws are the draws of all uncertain inputs over a run of points. Each depends on
// the seed, the input's number, the point's number and the joint alone, so that any
// division of the points into runs draws the same. Not safe for use by several
// goroutines at once; each makes its own.
type Draws struct {
	points Points
	joint  *Joint
	first  uint32
	n      int

	input         int // whose shares and scores are held; −1 none
	hasU, hasZ    bool
	u, z, spare   []float64
	group         int // whose correlated scores are held; −1 none
	scores, parts [][]float64
	base          Shape // what spare holds the figures of, for the input held
	filled        bool
}

// NewDraws are the draws of a seed's points, independent where joint is nil, in runs of
// at most size.
func NewDraws(points Points, joint *Joint, size int) *Draws {
	d := &Draws{points: points, joint: joint, u: make([]float64, size), z: make([]float64, size), spare: make([]float64, size)}
	d.Move(0, size)
	return d
}

// Move goes to the run of n points from first on.
func (d *Draws) Move(first uint32, n int) {
	d.first, d.n, d.input, d.group = first, n, -1, -1
}

// hold makes an input the one whose shares and scores are at hand.
func (d *Draws) hold(input int) {
	if d.input != input {
		d.input, d.hasU, d.hasZ, d.filled = input, false, false, false
	}
}

// Shares are the shares of cases that lie below an input's draws, by point: strictly
// between 0 and 1, evenly spread. They stand until another input is asked for.
func (d *Draws) Shares(input int) []float64 {
	d.hold(input)
	u := d.u[:d.n]
	if !d.hasU {
		if d.joint.connected(input) {
			shareAll(u, d.Scores(input))
		} else {
			d.points.Fill(u, d.first, input)
		}
		d.hasU = true
	}
	return u
}

// Scores are the normal scores of an input's draws, by point. They stand until another
// input is asked for.
func (d *Draws) Scores(input int) []float64 {
	d.hold(input)
	if d.hasZ {
		return d.z[:d.n]
	}
	d.hasZ = true
	if d.joint.connected(input) {
		copy(d.z[:d.n], d.together(input))
	} else {
		scoreAll(d.z[:d.n], d.Shares(input))
	}
	return d.z[:d.n]
}

// together gives an input's scores out of those of all inputs it is connected with.
func (d *Draws) together(input int) []float64 {
	at, g := d.joint.place(input)
	if d.group != at {
		d.group = at
		for len(d.scores) < len(g.inputs) {
			d.scores, d.parts = append(d.scores, make([]float64, len(d.z))), append(d.parts, make([]float64, len(d.z)))
		}
		for k, in := range g.inputs {
			own, shares := d.parts[k][:d.n], d.u[:d.n] // scoreAll reads shares again after it has begun to write
			d.points.Fill(shares, d.first, in)
			scoreAll(own, shares)
			g.mix(d.scores[k][:d.n], d.parts[:k+1], k)
		}
	}
	return d.scores[g.position(input)][:d.n]
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
		for i, x := range d.once(input, s.of) {
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

// once draws a shape that the years of an input have in common only once.
func (d *Draws) once(input int, shape Shape) []float64 {
	d.hold(input)
	out := d.spare[:d.n]
	if !d.filled || !Same(d.base, shape) {
		d.Fill(out, input, shape)
		d.base, d.filled = shape, true
	}
	return out
}

// Same tells whether two shapes are one and the same, so that one draw gives the same
// figure of both.
func Same(a, b Shape) bool {
	if a == nil || b == nil || !reflect.TypeOf(a).Comparable() {
		return false
	}
	return a == b
}
