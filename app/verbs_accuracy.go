package main

import (
	"bufio"
	"bytes"
	"flag"
	"fmt"
	"strconv"
	"strings"

	"outrigger/model/forecast"
)

// accuracy scores the forecaster on series whose continuation is known, beside the
// methods people would otherwise use. The file has a line a series:
// id|horizon|history|what then happened, figures parted by commas. Every second
// series was used to tune the bands; the others are shown apart.
func accuracy(v *invocation, args []string) error {
	flags := flag.NewFlagSet("accuracy", flag.ContinueOnError)
	last := flags.Int("last", 0, "")
	rest, err := v.only(1, flags, args)
	if err != nil {
		return err
	}
	data, err := v.read(rest[0])
	if err != nil {
		return err
	}
	cases, line := forecastCases(data)
	if line > 0 || len(cases) == 0 {
		return v.fault("series", "file", rest[0], "line", strconv.Itoa(max(1, line)))
	}
	halves := [2][]forecast.Case{}
	for i, c := range cases {
		halves[i%2] = append(halves[i%2], c)
	}
	fmt.Fprintf(v.out, "%-34s %8s %8s %9s %8s\n", v.say.Say("verb.accuracy.head", map[string]string{"n": strconv.Itoa(len(cases))}), "sMAPE", "MASE", "80 %", "MIS")
	show := func(name string, s forecast.Score) {
		fmt.Fprintf(v.out, "%-34s %8.2f %8.3f %9.3f %8.2f\n", name, s.SMAPE, s.MASE, s.Coverage, s.MIS)
	}
	ours := forecast.Ours(v.facts.Forecast)
	show("Outrigger", forecast.Judge(cases, *last, ours))
	show(v.say.Say("verb.accuracy.tuned", nil), forecast.Judge(halves[0], *last, ours))
	show(v.say.Say("verb.accuracy.held_out", nil), forecast.Judge(halves[1], *last, ours))
	rivals := forecast.Rivals()
	for _, name := range []string{"naive", "drift", "damped Holt", "Theta"} {
		show(name, forecast.Judge(cases, *last, rivals[name]))
	}
	return nil
}

// forecastCases reads the file; line is the first that is not of its form, from 1.
func forecastCases(data []byte) (cases []forecast.Case, line int) {
	lines := bufio.NewScanner(bytes.NewReader(data))
	lines.Buffer(nil, 1<<20)
	n := 0
	for lines.Scan() {
		n++
		text := strings.TrimSpace(lines.Text())
		if text == "" {
			continue
		}
		parts := strings.Split(text, "|")
		if len(parts) != 4 {
			return nil, n
		}
		seen, ok := floats(parts[2])
		happened, okay := floats(parts[3])
		if !ok || !okay || len(seen) < forecast.Fewest {
			return nil, n
		}
		cases = append(cases, forecast.Case{ID: parts[0], Seen: seen, Happened: happened})
	}
	if lines.Err() != nil {
		return nil, n + 1
	}
	return cases, 0
}

func floats(text string) ([]float64, bool) {
	var out []float64
	for part := range strings.SplitSeq(text, ",") {
		x, err := strconv.ParseFloat(strings.TrimSpace(part), 64)
		if err != nil {
			return nil, false
		}
		out = append(out, x)
	}
	return out, true
}
