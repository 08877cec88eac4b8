package desk

// How sure the figures are. Ranges are asked for after the figures themselves, so
// that no figure waits for a simulation.

// RangeText is the range of an input as the reader writes it.
type RangeText struct {
	Kind     string `json:"kind"` // low_high, least_most, samples; empty: taken as certain
	Low      string `json:"low"`
	High     string `json:"high"`
	Relative bool   `json:"relative"` // low and high are per cent of the figure; points of a growth rate
	Samples  string `json:"samples"`  // one a line
}

// RangeRequest says how sure an input of the base case is.
type RangeRequest struct {
	Language string    `json:"language"`
	Scenario string    `json:"scenario"` // only for the view that comes back
	Input    string    `json:"input"`
	Range    RangeText `json:"range"`
}

// LinkRequest says that two drivers move together or against each other.
type LinkRequest struct {
	Language string `json:"language"`
	Scenario string `json:"scenario"`
	A        string `json:"a"` // ids of drivers
	B        string `json:"b"`
	Strength string `json:"strength"` // one of Sensitivity.Strengths; empty: they do not
}

// SeedRequest sets what the draws begin from.
type SeedRequest struct {
	Language string `json:"language"`
	Scenario string `json:"scenario"`
	Seed     string `json:"seed"` // as the reader typed it
}

// Doubts say how sure the figures in view are.
type Doubts struct {
	Revision int         `json:"revision"` // of the plan that was drawn
	Given    bool        `json:"given"`    // false: no ranges are given, and nothing is said
	Told     string      `json:"told"`     // how often it was drawn and from where, or that no ranges are given
	Sentence string      `json:"sentence"` // of the gap
	Figures  []DoubtOf   `json:"figures"`  // of the story bar, those that are in doubt
	Bands    []DoubtBand `json:"bands"`    // around the lines of the page's chart, and its columns where each stands alone
}

// DoubtOf is the range of a figure of the story bar: one case in ten lies below Low,
// one in ten above High.
type DoubtOf struct {
	ID   string `json:"id"`
	Low  string `json:"low"`
	High string `json:"high"`
}

// DoubtBand is the range of a line of a chart, by year; plain decimals, empty where
// nothing is in doubt.
type DoubtBand struct {
	Series string   `json:"series"`
	Low    []string `json:"low"`
	High   []string `json:"high"`
}

// Previewed is what an edit that is still being typed would bring.
type Previewed struct {
	Known    bool     `json:"known"` // false: what is typed so far is no figure, or the plan refuses it
	Story    []Figure `json:"story"`
	Sentence string   `json:"sentence"` // over the page's chart
	Chart    Drawing  `json:"chart"`
	Doubts   Doubts   `json:"doubts"`
}

// SensitivityRequest names the headline figure that the swings are wanted of; empty:
// the gap.
type SensitivityRequest struct {
	Language string `json:"language"`
	Scenario string `json:"scenario"`
	Row      string `json:"row"` // of Sensitivity.Headlines
}

// Sensitivity is what the doubt comes from.
type Sensitivity struct {
	Given     bool        `json:"given"`
	Told      string      `json:"told"`
	Sentence  string      `json:"sentence"`
	Next      string      `json:"next"`   // which input to measure next, and what that would narrow
	Method    string      `json:"method"` // how it was drawn
	Row       string      `json:"row"`    // of the figure that the swings move
	Figure    string      `json:"figure"` // what it is called
	Base      string      `json:"base"`
	BasePlain string      `json:"basePlain"`
	Headlines []DoubtLine `json:"headlines"`
	Chances   []Chance    `json:"chances"` // that the team cannot do the work, by year
	Swings    []Swing     `json:"swings"`  // the widest first
	Drivers   []Choice    `json:"drivers"` // that can be linked
	Strengths []Choice    `json:"strengths"`
	Links     []LinkText  `json:"links"`
	Seed      string      `json:"seed"`
}

// DoubtLine is a headline figure with its range.
type DoubtLine struct {
	Row   string `json:"row"`
	Year  int    `json:"year"`
	Label string `json:"label"`
	When  string `json:"when"`
	Unit  string `json:"unit"`
	Base  string `json:"base"` // as planned
	Low   string `json:"low"`
	Mid   string `json:"mid"`
	High  string `json:"high"`
}

// Chance is how likely something is in a year.
type Chance struct {
	When  string `json:"when"`
	Text  string `json:"text"`
	Plain string `json:"plain"` // a share
}

// Swing is what one input does to the figure when it alone is low or high.
type Swing struct {
	Input     string `json:"input"`
	Label     string `json:"label"`
	From      string `json:"from"` // the input's own low and high
	To        string `json:"to"`
	Low       string `json:"low"` // the figure then
	High      string `json:"high"`
	LowPlain  string `json:"lowPlain"`
	HighPlain string `json:"highPlain"`
	Share     string `json:"share"`  // of the variance
	Narrow    string `json:"narrow"` // by how much knowing it would narrow the range
}

// LinkText is a link between two drivers.
type LinkText struct {
	A        string `json:"a"`
	B        string `json:"b"`
	NameA    string `json:"nameA"`
	NameB    string `json:"nameB"`
	Strength string `json:"strength"`
	Counts   string `json:"counts"` // the correlation that is drawn with; empty while nothing about one of them is in doubt
}

// The methods, all of Desk:
//
//	SetRange(RangeRequest) (View, error)
//	SetLink(LinkRequest) (View, error)
//	SetSeed(SeedRequest) (View, error)
//	Preview(EditRequest) (Previewed, error)        nothing is changed
//	Doubts(PageRequest) (Doubts, error)            of the story bar and the page's chart
//	Sensitivity(SensitivityRequest) (Sensitivity, error)
