package words

import (
	"math"

	"outrigger/model/forecast"
	"outrigger/model/money"
)

// Forecast says how a count goes on: grows by 9 % a year, between 4 % and 15 %; based
// on 6 years.
func (r Reader) Forecast(f forecast.Result) string {
	key := "common.forecast.grows"
	switch {
	case f.Prior:
		key = "common.forecast.prior"
	case f.Growth.Mid < 0:
		key = "common.forecast.falls"
	}
	share := func(x float64) string {
		n, err := money.FromFloat(x)
		if err != nil {
			return "–"
		}
		return r.Percent(n, 0)
	}
	return r.Plural(key, f.Used, map[string]string{"rate": share(math.Abs(f.Growth.Mid)), "low": share(f.Growth.Low), "high": share(f.Growth.High)})
}
