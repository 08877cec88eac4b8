package workbook

import (
	"fmt"
	"strconv"
	"strings"

	"outrigger/model/calc"
	"outrigger/model/money"
	"outrigger/model/plan"
)

// results is the sheet of what the money is for: the chain from output to impact with the
// cost of each, and the indicators with baseline and targets.
func (b *book) results() *sheet {
	s := b.newYears("results", "level", "leads_to", "assumption", "verification", "frequency", "responsible")
	end := len(s.widths)
	s.widths[0], s.widths[end-4], s.widths[end-3] = 40, 36, 26
	s.heading(b.Words.Say("workbook.results.costs", map[string]string{"currency": b.currency("donor")}))
	for _, one := range b.plan.Project.Results {
		facts := []cell{as(small, b.say("common.result."+one.Level)), as(small, one.Of), wrapped(small, one.Assumption)}
		t := b.Case.Ties
		if within := t.Within[one.ID]; within != "" {
			b.row(s, within, one.ID+"  "+one.Text, facts...)
			if own := t.Results[one.ID]; own != "" {
				b.row(s, own, "    "+b.say("workbook.results.own"))
			}
			continue
		}
		b.row(s, t.Results[one.ID], one.ID+"  "+one.Text, facts...)
	}
	b.row(s, b.Case.Ties.Unstated, b.label(b.model.Row(b.Case.Ties.Unstated)))
	s.answer = "know"
	s.heading(b.say("workbook.results.indicators"))
	for _, one := range b.plan.Project.Indicators {
		b.indicator(s, one)
	}
	return s
}

// indicator is a line with the baseline where other rows have their one figure, and the
// targets in their years.
func (b *book) indicator(s *sheet, one plan.Indicator) {
	s.add(line{write: func(f formulas, _ int) []cell {
		cells := b.targets(f, one, one.Result+"  "+one.Name)
		cells = append(cells, blank(label), as(small, b.say("common.result.indicator")), as(small, one.Result), blank(small), wrapped(small, one.Verification))
		return append(cells, as(small, b.often(one.Frequency)), wrapped(small, one.Responsible))
	}})
}

// targets are the cells of an indicator up to its last year.
func (b *book) targets(f formulas, one plan.Indicator, text string) []cell {
	id := calc.ID("project/indicators/" + one.ID)
	baseline, targets := b.model.Row(id+"/baseline"), b.model.Row(id+"/targets")
	put := func(col int, r *calc.Row, year int) cell {
		f.col = col
		n, _ := b.state.Value(r.ID, b.axis.At(year))
		return computed(carried, numbers(r), f.at(r.ID), n)
	}
	cells := []cell{wrapped(label, text), as(small, one.Unit), blank(small), put(colOnce, baseline, 0)}
	for i := range b.years {
		if !targets.Leaf.Given[i] {
			cells = append(cells, blank(label))
			continue
		}
		cells = append(cells, put(colYears+i, targets, i))
	}
	return cells
}

func (b *book) often(frequency string) string {
	if frequency == "" {
		return ""
	}
	return b.say("common.frequency." + frequency)
}

// workplan is the sheet of when what is done, and of what is bought how.
func (b *book) workplan() *sheet {
	s := b.newYears("workplan", "responsible", "method", "review", "invited", "awarded", "due")
	s.widths[len(s.widths)-6] = 24
	if len(b.plan.Measures) > 0 {
		s.heading(b.say("workbook.workplan.measures"))
		for _, m := range b.plan.Measures {
			b.bar(s, m)
		}
	}
	if len(b.plan.Project.Milestones) > 0 {
		s.heading(b.say("workbook.workplan.milestones"))
		for _, one := range b.plan.Project.Milestones {
			b.milestone(s, one)
		}
	}
	b.tranches(s)
	if len(b.plan.Project.Purchases) > 0 {
		s.heading(b.Words.Say("workbook.workplan.purchases", map[string]string{"currency": b.currency("donor")}))
		for _, one := range b.plan.Project.Purchases {
			review := ""
			if one.Review != "" {
				review = b.say("common.review." + one.Review)
			}
			b.row(s, b.Case.Ties.Purchases[one.ID], one.Name, blank(small), as(small, b.say("common.method."+one.Method)), as(small, review),
				as(small, b.Words.DateText(one.Start)), as(small, b.Words.DateText(one.Award)), as(small, b.Words.DateText(one.End)))
		}
		b.row(s, b.Case.Ties.Unbought, b.label(b.model.Row(b.Case.Ties.Unbought)))
	}
	return s
}

