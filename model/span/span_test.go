package span_test

import (
	"slices"
	"testing"

	"outrigger/model/span"
)

func TestLabels(t *testing.T) {
	for _, c := range []struct {
		year  span.Year
		month int
		want  string
	}{{2024, 1, "2024"}, {2024, 7, "2024/25"}, {1999, 4, "1999/00"}, {2008, 10, "2008/09"}} {
		if got := c.year.Label(c.month); got != c.want {
			t.Errorf("year %d from month %d: %s, want %s", c.year, c.month, got, c.want)
		}
	}
}

func TestAxisPartsCoverIt(t *testing.T) {
	for _, a := range []span.Axis{
		{First: 2023, LastActual: 2025, Last: 2030},
		{First: 2003, LastActual: 2022, Last: 2022},
		{First: 2024, LastActual: 2023, Last: 2026},
		{First: 2024, LastActual: 2023, Last: 2020},
	} {
		if got := append(a.Actual(), a.Planned()...); !slices.Equal(got, a.Years()) {
			t.Errorf("%v: actual and planned are %v, years %v", a, got, a.Years())
		}
		if len(a.Years()) != a.Len() {
			t.Errorf("%v: %d years, length %d", a, len(a.Years()), a.Len())
		}
		for i, y := range a.Years() {
			if at, ok := a.Index(y); !ok || at != i || a.At(i) != y {
				t.Errorf("%v: year %d at %d", a, y, at)
			}
		}
		if _, ok := a.Index(a.Last + 1); ok {
			t.Errorf("%v: the year after the last is on the axis", a)
		}
	}
}

func TestADayFallsIntoAQuarterOfItsFiscalYear(t *testing.T) {
	for _, try := range []struct {
		year  span.Year
		day   string
		month int
		want  int
	}{
		{2026, "2026-01-01", 1, 1},
		{2026, "2026-03-31", 1, 1},
		{2026, "2026-04-01", 1, 2},
		{2026, "2026-12-31", 1, 4},
		{2026, "2026-04-01", 4, 1},
		{2026, "2027-03-31", 4, 4},
		{2026, "2026-07-01", 7, 1},
		{2026, "2027-06-30", 7, 4},
		{2026, "2027-01-01", 1, 0},
		{2026, "", 1, 0},
		{2026, "soon", 1, 0},
	} {
		if got := try.year.Quarter(try.day, try.month); got != try.want {
			t.Errorf("%d, %q from month %d: %d", try.year, try.day, try.month, got)
		}
	}
}

func TestADayFallsIntoItsFiscalYear(t *testing.T) {
	for _, try := range []struct {
		year  span.Year
		day   string
		month int
		want  bool
	}{
		{2026, "2026-01-01", 1, true},
		{2026, "2026-12-31", 1, true},
		{2026, "2027-01-01", 1, false},
		{2026, "2026-03-31", 4, false},
		{2025, "2026-03-31", 4, true},
		{2026, "2026-04-01", 4, true},
		{2026, "", 1, false},
		{2026, "2026", 1, false},
		{2026, "soon", 1, false},
	} {
		if got := try.year.Holds(try.day, try.month); got != try.want {
			t.Errorf("%d, %q from month %d: %v", try.year, try.day, try.month, got)
		}
	}
}
