package plan

import (
	"slices"
	"strconv"

	"outrigger/model/money"
)

// Range says how sure a figure is. The figure itself stays what is planned with; the
// range is drawn around it by the sampled reading.
//
// Low and High are figures of the input's own kind or, where Relative, parts of the
// figure to be added to it: −0.1 and 0.25 around 400 are 360 and 500. Of a growth
// rate they are points added to the rate: −0.02 and 0.03 around 5 % are 3 % and 8 %.
//
// A range belongs to the figure of the base case. A scenario that changes the figure
// takes the range along.
type Range struct {
	// Kind is "low_high": one case in ten lies below Low, half below the figure, one
	// in ten above High. Or "least_most": the figure is the likeliest, nothing lies
	// beyond Low and High (PERT). Or "samples": figures that were seen, each as
	// likely as another.
	Kind     string         `json:"kind"`
	Low      *money.Number  `json:"low"`
	High     *money.Number  `json:"high"`
	Relative bool           `json:"relative"`
	Samples  []money.Number `json:"samples"`
	Extra    Extra          `json:"-"`
}

// The kinds of a range.
const (
	LowHigh   = "low_high"
	LeastMost = "least_most"
	Sampled   = "samples"
)

// MaxSamples is how many samples a range may hold.
const MaxSamples = 10_000

// Doubt holds what the ranges of a plan have in common.
type Doubt struct {
	Seed  int    `json:"seed"` // of the draws; 0 is the same as 1
	Links []Link `json:"links"`
	Extra Extra  `json:"-"`
}

// Link says that two drivers move together, or against each other.
type Link struct {
	A        string `json:"a"` // ids of drivers
	B        string `json:"b"`
	Strength string `json:"strength"` // one of Strengths
	Extra    Extra  `json:"-"`
}

// Strengths are the names of how closely two drivers are tied, from closely together
// to closely against each other.
var Strengths = []string{"strong", "moderate", "weak", "weak_against", "moderate_against", "strong_against"}

// Correlation is what a strength's name stands for, as the correlation of normal
// scores. The steps are a convention of this program, chosen for being told apart in
// a graph; no source prescribes them.
func Correlation(strength string) float64 {
	return map[string]float64{
		"strong": 0.8, "moderate": 0.5, "weak": 0.25,
		"weak_against": -0.25, "moderate_against": -0.5, "strong_against": -0.8,
	}[strength]
}

// FutureInput gives the id of the input a driver's later years hang on, which is what its
// links tie; false where nothing about them can be in doubt.
func (d Driver) FutureInput() (string, bool) {
	field, known := map[string]string{"rate": "growth", "path": "path", "ratio": "ratio", "fit": "fit"}[d.Future.Kind]
	return "drivers/" + d.ID + "/" + field, known
}

// Ends gives the low and high figure of a range around one figure, which is itself
// both if the range has samples; false if one of them has too many digits to be kept.
func (r Range) Ends(in Input, figure money.Number) (low, high money.Number, ok bool) {
	end := func(n *money.Number) money.Number {
		if n == nil {
			return figure
		}
		if !r.Relative {
			return *n
		}
		part := *n
		var err error
		if in.Kind != Growth {
			if part, err = figure.Mul(part); err != nil {
				ok = false
				return figure
			}
		}
		sum, err := figure.Add(part)
		ok = ok && err == nil
		return sum
	}
	ok = true
	low, high = end(r.Low), end(r.High)
	return low, high, ok
}

// Carried is the range that a figure keeps when other numbers take its place. A low and
// a high end around one value become parts of it where the new numbers differ from year
// to year, because two figures cannot stand around several.
func Carried(in Input, before, after Figure) *Range {
	r := before.Range
	if r == nil || r.Relative || r.Kind == Sampled || in.Shape == Once || len(after.Years) == 0 || before.Value == nil || r.Low == nil || r.High == nil {
		return r
	}
	part := func(end money.Number) (*money.Number, bool) {
		d, err := end.Sub(*before.Value)
		if err == nil && in.Kind != Growth {
			if before.Value.IsZero() {
				return nil, false
			}
			d, err = d.Quo(*before.Value)
		}
		d = money.Round(d, partPlaces).Trim(0)
		return &d, err == nil
	}
	low, one := part(*r.Low)
	high, two := part(*r.High)
	if !one || !two {
		return r
	}
	return &Range{Kind: r.Kind, Low: low, High: high, Relative: true, Extra: r.Extra}
}

// partPlaces is to how many places an end is kept as a part of its figure: a hundredth
// of a per cent is finer than anybody knows a range.
const partPlaces = 4

