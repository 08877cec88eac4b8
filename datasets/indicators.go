package datasets

import "outrigger/model/money"

// Cybersecurity is a country's standing in the Global Cybersecurity Index of the
// International Telecommunication Union: five pillars of 0 to 20 points each and
// their total.
type Cybersecurity struct {
	ISO3                                                    string
	Legal, Technical, Organisational, Capacity, Cooperation money.Number
	Total                                                   money.Number
	Origin
}

// EGovernment is a country's standing in the UN's E-Government Development Index,
// each part from 0 to 1.
type EGovernment struct {
	ISO3                                                            string
	Rank                                                            int
	Index                                                           money.Number
	OnlineServices, Telecommunication, HumanCapital, EParticipation money.Number
	Origin
}

func (d *Data) loadCybersecurity() error {
	t := open("gci.csv")
	for _, r := range t.rows {
		d.GCI = append(d.GCI, Cybersecurity{
			ISO3: d.country(r).ISO3, Legal: r.number("legal"), Technical: r.number("technical"), Organisational: r.number("organisational"),
			Capacity: r.number("capacity"), Cooperation: r.number("cooperation"), Total: r.number("total"), Origin: r.origin(),
		})
	}
	return t.err()
}

func (d *Data) loadEGovernment() error {
	t := open("egdi.csv")
	for _, r := range t.rows {
		d.EGDI = append(d.EGDI, EGovernment{
			ISO3: d.country(r).ISO3, Rank: r.whole("rank"), Index: r.number("index"), OnlineServices: r.number("online_services"),
			Telecommunication: r.number("telecommunication"), HumanCapital: r.number("human_capital"), EParticipation: r.number("participation"), Origin: r.origin(),
		})
	}
	return t.err()
}
