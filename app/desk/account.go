package desk

import (
	"strings"

	"outrigger/model/calc"
	"outrigger/model/money"
	"outrigger/model/rows"
	"outrigger/model/span"
)

// account writes a formula in words, with the figures of one year, and keeps the
// figures it read.
type account struct {
	pager
	row   *calc.Row
	year  span.Year
	parts []WhyPart
	seen  map[WhyPart]bool
}

// The binding strength of what was written, to set as few brackets as reading
// needs.
const (
	loose  = iota // a, rounded to two places
	weak          // a + b
	middle        // a × b
	strong        // one figure
)

// manyTerms is from how many on the terms of a sum are only listed below it.
const manyTerms = 9

func (a *account) write(e calc.Expr) (string, int) {
	switch e.Op {
	case calc.OpLiteral:
		return a.say.Number(money.Int(e.N), 0), strong
	case calc.OpRow:
		return a.read(e.Row, a.year), strong
	case calc.OpAt:
		return a.read(e.Row, e.Year), strong
	case calc.OpPrev:
		if a.year > a.plan.Years.First {
			return a.read(e.Row, a.year-1), strong
		}
		return a.write(e.Args[0])
	case calc.OpLag:
		return a.earlier(e), strong
	case calc.OpAdd:
		return a.arg(e, 0, weak) + " + " + a.arg(e, 1, weak), weak
	case calc.OpSub:
		return a.arg(e, 0, weak) + " − " + a.arg(e, 1, middle), weak
	case calc.OpMul:
		return a.arg(e, 0, middle) + " × " + a.arg(e, 1, middle), middle
	case calc.OpDiv:
		return a.quotient(e)
	case calc.OpMin, calc.OpMax:
		return a.ofTwo(e)
	case calc.OpSum:
		return a.sum(e.Rows)
	case calc.OpTotal:
		return a.total(e.Row, a.plan.Axis().Years())
	case calc.OpTotalWhere:
		return a.total(e.Row, a.where(e.Rows[0]))
	case calc.OpIf:
		return a.branch(e)
	case calc.OpRound:
		return a.rounded(e), loose
	case calc.OpSpreadMean:
		return a.say.Say("desk.spread_mean", map[string]string{"low": a.arg(e, 0, loose), "high": a.arg(e, 1, loose)}), strong
	case calc.OpCompound:
		return "(" + a.arg(e, 1, strong) + " ÷ " + a.arg(e, 0, strong) + ")^(1 ÷ " + a.arg(e, 2, strong) + ") − 1", weak
	}
	return "", strong // an input, which has no formula
}

// arg writes an argument, in brackets if it binds less than it must.
func (a *account) arg(e calc.Expr, i, least int) string {
	text, binds := a.write(e.Args[i])
	if binds < least {
		return "(" + text + ")"
	}
	return text
}

// read writes one figure with its name, and keeps it. What belongs to the same
// thing as the figure asked for need not say so again.
func (a *account) read(id calc.ID, year span.Year) string {
	row := a.pager.row(id)
	part := a.part(row, year)
	if !a.seen[part] {
		a.seen[part] = true
		a.parts = append(a.parts, part)
	}
	name := part.Label
	if owner := row.Label.Args["name"]; owner != "" && owner == a.row.Label.Args["name"] {
		name = a.say.Own(row)
	}
	if part.When != "" && year != a.year {
		name = a.say.Say("desk.why.in_year", map[string]string{"label": name, "year": part.When})
	}
	return name + " " + part.Value
}

// earlier reads a row so many years earlier; before the plan there is nothing.
func (a *account) earlier(e calc.Expr) string {
	by, _, _ := a.worth(e.Args[0]).Int64(0)
	if e.Args[0].Op == calc.OpRow {
		a.read(e.Args[0].Row, a.year)
	}
	if year := a.year - span.Year(by); by > 0 && year >= a.plan.Years.First {
		return a.read(e.Row, year)
	}
	return a.say.Number(money.Number{}, 0)
}

