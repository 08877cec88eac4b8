package main

// region is how the plans of many posts are read, set side by side and written.
func region(marks measured) []work {
	const none = -1
	return []work{
		{"twenty plans side by side", "ms", marks.ms("TwentyPlansSideBySide"), none, 1000, 0, ""},
		{"192 plans to one regional workbook", "ms", marks.ms("RollupOf192Plans"), none, 20_000, 0, ""},
		{"one workbook of a sample", "ms", marks.ms("WorkbookOfASample"), none, 200, 0, ""},
		{"192 plans to 192 workbooks and one of all", "ms", marks.ms("RegionOf192Plans"), none, 20_000, 0, ""},
		{"the same, most of the heap at a time", "MB", marks.of("RegionOf192Plans", "MB"), none, 200, 0, ""},
	}
}
