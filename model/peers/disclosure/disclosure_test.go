package disclosure_test

import (
	"errors"
	"fmt"
	"math"
	"reflect"
	"slices"
	"testing"

	"outrigger/model/peers/disclosure"
)

// cell makes a cell of posts by letter: "abc" are three posts in their first version,
// capitals in their second. The figure of a post is its place in the alphabet.
func cell(group, posts string) disclosure.Cell {
	c := disclosure.Cell{Family: "f", Metric: "m", Group: group}
	for _, p := range posts {
		m := disclosure.Member{Post: string(p), Version: 1, Figure: float64(p-'a') + 1}
		if p < 'a' {
			m = disclosure.Member{Post: string(p - 'A' + 'a'), Version: 2, Figure: float64(p-'A') + 31}
		}
		c.Members = append(c.Members, m)
	}
	return c
}

func control(t *testing.T, rule disclosure.Rule) *disclosure.Control {
	t.Helper()
	c, err := disclosure.New(rule, nil)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestCellsThatWouldSingleOutAFewAreHeldBack(t *testing.T) {
	for _, c := range []struct {
		name   string
		before []string
		next   string
		why    disclosure.Reason
		small  int
	}{
		{"five posts", nil, "abcde", "", 0},
		{"four posts", nil, "abcd", disclosure.Few, 4},
		{"the same again", []string{"abcdefghij"}, "abcdefghij", "", 0},
		{"one joins", []string{"abcdefghij"}, "abcdefghijk", disclosure.Parted, 1},
		{"one leaves", []string{"abcdefghij"}, "abcdefghi", disclosure.Parted, 1},
		{"one restates", []string{"abcdefghij"}, "Abcdefghij", disclosure.Parted, 1},
		{"all restate", []string{"abcdefghij"}, "ABCDEFGHIJ", "", 0},
		{"half of it", []string{"abcdefghij"}, "abcde", "", 0},
		{"all but four", []string{"abcdefghij"}, "abcdef", disclosure.Parted, 4},
		{"five join", []string{"abcdefghij"}, "abcdefghijklmno", "", 0},
		{"one overlaps", []string{"abcdefghij"}, "jklmnopq", disclosure.Parted, 1},
		{"apart altogether", []string{"abcde"}, "fghij", "", 0},
		{"the rest of two", []string{"abcdefghijklmn", "abcde"}, "fghij", disclosure.Parted, 4},
		{"three overlap in one", []string{"abcdefghij", "fghijklmno"}, "abcdefghijklmno", "", 0},
		{"differences of differences", []string{"abcdefghijklmnopqrst", "abcdefghij"}, "abcdeklmnopq", disclosure.Parted, 3},
	} {
		control := control(t, disclosure.Usual())
		for _, posts := range c.before {
			if _, held, err := control.Release([]disclosure.Cell{cell(posts, posts)}); err != nil || len(held) > 0 {
				t.Fatalf("%s: %v %v", c.name, held, err)
			}
		}
		told, held, err := control.Release([]disclosure.Cell{cell("next", c.next)})
		if err != nil {
			t.Fatal(err)
		}
		if c.why == "" {
			if len(told) != 1 || len(held) != 0 || told[0].N != len(c.next) {
				t.Errorf("%s: %v, held %v", c.name, told, held)
			}
			continue
		}
		if len(told) != 0 || len(held) != 1 || held[0] != (disclosure.Held{Metric: "m", Group: "next", N: len(c.next), Why: c.why, Small: c.small}) {
			t.Errorf("%s: %v, held %+v", c.name, told, held)
		}
	}
}

func with(figures ...float64) disclosure.Cell {
	c := disclosure.Cell{Family: "f", Metric: "m", Group: "g", Total: true}
	for i, x := range figures {
		c.Members = append(c.Members, disclosure.Member{Post: string(rune('a' + i)), Version: 1, Figure: x})
	}
	return c
}

func TestFiguresThatGiveThemselvesAwayAreHeldBack(t *testing.T) {
	quartiles := with(100, 1, 1, 2, 3)
	quartiles.Total = false
	for name, c := range map[string]struct {
		cell disclosure.Cell
		why  disclosure.Reason
	}{
		"spread":                    {with(10, 20, 30, 40, 50), ""},
		"all alike":                 {with(30, 30, 30, 30, 30), disclosure.Alike},
		"one apart, who may attack": {with(30, 31, 30, 31, 90), disclosure.Alike},
		"all nought":                {with(0, 0, 0, 0, 0), disclosure.Alike},
		"one is nearly all":         {with(100, 1, 1, 2, 3), disclosure.Dominated},
		"two are nearly all":        {with(50, 50, 3, 4, 5), disclosure.Dominated},
		"margin of the largest":     {with(200, 20, 7, 6, 6), disclosure.Dominated}, // 19 of 200 left: 9.5 %
		"large, but no total told":  {quartiles, ""},
	} {
		_, held, err := control(t, disclosure.Usual()).Release([]disclosure.Cell{c.cell})
		if err != nil {
			t.Fatal(err)
		}
		got := disclosure.Reason("")
		if len(held) > 0 {
			got = held[0].Why
		}
		if got != c.why {
			t.Errorf("%s: %q, want %q", name, got, c.why)
		}
	}
}

// What is large among ten may dominate the five it would be left with.
func TestDominanceIsJudgedAmongThoseThatBelongTogether(t *testing.T) {
	whole := with(100, 1, 2, 3, 4, 60, 50, 40, 30, 20)
	part := whole
	part.Members, part.Group = whole.Members[:5], "part"
	c := control(t, disclosure.Usual())
	told, held, err := c.Release([]disclosure.Cell{whole, part})
	if err != nil || len(told) != 1 || len(held) != 1 || held[0].Why != disclosure.Dominated || held[0].Small != 5 {
		t.Errorf("%v %v %v", told, held, err)
	}
	// nor may the other half be told, which would give the first away by difference
	part.Members, part.Group = whole.Members[5:], "rest"
	if told, held, err = c.Release([]disclosure.Cell{part}); err != nil || len(told) != 0 || held[0].Why != disclosure.Dominated {
		t.Errorf("%v %v %v", told, held, err)
	}
}

// Metrics of one family tell about one another; others do not.
func TestAFamilyIsJudgedTogether(t *testing.T) {
	all, fewer := cell("all", "abcdefghij"), cell("all", "abcdefghi")
	fewer.Metric = "other"
	if _, held, _ := control(t, disclosure.Usual()).Release([]disclosure.Cell{all, fewer}); len(held) != 1 || held[0].Why != disclosure.Parted {
		t.Errorf("one family: %v", held)
	}
	fewer.Family = "g"
	if told, held, _ := control(t, disclosure.Usual()).Release([]disclosure.Cell{all, fewer}); len(told) != 2 {
		t.Errorf("two families: %v", held)
	}
}

func TestWhatIsToldIsRoundedAndNothingElse(t *testing.T) {
	c := with(10.123, 20.456, 30.789, 44.44, 1234.5)
	for digits, want := range map[int][4]float64{0: {20.456, 30.789, 44.44, 1340.308}, 2: {20, 31, 44, 1300}, 3: {20.5, 30.8, 44.4, 1340}} {
		p := disclosure.Tell(c, digits)
		if got := [4]float64{p.Low, p.Median, p.High, *p.Total}; got != want || p.N != 5 {
			t.Errorf("%d digits: %v, want %v", digits, got, want)
		}
	}
	c.Total = false
	for i, x := range []float64{-.0712, -.05, 0, .0567, .0999} {
		c.Members[i].Figure = x
	}
	if p := disclosure.Tell(c, 1); p.Total != nil || p.Low != -.05 || p.Median != 0 || p.High != .06 {
		t.Errorf("%+v", p)
	}
}

func TestTheControlGoesOnFromWhatWasPublished(t *testing.T) {
	c := control(t, disclosure.Usual())
	if _, _, err := c.Release([]disclosure.Cell{cell("all", "abcdefghij"), cell("five", "abcde")}); err != nil {
		t.Fatal(err)
	}
	again, err := disclosure.New(disclosure.Usual(), c.Past())
	if err != nil {
		t.Fatal(err)
	}
	next := []disclosure.Cell{cell("all", "abcdefghijk"), cell("all", "ABCDEFGHIJ"), cell("six", "abcdef")}
	told, held, err := c.Release(next)
	toldAgain, heldAgain, errAgain := again.Release(next)
	if err != nil || errAgain != nil || !reflect.DeepEqual(told, toldAgain) || !slices.Equal(held, heldAgain) || len(told) != 1 {
		t.Errorf("%v %v %v\n%v %v %v", told, held, err, toldAgain, heldAgain, errAgain)
	}
	last, known := c.Last("m", "five")
	if !known || last.Median != 3 || last.N != 5 {
		t.Errorf("%+v", last)
	}
	if last, _ := c.Last("m", "all"); last.Median != 36 { // 31 to 40 lie about 35.5
		t.Errorf("%+v", last)
	}
	if _, known := c.Last("m", "six"); known {
		t.Error("what was held back was told")
	}
}

func TestWhatCannotBeJudgedIsRefusedWhole(t *testing.T) {
	twice := cell("all", "abcdefa")
	void := cell("all", "abcde")
	void.Members[0].Figure = math.NaN()
	debt := with(-1, 2, 3, 4, 5)
	changed := cell("all", "abcde")
	changed.Members[0].Figure = 99
	for name, c := range map[string]struct {
		cell disclosure.Cell
		want error
	}{
		"twice": {twice, disclosure.ErrTwice}, "no figure": {void, disclosure.ErrFigure}, "a total of debts": {debt, disclosure.ErrFigure}, "restated under one version": {changed, disclosure.ErrRestated},
	} {
		control := control(t, disclosure.Usual())
		if _, _, err := control.Release([]disclosure.Cell{cell("all", "abcde")}); err != nil {
			t.Fatal(err)
		}
		told, held, err := control.Release([]disclosure.Cell{cell("other", "fghijk"), c.cell})
		if !errors.Is(err, c.want) || told != nil || held != nil || len(control.Past()) != 1 {
			t.Errorf("%s: %v %v %v, %d published", name, told, held, err, len(control.Past()))
		}
		if _, err := disclosure.New(disclosure.Usual(), []disclosure.Cell{cell("all", "abcde"), c.cell}); !errors.Is(err, c.want) {
			t.Errorf("%s in what was published: %v", name, err)
		}
	}
}

// One leaves and one joins: the new cell is held back, and a pack shows the old one.
func ExampleControl_Release() {
	members := func(posts string) (all []disclosure.Member) {
		for i, p := range posts {
			all = append(all, disclosure.Member{Post: string(p), Version: 1, Figure: float64(100 + 37*i)})
		}
		return all
	}
	control, err := disclosure.New(disclosure.Usual(), nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	release := func(posts string) {
		told, held, err := control.Release([]disclosure.Cell{{Family: "spend", Metric: "spend_per_employee", Group: "SIDS", Members: members(posts)}})
		fmt.Println(len(told), held, err)
	}
	release("abcdefgh")
	release("abcdefgi")
	last, _ := control.Last("spend_per_employee", "SIDS")
	fmt.Println(last.N, last.Low, last.Median, last.High)
	// Output:
	// 1 [] <nil>
	// 0 [{spend_per_employee SIDS 8 parted 1}] <nil>
	// 8 160 230 290
}
