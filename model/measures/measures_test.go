package measures

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"outrigger/model/span"
)

func TestSmallProblemsEqualEnumeration(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	for n := range 1500 {
		p := small(r)
		chosen, value, found := enumerate(p)
		got, err := Solve(p, Limits{})
		if errors.Is(err, ErrApart) {
			continue
		}
		if !found {
			if !errors.Is(err, ErrInfeasible) {
				t.Fatalf("%d: %v, want infeasible", n, err)
			}
			continue
		}
		if err != nil || got.Value != value || !got.Proven || !got.Settled || !slices.Equal(got.Chosen, chosen) {
			t.Fatalf("%d: %+v, %v; want %v %v\n%+v", n, got, err, value, chosen, p)
		}
	}
}

func TestKnapsacks(t *testing.T) {
	for _, c := range []struct {
		room           int64
		weight, profit []int64
		want           float64
	}{
		{165, []int64{23, 31, 29, 44, 53, 38, 63, 85, 89, 82}, []int64{92, 57, 49, 68, 60, 43, 67, 84, 87, 72}, 309},
		{26, []int64{12, 7, 11, 8, 9}, []int64{24, 13, 23, 15, 16}, 51},
		{190, []int64{56, 59, 80, 64, 75, 17}, []int64{50, 50, 64, 46, 50, 5}, 150},
		{50, []int64{31, 10, 20, 19, 4, 3, 6}, []int64{70, 20, 39, 37, 7, 5, 10}, 107},
		{104, []int64{25, 35, 45, 5, 25, 3, 2, 2}, []int64{350, 400, 450, 20, 70, 8, 5, 5}, 900},
		{170, []int64{41, 50, 49, 59, 55, 57, 60}, []int64{442, 525, 511, 593, 546, 564, 617}, 1735},
	} {
		got, err := Solve(knapsack(c.profit, [][]int64{c.weight}, []int64{c.room}), Limits{})
		if err != nil || got.Value != c.want || !got.Proven || !got.Settled {
			t.Errorf("room %d: %+v, %v; want %v", c.room, got, err, c.want)
		}
	}
	// Five rows of the instance differ in a figure or two only; all ten count.
	rows := [][]int64{
		{8, 12, 13, 64, 22, 41},
		{8, 12, 13, 75, 22, 41},
		{3, 6, 4, 18, 6, 4},
		{5, 10, 8, 32, 6, 12},
		{5, 13, 8, 42, 6, 20},
		{5, 13, 8, 48, 6, 20},
		{0, 0, 0, 0, 8, 0},
		{3, 0, 4, 0, 8, 0},
		{3, 2, 4, 0, 8, 4},
		{3, 2, 4, 8, 8, 4},
	}
	got, err := Solve(knapsack([]int64{100, 600, 1200, 2400, 500, 2000}, rows, []int64{80, 96, 20, 36, 44, 48, 10, 18, 22, 24}), Limits{})
	if err != nil || got.Value != 3800 {
		t.Errorf("ten rows: %+v, %v; want 3800", got, err)
	}
}

// knapsack makes a problem of one year: a resource for every row.
func knapsack(profits []int64, rows [][]int64, room []int64) Problem {
	const year span.Year = 2027
	var p Problem
	for i, row := range rows {
		p.Resources = append(p.Resources, Resource{ID: fmt.Sprint("r", i), Ceilings: map[span.Year]int64{year: room[i]}})
		_ = row
	}
	for j, v := range profits {
		o := Option{Measure: fmt.Sprintf("m%02d", j), Start: year, Value: float64(v)}
		for i, row := range rows {
			o.Uses = append(o.Uses, Use{fmt.Sprint("r", i), year, row[j]})
		}
		p.Options = append(p.Options, o)
	}
	return p
}