// tranches are the parts in which the money comes, each in the year in which it is due, and
// what the post has to pay ahead of them.
func (b *book) tranches(s *sheet) {
	h := b.Case.Funding.Tranches
	if len(h.Parts) == 0 {
		return
	}
	s.heading(b.Words.Say("workbook.workplan.tranches", b.named("donor")))
	for i, one := range b.plan.Project.Tranches {
		t := h.Parts[i]
		r, year := b.model.Row(t.Amount), b.model.Row(t.Year)
		s.add(line{id: t.Amount, cells: map[calc.ID]int{t.Year: colOnce}, write: func(f formulas, n int) []cell {
			cells := b.figures(f, r, one.Name, n)
			cells[colOnce] = figure(fixed, numbers(year), year.Leaf.Values[0])
			return append(cells, blank(small), blank(small), blank(small), blank(small), blank(small), as(small, b.Words.DateText(one.Due)))
		}})
		b.row(s, t.UpTo, "    "+b.own(b.model.Row(t.UpTo)))
	}
	b.row(s, h.Paid, b.own(b.model.Row(h.Paid)))
	b.mirror(s, h.Asked, b.own(b.model.Row(h.Asked)))
	b.row(s, h.Ahead, b.own(b.model.Row(h.Ahead)))
	b.row(s, h.Bridge, b.own(b.model.Row(h.Bridge)))
}

// bar shows by formula in which years a measure begins and runs.
func (b *book) bar(s *sheet, m plan.Measure) {
	starts, active := b.Case.Portfolio.Starts[m.ID], b.Case.Portfolio.Active[m.ID]
	s.add(line{write: func(f formulas, _ int) []cell {
		cells := []cell{wrapped(label, m.Name), blank(small), blank(small), blank(label)}
		for i := range b.years {
			f.col = colYears + i
			begins, _ := b.state.Value(starts, b.axis.At(i))
			runs, _ := b.state.Value(active, b.axis.At(i))
			said := ""
			switch {
			case begins.IsPos():
				said = begun
			case runs.IsPos():
				said = running
			}
			c := told(label, fmt.Sprintf(`IF(%s>0,"%s",IF(%s>0,"%s",""))`, f.at(starts), begun, f.at(active), running), said)
			c.look.align = "center"
			cells = append(cells, c)
		}
		return cells
	}})
}

// The signs of a year in which a measure begins, and of one in which it runs on.
const (
	begun   = "●"
	running = "–"
)

// milestone stands in the fiscal year of its day, with the quarter.
func (b *book) milestone(s *sheet, one plan.Milestone) {
	s.add(line{write: func(formulas, int) []cell {
		cells := []cell{wrapped(label, one.Name), blank(small), blank(small), as(small, one.Result)}
		for _, year := range b.axis.Years() {
			c := blank(label)
			if year.Holds(one.Due, b.plan.Years.StartMonth) {
				c = as(label, "◆ "+b.Words.Say("workbook.workplan.quarter", map[string]string{"n": itoa(year.Quarter(one.Due, b.plan.Years.StartMonth))}))
				c.look.align = "center"
			}
			cells = append(cells, c)
		}
		return append(cells, blank(label), wrapped(small, one.Responsible), blank(small), blank(small), blank(small), blank(small), as(small, b.Words.DateText(one.Due)))
	}})
}

// The columns of the risk register that hold scores.
const (
	colLikelihood = 4
	colImpact     = 5
	colScore      = 6
	colLeft1      = 8
	colLeft2      = 9
)

