package main

// choosing is the part of the table that tells how long the best choice of measures takes
// to be found and proven, beside CBC on the first five of the same twenty problems.
func choosing(marks measured) []work {
	five := marks.of("SixtyBesideCBC", "ours-ms")
	return []work{
		{"best of 60 measures × 5 years, median of 20", "ms", marks.of("Sixty", "median-ms"), -1, 50, 0, ""},
		{"the longest of these 20", "ms", marks.of("Sixty", "longest-ms"), -1, 2000, 0, ""},
		{"the first five of these, median", "ms", five, marks.of("SixtyBesideCBC", "cbc-ms"), 50, 0, "CBC, the same problems"},
		{"widest gap of 150 measures after 1 s", "%", marks.of("HundredFifty", "%gap"), -1, 0.5, 0, ""},
	}
}
