package chain_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"outrigger/model/calc"
	"outrigger/model/chain"
	"outrigger/model/forecast"
	"outrigger/model/money"
	"outrigger/model/plan"
	"outrigger/model/span"
)

// forecasting is a plan whose only driver is forecast from five years of counts.
func forecasting(t *testing.T, kind string) *chain.Case {
	t.Helper()
	text := fmt.Sprintf(`{"format":"outrigger-plan","version":1,"post":{"country":"VUT"},
"years":{"first":2021,"last_actual":2025,"last":2028},"money":{"currency":"VUV"},
"drivers":[{"id":"d","name":"Reports","unit":"reports","history":{"years":{"2021":340,"2022":400,"2023":460,"2024":540,"2025":610},"grade":"measured"},"future":{"kind":%q}}],
"team":{"time":{"possible_days":{"value":230},"hours_per_day":{"value":8}},"roles":[{"id":"r","name":"Analyst","staff":{"value":0.5}}]},
"activities":[{"id":"a","name":"Triage","driver":"d","occurrences":{"value":1},"hours":{"value":2},"role":"r"}]}`, kind)
	p, findings := plan.Parse([]byte(text))
	if plan.Refused(findings) {
		t.Fatal(findings)
	}
	c, findings := chain.Build(p, plan.Facts{Forecast: forecast.Calibration{Spread: 0.25, Step: 0.57, Factor: 1.5, Power: 0.725, Few: 0.81, Up: 1.02, Down: 0.82}})
	if c == nil {
		t.Fatal(findings)
	}
	return c
}

func TestAForecastDriverCarriesItsDoubtToEveryHeadline(t *testing.T) {
	c := forecasting(t, "fit")
	mid := at(t, c, "drivers/d/volume", 2028)
	if mid < 650 || mid > 950 {
		t.Errorf("610 reports and rising come to %.0f in three years", mid)
	}
	x := c.Ranges("", 4096, 2, "drivers/d/volume", c.Staffing.RequiredTotal, "staffing/r/awt")
	for _, q := range []struct {
		share float64
		row   string
	}{{0.1, "drivers/d/fit_low"}, {0.5, "drivers/d/fit"}, {0.9, "drivers/d/fit_high"}} {
		got, _ := x.Quantile("drivers/d/volume", 2028, q.share)
		near(t, q.row, got, at(t, c, q.row, 2028), 0.005*mid) // of 4,096 draws
	}
	low, _ := x.Quantile(c.Staffing.RequiredTotal, 2028, 0.1)
	high, _ := x.Quantile(c.Staffing.RequiredTotal, 2028, 0.9)
	if exact := at(t, c, string(c.Staffing.RequiredTotal), 2028); !(low < exact && exact < high) {
		t.Errorf("people required: %v within %v and %v", exact, low, high)
	}
	if x.Doubtful("staffing/r/awt") {
		t.Error("working time is in doubt")
	}
	actual, _ := x.Quantile("drivers/d/volume", 2023, 0.9)
	near(t, "an actual year", actual, 460, 0)
	if again := c.Ranges("", 4096, 7, c.Staffing.RequiredTotal); again != nil {
		if h, _ := again.Quantile(c.Staffing.RequiredTotal, 2028, 0.9); h != high {
			t.Errorf("seven workers draw %v, two %v", h, high)
		}
	}
}

func TestAPlanWithoutForecastsHasNoRanges(t *testing.T) {
	if x := forecasting(t, "compound").Ranges("", 100, 1, "workload/hours"); x != nil {
		t.Error("ranges out of nothing")
	}
}

func TestAForecastIsAtBestAnEstimate(t *testing.T) {
	s := forecasting(t, "fit").State("")
	if e := s.Evidence("drivers/d/fit"); e != calc.Estimated {
		t.Errorf("a forecast of measured counts is %v", e)
	}
	n, _ := s.Value("drivers/d/fit", 2027)
	if text := money.Canonical(n); strings.Contains(text, ".") && len(text)-strings.IndexByte(text, '.')-1 > 4 {
		t.Errorf("a forecast is kept as %s", text)
	}
}

