package main

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// onPage types figures into a plan in a browser and gives, by what was done, the
// middle time to the frame in which all that follows is drawn, in milliseconds.
func onPage(plan string) map[string]float64 {
	browser := os.Getenv("CHROMIUM")
	if browser == "" {
		browser = "/usr/bin/chromium"
	}
	said, err := quiet("", nil, "node", filepath.Join("build", "bench_edit.mjs"), program(), plan, browser)
	if err != nil {
		fmt.Printf("%v\n%s", err, said)
	}
	return parseTimes(said)
}

// parseTimes reads lines such as "edit 12.5".
func parseTimes(text []byte) map[string]float64 {
	all := map[string]float64{}
	for lines := bufio.NewScanner(bytes.NewReader(text)); lines.Scan(); {
		name, time, _ := strings.Cut(lines.Text(), " ")
		if ms, err := strconv.ParseFloat(time, 64); err == nil {
			all[name] = ms
		}
	}
	return all
}

// ms is a time of the list, -1 if it was not measured.
func ms(of map[string]float64, name string) float64 {
	if v, measured := of[name]; measured {
		return v
	}
	return -1
}