// register is the sheet of the risks to the project itself.
func (b *book) register() *sheet {
	s := b.newSheet("register")
	for _, head := range []string{"cause", "event", "mark", "effect", "likelihood", "impact", "score", "mitigation", "likelihood_left", "impact_left", "score_left", "owner", "line"} {
		s.heads = append(s.heads, b.say("workbook.head."+head))
	}
	s.widths = []float64{30, 30, 7.5, 30, 11, 11, 9, 40, 11, 11, 9, 20, 26}
	s.figures, s.until = colLikelihood, colScore+1
	names := map[string]string{}
	for _, l := range plan.AllLines(b.plan) {
		names[l.Called] = l.Name
	}
	scale := func(n int) cell {
		if n == 0 {
			return blank(input)
		}
		return whole(input, n)
	}
	s.answer = "wrong"
	for _, one := range b.plan.Project.Risks {
		s.add(line{write: func(_ formulas, n int) []cell {
			score := func(a, z, x, y int) cell {
				return computed(result, "0", cellName(a, n)+"*"+cellName(z, n), money.Int(x*y))
			}
			return []cell{
				wrapped(label, one.Cause), wrapped(label, one.Event), as(small, "IN"), wrapped(label, one.Effect), scale(one.Likelihood), scale(one.Impact),
				score(colLikelihood, colImpact, one.Likelihood, one.Impact), wrapped(label, one.Mitigation), scale(one.LeftLikelihood), scale(one.LeftImpact),
				score(colLeft1, colLeft2, one.LeftLikelihood, one.LeftImpact), wrapped(small, one.Owner), wrapped(small, names[one.Line]),
			}
		}})
		for _, col := range []int{colLikelihood, colImpact, colLeft1, colLeft2} {
			s.rules = append(s.rules, rule{ref: cellName(col, s.last()), whole: true, min: "1", max: strconv.Itoa(plan.MaxHazard)})
		}
	}
	return s
}

// monitoring is the sheet of reports, and of what was spent beside what was planned.
func (b *book) monitoring() *sheet {
	s := b.newSheet("monitoring")
	for _, head := range []string{"report", "frequency", "mark", "first", "responsible", "line"} {
		s.heads = append(s.heads, b.say("workbook.head."+head))
	}
	s.widths = []float64{58, 16, 7.5, 20, 26, 26}
	s.figures, s.until = len(s.heads), len(s.heads)
	names := map[string]string{}
	for _, l := range plan.AllLines(b.plan) {
		names[l.Called] = l.Name
	}
	s.answer = "know"
	for _, one := range b.plan.Project.Reports {
		s.text(wrapped(label, one.Name), as(small, b.often(one.Frequency)), blank(small), as(small, b.Words.DateText(one.First)), wrapped(small, one.Responsible), wrapped(small, names[one.Line]))
	}
	b.spent(s)
	return s
}

// spent is the table that the post fills in at the end of the first planned year.
func (b *book) spent(s *sheet) {
	planned := b.axis.Planned()
	if len(planned) == 0 {
		return
	}
	code := b.currency("local")
	s.heading(b.Words.Say("workbook.monitoring.spent", map[string]string{"year": planned[0].Label(b.plan.Years.StartMonth), "currency": code}))
	b.subhead(s, "planned", "spent", "difference")
	for _, c := range plan.Categories {
		id := calc.ID("budget/category_" + c + "/local")
		s.add(line{write: func(f formulas, n int) []cell {
			v, _ := b.state.Value(id, planned[0])
			format := numbers(b.model.Row(id))
			return []cell{
				as(label, b.say("common.category."+c)), as(small, code), as(small, "IN"),
				computed(carried, format, f.inYear(id, planned[0]), v), blankFormat(input, format),
				told(formula, fmt.Sprintf(`IF(ISBLANK(%[1]s),"",%[1]s-%[2]s)`, cellName(4, n), cellName(3, n)), ""),
			}
		}})
	}
}

