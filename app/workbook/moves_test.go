package workbook_test

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"outrigger/app/words"
	"outrigger/app/workbook"
	"outrigger/model/calc"
	"outrigger/model/chain"
	"outrigger/model/funding"
	"outrigger/model/money"
	"outrigger/model/plan"
	"outrigger/model/span"
)

// move is a change to one input, and what must not be seen after it.
type move struct {
	name, input string
	year        span.Year
	to          float64
	do          func(*plan.Plan)
	wrong       func(r reader, before, after shown) []string
}

// movesOf are the three changes that every workbook is asked about: a unit cost, a year's
// grant, a measure that is bought no more. Each is the first of its kind that moves
// something.
func movesOf(t *testing.T, c *chain.Case, m made) []move {
	t.Helper()
	moved := func(do func(*plan.Plan), ids ...calc.ID) bool {
		p := plan.Clone(c.Plan)
		do(p)
		state := c.Reading("", p)
		return !slices.ContainsFunc(ids, func(id calc.ID) bool { return same(c, state, id) })
	}
	var all []move
	for _, l := range c.Plan.Lines {
		if l.UnitCost.Value == nil {
			continue
		}
		to, _ := l.UnitCost.Value.Mul(number(t, "1.07"))
		input := "lines/" + l.ID + "/unit_cost"
		do := func(p *plan.Plan) { *plan.Find(p, input).Value = to }
		if moved(do, c.Financing.NeedTotal.Donor) {
			all = append(all, move{"dearer", input, 0, money.Float(to), do, totalsApart})
			break
		}
	}
	for _, f := range c.Plan.Funding {
		last := c.Plan.Years.Last
		n, given := f.Amount.Years[last]
		if !given || f.Grade == "sought" {
			continue
		}
		to, _ := n.Add(money.Int(5000))
		input := "funding/" + f.ID + "/amount"
		do := func(p *plan.Plan) { plan.Find(p, input).Years[last] = to }
		if moved(do, c.Financing.GapTotal.Donor) {
			all = append(all, move{"granted", input, last, money.Float(to), do, othersMove})
			break
		}
	}
	for _, one := range c.Plan.Measures {
		input := "measures/" + one.ID + "/chosen"
		do := func(p *plan.Plan) { *plan.Find(p, input).Value = money.Int(0) }
		if plan.Find(c.Plan, input).Value != nil && moved(do, followers(c)...) {
			all = append(all, move{"unbought", input, 0, 0, do, nothingFollows})
			break
		}
	}
	if len(all) != 3 {
		t.Fatalf("the sample has only %d of the three changes", len(all))
	}
	return all
}

// followers are what a measure moves: cost, hours, risk and budget.
func followers(c *chain.Case) []calc.ID {
	return []calc.ID{c.Financing.NeedTotal.Donor, c.Staffing.RequiredTotal, c.Risk.AvoidedTotal, funding.TotalOf(c.Funding.All)}
}

// same tells whether a reading has a row's figures of the base case.
func same(c *chain.Case, state *calc.State, id calc.ID) bool {
	for _, y := range c.Plan.Axis().Years() {
		a, _ := c.State("").Value(id, y)
		b, _ := state.Value(id, y)
		if !a.Equal(b) {
			return false
		}
	}
	return true
}

// rowsApart holds every row of the graph, in every year, against the cell it stands in.
func rowsApart(c *chain.Case, state *calc.State, m made, again shown) []string {
	var apart []string
	for _, r := range c.Model.Rows() {
		at, stands := m.Stands[r.ID]
		if !stands {
			apart = append(apart, fmt.Sprintf("%s stands nowhere", r.ID))
			continue
		}
		held := func(n money.Number, col int) {
			there := again.value(m.Sheets[at.Sheet-1], at.Line, col)
			if r.Leaf != nil && there == "" && n.IsZero() {
				return // nobody gave it
			}
			if !alike(money.Canonical(n), there) {
				apart = append(apart, fmt.Sprintf("%s!%s: %q shown, %s is %s", m.Sheets[at.Sheet-1], cellAt(col, at.Line), there, r.ID, money.Canonical(n)))
			}
		}
		if !at.Years {
			n, _ := state.Single(r.ID)
			held(n, at.Col)
			continue
		}
		for i, y := range c.Plan.Axis().Years() {
			n, _ := state.Value(r.ID, y)
			held(n, at.Col+i)
		}
	}
	return apart
}

// reader reads a shown workbook by the rows of the graph and by its checks.
type reader struct {
	c   *chain.Case
	m   made
	say words.Reader
	t   *testing.T
}

