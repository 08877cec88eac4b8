package datasets

import (
	"math"
	"slices"
	"strings"
	"testing"

	"outrigger/model/money"
)

// closed is the day on which the tables were closed.
const closed = "2026-11-23"

func TestTheTargetCountriesOnTheDayTheTablesWereClosed(t *testing.T) {
	d := load(t)
	ldc, sids, both, noDecimals := 0, 0, 0, 0
	for _, c := range d.Countries {
		if c.LDCOn(closed).State == Yes {
			ldc++
			if c.SIDS == SIDSState {
				both++
			}
		}
		if c.SIDS == SIDSState {
			sids++
		}
	}
	targets := d.Countries.Targets(closed)
	currencies := map[string]bool{}
	for _, c := range targets {
		currencies[c.Currency] = true
		if c.Places == 0 {
			noDecimals++
		}
	}
	for _, count := range []struct {
		what      string
		got, want int
	}{
		{"least developed countries", ldc, 44},
		{"small island developing States", sids, 39},
		{"both", both, 7},
		{"targets", len(targets), 76},
		{"targets whose currency has no decimals", noDecimals, 16},
		{"their currencies", len(currencies), 58},
	} {
		if count.got != count.want {
			t.Errorf("%s: %d, want %d", count.what, count.got, count.want)
		}
	}
}

func TestGraduationIsAnsweredByDateAndByEvidence(t *testing.T) {
	d := load(t)
	for _, c := range []struct {
		iso3, day string
		want      State
	}{
		{"BGD", "2026-11-23", Yes},
		{"BGD", "2026-11-24", Uncertain}, // the committee backed 2029, the Assembly's decision was not seen
		{"BGD", "2029-11-30", No},
		{"NPL", "2026-11-23", Yes},
		{"NPL", "2026-11-24", Uncertain},
		{"LAO", "2026-11-23", Yes},
		{"LAO", "2026-11-24", Uncertain}, // announced, not confirmed when the table was closed
		{"SLB", "2026-12-31", Yes},
		{"SLB", "2028-01-01", No},
		{"SEN", "2028-12-31", Yes},
		{"SEN", "2030-01-01", No},
		{"VUT", "2019-12-31", Yes},
		{"VUT", "2021-01-01", No},
		{"STP", "2026-11-23", No}, // the M49 list still says otherwise
		{"TLS", "2035-01-01", Yes},
		{"FJI", "2026-11-23", No},
	} {
		country, known := d.Countries.ByISO3(c.iso3)
		if !known {
			t.Fatalf("no %s", c.iso3)
		}
		got := country.LDCOn(c.day)
		if got.State != c.want {
			t.Errorf("%s on %s: %s, want %s (%s)", c.iso3, c.day, got.State, c.want, got.Note)
		}
		if got.Source == "" || got.Note == "" {
			t.Errorf("%s on %s: an answer without evidence", c.iso3, c.day)
		}
	}
}

// All target countries on eight days around the graduations there are: on the first the
// UN's list of 44 holds; then only what no text settles is left open, and nothing that a
// text settles is.
func TestEveryTargetCountryHasItsStatusOnEightDays(t *testing.T) {
	d := load(t)
	targets := d.Countries.Targets("2026-11-23")
	if len(targets) != 76 {
		t.Fatalf("%d target countries, want 76: 44 least developed, 39 island states, 7 both", len(targets))
	}
	for _, day := range []struct {
		on   string
		yes  int
		open []string
	}{
		{"2026-11-23", 44, nil},
		{"2026-11-24", 41, []string{"BGD", "LAO", "NPL"}},
		{"2026-11-25", 41, []string{"BGD", "LAO", "NPL"}},
		{"2027-06-30", 40, []string{"BGD", "LAO", "NPL", "SLB"}},
		{"2028-01-01", 40, []string{"BGD", "LAO", "NPL"}},
		{"2029-06-30", 38, []string{"BGD", "KHM", "LAO", "NPL", "SEN"}},
		{"2029-11-25", 38, []string{"KHM", "LAO", "NPL", "SEN"}},
		{"2030-01-01", 38, []string{"LAO", "NPL"}},
	} {
		yes, open := 0, []string(nil)
		for _, c := range targets {
			switch ldc := c.LDCOn(day.on); ldc.State {
			case Yes:
				yes++
			case Uncertain:
				open = append(open, c.ISO3)
			case No:
				if c.SIDS != SIDSState && (ldc.Latest == "" || ldc.Latest >= day.on) {
					t.Errorf("%s on %s: neither least developed nor an island state, and nothing says since when", c.ISO3, day.on)
				}
			}
		}
		slices.Sort(open)
		if yes != day.yes || !slices.Equal(open, day.open) {
			t.Errorf("on %s: %d least developed and open %v, want %d and %v", day.on, yes, open, day.yes, day.open)
		}
	}
}

