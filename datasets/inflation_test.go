package datasets

import (
	"testing"

	"outrigger/model/money"
	"outrigger/model/span"
)

func yearOf(n int) span.Year { return span.Year(n) }

func TestFactsForACountry(t *testing.T) {
	d := load(t)
	facts := d.FactsFor("VUT")
	if !facts.Known || facts.Country != "VUT" || facts.InflationSource == "" {
		t.Fatalf("Vanuatu: %+v", facts)
	}
	if got := money.Canonical(facts.Inflation[2023]); got != "0.11183" { // published: 11.183 %
		t.Errorf("Vanuatu's prices rose by %s in 2023", got)
	}
	if _, there := facts.Inflation[2026]; there {
		t.Error("a year is there that nobody has published")
	}
	if unknown := d.FactsFor("XXX"); unknown.Known || len(unknown.Inflation) > 0 || unknown.InflationSource != "" {
		t.Errorf("XXX: %+v", unknown)
	}
}

func TestAMissingYearIsMissingNotZero(t *testing.T) {
	d := load(t)
	aruba := d.Inflation["ABW"]
	for _, change := range aruba {
		if change.Year == 2020 && (change.ConsumerPrices != nil || change.Deflator == nil) {
			t.Errorf("Aruba 2020: %+v; only the deflator was published", change)
		}
	}
	if _, there := d.FactsFor("ABW").Inflation[2020]; there {
		t.Error("Aruba's unpublished consumer prices of 2020 came out as a figure")
	}
}
