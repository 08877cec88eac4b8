package chain_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"outrigger/model/calc"
	"outrigger/model/chain"
	"outrigger/model/measures"
	"outrigger/model/money"
	"outrigger/model/plan"
	"outrigger/model/span"
)

// risky is a small plan with a loss, a driver, an activity and the measures given, in
// pounds of two places so that cents can be told apart.
func risky(parts map[string]string) string {
	text := `{"format":"outrigger-plan","version":1,"post":{"country":"VUT"},
"years":{"first":2025,"last_actual":2025,"last":2028},"money":{"currency":"USD"},
"drivers":[{"id":"reports","name":"Reports","unit":"reports","history":{"years":{"2025":"1000"}},"future":{"kind":"path","path":{"years":{"2026":"1000","2027":"2000","2028":"4000"}}}}],
"team":{"time":{"possible_days":{"value":"250"},"hours_per_day":{"value":"8"}},"roles":[{"id":"r","name":"Analyst","staff":{"years":{"2025":"1"}}}]},
"activities":[{"id":"triage","name":"Triage","driver":"reports","occurrences":{"value":"1"},"hours":{"value":"0.5"},"role":"r"}],
"losses":[%LOSSES%],"measures":[%MEASURES%],"portfolio":{%PORTFOLIO%}}`
	for _, part := range []string{"LOSSES", "MEASURES", "PORTFOLIO"} {
		text = strings.Replace(text, "%"+part+"%", parts[part], 1)
	}
	return text
}

const (
	ransom = `{"id":"ransom","name":"Ransomware","frequency":{"value":"0.2"},"once":true,"shape":"bounds","low":{"value":"20"},"likely":{"value":"100"},"high":{"value":"900"},"price_year":2025}`
	filter = `{"id":"filter","name":"Filter","chosen":{"value":"%s"},"start":{"value":"%s"},
"costs":[{"id":"licence","name":"Licence","category":"software","kind":"run","unit":"years","quantity":{"value":"1"},"unit_cost":{"value":"10.01"},"price_year":2025,"price_path":"fixed"},
{"id":"setup","name":"Setup","category":"services","kind":"build","unit":"days","quantity":{"value":"3"},"unit_cost":{"value":"7"},"price_year":2025,"price_path":"fixed"}],
"effort":[{"role":"r","first":{"value":"40"},"later":{"value":"8"}}],
"effects":[{"id":"out","name":"Fewer","kind":"likelihood","target":"ransom","step":"keep_out","first":{"value":"0.3"},"later":{"value":"0.5"}},
{"id":"volume","name":"Volume","kind":"driver","target":"reports","first":{"value":"0.1"}},
{"id":"triage","name":"Triage","kind":"activity","target":"triage","first":{"value":"-0.2"},"later":{"value":"0"}}]}`
	keys    = `{"id":"keys","name":"Keys","chosen":{"value":"%s"},"effects":[{"id":"out","name":"Fewer","kind":"likelihood","step":"keep_out","first":{"value":"0.4"}}]}`
	backups = `{"id":"backups","name":"Backups","chosen":{"value":"%s"},"effects":[{"id":"less","name":"Less","kind":"severity","target":"ransom","step":"recover","first":{"value":"0.5"}}]}`
)

