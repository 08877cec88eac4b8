package main

import (
	"path/filepath"
	"strconv"
)

// sampling is the part of the table that tells what draws cost, beside numpy doing the
// same operations. Both sides tell the shortest of several times: what the machine can do
// while nothing else asks for it.
func sampling(marks measured) []work {
	shortest := func(name string) float64 {
		if v := marks.of(name, "best-ns"); v >= 0 {
			return v / 1e6
		}
		return -1
	}
	return []work{
		{"10,000 draws through 5,000 cells", "ms", shortest("TenThousandDrawsOf5000Cells"), numpy("plan"), 16, 0.5, "numpy, the same operations"},
		{"its steps written anew, one block of draws", "ms", shortest("OneBlockOf5000Cells"), -1, 2, 0, ""},
		{"100,000 paths of 8 tied drivers, 10 years", "ms", shortest("EightTiedDriversOfTenYears"), numpy("drivers"), 30, 0, "numpy, the same operations"},
		{"10th, 50th, 90th percentile of 10,000", "ms", marks.ms("BandOfTenThousandDraws"), -1, 0.2, 0, ""},
		{"error of the 90th percentile, 10,000 draws", "%", marks.of("ErrorOfTheNinetiethPercentile", "percent"), -1, 0.2, 0, ""},
	}
}

// numpy lets numpy do a piece of work, in milliseconds.
func numpy(piece string) float64 {
	python := pythonWith("numpy")
	if python == "" {
		return -1
	}
	seconds, err := strconv.ParseFloat(said(python, filepath.Join("build", "bench_numpy.py"), piece), 64)
	if err != nil {
		return -1
	}
	return seconds * 1000
}
