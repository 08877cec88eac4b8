package workbook

import (
	"fmt"
	"strings"

	"outrigger/model/calc"
	"outrigger/model/funding"
	"outrigger/model/money"
	"outrigger/model/plan"
)

// donor is the sheet of the same money in the donor's own lines. The number of the
// package may be changed: names, lines and caps follow by formula.
func (b *book) donor() *sheet {
	h := b.Case.Funding
	s := b.newYears("donor", "takes", "verdict")
	s.widths[colYears+b.years+1] = 34
	b.packageSwitch(s)
	s.heading(b.Words.Say("workbook.donor.lines", map[string]string{"currency": b.currency("donor")}))
	for n, id := range h.Lines {
		b.donorLine(s, n, id)
	}
	b.group(s, b.say("workbook.donor.total"), "package/total")
	s.answer = "much"
	b.group(s, b.say("workbook.donor.asked"), "package/rest", "package/ask", "package/pays")
	s.heading(b.say("workbook.donor.caps"))
	for _, rule := range funding.Rules {
		b.capLine(s, h.Left[rule])
	}
	for _, n := range h.Capped {
		b.capLine(s, h.Left["line/"+itoa(n+1)])
	}
	b.group(s, b.say("workbook.donor.limits"), "package/limits")
	b.group(s, b.say("workbook.donor.takes"), "package/takes")
	s.heading(b.say("workbook.donor.numbers"))
	for _, r := range b.section("package/numbers") {
		s.add(line{id: r.ID, write: func(formulas, int) []cell {
			n, _ := b.state.Single(r.ID)
			return []cell{as(label, b.label(r)), blank(small), blank(small), figure(fixed, "0", n)}
		}})
	}
	inner := s.decor
	s.decor = func(s *sheet) {
		if inner != nil {
			inner(s)
		}
		col := column(b.colTotal() + 2)
		b.paint(s, fmt.Sprintf("%s%d:%s%d", col, s.headLine()+1, col, s.last()))
	}
	return s
}

// packageSwitch is the cell that chooses the package, and its name.
func (b *book) packageSwitch(s *sheet) {
	chosen := b.Case.Funding.Chosen
	r := b.model.Row(chosen)
	s.heading(b.say("workbook.donor.choice"))
	s.add(line{id: chosen, write: func(_ formulas, at int) []cell {
		b.enter(s, cellName(colOnce, at), r, 0, "")
		n, _ := b.state.Single(chosen)
		return []cell{as(result, b.label(r)), blank(small), as(small, "IN"), figure(input, "0", n)}
	}})
	s.rules = append(s.rules, rule{ref: cellName(colOnce, s.last()), whole: true, min: "1", max: itoa(len(b.plan.Project.Packages))})
	s.add(line{anchor: "package chosen", write: func(f formulas, _ int) []cell {
		return []cell{
			as(label, b.say("workbook.donor.package")), blank(small), blank(small),
			told(carried, b.ofChosen(f, "package names"), b.Words.PackageName(b.aimed())),
		}
	}})
}

// aimed is the package that the reading shows.
func (b *book) aimed() plan.Package {
	n, _ := b.state.Single(b.Case.Funding.Chosen)
	at, _, _ := n.Int64(0)
	if all := b.plan.Project.Packages; at >= 1 && int(at) <= len(all) {
		return all[at-1]
	}
	return *b.plan.Project.Chosen()
}

// ofChosen reads from the sheet of packages what a line says of the chosen one.
func (b *book) ofChosen(f formulas, anchor string) string {
	last := colPackages + len(b.plan.Project.Packages) - 1
	_, end := cut(f.anchored(anchor, last))
	return "INDEX(" + f.anchored(anchor, colPackages) + ":" + end + ",1," + f.at(b.Case.Funding.Chosen) + `)&""`
}