// quotient divides; where there is nothing to divide by, it says what stands
// instead.
func (a *account) quotient(e calc.Expr) (string, int) {
	text := a.arg(e, 0, middle) + " ÷ " + a.arg(e, 1, strong)
	if !a.worth(e.Args[1]).IsZero() {
		return text, middle
	}
	instead, _ := a.write(e.Args[2])
	return a.say.Say("desk.why.by_zero", map[string]string{"value": instead, "formula": text}), loose
}

func (a *account) ofTwo(e calc.Expr) (string, int) {
	key := "desk.why.smaller"
	if e.Op == calc.OpMax {
		key = "desk.why.larger"
		if least := e.Args[0]; least.Op == calc.OpLiteral {
			return a.say.Say("desk.why.at_least", map[string]string{"figure": a.arg(e, 1, weak), "least": a.arg(e, 0, weak)}), loose
		}
	}
	return a.say.Say(key, map[string]string{"a": a.arg(e, 0, weak), "b": a.arg(e, 1, weak)}), loose
}

func (a *account) sum(ids []calc.ID) (string, int) {
	terms := []string{}
	for _, id := range ids {
		terms = append(terms, a.read(id, a.year))
	}
	switch n := len(terms); {
	case n == 0:
		return a.word("desk.why.nothing"), strong
	case n == 1:
		return terms[0], strong
	case n >= manyTerms:
		return a.say.Say("desk.why.many", map[string]string{"n": a.say.Number(money.Int(n), 0)}), loose
	}
	return strings.Join(terms, " + "), weak
}

// where lists the years that a flag marks.
func (a *account) where(flag calc.ID) []span.Year {
	years := []span.Year{}
	for _, year := range a.plan.Axis().Years() {
		if n, _ := a.value(flag, year); !n.IsZero() {
			years = append(years, year)
		}
	}
	return years
}

// total adds up the years in which there is something.
func (a *account) total(id calc.ID, years []span.Year) (string, int) {
	figures := []string{}
	for _, year := range years {
		if n, _ := a.value(id, year); !n.IsZero() {
			a.read(id, year)
			figures = append(figures, a.part(a.pager.row(id), year).Value)
		}
	}
	if len(figures) == 0 {
		return a.word("desk.why.nothing"), strong
	}
	return a.say.Say("desk.why.over_years", map[string]string{
		"label": a.called(a.pager.row(id)), "figures": strings.Join(figures, " + "),
	}), loose
}

// branch writes the branch that applies. That a year is planned, or the first, goes
// without saying but where nothing else is said.
func (a *account) branch(e calc.Expr) (string, int) {
	taken := e.Args[3]
	if a.holds(e) {
		taken = e.Args[2]
	}
	text, binds := a.write(taken)
	if e.Args[0].Op != calc.OpRow || a.pager.row(e.Args[0].Row).Leaf == nil {
		condition := a.arg(e, 0, weak) + " " + comparisons[e.Cmp] + " " + a.arg(e, 1, weak)
		return a.say.Say("desk.why.because", map[string]string{"value": text, "condition": condition}), loose
	}
	if taken.Op != calc.OpLiteral {
		return text, binds
	}
	switch e.Args[0].Row {
	case rows.Planned:
		return a.say.Say("desk.why.actual", map[string]string{"value": text}), loose
	case rows.First:
		return a.say.Say("desk.why.first", map[string]string{"value": text}), loose
	}
	return text, binds
}

var comparisons = map[calc.Cmp]string{calc.Less: "<", calc.LessOrEqual: "≤", calc.Equal: "=", calc.Greater: ">", calc.GreaterOrEqual: "≥"}

// rounded leaves out that a figure was rounded to the guard places before.
func (a *account) rounded(e calc.Expr) string {
	inner := e
	for inner.Op == calc.OpRound {
		inner = inner.Args[0]
	}
	text, _ := a.write(inner)
	places, _, _ := a.worth(e.Args[1]).Int64(0)
	if places == 0 {
		return a.say.Say("desk.why.rounded_whole", map[string]string{"formula": text})
	}
	return a.say.Plural("desk.why.rounded", int(places), map[string]string{"formula": text})
}
