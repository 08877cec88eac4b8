package plan_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"outrigger/model/money"
	"outrigger/model/plan"
	"outrigger/model/span"
)

// ranged is a plan of one driver, with a growth rate or path and its range.
func ranged(future, links string) string {
	return fmt.Sprintf(`{"format":"outrigger-plan","version":1,"post":{"country":"VUT"},
"years":{"first":2025,"last_actual":2025,"last":2027},"money":{"currency":"VUV"},
"drivers":[{"id":"d","name":"Reports","history":{"value":400},"future":%s},
{"id":"e","name":"Parcels","history":{"value":9},"future":{"kind":"rate","rate":{"value":0.1,"range":{"kind":"low_high","low":0,"high":0.2}}}}],
"doubt":{"links":[%s]}}`, future, links)
}

func codes(t *testing.T, text string) []string {
	t.Helper()
	p, findings := plan.Parse([]byte(text))
	if p == nil {
		t.Fatalf("not read: %v", findings)
	}
	var all []string
	for _, f := range findings {
		all = append(all, strings.TrimPrefix(f.Code, "plan."))
	}
	return all
}

func TestEveryRangeThatIsNoneIsToldByName(t *testing.T) {
	rate := func(value, rest string) string {
		return ranged(`{"kind":"rate","rate":{"value":`+value+`,"range":{`+rest+`}}}`, "")
	}
	path := func(figure, rest string) string {
		return ranged(`{"kind":"path","path":{`+figure+`,"range":{`+rest+`}}}`, "")
	}
	yearly := `"years":{"2026":500,"2027":600}`
	samples := `"kind":"samples","samples":[` + strings.TrimSuffix(strings.Repeat("450,", plan.MaxSamples), ",") + `]`
	for name, c := range map[string]struct{ text, want string }{
		"low to high":                     {rate("0.05", `"kind":"low_high","low":0.02,"high":0.09`), ""},
		"points around a rate":            {rate("0.05", `"kind":"low_high","relative":true,"low":-0.02,"high":0.03`), ""},
		"parts around a path":             {path(yearly, `"kind":"least_most","relative":true,"low":-0.1,"high":0.25`), ""},
		"ten thousand samples":            {path(`"value":500`, samples), ""},
		"one sample more":                 {path(`"value":500`, strings.Replace(samples, "450", "1,450", 1)), "too_many"},
		"no kind":                         {rate("0.05", `"low":0.02,"high":0.09`), "missing"},
		"no such kind":                    {rate("0.05", `"kind":"about","low":0.02,"high":0.09`), "choice"},
		"one end":                         {rate("0.05", `"kind":"low_high","low":0.02`), "range_end"},
		"low above high":                  {rate("0.05", `"kind":"low_high","low":0.09,"high":0.02`), "range_order"},
		"figure beside its range":         {rate("0.05", `"kind":"low_high","low":0.06,"high":0.09`), "range_outside"},
		"a fall of more than all":         {rate("0.05", `"kind":"low_high","low":-1.5,"high":0.09`), "range_below"},
		"a range around nought":           {path(`"value":5`, `"kind":"low_high","low":-5,"high":15`), "range_below"},
		"only upwards":                    {path(yearly, `"kind":"low_high","relative":true,"low":0.1,"high":0.2`), "range_sides"},
		"one low figure for two years":    {path(yearly, `"kind":"low_high","low":400,"high":900`), "range_by_year"},
		"samples for two years":           {path(yearly, `"kind":"samples","samples":[400,900]`), "range_by_year"},
		"one sample":                      {rate("0.05", `"kind":"samples","samples":[0.04]`), "range_few"},
		"samples in per cent":             {path(`"value":5`, `"kind":"samples","relative":true,"samples":[4,5]`), "range_relative"},
		"a negative sample of a count":    {path(`"value":5`, `"kind":"samples","samples":[4,-5]`), "range_below"},
		"text among the samples":          {path(`"value":5`, `"kind":"samples","samples":[4,"five"]`), "wrong_kind"},
		"an end that is too long to keep": {path(`"value":9999999999999999999`, `"kind":"low_high","relative":true,"low":-0.5,"high":0.3333333333333333333`), "number_range"},
	} {
		got := codes(t, c.text)
		if c.want == "" && len(got) > 0 || c.want != "" && !slices.Equal(got, []string{c.want}) {
			t.Errorf("%s: findings %v, want %q", name, got, c.want)
		}
	}
}

