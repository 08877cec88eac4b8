package readiness_test

import (
	"fmt"

	"outrigger/model/plan"
	"outrigger/model/readiness"
)

// An overall score never comes without the practices that pull it down.
func ExampleStanding_Overall() {
	catalogue := readiness.Catalogue{Domains: []string{"online", "recovery"}, Practices: []readiness.Practice{
		{ID: "encrypted-site", Domain: "online"},
		{ID: "mail-domains", Domain: "online"},
		{ID: "tested-backups", Domain: "recovery"},
		{ID: "incident-exercises", Domain: "recovery"},
	}}
	two, four, none := 2, 4, 0
	s := readiness.Read(plan.Assessment{Levels: []plan.PracticeLevel{
		{Practice: "encrypted-site", Level: &four, Evidence: "grade A, October"},
		{Practice: "mail-domains", Level: &four, Evidence: "DMARC reports"},
		{Practice: "tested-backups", Level: &two}, // no evidence: it does not count
		{Practice: "incident-exercises", Level: &none},
	}}, catalogue)
	score, lowest := s.Overall()
	fmt.Println(score.Judged, score.Counted, score.Given, "of", score.Of)
	for _, h := range lowest {
		fmt.Println(h.Practice, h.Level, h.Counts)
	}
	// Output:
	// 2.5 2 4 of 4
	// incident-exercises 0 0
	// tested-backups 2 0
	// encrypted-site 4 4
}
