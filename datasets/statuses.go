package datasets

import (
	"strconv"

	"outrigger/model/span"
)

// State answers a question of status on a day.
type State string

// The answers. Uncertain means that no text settles it; the evidence says why.
const (
	Yes       State = "yes"
	No        State = "no"
	Uncertain State = "uncertain"
)

// StatusesGathered is the day until which the table of statuses was gathered (ISO 8601).
// What was decided later it does not know.
const StatusesGathered = "2026-11-23"

// LDC is a country's standing as a least developed country on a day.
type LDC struct {
	State State

	// Earliest and Latest bound the day of graduation (ISO 8601). Both empty: none
	// is set. Latest empty beside an Earliest: open.
	Earliest, Latest string

	// Certain tells whether the evidence settles the graduation itself.
	Certain bool
	Origin
}

// status is a row of the table: on the list until a day between two bounds.
type status struct {
	earliest, latest string
	certain          bool
	Origin
}

// LDCOn tells whether the country is a least developed country on a day, written
// 2026-11-23. Before the earliest day of graduation it is, after the latest it is
// not, between them the answer is uncertain.
func (c Country) LDCOn(day string) LDC {
	if len(c.statuses) == 0 {
		return LDC{State: No, Certain: true, Origin: c.Origin}
	}
	s := c.statuses[0]
	answer := LDC{State: Yes, Earliest: s.earliest, Latest: s.latest, Certain: s.certain, Origin: s.Origin}
	switch {
	case s.earliest == "" || day < s.earliest:
	case s.latest != "" && day > s.latest:
		answer.State = No
	default:
		answer.State = Uncertain
	}
	return answer
}

// GraduatesWithin reports a graduation that falls, or may fall, into a plan's
// fiscal years: a proposal that spans it needs a warning. The years start in
// startMonth (1 to 12).
func (c Country) GraduatesWithin(first, last span.Year, startMonth int) (LDC, bool) {
	from := monthStart(first, startMonth)
	to := monthStart(last+1, startMonth)
	answer := c.LDCOn(from)
	if answer.Earliest == "" || answer.Earliest >= to || (answer.Latest != "" && answer.Latest < from) {
		return LDC{}, false
	}
	return answer, true
}

func monthStart(year span.Year, month int) string {
	m := strconv.Itoa(max(month, 1))
	if len(m) == 1 {
		m = "0" + m
	}
	return strconv.Itoa(int(year)) + "-" + m + "-01"
}

func (d *Data) loadStatuses() error {
	t := open("statuses.csv")
	for _, r := range t.rows {
		s := status{earliest: r.text("until_earliest"), latest: r.text("until_latest"), certain: r.text("certainty") == "certain", Origin: r.origin()}
		if r.text("status") != "ldc" || (s.latest != "" && s.latest < s.earliest) {
			r.fault("status and dates", "ldc, the earliest day before the latest")
		}
		c := d.country(r)
		c.statuses = append(c.statuses, s)
	}
	return t.err()
}
