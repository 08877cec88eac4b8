package words

import (
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// Country names a country by its ISO 3166-1 alpha-3 code. English names are the
// UN's own; the other languages' are CLDR's, but for the entries country.<code>
// of the catalogue, which put UN usage in their place. An unknown code comes back
// as it is.
func (r Reader) Country(iso3 string) string {
	if r.Has("country." + iso3) {
		return r.Say("country."+iso3, nil)
	}
	if r.catalogue == nil {
		return iso3
	}
	c, known := r.catalogue.countries.ByISO3(iso3)
	if !known {
		return iso3
	}
	if r.lang == "en" {
		return c.Name
	}
	region, err := language.ParseRegion(c.ISO2)
	if err != nil {
		return c.Name
	}
	tag := language.Make(r.lang)
	if r.lang == "pt" {
		tag = language.EuropeanPortuguese
	}
	if name := display.Regions(tag).Name(region); name != "" {
		return name
	}
	return c.Name
}
