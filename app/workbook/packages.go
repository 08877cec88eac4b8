package workbook

import (
	"strings"

	"outrigger/model/calc"
	"outrigger/model/funding"
	"outrigger/model/money"
	"outrigger/model/plan"
)

// colPackages is the first of the columns of funding packages, one for each.
const colPackages = colOnce

// hasPackage tells whether the plan aims at a funding package.
func (b *book) hasPackage() bool { return b.Case.Funding.Chosen != "" }

// packages is the sheet on which the funding packages weighed stand side by side: what
// each asks for, the lines of its budget, and which categories of cost each line takes.
// The donor's budget reads from here what the chosen one says.
func (b *book) packages() *sheet {
	s := b.newSheet("packages")
	s.heads = []string{b.say("workbook.head.item"), b.say("workbook.head.unit"), b.say("workbook.head.mark")}
	s.widths = []float64{44, 9, 7.5}
	seen := map[string]bool{}
	for _, p := range b.plan.Project.Packages {
		name := b.Words.PackageName(p)
		if seen[name] {
			name += " (" + p.ID + ")"
		}
		seen[name] = true
		s.heads = append(s.heads, name)
		s.widths = append(s.widths, 30)
	}
	s.figures, s.until = colPackages, len(s.heads)
	b.eachPackage(s, "package names", b.say("workbook.packages.name"), b.Words.PackageName)
	b.eachPackage(s, "", b.say("workbook.packages.owner"), func(p plan.Package) string { return p.Owner })
	b.eachPackage(s, "", b.say("workbook.packages.date"), func(p plan.Package) string { return b.Words.DateText(p.Date) })
	b.eachPackage(s, "", b.say("workbook.packages.note"), b.Words.PackageText)
	s.heading(b.say("workbook.packages.rules"))
	for _, kind := range plan.RuleKinds {
		b.rulesAlike(s, kind)
	}
	s.heading(b.say("workbook.packages.numbers"))
	h := b.Case.Funding
	across := func(text string, of func(funding.Stated) calc.ID) { b.across(s, text, of) }
	across("", func(p funding.Stated) calc.ID { return p.Number })
	for _, rule := range []string{"indirect", "reserve", "floor", "in_kind"} {
		across("", func(p funding.Stated) calc.ID { return p.Limits[rule] })
	}
	across(b.say("workbook.packages.ceiling"), func(p funding.Stated) calc.ID { return p.Ceiling })
	across("", func(p funding.Stated) calc.ID { return p.Limits["ceiling"] })
	across(b.say("workbook.packages.least"), func(p funding.Stated) calc.ID { return p.Least })
	across("", func(p funding.Stated) calc.ID { return p.Limits["least"] })
	for _, n := range h.Capped {
		across("", func(p funding.Stated) calc.ID { return p.Most[n] })
	}
	s.heading(b.say("workbook.packages.lines"))
	for n := range h.Lines {
		b.eachPackage(s, "package line "+itoa(n+1), b.Words.Say("workbook.packages.line", map[string]string{"number": itoa(n + 1)}), func(p plan.Package) string {
			if n >= len(p.Lines) {
				return ""
			}
			return b.Words.PackageLine(p.Lines[n])
		})
	}
	s.heading(b.say("workbook.packages.takes"))
	for _, c := range plan.Categories {
		across("", func(p funding.Stated) calc.ID { return p.Takes[c] })
	}
	s.heading(b.say("workbook.packages.papers"))
	b.eachPackage(s, "", b.say("workbook.packages.sections"), func(p plan.Package) string {
		var all []string
		for _, one := range p.Sections {
			text := b.Words.PackageSection(one)
			if one.Limit > 0 {
				text += " (" + b.Words.Say("workbook.packages.limit", map[string]string{"n": b.Words.Number(money.Int(one.Limit), 0)}) + ")"
			}
			all = append(all, text)
		}
		return strings.Join(all, "; ")
	})
	b.eachPackage(s, "", b.say("workbook.packages.documents"), func(p plan.Package) string {
		var all []string
		for _, one := range p.Documents {
			all = append(all, b.Words.PackageDocument(one))
		}
		return strings.Join(all, "; ")
	})
	return s
}

// eachPackage is a line with a text for each package.
func (b *book) eachPackage(s *sheet, anchor, text string, of func(plan.Package) string) {
	s.add(line{anchor: anchor, write: func(formulas, int) []cell {
		cells := []cell{as(label, text), blank(small), blank(small)}
		for _, p := range b.plan.Project.Packages {
			cells = append(cells, wrapped(fixed, of(p)))
		}
		return cells
	}})
}

// rulesAlike is a line with what each package asks of one kind, and whether it is
// confirmed; it is left out where no package asks anything.
func (b *book) rulesAlike(s *sheet, kind string) {
	any := false
	for _, p := range b.plan.Project.Packages {
		any = any || p.Rule(kind) != nil
	}
	if !any {
		return
	}
	b.eachPackage(s, "", b.say("funding.rule."+kind), func(p plan.Package) string {
		var said []string
		for _, r := range p.Rules {
			if r.Kind != kind {
				continue
			}
			text := b.Words.RuleAsks(r)
			if !r.Confirmed {
				text += " " + b.say("funding.unconfirmed")
			}
			said = append(said, text)
		}
		if len(said) == 0 {
			return "–"
		}
		return strings.Join(said, " ")
	})
}

// across is a line with one row of the graph for each package, called as the rows are
// unless a text says otherwise.
func (b *book) across(s *sheet, text string, of func(funding.Stated) calc.ID) {
	places := map[calc.ID]int{}
	all := b.Case.Funding.Packages
	for i, p := range all {
		places[of(p)] = colPackages + i
	}
	first := b.model.Row(of(all[0]))
	unit := b.unit(first)
	if text != "" {
		unit = "" // each its own
	} else {
		text = b.own(first)
	}
	s.add(line{cells: places, write: func(f formulas, _ int) []cell {
		cells := []cell{wrapped(label, text), as(small, unit), blank(small)}
		for i, p := range all {
			r := b.model.Row(of(p))
			f.col = colPackages + i
			n, _ := b.state.Single(r.ID)
			if r.Leaf != nil {
				cells = append(cells, figure(fixed, numbers(r), n))
				continue
			}
			cells = append(cells, computed(formula, numbers(r), f.of(r.Expr), n))
		}
		return cells
	}})
}
