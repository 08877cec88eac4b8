// Package plan holds everything one post says about itself: the document that
// is typed, mailed, compared and kept.
//
// A plan is inputs only. Nothing in it is computed; package chain turns it into
// a graph of rows, and every figure shown or exported is read from that graph.
// Each figure carries its evidence, so that a reviewer can ask of any total what
// it rests on.
//
// The document is JSON (format "outrigger-plan"). Parse reads it whole, reports
// every finding at once with its place and remedy, and keeps fields it does not
// know; Marshal writes it back in one canonical form.
package plan

import (
	"outrigger/model/money"
	"outrigger/model/span"
)

// Version is the schema version this program writes. Older ones are brought
// forward by Parse; newer ones are refused.
const Version = 1

// Limits of a document. They keep a hostile or mistyped file from exhausting a
// modest laptop; no real post comes near them.
const (
	MaxYears = 40      // fiscal years on the axis
	MaxItems = 2000    // entries in any one list
	MaxText  = 4000    // characters in any one text
	MaxBytes = 8 << 20 // bytes in a document
)

// Plan is one post's document.
type Plan struct {
	Format   string `json:"format"`
	Version  int    `json:"version"`
	Title    string `json:"title"`
	Language string `json:"language"` // en, fr, es, pt or ar: the language the post writes in

	// Illustrative marks a sample: every surface then says that the figures
	// describe no real post.
	Illustrative bool `json:"illustrative"`

	Post       Post         `json:"post"`
	Years      Years        `json:"years"`
	Money      Money        `json:"money"`
	Prices     Prices       `json:"prices"`
	Drivers    []Driver     `json:"drivers"`
	Team       Team         `json:"team"`
	Activities []Activity   `json:"activities"`
	Lines      []Line       `json:"lines"`
	Funding    []Funding    `json:"funding"`
	Losses     []Loss       `json:"losses"`
	Measures   []Measure    `json:"measures"`
	Portfolio  Portfolio    `json:"portfolio"`
	Readiness  []Assessment `json:"readiness"`
	Project    Project      `json:"project"`
	Wordings   []Wording    `json:"wordings"` // sentences of the case in the post's own words
	Scenarios  []Scenario   `json:"scenarios"`
	Doubt      Doubt        `json:"doubt"`
	Sources    []Source     `json:"sources"`
	Log        []LogEntry   `json:"log"`
	Mappings   []Mapping    `json:"mappings"` // saved spreadsheet mappings, see app/intake

	Extra Extra `json:"-"`
}

// Post says who asks.
type Post struct {
	Name      string `json:"name"`
	Country   string `json:"country"` // ISO 3166-1 alpha-3
	Employees Figure `json:"employees"`

	// What only comparison with other posts asks for; see Compared.
	ITSpend  Figure `json:"it_spend"` // all spending on information technology, cybersecurity included, own currency, by actual year
	Revenue  Figure `json:"revenue"`  // operating revenue, own currency, by actual year
	Training Figure `json:"training"` // hours of cybersecurity training that all employees had together, by actual year

	Contact     string `json:"contact"`
	ProjectType string `json:"project_type"`
	Summary     string `json:"summary"` // the post, its services and its situation in its own words
	Extra       Extra  `json:"-"`
}

// Years is the time axis: fiscal years First to Last, actual up to and including
// LastActual, planned after it. A fiscal year is named by the calendar year in
// which it starts; StartMonth is 1 to 12.
type Years struct {
	First      span.Year `json:"first"`
	LastActual span.Year `json:"last_actual"`
	Last       span.Year `json:"last"`
	StartMonth int       `json:"start_month"`
	Extra      Extra     `json:"-"`
}

// Money names the plan's currencies and the dated rates between them.
type Money struct {
	Currency string `json:"currency"` // the post's own, ISO 4217
	Donor    string `json:"donor"`    // the donor's, ISO 4217; may be the same
	Rates    []Rate `json:"rates"`
	Extra    Extra  `json:"-"`
}

// Rate is the price of one unit of Currency in the plan's own currency
// (119.5 for USD in a plan in VUV), on a date, from a source.
type Rate struct {
	Currency string `json:"currency"`
	Value    Figure `json:"value"`
	Date     string `json:"date"` // ISO 8601, a day
	Extra    Extra  `json:"-"`
}

// Prices says how prices and wages move.
type Prices struct {
	Inflation Inflation `json:"inflation"`
	Wages     Inflation `json:"wages"` // zero value: wages follow Inflation
	Extra     Extra     `json:"-"`
}

