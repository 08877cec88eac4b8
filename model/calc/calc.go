// Package calc is the row calculus: a plan as a graph of rows over fiscal years.
//
// A row has an id, a unit, one expression for the whole axis, a label and
// evidence. Rows are written once into a Book; Build checks the whole graph (no
// unknown row, no cycle within a year, no hours added to money) and gives a
// Model, which is then only read:
//
//   - exactly: a State holds the decimal figure of every row and year under one
//     set of inputs, and recalculates only what a change reaches;
//   - sampled: State.Sample carries thousands of draws of the uncertain inputs through
//     it, State.Swings moves one input at a time;
//   - by scenario: another State of the same Model with other inputs;
//   - traced: State.Trace tells how a figure came about, down to the inputs;
//   - as a formula: the Expr of a row is an open tree that another room, such as
//     the workbook, walks.
//
// The expressions are few on purpose: each must have a spreadsheet formula that
// gives the same figure. The only literals are 0, 1, 12 and 100.
package calc

import (
	"outrigger/model/money"
	"outrigger/model/span"
)

// ID names a row: "workload/phishing/hours". It is also the handle that one block
// gives to the next.
type ID string

// Label is what a row is called: a word key and what stands in its places.
type Label struct {
	Key  string
	Args map[string]string
}

// Show says how a row's figures are written.
type Show int

// The ways to write a figure.
const (
	ShowPlain  Show = iota // as many places as it needs, at most four
	ShowWhole              // no places
	ShowHours              // no places
	ShowPeople             // two places
	ShowShare              // percent, one place
	ShowIndex              // one place
	ShowMoney              // the currency's places; Row.Currency
	ShowRate               // up to six places
	ShowMonths             // one place
	ShowYear               // a fiscal year
	ShowYesNo              // 1 or 0
	ShowTimes              // a ratio of two figures, two places
)

// Row is one line of the graph.
type Row struct {
	ID       ID
	Section  string // where it belongs when rows are listed: "workload/hours"
	Label    Label
	Unit     Unit
	Show     Show
	Currency string // for ShowMoney
	Expr     Expr
	Note     string // a word key that says why the formula is as it is; may be empty
	Headline bool

	// Only names a row that this one is nought without, such as the switch of a measure
	// that is not chosen. Where that row is nought in every year, what moves this one
	// weakens nothing. The expression must read it, if only by way of other rows.
	Only ID

	// Leaf is what an input row holds; nil for a formula.
	Leaf *Leaf
}

// Leaf is an input: one value or one for each year, and what vouches for it.
type Leaf struct {
	Once     bool           // one value for all years
	Values   []money.Number // by position on the axis; one if Once
	Given    []bool         // false where the default or nothing stands
	Asked    []bool         // false in years the input does not speak for
	Evidence Evidence       // how well it is known
	Source   string         // as the plan or the dataset names it
	Year     int            // year the evidence speaks of; 0 unknown
	Note     string
	Owner    string
	Decision bool // chosen, not known, so that nobody need vouch for it
	Fixed    bool // not for people to change: a currency's places, a flag of the axis
}

// Evidence ranks how well a figure is known; larger is weaker.
type Evidence uint8

// The ranks of evidence. Certain is for what needs no evidence, such as the
// number of months or a flag of the axis.
const (
	Certain Evidence = iota
	Measured
	Estimated
	Borrowed
	Published
	Placeholder
)

// Book is a graph being written.
type Book struct {
	Axis span.Axis
	rows []*Row
	byID map[ID]int
	errs []error
}

// NewBook begins a graph over an axis of at least one year.
func NewBook(axis span.Axis) *Book {
	return &Book{Axis: axis, byID: map[ID]int{}}
}

// Add writes a row and returns its handle. A second row of the same id is an
// error that Build reports.
func (b *Book) Add(r Row) ID {
	if _, twice := b.byID[r.ID]; twice {
		b.errs = append(b.errs, fault(r.ID, ErrTwice))
		return r.ID
	}
	b.byID[r.ID] = len(b.rows)
	b.rows = append(b.rows, &r)
	return r.ID
}

// Has reports whether a row is written already.
func (b *Book) Has(id ID) bool { _, ok := b.byID[id]; return ok }
