package workbook

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"outrigger/app/words"
	"outrigger/model/calc"
	"outrigger/model/chain"
	"outrigger/model/measures"
	"outrigger/model/money"
	"outrigger/model/plan"
)

// The columns that the table of measures has after the totals.
func (b *book) colStart() int { return b.colTotal() + 1 }

// options is the sheet of every measure that was weighed: a switch and a year that a
// reviewer may change, what it costs in each year, and why it was chosen or not.
func (b *book) options() *sheet {
	s := b.newYears("options", "begins", "function", "effort_first", "alone", "best", "why")
	s.widths[0], s.widths[3] = 36, 9
	s.widths[len(s.widths)-1] = 70
	say := words.Advisor{Reader: b.Words, Case: b.Case}
	advice := b.advice()
	s.heading(b.Words.Say("workbook.options.measures", map[string]string{"currency": b.currency("local")}))
	for _, m := range b.plan.Measures {
		b.measure(s, m, advice, say)
	}
	b.group(s, b.say("workbook.group.portfolio"), "measures/total")
	b.group(s, b.say("workbook.group.value"), "measures/value")
	b.group(s, b.say("workbook.group.limits"), "measures/ceilings")
	for _, section := range []string{"measures/hours", "measures/starts"} {
		for _, r := range b.section(section) {
			b.row(s, r.ID, b.label(r))
		}
	}
	b.group(s, b.say("workbook.group.switches"), "measures/switches")
	b.group(s, b.say("workbook.group.effort"), "measures/effort")
	b.group(s, b.say("workbook.group.effects"), "measures/effects")
	b.group(s, b.say("workbook.group.relief"), "measures/drivers")
	for _, r := range b.section("measures/relief") {
		b.row(s, r.ID, b.label(r))
	}
	before := len(s.lines)
	b.advised(s, advice, say) // last: how many lines it takes depends on the language and the scenario
	s.prosaic = len(s.lines) - before
	return s
}

// advice is what the optimiser says of the scenario that the workbook opens with. Where the
// mandatory measures do not fit together, that is what the sheet says.
func (b *book) advice() *chain.Advice {
	var clash *measures.InfeasibleError
	if errors.As(b.refused, &clash) {
		b.clash = clash
	} else {
		b.do(b.refused)
	}
	return b.best
}

// switched tells whether an input is the switch or the year of a measure that stands on
// the sheet of options: all but those that a scenario changes, which need a line for each
// scenario.
func (b *book) switched(id calc.ID) bool {
	parts := strings.Split(string(id), "/")
	return len(parts) == 3 && parts[0] == "measures" && (parts[2] == "chosen" || parts[2] == "start") && !b.overridden(plan.Input{ID: string(id)})
}

func (b *book) measure(s *sheet, m plan.Measure, a *chain.Advice, say words.Advisor) {
	chosen, start := calc.ID("measures/"+m.ID+"/chosen"), calc.ID("measures/"+m.ID+"/start")
	cost := b.Case.Measures.Cost[m.ID]
	own := map[calc.ID]int{}
	for id, col := range map[calc.ID]int{chosen: colOnce, start: b.colStart()} {
		if b.switched(id) {
			own[id] = col
		}
	}
	r := b.model.Row(cost)
	s.add(line{id: cost, cells: own, write: func(f formulas, at int) []cell {
		put := func(id calc.ID, col int) cell {
			n, _ := b.state.Single(id)
			if _, here := own[id]; here {
				b.enter(s, cellName(col, at), b.model.Row(id), 0, "")
				return figure(input, numbers(b.model.Row(id)), n)
			}
			f.col = col
			return computed(carried, numbers(b.model.Row(id)), f.at(id), n)
		}
		cells := []cell{wrapped(label, m.Name), as(small, b.unit(r)), as(small, "IN"), put(chosen, colOnce)}
		for i := range b.years {
			f.col = colYears + i
			cells = append(cells, b.computed(f, formula, numbers(r), r, r.Expr, i))
		}
		total := b.model.Row(b.total[cost])
		f.col = b.colTotal()
		cells = append(cells, b.computed(f, result, numbers(total), total, total.Expr, 0), put(start, b.colStart()))
		return append(cells, b.weighed(m, a, say)...)
	}})
	b.rulesOf(s, own)
}

// rulesOf tells the sheet what the switch and the year of a measure accept.
func (b *book) rulesOf(s *sheet, own map[calc.ID]int) {
	for _, id := range slices.Sorted(maps.Keys(own)) {
		in := b.inputOf[id]
		s.rules = append(s.rules, rule{
			ref: cellName(own[id], s.last()), whole: true, min: money.Canonical(*in.Min), max: money.Canonical(*in.Max),
		})
	}
}

// weighed is what is said of a measure beside its cost: what it is for, what it takes and
// is worth alone, whether the optimiser chooses it, and why not.
func (b *book) weighed(m plan.Measure, a *chain.Advice, say words.Advisor) []cell {
	function := ""
	if m.Function != "" {
		function = b.say("csf." + m.Function)
	}
	cells := []cell{as(small, function)}
	if a == nil {
		return append(cells, blank(small), blank(small), blank(small), blank(small))
	}
	alone := a.Alone(m.ID)
	cells = append(cells, as(simulated, b.Words.Number(alone.Hours, 0)), as(simulated, say.Value(alone.Worth)))
	why, best := say.Why(a, m.ID), b.say("workbook.options.no")
	for _, c := range a.Together {
		if c.Measure == m.ID {
			best = c.Start.Label(b.plan.Years.StartMonth)
		}
	}
	if b.clash != nil {
		best = ""
	}
	return append(cells, as(simulated, best), wrapped(simulated, why))
}

// advised is what the optimiser found, which no formula can give.
func (b *book) advised(s *sheet, a *chain.Advice, say words.Advisor) {
	s.heading(b.say("workbook.options.found"))
	line := func(text string) {
		for _, part := range fold(text, 150) {
			s.text(as(remark, part))
		}
	}
	line(b.Words.Say("workbook.options.method", map[string]string{"version": b.Version, "scenario": b.scenarioName()}))
	switch {
	case b.clash != nil:
		line(say.Infeasible(b.clash))
		return
	case a == nil:
		return
	case a.Zero:
		line(b.say("common.why.nothing"))
		return
	}
	line(say.Found(a))
	for _, over := range a.Current.Over {
		line(say.Over(over))
	}
	for _, share := range a.Shares {
		line(b.Words.Say("workbook.options.share", map[string]string{
			"percent": b.Words.Percent(money.Drawn(float64(share.Percent)/100, 2), 0), "value": say.Value(share.Nested.Value), "list": say.Chosen(share.Nested.Chosen),
		}))
	}
	line(b.Words.Say("workbook.options.waiting", map[string]string{"value": say.Value(a.Waiting.Cost)}))
	line(b.Words.Say("workbook.options.after", map[string]string{
		"amount": b.Words.Money(money.Canonical(a.After), b.currency("local"), placesOf(b.currency("local"))), "year": b.axis.Last.Label(b.plan.Years.StartMonth),
	}))
	for i, near := range a.Near[min(1, len(a.Near)):] {
		line(b.Words.Say("workbook.options.near", map[string]string{"n": fmt.Sprint(i + 1), "value": say.Value(near.Joint.Together), "list": say.Chosen(near.Chosen)}))
	}
}

func placesOf(code string) int {
	c, _ := money.ByCode(code)
	return c.Places
}