// of is the figure of a row, of the last year where it has one for each.
func (r reader) of(s shown, id calc.ID) float64 {
	at := r.m.Stands[id]
	col := at.Col
	if at.Years {
		col += r.m.Years - 1
	}
	return amount(r.t, s, spot{r.m.Sheets[at.Sheet-1], cellAt(col, at.Line)})
}

// fiveTotals are the sums that must be one figure: plan, donor's budget, financing and
// gap, results, purchases, each as the sheet of checks adds it up in the donor's currency.
func (r reader) fiveTotals(s shown) []float64 {
	code := r.c.Plan.Money.Donor
	own := code
	if code == r.c.Plan.Money.Currency {
		own += ", " + r.say.Say("common.funding_kind.donor", nil)
	}
	var all []float64
	for _, check := range [][2]string{{"lines", own}, {"donor_lines", code}, {"financing", own}, {"results", code}, {"purchases", code}} {
		label := r.say.Say("workbook.check."+check[0], map[string]string{"currency": check[1]})
		all = append(all, amount(r.t, s, spotOf(r.t, s, r.say.Say("workbook.sheet.checks", nil), label, colFigure+1)))
	}
	return all
}

// turned lists the checks that were kept before and are not after. Whether a cap of the
// package is kept may change with the figures; no sum may come apart.
func (r reader) turned(before, after shown) []string {
	caps := map[string]bool{}
	for _, id := range r.c.Funding.Left {
		caps[r.say.Label(r.c.Model.Row(id))] = true
	}
	sheet, ok := r.say.Say("workbook.sheet.checks", nil), r.say.Say("common.ok", nil)
	overall := r.say.Say("workbook.checks.overall", nil)
	var turned []string
	kept := 0
	for n, row := range before.values[sheet] {
		if len(row) <= colFigure || row[colFigure] != ok || caps[row[0]] || row[0] == overall {
			continue
		}
		kept++
		if is := after.value(sheet, n+1, colFigure+1); is != ok {
			turned = append(turned, fmt.Sprintf("%s: %s", row[0], is))
		}
	}
	if kept < 20 {
		turned = append(turned, fmt.Sprintf("only %d checks are kept", kept))
	}
	return turned
}

// cents is what two sums of rounded amounts may differ by in binary arithmetic.
const cents = 1e-6

// totalsApart: a unit cost moves the five totals by one amount, and no check.
func totalsApart(r reader, before, after shown) []string {
	wrong := r.turned(before, after)
	was, is := r.fiveTotals(before), r.fiveTotals(after)
	by := is[0] - was[0]
	if by <= 0 {
		wrong = append(wrong, fmt.Sprintf("a dearer line moves the plan by %v", by))
	}
	for i := range is {
		if d := is[i] - was[i]; math.Abs(d-by) > cents {
			wrong = append(wrong, fmt.Sprintf("the plan moves by %v, total %d by %v", by, i+1, d))
		}
	}
	if gap := r.of(after, r.c.Financing.GapTotal.Donor) - r.of(before, r.c.Financing.GapTotal.Donor); math.Abs(gap-by) > cents {
		wrong = append(wrong, fmt.Sprintf("the plan moves by %v, the gap by %v", by, gap))
	}
	return wrong
}

// othersMove: a year's grant moves the gap by as much the other way, and no total.
func othersMove(r reader, before, after shown) []string {
	wrong := r.turned(before, after)
	was, is := r.fiveTotals(before), r.fiveTotals(after)
	for i := range is {
		if math.Abs(is[i]-was[i]) > cents {
			wrong = append(wrong, fmt.Sprintf("a grant moves total %d by %v", i+1, is[i]-was[i]))
		}
	}
	moved := func(id calc.ID) float64 { return r.of(after, id) - r.of(before, id) }
	if gap, granted := moved(r.c.Financing.GapTotal.Donor), moved(r.c.Financing.GrantedTotal.Donor); gap >= 0 || math.Abs(gap+granted) > cents {
		wrong = append(wrong, fmt.Sprintf("%v more granted move the gap by %v", granted, gap))
	}
	return wrong
}

// nothingFollows: a measure that is not bought moves cost, hours, risk and budget.
func nothingFollows(r reader, before, after shown) []string {
	wrong := r.turned(before, after)
	for _, id := range followers(r.c) {
		if r.of(before, id) == r.of(after, id) {
			wrong = append(wrong, fmt.Sprintf("%s stays when a measure is switched off", id))
		}
	}
	return wrong
}

// entry is the cell that stands for an input.
func (m made) entry(t *testing.T, input string, year span.Year) spot {
	t.Helper()
	for at, e := range m.Entries {
		if e == (workbook.Entry{Input: input, Year: year}) {
			return spot{at.Sheet, at.Cell}
		}
	}
	t.Fatalf("no cell stands for %s %d", input, year)
	return spot{}
}
