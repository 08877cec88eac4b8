package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"math"
	"path/filepath"
	"strconv"
	"strings"

	"outrigger/app/intake"
	"outrigger/model/forecast"
	"outrigger/model/money"
)

// forecastFile tells how a column of counts goes on: a line a year, the count last,
// the year before it if there is one. A line without a figure is a gap.
func forecastFile(v *invocation, args []string) error {
	flags := flag.NewFlagSet("forecast", flag.ContinueOnError)
	years := flags.Int("years", 5, "")
	rest, err := v.only(1, flags, args)
	if err != nil {
		return err
	}
	data, err := v.read(rest[0])
	if err != nil {
		return err
	}
	history, first, err := v.counts(rest[0], data)
	if err != nil {
		return err
	}
	const most = 40
	r, err := forecast.Project(history, min(max(*years, 1), most), v.facts.Forecast)
	if err != nil {
		return v.fault(forecastFault(err), "file", filepath.Base(rest[0]))
	}
	fmt.Fprintln(v.out, v.say.Forecast(r))
	if r.Gaps > 0 {
		fmt.Fprintln(v.out, v.say.Plural("verb.forecast.gaps", r.Gaps, nil))
	}
	fmt.Fprintln(v.out)
	v.line([]string{"", v.say.Say("verb.forecast.low", nil), v.say.Say("verb.forecast.mid", nil), v.say.Say("verb.forecast.high", nil)})
	for i, y := range r.Years {
		label := "+" + strconv.Itoa(i+1)
		if first > 0 {
			label = strconv.Itoa(first + len(history) + i)
		}
		v.line([]string{label, v.rounded(y.Low), v.rounded(y.Mid), v.rounded(y.High)})
	}
	return nil
}

func (v *invocation) rounded(x float64) string {
	n, err := money.FromFloat(x)
	if err != nil {
		return "–"
	}
	places := 0
	if math.Abs(x) < 10 {
		places = 1
	}
	return v.say.Number(n, places)
}

// counts reads the column. first is the first year, 0 if the file names none.
func (v *invocation) counts(path string, data []byte) (history []float64, first int, err error) {
	hint := intake.LocaleOf(v.say.Lang())
	for i, line := range bytes.Split(bytes.TrimRight(data, "\r\n \t"), []byte("\n")) {
		text := strings.TrimSpace(strings.TrimPrefix(string(line), "\ufeff"))
		fields := strings.FieldsFunc(text, func(c rune) bool { return c == '\t' || c == ';' })
		count := text
		if len(fields) > 0 {
			count = fields[len(fields)-1]
		}
		n, err := intake.ParseNumber(count, hint)
		switch {
		case errors.Is(err, intake.ErrMissing):
			history = append(history, math.NaN())
		case err != nil && i == 0:
			continue // a heading
		case err != nil:
			return nil, 0, v.fault("count", "file", path, "line", strconv.Itoa(i+1), "text", text)
		default:
			history = append(history, money.Float(n))
		}
		if period, ok := intake.ParsePeriod(strings.TrimSpace(strings.TrimSuffix(text, count))); ok && first == 0 && len(fields) > 1 {
			first = int(period.Year) - len(history) + 1
		}
	}
	return history, first, nil
}

func forecastFault(err error) string {
	switch {
	case errors.Is(err, forecast.ErrNegative):
		return "forecast_negative"
	case errors.Is(err, forecast.ErrEmpty):
		return "forecast_empty"
	}
	return "forecast_figure"
}