// donorLine is a line of the donor's budget, called as the chosen package calls it, with
// the categories that it takes.
func (b *book) donorLine(s *sheet, n int, id calc.ID) {
	r := b.model.Row(id)
	p := b.aimed()
	name, takes := "", []string{}
	if n < len(p.Lines) {
		name = b.Words.PackageLine(p.Lines[n])
	}
	for _, c := range plan.Categories {
		if p.Takes(c) == n+1 {
			takes = append(takes, b.say("common.category."+c))
		}
	}
	s.add(line{id: id, write: func(f formulas, at int) []cell {
		cells := b.figures(f, r, "", at)
		cells[0] = told(label, b.ofChosen(f, "package line "+itoa(n+1)), name)
		number := b.Case.Funding.Numbers[n]
		var parts []string
		for _, c := range plan.Categories {
			parts = append(parts, fmt.Sprintf(`IF(%s=%s,"%s  ","")`, f.at(b.Case.Funding.Takes[c]), f.at(number), b.say("common.category."+c)))
		}
		said := ""
		for _, name := range takes {
			said += name + "  "
		}
		return append(cells, told(small, strings.Join(parts, "&"), said))
	}})
}

// capLine is what is left before a rule of the package is broken, and whether it is.
func (b *book) capLine(s *sheet, id calc.ID) {
	r := b.model.Row(id)
	s.add(line{id: id, write: func(f formulas, n int) []cell {
		cells := b.figures(f, r, b.label(r), n)
		cells = append(cells, blank(small))
		return append(cells, b.keptOr(f, id, n))
	}})
}

// donorChecks hold the donor's budget against the plan.
func (b *book) donorChecks(s *sheet) {
	h := b.Case.Funding
	code := b.currency("donor")
	need := b.Case.Financing.NeedTotal.Donor
	format := numbers(b.model.Row(need))
	total := func(ids ...calc.ID) func(formulas) side { return func(f formulas) side { return b.totals(f, ids) } }
	whole := func(id calc.ID) func(formulas) side { return func(f formulas) side { return b.one(f, id) } }
	say := func(key string) string {
		return b.Words.Say("workbook.check."+key, map[string]string{"currency": code})
	}
	if b.hasPackage() {
		b.check(s, say("donor_lines"), code, format, half(code), total(append(append([]calc.ID{}, h.Lines...), h.Outside)...), whole(need))
		b.check(s, say("donor_sums"), code, format, half(code), total(h.Direct, h.Indirect, h.Reserve), total(h.Whole))
		b.check(s, say("donor_asked"), code, format, half(code), total(h.Asked, h.Post, h.Partners), total(h.All))
		for _, rule := range funding.Rules {
			b.capCheck(s, h.Left[rule])
		}
		for _, n := range h.Capped {
			b.capCheck(s, h.Left["line/"+itoa(n+1)])
		}
	}
	b.sharingChecks(s)
	if t := h.Tranches; len(t.Parts) > 0 {
		b.check(s, say("tranches"), code, format, half(code), total(t.Paid), total(t.Asked))
	}
	t := b.Case.Ties
	sorted := func(key string, parts map[string]calc.ID, rest calc.ID, order []string) {
		var ids []calc.ID
		for _, id := range order {
			if parts[id] != "" {
				ids = append(ids, parts[id])
			}
		}
		ids = append(ids, rest)
		b.sums(s, say(key), ids)
		b.check(s, say(key), code, format, half(code), total(ids...), whole(need))
	}
	var results, purchases []string
	for _, one := range b.plan.Project.Results {
		results = append(results, one.ID)
	}
	for _, one := range b.plan.Project.Purchases {
		purchases = append(purchases, one.ID)
	}
	if len(results) > 0 {
		sorted("results", t.Results, t.Unstated, results)
	}
	if len(purchases) > 0 {
		sorted("purchases", t.Purchases, t.Unbought, purchases)
	}
}

// capCheck fails when a rule of the chosen package is broken.
func (b *book) capCheck(s *sheet, id calc.ID) {
	r := b.model.Row(id)
	b.check(s, b.label(r), b.unit(r), numbers(r), half(b.currency("donor")),
		func(f formulas) side {
			n, _ := b.state.Single(id)
			return side{"MIN(0," + f.at(id) + ")", n.Min(money.Int(0))}
		},
		func(formulas) side { return side{"0", money.Int(0)} })
}
