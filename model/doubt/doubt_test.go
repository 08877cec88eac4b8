package doubt

import (
	"errors"
	"math"
	"slices"
	"testing"
)

func shape(t *testing.T, s Shape, err error) Shape {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func near(t *testing.T, what string, got, want, tolerance float64) {
	t.Helper()
	if math.Abs(got-want) > tolerance {
		t.Errorf("%s is %.10g, want %.10g", what, got, want)
	}
}

func TestLognormalThroughItsPercentilesHasThePublishedMean(t *testing.T) {
	for _, c := range []struct{ low, high, frequency, want float64 }{
		{1, 10, 0.1, 0.4040012826945718},
		{1, 10, 3, 12.120038480837177},
		{100_000, 1_000_000, 0.1, 40400.128269457266},
		{635_000, 19_000_000, 1, 5922706.83351131},
	} {
		s, err := LowHigh95(c.low, c.high)
		near(t, "loss a year", c.frequency*shape(t, s, err).Mean(), c.want, 1e-9*c.want) // the source's own rounding of 1.6448536…
		near(t, "5th percentile", s.Quantile(0.05), c.low, 1e-9*c.low)
		near(t, "95th percentile", s.Quantile(0.95), c.high, 1e-9*c.high)
	}
}

func TestPertIsTheVariantThatItSays(t *testing.T) {
	s, err := Pert(20, 100, 900)
	p := shape(t, s, err).(*pert)
	near(t, "mean", p.Mean(), 220, 1e-12)
	sd := (p.most - p.least) * math.Sqrt(p.alpha*p.beta/((p.alpha+p.beta)*(p.alpha+p.beta)*(p.alpha+p.beta+1)))
	near(t, "standard deviation", sd, 139.3864, 5e-5) // as printed
}

// By the block the same figures come out as one by one.
func TestPertByTheBlockIsTheSame(t *testing.T) {
	for _, c := range [][3]float64{{20, 100, 900}, {0, 0, 1}, {-1, 4, 4}, {0, 1, 2}, {1e6, 1e6 + 1, 3e6}} {
		s, err := Pert(c[0], c[1], c[2])
		shape(t, s, err)
		d, out := NewDraws(NewPoints(4), nil, 4096), make([]float64, 4096)
		d.Fill(out, 1, s)
		for i, u := range d.Shares(1) {
			if want := s.Quantile(u); math.Abs(out[i]-want) > 1e-7*(c[2]-c[0]) {
				t.Fatalf("%v at %v: %v by the block, %v alone", c, u, out[i], want)
			}
		}
	}
}

// Simulated means agree with the closed forms within four standard errors of plain
// dice, which these points stay far inside of.
func TestSimulatedMeansAgreeForTwentySeeds(t *testing.T) {
	lognormal, err := LowHigh(10, 40)
	one := shape(t, lognormal, err)
	beta, err := Pert(20, 100, 900)
	two := shape(t, beta, err)
	root, err := Roots(80, 100, 130)
	three := shape(t, root, err)
	const n = 4096
	for seed := range uint64(20) {
		points := NewPoints(seed)
		for dim, s := range []Shape{one, two, three} {
			sum, squares := 0.0, 0.0
			for i := range uint32(n) {
				x := s.Quantile(points.At(i, dim))
				sum += x
				squares += x * x
			}
			mean := sum / n
			error4 := 4 * math.Sqrt((squares/n-mean*mean)/n)
			near(t, "mean", mean, s.Mean(), error4)
		}
	}
}

// Two dice given as six samples each are independent: their sum has mean 7 and
// variance 35/6, and odd sums occur.
func TestDiceGivenAsSamplesAreIndependent(t *testing.T) {
	die, err := Samples([]float64{3, 1, 6, 2, 5, 4})
	s := shape(t, die, err)
	points := NewPoints(7)
	const n = 1 << 14
	sum, squares, odd := 0.0, 0.0, 0
	for i := range uint32(n) {
		x := s.Quantile(points.At(i, 0)) + s.Quantile(points.At(i, 1))
		sum, squares = sum+x, squares+x*x
		if int(x)%2 == 1 {
			odd++
		}
	}
	mean := sum / n
	const even = 0.02 // the points are even to well below a tenth of this
	near(t, "mean", mean, 7, even)
	near(t, "variance", squares/n-mean*mean, 35.0/6, 3*even)
	near(t, "odd sums", float64(odd)/n, 0.5, even)
	shuffled, err := Samples([]float64{6, 5, 4, 3, 2, 1})
	if again := shape(t, shuffled, err); again.Mean() != s.Mean() || again.Quantile(0.3) != s.Quantile(0.3) {
		t.Error("the order of samples matters")
	}
}

func TestPointsAreEvenInEveryDimensionAndPair(t *testing.T) {
	points := NewPoints(3)
	const k, n = 4, 256
	for dim := range 60 {
		var seen [n]bool
		var box [k * k * k * k]int
		for i := range uint32(n) {
			x, y := points.At(i, dim), points.At(i, dim+1)
			if x <= 0 || x >= 1 {
				t.Fatalf("dimension %d, point %d is %v", dim, i, x)
			}
			seen[int(x*n)] = true
			box[int(x*16)*16+int(y*16)]++
		}
		if i := slices.Index(seen[:], false); i >= 0 {
			t.Errorf("dimension %d leaves interval %d of %d empty", dim, i, n)
		}
		most := 0
		for _, c := range box {
			most = max(most, c)
		}
		if most > 9 { // 256 points in 256 boxes: dice put at most 7 or so in one
			t.Errorf("dimensions %d and %d: %d points in one box", dim, dim+1, most)
		}
	}
}

func TestAPointDependsOnItsNumberAndTheSeedAlone(t *testing.T) {
	a, b := NewPoints(1), NewPoints(2)
	out := make([]float64, 100)
	a.Fill(out, 1000, 5)
	same := 0
	for k, x := range out {
		if x != a.At(1000+uint32(k), 5) {
			t.Fatal("Fill and At differ")
		}
		if x == b.At(1000+uint32(k), 5) {
			same++
		}
	}
	if same > 0 {
		t.Errorf("%d of 100 points are the same under another seed", same)
	}
	// Pinned, so that every machine draws the same.
	for dim, want := range []float64{0.9954472481040284, 0.96350258763413876, 0.23020159301813692} {
		near(t, "a pinned point", NewPoints(7).At(1234, dim*23), want, 0)
	}
}

func TestWhatIsNoRangeIsRefused(t *testing.T) {
	for name, try := range map[string]func() error{
		"low above high":   func() error { _, err := LowHigh(3, 2); return err },
		"likely below low": func() error { _, err := Pert(3, 2, 4); return err },
		"roots backwards":  func() error { _, err := Roots(3, 2, 4); return err },
	} {
		if err := try(); !errors.Is(err, ErrOrder) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := LowHigh(math.NaN(), 1); !errors.Is(err, ErrFinite) {
		t.Errorf("NaN: %v", err)
	}
	if _, err := Samples(nil); !errors.Is(err, ErrFew) {
		t.Errorf("no samples: %v", err)
	}
	for _, c := range [][2]float64{{5, 5}, {-3, 4}, {0, 1}, {1e-300, 1e300}} {
		s, err := LowHigh(c[0], c[1])
		if q := shape(t, s, err).Quantile(0.9); math.Abs(q-c[1]) > 1e-9*math.Abs(c[1]) {
			t.Errorf("%v: 90th percentile %v", c, q)
		}
	}
}

func FuzzShapes(f *testing.F) {
	f.Add(1.0, 2.0, 3.0, 0.5)
	f.Fuzz(func(t *testing.T, a, b, c, u float64) {
		u = math.Mod(math.Abs(u), 1)
		if !(u > 1e-9 && u < 1-1e-9) || math.Abs(a) > 1e12 || math.Abs(c) > 1e12 {
			return
		}
		for _, make := range []func() (Shape, error){
			func() (Shape, error) { return LowHigh(a, c) }, func() (Shape, error) { return Pert(a, b, c) }, func() (Shape, error) { return Roots(a, b, c) },
			func() (Shape, error) { return Around(a, b, c) },
		} {
			if s, err := make(); err == nil {
				if x, y := s.Quantile(u), s.Quantile(u/2+0.5); math.IsNaN(x) || x > y {
					t.Fatalf("%v %v %v at %v: %v above %v", a, b, c, u, x, y)
				}
			}
		}
	})
}

func BenchmarkDraw(b *testing.B) {
	points := NewPoints(1)
	out := make([]float64, 256)
	for b.Loop() {
		points.Fill(out, 0, 3)
	}
}

func BenchmarkPert(b *testing.B) {
	d, out := NewDraws(NewPoints(4), nil, 512), make([]float64, 512)
	for b.Loop() {
		s, _ := Pert(20, 100, 900)
		d.Fill(out, 1, s)
	}
}

// Figures worked out many at a time are those worked out one by one, to the last digit.
func TestQuantilesAreThoseOfEachShare(t *testing.T) {
	least, shares := 20.0, []float64{1e-9, 0.01, 0.1, 0.25, 0.5, 0.500001, 0.77, 0.95, 1 - 1e-9}
	for name, make := range map[string]func() (Shape, error){
		"above nought":   func() (Shape, error) { return Around(10, 30, 200) },
		"very wide":      func() (Shape, error) { return Around(1e-300, 1, 1e300) },
		"from nought":    func() (Shape, error) { return Around(0, 3, 9) },
		"on both sides":  func() (Shape, error) { return Around(-4, 3, 9) },
		"least and most": func() (Shape, error) { return Pert(20, 100, 900) },
		"seen":           func() (Shape, error) { return Samples([]float64{1, 4, 4, 9, 30}) },
		"certain":        func() (Shape, error) { return Fixed(7), nil },
		"bounded": func() (Shape, error) {
			s, err := Around(10, 30, 200)
			return Within(s, &least, nil), err
		},
	} {
		shape, err := make()
		if err != nil {
			t.Fatal(name, err)
		}
		out := slices.Clone(shares)
		Quantiles(out, shape, out)
		for i, u := range shares {
			if out[i] != shape.Quantile(u) {
				t.Errorf("%s: at %g it is %v, not %v", name, u, out[i], shape.Quantile(u))
			}
		}
	}
}
