package datasets

import (
	"slices"
	"strings"
)

// Country is one of the UN's countries and areas.
type Country struct {
	ISO3, ISO2, M49 string
	Name            string // English, as the UN writes it
	Region          string // UN region; Subregion and Intermediate within it
	Subregion       string
	Intermediate    string
	UNMember        bool
	Currency        string // ISO 4217; empty where the country has none of its own
	Places          int    // decimal places of the currency
	SIDS            SIDS
	LLDC            bool   // landlocked developing country
	UPU             string // member, joint (through another member), none, or empty: not established
	UPUGroup        int    // geographic group 1 to 5, derived from the UN regions; 0: none
	Lending         string // World Bank lending category of fiscal year 2026
	Origin

	statuses []status
	income   map[int]Income
}

// SIDS tells whether a country is a small island developing State.
type SIDS string

// The kinds of small island developing States in the UN's list: States, and
// associate members of regional commissions.
const (
	NoSIDS        SIDS = ""
	SIDSState     SIDS = "state"
	SIDSAssociate SIDS = "associate"
)

// Countries is the list of all, by ISO3.
type Countries []Country

// ByISO3 finds a country by its three-letter code.
func (cs Countries) ByISO3(code string) (Country, bool) {
	i, found := slices.BinarySearchFunc(cs, code, func(c Country, code string) int { return strings.Compare(c.ISO3, code) })
	if !found {
		return Country{}, false
	}
	return cs[i], true
}

// ByISO2 finds a country by its two-letter code.
func (cs Countries) ByISO2(code string) (Country, bool) {
	i := slices.IndexFunc(cs, func(c Country) bool { return c.ISO2 == code })
	if i < 0 {
		return Country{}, false
	}
	return cs[i], true
}

// Targets lists the countries the planner is made for: least developed on the
// day, or a small island developing State. An uncertain status counts, so that
// nobody is left out by an open question.
func (cs Countries) Targets(day string) Countries {
	var targets Countries
	for _, c := range cs {
		if c.LDCOn(day).State != No || c.SIDS == SIDSState {
			targets = append(targets, c)
		}
	}
	return targets
}

func (d *Data) loadCountries() error {
	t := open("countries.csv")
	for _, r := range t.rows {
		c := Country{
			ISO3: r.text("iso3"), ISO2: r.text("iso2"), M49: r.text("m49"), Name: r.text("name"),
			Region: r.text("region"), Subregion: r.text("subregion"), Intermediate: r.text("intermediate"),
			UNMember: r.yes("un_member"), Currency: r.text("currency"),
			SIDS: SIDS(r.text("sids")), LLDC: r.yes("lldc"), UPU: r.text("upu"),
			Origin: r.origin(), income: map[int]Income{},
		}
		if c.Currency != "" {
			c.Places = r.whole("places")
		}
		if r.text("upu_group") != "" {
			c.UPUGroup = r.whole("upu_group")
		}
		d.Countries = append(d.Countries, c)
	}
	return t.err()
}

// country gives the country a row of another table speaks of.
func (d *Data) country(r row) *Country {
	code := r.text("iso3")
	i := slices.IndexFunc(d.Countries, func(c Country) bool { return c.ISO3 == code })
	if i < 0 {
		r.fault("iso3", "a country of countries.csv")
		return &Country{income: map[int]Income{}}
	}
	return &d.Countries[i]
}
