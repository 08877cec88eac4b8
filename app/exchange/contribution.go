package exchange

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"outrigger/model/money"
	"outrigger/model/peers"
)

// Contribution is what one post gives: figures to Digits significant digits, what
// groups it belongs to, and nothing in its own words. The country stands in it openly,
// because the coordinator has to know who contributes, and two contributions of one post
// from those of two; a pseudonym made of it could be guessed by trying all countries.
// Nobody but the coordinator sees it: the file is sealed.
type Contribution struct {
	head
	ID           string   `json:"id"` // random: tells a file that came twice
	Definitions  int      `json:"definitions"`
	Country      string   `json:"country"` // ISO 3166-1 alpha-3
	Made         string   `json:"made"`    // day
	Illustrative bool     `json:"illustrative"`
	Traits       []string `json:"traits"` // "region=Oceania", in order; the band of size among them
	Currency     string   `json:"currency"`
	RateDate     string   `json:"rate_date"` // of the rate into Currency; empty: none was needed
	Figures      []Figure `json:"figures"`
}

// Figure is a metric of one fiscal year.
type Figure struct {
	Metric  string `json:"metric"`
	Year    int    `json:"year"`
	Earlier int    `json:"earlier"` // of growth; else 0
	Value   string `json:"value"`   // plain decimal
	Grade   string `json:"grade"`   // the weakest evidence of what it is made of
}

// Digits is how many significant digits of a figure leave.
const Digits = 2

// maxFigures bounds a contribution: metrics and practices of several years.
const maxFigures = 400

// Coarsened writes a figure as it leaves: to Digits significant digits, levels as they
// are.
func Coarsened(metric peers.Metric, figure money.Number) string {
	if metric.Unit == peers.Level {
		return money.Canonical(figure)
	}
	f, _ := strconv.ParseFloat(strconv.FormatFloat(money.Float(figure), 'e', Digits-1, 64), 64)
	if f == 0 {
		return "0"
	}
	return strconv.FormatFloat(f, 'f', -1, 64)
}

// Seen is one line of a preview: what will leave.
type Seen struct {
	Key       string // of the word that names it: "exchange.seen.country", "peers.metric.mismatch"
	Practice  string // instead of Key: the practice whose level it is
	Value     string // as it stands in the file
	Year      int    // 0: of no year
	Earlier   int
	Grade     string
	Coarsened bool
}

// Preview lists every value of a contribution, in the file's order. Nothing else leaves.
func (c Contribution) Preview() []Seen {
	seen := []Seen{
		{Key: "exchange.seen.format", Value: c.Format},
		{Key: "exchange.seen.version", Value: fmt.Sprint(c.Version)},
		{Key: "exchange.seen.id", Value: c.ID},
		{Key: "exchange.seen.definitions", Value: fmt.Sprint(c.Definitions)},
		{Key: "exchange.seen.country", Value: c.Country},
		{Key: "exchange.seen.made", Value: c.Made},
		{Key: "exchange.seen.illustrative", Value: fmt.Sprint(c.Illustrative)},
	}
	for _, trait := range c.Traits {
		kind, value, _ := strings.Cut(trait, "=")
		seen = append(seen, Seen{Key: "peers.kind." + kind, Value: value, Coarsened: kind == string(peers.BySize)})
	}
	seen = append(seen, Seen{Key: "exchange.seen.currency", Value: c.Currency})
	if c.RateDate != "" {
		seen = append(seen, Seen{Key: "exchange.seen.rate_date", Value: c.RateDate})
	}
	for _, f := range c.Figures {
		s := Seen{Key: "peers.metric." + f.Metric, Value: f.Value, Year: f.Year, Earlier: f.Earlier, Grade: f.Grade, Coarsened: true}
		if practice, is := practiceOf(f.Metric); is {
			s.Key, s.Practice, s.Coarsened = "", practice, false
		}
		seen = append(seen, s)
	}
	return seen
}

var practiceName = regexp.MustCompile(`^practice/([a-z][a-z0-9-]{0,39})$`)

