package datasets

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"outrigger/model/money"
	"outrigger/model/plan"
)

// Published is one published effect, effort or price of a measure, to be shown beside
// the cell it speaks of and never filled in without being asked. Its words are
// evidence.unit.<Unit>, evidence.who.<Who>, evidence.scale.<Scale>, study.<Grade>,
// evidence.rating.<Rating>, evidence.relation.<Relation> and evidence.note.<each of
// Notes>.
//
// Limits. Nothing here was measured on a post, in a small island state or in a least
// developed country; every row has to be shown with evidence.transferred.
type Published struct {
	Measure  string
	Part     string // id of the cost or effect it is shown beside; empty: beside the measure
	About    string // effect, effort, price
	Scale    string // account, likelihood, severity, yield, price, effort, ordinal
	Step     string // of an effect: keep_out, detect, contain, recover
	Relation string // "", about, up-to, at-least

	Value, Low, High *money.Number // as published, in Unit; all missing for a finding in words
	Rating           string        // of an ordinal rating: low, moderate, high
	Unit             string
	Currency         string // of a price: ISO 4217

	Country string // ISO 3166-1 alpha-3, "several", or empty: not told
	Year    int
	Size    string // how many were looked at: "602" or "1-10"; empty: not told
	Who     string // what they were
	Grade   string // A to E, X: how good a study it is
	Mark    string // VERIFIED: read; SECONDARY: in somebody's report
	Source  Source
	Notes   []string
}

// Share gives a published effect as the share by which something falls, as plans state
// effects: 1.4 times rarer is 1 − 1/1.4. Ratios between the worst and the best, ranks,
// yields and findings in words are no such shares, and neither is what stands beside no
// effect of the measure: it is to be read, not taken over.
func (p Published) Share() (money.Number, bool) {
	if p.About != "effect" || p.Part == "" || p.Value == nil {
		return money.Number{}, false
	}
	whole, part := money.Int(100), *p.Value
	switch p.Unit {
	case "percent-lower":
	case "times-lower":
		whole = *p.Value
		less, err := whole.Sub(money.Int(1))
		if err != nil {
			return money.Number{}, false
		}
		part = less
	default:
		return money.Number{}, false
	}
	share, err := part.Quo(whole)
	if err != nil || share.IsNeg() {
		return money.Number{}, false
	}
	return money.Round(share, sharePlaces), true
}

// sharePlaces is a tenth of a thousandth: more than any of the studies can vouch for,
// and enough for 99.22 %.
const sharePlaces = 4

// For tells whether a published effect speaks of the same as an effect of a plan:
// what is measured on accounts and messages belongs to the count of a driver, and
// never to how often losses happen.
func (p Published) For(kind string) bool {
	switch p.Scale {
	case "account":
		return kind == plan.Volume
	case "likelihood":
		return kind == plan.Likelihood
	case "severity":
		return kind == plan.Severity
	}
	return false
}

// Evidence lists what is published about a measure, effects first, then effort and
// prices; prices of days of advice stand beside every cost counted in days.
func (m *Measures) Evidence(measure string) []Published {
	one, known := m.ByID(measure)
	if !known {
		return nil
	}
	var list []Published
	for _, p := range m.published {
		if p.Measure == measure {
			list = append(list, p)
		}
		if p.Measure == "" {
			for _, c := range one.Costs {
				if c.Unit == p.Part {
					q := p
					q.Measure, q.Part = measure, c.ID
					list = append(list, q)
				}
			}
		}
	}
	order := []string{"effect", "effort", "price"}
	slices.SortStableFunc(list, func(a, b Published) int { return slices.Index(order, a.About) - slices.Index(order, b.About) })
	return list
}

// Beside lists what is published for one cell: a cost or an effect of a measure. Where
// an effect has nothing with a Share beside it, evidence.none has to be shown.
func (m *Measures) Beside(measure, part string) []Published {
	return slices.DeleteFunc(m.Evidence(measure), func(p Published) bool { return p.Part != part })
}

// HasEffect tells whether the size of an effect is published at all, be it none. Where
// it is not, evidence.none has to be shown; what a measure yields, a rank or a finding
// in words is no size.
func (m *Measures) HasEffect(measure string) bool {
	return slices.ContainsFunc(m.published, func(p Published) bool {
		sized := p.Value != nil || p.Low != nil || p.Unit == "none-found"
		return p.Measure == measure && p.About == "effect" && sized && slices.Contains([]string{"account", "likelihood", "severity"}, p.Scale)
	})
}

func (m *Measures) loadMeasureSources() (err error) {
	m.sources, err = openMeasures("sources.csv").publications()
	return err
}

