package chain_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"outrigger/model/calc"
	"outrigger/model/chain"
	"outrigger/model/money"
	"outrigger/model/plan"
	"outrigger/model/span"
)

// wisn is a plan with one role and activities without drivers, so that the
// published cases can be written down as they stand.
func wisn(team, support, additional, activities, staff string) string {
	return fmt.Sprintf(`{"format":"outrigger-plan","version":1,"post":{"country":"VUT"},
"years":{"first":2025,"last_actual":2025,"last":2027},"money":{"currency":"VUV"},
"team":{"time":{%s},"roles":[{"id":"r","name":"Analyst","support":[%s],"additional":[%s],
"staff":{"years":{"2025":%s}}}]},"activities":[%s]}`, team, support, additional, staff, activities)
}

func activity(id string, hours, times string) string {
	return fmt.Sprintf(`{"id":%q,"name":%q,"occurrences":{"value":%q},"hours":{"value":%q},"role":"r"}`, id, id, times, hours)
}

func build(t *testing.T, text string) *chain.Case {
	t.Helper()
	p, findings := plan.Parse([]byte(text))
	if plan.Refused(findings) {
		t.Fatalf("the plan is refused: %v", findings)
	}
	c, findings := chain.Build(p, plan.Facts{})
	if c == nil {
		t.Fatalf("the chain is refused: %v", findings)
	}
	return c
}

func at(t *testing.T, c *chain.Case, id string, year span.Year) float64 {
	t.Helper()
	n, ok := c.Value(calc.ID(id), year, "")
	if !ok {
		t.Fatalf("no figure %s in %d", id, year)
	}
	return money.Float(n)
}

// printed is half of the last digit the sources print.
const printed = 5e-7

func near(t *testing.T, what string, got, want, tolerance float64) {
	t.Helper()
	if math.Abs(got-want) > tolerance {
		t.Errorf("%s is %.9f, want %.9f", what, got, want)
	}
}

const support = `{"id":"%s","name":"%s","amount":{"value":"%s"},"of":{"value":"%s"},"unit":"%s"}`

// Human Resources for Health 15:9 (2017), table 3: a health centre's 10,000
// patients a year, ten visits each, a quarter of an hour a visit.
func TestPublishedWISNCase(t *testing.T) {
	c := build(t, wisn(
		`"possible_days":{"value":"234"},"public_holidays":{"value":"10"},"annual_leave":{"value":"30"},"sick_leave":{"value":"15"},"hours_per_day":{"value":"8"}`,
		fmt.Sprintf(support, "meetings", "Meetings", "10", "179", "days"), "",
		activity("visits", "0.25", "100000"), `"17"`))
	near(t, "workload", at(t, c, "workload/hours", 2026), 25000, 0)
	near(t, "days", at(t, c, "staffing/r/days", 2026), 179, 0)
	near(t, "base", at(t, c, "staffing/r/base", 2026), 17.458101, printed)
	near(t, "CAS", at(t, c, "staffing/r/cas", 2026), 10.0/179, 1e-15)
	near(t, "CAF", at(t, c, "staffing/r/caf", 2026), 1.059172, printed)
	near(t, "required", at(t, c, "staffing/r/required", 2026), 18.4911, 5e-5)
}

func full(staff string, factor int) string {
	return wisn(
		`"possible_days":{"value":"260"},"public_holidays":{"value":"12"},"annual_leave":{"value":"25"},"sick_leave":{"value":"8"},"other_absence":{"value":"5"},"hours_per_day":{"value":"8"}`,
		fmt.Sprintf(support, "weekly", "Weekly", "2", "40", "hours")+","+fmt.Sprintf(support, "monthly", "Monthly", "4", "140", "hours"),
		`{"id":"lead","name":"Lead","people":{"value":"1"},"hours":{"value":"280"}}`,
		strings.Join([]string{
			activity("a", "0.5", fmt.Sprint(2400*factor)), activity("b", "1.5", fmt.Sprint(600*factor)), activity("c", "6", fmt.Sprint(40*factor)),
		}, ","), staff)
}

func TestFullWISNVector(t *testing.T) {
	c := build(t, full(`"2"`, 1))
	for name, want := range map[string]float64{
		"awt": 1680, "base": 1.392857, "cas": 0.0785714, "caf": 1.0852713, "iaf": 0.1666667, "required": 1.6782946, "ratio": 1.1916859,
	} {
		near(t, name, at(t, c, "staffing/r/"+name, 2025), want, printed)
	}
}

func TestDoublingVolumesDoublesTheBaseAndLeavesDutiesAlone(t *testing.T) {
	single, double := build(t, full(`"2"`, 1)), build(t, full(`"2"`, 2))
	const rounding = 1e-12 // of a division kept to 19 digits
	near(t, "base", at(t, double, "staffing/r/base", 2026), 2*at(t, single, "staffing/r/base", 2026), rounding)
	near(t, "IAF", at(t, double, "staffing/r/iaf", 2026), at(t, single, "staffing/r/iaf", 2026), 0)
}

func TestSupportThatLeavesNoTimeIsRefused(t *testing.T) {
	for _, of := range []string{"40", "39"} {
		p, _ := plan.Parse([]byte(wisn(
			`"possible_days":{"value":"234"},"hours_per_day":{"value":"8"}`,
			fmt.Sprintf(support, "all", "All", "40", of, "hours"), "", activity("a", "1", "10"), `"1"`)))
		c, findings := chain.Build(p, plan.Facts{})
		if c != nil || len(findings) == 0 || findings[len(findings)-1].Code != "plan.support_full" {
			t.Errorf("40 of %s hours on support: case %v, findings %v", of, c != nil, findings)
		}
	}
}