// blankFormat is an empty cell for a figure.
func blankFormat(r role, format string) cell { return cell{look: look{role: r, format: format}} }

// notes is the sheet that explains each costed line: how its amount comes about, where its
// price was read, and why it is needed.
func (b *book) notes() *sheet {
	s := b.newSheet("notes")
	for _, head := range []string{"line", "unit", "note_number", "total", "calculation", "source", "justification"} {
		s.heads = append(s.heads, b.say("workbook.head."+head))
	}
	s.widths = []float64{34, 8, 11, 14, 48, 32, 32}
	s.figures, s.until = 3, 4
	s.answer = "amount"
	for i, l := range plan.AllLines(b.plan) {
		b.noteOf(s, i+1, l)
	}
	return s
}

func (b *book) noteOf(s *sheet, number int, l plan.NamedLine) {
	id := b.total[b.Case.Budget.Bought[l.Called].Donor]
	s.add(line{write: func(f formulas, _ int) []cell {
		n, _ := b.state.Single(id)
		grade := l.UnitCost.Grade
		source := b.gradeOf(grade)
		if l.UnitCost.Source != "" {
			source += " · " + b.sourceTitle(l.UnitCost.Source)
		}
		if l.UnitCost.Note != "" {
			source += ". " + l.UnitCost.Note
		}
		return []cell{
			wrapped(label, b.lineName(l)), as(small, b.currency("donor")), whole(small, number), computed(carried, numbers(b.model.Row(id)), f.at(id), n),
			wrapped(small, b.calculation(l)), wrapped(small, source), wrapped(small, l.Note),
		}
	}})
}

// lineName says which measure a line belongs to.
func (b *book) lineName(l plan.NamedLine) string {
	for _, m := range b.plan.Measures {
		if l.Called == m.ID+"/"+l.ID {
			return b.Words.Labelled(m.Name, l.Name)
		}
	}
	return l.Name
}

// calculation says in words how a line's amount comes about.
func (b *book) calculation(l plan.NamedLine) string {
	quantity := b.byYear(l.Quantity)
	if v := l.Quantity.Value; v != nil {
		quantity = b.Words.Number(*v, placesIn(*v))
	}
	price := b.say("common.not_available")
	code := or(l.Currency, b.plan.Money.Currency)
	if v := l.UnitCost.Value; v != nil {
		price = b.Words.Money(money.Canonical(*v), code, placesOf(code))
	}
	text := b.Words.Say("workbook.notes."+l.Kind, map[string]string{
		"quantity": quantity, "unit": l.Unit, "price": price, "year": strconv.Itoa(int(l.PriceYear)), "path": b.say("common.price_path." + l.PricePath),
	})
	if d := b.driverName(l.Per); d != "" {
		text += " " + b.Words.Say("workbook.notes.per", map[string]string{"driver": d})
	}
	if v := l.Contingency.Value; v != nil && v.IsPos() {
		text += " " + b.Words.Say("workbook.notes.contingency", map[string]string{"share": b.Words.Percent(*v, 0)})
	}
	return text
}

func (b *book) driverName(id string) string {
	for _, d := range b.plan.Drivers {
		if d.ID == id {
			return d.Name
		}
	}
	return ""
}

// byYear writes out a quantity that differs by year.
func (b *book) byYear(f plan.Figure) string {
	var parts []string
	for _, year := range b.axis.Years() {
		if n, given := f.Years[year]; given && !n.IsZero() {
			parts = append(parts, b.Words.Say("workbook.notes.in_year", map[string]string{"n": b.Words.Number(n, placesIn(n)), "year": year.Label(b.plan.Years.StartMonth)}))
		}
	}
	return strings.Join(parts, b.Words.Formats().List)
}

// placesIn is how many places a figure needs to be written as it is, two at most.
func placesIn(n money.Number) int {
	for places := range 2 {
		if money.Round(n, places).Equal(n) {
			return places
		}
	}
	return 2
}
