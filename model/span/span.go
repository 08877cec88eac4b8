// Package span holds fiscal years and runs of them.
package span

import "strconv"

// Year is a fiscal year, named by the calendar year in which it starts.
type Year int

// Label writes the year as readers expect it: 2024 when it starts in January,
// 2024/25 otherwise.
func (y Year) Label(startMonth int) string {
	if startMonth <= 1 {
		return strconv.Itoa(int(y))
	}
	next := (int(y) + 1) % 100
	if next < 10 {
		return strconv.Itoa(int(y)) + "/0" + strconv.Itoa(next)
	}
	return strconv.Itoa(int(y)) + "/" + strconv.Itoa(next)
}