// doubt checks an input's range; f is the figure it stands around.
func (c checker) doubt(in Input, f Figure, place string) {
	r := f.Range
	if r == nil {
		return
	}
	place += "/range"
	switch {
	case !slices.Contains([]string{LowHigh, LeastMost, Sampled}, r.Kind):
		c.choice(place, r.Kind, "low_high, least_most, samples")
	case in.Sure, in.Decision:
		c.fs.add("range_sure", place)
	case in.Whole:
		c.fs.add("range_whole", place)
	case r.Kind == Sampled:
		c.samples(in, f, place)
	case r.Low == nil || r.High == nil:
		c.fs.add("range_end", place)
	case r.Low.Cmp(*r.High) > 0:
		c.fs.add("range_order", place, "low", money.Canonical(*r.Low), "high", money.Canonical(*r.High))
	default:
		c.around(in, f, place)
	}
}

// around looks at the ends of a range in each year.
func (c checker) around(in Input, f Figure, place string) {
	r := f.Range
	switch {
	case r.Relative && (r.Low.IsPos() || r.High.IsNeg()):
		c.fs.add("range_sides", place)
		return
	case !r.Relative && len(f.Years) > 0 && in.Shape != Once:
		c.fs.add("range_by_year", place)
		return
	}
	for _, figure := range f.numbers() {
		low, high, ok := r.Ends(in, figure)
		if low.Cmp(high) > 0 {
			low, high = high, low // a fall by a tenth of −40 is −36
		}
		before := len(*c.fs)
		switch {
		case !ok:
			c.fs.add("number_range", place, "field", place, "digits", strconv.Itoa(money.MaxDigits))
		case low.Cmp(figure) > 0 || high.Cmp(figure) < 0:
			// The post knows best which of the two is out of date; until it says so, the
			// draws keep to the range.
			c.fs.warn("range_outside", place, "value", money.Canonical(figure), "low", money.Canonical(low), "high", money.Canonical(high))
		default:
			c.bound(in, low, place)
			c.bound(in, high, place)
		}
		if len(*c.fs) > before {
			return // the other years would only repeat it
		}
	}
}

// bound keeps the ends of a range where the input's figure may lie.
func (c checker) bound(in Input, n money.Number, place string) {
	switch {
	case in.Min != nil && n.Cmp(*in.Min) < 0:
		c.fs.add("range_below", place, "value", money.Canonical(n), "least", money.Canonical(*in.Min))
	case in.Max != nil && n.Cmp(*in.Max) > 0:
		c.fs.add("range_above", place, "value", money.Canonical(n), "most", money.Canonical(*in.Max))
	}
}

func (c checker) samples(in Input, f Figure, place string) {
	r := f.Range
	switch {
	case len(r.Samples) < 2:
		c.fs.add("range_few", place)
	case r.Relative:
		c.fs.add("range_relative", place)
	case in.Shape != Once && len(f.Years) > 0:
		c.fs.add("range_by_year", place)
	default:
		for _, n := range r.Samples {
			before := len(*c.fs)
			if c.bound(in, n, place); len(*c.fs) > before {
				return
			}
		}
	}
}

// numbers lists what a figure says: the years' values, first year first, then the
// value for all.
func (f Figure) numbers() []money.Number {
	var all []money.Number
	for _, year := range sortedYears(f.Years) {
		all = append(all, f.Years[year])
	}
	if f.Value != nil {
		all = append(all, *f.Value)
	}
	return all
}

// links ties drivers that are there, each pair once.
func (c checker) links() {
	drivers := map[string]Driver{}
	for _, d := range c.p.Drivers {
		drivers[d.ID] = d
	}
	if c.p.Doubt.Seed < 0 {
		c.fs.add("below", "doubt/seed", "value", strconv.Itoa(c.p.Doubt.Seed), "least", "0")
	}
	seen := map[[2]string]bool{}
	for _, l := range c.p.Doubt.Links {
		pair := [2]string{min(l.A, l.B), max(l.A, l.B)}
		place := "doubt/links/" + l.A + "/" + l.B
		for _, id := range []string{l.A, l.B} {
			if d, known := drivers[id]; !known {
				c.fs.add("unknown", place, "value", id)
			} else if !c.uncertain(d) {
				c.fs.warn("link_certain", place, "name", d.Name)
			}
		}
		switch {
		case l.A == l.B:
			c.fs.add("link_self", place, "name", drivers[l.A].Name)
		case seen[pair]:
			c.fs.add("link_twice", place, "a", drivers[l.A].Name, "b", drivers[l.B].Name)
		}
		seen[pair] = true
		if !slices.Contains(Strengths, l.Strength) {
			c.choice(place+"/strength", l.Strength, "strong, moderate, weak, weak_against, moderate_against, strong_against")
		}
	}
}

// uncertain tells whether anything is in doubt about a driver's future.
func (c checker) uncertain(d Driver) bool {
	if d.Future.Kind == "fit" {
		return true
	}
	id, known := d.FutureInput()
	return known && slices.ContainsFunc(c.inputs, func(in Input) bool { return in.ID == id && in.Figure.Range != nil })
}