// doubtful is a plan of two drivers, a role, a line and a scenario, with the ranges
// and links to be tried.
func doubtful(t *testing.T, future, cost, links string) *chain.Case {
	t.Helper()
	return build(t, fmt.Sprintf(`{"format":"outrigger-plan","version":1,"post":{"country":"VUT"},
"years":{"first":2025,"last_actual":2025,"last":2027},"money":{"currency":"VUV"},
"drivers":[{"id":"d","name":"Reports","history":{"value":400},"future":%s},
{"id":"e","name":"Parcels","history":{"value":1000},"future":{"kind":"path","path":{"years":{"2026":1100,"2027":1300},"range":{"kind":"low_high","relative":true,"low":-0.1,"high":0.25}}}},
{"id":"f","name":"Boxes","history":{"value":50},"future":{"kind":"path","path":{"value":60,"range":{"kind":"samples","samples":[50,60,70,80]}}}}],
"team":{"time":{"possible_days":{"value":230},"hours_per_day":{"value":8}},"roles":[{"id":"r","name":"Analyst","staff":{"value":1}}]},
"activities":[{"id":"a","name":"Triage","driver":"d","occurrences":{"value":1},"hours":{"value":2},"role":"r"}],
"lines":[{"id":"l","name":"Licences","category":"software","kind":"run","unit":"seats","quantity":{"value":10},"unit_cost":%s,"price_year":2025,"price_path":"fixed"}],
"scenarios":[{"id":"s","name":"Dear","overrides":[{"input":"lines/l/unit_cost","value":3000},{"input":"drivers/e/path","years":{"2027":2000}}]}],
"doubt":{"seed":3,"links":[%s]}}`, future, cost, links))
}

const (
	rate = `{"kind":"rate","rate":{"value":0.1,"range":{"kind":"low_high","low":0.02,"high":0.3}}}`
	cost = `{"value":1500,"range":{"kind":"low_high","low":1000,"high":2500}}`
)

// Ten thousand even points find a percentile to well within this part of the range.
const drawn = 0.004

func TestARangeTypedIsTheRangeDrawn(t *testing.T) {
	c := doubtful(t, rate, cost, "")
	x := c.Ranges("", 10_000, 2, "lines/l/unit_cost", "drivers/d/volume", "drivers/e/volume", "drivers/f/volume", "drivers/d/growth")
	for _, q := range []struct {
		row   calc.ID
		year  span.Year
		share float64
		want  float64
	}{
		{"lines/l/unit_cost", 2026, 0.1, 1000},
		{"lines/l/unit_cost", 2026, 0.5, 1500},
		{"lines/l/unit_cost", 2026, 0.9, 2500},
		{"drivers/d/growth", 2026, 0.9, 0.3},
		{"drivers/d/volume", 2027, 0.1, 400 * 1.02 * 1.02}, // one draw holds for both years
		{"drivers/d/volume", 2027, 0.9, 400 * 1.3 * 1.3},
		{"drivers/e/volume", 2026, 0.1, 990},
		{"drivers/e/volume", 2027, 0.9, 1625},
		{"drivers/f/volume", 2027, 0.2, 50},
		{"drivers/f/volume", 2027, 0.99, 80},
	} {
		got, ok := x.Quantile(q.row, q.year, q.share)
		if !ok || math.Abs(got-q.want) > drawn*q.want {
			t.Errorf("%s in %d, share %v: %v, want %v", q.row, q.year, q.share, got, q.want)
		}
	}
}

