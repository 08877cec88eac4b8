package datasets

import (
	"slices"
	"strings"

	"outrigger/model/money"
	"outrigger/model/peers"
)

// The values of the trait peers.ByStatus. Neither is a country that is no small island
// developing State and not least developed; it may be landlocked.
const (
	StatusSIDS    = "SIDS"
	StatusLDC     = "LDC"
	StatusLLDC    = "LLDC"
	StatusNeither = "neither"
)

// incomeYear is the World Bank's fiscal year whose income groups compare countries: the
// latest in the table.
const incomeYear = 27

// Traits tells by what a country, or its post, is grouped with others on a day. While a
// graduation is uncertain the country counts as least developed. The subregion is the
// UN's intermediate region where there is one: Caribbean, Eastern Africa.
func (c Country) Traits(day string) []peers.Trait {
	var all []peers.Trait
	add := func(kind peers.Kind, value string) {
		if value != "" {
			all = append(all, peers.Trait{Kind: kind, Value: value})
		}
	}
	for _, status := range c.statusesOn(day) {
		add(peers.ByStatus, status)
	}
	add(peers.ByRegion, c.Region)
	if c.Intermediate != "" {
		add(peers.BySubregion, c.Intermediate)
	} else {
		add(peers.BySubregion, c.Subregion)
	}
	if in, known := c.IncomeIn(incomeYear); known && in.Group != "unclassified" {
		add(peers.ByIncome, in.Group)
	}
	return all
}

func (c Country) statusesOn(day string) []string {
	var all []string
	if c.SIDS == SIDSState {
		all = append(all, StatusSIDS)
	}
	if c.LDCOn(day).State != No {
		all = append(all, StatusLDC)
	}
	if len(all) == 0 {
		all = append(all, StatusNeither)
	}
	if c.LLDC {
		all = append(all, StatusLLDC)
	}
	return all
}

// Indicator is a published index of countries or one of its parts. Its words are
// peers.indicator.<ID>.
type Indicator struct {
	ID   string
	Most float64 // the end of its scale; every scale begins at nought
}

// Indicators lists them: the Global Cybersecurity Index with its five pillars, the
// E-Government Development Index with its parts.
func Indicators() []Indicator {
	return []Indicator{
		{"gci", 100},
		{"gci.legal", 20},
		{"gci.technical", 20},
		{"gci.organisational", 20},
		{"gci.capacity", 20},
		{"gci.cooperation", 20},
		{"egdi", 1},
		{"egdi.online", 1},
		{"egdi.telecommunication", 1},
		{"egdi.human", 1},
		{"egdi.participation", 1},
	}
}

// CountryStanding is where a country stands among those of one of its groups.
type CountryStanding struct {
	Indicator Indicator
	Source    string // id in Data.Sources
	peers.Standing

	// Uncertain lists the countries (ISO3) counted as least developed while no text
	// settles whether they still are. Empty where the group is not by that status.
	Uncertain []string
}

// Standing tells where a country stands on a day: for every indicator, in each of its
// status groups, in its part of the world, its region, among the islands or least
// developed countries of that region, and in its income group. The index covers (nearly)
// all countries there are, so that a standing carries no intervals; groups below five
// countries widen as peers.Stand does. Own is nil where the index does not list the
// country. False for a country that is not known.
func (d *Data) Standing(iso3, day string) ([]CountryStanding, bool) {
	c, known := d.Countries.ByISO3(iso3)
	if !known {
		return nil, false
	}
	traits := map[string][]peers.Trait{}
	var uncertain []string
	for _, each := range d.Countries {
		traits[each.ISO3] = each.Traits(day)
		if each.LDCOn(day).State == Uncertain {
			uncertain = append(uncertain, each.ISO3)
		}
	}
	var all []CountryStanding
	for _, of := range Indicators() {
		values, source := d.values(of.ID, traits)
		for _, group := range groupsOf(c.Traits(day)) {
			s := CountryStanding{Indicator: of, Source: source, Standing: peers.Stand(iso3, values, group, peers.Asking{Census: true})}
			if slices.Contains(s.Group, peers.Trait{Kind: peers.ByStatus, Value: StatusLDC}) {
				s.Uncertain = slices.Clone(uncertain)
			}
			all = append(all, s)
		}
	}
	return all, true
}

