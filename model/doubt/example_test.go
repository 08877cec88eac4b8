package doubt_test

import (
	"fmt"

	"outrigger/model/doubt"
)

// Three counts, each tied to the next more closely than the three can be at once.
func Example() {
	count, err := doubt.Around(360, 400, 500)
	if err != nil {
		panic(err)
	}
	joint, repair, err := doubt.Correlation(3, []doubt.Link{{A: 0, B: 1, Strength: 0.8}, {A: 1, B: 2, Strength: 0.8}, {A: 0, B: 2, Strength: -0.25}})
	if err != nil {
		panic(err)
	}
	for _, m := range repair.Moved {
		fmt.Printf("%d and %d: %.2f instead of %.2f\n", m.A, m.B, m.To, m.Strength)
	}
	d := doubt.NewDraws(doubt.NewPoints(1), joint, 4)
	out := make([]float64, 4)
	for input := range 3 {
		d.Fill(out, input, count)
		fmt.Printf("%.1f\n", out)
	}
	// Output:
	// 0 and 1: 0.66 instead of 0.80
	// 1 and 2: 0.66 instead of 0.80
	// 0 and 2: -0.14 instead of -0.25
	// [573.0 381.3 375.4 422.8]
	// [591.7 362.1 394.5 397.5]
	// [466.6 368.2 440.2 386.4]
}
