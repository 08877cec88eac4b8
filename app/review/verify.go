package review

import (
	"bytes"
	"errors"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"outrigger/app/exchange"
	"outrigger/app/words"
	"outrigger/app/workbook"
	"outrigger/datasets"
	"outrigger/model/calc"
	"outrigger/model/chain"
	"outrigger/model/money"
	"outrigger/model/plan"
)

// MaxBytes is the largest workbook that is read.
const MaxBytes = 48 << 20

// maxUnzipped bounds what a workbook may unpack to.
const maxUnzipped = 512 << 20

// The kinds of findings.
const (
	SheetGone    = "sheet_gone"    // a sheet is missing
	SheetAdded   = "sheet_added"   // a sheet that the program did not write
	FormulaOther = "formula_other" // a formula was changed or overwritten
	FixedOther   = "fixed_other"   // a text or figure that is not to be changed
	FigureOther  = "figure_other"  // a figure that its formula does not give
	Added        = "added"         // something in a cell the program left empty
)

// Finding is one thing that is not as it was written.
type Finding struct {
	Kind        string
	Sheet, Cell string
	Label       string // of the line, from its first cell
	Was, Is     string
}

// Edit is a changed input.
type Edit struct {
	Finding
	Entry  workbook.Entry
	Number *money.Number // as it is now; nil: emptied or no number
	Taken  bool          // it could be taken into the plan

	// Effect is what this edit alone does to the ask: to the gap over the planned years,
	// in the post's currency. Nil: it could not be told.
	Effect *money.Number
}

// Report is what Verify found.
type Report struct {
	Seal      workbook.Seal
	Plan      *plan.Plan // as sealed
	Changed   *plan.Plan // with the edits taken in
	Version   bool       // the workbook was written by this version of the program
	Signature Signature
	Key       string    // of who vouches, in base64; empty: nobody
	Findings  []Finding // tampering and additions, in the order of the sheets
	Edits     []Edit
	Stale     bool // figures are those before the edits: the file was not recalculated

	Scenario string // that the workbook is switched to now

	Before, After money.Number // the ask: the gap over the planned years, post's currency
}

// Untouched reports whether nothing was changed at all.
func (r Report) Untouched() bool { return len(r.Findings) == 0 && len(r.Edits) == 0 }

// Tampered reports whether something was changed that is not to be changed.
func (r Report) Tampered() bool {
	return slices.ContainsFunc(r.Findings, func(f Finding) bool { return f.Kind != Added && f.Kind != SheetAdded })
}

// Signature is whether somebody vouches for a workbook.
type Signature string

// The answers. Good: by a trusted key. Unknown: by a key nobody was told to trust. Forged:
// not by the key it names.
const (
	Unsigned Signature = "none"
	Good     Signature = "good"
	Unknown  Signature = "unknown"
	Forged   Signature = "forged"
)

func (v Verifier) signature(seal workbook.Seal, packed string) Signature {
	digest := workbook.Digest(packed)
	switch {
	case seal.Key == "" && seal.Signature == "":
		return Unsigned
	case !exchange.Vouched(digest[:], seal.Key, seal.Signature):
		return Forged
	case slices.ContainsFunc(v.Trusted, func(p exchange.Public) bool { return p.Has(seal.Key) }):
		return Good
	}
	return Unknown
}

// The faults of a file that cannot be looked at.
var (
	ErrNotWorkbook = errors.New("review: not a workbook")
	ErrTooLarge    = errors.New("review: the file is too large")
	ErrPlan        = errors.New("review: the sealed plan cannot be calculated")
)

// Verifier is what verifying needs besides the file.
type Verifier struct {
	Facts     *datasets.Data
	Catalogue *words.Catalogue
	Version   string // of this program
	Trusted   []exchange.Public

	// Study gives the case of a plan, with what is known of it already; nil where the plan
	// cannot be calculated. Where there is none every plan is calculated anew.
	Study func(*plan.Plan) *chain.Case
}