// Inflation is a path of yearly rates, as shares (0.03 = 3 % a year).
type Inflation struct {
	// From is "country" (the country's published consumer price series, then
	// After), "own" (Own for every year), or empty.
	From  string `json:"from"`
	Own   Figure `json:"own"`
	After Figure `json:"after"` // the assumption for years the published series does not reach
	Extra Extra  `json:"-"`
}

// Driver is a count per year that causes work: parcels tracked, mailboxes,
// incidents, suppliers.
type Driver struct {
	ID      string `json:"id"`
	Name    string `json:"name"`
	Unit    string `json:"unit"` // the noun counted, in the plan's language
	History Figure `json:"history"`
	Future  Future `json:"future"`
	Extra   Extra  `json:"-"`
}

// Future says how a driver goes on after its last actual year.
type Future struct {
	Kind  string `json:"kind"`  // rate, path, ratio, compound or fit
	Rate  Figure `json:"rate"`  // rate: growth a year as a share, one or by year
	Path  Figure `json:"path"`  // path: the counts themselves, by year
	Of    string `json:"of"`    // ratio: id of the other driver
	Ratio Figure `json:"ratio"` // ratio: this driver's units per unit of the other
	Extra Extra  `json:"-"`
}

// Team is who does the work.
type Team struct {
	Time  WorkingTime `json:"time"` // for roles that state none of their own
	Roles []Role      `json:"roles"`
	Extra Extra       `json:"-"`
}

// WorkingTime holds the WISN components of available working time: days a year
// and hours a day (WHO, Workload Indicators of Staffing Need, ISBN
// 978 92 4 150019 7).
type WorkingTime struct {
	PossibleDays   Figure `json:"possible_days"`
	PublicHolidays Figure `json:"public_holidays"`
	AnnualLeave    Figure `json:"annual_leave"`
	SickLeave      Figure `json:"sick_leave"`
	OtherAbsence   Figure `json:"other_absence"`
	HoursPerDay    Figure `json:"hours_per_day"`
	Extra          Extra  `json:"-"`
}

// Role is a category of staff.
type Role struct {
	ID         string       `json:"id"`
	Name       string       `json:"name"`
	Time       *WorkingTime `json:"time"` // nil: the team's
	Support    []Support    `json:"support"`
	Additional []Additional `json:"additional"`

	Staff        Figure `json:"staff"`         // people in post in the actual years
	Hires        Figure `json:"hires"`         // people joining, by planned year
	RampUp       Figure `json:"ramp_up"`       // share of a full year's work a newcomer does in the first year
	Attrition    Figure `json:"attrition"`     // share of last year's people who leave in a year
	Replaced     Figure `json:"replaced"`      // share of leavers who are replaced
	VacantMonths Figure `json:"vacant_months"` // months a leaver's post stays empty

	Wage   Figure    `json:"wage"` // full cost of one person for a year, own currency, at prices of WageYear
	WageAt span.Year `json:"wage_year"`
	Costed string    `json:"costed"` // "need" (people the work needs, at least those in post) or "staff" (people in post)

	Backlog Figure `json:"backlog"` // hours of deferrable work waiting at the start of the first year
	Lapse   Figure `json:"lapse"`   // share of waiting work that lapses at the end of a year
	Extra   Extra  `json:"-"`
}

// Support is a category allowance: work all members of a role do, as Amount out
// of Of, both in Unit (2 of 40 hours; 10 of 179 days). Of left out: Amount is
// itself the share.
type Support struct {
	ID     string `json:"id"`
	Name   string `json:"name"`
	Amount Figure `json:"amount"`
	Of     Figure `json:"of"`
	Unit   string `json:"unit"` // hours or days; empty for a share
	Extra  Extra  `json:"-"`
}

// Additional is an individual allowance: Hours a year for each of People.
type Additional struct {
	ID     string `json:"id"`
	Name   string `json:"name"`
	People Figure `json:"people"`
	Hours  Figure `json:"hours"`
	Extra  Extra  `json:"-"`
}

// Activity is a piece of work a driver causes: driver × Occurrences × Hours.
type Activity struct {
	ID          string `json:"id"`
	Name        string `json:"name"`
	Driver      string `json:"driver"`      // id; empty: Occurrences are a year
	Occurrences Figure `json:"occurrences"` // per unit of the driver
	Hours       Figure `json:"hours"`       // activity standard: hours per occurrence
	Role        string `json:"role"`
	Urgent      bool   `json:"urgent"` // false: deferrable, may wait in the backlog
	Extra       Extra  `json:"-"`
}

