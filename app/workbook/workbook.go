// Package workbook writes a calculated plan as the spreadsheet a donor's reviewer
// opens. The reviewer has no other program: every figure is a live formula over
// the inputs, every total ties, and changing an input changes the ask.
//
// It is a reading of the graph of rows (model/calc): a row of the graph is a line
// of a sheet, its expression the formula of that line, the same for every year.
// The value stored beside each formula is the model's own, so that a preview that
// does not calculate shows the right figures; LibreOffice recalculates all of them
// in the tests. Limits: a spreadsheet keeps about 15 digits, the model 19; what no
// formula can do enters as an input.
//
// Functions are those that Excel 2010, LibreOffice 7.4 and excelize all know. No
// macros, no links to other files, no hidden sheets, no password.
package workbook

import (
	"io"

	"github.com/xuri/excelize/v2"

	"outrigger/app/words"
	"outrigger/datasets"
	"outrigger/model/calc"
	"outrigger/model/chain"
	"outrigger/model/measures"
	"outrigger/model/plan"
	"outrigger/model/risk"
	"outrigger/model/span"
)

// Request is what a workbook is written from. The same request gives the same
// bytes.
type Request struct {
	Case     *chain.Case
	Facts    *datasets.Data
	Packages *datasets.Packages // whose sources the rules of funding packages cite; nil: the shipped ones
	Packs    []Benchmark        // that known coordinators have signed
	Words    words.Reader       // the language of the workbook
	Scenario string             // the scenario the workbook opens with; "" is the base case
	Version  string             // of the program
	Date     string             // ISO 8601, the day of writing

	// State is the reading whose figures the formulas give, instead of the scenario's;
	// what no formula gives stays the case's own. Nil: the scenario's. It serves to tell
	// what a changed workbook must show.
	State    *calc.State
	Switched string // the scenario that the state is of

	// Sign vouches for the workbook: it gives a public key and the signature of a digest,
	// both as text. Nil: nobody vouches.
	Sign func(digest []byte) (key, signature string, err error)
}

// Write writes the workbook. Errors are those of the writer, and
// ErrTooLong for a plan with more rows than one formula can add up.
func Write(w io.Writer, in Request) error {
	_, err := Explained(w, in)
	return err
}

// Explained writes the workbook and tells what each cell to be changed stands for.
func Explained(w io.Writer, in Request) (map[Spot]Entry, error) {
	b, err := begin(in)
	if err != nil {
		return nil, err
	}
	defer b.file.Close()
	return b.entries, b.finish(w)
}

// finish writes what was laid out.
func (b *book) finish(w io.Writer) error {
	b.writeSheets()
	if b.err != nil {
		return b.err
	}
	archive := newSteady(w)
	b.file.SetZipWriter(func(io.Writer) excelize.ZipWriter { return archive })
	return b.file.Write(io.Discard)
}

// begin lays all sheets out: every line has its place, none is written.
func begin(in Request) (*book, error) {
	if in.Packages == nil {
		shipped, err := datasets.LoadPackages()
		if err != nil {
			return nil, err
		}
		in.Packages = shipped
	}
	b := &book{
		Request: in, model: in.Case.Model, state: in.Case.State(in.Scenario), plan: in.Case.Plan, axis: in.Case.Plan.Axis(),
		places: map[calc.ID]place{}, single: map[calc.ID]bool{}, opening: map[calc.ID]calc.Expr{}, total: map[calc.ID]calc.ID{}, adds: map[calc.ID]calc.ID{},
		inputOf: map[calc.ID]plan.Input{},
		looks:   map[look]int{}, nouns: words.NounsOf(in.Case.Plan), anchors: map[string]anchor{}, answers: map[string]anchor{}, entries: map[Spot]Entry{}, file: excelize.NewFile(),
	}
	if in.State == nil {
		b.Switched = in.Scenario
	} else {
		b.state = in.State
	}
	b.years = b.axis.Len()
	b.samples = in.Case.Draw(in.Scenario, in.Case.LossRows()...)
	// What takes longest beside the sheets themselves is worked out side by side.
	wait := beside(func() {
		b.without, b.with = in.Case.LossYearsOf(b.samples, in.Scenario, b.axis.Last)
		b.best, b.refused = in.Case.Advise(in.Scenario, nil, nil)
	})
	b.study()
	b.uncertain, b.worked = in.Case.Uncertain(""), b.swings()
	b.doubt = b.samples.Shares(in.Case.Financing.GapTotal.Local, b.axis.Last)
	wait()
	b.layout()
	return b, b.err
}

// beside does some work while the caller goes on, and gives what waits for its end. A panic
// in it is one of whoever waits, where it is caught and told.
func beside(work func()) (wait func()) {
	ended := make(chan any, 1)
	go func() {
		defer func() { ended <- recover() }()
		work()
	}()
	return func() {
		if fault := <-ended; fault != nil {
			panic(fault)
		}
	}
}

// book is a workbook being written. It keeps the first error, so that a layout
// reads as a layout.
type book struct {
	Request
	model *calc.Model
	state *calc.State
	plan  *plan.Plan
	axis  span.Axis
	years int
	file  *excelize.File
	err   error

	sheets  []*sheet
	checked []func() bool // whether each check holds
	places  map[calc.ID]place
	single  map[calc.ID]bool      // rows that stand in one cell
	opening map[calc.ID]calc.Expr // what a row is before its first year
	total   map[calc.ID]calc.ID   // the row that adds up a row over the years
	adds    map[calc.ID]calc.ID   // the other way round: what a total adds up

	inputOf map[calc.ID]plan.Input // what the plan says of the input that a row is
	anchors map[string]anchor      // lines that no row of the graph stands in
	answers map[string]anchor      // where each question of a reviewer is answered
	looks   map[look]int
	tables  map[string][]byte // parts of the file, by their names
	entries map[Spot]Entry    // what the cells to be changed stand for
	nouns   words.Nouns
	goOn    map[lineOf]int       // in how many lines more the texts of a line go on
	long    map[sumKey]stretches // sums that are too long for one formula

	uncertain []calc.Uncertain          // in the base case
	worked    []*swing                  // the inputs whose ends are worked out
	best      *chain.Advice             // on the scenario that the workbook opens with
	refused   error                     // why there is no advice
	clash     *measures.InfeasibleError // the mandatory measures do not fit together
	samples   *calc.Samples             // of that scenario; nil: no ranges are given
	doubt     []calc.Share              // what each input has to do with the doubt about the gap

	without, with risk.Years // losses of the last year, without measures and with those chosen
}

func (b *book) do(err error) {
	if b.err == nil {
		b.err = err
	}
}

func (b *book) say(key string) string { return b.Words.Say(key, nil) }
