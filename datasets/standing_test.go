package datasets

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"outrigger/model/money"
	"outrigger/model/peers"
)

// pick finds one standing of a country.
func pick(t *testing.T, d *Data, iso3, day, indicator string, group peers.Group) CountryStanding {
	t.Helper()
	all, known := d.Standing(iso3, day)
	if !known {
		t.Fatalf("no %s", iso3)
	}
	for _, s := range all {
		if s.Indicator.ID == indicator && slices.Equal(s.Asked, group) {
			return s
		}
	}
	t.Fatalf("%s is not shown in %v by %s", iso3, group, indicator)
	return CountryStanding{}
}

func by(kind peers.Kind, value string) peers.Group { return peers.Group{{Kind: kind, Value: value}} }

// The medians of the publication, with the number of countries, for a post in each group.
func TestAPostOfEachGroupSeesItsMedianWithItsNumber(t *testing.T) {
	d := load(t)
	for _, c := range []struct {
		iso3, group string
		median      float64
		n           int
	}{
		{"SEN", StatusLDC, 40.75, 44},
		{"VUT", StatusSIDS, 33.89, 36},
		{"PRT", StatusNeither, 88.28, 121},
		{"TLS", StatusLDC, 40.75, 44}, // both: an island and least developed
		{"TLS", StatusSIDS, 33.89, 36},
	} {
		s := pick(t, d, c.iso3, closed, "gci", by(peers.ByStatus, c.group))
		if math.Abs(s.Median-c.median) > 0.006 { // printed to two places; a half may go either way
			t.Errorf("%s: median %.4f, want %.2f", c.group, s.Median, c.median)
		}
		if s.N != c.n || !s.Enough || !s.Among || s.First != 2024 || s.Last != 2024 {
			t.Errorf("%s in %s: n %d, years %d to %d", c.iso3, c.group, s.N, s.First, s.Last)
		}
		i := slices.IndexFunc(d.GCI, func(g Cybersecurity) bool { return g.ISO3 == c.iso3 })
		if s.Own == nil || *s.Own != money.Float(d.GCI[i].Total) {
			t.Errorf("%s: own %v", c.iso3, s.Own)
		}
		if s.MedianAround != (peers.Interval{}) || s.RankAround != (peers.Interval{}) {
			t.Errorf("%s: an index of all countries is no sample: %+v", c.iso3, s.Standing)
		}
		if source, known := d.SourceOf(s.Source); !known || source.ID != "gci" {
			t.Errorf("%s: source %q", c.iso3, s.Source)
		}
	}
	// why no mean is shown
	ldc := pick(t, d, "SEN", closed, "gci", by(peers.ByStatus, StatusLDC))
	if ldc.Least != 2.21 || ldc.Most != 99.27 {
		t.Errorf("least developed countries from %v to %v, published 2.21 to 99.27", ldc.Least, ldc.Most)
	}
}

// While graduations are open their countries stay in the group and are named.
func TestOpenGraduationsCountAndAreNamed(t *testing.T) {
	d := load(t)
	before := pick(t, d, "SEN", closed, "gci", by(peers.ByStatus, StatusLDC))
	after := pick(t, d, "SEN", "2026-11-25", "gci", by(peers.ByStatus, StatusLDC))
	if len(before.Uncertain) != 0 || fmt.Sprint(after.Uncertain) != "[BGD LAO NPL]" || after.N != before.N || after.Median != before.Median {
		t.Errorf("%v %d, then %v %d", before.Uncertain, before.N, after.Uncertain, after.N)
	}
	if islands := pick(t, d, "VUT", "2026-11-25", "gci", by(peers.ByStatus, StatusSIDS)); len(islands.Uncertain) != 0 {
		t.Errorf("islands: %v", islands.Uncertain)
	}
}

// A subregion of four countries is too small: the region stands for it, and it says so.
func TestASmallSubregionWidensToTheRegion(t *testing.T) {
	d := load(t)
	near := peers.Group{{Kind: peers.BySubregion, Value: "Melanesia"}, {Kind: peers.ByRegion, Value: "Oceania"}}
	s := pick(t, d, "VUT", closed, "gci", near)
	if len(s.Tried) != 2 || s.Tried[0].N != 4 || !slices.Equal(s.Group, near[1:]) || s.N != s.Tried[1].N || s.N < 5 {
		t.Errorf("%+v", s.Standing)
	}
	caribbean := peers.Group{{Kind: peers.BySubregion, Value: "Caribbean"}, {Kind: peers.ByRegion, Value: "Americas"}}
	if s := pick(t, d, "HTI", closed, "gci", caribbean); len(s.Tried) != 1 || s.N < 10 {
		t.Errorf("%+v", s.Standing)
	}
}

// Every country the planner is made for is shown in every group it belongs to, by every
// indicator, and nothing impossible is told of any.
func TestEveryTargetCountryStandsSomewhere(t *testing.T) {
	d := load(t)
	for _, c := range d.Countries.Targets(closed) {
		all, _ := d.Standing(c.ISO3, closed)
		shown := map[string]int{}
		for _, s := range all {
			shown[s.Indicator.ID]++
			if !s.Enough || s.N < peers.DefaultLeast {
				t.Errorf("%s in %v: only %d", c.ISO3, s.Group, s.N)
			}
			if s.Least < 0 || s.Most > s.Indicator.Most || s.Low > s.Median || s.Median > s.High {
				t.Errorf("%s by %s: %+v", c.ISO3, s.Indicator.ID, s.Quartiles)
			}
			if s.Own != nil && !(s.Rank > 0 && s.Rank < 1) {
				t.Errorf("%s by %s: own %v, rank %v", c.ISO3, s.Indicator.ID, *s.Own, s.Rank)
			}
		}
		for _, of := range Indicators() {
			if shown[of.ID] < 4 {
				t.Errorf("%s by %s: %d groups", c.ISO3, of.ID, shown[of.ID])
			}
		}
	}
	if _, known := d.Standing("XXX", closed); known {
		t.Error("XXX stands somewhere")
	}
}

// An own index beside the table: Vanuatu's place by the e-government index, counted here.
func TestARankIsThatCountedByHand(t *testing.T) {
	d := load(t)
	s := pick(t, d, "VUT", closed, "egdi", by(peers.ByStatus, StatusSIDS))
	below, equal, n := 0, 0, 0
	for _, e := range d.EGDI {
		c, _ := d.Countries.ByISO3(e.ISO3)
		if c.SIDS != SIDSState {
			continue
		}
		n++
		switch f := money.Float(e.Index); {
		case f < *s.Own:
			below++
		case f == *s.Own:
			equal++
		}
	}
	if want := (float64(below) + float64(equal)/2) / float64(n); math.Abs(s.Rank-want) > 1e-12 || s.N != n {
		t.Errorf("rank %v of %d, want %v of %d", s.Rank, s.N, want, n)
	}
}