func TestAScenarioTakesARangeAlong(t *testing.T) {
	c := doubtful(t, rate, cost, "")
	x := c.Ranges("s", 10_000, 2, "lines/l/unit_cost", "drivers/e/volume")
	for _, q := range []struct {
		row   calc.ID
		year  span.Year
		share float64
		want  float64
	}{{"lines/l/unit_cost", 2026, 0.1, 2000}, {"lines/l/unit_cost", 2026, 0.9, 5000}, {"drivers/e/volume", 2027, 0.9, 2500}, {"drivers/e/volume", 2026, 0.9, 1375}} {
		if got, _ := x.Quantile(q.row, q.year, q.share); math.Abs(got-q.want) > drawn*q.want {
			t.Errorf("%s in %d, share %v: %v, want %v", q.row, q.year, q.share, got, q.want)
		}
	}
}

func TestAFigureBesideItsRangeIsDrawnWithinIt(t *testing.T) {
	x := doubtful(t, rate, `{"value":4000,"range":{"kind":"least_most","low":1000,"high":2500}}`, "").Ranges("", 1000, 1, "lines/l/unit_cost")
	if most, _ := x.Quantile("lines/l/unit_cost", 2026, 1); most > 2500 || most < 2400 {
		t.Errorf("the most is %v", most)
	}
}

func TestLinkedDriversAreDrawnTogether(t *testing.T) {
	free, tied := doubtful(t, rate, cost, ""), doubtful(t, rate, cost, `{"a":"d","b":"e","strength":"strong"}`)
	if n, known := tied.Correlation("", "e", "d"); !known || n != 0.8 {
		t.Errorf("drawn with %v (%v)", n, known)
	}
	if n, known := tied.Correlation("", "d", "f"); !known || n != 0 {
		t.Errorf("not linked: %v (%v)", n, known)
	}
	// What each is drawn from stays as it was; how often both are high does not.
	apart := func(c *chain.Case) float64 {
		x := c.Ranges("", 10_000, 2, "drivers/d/volume", "drivers/e/volume")
		for row, want := range map[calc.ID]float64{"drivers/d/volume": 400 * 1.3 * 1.3, "drivers/e/volume": 1625} {
			if got, _ := x.Quantile(row, 2027, 0.9); math.Abs(got-want) > 3*drawn*want {
				t.Errorf("%s: nine in ten are below %v, want %v", row, got, want)
			}
		}
		share, _ := x.Below("drivers/d/volume", "drivers/e/volume", 2027)
		return share
	}
	if a, b := apart(free), apart(tied); a < 0.9 || b < a {
		t.Errorf("reports are below parcels in %v of draws, linked in %v", a, b)
	}
}

func TestLinksThatContradictAreRepairedAndSaid(t *testing.T) {
	links := `{"a":"d","b":"e","strength":"strong"},{"a":"e","b":"f","strength":"strong"},{"a":"d","b":"f","strength":"strong_against"}`
	c := doubtful(t, rate, cost, links)
	_, findings := chain.Build(c.Plan, plan.Facts{})
	if len(findings) != 1 || findings[0].Code != "plan.links_repaired" || !findings[0].Warning || findings[0].Args["said"] == findings[0].Args["now"] {
		t.Errorf("findings %v", findings)
	}
	if x := c.Ranges("", 1000, 1, "drivers/d/volume"); x == nil {
		t.Error("nothing is drawn")
	}
}

func TestSwingsAreThoseOfTheExactReading(t *testing.T) {
	c := doubtful(t, rate, cost, "")
	total := c.Financing.GapTotal.Local
	swings := c.Swings("", total)
	if len(swings) != 1 || swings[0].Input != "lines/l/unit_cost" { // staff is not costed here
		t.Fatalf("swings %v", swings)
	}
	for what, n := range map[string][2]string{
		"low": {money.Canonical(swings[0].Low), "20000"}, "base": {money.Canonical(swings[0].Base), "30000"}, "high": {money.Canonical(swings[0].High), "50000"},
	} {
		if n[0] != n[1] {
			t.Errorf("%s: %s, want %s", what, n[0], n[1])
		}
	}
}
