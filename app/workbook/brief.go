package workbook

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"outrigger/app/words"
	"outrigger/model/budget"
	"outrigger/model/calc"
	"outrigger/model/money"
	"outrigger/model/plan"
)

// How many lines of each kind the brief has room for, the first or largest ones.
const (
	briefChart      = 25 // of 15 points, for the chart
	briefSources    = 8
	briefPurchases  = 5
	briefIndicators = 5
)

// brief is the case on two pages, for who has to decide and will not read more: who asks,
// the chart and three sentences; then the money by year and source, what is bought first,
// what it brings, what less money would do, and whom to ask. Every figure is brought in
// from the other sheets.
func (b *book) brief() *sheet {
	s := b.newYears("brief")
	s.exact, s.least = true, 15
	b.entitled(s)
	b.headline(s)
	b.asks(s)
	s.heading(b.say("workbook.cover.case"))
	for _, l := range b.sheets[0].top { // of the cover
		if strings.HasPrefix(l.anchor, "case ") {
			b.retold(s, l.anchor)
		}
	}
	s.add(line{anchor: "brief chart", write: func(formulas, int) []cell { return nil }})
	for range briefChart {
		s.gap()
	}
	s.above()
	b.moneyBySource(s)
	b.boughtFirst(s)
	b.aimedAt(s)
	b.withLess(s)
	s.heading(b.say("workbook.brief.ask"))
	s.fact(b.say("workbook.cover.contact"), b.plan.Post.Contact)
	s.fact(b.say("workbook.cover.written"), b.Words.DateText(b.Date)+" · Outrigger "+b.Version)
	c := b.indexChart("brief chart")
	c.rows = briefChart
	s.charts = append(s.charts, c)
	return s
}

// asks says who asks for how much, and of whom.
func (b *book) asks(s *sheet) {
	s.fact(b.say("workbook.cover.status"), b.status())
	if kind := b.plan.Post.ProjectType; kind != "" {
		s.fact(b.say("workbook.cover.project_type"), kind)
	}
	if !b.hasPackage() {
		s.fact(b.say("workbook.donor.package"), b.say("workbook.brief.no_package"))
		return
	}
	s.add(line{write: func(f formulas, _ int) []cell {
		return []cell{
			as(caption, b.say("workbook.donor.package")), blank(plain), blank(plain),
			told(carried, b.ofChosen(f, "package names"), b.Words.PackageName(b.aimed())),
		}
	}})
	s.add(line{height: 20, write: func(f formulas, _ int) []cell {
		h, code := b.Case.Funding, b.currency("donor")
		return []cell{b.sentence(lead, "workbook.brief.asked", map[string]part{
			"asked": b.amount(f, b.total[h.Asked], code), "all": b.amount(f, b.total[h.All], code),
			"others": b.amount(f, b.total[h.Others], code),
		})}
	}})
}

// retold brings a sentence in from the cover, as it stands there.
func (b *book) retold(s *sheet, anchor string) {
	s.add(line{height: 20, write: func(f formulas, _ int) []cell {
		a := b.anchors[anchor]
		at := a.line - firstLine
		lines := a.on.top
		if at > len(lines) {
			at, lines = at-len(lines)-1, a.on.lines
		}
		said := lines[at].write(formulas{b, a.on, 0, nil}, a.line)[0]
		return []cell{told(lead, f.anchored(anchor, colLabel), said.text)}
	}})
}

// moneyBySource sets the need against every source, in the donor's currency.
func (b *book) moneyBySource(s *sheet) {
	s.heading(b.Words.Say("workbook.brief.money", b.named("donor")))
	h := b.Case.Financing
	row := func(id calc.ID) { b.mirror(s, id, b.label(b.model.Row(id))) }
	sources := func(sought bool) {
		var rest int
		for _, one := range b.plan.Funding {
			grade := or(one.Grade, "sought")
			if (grade == "sought") != sought {
				continue
			}
			if rest++; rest <= briefSources {
				text := b.Words.Of(b.Words.Apart(one.Name), b.say("common.funding_grade."+grade))
				b.mirror(s, calc.ID("financing/sources/"+one.ID+"/donor"), text)
			}
		}
		if rest > briefSources {
			s.text(as(caption, b.Words.Say("workbook.brief.more", map[string]string{
				"n": b.Words.Number(money.Int(rest-briefSources), 0), "sheet": b.say("workbook.sheet.financing"),
			})))
		}
	}
	row(b.Case.Budget.Need.Donor)
	sources(false)
	row(h.Gap.Donor)
	sources(true)
	row(h.Remaining.Donor)
}

