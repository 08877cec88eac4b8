package desk

import (
	"bytes"
	"errors"
	"slices"
	"strconv"
	"strings"

	"outrigger/app/intake"
	"outrigger/app/words"
	"outrigger/model/money"
	"outrigger/model/plan"
)

// Limits of what the page is given to choose from; a file may have more.
const (
	maxImportRows   = 600
	maxImportValues = 400
	maxImportNotes  = 60
)

// importView shows the file that is laid open under a choice. The lock is held.
func (d *Desk) importView(r ImportRequest) ImportView {
	in, say := d.incoming, d.say(r.Language)
	quoting := quotes{say}
	v := noImport()
	v.Open, v.File, v.Filled = true, in.file.Name, in.filled != nil
	if v.Filled {
		d.filledView(&v, quoting)
		return v
	}
	v.Mappings = d.savedMappings()
	if r.Mapping != "" {
		r = d.fromSaved(r)
	}
	if r.Table < 0 || r.Table >= len(in.maps) {
		r.Table = 0
	}
	for _, m := range in.maps {
		v.Tables = append(v.Tables, in.table(m, quoting))
	}
	v.Targets = d.targets(say)
	if r.Series == nil {
		r.Series = []ImportSeries{}
	}
	v.Choice = r
	r = placed(r)
	m, err := d.mapping(r)
	if err != nil {
		v.Sentences = append(v.Sentences, d.intakeFault(r.Language, err).Error())
		return v
	}
	view := intake.PreviewOf(in.file, m)
	report := view.Report(quoting)
	v.Sentences = report[:min(len(report), maxImportNotes)]
	v.Ready = len(m.Series) > 0 && len(view.Faults) == 0
	brings := false
	for i, s := range m.Series {
		line := d.line(view, s, quoting)
		line.Target = r.Series[i].Target
		v.Ready = v.Ready && line.Fault == ""
		brings = brings || line.Figures != ""
		v.Lines = append(v.Lines, line)
	}
	v.Ready = v.Ready && brings
	return v
}

// quotes says the sentences of an import with everything they quote in an isolate:
// what a file calls things keeps its own direction in a sentence of the other, and
// the page can tell it from the program's words.
type quotes struct{ words.Reader }

func (q quotes) Say(key string, args map[string]string) string {
	quoted := make(map[string]string, len(args))
	for name, text := range args {
		if amounts[name] {
			text = q.NumberText(text, -1)
		}
		quoted[name] = quote(text)
	}
	return q.Reader.Say(key, quoted)
}

// amounts are the figures that intake quotes as plain decimals.
var amounts = map[string]bool{"as_is": true, "scaled": true, "factor": true, "stated": true, "summed": true}

func quote(text string) string {
	if text == "" {
		return ""
	}
	return "\u2068" + text + "\u2069"
}

// filledView tells what a filled-in workbook would change, or what is wrong in it.
func (d *Desk) filledView(v *ImportView, say quotes) {
	_, changes, faults := intake.ReadCollected(bytes.NewReader(d.incoming.filled), d.open.plan)
	for _, f := range faults {
		v.Lines = append(v.Lines, ImportLine{Notes: []string{}, Fault: d.inWords(f, intake.Series{}, say.Reader).Sentence(say)})
	}
	for _, c := range changes {
		named := c
		named.Input = d.called(c.Input, intake.Series{}, say.Reader)
		named.After.Source = titled(d.open.plan, d.setup.Facts, c.After.Source)
		notes := d.notesInWords(c.Notes, intake.Series{}, say.Reader)
		v.Lines = append(v.Lines, ImportLine{Target: c.Input, Sentence: named.Sentence(say), Figures: d.brief(c.After, say.Reader), Notes: sentences(notes, say)})
	}
	v.Ready = len(faults) == 0 && len(changes) > 0
}

func sentences(notes []intake.Note, say intake.Words) []string {
	list := []string{}
	for _, n := range notes {
		list = append(list, n.Sentence(say))
	}
	return list
}

// line tries one series: what it would bring, or why not.
func (d *Desk) line(view *intake.Preview, s intake.Series, say quotes) ImportLine {
	one := *view
	one.Mapping.Series = []intake.Series{s}
	_, changes, err := intake.Apply(d.open.plan, &one)
	if err != nil {
		line := ImportLine{Notes: []string{}, Fault: err.Error()}
		var f *intake.Fault
		if errors.As(err, &f) {
			line.Fault = d.inWords(f, s, say.Reader).Sentence(say)
		}
		return line
	}
	c := changes[0]
	return ImportLine{Sentence: d.called(c.Input, s, say.Reader), Figures: d.brief(c.After, say.Reader), Notes: sentences(d.notesInWords(c.Notes, s, say.Reader), say)}
}

// inWords puts the reader's names in the place of ids that a fault speaks of.
func (d *Desk) inWords(f *intake.Fault, s intake.Series, say words.Reader) *intake.Fault {
	told := &intake.Fault{Code: f.Code, Place: d.called(f.Place, s, say), Args: map[string]string{}}
	for name, value := range f.Args {
		told.Args[name] = d.called(value, s, say)
	}
	return told
}

