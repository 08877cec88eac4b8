package datasets_test

import (
	"fmt"

	"outrigger/datasets"
	"outrigger/model/plan"
	"outrigger/model/readiness"
)

// From an assessment to what would close its widest gap: ids go in and come out, words
// are the catalogue's.
func ExamplePractices_Readiness() {
	measures, err := datasets.LoadMeasures()
	if err != nil {
		fmt.Println(err)
		return
	}
	practices, err := datasets.LoadPractices(measures)
	if err != nil {
		fmt.Println(err)
		return
	}
	none, three := 0, 3
	gaps, _ := readiness.Gaps(plan.Assessment{Levels: []plan.PracticeLevel{
		{Practice: "device-defence", Level: &none, Target: &three},
	}}, practices.Readiness())
	closers, _ := readiness.Closing(gaps, practices.Readiness())
	for _, c := range closers {
		fmt.Println(c.Measure, c.Practices, c.Missing)
	}
	// Output:
	// endpoint [device-defence] 3
	// mail-filter [device-defence] 3
	// managed-soc [device-defence] 3
	// own-soc [device-defence] 3
}
