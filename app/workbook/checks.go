package workbook

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/xuri/excelize/v2"

	"outrigger/model/calc"
	"outrigger/model/money"
)

// The columns of the sheet of checks. The result stands where other sheets have a
// row's one figure, so that the cover can refer to it alike.
const (
	colLeft = iota + colOnce + 1
	colRight
	colApart
	colTolerance
	colProgram
)

// checks is the sheet that proves the others: a line for each check, with both
// sides, and the figures the program shows beside those of the workbook.
func (b *book) checks() *sheet {
	s := b.newSheet("checks")
	for _, head := range []string{"check", "unit", "mark", "result", "left", "right", "difference", "tolerance"} {
		s.heads = append(s.heads, b.say("workbook.head."+head))
	}
	s.widths = []float64{62, 12, 7.5, 14, 18, 18, 15, 12}
	for _, name := range b.scenarioNames() {
		s.heads = append(s.heads, b.Words.Say("workbook.head.program", map[string]string{"scenario": name}))
		s.widths = append(s.widths, 18)
	}
	s.figures, s.until, s.turn = colOnce, len(s.heads), colProgram
	s.answer = "know" // unless results or reports do
	s.heading(b.say("workbook.checks.ties"))
	first := s.next()
	for _, side := range []string{"local", "donor"} {
		b.moneyChecks(s, side)
	}
	b.backlogChecks(s)
	b.limitChecks(s)
	b.donorChecks(s)
	b.errorChecks(s)
	final := s.last()
	b.overall(s, first, final)
	s.heading(b.say("workbook.checks.program"))
	for _, id := range b.headlines() {
		b.programCheck(s, id)
	}
	b.wordedChecks(s)
	s.decor = func(s *sheet) {
		b.paint(s, fmt.Sprintf("%s:%s", cellName(colOnce, s.headLine()+1), cellName(colOnce, s.last())))
	}
	return s
}

// side is one side of a check: a formula and what it gives.
type side struct {
	formula string
	n       money.Number
}

func (b *book) one(f formulas, id calc.ID) side {
	n, _ := b.state.Single(id)
	return side{f.at(id), n}
}

func (b *book) along(f formulas, id calc.ID) side { return b.sumOf(f, "", id) }

// sumOf adds the figures of rows over all years.
func (b *book) sumOf(f formulas, sign string, ids ...calc.ID) side {
	var sum money.Number
	formula := ""
	for i, id := range ids {
		if i > 0 {
			formula += "+"
		}
		formula += sign + "SUM(" + f.along(id) + ")"
		for _, year := range b.axis.Years() {
			n, _ := b.state.Value(id, year)
			sum, _ = sum.Add(n)
		}
	}
	if formula == "" {
		formula = "0"
	}
	return side{formula, sum}
}

// totals adds the totals of rows.
func (b *book) totals(f formulas, ids []calc.ID) side {
	var sum money.Number
	var parts []calc.ID
	for _, id := range ids {
		n, _ := b.state.Single(b.total[id])
		sum, _ = sum.Add(n)
		parts = append(parts, b.total[id])
	}
	text, _ := f.sum(parts)
	return side{text, sum}
}

// check adds a line that holds two figures against each other.
func (b *book) check(s *sheet, text, unit, format string, tolerance money.Number, left, right func(formulas) side) {
	held := func(f formulas) (l, r side, apart money.Number, kept bool) {
		l, r = left(f), right(f)
		apart, _ = l.n.Sub(r.n)
		return l, r, apart, apart.Abs().Cmp(tolerance) <= 0
	}
	b.checked = append(b.checked, func() bool { _, _, _, kept := held(formulas{b: b, on: s}); return kept })
	s.add(line{write: func(f formulas, n int) []cell {
		l, r, apart, kept := held(f)
		ok := b.say("common.ok")
		if !kept {
			ok = b.say("common.check")
		}
		return []cell{
			as(label, text), as(small, unit), blank(small),
			told(status, b.verdict(n, "common.ok", "common.check"), ok),
			computed(formula, format, l.formula, l.n), computed(formula, format, r.formula, r.n),
			computed(formula, format, cellName(colLeft, n)+"-"+cellName(colRight, n), apart),
			figure(fixed, "0.#########", tolerance),
		}
	}})
}