func TestEveryLinkThatIsNoneIsToldByName(t *testing.T) {
	rate := `{"kind":"rate","rate":{"value":0.05,"range":{"kind":"low_high","low":0.02,"high":0.09}}}`
	for name, c := range map[string]struct{ future, links, want string }{
		"a link":          {rate, `{"a":"d","b":"e","strength":"weak_against"}`, ""},
		"to itself":       {rate, `{"a":"d","b":"d","strength":"weak"}`, "link_self"},
		"to no driver":    {rate, `{"a":"d","b":"x","strength":"weak"}`, "unknown"},
		"no strength":     {rate, `{"a":"d","b":"e","strength":"quite"}`, "choice"},
		"twice":           {rate, `{"a":"d","b":"e","strength":"weak"},{"a":"e","b":"d","strength":"weak"}`, "link_twice"},
		"of what is sure": {`{"kind":"compound"}`, `{"a":"d","b":"e","strength":"weak"}`, "short_history link_certain"},
	} {
		if got := strings.Join(codes(t, ranged(c.future, c.links)), " "); got != c.want {
			t.Errorf("%s: findings %q, want %q", name, got, c.want)
		}
	}
}

func TestAScenarioHasNoRangesOfItsOwn(t *testing.T) {
	text := strings.TrimSuffix(ranged(`{"kind":"rate","rate":{"value":0.05}}`, ""), "}") +
		`,"scenarios":[{"id":"s","name":"S","overrides":[{"input":"drivers/d/growth","value":0.1,"range":{"kind":"low_high","low":0,"high":0.2}}]}]}`
	if got := codes(t, text); !slices.Equal(got, []string{"range_scenario"}) {
		t.Errorf("findings %v", got)
	}
}

func TestRangesAndLinksAreKept(t *testing.T) {
	text := ranged(`{"kind":"path","path":{"value":5,"range":{"kind":"samples","samples":[4,0,7.5],"later":true}}}`, `{"a":"d","b":"e","strength":"strong"}`)
	p, _ := plan.Parse([]byte(text))
	written, err := plan.Marshal(p)
	if err != nil {
		t.Fatal(err)
	}
	again, findings := plan.Parse(written)
	if len(findings) > 0 || !plan.Equal(p, again) || len(again.Drivers[0].Future.Path.Range.Samples) != 3 || string(again.Drivers[0].Future.Path.Range.Extra["later"]) != "true" {
		t.Errorf("read again: %v\n%s", findings, written)
	}
}

func TestARangeIsCarriedWhenOtherNumbersTakeTheFiguresPlace(t *testing.T) {
	n := func(text string) money.Number {
		x, err := money.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		return x
	}
	pointer := func(text string) *money.Number { x := n(text); return &x }
	before := plan.Figure{Value: pointer("80"), Range: &plan.Range{Kind: plan.LowHigh, Low: pointer("60"), High: pointer("120")}}
	years := plan.Figure{Years: map[span.Year]money.Number{2026: n("90")}}
	path := plan.Input{Kind: plan.Count, Shape: plan.Planned}
	for name, c := range map[string]struct {
		in        plan.Input
		after     plan.Figure
		low, high string
		relative  bool
	}{
		"another value":     {path, plan.Figure{Value: pointer("90")}, "60", "120", false},
		"values by year":    {path, years, "-0.25", "0.5", true},
		"rates by year":     {plan.Input{Kind: plan.Growth, Shape: plan.Planned}, years, "-20", "40", true},
		"one for all years": {plan.Input{Kind: plan.Count, Shape: plan.Once}, years, "60", "120", false},
	} {
		r := plan.Carried(c.in, before, c.after)
		if money.Canonical(*r.Low) != c.low || money.Canonical(*r.High) != c.high || r.Relative != c.relative {
			t.Errorf("%s: %s to %s, relative %v", name, money.Canonical(*r.Low), money.Canonical(*r.High), r.Relative)
		}
	}
	if plan.Carried(path, years, years) != nil {
		t.Error("a range out of nothing")
	}
}