// The mean of PERT (20, 100, 900) is (20 + 400 + 900) ÷ 6 = 220; at 0.2 a year 44 a year.
func TestMeasuresMoveCostHoursAndLoss(t *testing.T) {
	c := build(t, risky(map[string]string{
		"LOSSES":   ransom,
		"MEASURES": strings.Join([]string{fmt.Sprintf(filter, "1", "2027"), fmt.Sprintf(keys, "1"), fmt.Sprintf(backups, "0")}, ","),
		"PORTFOLIO": `"discount":{"value":"0.1"},"ceilings":[{"id":"own","name":"Own","amount":{"value":"30"},"categories":["software"]},{"id":"donor","name":"Donor","amount":{"value":"15"}}],
"hours":[{"role":"r","hours":{"value":"50"}}],"starts":{"value":"1"}`,
	}))
	const exact = 1e-12 // figures of few digits
	for _, want := range []struct {
		row  string
		year span.Year
		is   float64
	}{
		{"risk/ransom/mean", 2026, 220},
		{"risk/ransom/before", 2025, 0},
		{"risk/ransom/before", 2026, 44},
		{"risk/ransom/after", 2026, 44 * 0.6},
		{"risk/ransom/after", 2027, 44 * 0.6},
		{"risk/ransom/after", 2028, 44 * 0.5},
		{"risk/avoided_total", 2026, 17.6 + 17.6 + 22},
		{"risk/avoided_present", 2026, 17.6 + 17.6/1.1 + 22/1.21},
		{"budget/measures/filter/costs/licence/cost/local", 2026, 0},
		{"budget/measures/filter/costs/licence/cost/local", 2027, 10.01},
		{"budget/measures/filter/costs/setup/cost/local", 2027, 21},
		{"budget/measures/filter/costs/setup/cost/local", 2028, 0},
		{"measures/filter/cost/total", 2026, 41.02},
		{"budget/need/local", 2028, 10.01},
		{"budget/category_services/local", 2027, 21},
		{"measures/filter/effort/r/hours", 2027, 40},
		{"measures/filter/effort/r/hours", 2028, 8},
		{"measures/drivers/reports", 2027, 1800},
		{"workload/triage/hours", 2027, 1800 * 0.5 * 1.2},
		{"workload/triage/hours", 2028, 3600 * 0.5},
		{"workload/triage/relieved", 2027, 1000 - 1080},
		{"workload/hours", 2028, 1800 + 8},
		{"measures/hours/r/used", 2027, 40 + 80},
		{"measures/hours/r/left", 2027, -70},
		{"measures/hours/r/left", 2028, 50 - 8 + 200},
		{"measures/ceilings/2/left", 2027, 15 - 21},
		{"measures/ceilings/3/left", 2027, 45 - 31.01},
		{"measures/starts/left", 2027, 0},
	} {
		near(t, fmt.Sprint(want.row, " in ", want.year), at(t, c, want.row, want.year), want.is, exact*max(1, want.is))
	}
	var broken []string
	for _, over := range c.Broken(c.State("")) {
		broken = append(broken, fmt.Sprint(over.Limit.ID, " ", over.Year, " ", money.Canonical(over.By)))
	}
	if want := []string{"donor 2027 6", "r 2027 70"}; !slices.Equal(broken, want) {
		t.Errorf("limits broken: %q, want %q", broken, want)
	}
}

// No more than the post says may be taken off a loss, however good the measures; what is
// taken off how often it comes is taken off first.
func TestNoMoreIsTakenOffALossThanMayBe(t *testing.T) {
	c := build(t, risky(map[string]string{
		"LOSSES": ransom, "MEASURES": fmt.Sprintf(keys, "1") + "," + fmt.Sprintf(backups, "1"), "PORTFOLIO": `"most":{"value":"0.6"}`,
	}))
	const exact = 1e-15
	near(t, "without the ceiling 30 % would be left", at(t, c, "risk/ransom/after", 2026), 44*0.4, 44*exact)
	near(t, "rarer", at(t, c, "risk/ransom/rarer", 2026), 0.6, exact)
	near(t, "smaller", at(t, c, "risk/ransom/smaller", 2026), 0.4/0.6, exact)
}

// A loss grows with a driver and with work that waits only where the post says so, and
// one that comes at most once a year never comes more often.
func TestALossGrowsOnlyWithWhatThePostNames(t *testing.T) {
	grows := strings.Replace(ransom, `"once":true`, `"once":true,"driver":"reports"`, 1)
	c := build(t, risky(map[string]string{"LOSSES": grows}))
	near(t, "twice the reports", at(t, c, "risk/ransom/frequency", 2027), 0.4, 1e-15)
	near(t, "four times", at(t, c, "risk/ransom/frequency", 2028), 0.8, 1e-15)
	often := strings.Replace(grows, `"0.2"`, `"0.6"`, 1)
	c = build(t, risky(map[string]string{"LOSSES": often}))
	near(t, "at most once", at(t, c, "risk/ransom/frequency", 2028), 1, 0)
	waits := strings.Replace(ransom, `"once":true`, `"backlog":{"value":"0.5"}`, 1)
	c = build(t, risky(map[string]string{"LOSSES": waits}))
	share := at(t, c, "staffing/backlog", 2028) / at(t, c, "staffing/capacity", 2028)
	near(t, "with the backlog", at(t, c, "risk/ransom/frequency", 2028), 0.2*(1+0.5*share), 1e-15)
}

