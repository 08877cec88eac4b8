package chain_test

import (
	"fmt"
	"strings"
	"testing"

	"outrigger/model/calc"
	"outrigger/model/chain"
	"outrigger/model/forecast"
	"outrigger/model/money"
	"outrigger/model/plan"
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
	x := c.Ranges("", 4096, 1, 2, "drivers/d/volume", c.Staffing.RequiredTotal, "staffing/r/awt")
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
	if again := c.Ranges("", 4096, 1, 7, c.Staffing.RequiredTotal); again != nil {
		if h, _ := again.Quantile(c.Staffing.RequiredTotal, 2028, 0.9); h != high {
			t.Errorf("seven workers draw %v, two %v", h, high)
		}
	}
}

func TestAPlanWithoutForecastsHasNoRanges(t *testing.T) {
	if x := forecasting(t, "compound").Ranges("", 100, 1, 1, "workload/hours"); x != nil {
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
