package peers

import (
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"outrigger/model/money"
)

func traits(status, region, subregion string) []Trait {
	return []Trait{{ByStatus, status}, {ByRegion, region}, {BySubregion, subregion}}
}

// twelve posts: three in Melanesia, six in Oceania, eight islands.
func twelve() []Value {
	var all []Value
	for i, c := range []struct{ status, region, subregion string }{
		{"SIDS", "Oceania", "Melanesia"},
		{"SIDS", "Oceania", "Melanesia"},
		{"SIDS", "Oceania", "Melanesia"},
		{"SIDS", "Oceania", "Polynesia"},
		{"SIDS", "Oceania", "Polynesia"},
		{"none", "Oceania", "Australia"},
		{"SIDS", "Americas", "Caribbean"},
		{"SIDS", "Americas", "Caribbean"},
		{"SIDS", "Americas", "Caribbean"},
		{"none", "Europe", "Western"},
		{"none", "Europe", "Western"},
		{"none", "Europe", "Western"},
	} {
		all = append(all, Value{ID: string(rune('a' + i)), Traits: traits(c.status, c.region, c.subregion), Year: 2024 + i%2, Figure: float64(i + 1)})
	}
	return all
}

func TestAGroupThatIsTooSmallWidensAndSaysSo(t *testing.T) {
	near := Group{{ByStatus, "SIDS"}, {ByRegion, "Oceania"}, {BySubregion, "Melanesia"}}
	for _, c := range []struct {
		name  string
		in    Group
		least int
		n     int
		tried string
	}{
		{"large enough", near[:1], 5, 8, "[{[{status SIDS}] 8}]"},
		{"one step", near, 5, 5, "[{[{status SIDS} {region Oceania} {subregion Melanesia}] 3} {[{status SIDS} {region Oceania}] 5}]"},
		{"two steps", near, 6, 8, "[{[{status SIDS} {region Oceania} {subregion Melanesia}] 3} {[{status SIDS} {region Oceania}] 5} {[{status SIDS}] 8}]"},
		{"to everybody", near, 9, 12, "[{[{status SIDS} {region Oceania} {subregion Melanesia}] 3} {[{status SIDS} {region Oceania}] 5} {[{status SIDS}] 8} {[] 12}]"},
		{"everybody is too few", nil, 13, 12, "[{[] 12}]"},
	} {
		s := Stand("b", twelve(), c.in, Asking{Least: c.least})
		if got := fmt.Sprint(s.Tried); s.N != c.n || got != c.tried {
			t.Errorf("%s: %d, %s", c.name, s.N, got)
		}
		if s.Enough != (c.n >= c.least) || s.Enough == math.IsNaN(s.Median) || !s.Enough && s.Own != nil {
			t.Errorf("%s: %+v", c.name, s)
		}
	}
}

func TestGroupsGiveUpWhatSaysLeastFirst(t *testing.T) {
	g := Group{{ByStatus, "LDC"}, {ByStatus, "SIDS"}, {ByRegion, "Africa"}, {BySubregion, "Eastern Africa"}, {ByIncome, "low"}, {BySize, "50-249"}, {ByHand, "neighbours"}}
	var order []string
	for more := true; ; {
		was := g
		if g, more = g.Wider(); !more {
			break
		}
		for _, t := range was {
			if !slices.Contains(g, t) {
				order = append(order, t.Value)
			}
		}
	}
	if want := []string{"neighbours", "50-249", "low", "Eastern Africa", "Africa", "LDC", "SIDS"}; !slices.Equal(order, want) {
		t.Errorf("%v, want %v", order, want)
	}
	for employees, want := range map[float64]string{1: "1-49", 49.5: "1-49", 50: "50-249", 19999: "5000-19999", 1e6: "20000+"} {
		if band, ok := BandOf(employees); !ok || band.Value != want {
			t.Errorf("%v employees: %v", employees, band)
		}
	}
	if _, ok := BandOf(0); ok {
		t.Error("a post of nobody has a size")
	}
}

