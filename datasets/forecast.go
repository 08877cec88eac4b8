package datasets

import (
	"fmt"

	"outrigger/model/money"
)

// loadForecast reads what was measured of the forecaster on other series.
func (d *Data) loadForecast() error {
	t := open("forecast.csv")
	c := &d.Forecast
	places := map[string]*float64{
		"spread": &c.Spread, "step": &c.Step, "level": &c.Level, "factor": &c.Factor, "power": &c.Power, "few": &c.Few,
		"up": &c.Up, "down": &c.Down, "prior_low": &c.PriorLow, "prior_mid": &c.PriorMid, "prior_high": &c.PriorHigh, "prior_few": &c.PriorFew,
	}
	for _, r := range t.rows {
		place, known := places[r.text("id")]
		if !known {
			return fmt.Errorf("forecast.csv: nothing is called %q", r.text("id"))
		}
		*place = money.Float(r.number("value"))
		delete(places, r.text("id"))
	}
	for id := range places {
		return fmt.Errorf("forecast.csv: %s is missing", id)
	}
	return t.err()
}
