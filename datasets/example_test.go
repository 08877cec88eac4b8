package datasets_test

import (
	"fmt"

	"outrigger/datasets"
)

func Example() {
	data, err := datasets.Load()
	if err != nil {
		fmt.Println(err)
		return
	}
	nepal, _ := data.Countries.ByISO3("NPL")
	for _, day := range []string{"2026-11-23", "2026-11-24"} {
		ldc := nepal.LDCOn(day)
		fmt.Println(nepal.Name, "least developed on", day+":", ldc.State)
	}
	fmt.Println(data.FactsFor("NPL").Inflation[2023])
	// Output:
	// Nepal least developed on 2026-11-23: yes
	// Nepal least developed on 2026-11-24: uncertain
	// 0.07115
}