func TestAPlanThatSpansAGraduationIsTold(t *testing.T) {
	d := load(t)
	for _, c := range []struct {
		name, iso3 string
		first      int
		last       int
		month      int
		want       bool
	}{
		{"Senegal to 2030", "SEN", 2023, 2030, 1, true},
		{"Senegal to 2028", "SEN", 2023, 2028, 1, false},
		{"Senegal to 2028/29, from July", "SEN", 2023, 2028, 7, true},
		{"Nepal has no settled day", "NPL", 2028, 2032, 1, true},
		{"Vanuatu graduated before", "VUT", 2023, 2030, 1, false},
		{"Timor-Leste has no date", "TLS", 2023, 2030, 1, false},
		{"Fiji never was", "FJI", 2023, 2030, 1, false},
	} {
		country, _ := d.Countries.ByISO3(c.iso3)
		if _, got := country.GraduatesWithin(yearOf(c.first), yearOf(c.last), c.month); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestIncomeGroupsThatMoved(t *testing.T) {
	d := load(t)
	for iso3, want := range map[string][2]string{
		"JOR": {"lower-middle", "upper-middle"}, "FSM": {"lower-middle", "upper-middle"}, "PHL": {"lower-middle", "upper-middle"},
		"LKA": {"lower-middle", "upper-middle"}, "VNM": {"lower-middle", "upper-middle"}, "TGO": {"low", "lower-middle"},
		"VUT": {"lower-middle", "lower-middle"},
	} {
		country, _ := d.Countries.ByISO3(iso3)
		for i, year := range []int{26, 27} {
			if got, ok := country.IncomeIn(year); !ok || got.Group != want[i] {
				t.Errorf("%s in FY%d: %q, want %q", iso3, year, got.Group, want[i])
			}
		}
		if _, ok := country.IncomeIn(25); ok {
			t.Errorf("%s has a group for a year that is not here", iso3)
		}
	}
}

func TestThreeIslandStatesAreNotInTheUnion(t *testing.T) {
	d := load(t)
	for _, iso3 := range []string{"MHL", "FSM", "PLW"} {
		c, _ := d.Countries.ByISO3(iso3)
		if c.SIDS != SIDSState || c.UPU != "none" {
			t.Errorf("%s: SIDS %q, UPU %q", iso3, c.SIDS, c.UPU)
		}
	}
	if c, ok := d.Countries.ByISO2("VU"); !ok || c.ISO3 != "VUT" || c.UPU != "member" {
		t.Errorf("VU gives %s, %s", c.ISO3, c.UPU)
	}
	if _, ok := d.Countries.ByISO3("XXX"); ok {
		t.Error("XXX is a country")
	}
}

// The medians show why group means mislead; they are known from the publication.
func TestMediansOfTheCybersecurityIndex(t *testing.T) {
	d := load(t)
	groups := map[string][]float64{}
	for _, g := range d.GCI {
		c, _ := d.Countries.ByISO3(g.ISO3)
		ldc, sids := c.LDCOn(closed).State == Yes, c.SIDS == SIDSState
		score := money.Float(g.Total)
		if ldc {
			groups["LDC"] = append(groups["LDC"], score)
		}
		if sids {
			groups["SIDS"] = append(groups["SIDS"], score)
		}
		if !ldc && !sids {
			groups["neither"] = append(groups["neither"], score)
		}
	}
	for name, want := range map[string]float64{"LDC": 40.75, "SIDS": 33.89, "neither": 88.28} {
		s := groups[name]
		slices.Sort(s)
		median := (s[(len(s)-1)/2] + s[len(s)/2]) / 2
		if math.Abs(median-want) > 0.006 { // printed to two places; a half may go either way
			t.Errorf("%s: median %.4f of %d, want %.2f", name, median, len(s), want)
		}
	}
}

// The day until which statuses were gathered is that of the notes that no later text settles.
func TestTheDayOfTheStatusesIsThatOfTheirNotes(t *testing.T) {
	d, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	open := 0
	for _, c := range d.Countries {
		if ldc := c.LDCOn("2026-11-29"); ldc.State == Uncertain {
			open++
			if !strings.Contains(ldc.Note, "23 November 2026") || !strings.Contains(ldc.Note, "log the confirmed status") {
				t.Errorf("%s: %s", c.ISO3, ldc.Note)
			}
		}
	}
	if open != 3 || StatusesGathered != closed {
		t.Errorf("%d statuses are open, gathered up to %s", open, StatusesGathered)
	}
}
