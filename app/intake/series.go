package intake

import (
	"slices"
	"strconv"

	"outrigger/model/money"
	"outrigger/model/plan"
	"outrigger/model/span"
)

// Run is one series as it would enter the plan: a figure a year, scaled, with
// the cells it comes from.
type Run struct {
	Series Series
	Years  map[span.Year]money.Number
	Cells  map[span.Year][]string
	Area   string     // all cells as one range
	Grade  plan.Grade // measured; estimated when the file calls any of it a budget or an estimate
	Gaps   []span.Year
	Notes  []Note
}

// RunOf reads one series out of a preview. Two different figures for one year
// are refused unless the series adds them up: which of them is right is for the
// reader to say.
func (p *Preview) RunOf(s Series) (Run, error) {
	run := Run{Series: s, Years: map[span.Year]money.Number{}, Cells: map[span.Year][]string{}, Grade: plan.Measured}
	factor, err := p.factor(s)
	if err != nil {
		return run, err
	}
	var used []Record
	seen := map[span.Year]bool{}
	for _, r := range p.Records {
		if !p.chosen(r, s) || s.Sum && r.Total {
			continue
		}
		seen[r.Year] = true
		if r.Number == nil {
			continue
		}
		n, err := r.Number.Mul(factor)
		if err != nil {
			return run, fault("too_big", p.place(r), "text", r.Stored)
		}
		n = n.Trim(0)
		if old, twice := run.Years[r.Year]; twice {
			switch {
			case s.Sum:
				if n, err = n.Add(old); err != nil {
					return run, fault("too_big", p.place(r), "text", r.Stored)
				}
			case old.Cmp(n) == 0:
				continue
			default:
				return run, fault("twice", p.place(r), "year", strconv.Itoa(int(r.Year)), "other", run.Cells[r.Year][0], "label", r.Label)
			}
		}
		run.Years[r.Year] = n
		run.Cells[r.Year] = append(run.Cells[r.Year], r.Cell)
		if r.Kind == "budget" || r.Kind == "revised" || r.Kind == "estimate" {
			run.Grade = plan.Estimated
		}
		used = append(used, r)
	}
	if len(run.Years) == 0 {
		return run, fault("nothing_chosen", p.File, "target", s.Target, "label", s.Label)
	}
	run.Area = p.area(used)
	run.gaps(seen)
	return run, nil
}

// gaps lists years between the first and the last for which there is no figure.
func (run *Run) gaps(seen map[span.Year]bool) {
	years := run.Sorted()
	for y := years[0]; y <= years[len(years)-1]; y++ {
		if _, ok := run.Years[y]; !ok {
			run.Gaps = append(run.Gaps, y)
			code := "gap"
			if seen[y] {
				code = "gap_stated"
			}
			run.Notes = append(run.Notes, note(code, run.Series.Target, "year", strconv.Itoa(int(y))))
		}
	}
}

// Sorted lists the years of a run, first to last.
func (run *Run) Sorted() []span.Year {
	years := make([]span.Year, 0, len(run.Years))
	for y := range run.Years {
		years = append(years, y)
	}
	slices.Sort(years)
	return years
}

// factor is the scale accepted for a series.
func (p *Preview) factor(s Series) (money.Number, error) {
	text := s.Scale
	if text == "" {
		text = p.Mapping.Scale
	}
	if text == "" {
		return money.Int(1), nil
	}
	n, err := money.Parse(text)
	if err != nil || !n.IsPos() {
		return n, fault("scale", p.Mapping.Name, "text", text)
	}
	return n, nil
}

// chosen: the record fits all the series asks for.
func (p *Preview) chosen(r Record, s Series) bool {
	switch {
	case s.Label != "" && fold(s.Label) != fold(r.Label),
		s.LabelCell != "" && s.LabelCell != r.LabelCell,
		s.Group != "" && fold(s.Group) != fold(r.Group),
		s.Measure != "" && fold(s.Measure) != fold(r.Measure) && s.Measure != r.Kind,
		s.From != 0 && r.Year < s.From,
		s.To != 0 && r.Year > s.To:
		return false
	}
	return p.passes(r.row, s.Filters)
}

func (p *Preview) place(r Record) string {
	if ref, ok := parseRef(r.Cell); ok {
		return p.sheet.place(ref)
	}
	return r.Cell
}
