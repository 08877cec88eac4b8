package review

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"outrigger/app/workbook"
	"outrigger/model/calc"
	"outrigger/model/chain"
	"outrigger/model/money"
	"outrigger/model/plan"
	"outrigger/model/span"
)

// taken takes the edits into a copy of the plan and tells what each does to the ask. The
// ask is read as the workbook gives it: what was fitted or drawn stays as it was.
func (v Verifier) taken(r *Report, c *chain.Case, names []string) {
	r.Changed, r.Scenario = plan.Clone(r.Plan), r.Seal.Scenario
	for i := range r.Edits {
		e := &r.Edits[i]
		if e.Entry.Input == workbook.ScenarioEntry {
			if at := slices.Index(names, e.Is); at >= 0 {
				e.Taken, r.Scenario = true, ""
				if at > 0 {
					r.Scenario = r.Plan.Scenarios[at-1].ID
				}
				e.Effect = effect(c, r.Scenario, r.Plan, r.Before)
			}
			continue
		}
		alone := plan.Clone(r.Plan)
		if !Take(alone, *e) || plan.Refused(plan.Check(alone)) {
			continue // told as not taken: the plan has no such input, or would refuse it
		}
		e.Taken = Take(r.Changed, *e)
		e.Effect = effect(c, r.Seal.Scenario, alone, r.Before)
	}
	r.After = asked(c, c.Reading(r.Scenario, r.Changed))
}

func effect(c *chain.Case, scenario string, changed *plan.Plan, before money.Number) *money.Number {
	n, err := asked(c, c.Reading(scenario, changed)).Sub(before)
	if err != nil {
		return nil
	}
	return &n
}

// asked is the gap over the planned years.
func asked(c *chain.Case, s *calc.State) money.Number {
	n, _ := s.Single(c.Financing.GapTotal.Local)
	return n
}

// Take puts an edit into a plan; false if the plan has no such input or the cell holds no
// figure it can take.
func Take(p *plan.Plan, e Edit) bool {
	input := e.Entry.Input
	if e.Number == nil && strings.TrimSpace(e.Is) != "" {
		return false // a text where a figure belongs
	}
	if input == "package/chosen" {
		return aim(p, e.Number)
	}
	if end, id, is := rangeEnd(input); is {
		f := plan.Find(p, id)
		if f == nil || f.Range == nil || e.Number == nil {
			return false
		}
		own := *f.Range
		if end == "low" {
			own.Low = e.Number
		} else {
			own.High = e.Number
		}
		f.Range = &own
		return true
	}
	if e.Entry.Scenario != "" {
		return override(p, e)
	}
	f := plan.Find(p, input)
	if f == nil {
		return false
	}
	put(f, e)
	return true
}

// rangeEnd parts the name of an end of a range: range/low/<input>.
func rangeEnd(input string) (end, id string, is bool) {
	rest, is := strings.CutPrefix(input, "range/")
	end, id, _ = strings.Cut(rest, "/")
	return end, id, is
}

// put sets a figure: its one value, or that of one year.
func put(f *plan.Figure, e Edit) {
	if e.Entry.Year == 0 {
		f.Value = e.Number
		return
	}
	years := map[span.Year]money.Number{}
	for year, n := range f.Years {
		years[year] = n
	}
	delete(years, e.Entry.Year)
	if e.Number != nil {
		years[e.Entry.Year] = *e.Number
	}
	f.Years = years
}

func aim(p *plan.Plan, n *money.Number) bool {
	if n == nil {
		return false
	}
	at, _, ok := n.Int64(0)
	if !ok || at < 1 || int(at) > len(p.Project.Packages) {
		return false
	}
	p.Project.Package = p.Project.Packages[at-1].ID
	return true
}

func override(p *plan.Plan, e Edit) bool {
	at := slices.IndexFunc(p.Scenarios, func(s plan.Scenario) bool { return s.ID == e.Entry.Scenario })
	if at < 0 {
		return false
	}
	list := p.Scenarios[at].Overrides
	i := slices.IndexFunc(list, func(o plan.Override) bool { return o.Input == e.Entry.Input })
	if i < 0 {
		return false
	}
	put(&list[i].Figure, e)
	return true
}

// figures holds what the formulas are stored with against what they give: as written, or
// with the edits taken in. Stored figures that are all as before the edits are no
// tampering: the file was not recalculated.
func (c *comparison) figures(v Verifier, base *chain.Case) error {
	r := c.report
	apart := func(want func(figure) string) []figure {
		var found []figure
		for _, f := range c.cached {
			if !near(want(f), f.is) {
				found = append(found, f)
			}
		}
		return found
	}
	wrong := apart(func(f figure) string { return f.was })
	if len(wrong) == 0 {
		r.Stale = !r.Before.Equal(r.After)
		return nil
	}
	// What hangs on an overwritten formula differs as well and says nothing by itself;
	// nor can figures be told that follow from an edit which no plan can take.
	if slices.ContainsFunc(r.Findings, func(f Finding) bool { return f.Kind == FormulaOther || f.Kind == SheetGone }) ||
		slices.ContainsFunc(r.Edits, func(e Edit) bool { return e.Entry.Input != "" && !e.Taken }) {
		return nil
	}
	if len(r.Edits) > 0 {
		next, _, err := v.written(base, r.Seal, base.Reading(r.Scenario, r.Changed), r.Scenario)
		if err != nil {
			return err
		}
		defer next.Close()
		wrong = apart(func(f figure) string {
			text, _ := next.GetCellValue(f.spot.Sheet, f.spot.Cell) // the sheet was there a moment ago
			return text
		})
	}
	widened := slices.ContainsFunc(r.Edits, func(e Edit) bool {
		_, _, is := rangeEnd(e.Entry.Input)
		f := plan.Find(r.Plan, e.Entry.Input)
		return is || f != nil && f.Range != nil
	})
	for _, f := range wrong {
		if widened && slices.Contains(c.ranging, f.spot.Sheet) {
			continue // a range moves with its figure; its ends are worked out anew only by the program
		}
		c.find(Finding{Kind: FigureOther, Sheet: f.spot.Sheet, Cell: f.spot.Cell, Label: f.label, Was: f.was, Is: f.is})
	}
	return nil
}

// near compares stored results: figures closely, texts that a formula writes by their
// letters and digits, because programs separate thousands in their own ways.
func near(a, b string) bool {
	x, errX := strconv.ParseFloat(a, 64)
	y, errY := strconv.ParseFloat(b, 64)
	if errX == nil && errY == nil {
		return math.Abs(x-y) <= alike*max(1, math.Abs(x), math.Abs(y))+tiny
	}
	return letters(a) == letters(b)
}

// tiny is what a figure that is nought may hold of binary arithmetic.
const tiny = 1e-6

func letters(text string) string {
	return strings.Map(func(c rune) rune {
		if strings.ContainsRune(" ,.'’\u00a0\u202f", c) {
			return -1
		}
		return c
	}, text)
}
