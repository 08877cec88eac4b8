package main

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"outrigger/app/intake"
	"outrigger/model/money"
	"outrigger/model/plan"
)

// Limits of what a preview lists, so that a reader still sees the end of it; all
// of it is in --json.
const (
	maxSaid   = 30
	maxRows   = 40
	maxValues = 12
)

// propose shows every table that was found, and how to go on from there.
func (b *bringing) propose(file *intake.File, maps []intake.Mapping) error {
	for _, m := range maps {
		b.views = append(b.views, intake.PreviewOf(file, m))
	}
	if b.accept {
		return b.fault("nothing_taken")
	}
	if b.machine {
		return b.asJSON()
	}
	for i, view := range b.views {
		fmt.Fprintln(b.out, b.say.Say("verb.intake.table", map[string]string{"table": strconv.Itoa(i + 1), "tables": strconv.Itoa(len(b.views))}))
		b.report(view)
		if len(view.Faults) > 0 {
			continue
		}
		if view.Mapping.Orientation == intake.Long {
			b.columns(file.Sheet(view.Mapping.Sheet), view.Mapping)
		} else {
			b.rows(view)
		}
		fmt.Fprintln(b.out)
	}
	b.wanted()
	b.next(file)
	return nil
}

// report says the sentences of a preview, not all of a long list.
func (b *bringing) report(view *intake.Preview) {
	lines := view.Report(b.say)
	for i, line := range lines {
		if i == maxSaid {
			b.more(len(lines) - i)
			break
		}
		fmt.Fprintln(b.out, "  "+line)
	}
}

func (b *bringing) more(n int) {
	fmt.Fprintln(b.out, "  "+b.say.Say("verb.intake.more", map[string]string{"n": strconv.Itoa(n)}))
}

// rows lists the rows of a table with what a --take calls them, and the latest
// figure of each.
func (b *bringing) rows(view *intake.Preview) {
	fmt.Fprintln(b.out, b.say.Say("verb.intake.rows", nil))
	latest := map[string]intake.Record{}
	var order []string
	for _, r := range view.Records {
		key := r.LabelCell + " " + r.Measure
		old, known := latest[key]
		if !known {
			order = append(order, key)
		}
		if !known || r.Number != nil && (old.Number == nil || r.Year > old.Year) {
			latest[key] = r
		}
	}
	for i, key := range order {
		if i == maxRows {
			b.more(len(order) - i)
			break
		}
		r := latest[key]
		figure := "–"
		if r.Number != nil {
			figure = money.Canonical(*r.Number)
		}
		fmt.Fprintf(b.out, "  row=%-6s %s  [%s: %s]\n", r.LabelCell, strings.TrimSpace(strings.Join(slices.DeleteFunc([]string{r.Group, r.Label, named("measure", r.Measure, view)}, func(s string) bool { return s == "" }), " · ")), r.Period, figure)
	}
}

// named shows a measure where it tells figures of one row apart.
func named(word, value string, view *intake.Preview) string {
	if value == "" || view.Mapping.Orientation != intake.Across {
		return ""
	}
	return word + "=" + value
}

// columns lists the columns of a table with a row a figure, and some of what
// stands in each: that is what a --take chooses by.
func (b *bringing) columns(sheet *intake.Sheet, m intake.Mapping) {
	fmt.Fprintln(b.out, b.say.Say("verb.intake.columns", nil))
	header := sheet.Rows[m.Header-1]
	for col, head := range header {
		letters := strings.TrimRight(intake.Ref{Row: 0, Col: col}.String(), "0123456789")
		if strings.TrimSpace(head.Text) == "" || slices.ContainsFunc(m.Values, func(v intake.Head) bool { return strings.TrimRight(v.Cell, "0123456789") == letters }) {
			continue
		}
		seen := map[string]bool{}
		var values []string
		for row := m.First - 1; row < len(sheet.Rows); row++ {
			text := strings.TrimSpace(sheet.At(row, col).Text)
			if text == "" || seen[text] {
				continue
			}
			seen[text] = true
			values = append(values, text)
		}
		name := strings.TrimSpace(head.Text)
		if letters == m.MeasureColumn {
			name = "measure"
		}
		if letters == m.YearColumn {
			name = "years"
		}
		shown := strings.Join(values[:min(len(values), maxValues)], ", ")
		if len(values) > maxValues {
			shown += " … " + values[len(values)-1] + " (" + strconv.Itoa(len(values)) + ")"
		}
		fmt.Fprintf(b.out, "  %s=  %s\n", name, shown)
	}
}

// wanted lists the inputs that still lack a figure: the places a file may fill.
func (b *bringing) wanted() {
	missing := missingInputs(b.doc.plan)
	if len(missing) == 0 {
		return
	}
	fmt.Fprintln(b.out, b.say.Say("verb.intake.wanted", nil))
	for i, in := range missing {
		if i == maxRows {
			b.more(len(missing) - i)
			return
		}
		fmt.Fprintf(b.out, "  %s  %s: %s\n", in.ID, b.say.InputOwner(in), b.say.InputField(in, "row.input"))
	}
}

// missingInputs are those that must be given and are not, and the histories and
// amounts that a plan lists without figures.
func missingInputs(p *plan.Plan) []plan.Input {
	return slices.DeleteFunc(plan.Inputs(p), func(in plan.Input) bool {
		return in.Figure.Given() || !in.Required && in.Field != "amount"
	})
}

// next writes the command a reader may try, made of this very file and plan.
func (b *bringing) next(file *intake.File) {
	view := b.views[0]
	if len(view.Records) == 0 {
		return
	}
	target := "drivers/…/history"
	if missing := missingInputs(b.doc.plan); len(missing) > 0 {
		target = missing[0].ID
	}
	r, m := view.Records[0], view.Mapping
	what := "row=" + r.LabelCell
	if m.Orientation == intake.Long {
		what = "row=" + r.Label
		if sheet := file.Sheet(m.Sheet); sheet != nil && m.MeasureColumn != "" {
			what += "; measure=" + r.Measure
		}
	}
	fmt.Fprintln(b.out, b.say.Say("verb.intake.next", nil))
	fmt.Fprintf(b.out, "  outrigger intake %s %s --take %q\n", b.planPath, b.filePath, target+": "+what)
}

// show tells what would change, after what the tables it comes from have to say.
func (b *bringing) show() {
	for _, view := range b.views {
		b.report(view)
	}
	if len(b.changes) == 0 {
		fmt.Fprintln(b.out, b.say.Say("verb.intake.no_change", nil))
	}
	for _, c := range b.changes {
		fmt.Fprintln(b.out, "+ "+c.Sentence(b.say))
		if now := b.brief(c.After); now != "" {
			if was := b.brief(c.Before); was != "" && was != now {
				now = was + " → " + now
			}
			fmt.Fprintln(b.out, "    "+now)
		}
		for _, n := range c.Notes {
			fmt.Fprintln(b.out, "    "+n.Sentence(b.say))
		}
	}
}

// brief shows a figure by its ends, as a reader checks it against the file.
func (b *bringing) brief(f plan.Figure) string {
	var parts []string
	if f.Value != nil {
		parts = append(parts, b.say.Number(*f.Value, -1))
	}
	years := slices.Sorted(maps.Keys(f.Years))
	for i, year := range years {
		if i == 0 || i == len(years)-1 {
			parts = append(parts, year.Label(b.doc.plan.Years.StartMonth)+": "+b.say.Number(f.Years[year], -1))
		}
	}
	return strings.Join(parts, " … ")
}