func practiceOf(metric string) (string, bool) {
	m := practiceName.FindStringSubmatch(metric)
	if m == nil {
		return "", false
	}
	return m[1], true
}

// metricOf finds a metric by an id that may come from anywhere.
func metricOf(id string) (peers.Metric, bool) {
	if _, is := practiceOf(id); !is && strings.Contains(id, "/") {
		return peers.Metric{}, false
	}
	return peers.MetricByID(id)
}

var (
	country  = regexp.MustCompile(`^[A-Z]{3}$`)
	anyTrait = regexp.MustCompile(`^(hand|size|income|subregion|region|status)=[\pL\pN][\pL\pN '’.,&()+-]{0,59}$`)
)

var grades = []string{"measured", "estimated", "borrowed", "published"}

// ReadContribution reads an opened contribution. Faults: too_big, contribution_form,
// version, definitions.
func ReadContribution(plain []byte) (Contribution, error) {
	var c Contribution
	if err := decode(plain, MaxContribution, "contribution", &c); err != nil {
		return Contribution{}, err
	}
	if c.Definitions != Definitions {
		return Contribution{}, fault("definitions", "theirs", fmt.Sprint(c.Definitions), "ours", fmt.Sprint(Definitions))
	}
	if !c.sound() {
		return Contribution{}, fault("contribution_form")
	}
	return c, nil
}

func (c Contribution) sound() bool {
	if c.head != (head{"outrigger-contribution", formVersion}) {
		return false
	}
	if !isID(c.ID) || !country.MatchString(c.Country) || !isDay(c.Made) || c.Currency != Common || c.RateDate != "" && !isDay(c.RateDate) {
		return false
	}
	if len(c.Traits) > 20 || !slices.IsSorted(c.Traits) || len(slices.Compact(slices.Clone(c.Traits))) != len(c.Traits) {
		return false
	}
	for _, t := range c.Traits {
		if !anyTrait.MatchString(t) {
			return false
		}
	}
	told := map[string]bool{}
	for _, f := range c.Figures {
		at := fmt.Sprint(f.Metric, " ", f.Year)
		if told[at] || !f.sound() {
			return false
		}
		told[at] = true
	}
	return len(c.Figures) > 0 && len(c.Figures) <= maxFigures
}

func (f Figure) sound() bool {
	m, known := metricOf(f.Metric)
	n, err := money.Parse(f.Value)
	if !known || err != nil || money.Canonical(n) != f.Value || Coarsened(m, n) != f.Value || !slices.Contains(grades, f.Grade) {
		return false
	}
	grown := m.Family == "growth"
	if f.Year < 1990 || f.Year > 2200 || grown != (f.Earlier != 0) || grown && (f.Earlier < 1900 || f.Earlier >= f.Year) {
		return false
	}
	x := money.Float(n)
	switch m.Unit {
	case peers.Level:
		return x >= 0 && x <= 4 && x == math.Trunc(x)
	case peers.PerYear:
		return x > -1
	}
	return x >= 0
}

// float is the value, which sound has read.
func (f Figure) float() float64 {
	n, _ := money.Parse(f.Value)
	return money.Float(n)
}

// usual are the bounds beyond which a figure is likelier a slip of unit or comma than a
// post. They are wide, are no benchmark, and only raise a question.
func usual(m peers.Metric) (low, high float64) {
	switch m.Unit {
	case peers.PerEmployee:
		return 0.1, 20_000
	case peers.Share:
		return 0.00001, 0.6
	case peers.PerThousand:
		return 0, 200
	case peers.Hours:
		return 0, 200
	case peers.PerYear:
		return -0.6, 2
	case peers.Times:
		return 0.05, 20
	}
	return math.Inf(-1), math.Inf(1)
}

// Absurd lists the metrics of a contribution whose figures are questionable.
func (c Contribution) Absurd() []Figure {
	var odd []Figure
	for _, f := range c.Figures {
		m, _ := metricOf(f.Metric)
		if low, high := usual(m); f.float() < low || f.float() > high {
			odd = append(odd, f)
		}
	}
	return odd
}
