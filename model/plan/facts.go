package plan

import (
	"outrigger/model/forecast"
	"outrigger/model/money"
	"outrigger/model/span"
)

// Facts are the published figures about the plan's country that a plan leans on.
// The caller looks them up; the model only receives them, so that the same plan
// with the same facts gives the same figures.
type Facts struct {
	Country string // ISO 3166-1 alpha-3 these facts are about

	// Inflation is the consumer price change by calendar year, as a share
	// (0.031 = 3.1 %). Years that are not published are not there.
	Inflation map[span.Year]money.Number

	// InflationSource names publisher, series and edition.
	InflationSource string

	// Forecast is how wide the band of a forecast must be, measured on other series;
	// ForecastSource the publication they come from.
	Forecast       forecast.Calibration
	ForecastSource string

	// Known is false if no such country is in the reference data.
	Known bool
}
