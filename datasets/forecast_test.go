package datasets

import (
	"testing"

	"outrigger/model/forecast"
)

// The tests of model/forecast run on the same figures.
func TestTheForecastersCalibrationIsRead(t *testing.T) {
	want := forecast.Calibration{
		Spread: 0.25, Step: 0.57, Level: 0.0031, Factor: 1.5, Power: 0.725, Few: 0.81, Up: 1.02, Down: 0.82,
		PriorLow: -0.037, PriorMid: 0.015, PriorHigh: 0.079, PriorFew: 0.72,
	}
	if got := load(t).Forecast; got != want {
		t.Errorf("read %+v", got)
	}
}