func (v Verifier) study(p *plan.Plan) *chain.Case {
	if v.Study != nil {
		return v.Study(p)
	}
	c, _ := chain.Build(plan.Clone(p), v.Facts.FactsFor(p.Post.Country))
	return c
}

// Open reads a workbook and its seal. Errors are ErrTooLarge, ErrNotWorkbook and those of
// workbook.ReadSeal.
func Open(data []byte) (*excelize.File, workbook.Seal, string, error) {
	if len(data) > MaxBytes {
		return nil, workbook.Seal{}, "", ErrTooLarge
	}
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{RawCellValue: true, UnzipSizeLimit: maxUnzipped, UnzipXMLSizeLimit: 64 << 20})
	if err != nil {
		return nil, workbook.Seal{}, "", errors.Join(ErrNotWorkbook, err)
	}
	seal, packed, err := workbook.ReadSeal(f)
	if err != nil {
		_ = f.Close() // it was only read
		return nil, seal, "", err
	}
	return f, seal, packed, nil
}

// Verify holds a workbook against what the program writes from its sealed plan.
func (v Verifier) Verify(data []byte) (Report, error) {
	f, seal, packed, err := Open(data)
	if err != nil {
		return Report{}, err
	}
	defer f.Close()
	r := Report{Seal: seal, Version: seal.Program == v.Version, Key: seal.Key, Signature: v.signature(seal, packed)}
	p, findings := plan.Parse([]byte(seal.Plan))
	if p == nil || plan.Refused(findings) {
		return r, ErrPlan
	}
	r.Plan = p
	base := v.study(p)
	if base == nil || base.State(seal.Scenario) == nil {
		return r, ErrPlan
	}
	expected, entries, err := v.written(base, seal, nil, "")
	if err != nil {
		return r, err
	}
	defer expected.Close()
	say := v.Catalogue.In(seal.Language)
	c := comparison{is: f, was: expected, entries: entries, report: &r, ranging: []string{
		say.Say("workbook.sheet.sensitivity", nil), say.Say("workbook.sheet.workings", nil),
	}}
	if err := c.compare(); err != nil {
		return r, err
	}
	r.Before = asked(base, base.State(seal.Scenario))
	v.taken(&r, base, workbook.ScenarioNames(p, say))
	return r, c.figures(v, base)
}

// written is the workbook as the program writes it, with the figures of a reading.
func (v Verifier) written(c *chain.Case, seal workbook.Seal, state *calc.State, switched string) (*excelize.File, map[workbook.Spot]workbook.Entry, error) {
	var file bytes.Buffer
	request := workbook.Request{
		Case: c, Facts: v.Facts, Words: v.Catalogue.In(seal.Language), Scenario: seal.Scenario, Version: seal.Program, Date: seal.Date, Packs: seal.Packs, State: state, Switched: switched,
	}
	if seal.Key != "" { // the signature is part of what was written
		request.Sign = func([]byte) (string, string, error) { return seal.Key, seal.Signature, nil }
	}
	entries, err := workbook.Explained(&file, request)
	if err != nil {
		return nil, nil, err
	}
	f, err := excelize.OpenReader(bytes.NewReader(file.Bytes()), excelize.Options{RawCellValue: true})
	return f, entries, err
}

// comparison holds two workbooks against each other.
type comparison struct {
	is, was *excelize.File
	entries map[workbook.Spot]workbook.Entry
	report  *Report
	ranging []string // sheets that show what ranges give
	cached  []figure // of formulas that are as they were written
}

// figure is what a formula is stored with, in both files.
type figure struct {
	spot    workbook.Spot
	label   string
	was, is string
}

