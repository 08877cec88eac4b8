package datasets

import "outrigger/model/money"

// SurveyFact is a public figure of the postal sector's cybersecurity survey or of
// an earlier study, in percent. Its sentence is common.survey.<ID> in the word
// catalogue. Sample size and figures by practice or region are not public.
type SurveyFact struct {
	ID       string
	Relation string // "", "<", ">" or "~": how the report worded it
	Value    money.Number
	Scope    string // world, or ISO3
	Origin
}

// SampleRate is the price of one US dollar in a currency on one day. For samples
// only: a real plan states the donor's rate, its date and source.
type SampleRate struct {
	Currency string
	PerUSD   money.Number
	Date     string // ISO 8601
	Origin
}

// Source is a publication the tables rest on.
type Source struct {
	ID, Title, Publisher string
	Year                 int
	Place                string // address
	Terms                string // on which its figures may be used
	Seen                 string // how it was read: at the publisher's, in a mirror, in the press
	Note                 string
}

// SourceOf finds a publication by its id.
func (d *Data) SourceOf(id string) (Source, bool) {
	for _, s := range d.Sources {
		if s.ID == id {
			return s, true
		}
	}
	return Source{}, false
}

func (d *Data) loadSurvey() error {
	t := open("survey.csv")
	for _, r := range t.rows {
		d.Survey = append(d.Survey, SurveyFact{r.text("id"), r.text("relation"), r.number("value"), r.text("scope"), r.origin()})
	}
	return t.err()
}

func (d *Data) loadRates() error {
	t := open("rates_sample.csv")
	for _, r := range t.rows {
		d.SampleRates = append(d.SampleRates, SampleRate{r.text("currency"), r.number("units_per_usd"), r.text("date"), r.origin()})
	}
	return t.err()
}

func (d *Data) loadSources() error {
	t := open("sources.csv")
	for _, r := range t.rows {
		d.Sources = append(d.Sources, Source{
			ID: r.text("id"), Title: r.text("title"), Publisher: r.text("publisher"), Year: r.whole("year"),
			Place: r.text("place"), Terms: r.text("terms"), Seen: r.text("seen"), Note: r.text("note"),
		})
	}
	return t.err()
}