// kept is what all checks together say.
func (b *book) kept() string {
	if slices.ContainsFunc(b.checked, func(holds func() bool) bool { return !holds() }) {
		return b.say("common.check")
	}
	return b.say("common.ok")
}

func (b *book) verdict(n int, good, bad string) string {
	return fmt.Sprintf(`IF(ABS(%s)<=%s,"%s","%s")`, cellName(colApart, n), cellName(colTolerance, n), b.say(good), b.say(bad))
}

// half is half of a currency's smallest unit: what binary arithmetic may differ by
// and no rounded amount can.
func half(code string) money.Number {
	c, _ := money.ByCode(code)
	n, err := money.Parse("0." + fmt.Sprintf("%0*d", c.Places+1, 5))
	if err != nil {
		return money.Int(0)
	}
	return n
}

func (b *book) moneyChecks(s *sheet, currencySide string) {
	code := b.currency(currencySide)
	pick := func(local, donor calc.ID) calc.ID {
		if currencySide == "donor" {
			return donor
		}
		return local
	}
	h := b.Case.Financing
	need, granted, gap := pick(h.NeedTotal.Local, h.NeedTotal.Donor), pick(h.GrantedTotal.Local, h.GrantedTotal.Donor), pick(h.GapTotal.Local, h.GapTotal.Donor)
	var lines, categories, kinds, planned []calc.ID
	for _, l := range b.Case.Budget.Lines {
		lines = append(lines, pick(l.Local, l.Donor))
	}
	for _, r := range b.section("budget/categories") {
		if b.side(r) == currencySide {
			categories = append(categories, r.ID)
		}
	}
	for _, r := range b.section("budget/kinds") {
		if b.side(r) == currencySide {
			kinds = append(kinds, r.ID)
		}
	}
	for _, r := range b.section("financing/sources") {
		if b.side(r) == currencySide && b.sourceGranted(r) {
			planned = append(planned, r.ID)
		}
	}
	format := numbers(b.model.Row(need))
	add := func(key string, left, right func(formulas) side) {
		b.check(s, b.Words.Say("workbook.check."+key, b.named(currencySide)), code, format, half(code), left, right)
	}
	whole := func(id calc.ID) func(formulas) side { return func(f formulas) side { return b.one(f, id) } }
	b.sums(s, b.Words.Say("workbook.check.lines", b.named(currencySide)), lines)
	b.sums(s, b.Words.Say("workbook.check.sources", b.named(currencySide)), planned)
	add("lines", func(f formulas) side { return b.totals(f, lines) }, whole(need))
	add("categories", func(f formulas) side { return b.totals(f, categories) }, whole(need))
	add("kinds", func(f formulas) side { return b.totals(f, kinds) }, whole(need))
	add("years", func(f formulas) side { return b.along(f, pick(b.Case.Budget.Need.Local, b.Case.Budget.Need.Donor)) }, whole(need))
	add("sources", func(f formulas) side { return b.totals(f, planned) }, whole(granted))
	add("financing", func(f formulas) side {
		g, rest := b.one(f, granted), b.one(f, gap)
		sum, _ := g.n.Add(rest.n)
		return side{g.formula + "+" + rest.formula, sum}
	}, whole(need))
	add("gap_years", func(f formulas) side { return b.along(f, pick(h.Gap.Local, h.Gap.Donor)) }, whole(gap))
}

// sourceGranted tells whether a source counts towards what is granted.
func (b *book) sourceGranted(r *calc.Row) bool {
	for _, f := range b.plan.Funding {
		if string(r.ID) == "financing/sources/"+f.ID+"/"+b.side(r) {
			return f.Grade != "sought"
		}
	}
	return false
}