// Listed are the standings that a reader is shown in a table: the parts of an index only in
// groups of one trait, which are those a reader asks for, and a group only once where it
// also stands for a smaller one that was too small.
func Listed(all []CountryStanding) []CountryStanding {
	var listed []CountryStanding
	for _, s := range all {
		part := strings.Contains(s.Indicator.ID, ".")
		twice := !part && len(s.Tried) == 1 && slices.ContainsFunc(all, func(small CountryStanding) bool {
			return len(small.Tried) > 1 && small.Indicator.ID == s.Indicator.ID && slices.Equal(small.Group, s.Group)
		})
		if !twice && (!part || len(s.Asked) == 1) {
			listed = append(listed, s)
		}
	}
	return listed
}

// IncomeGroups lists the World Bank's income groups that are compared, the lowest first.
func IncomeGroups() []string { return []string{"low", "lower-middle", "upper-middle", "high"} }

// IncomeSpread is how the countries of a group spread over the income groups.
type IncomeSpread struct {
	Group  peers.Group
	N      int
	Counts []int // by IncomeGroups
}

// Incomes tells how the income groups spread in each status group of a country and in its
// region, on a day; Own is the country's place in IncomeGroups, −1 where the Bank does not
// class it. Income groups are ranks: they are counted, not averaged.
func (d *Data) Incomes(iso3, day string) (spreads []IncomeSpread, own int) {
	c, known := d.Countries.ByISO3(iso3)
	if !known {
		return nil, -1
	}
	at := func(c Country) int {
		in, _ := c.IncomeIn(incomeYear)
		return slices.Index(IncomeGroups(), in.Group)
	}
	for _, t := range c.Traits(day) {
		if t.Kind != peers.ByStatus && t.Kind != peers.ByRegion {
			continue
		}
		s := IncomeSpread{Group: peers.Group{t}, Counts: make([]int, len(IncomeGroups()))}
		for _, each := range d.Countries {
			if i := at(each); i >= 0 && s.Group.Holds(each.Traits(day)) {
				s.N++
				s.Counts[i]++
			}
		}
		spreads = append(spreads, s)
	}
	return spreads, at(c)
}

// groupsOf lists the groups that a country with these traits is shown in.
func groupsOf(traits []peers.Trait) []peers.Group {
	var groups []peers.Group
	of := func(kind peers.Kind) (all []peers.Trait) {
		for _, t := range traits {
			if t.Kind == kind {
				all = append(all, t)
			}
		}
		return all
	}
	region := of(peers.ByRegion)
	for _, status := range of(peers.ByStatus) {
		groups = append(groups, peers.Group{status})
	}
	for _, status := range of(peers.ByStatus) {
		if status.Value != StatusNeither {
			groups = append(groups, append(peers.Group{status}, region...))
		}
	}
	groups = append(groups, append(peers.Group(of(peers.BySubregion)), region...), peers.Group(region))
	if income := of(peers.ByIncome); len(income) > 0 {
		groups = append(groups, peers.Group(income))
	}
	return slices.DeleteFunc(groups, func(g peers.Group) bool { return len(g) == 0 })
}

// values gives an indicator of all countries.
func (d *Data) values(indicator string, traits map[string][]peers.Trait) (values []peers.Value, source string) {
	add := func(iso3 string, of money.Number, from Origin) {
		values = append(values, peers.Value{ID: iso3, Traits: traits[iso3], Year: from.Year, Figure: money.Float(of)})
		source = from.Source
	}
	if index, part, _ := strings.Cut(indicator, "."); index == "gci" {
		for _, g := range d.GCI {
			add(g.ISO3, g.part(part), g.Origin)
		}
	} else {
		for _, e := range d.EGDI {
			add(e.ISO3, e.part(part), e.Origin)
		}
	}
	return values, source
}

func (c Cybersecurity) part(name string) money.Number {
	switch name {
	case "legal":
		return c.Legal
	case "technical":
		return c.Technical
	case "organisational":
		return c.Organisational
	case "capacity":
		return c.Capacity
	case "cooperation":
		return c.Cooperation
	}
	return c.Total
}

func (e EGovernment) part(name string) money.Number {
	switch name {
	case "online":
		return e.OnlineServices
	case "telecommunication":
		return e.Telecommunication
	case "human":
		return e.HumanCapital
	case "participation":
		return e.EParticipation
	}
	return e.Index
}

// TraitWords is the word key of what a country has in common with others; empty for what
// the reader chose or counts: a choice by hand, a band of size.
func TraitWords(t peers.Trait) string {
	switch t.Kind {
	case peers.ByStatus:
		return "peers.status." + t.Value
	case peers.ByIncome:
		return "common.income." + t.Value
	case peers.ByRegion, peers.BySubregion:
		return "peers.region." + strings.ReplaceAll(strings.ToLower(t.Value), " ", "-")
	}
	return ""
}
