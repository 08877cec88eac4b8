// Package span holds fiscal years and the axis a plan runs over.
//
// A fiscal year is named by the calendar year in which it starts, whatever month
// that is: 2024 is January to December 2024, or July 2024 to June 2025.
package span

import (
	"fmt"
	"strconv"
)

// Year is a fiscal year, named by the calendar year in which it starts.
type Year int

// Label writes the year as readers expect it: 2024 when it starts in January,
// 2024/25 otherwise.
func (y Year) Label(startMonth int) string {
	if startMonth <= 1 {
		return strconv.Itoa(int(y))
	}
	return fmt.Sprintf("%d/%02d", int(y), (int(y)+1)%100)
}

// Holds tells whether a day (ISO 8601, 2026-06-30) falls into the fiscal year, which
// starts in startMonth; false for what is no day.
func (y Year) Holds(day string, startMonth int) bool {
	year, errY := strconv.Atoi(day[:min(4, len(day))])
	month, errM := strconv.Atoi(day[min(5, len(day)):min(7, len(day))])
	if errY != nil || errM != nil {
		return false
	}
	if month < startMonth {
		year--
	}
	return int(y) == year
}

// Quarter is the quarter, 1 to 4, of the fiscal year that a day falls into; 0 for what is no
// day of it.
func (y Year) Quarter(day string, startMonth int) int {
	month, err := strconv.Atoi(day[min(5, len(day)):min(7, len(day))])
	if err != nil || !y.Holds(day, startMonth) {
		return 0
	}
	return (month-startMonth+12)%12/3 + 1
}

// Axis is the run of fiscal years of a plan: First to Last, of which those up to
// LastActual have happened and the later ones are planned.
type Axis struct {
	First, LastActual, Last Year
}

// Len is the number of years, 0 for an axis that runs backwards.
func (a Axis) Len() int { return max(0, int(a.Last-a.First)+1) }

// At gives the year at a position from 0.
func (a Axis) At(i int) Year { return a.First + Year(i) }

// Index gives the position of a year, false if it lies outside.
func (a Axis) Index(y Year) (int, bool) {
	if y < a.First || y > a.Last {
		return 0, false
	}
	return int(y - a.First), true
}

// Years lists all years.
func (a Axis) Years() []Year { return run(a.First, a.Last) }

// Actual lists the years that have happened.
func (a Axis) Actual() []Year { return run(a.First, min(a.LastActual, a.Last)) }

// Planned lists the years to come.
func (a Axis) Planned() []Year { return run(max(a.First, a.LastActual+1), a.Last) }

func run(from, to Year) []Year {
	years := []Year{}
	for y := from; y <= to; y++ {
		years = append(years, y)
	}
	return years
}