// backlogChecks close the corkscrew of every role over all years at once.
func (b *book) backlogChecks(s *sheet) {
	for _, r := range b.plan.Team.Roles {
		id := func(name string) calc.ID { return calc.ID("staffing/" + r.ID + "/" + name) }
		text := b.Words.Say("workbook.check.backlog", map[string]string{"role": r.Name})
		tolerance, _ := money.Parse("0.000001") // hours: far below a second, far above binary noise
		b.check(s, text, b.say("unit.hour"), signed("#,##0.0"), tolerance,
			func(f formulas) side {
				in := b.sumOf(f, "", id("opening"), b.Case.Workload.Deferrable[r.ID])
				out := b.sumOf(f, "", id("done"), id("lapsed"))
				n, _ := in.n.Sub(out.n)
				return side{in.formula + "-(" + out.formula + ")", n}
			},
			func(f formulas) side { return b.along(f, id("closing")) })
	}
}

// limitChecks hold the chosen measures against what there is for them: nothing may be
// missing in any year.
func (b *book) limitChecks(s *sheet) {
	limits := slices.Concat(b.Case.Measures.Money, b.Case.Measures.Hours)
	if b.Case.Measures.Starts != nil {
		limits = append(limits, *b.Case.Measures.Starts)
	}
	for _, l := range limits {
		r := b.model.Row(l.Left)
		tolerance := mustNumber("0.000001")
		if r.Show == calc.ShowMoney {
			tolerance = half(r.Currency)
		}
		text := b.Words.Say("workbook.check.limit", map[string]string{"limit": b.label(r)})
		b.check(s, text, b.unit(r), numbers(r), tolerance,
			func(f formulas) side {
				least := money.Int(0)
				for _, year := range b.axis.Planned() {
					n, _ := b.state.Value(l.Left, year)
					least = least.Min(n)
				}
				return side{"MIN(0," + f.plannedOf(l.Left) + ")", least}
			},
			func(formulas) side { return side{"0", money.Int(0)} })
	}
}

// errorChecks count the cells of each sheet that show an error.
func (b *book) errorChecks(s *sheet) {
	keys := []string{"workload", "risk", "options", "inputs", "costed", "donor", "sharing", "financing", "results", "workplan"}
	if len(b.worked) > 0 {
		keys = append(keys, "sensitivity", "workings")
	}
	for _, on := range b.sheets {
		if !slices.Contains(keys, on.key) {
			continue
		}
		text := b.Words.Say("workbook.check.errors", map[string]string{"sheet": on.name})
		b.check(s, text, b.say("unit.cell"), "0", money.Int(0),
			func(f formulas) side {
				area := f.sheet(on) + "$" + cellAbs(colOnce, on.headLine()+1) + ":$" + cellAbs(b.colTotal(), on.lastFigure())
				return side{"SUMPRODUCT(1*ISERROR(" + area + "))", money.Int(0)}
			},
			func(formulas) side { return side{"0", money.Int(0)} })
	}
}

func cellAbs(col, line int) string { return column(col) + "$" + strconv.Itoa(line) }

func (b *book) overall(s *sheet, first, final int) {
	s.add(line{anchor: "checks result", height: 20, write: func(f formulas, _ int) []cell {
		area := "$" + cellAbs(colOnce, first) + ":$" + cellAbs(colOnce, final)
		return []cell{
			as(result, b.say("workbook.checks.overall")), blank(small), blank(small),
			told(status, fmt.Sprintf(`IF(COUNTIF(%s,"%s")=0,"%s","%s")`, area, b.say("common.check"), b.say("common.ok"), b.say("common.check")), b.kept()),
		}
	}})
}

// headlines are the rows whose figures in the program stand beside those of the
// workbook.
func (b *book) headlines() []calc.ID {
	h := b.Case.Financing
	ids := []calc.ID{
		b.Case.Workload.Index, h.Index, b.Case.Mismatch, b.Case.Staffing.RequiredTotal, b.Case.Staffing.Productive,
		b.Case.Staffing.Short, b.Case.Staffing.BacklogMonths, b.Case.Staffing.FirstShort,
		h.NeedTotal.Local, h.NeedTotal.Donor, h.GrantedTotal.Local, h.GrantedTotal.Donor, h.GapTotal.Local, h.GapTotal.Donor,
		b.Case.PlaceholderShare,
	}
	return ids
}

