// Package funding sets the plan's costs in a donor's own form, and tells which of the
// donor's rules are kept.
//
// The donor's budget is the same money as the plan's, in the donor's currency, sorted
// anew: each category of cost counts in the line of the chosen package that takes it.
//
//	line n   = Σ categories taken by line n            by year
//	direct   = Σ lines
//	indirect = round(direct × indirect share)          reserve alike
//	whole    = direct + indirect + reserve
//	all      = whole + what the package does not pay for
//	asked    = all − what is secured or probable from others
//	pays     = at most: asked, the whole, the ceiling, and all less the co-financing floor
//
// The number of the chosen package is a row, and so is what each package says: another
// choice changes the lines by the same formulas, in the program and in the workbook.
package funding

import (
	"slices"
	"strconv"

	"outrigger/model/budget"
	"outrigger/model/calc"
	"outrigger/model/financing"
	"outrigger/model/money"
	"outrigger/model/plan"
	"outrigger/model/rows"
)

// Handles are the rows of the donor's budget. The zero value: no package is chosen.
// Amounts are in the donor's currency, by year unless said otherwise.
type Handles struct {
	Chosen   calc.ID            // number of the package in the plan's list, from 1
	Packages []Stated           // what each package says, in the order of the plan
	Takes    map[string]calc.ID // by category: the number of the line that takes it, 0 for none
	Numbers  []calc.ID          // 1, 2, 3 … as rows, so that formulas hold no figures
	Lines    []calc.ID          // as many as the longest of the packages has
	Capped   []int              // the places, from 0, of lines that some package caps
	Most     map[int]calc.ID    // by such a place: the largest share of direct costs

	Outside, Direct, Indirect, Reserve, Whole, All, Others, Asked calc.ID

	// Of Others, the post's own money, and that of everyone else.
	Post, Partners calc.ID
	InKind         calc.ID // of Others, what comes as goods and work

	Own    calc.ID // all costs but the share that others must pay, one value
	Pays   calc.ID // of the amount asked, what the package could pay at most, one value
	Unpaid calc.ID // the rest of the amount asked, one value

	Left map[string]calc.ID // by rule: what is left before it is broken, one value; see Rules

	Tranches Tranches // by which the money comes
	Shared   Shared   // what several packages are asked for together
}

// Stated are the rows of what one package says.
type Stated struct {
	ID     string
	Number calc.ID
	Takes  map[string]calc.ID // by category
	Limits map[string]calc.ID // by rule of Rules; in_kind: whether that counts towards the floor
	Most   map[int]calc.ID    // by the place of a capped line

	Ceiling, Least calc.ID // as the package states them, in its own currency; 0: none
}

// stated are the rows of what a package says; the zero value: there is no such package.
func (h Handles) stated(id string) Stated {
	for _, s := range h.Packages {
		if s.ID == id {
			return s
		}
	}
	return Stated{}
}

// Rules are the rules that figures can break, in the order they are shown: the share of
// indirect costs, of the reserve, the ceiling, the co-financing floor, and that others pay
// for what the package does not take.
var Rules = []string{"indirect", "reserve", "ceiling", "floor", "outside"}

// Write adds the rows of the donor's budget. Without a chosen package it adds none.
func Write(b *calc.Book, p *plan.Plan, paid financing.Handles) Handles {
	if p.Project.Chosen() == nil {
		return Handles{}
	}
	o := writer{b: b, p: p, code: budget.DonorCurrency(p), h: Handles{Takes: map[string]calc.ID{}, Left: map[string]calc.ID{}, Most: map[int]calc.ID{}}}
	for _, one := range p.Project.Packages {
		o.lines = max(o.lines, len(one.Lines))
	}
	for n := range o.lines {
		if slices.ContainsFunc(p.Project.Packages, func(one plan.Package) bool { return lineCap(one, n) != nil }) {
			o.h.Capped = append(o.h.Capped, n)
		}
	}
	o.stated()
	o.sorted()
	o.asked(paid)
	o.rules()
	o.share()
	o.tranches()
	return o.h
}