// publications reads a table of what was read: id, title, publisher, year, address and
// how it was seen. A text without an address says in the last that none was kept.
func (t *table) publications() (map[string]Source, error) {
	all := map[string]Source{}
	for _, r := range t.rows {
		s := Source{ID: r.text("id"), Title: r.text("title"), Publisher: r.text("publisher"), Year: r.whole("year"), Place: r.text("url"), Seen: r.text("seen")}
		if s.ID == "" || s.Title == "" || s.Publisher == "" || s.Seen == "" || !strings.HasPrefix(s.Place, "http") && !strings.Contains(s.Seen, "no address kept") {
			r.fault("id, title, publisher, url and seen", "stated")
		}
		if _, twice := all[s.ID]; twice {
			r.fault("id", "used once")
		}
		all[s.ID] = s
	}
	return all, t.err()
}

var sizes = regexp.MustCompile(`^(\d+(-\d+)?)?$`)

func (m *Measures) loadPublished() error {
	t := openMeasures("evidence.csv")
	for _, r := range t.rows {
		m.publish(r)
	}
	return t.err()
}

// publish takes a row of the table in, or leaves its faults there.
func (m *Measures) publish(r row) {
	source, known := m.sources[r.text("source")]
	if !known {
		r.fault("source", "an id of sources.csv")
	}
	p := Published{
		Measure: r.text("measure"), Part: r.text("part"), About: r.text("about"), Scale: r.text("scale"), Step: r.text("step"), Relation: r.text("relation"),
		Value: r.maybe("value"), Low: r.maybe("value_low"), High: r.maybe("value_high"), Rating: r.text("rating"), Unit: r.text("unit"), Currency: r.text("currency"),
		Country: r.text("country"), Year: r.whole("year"), Size: r.text("size"), Who: r.text("who"), Grade: r.text("grade"), Mark: r.text("mark"),
		Source: source, Notes: strings.Fields(r.text("notes")),
	}
	m.checkPublished(r, p)
	m.published = append(m.published, p)
}

func (m *Measures) checkPublished(r row, p Published) {
	among := func(column, value string, list ...string) {
		if !slices.Contains(list, value) {
			r.fault(column, "one of "+strings.Join(list, ", "))
		}
	}
	among("about", p.About, "effect", "effort", "price")
	among("scale", p.Scale, map[string][]string{"effect": {"account", "likelihood", "severity", "yield", "ordinal"}, "effort": {"effort", "ordinal"}, "price": {"price"}}[p.About]...)
	among("step", p.Step, append([]string{""}, plan.Steps...)...)
	among("relation", p.Relation, "", "about", "up-to", "at-least")
	among("rating", p.Rating, "", "low", "moderate", "high")
	among("grade", p.Grade, "A", "B", "C", "D", "E", "X")
	among("mark", p.Mark, "VERIFIED", "SECONDARY")
	if p.Unit == "" || p.Who == "" || p.Year < 1990 || !sizes.MatchString(p.Size) {
		r.fault("unit, who, year and size", "stated, the size as a number or a range")
	}
	if _, ok := money.ByCode(p.Currency); ok != (p.About == "price") {
		r.fault("currency", "that of a price, and of nothing else")
	}
	if (p.Low == nil) != (p.High == nil) || p.Low != nil && p.Low.Cmp(*p.High) > 0 {
		r.fault("value_low and value_high", "both ends of a range")
	}
	if words := p.Unit == "finding" || p.Unit == "none-found" || p.Rating != ""; words == (p.Value != nil || p.Low != nil) {
		r.fault("value", "stated, or a finding in words instead")
	}
	if err := m.placed(p); err != nil {
		r.table.faults = append(r.table.faults, fmt.Errorf("%s line %d: %w", r.table.name, r.line, err))
	}
}

// placed checks that a row stands beside a part of its measure that it speaks of.
func (m *Measures) placed(p Published) error {
	one, known := m.ByID(p.Measure)
	switch {
	case p.Measure == "" && p.About == "price":
		return nil // for every cost in the unit that Part names
	case !known:
		return fmt.Errorf("there is no measure %q", p.Measure)
	case p.Part == "":
		return nil
	case p.About != "effect":
		if !slices.ContainsFunc(one.Costs, func(c MeasureCost) bool { return c.ID == p.Part }) {
			return fmt.Errorf("%s has no cost %q", one.ID, p.Part)
		}
		return nil
	}
	i := slices.IndexFunc(one.Effects, func(e MeasureEffect) bool { return e.ID == p.Part })
	if i < 0 {
		return fmt.Errorf("%s has no effect %q", one.ID, p.Part)
	}
	if kind := one.Effects[i].Kind; p.Scale != "yield" && !p.For(kind) {
		return fmt.Errorf("a figure on the scale %s says nothing about an effect of the kind %s", p.Scale, kind)
	}
	return nil
}

// openMeasures reads a table of the measures whole, as open does one of facts.
func openMeasures(name string) *table { return openIn(measureFiles, "measures/", name) }