func TestAStandingWorkedOutByHand(t *testing.T) {
	values := append(twelve(), Value{ID: "b", Year: 2020, Figure: 99}, Value{ID: "void", Figure: math.NaN()})
	s := Stand("b", values, Group{{ByStatus, "SIDS"}}, Asking{})
	// 1 2 3 4 5 7 8 9, own 2: one below, itself equal
	if s.N != 8 || *s.Own != 2 || !s.Among || s.Rank != 1.5/8 || s.Quartiles != (Quartiles{1, 2.75, 4.5, 7.25, 9}) || s.First != 2024 || s.Last != 2025 {
		t.Errorf("%+v", s)
	}
	if s.MedianAround != (Interval{2, 8, .9, s.MedianAround.Coverage}) || s.RankAround.Low > 1./7 || s.RankAround.High < 1./7 {
		t.Errorf("%+v %+v", s.MedianAround, s.RankAround)
	}
	outside := Stand("l", values, Group{{ByStatus, "SIDS"}}, Asking{Census: true})
	if outside.Among || outside.Rank != 1 || outside.MedianAround != (Interval{}) || outside.RankAround != (Interval{}) {
		t.Errorf("%+v", outside)
	}
	if silent := Stand("void", values, nil, Asking{}); silent.Own != nil || !math.IsNaN(silent.Rank) || silent.N != 12 {
		t.Errorf("%+v", silent)
	}
	if at := Levels([]float64{0, 1, 1, 4, 2.5, 7, -1, math.NaN()}); at != [5]int{1, 2, 0, 0, 1} {
		t.Errorf("levels %v", at)
	}
}

func TestMetricsByHand(t *testing.T) {
	usd, _ := money.ByCode("USD")
	vuv, _ := money.ByCode("VUV")
	n := func(text string) money.Number { x, _ := money.Parse(text); return x }
	f := Figures{
		Year: 2026, Earlier: 2023, Currency: vuv,
		Now:    map[Base]money.Number{Spend: n("2400000"), ITSpend: n("30000000"), Revenue: n("480000000"), Employees: n("240"), Staff: n("1.5"), Training: n("360"), Workload: n("1331"), RealBudget: n("2200000")},
		Before: map[Base]money.Number{Workload: n("1000"), RealBudget: n("2000000")},
		Levels: map[string]int{"updates": 0, "accounts": 9},
	}
	for id, want := range map[string]string{
		"spend_per_employee": "10000", "spend_share_it": "0.08", "spend_share_revenue": "0.005", "staff_per_thousand": "6.25",
		"training_per_employee": "1.5", "workload_growth": "0.1", "mismatch": "1.21", "practice/updates": "0",
		"practice/accounts": "", "practice/none": "",
	} {
		m, known := MetricByID(id)
		if !known || m.ID != id || m.Unit == "" || m.More == "" || m.Family == "" {
			t.Fatalf("%s: %+v", id, m)
		}
		got, err := m.Of(f)
		if want == "" {
			if !errors.Is(err, ErrUnknown) {
				t.Errorf("%s: %v", id, got)
			}
			continue
		}
		if err != nil || money.Canonical(money.Round(got, 10)) != want {
			t.Errorf("%s: %v (%v), want %s", id, got, err, want)
		}
	}
	for _, m := range Metrics() {
		for _, missing := range []Base{m.Above, m.Below} {
			if missing == "" {
				continue
			}
			less := f
			less.Now = map[Base]money.Number{}
			for b, x := range f.Now {
				if b != missing {
					less.Now[b] = x
				}
			}
			if got, err := m.Of(less); !errors.Is(err, ErrUnknown) {
				t.Errorf("%s without %s: %v", m.ID, missing, got)
			}
		}
		if got, err := m.Of(Figures{}); !errors.Is(err, ErrUnknown) {
			t.Errorf("%s of nothing: %v", m.ID, got)
		}
	}
	for _, id := range []string{"", "practice/", "spend"} {
		if _, known := MetricByID(id); known {
			t.Errorf("%q is a metric", id)
		}
	}
	in, err := f.In(money.Rate{From: vuv, To: usd, Value: n("0.008"), Date: "2026-09-29", Source: "s"})
	if err != nil || in.Currency != usd || money.Canonical(in.Now[Spend]) != "19200" || money.Canonical(in.Now[Employees]) != "240" || money.Canonical(f.Now[Spend]) != "2400000" {
		t.Errorf("%+v, %v", in, err)
	}
	if _, err := in.In(money.Rate{From: vuv, To: usd}); err != nil {
		t.Error("what is in dollars already cannot be told in dollars")
	}
	if _, err := f.In(money.Rate{From: usd, To: usd}); !errors.Is(err, money.ErrMixed) {
		t.Errorf("a rate for another currency: %v", err)
	}
}