// notesInWords does the same for what is noted of the figures.
func (d *Desk) notesInWords(notes []intake.Note, s intake.Series, say words.Reader) []intake.Note {
	told := slices.Clone(notes)
	for i, n := range told {
		told[i].Place = d.called(n.Place, s, say)
	}
	return told
}

// called names where figures go, in the plan's words; what is no input of the plan
// stays as it is.
func (d *Desk) called(id string, s intake.Series, say words.Reader) string {
	for _, in := range plan.Askable(d.open.plan) {
		if in.ID == id {
			return inputName(in, say)
		}
	}
	if s.New != nil && s.Target == id {
		return s.New.Name
	}
	if parts := strings.Split(id, "/"); len(parts) == 4 && parts[0] == "readiness" {
		return say.Labelled(say.DateText(parts[1]), say.Practice(parts[2]))
	}
	return id
}

func inputName(in plan.Input, say words.Reader) string {
	return say.InputName(in, "row.input")
}

// brief shows a figure by its ends, as a reader checks it against the file.
func (d *Desk) brief(f plan.Figure, say words.Reader) string {
	if f.Value != nil {
		return say.Number(*f.Value, -1)
	}
	var parts []string
	years := d.open.plan.Axis().Years()
	for _, year := range years {
		if n, given := f.Years[year]; given {
			parts = append(parts, say.Labelled(year.Label(d.open.plan.Years.StartMonth), say.Number(n, -1)))
		}
	}
	if len(parts) > 2 {
		parts = []string{parts[0], "…", parts[len(parts)-1]}
	}
	return strings.Join(parts, "  ")
}

// table shows what one table offers to choose from.
func (in *incoming) table(m intake.Mapping, say quotes) ImportTable {
	view := intake.PreviewOf(in.file, m)
	t := ImportTable{
		Title: strings.TrimSpace(strings.Join(slices.DeleteFunc([]string{m.Sheet, m.Title}, func(s string) bool { return s == "" }), " · ")),
		Long:  m.Orientation == intake.Long, Claims: []ImportClaim{}, Columns: []ImportColumn{}, Rows: []ImportRow{},
	}
	for _, s := range view.Scales {
		t.Claims = append(t.Claims, ImportClaim{strconv.Itoa(s.Factor), s.Sentence(say)})
	}
	for i, r := range view.Records {
		if i == 0 {
			t.First, t.Last = int(r.Year), int(r.Year)
		}
		t.First, t.Last = min(t.First, int(r.Year)), max(t.Last, int(r.Year))
	}
	if t.Long {
		t.Columns = in.columns(m)
	} else {
		t.Rows = importRows(view, say.Reader)
	}
	return t
}

// importRows lists the rows of a table with the years and the latest figure of
// each.
func importRows(view *intake.Preview, say words.Reader) []ImportRow {
	type run struct {
		ImportRow
		first, last int
		figure      *money.Number
	}
	at := map[string]*run{}
	var order []*run
	for _, r := range view.Records {
		key := r.LabelCell + " " + r.Measure
		known := at[key]
		if known == nil {
			known = &run{ImportRow: ImportRow{Label: r.Label, Cell: r.LabelCell, Group: r.Group, Measure: r.Measure, Total: r.Total}, first: int(r.Year)}
			at[key] = known
			order = append(order, known)
		}
		known.first, known.last = min(known.first, int(r.Year)), max(known.last, int(r.Year))
		if r.Number != nil && int(r.Year) == known.last {
			known.figure = r.Number
		}
	}
	rows := []ImportRow{}
	for _, k := range order[:min(len(order), maxImportRows)] {
		k.Years = strconv.Itoa(k.first) + "–" + strconv.Itoa(k.last)
		if k.figure != nil {
			k.Latest = say.Number(*k.figure, -1)
		}
		rows = append(rows, k.ImportRow)
	}
	return rows
}

// columns lists what stands in the columns of a long table.
func (in *incoming) columns(m intake.Mapping) []ImportColumn {
	list := []ImportColumn{}
	sheet := in.file.Sheet(m.Sheet)
	if sheet == nil || m.Header < 1 || m.Header > len(sheet.Rows) {
		return list
	}
	letters := func(col int) string { return strings.TrimRight(intake.Ref{Col: col}.String(), "0123456789") }
	for col, head := range sheet.Rows[m.Header-1] {
		name := strings.TrimSpace(head.Text)
		here := letters(col)
		holds := slices.ContainsFunc(m.Values, func(v intake.Head) bool { return strings.TrimRight(v.Cell, "0123456789") == here })
		if name == "" || holds || here == m.YearColumn {
			continue
		}
		c := ImportColumn{Name: name, Measure: here == m.MeasureColumn, Values: []string{}}
		seen := map[string]bool{}
		for row := m.First - 1; row < len(sheet.Rows) && len(c.Values) < maxImportValues; row++ {
			if text := strings.TrimSpace(sheet.At(row, col).Text); text != "" && !seen[text] {
				seen[text] = true
				c.Values = append(c.Values, text)
			}
		}
		list = append(list, c)
	}
	return list
}