type writer struct {
	b     *calc.Book
	p     *plan.Plan
	code  string
	lines int
	h     Handles
}

// fixed adds a row of one value that the package states.
func (o writer) fixed(id calc.ID, section, key string, args map[string]string, show calc.Show, unit calc.Unit, n money.Number, source string) calc.ID {
	currency := ""
	if show == calc.ShowMoney {
		currency = string(unit)
	}
	return o.b.Add(calc.Row{
		ID: id, Section: section, Show: show, Unit: unit, Currency: currency, Label: calc.Label{Key: key, Args: args}, Expr: calc.Input(),
		Leaf: &calc.Leaf{Once: true, Fixed: true, Values: []money.Number{n}, Given: []bool{true}, Asked: []bool{true}, Source: source},
	})
}

// stated adds what every package says, and which of them is chosen.
func (o *writer) stated() {
	chosen := 0
	for i, one := range o.p.Project.Packages {
		if one.ID == o.p.Project.Package {
			chosen = i + 1
		}
	}
	o.h.Chosen = o.b.Add(calc.Row{
		ID: "package/chosen", Section: "package/chosen", Show: calc.ShowWhole, Unit: calc.One, Label: calc.Label{Key: "row.package.chosen"}, Expr: calc.Input(),
		Leaf: &calc.Leaf{Once: true, Decision: true, Values: []money.Number{money.Int(chosen)}, Given: []bool{true}, Asked: []bool{true}},
	})
	for n := range o.lines {
		number := strconv.Itoa(n + 1)
		o.h.Numbers = append(o.h.Numbers, o.fixed(calc.ID("package/number/"+number), "package/numbers", "row.package.number", map[string]string{"number": number}, calc.ShowWhole, calc.One, money.Int(n+1), ""))
	}
	for i, one := range o.p.Project.Packages {
		o.h.Packages = append(o.h.Packages, o.says(i+1, one))
	}
}

func (o *writer) says(number int, one plan.Package) Stated {
	id, section := "packages/"+one.ID, "package/stated"
	args := func(more ...string) map[string]string {
		a := named(one)
		for i := 0; i < len(more); i += 2 {
			a[more[i]] = more[i+1]
		}
		return a
	}
	s := Stated{ID: one.ID, Takes: map[string]calc.ID{}, Limits: map[string]calc.ID{}, Most: map[int]calc.ID{}}
	s.Number = o.fixed(calc.ID(id+"/number"), section, "row.package.number_of", args(), calc.ShowWhole, calc.One, money.Int(number), "")
	for _, c := range plan.Categories {
		s.Takes[c] = o.fixed(calc.ID(id+"/takes/"+c), section, "row.package.takes", args("category", c), calc.ShowWhole, calc.One, money.Int(one.Takes(c)), "")
	}
	for _, rule := range []string{"indirect", "reserve"} {
		n, source := money.Int(1), ""
		if r := one.Rule(rule); r != nil && r.Most != nil {
			n, source = *r.Most, r.Source
		}
		s.Limits[rule] = o.fixed(calc.ID(id+"/most/"+rule), section, "row.package.most_"+rule, args(), calc.ShowShare, calc.One, n, source)
	}
	inKind := money.Int(1) // what counts towards the floor: all, unless the rule leaves goods and work out
	if r := one.Rule("cofinancing"); r != nil && len(r.Any) > 0 && !slices.Contains(r.Any, "in_kind") {
		inKind = money.Int(0)
	}
	s.Limits["in_kind"] = o.fixed(calc.ID(id+"/counts/in_kind"), section, "row.package.counts_in_kind", args(), calc.ShowYesNo, calc.One, inKind, "")
	floor, source := money.Int(0), ""
	if r := one.Rule("cofinancing"); r != nil && r.Least != nil {
		floor, source = *r.Least, r.Source
	}
	s.Limits["floor"] = o.fixed(calc.ID(id+"/least/floor"), section, "row.package.floor", args(), calc.ShowShare, calc.One, floor, source)
	most, least := amounts(one)
	none := plan.Rule{}
	if most == nil {
		most = &none
	}
	if least == nil {
		least = &none
	}
	s.Ceiling, s.Limits["ceiling"] = o.bound(one, *most, most.Most, "most/stated", "most/ceiling", "ceiling")
	s.Least, s.Limits["least"] = o.bound(one, *least, least.Least, "least/stated", "least/amount", "least")
	for _, n := range o.h.Capped {
		most, source := money.Int(1), ""
		if r := lineCap(one, n); r != nil {
			most, source = *r.Most, r.Source
		}
		line := strconv.Itoa(n + 1)
		s.Most[n] = o.fixed(calc.ID(id+"/most/line/"+line), section, "row.package.most_line", args("number", line), calc.ShowShare, calc.One, most, source)
	}
	return s
}