// programCheck sets the program's figure, in every scenario, beside the workbook's:
// the total where there is one, else the last year. It says whether the workbook
// has been changed since, which is no fault.
func (b *book) programCheck(s *sheet, id calc.ID) {
	r := b.model.Row(id)
	end := b.axis.Last
	s.add(line{write: func(f formulas, n int) []cell {
		text := b.label(r)
		ref := f.inYear(id, end)
		if b.places[id].col == alongYears {
			text += ", " + end.Label(b.plan.Years.StartMonth)
		} else if of := b.totalledBy(id); of != "" && r.Label.Key == "row.total" {
			text = b.label(b.model.Row(of)) + ", " + b.own(r)
		}
		now, _ := b.state.Value(id, end)
		choose := "CHOOSE(" + f.anchored("scenario index", colOnce)
		cells := []cell{}
		for i, name := range b.scenarioIDs() {
			v, _ := b.Case.Value(id, end, name)
			choose += "," + cellName(colProgram+i, n)
			cells = append(cells, figure(fixed, numbers(r), v))
		}
		program, _ := b.Case.Value(id, end, b.Switched)
		tolerance, apart := b.tolerance(r, program), less(now, program)
		said := b.say("workbook.checks.same")
		if apart.Abs().Cmp(tolerance) > 0 {
			said = b.say("workbook.checks.changed")
		}
		return append([]cell{
			as(label, text), as(small, b.unit(r)), blank(small),
			told(status, b.verdict(n, "workbook.checks.same", "workbook.checks.changed"), said),
			computed(carried, numbers(r), ref, now), computed(formula, numbers(r), choose+")", program),
			computed(formula, numbers(r), cellName(colLeft, n)+"-"+cellName(colRight, n), apart),
			figure(fixed, "0.#########", tolerance),
		}, cells...)
	}})
}

// tolerance is half of the smallest unit for money, and what binary arithmetic may
// lose of other figures: a billionth of the figure.
func (b *book) tolerance(r *calc.Row, n money.Number) money.Number {
	if r.Show == calc.ShowMoney {
		return half(r.Currency)
	}
	t, err := n.Abs().Mul(mustNumber("0.000000001"))
	if err != nil || t.Cmp(mustNumber("0.000000001")) < 0 {
		return mustNumber("0.000000001")
	}
	return money.Round(t, 9)
}

func mustNumber(text string) money.Number {
	n, _ := money.Parse(text) // written in this file
	return n
}

func (b *book) scenarioIDs() []string {
	ids := []string{""}
	for _, s := range b.plan.Scenarios {
		ids = append(ids, s.ID)
	}
	return ids
}

// paint colours results: the word says it, the colour only helps.
func (b *book) paint(s *sheet, area string) {
	b.paintWords(s, area, b.say("common.ok"), b.say("common.check"))
}

// paintWords colours the cells of an area that hold a good or a bad word.
func (b *book) paintWords(s *sheet, area, fine, amiss string) {
	conditional := func(font, ground string) int {
		id, err := b.file.NewConditionalStyle(&excelize.Style{
			Font: &excelize.Font{Color: font, Bold: true}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{ground}},
		})
		b.do(err)
		return id
	}
	good, bad := conditional(green, "E2F1E2"), conditional(red, "FBE3E4")
	b.do(b.file.SetConditionalFormat(s.name, area, []excelize.ConditionalFormatOptions{
		{Type: "cell", Criteria: "==", Value: `"` + fine + `"`, Format: &good},
		{Type: "cell", Criteria: "==", Value: `"` + amiss + `"`, Format: &bad},
	}))
}

func itoa(n int) string { return strconv.Itoa(n) }
