package datasets_test

import (
	"fmt"

	"outrigger/datasets"
)

// What is published about a measure is shown beside the figure it speaks of: here how
// much more rarely incidents happen with multi-factor authentication. The far larger
// figure for single accounts stands beside another effect.
func ExampleLoadMeasures() {
	measures, err := datasets.LoadMeasures()
	if err != nil {
		fmt.Println(err)
		return
	}
	mfa, _ := measures.ByID("mfa")
	fmt.Println(mfa.Function, mfa.CSF, mfa.Needs)
	for _, p := range measures.Evidence("mfa") {
		if share, ok := p.Share(); ok {
			fmt.Println(p.Part, p.Scale, share, p.Grade, p.Source.Publisher, p.Year)
		}
	}
	// Output:
	// PR [PR.AA-03] [leaver-process]
	// takeovers account 0.9922 B Microsoft 2023
	// takeovers account 0.9856 B Microsoft 2023
	// sign-in likelihood 0.2857 C Marsh McLennan Cyber Risk Analytics Center 2023
}