// boughtFirst lists the purchases that are invited first, or, where none are planned, the
// lines that cost most in the first planned year.
func (b *book) boughtFirst(s *sheet) {
	named := map[string]string{"currency": b.currency("donor")}
	bought := slices.Clone(b.plan.Project.Purchases)
	slices.SortStableFunc(bought, func(x, y plan.Purchase) int { return cmp.Compare(x.Start, y.Start) })
	if len(bought) > 0 {
		s.heading(b.Words.Say("workbook.brief.first", named))
		for _, one := range bought[:min(len(bought), briefPurchases)] {
			method := ""
			if one.Method != "" {
				method = b.say("common.method." + one.Method)
			}
			text := strings.Join(filled(b.Words.Apart(one.Name), strings.Join(filled(method, b.Words.DateText(one.Start)), ", ")), " · ")
			b.mirror(s, b.Case.Ties.Purchases[one.ID], text)
		}
		return
	}
	planned := b.axis.Planned()
	if len(planned) == 0 || len(b.Case.Budget.Lines) == 0 {
		return
	}
	lines := slices.Clone(b.Case.Budget.Lines)
	base := b.Case.State("") // the same lines whichever scenario the workbook opens with
	slices.SortStableFunc(lines, func(x, y budget.Pair) int {
		m, _ := base.Value(x.Donor, planned[0])
		n, _ := base.Value(y.Donor, planned[0])
		return n.Cmp(m)
	})
	s.heading(b.Words.Say("workbook.brief.dearest", named))
	for _, one := range lines[:min(len(lines), briefPurchases)] {
		b.mirror(s, one.Donor, b.label(b.model.Row(one.Donor)))
	}
}

// aimedAt is by what the result will be known.
func (b *book) aimedAt(s *sheet) {
	all := b.plan.Project.Indicators
	if len(all) == 0 {
		return
	}
	s.heading(b.say("workbook.results.indicators"))
	for _, one := range all[:min(len(all), briefIndicators)] {
		s.add(line{write: func(f formulas, _ int) []cell { return b.targets(f, one, one.Name) }})
	}
}

// withLess says what happens if less money comes: by live formula if none does, and as
// the optimiser found it if part of it does.
func (b *book) withLess(s *sheet) {
	s.answer = "less"
	s.heading(b.say("workbook.brief.less"))
	s.add(line{write: func(f formulas, _ int) []cell {
		code, end := b.currency("donor"), b.axis.Last
		return []cell{b.sentence(plain, "workbook.brief.nothing", map[string]part{
			"gap":    b.amount(f, b.Case.Financing.GapTotal.Donor, code),
			"people": b.inYear(f, b.Case.Staffing.Short, end, 1), "year": word(end.Label(b.plan.Years.StartMonth)),
		})}
	}})
	a, say := b.advice(), words.Advisor{Reader: b.Words, Case: b.Case}
	if a == nil || b.clash != nil || a.Zero {
		return
	}
	for _, share := range a.Shares {
		if share.Percent > 100 {
			continue
		}
		s.text(as(remark, b.Words.Say("workbook.brief.share", map[string]string{
			"percent": b.Words.Percent(money.Drawn(float64(share.Percent)/100, 2), 0), "value": say.Value(share.Nested.Value),
			"n": fmt.Sprint(len(share.Nested.Chosen)), "of": fmt.Sprint(len(b.plan.Measures)), "scenario": b.scenarioName(),
		})))
	}
}
