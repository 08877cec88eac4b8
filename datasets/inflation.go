package datasets

import (
	"outrigger/model/money"
	"outrigger/model/plan"
	"outrigger/model/span"
)

// Series is a country's published price changes.
type Series []PriceChange

// PriceChange is the change of prices in one calendar year, in percent; nil where
// nothing was published.
type PriceChange struct {
	ConsumerPrices, Deflator *money.Number
	Origin
}

// Inflations holds the series by ISO3.
type Inflations map[string]Series

// InflationSource names the consumer price series as a sheet should cite it.
const InflationSource = "World Bank, World Development Indicators, FP.CPI.TOTL.ZG, 2025"

// FactsFor gives what a plan of that country leans on. Consumer prices come as
// shares (0.031 for 3.1 %); years the Bank has not published are not there.
func (d *Data) FactsFor(iso3 string) plan.Facts {
	_, known := d.Countries.ByISO3(iso3)
	facts := plan.Facts{Country: iso3, Known: known, Inflation: map[span.Year]money.Number{}, Forecast: d.Forecast, ForecastSource: "m3"}
	hundred := money.Int(100)
	for _, change := range d.Inflation[iso3] {
		if change.ConsumerPrices == nil {
			continue
		}
		share, err := change.ConsumerPrices.Quo(hundred)
		if err != nil {
			continue // a percentage that exists always divides by 100
		}
		facts.Inflation[span.Year(change.Year)] = share
	}
	if len(facts.Inflation) > 0 {
		facts.InflationSource = InflationSource
	}
	return facts
}

func (d *Data) loadInflation() error {
	d.Inflation = Inflations{}
	t := open("inflation.csv")
	for _, r := range t.rows {
		iso3 := d.country(r).ISO3
		d.Inflation[iso3] = append(d.Inflation[iso3], PriceChange{r.maybe("consumer_prices"), r.maybe("deflator"), r.origin()})
	}
	return t.err()
}
