package desk

import (
	"errors"
	"slices"

	"outrigger/app/words"
	"outrigger/app/workbook"
	"outrigger/model/chain"
	"outrigger/model/measures"
)

// sheets are those that were made last, to be read one at a time.
type sheets struct {
	stamp  int
	tables []workbook.Table
}

// mostSheetLines is how many lines of a sheet go to the page at a time.
const mostSheetLines = 300

// Sheets makes the sheets of the workbook as it would be written now, by the writer
// itself, while the reader goes on.
func (d *Desk) Sheets(r SheetsRequest) (SheetsView, error) {
	return guard(d, "Sheets", r.Language, func() (SheetsView, error) {
		d.mu.Lock()
		if d.open == nil {
			d.mu.Unlock()
			return SheetsView{Sheets: []Choice{}}, d.fault(r.Language, "nothing_open", nil)
		}
		p, scenario, revision := d.open.plan, known(d.open.plan, r.Scenario), d.revision
		d.mu.Unlock()
		c := d.study(p)
		if c == nil {
			return SheetsView{Sheets: []Choice{}}, d.fault(r.Language, "not_calculated", nil)
		}
		tables, err := job(d, r.Job, r.Language, "sheets_stopped", func() ([]workbook.Table, error) {
			if _, err := d.advise(c, scenario, r.Job); errors.Is(err, measures.ErrStopped) {
				return nil, err // any other the writer tells, which finds it kept
			}
			return workbook.Tables(d.written(c, d.say(r.Language), scenario))
		})
		if err != nil {
			return SheetsView{Sheets: []Choice{}}, err
		}
		d.mu.Lock()
		defer d.mu.Unlock()
		d.stamps++
		d.made = sheets{d.stamps, tables}
		v := SheetsView{Stamp: d.stamps, Revision: revision, Sheets: []Choice{}}
		for _, t := range tables {
			v.Sheets = append(v.Sheets, Choice{t.Key, t.Name})
		}
		return v, nil
	})
}

// written is what the workbook is written from.
func (d *Desk) written(c *chain.Case, say words.Reader, scenario string) workbook.Request {
	var packs []workbook.Benchmark
	for _, p := range d.known().packs {
		packs = append(packs, workbook.Benchmark{Pack: p.pack, Verdict: p.verdict})
	}
	return workbook.Request{
		Case: c, Facts: d.setup.Facts, Packs: packs, Words: say, Scenario: scenario,
		Version: d.setup.Version, Date: d.setup.Now().Format("2006-01-02"),
	}
}

// Sheet gives lines of one of the sheets.
func (d *Desk) Sheet(r SheetRequest) (SheetView, error) {
	return guard(d, "Sheet", r.Language, func() (SheetView, error) {
		d.mu.Lock()
		made := d.made
		d.mu.Unlock()
		at := slices.IndexFunc(made.tables, func(t workbook.Table) bool { return t.Key == r.ID })
		if at < 0 || made.stamp != r.Stamp {
			return SheetView{}, d.fault(r.Language, "sheets_gone", nil)
		}
		t := made.tables[at]
		v := SheetView{ID: t.Key, Name: t.Name, Widths: slices.Clone(t.Widths), Head: t.Head, Lines: []SheetLine{}}
		from := min(max(r.From, 0), len(t.Lines))
		until := min(from+mostSheetLines, len(t.Lines))
		for _, l := range t.Lines[from:until] {
			line := SheetLine{Number: l.Number, Cells: []SheetCell{}, Charts: charted(l.Chart)}
			for _, c := range l.Cells {
				line.Cells = append(line.Cells, SheetCell{c.Text, c.Look, c.Align, c.Wrap, c.Span})
			}
			v.Lines = append(v.Lines, line)
		}
		v.More = len(t.Lines) - until
		if v.Widths == nil {
			v.Widths = []float64{}
		}
		return v, nil
	})
}

func charted(c *workbook.TableChart) []SheetChart {
	if c == nil {
		return []SheetChart{}
	}
	one := SheetChart{Title: c.Title, Categories: c.Categories, Series: []SheetSeries{}}
	for _, s := range c.Series {
		one.Series = append(one.Series, SheetSeries{s.Name, s.Kind, s.Tone, s.Values, s.Texts})
	}
	return []SheetChart{one}
}
