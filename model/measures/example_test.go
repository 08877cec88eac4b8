package measures_test

import (
	"fmt"

	"outrigger/model/measures"
	"outrigger/model/span"
)

// A post with 1,000.00 and 120 hours in 2027 cannot do everything.
func Example() {
	const year span.Year = 2027
	option := func(id string, value float64, cents, hours int64) measures.Option {
		return measures.Option{Measure: id, Start: year, Value: value, Uses: []measures.Use{
			{Resource: "donor", Year: year, Amount: cents}, {Resource: "analyst", Year: year, Amount: hours * 100},
		}}
	}
	p := measures.Problem{
		Options: []measures.Option{
			option("backup", 900, 60000, 80), option("mfa", 700, 30000, 40), option("monitoring", 800, 40000, 100),
		},
		Resources: []measures.Resource{
			{ID: "donor", Kind: measures.Money, Ceilings: map[span.Year]int64{year: 100000}},
			{ID: "analyst", Kind: measures.Hours, Ceilings: map[span.Year]int64{year: 12000}},
		},
	}
	best, err := measures.Solve(p, measures.Limits{})
	if err != nil {
		panic(err)
	}
	fmt.Println(best.Chosen, best.Value, best.Proven)
	why, err := measures.WhyNot(p, best, "monitoring", measures.Limits{})
	if err != nil {
		panic(err)
	}
	for _, s := range why.Short {
		fmt.Printf("%s %d: needs %d, free %d\n", s.Resource, s.Year, s.Needed, s.Free)
	}
	fmt.Println(*why.Raise)
	// Output:
	// [{backup 2027 } {mfa 2027 }] 1600 true
	// analyst 2027: needs 10000, free 0
	// donor 2027: needs 40000, free 10000
	// {analyst 1 2027 6000}
}