// Line is something to buy: Quantity × UnitCost × price path.
type Line struct {
	ID          string    `json:"id"`
	Name        string    `json:"name"`
	Category    string    `json:"category"` // one of Categories
	Kind        string    `json:"kind"`     // build or run
	Unit        string    `json:"unit"`     // the noun counted, in the plan's language
	Quantity    Figure    `json:"quantity"`
	Per         string    `json:"per"`      // id of a driver: Quantity is for each of its units; empty: in all
	Currency    string    `json:"currency"` // empty: the plan's own
	UnitCost    Figure    `json:"unit_cost"`
	PriceYear   span.Year `json:"price_year"`
	PricePath   string    `json:"price_path"` // inflation, wages, fixed or own
	OwnPath     Figure    `json:"own_path"`
	Life        Figure    `json:"life"`        // years until it is bought again; none: never
	Contingency Figure    `json:"contingency"` // share added on top
	Objective   string    `json:"objective"`   // objective or output code
	Note        string    `json:"note"`        // justification in the post's own words
	Extra       Extra     `json:"-"`
}

// Categories are the cost categories of a line; people's cost from the team is
// "staff".
var Categories = []string{"staff", "services", "software", "equipment", "training", "travel", "other"}

// Funding is money or goods from one source, by year, in Currency.
type Funding struct {
	ID       string `json:"id"`
	Name     string `json:"name"`
	Kind     string `json:"kind"`  // own, government, donor or other
	Grade    string `json:"grade"` // secured, probable or sought
	InKind   bool   `json:"in_kind"`
	Currency string `json:"currency"` // empty: the plan's own
	Amount   Figure `json:"amount"`
	Letter   string `json:"letter"` // reference of the letter or budget act
	Extra    Extra  `json:"-"`
}

// Scenario is a named set of overrides of the plan's inputs. Keys are row ids
// of inputs (drivers/phishing/growth).
type Scenario struct {
	ID        string     `json:"id"`
	Name      string     `json:"name"`
	Overrides []Override `json:"overrides"`
	Extra     Extra      `json:"-"`
}

// Override replaces one input in a scenario: all of it by Value, or single years
// by Years.
type Override struct {
	Input string `json:"input"`
	Figure
}

// Source is where a figure was read.
type Source struct {
	ID        string `json:"id"`
	Title     string `json:"title"`
	Publisher string `json:"publisher"`
	Year      int    `json:"year"`
	Place     string `json:"place"` // address, page, letter number
	Note      string `json:"note"`
	Extra     Extra  `json:"-"`
}

// LogEntry records an assumption or a change.
type LogEntry struct {
	Date  string `json:"date"`
	Who   string `json:"who"`
	Text  string `json:"text"`
	Extra Extra  `json:"-"`
}

// Mapping is a saved way to read a spreadsheet: opaque here, owned by app/intake.
type Mapping struct {
	Name  string `json:"name"`
	Spec  string `json:"spec"` // JSON text
	Extra Extra  `json:"-"`
}

// Figure is one input with its evidence: either one Value for every year, or a
// value for each of some Years. The zero Figure is "not given".
type Figure struct {
	Value  *money.Number              `json:"value,omitempty"`
	Years  map[span.Year]money.Number `json:"years,omitempty"`
	Grade  Grade                      `json:"grade,omitempty"`
	Source string                     `json:"source,omitempty"` // id in Plan.Sources, or free text
	Year   int                        `json:"year,omitempty"`   // year the evidence speaks of
	Note   string                     `json:"note,omitempty"`
	Owner  string                     `json:"owner,omitempty"`
	Range  *Range                     `json:"range,omitempty"` // nil: taken as certain
	Extra  Extra                      `json:"-"`
}

// Given reports whether the figure says anything.
func (f Figure) Given() bool { return f.Value != nil || len(f.Years) > 0 }

// Grade is how well an input is known. The order is from best to weakest.
type Grade string

// The grades of evidence, best first: counted by the post itself, judged by
// people who know, taken over from comparable posts, read in a publication about
// others, not known yet.
const (
	Measured    Grade = "measured"
	Estimated   Grade = "estimated"
	Borrowed    Grade = "borrowed"
	Published   Grade = "published"
	Placeholder Grade = "placeholder"
)

// Grades lists the grades from best to weakest.
var Grades = []Grade{Measured, Estimated, Borrowed, Published, Placeholder}

// Extra holds fields of a later program that this one does not know, as raw JSON
// by name, so that a plan passed through an older program loses nothing.
type Extra map[string][]byte