// A measure that is not chosen costs nothing and weakens no figure's evidence.
func TestAMeasureNotChosenWeakensNothing(t *testing.T) {
	for chosen, want := range map[string]calc.Evidence{"0": calc.Certain, "1": calc.Placeholder} {
		c := build(t, risky(map[string]string{"LOSSES": ransom, "MEASURES": fmt.Sprintf(filter, chosen, "2026")}))
		if got := c.State("").Evidence(c.Budget.Need.Local); got != want {
			t.Errorf("chosen %s: evidence of the need is %d, want %d", chosen, got, want)
		}
		share, _ := c.State("").Single(c.PlaceholderShare)
		if (money.Float(share) == 1) != (chosen == "1") {
			t.Errorf("chosen %s: %v of the need rests on placeholders", chosen, share)
		}
	}
}

// What the optimiser is told is what the graph says with one measure on, and what it
// chooses, put back into the plan, costs and saves just that.
func TestTheQuestionIsReadFromTheGraph(t *testing.T) {
	c := build(t, risky(map[string]string{
		"LOSSES":    ransom,
		"MEASURES":  strings.Join([]string{fmt.Sprintf(filter, "0", "2026"), fmt.Sprintf(keys, "0"), fmt.Sprintf(backups, "0")}, ","),
		"PORTFOLIO": `"ceilings":[{"id":"donor","name":"Donor","amount":{"value":"31"}}],"hours":[{"role":"r","hours":{"value":"200"}}]`,
	}))
	q := c.Choosing("")
	if len(q.Problem.Options) != 9 || q.Zero {
		t.Fatalf("%d options", len(q.Problem.Options))
	}
	s, err := measures.Solve(q.Problem, measures.Limits{})
	if err != nil || !s.Proven {
		t.Fatalf("%+v, %v", s, err)
	}
	// The filter costs 31.01 in its first year, a cent too much.
	if s.Has("filter") || !s.Has("keys") || !s.Has("backups") {
		t.Errorf("chosen %+v", s.Chosen)
	}
	const exact = 1e-9
	near(t, "alone, keys 40 % and backups 50 % of 44 in three years", s.Value, 3*44*0.9, exact)
	j := q.Joint(s.Chosen)
	near(t, "together 70 %", j.Together, 3*44*0.7, exact)
	near(t, "the sum of each alone", j.Alone, s.Value, exact)
	if len(j.Over) != 0 {
		t.Errorf("limits broken: %+v", j.Over)
	}
	why, err := measures.WhyNot(q.Problem, s, "filter", measures.Limits{})
	if err != nil || why.Binding != measures.Short || why.Raise == nil || why.Raise.More != 1 {
		t.Errorf("why not: %+v, %v", why, err)
	}
	more, err := q.AtShares([]int{120, 60}, measures.Solution{}, measures.Limits{})
	if err != nil || more[0].Percent != 60 || more[0].Best.Has("filter") || !more[1].Best.Has("filter") {
		t.Errorf("at shares: %+v, %v", more, err)
	}
	chosen := c.With("", more[1].Best.Chosen)
	for _, choice := range more[1].Best.Chosen {
		if choice.Measure != "filter" {
			continue
		}
		cost, _ := chosen.Value("measures/filter/cost", choice.Start)
		near(t, "cost in the first year", money.Float(cost), 31.01, 0)
	}
}