// lineCap is the rule that caps the line at a place; nil if there is none.
func lineCap(one plan.Package, n int) *plan.Rule {
	if n >= len(one.Lines) {
		return nil
	}
	for i, r := range one.Rules {
		if r.Kind == "line" && r.Line == one.Lines[n].ID && r.Most != nil {
			return &one.Rules[i]
		}
	}
	return nil
}

// named says whose a row is: a package of the user's own is called as the user calls it,
// a shipped one by words of the reader's language.
func named(one plan.Package) map[string]string {
	if one.Name != "" {
		return map[string]string{"name": one.Name}
	}
	return map[string]string{"package": one.ID}
}

func with(args map[string]string, key, value string) map[string]string {
	args[key] = value
	return args
}

// amounts are the rules that state the most and the least a package gives; nil if none does.
func amounts(one plan.Package) (most, least *plan.Rule) {
	for i, r := range one.Rules {
		if r.Kind != "amount" {
			continue
		}
		if most == nil && r.Most != nil {
			most = &one.Rules[i]
		}
		if least == nil && r.Least != nil {
			least = &one.Rules[i]
		}
	}
	return most, least
}

// bound is the most or the least a package gives, as it states it and in the donor's
// currency; 0 where it states none or the plan knows no rate for it (Judge says which).
func (o *writer) bound(one plan.Package, r plan.Rule, n *money.Number, asStated, inDonors calc.ID, word string) (stated, converted calc.ID) {
	id, section := calc.ID("packages/"+one.ID+"/"), "package/stated"
	amount, code := money.Int(0), o.code
	if n != nil && Convertible(o.p, r.Currency) {
		amount, code = *n, r.Currency
	}
	stated = o.fixed(id+asStated, section, "row.package."+word+"_stated", with(named(one), "currency", code), calc.ShowMoney, calc.Unit(code), amount, r.Source)
	return stated, o.b.Add(calc.Row{
		ID: id + inDonors, Section: section, Show: calc.ShowMoney, Unit: calc.Unit(o.code), Currency: o.code,
		Label: calc.Label{Key: "row.package." + word + "_of", Args: with(named(one), "currency", o.code)},
		Expr:  rows.Round(budget.Convert(o.p, calc.Ref(stated), code, o.code), rows.Places(o.code)),
	})
}

// Convertible tells whether the plan can turn an amount into the donor's currency.
func Convertible(p *plan.Plan, code string) bool {
	if code == p.Money.Currency || code == budget.DonorCurrency(p) {
		return true
	}
	for _, r := range p.Money.Rates {
		if r.Currency == code && r.Value.Value != nil {
			return true
		}
	}
	return false
}

// chosen is what the chosen package says: one of the packages' rows, by number.
func (o *writer) chosen(of func(Stated) calc.ID) calc.Expr {
	sum := calc.Zero()
	for i, s := range o.h.Packages {
		one := calc.If(calc.Ref(o.h.Chosen), calc.Equal, calc.Ref(s.Number), calc.Ref(of(s)), calc.Zero())
		if i == 0 {
			sum = one
			continue
		}
		sum = calc.Add(sum, one)
	}
	return sum
}
