package plan

import "outrigger/model/span"

// Measure is something the post may do about its risk and its workload: what it costs,
// whose time it takes, what it does. It counts in the plan from the year it starts, if
// it is chosen.
type Measure struct {
	ID       string `json:"id"`
	Name     string `json:"name"`
	Template string `json:"template"` // id in the shipped catalogue; empty: the post's own
	Function string `json:"function"` // of the NIST Cybersecurity Framework 2.0: one of Functions
	Note     string `json:"note"`
	Practice string `json:"practice"` // where the practice is described

	Chosen Figure `json:"chosen"` // 1: part of the plan, 0: not
	Start  Figure `json:"start"`  // the fiscal year it begins in

	// Costs are lines whose quantity counts in the year of the start (build) or in
	// every year from it (run).
	Costs   []Line   `json:"costs"`
	Effort  []Effort `json:"effort"`
	Effects []Effect `json:"effects"`

	Needs     []string  `json:"needs"`    // ids of measures that must begin in the same year or earlier
	Excludes  []string  `json:"excludes"` // ids of measures that it cannot go with
	Mandatory bool      `json:"mandatory"`
	Earliest  span.Year `json:"earliest"` // 0: any planned year
	Latest    span.Year `json:"latest"`
	Extra     Extra     `json:"-"`
}

// Functions are the functions of the NIST Cybersecurity Framework 2.0: govern,
// identify, protect, detect, respond, recover.
var Functions = []string{"GV", "ID", "PR", "DE", "RS", "RC"}

// Effort is the hours of one role that a measure takes: in its first year and in each
// later one.
type Effort struct {
	Role  string `json:"role"`
	First Figure `json:"first"`
	Later Figure `json:"later"`
	Extra Extra  `json:"-"`
}

// Effect is one thing a measure does, as a share by which something falls: in the
// measure's first year, and later (as in the first, if nothing else is said). What the
// share is of is said by the kind, and kinds never mix: that fewer accounts are broken
// into does not mean that losses happen as much more rarely.
type Effect struct {
	ID     string `json:"id"`
	Name   string `json:"name"`
	Kind   string `json:"kind"`   // one of EffectKinds
	Target string `json:"target"` // id of a loss (empty: of every loss), a driver, an activity, a practice
	Step   string `json:"step"`   // of likelihood and severity: one of Steps
	First  Figure `json:"first"`
	Later  Figure `json:"later"`
	Extra  Extra  `json:"-"`
}

// The kinds of effects.
const (
	// Likelihood: by how much more rarely a loss happens to the organisation.
	Likelihood = "likelihood"
	// Severity: by how much less a loss costs when it happens.
	Severity = "severity"
	// Volume: by how much a driver's count falls, which is where effects on accounts and
	// messages belong.
	Volume = "driver"
	// Relief: by how much the hours of an activity fall; below nought they rise.
	Relief = "activity"
	// Readiness: by how many levels a practice rises.
	Readiness = "practice"
)

// EffectKinds lists them.
var EffectKinds = []string{Likelihood, Severity, Volume, Relief, Readiness}

// Steps are the causal steps at which a loss can be met. Of all measures that act at
// the same step, the best counts; steps multiply.
var Steps = []string{"keep_out", "detect", "contain", "recover"}

// StepsOf lists the steps at which effects of a kind can act: what keeps an attacker
// out does not make a loss smaller, what recovers does not make it rarer.
func StepsOf(kind string) []string {
	switch kind {
	case Likelihood:
		return Steps[:2]
	case Severity:
		return Steps[1:]
	}
	return nil
}

// Loss is a way in which the post may lose money: how often, and how much each time.
type Loss struct {
	ID       string `json:"id"`
	Name     string `json:"name"`
	Template string `json:"template"`
	Note     string `json:"note"`

	Frequency Figure `json:"frequency"` // how often a year
	Once      bool   `json:"once"`      // at most once a year; false: may come several times

	// Shape says how the cost of one event spreads: "spread" (one in ten costs less than
	// Low, one in ten more than High, on a scale of logarithms), "bounds" (nothing beyond
	// Low and High, Likely the likeliest: PERT) or "single" (always Likely).
	Shape     string    `json:"shape"`
	Low       Figure    `json:"low"`
	Likely    Figure    `json:"likely"`
	High      Figure    `json:"high"`
	PriceYear span.Year `json:"price_year"`

	Driver  string `json:"driver"`  // id: comes as much more often as the driver grows; empty: it does not
	Backlog Figure `json:"backlog"` // by what share it comes more often for each year of the team's work that waits
	Extra   Extra  `json:"-"`
}

// LossShapes lists the shapes of a loss.
var LossShapes = []string{"spread", "bounds", "single"}

// Portfolio says what the choice of measures keeps to and what it is worth.
type Portfolio struct {
	// Value is what counts: one of Values.
	Value   string  `json:"value"`
	Weights Weights `json:"weights"` // for "weighted"

	Discount Figure `json:"discount"` // by how much a year later counts less
	Most     Figure `json:"most"`     // the most that all measures together may take off a loss
	Starts   Figure `json:"starts"`   // the most measures that may begin in one year

	Ceilings []Ceiling   `json:"ceilings"`
	Hours    []FreeHours `json:"hours"`
	Extra    Extra       `json:"-"`
}

// Values are what a measure may be chosen for: loss avoided, hours relieved, readiness,
// or a weighting of the three.
var Values = []string{"loss", "hours", "readiness", "weighted"}

// Weights turn hours and levels of readiness into money, for a weighted choice: what
// one of them counts, in the plan's currency. Loss avoided counts as it is.
type Weights struct {
	Hour  Figure `json:"hour"`
	Level Figure `json:"level"`
	Extra Extra  `json:"-"`
}

// Ceiling is money for measures by year, and what it may pay for.
type Ceiling struct {
	ID         string   `json:"id"`
	Name       string   `json:"name"`
	Amount     Figure   `json:"amount"`     // in the plan's currency
	Categories []string `json:"categories"` // of Categories; none: all
	Extra      Extra    `json:"-"`
}

// FreeHours is the time of one role that measures may take, by year.
type FreeHours struct {
	Role  string `json:"role"`
	Hours Figure `json:"hours"`
	Extra Extra  `json:"-"`
}