// What can be worked out of one another is judged together when it is published.
func TestMetricsThatTellOfOneAnotherAreOneFamily(t *testing.T) {
	got := map[string][]string{}
	for _, m := range append(Metrics(), PracticeMetric("updates"), PracticeMetric("accounts")) {
		got[m.Family] = append(got[m.Family], m.ID)
	}
	want := map[string]int{"spend": 3, "staff": 1, "training": 1, "growth": 3, "practice/updates": 1, "practice/accounts": 1}
	for family, n := range want {
		if len(got[family]) != n {
			t.Errorf("%s: %v", family, got[family])
		}
	}
	if len(got) != len(want) {
		t.Errorf("%v", got)
	}
}

// Only where posts pay differs in currency; every other metric stays as it is.
func TestOnlyMoneyMetricsDependOnTheCurrency(t *testing.T) {
	usd, _ := money.ByCode("USD")
	eur, _ := money.ByCode("EUR")
	f := Figures{Year: 2026, Earlier: 2025, Currency: eur, Now: map[Base]money.Number{}, Before: map[Base]money.Number{}}
	for i, b := range []Base{Spend, ITSpend, Revenue, Employees, Staff, Training, Workload, RealBudget} {
		f.Now[b], f.Before[b] = money.Int(10+i), money.Int(5+i)
	}
	g, err := f.In(money.Rate{From: eur, To: usd, Value: money.Int(2)})
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range Metrics() {
		a, _ := m.Of(f)
		b, _ := m.Of(g)
		if (a.Cmp(b) != 0) != m.Money {
			t.Errorf("%s: %v in euros, %v in dollars", m.ID, a, b)
		}
	}
}

func TestPropertiesOfRandomGroups(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 1))
	for range 2000 {
		n := 1 + r.IntN(30)
		values := make([]float64, n)
		for i := range values {
			values[i] = math.Round(r.NormFloat64() * 3)
		}
		own := values[r.IntN(n)]
		q := QuartilesOf(values)
		if !(q.Least <= q.Low && q.Low <= q.Median && q.Median <= q.High && q.High <= q.Most) {
			t.Fatalf("%+v of %v", q, values)
		}
		turned := make([]float64, n)
		for i, v := range values {
			turned[i] = -v
		}
		if math.Abs(Rank(values, own)+Rank(turned, -own)-1) > exactly || math.Abs(Quantile(values, .3)+Quantile(turned, .7)) > 1e-9 {
			t.Fatalf("turned round, %v stands elsewhere", values)
		}
		in := Around(values, .5, .9)
		if in.Low > q.Median || in.High < q.Median || in.Coverage > 1+exactly {
			t.Fatalf("%+v of %v", in, values)
		}
		sum := Covers(n, 0, n+1, r.Float64())
		if math.Abs(sum-1) > 1e-10 {
			t.Fatalf("chances of %d sum to %v", n, sum)
		}
	}
}
