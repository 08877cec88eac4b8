package datasets

import (
	"bytes"
	"strings"
	"testing"

	"outrigger/model/money"
	"outrigger/model/plan"
)

func sample(t *testing.T, name string) *plan.Plan {
	t.Helper()
	data, err := Sample(name)
	if err != nil {
		t.Fatal(err)
	}
	p, findings := plan.Parse(data)
	for _, f := range findings {
		t.Errorf("%s: %v", name, f)
	}
	if p == nil {
		t.FailNow()
	}
	return p
}

func TestSamplesAreWholePlansMarkedIllustrative(t *testing.T) {
	kinds := map[string]bool{}
	for _, name := range SampleNames() {
		p := sample(t, name)
		if !p.Illustrative {
			t.Errorf("%s is not marked illustrative", name)
		}
		sources := map[string]bool{}
		for _, s := range p.Sources {
			sources[s.ID] = true
		}
		for _, in := range plan.Inputs(p) {
			f := in.Figure
			if f.Given() && !in.Decision && (f.Note == "" || f.Grade == "" || f.Grade == plan.Measured || !sources[f.Source]) {
				t.Errorf("%s: %s: grade %q, source %q, note %q: a sample measures nothing and says where each figure is from", name, in.ID, f.Grade, f.Source, f.Note)
			}
		}
		for _, l := range p.Lines {
			if l.Note == "" {
				t.Errorf("%s: line %s has no note", name, l.ID)
			}
		}
		for _, d := range p.Drivers {
			kinds[d.Future.Kind] = true
		}
		if len(p.Scenarios) != 2 || len(p.Log) == 0 {
			t.Errorf("%s: %d scenarios, %d log entries", name, len(p.Scenarios), len(p.Log))
		}
	}
	for _, kind := range []string{"rate", "path", "ratio", "compound"} {
		if !kinds[kind] {
			t.Errorf("no sample shows a driver by %s", kind)
		}
	}
}

func TestSamplesUseTheRatesOfTheSampleDay(t *testing.T) {
	d := load(t)
	perUSD := map[string]float64{}
	for _, r := range d.SampleRates {
		perUSD[r.Currency] = money.Float(r.PerUSD)
	}
	for _, name := range SampleNames() {
		p := sample(t, name)
		for _, r := range p.Money.Rates {
			want := perUSD[p.Money.Currency] / perUSD[r.Currency]
			got := money.Float(*r.Value.Value)
			if got/want < 1-1e-6 || got/want > 1+1e-6 { // crossed rates are kept to six digits or more
				t.Errorf("%s: %s at %v, crossed from the table %v", name, r.Currency, got, want)
			}
			if r.Date != "2026-09-29" {
				t.Errorf("%s: rate of %s dated %q", name, r.Currency, r.Date)
			}
		}
	}
}

func TestSamplesAreInCanonicalForm(t *testing.T) {
	for _, name := range SampleNames() {
		data, err := Sample(name)
		if err != nil {
			t.Fatal(err)
		}
		again, err := plan.Marshal(sample(t, name))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(data, again) {
			t.Errorf("%s is not as Marshal writes it", name)
		}
	}
}

func TestAnUnknownSampleNamesTheKnown(t *testing.T) {
	_, err := Sample("../countries")
	if err == nil || !strings.Contains(err.Error(), "timor-leste") {
		t.Errorf("got %v", err)
	}
}