// A circle of prerequisites, effects out of their place, ends out of order: each has a
// finding of its own at its place.
func TestBadMeasuresAreRefusedWithTheirPlace(t *testing.T) {
	keysOn := fmt.Sprintf(keys, "1")
	for name, bad := range map[string]struct{ losses, measures, portfolio, code, place string }{
		"circle":     {"", strings.Replace(keysOn, `"chosen"`, `"needs":["backups"],"chosen"`, 1) + "," + strings.Replace(fmt.Sprintf(backups, "0"), `"chosen"`, `"needs":["keys"],"chosen"`, 1), "", "plan.needs_circle", "measures/keys/needs"},
		"negative":   {ransom, strings.Replace(keysOn, `"0.4"`, `"-0.4"`, 1), "", "plan.below", "measures/keys/effects/out/first"},
		"step":       {ransom, strings.Replace(keysOn, "keep_out", "recover", 1), "", "plan.choice", "measures/keys/effects/out/step"},
		"account":    {ransom, strings.Replace(keysOn, `"likelihood","step":"keep_out"`, `"driver","target":"ransom"`, 1), "", "plan.unknown", "measures/keys/effects/out/target"},
		"order":      {strings.Replace(ransom, `"900"`, `"10"`, 1), "", "", "plan.range_order", "losses/ransom/low"},
		"likely":     {strings.Replace(ransom, `"100"`, `"1000"`, 1), "", "", "plan.loss_likely", "losses/ransom/likely"},
		"zero":       {strings.Replace(strings.Replace(ransom, "bounds", "spread", 1), `"20"`, `"0"`, 1), "", "", "plan.loss_zero", "losses/ransom/low"},
		"once":       {strings.Replace(ransom, `"0.2"`, `"2"`, 1), "", "", "plan.loss_once", "losses/ransom/frequency"},
		"range":      {strings.Replace(ransom, `"900"`, `"900","range":{"kind":"low_high","low":"1","high":"2"}`, 1), "", "", "plan.range_sure", "losses/ransom/high/range"},
		"year":       {"", strings.Replace(keysOn, `"chosen"`, `"start":{"value":"2031"},"chosen"`, 1), "", "plan.above", "measures/keys/start"},
		"starts":     {"", keysOn, `"starts":{"value":"0"}`, "plan.below", "portfolio/starts"},
		"ceilings":   {"", keysOn, `"ceilings":[{"id":"a","categories":["bribes"]}]`, "plan.choice", "portfolio/ceilings/a/categories"},
		"not chosen": {"", strings.Replace(keysOn, `"chosen"`, `"needs":["backups"],"chosen"`, 1) + "," + fmt.Sprintf(backups, "0"), "", "plan.needs_unchosen", "measures/keys/chosen"},
	} {
		_, findings := plan.Parse([]byte(risky(map[string]string{"LOSSES": bad.losses, "MEASURES": bad.measures, "PORTFOLIO": bad.portfolio})))
		if !slices.ContainsFunc(findings, func(f plan.Finding) bool { return f.Code == bad.code && f.Place == bad.place }) {
			t.Errorf("%s: %v", name, findings)
		}
	}
}

// A mandatory set that breaks a ceiling is refused by the optimiser with what is missing.
func TestAMandatorySetBeyondItsCeilingIsToldWithWhatIsMissing(t *testing.T) {
	must := strings.Replace(fmt.Sprintf(filter, "0", "2026"), `"chosen"`, `"mandatory":true,"chosen"`, 1)
	c := build(t, risky(map[string]string{"LOSSES": ransom, "MEASURES": must, "PORTFOLIO": `"ceilings":[{"id":"donor","name":"Donor","amount":{"value":"20"}}]`}))
	_, err := measures.Solve(c.Choosing("").Problem, measures.Limits{})
	var short *measures.InfeasibleError
	if !errors.As(err, &short) || len(short.Raise) == 0 || short.Raise[0].By() != 1101 {
		t.Errorf("%+v", err)
	}
}

// How a year may turn out has the mean that the graph expects, with and without measures,
// and is the same for the same seed.
func TestDrawnYearsHaveTheExpectedMean(t *testing.T) {
	text := risky(map[string]string{
		"LOSSES":   strings.Replace(ransom, `"value":"0.2"`, `"value":"0.2","range":{"kind":"low_high","low":"0.1","high":"0.3"}`, 1) + "," + strings.ReplaceAll(strings.Replace(ransom, `"bounds"`, `"spread"`, 1), "ransom", "other"),
		"MEASURES": fmt.Sprintf(keys, "1") + "," + fmt.Sprintf(backups, "1"),
	})
	c := build(t, text)
	without, with := c.LossYears("", 2027)
	x := c.Ranges("", chain.Draws, 1, c.Risk.Before, c.Risk.After)
	before, _ := x.Mean(c.Risk.Before, 2027)
	after, _ := x.Mean(c.Risk.After, 2027)
	const drawn = 0.01 // of points that fill the space evenly
	near(t, "without measures", without.Mean(), before, before*drawn)
	near(t, "with measures", with.Mean(), after, after*drawn)
	if without.Quantile(0.9) <= with.Quantile(0.9) || with.N() != chain.LossDraws {
		t.Errorf("P90 %v without, %v with", without.Quantile(0.9), with.Quantile(0.9))
	}
	again, _ := build(t, text).LossYears("", 2027)
	if again.Quantile(0.99) != without.Quantile(0.99) {
		t.Error("the same plan was drawn differently")
	}
}