func (c *comparison) compare() error {
	there := c.is.GetSheetList()
	for _, sheet := range c.was.GetSheetList() {
		if !slices.Contains(there, sheet) {
			c.find(Finding{Kind: SheetGone, Sheet: sheet})
			continue
		}
		if err := c.sheet(sheet); err != nil {
			return err
		}
	}
	for _, sheet := range there {
		if !slices.Contains(c.was.GetSheetList(), sheet) {
			c.find(Finding{Kind: SheetAdded, Sheet: sheet})
		}
	}
	return nil
}

func (c *comparison) find(f Finding) { c.report.Findings = append(c.report.Findings, f) }

func (c *comparison) sheet(name string) error {
	raw := excelize.Options{RawCellValue: true}
	was, err := c.was.GetRows(name, raw)
	if err != nil {
		return err
	}
	is, err := c.is.GetRows(name, raw)
	if err != nil {
		return err
	}
	at := func(rows [][]string, row, col int) string {
		if row < len(rows) && col < len(rows[row]) {
			return rows[row][col]
		}
		return ""
	}
	for row := range max(len(was), len(is)) {
		width := 0
		for _, rows := range [][][]string{was, is} {
			if row < len(rows) {
				width = max(width, len(rows[row]))
			}
		}
		for col := range width {
			cell, err := excelize.CoordinatesToCellName(col+1, row+1)
			if err != nil {
				return err
			}
			f := Finding{Sheet: name, Cell: cell, Label: strings.TrimSpace(at(was, row, 0)), Was: at(was, row, col), Is: at(is, row, col)}
			if err := c.cell(f); err != nil {
				return err
			}
		}
	}
	return nil
}

func (c *comparison) cell(f Finding) error {
	spot := workbook.Spot{Sheet: f.Sheet, Cell: f.Cell}
	wrote, err := c.was.GetCellFormula(f.Sheet, f.Cell)
	if err != nil {
		return err
	}
	has, err := c.is.GetCellFormula(f.Sheet, f.Cell)
	if err != nil {
		return err
	}
	entry, open := c.entries[spot]
	switch {
	case wrote != "" && plainly(wrote) != plainly(has):
		f.Kind = FormulaOther
		if has != "" {
			f.Is = "=" + has
		}
		f.Was = "=" + wrote
		c.find(f)
	case wrote != "":
		c.cached = append(c.cached, figure{spot, f.Label, f.Was, f.Is})
	case has == "" && same(f.Was, f.Is):
	case open:
		c.edit(f, entry, has)
	case f.Was == "" && (f.Is != "" || has != ""):
		f.Kind = Added
		if has != "" {
			f.Is = "=" + has
		}
		c.find(f)
	default:
		f.Kind = FixedOther
		c.find(f)
	}
	return nil
}

// edit notes a changed input. One that holds a formula now counts with what it gives.
func (c *comparison) edit(f Finding, entry workbook.Entry, formula string) {
	e := Edit{Finding: f, Entry: entry}
	if n, ok := numberOf(f.Is); ok {
		e.Number = &n
	}
	if formula != "" {
		e.Is = f.Is + " (=" + formula + ")"
	}
	c.report.Edits = append(c.report.Edits, e)
}

func numberOf(text string) (money.Number, bool) {
	x, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return money.Number{}, false
	}
	n, err := money.FromFloat(x)
	return n, err == nil
}

// alike is how far apart figures may be that are the same: what a spreadsheet's fifteen
// digits lose on the way through some forty formulas.
const alike = 1e-9

// same holds texts against each other, figures as figures.
func same(a, b string) bool {
	if a == b || strings.TrimSpace(a) == strings.TrimSpace(b) {
		return true
	}
	x, errX := strconv.ParseFloat(a, 64)
	y, errY := strconv.ParseFloat(b, 64)
	if errX != nil || errY != nil {
		return strings.Join(strings.Fields(a), " ") == strings.Join(strings.Fields(b), " ")
	}
	return math.Abs(x-y) <= alike*max(1, math.Abs(x), math.Abs(y))
}
