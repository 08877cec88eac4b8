package doubt

import (
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// Higham (2002), section 4: the nearest correlation matrix to ones on the diagonal and
// beside it and nought in the corners has 0.7607 beside the diagonal and 0.1573 in the
// corners.
func TestContradictoryLinksAreRepairedToTheNearest(t *testing.T) {
	j, repair, err := Correlation(3, []Link{{0, 1, 1}, {1, 2, 1}})
	if err != nil {
		t.Fatal(err)
	}
	const printed = 5e-5
	near(t, "beside the diagonal", j.Strength(0, 1), 0.7607, printed)
	near(t, "beside the diagonal", j.Strength(2, 1), 0.7607, printed)
	near(t, "in the corner", j.Strength(0, 2), 0.1573, printed)
	if len(repair.Moved) != 2 {
		t.Fatalf("repair tells of %v", repair)
	}
	near(t, "what moved", repair.Moved[0].To-repair.Moved[0].Strength, -0.2393, printed)
	near(t, "what nobody named", repair.Unnamed.Strength, 0.1573, printed)
}

func TestLinksThatDoNotContradictStayAsTheyWereGiven(t *testing.T) {
	links := []Link{{4, 1, 0.5}, {1, 6, -0.25}, {2, 3, 0.8}, {2, 3, 0.8}, {5, 0, 0}}
	j, repair, err := Correlation(8, links)
	if err != nil || len(repair.Moved) > 0 || repair.Unnamed != (Link{}) {
		t.Fatal(repair, err)
	}
	for _, l := range links {
		near(t, "strength", j.Strength(l.B, l.A), l.Strength, 0)
	}
	near(t, "strength of what is not tied", j.Strength(4, 2), 0, 0)
	near(t, "strength with itself", j.Strength(7, 7), 1, 0)
	for input, tied := range []bool{false, true, true, true, true, false, true, false} {
		if j.Tied(input) != tied {
			t.Errorf("input %d tied: %v", input, j.Tied(input))
		}
	}
	if none, _, err := Correlation(3, []Link{{0, 1, 0}}); none != nil || err != nil {
		t.Error("a link of no strength ties", none, err)
	}
}

func TestAPlainContradictionKeepsAsMuchAsItCan(t *testing.T) {
	j, repair, err := Correlation(3, []Link{{0, 1, 0.8}, {1, 2, 0.8}, {0, 2, -0.8}})
	if err != nil || len(repair.Moved) != 3 {
		t.Fatal(repair, err)
	}
	near(t, "first", j.Strength(0, 1), 0.5, 1e-6) // all three give way alike: ½, ½, −½ is singular
	near(t, "third", j.Strength(0, 2), -0.5, 1e-6)
}

func TestWhatIsNoLinkIsRefused(t *testing.T) {
	for _, c := range []struct {
		link []Link
		want error
	}{
		{[]Link{{0, 0, 0.5}}, ErrSelf},
		{[]Link{{0, 1, 1.01}}, ErrStrength},
		{[]Link{{0, 1, math.NaN()}}, ErrStrength},
		{[]Link{{0, 2, 0.5}}, ErrInput},
		{[]Link{{-1, 1, 0.5}}, ErrInput},
		{[]Link{{0, 1, 0.5}, {1, 0, 0.4}}, ErrTwice},
	} {
		_, _, err := Correlation(2, c.link)
		var at *LinkError
		if !errors.Is(err, c.want) || !errors.As(err, &at) || at.Link.Strength != c.link[len(c.link)-1].Strength && !math.IsNaN(at.Link.Strength) {
			t.Errorf("%v: %v", c.link, err)
		}
	}
}

// The correlation of the normal scores is what was asked for, for twenty seeds, and the
// inputs keep their own shapes.
func TestDrawsAreTiedAsTheLinksSay(t *testing.T) {
	j, _, err := Correlation(4, []Link{{0, 3, 0.8}, {3, 2, -0.25}})
	if err != nil {
		t.Fatal(err)
	}
	const n = 4096
	for seed := range uint64(20) {
		d := NewDraws(NewPoints(seed), j, n)
		var z [4][]float64
		for input := range z {
			z[input] = append(z[input], d.Scores(input)...)
			sum, squares := 0.0, 0.0
			for _, x := range z[input] {
				sum += x
				squares += x * x
			}
			near(t, "mean", sum/n, 0, 4/math.Sqrt(n))
			near(t, "variance", squares/n, 1, 4*math.Sqrt(2.0/n))
		}
		for a := range z {
			for b := range a {
				product := 0.0
				for i := range n {
					product += z[a][i] * z[b][i]
				}
				rho := j.Strength(a, b)
				near(t, "correlation", product/n, rho, 4*math.Sqrt((1+rho*rho)/n))
			}
		}
	}
}

func TestTheRunDoesNotMatter(t *testing.T) {
	j, _, err := Correlation(3, []Link{{0, 2, 0.5}})
	if err != nil {
		t.Fatal(err)
	}
	shape, err := Pert(20, 100, 900)
	s := Scaled(shapeOf(t, shape, err), 3)
	whole := make([]float64, 1000)
	NewDraws(NewPoints(9), j, 1000).Fill(whole, 2, s)
	d := NewDraws(NewPoints(9), j, 64)
	part := make([]float64, 64)
	for first := 0; first < 1000; first += 64 {
		n := min(64, 1000-first)
		d.Move(uint32(first), n)
		d.Fill(part[:n], 1, s) // another input in between
		d.Fill(part[:n], 2, s)
		for i, x := range part[:n] {
			if x != whole[first+i] {
				t.Fatalf("draw %d differs", first+i)
			}
		}
	}
}

func shapeOf(t *testing.T, s Shape, err error) Shape { return shape(t, s, err) }

func FuzzCorrelation(f *testing.F) {
	f.Add(0.5, 0.5, -0.9, 0.1)
	f.Fuzz(func(t *testing.T, a, b, c, d float64) {
		for _, x := range []float64{a, b, c, d} {
			if !(math.Abs(x) <= 1) {
				return
			}
		}
		j, _, err := Correlation(4, []Link{{0, 1, a}, {1, 2, b}, {0, 2, c}, {2, 3, d}})
		if err != nil {
			t.Fatal(err)
		}
		for i := range 4 {
			for k := range 4 {
				if s := j.Strength(i, k); !(math.Abs(s) <= 1) || s != j.Strength(k, i) {
					t.Fatalf("strength of %d and %d is %v", i, k, s)
				}
			}
		}
	})
}

// Whatever is said about forty inputs, the repair is a matrix of correlations, nearer to
// what was said than other repairs in use are: cutting the eigenvalues off once, or
// weakening all links alike.
func TestARepairIsNearerThanOthers(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for _, n := range []int{6, 12, 40} {
		said := unit(n)
		var links []Link
		for i := range n {
			for k := range i {
				if r.IntN(3) > 0 {
					s := float64(r.IntN(17)-8) / 10
					said[i][k], said[k][i] = s, s
					links = append(links, Link{i, k, s})
				}
			}
		}
		j, _, err := Correlation(n, links)
		if err != nil {
			t.Fatal(err)
		}
		used := unit(n)
		for i := range n {
			for k := range n {
				used[i][k] = j.Strength(i, k)
			}
		}
		if _, ok := cholesky(used); !ok {
			t.Errorf("%d inputs: no matrix of correlations", n)
		}
		values, _ := eigen(said)
		least := slices.Min(values)
		if least > 0 {
			t.Fatalf("%d inputs do not contradict each other", n)
		}
		weaker := unit(n)
		for i := range n {
			for k := range i {
				weaker[i][k] = said[i][k] / (1 - least)
				weaker[k][i] = weaker[i][k]
			}
		}
		got := apart(used, said)
		if cut := apart(scaledToUnit(raised(said, smallest)), said); got > cut {
			t.Errorf("%d inputs: %v away, cut off only %v", n, got, cut)
		}
		if weak := apart(weaker, said); got > weak {
			t.Errorf("%d inputs: %v away, weakened only %v", n, got, weak)
		}
	}
}

func apart(a, b [][]float64) float64 {
	sum := 0.0
	for i := range a {
		for k := range a {
			sum += (a[i][k] - b[i][k]) * (a[i][k] - b[i][k])
		}
	}
	return math.Sqrt(sum)
}
