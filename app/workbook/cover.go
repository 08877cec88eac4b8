package workbook

import (
	"strings"

	"outrigger/datasets"
	"outrigger/model/calc"
	"outrigger/model/money"
	"outrigger/model/rows"
)

// cover says who asks for what, whether the workbook ties, and holds the switch of
// scenarios.
func (b *book) cover() *sheet {
	s := b.newYears("cover")
	s.exact, s.least = true, 15
	b.entitled(s)
	b.headline(s)
	b.switches(s)
	s.heading(b.say("workbook.cover.case"))
	b.sentences(s)
	s.add(line{anchor: "cover chart", write: func(formulas, int) []cell { return nil }})
	for range chartRows {
		s.gap()
	}
	b.questions(s)
	b.who(s)
	s.above()
	for _, side := range []string{"local", "donor"} {
		if side == "donor" && b.currency("donor") == b.currency("local") {
			continue
		}
		s.heading(b.Words.Say("workbook.cover.money", map[string]string{"currency": b.currency(side)}))
		need, h := b.Case.Budget.Need, b.Case.Financing
		pick := func(local, donor calc.ID) calc.ID {
			if side == "donor" {
				return donor
			}
			return local
		}
		for _, id := range []calc.ID{
			pick(need.Local, need.Donor), pick(h.Granted.Local, h.Granted.Donor), pick(h.Gap.Local, h.Gap.Donor),
			pick(h.Sought.Local, h.Sought.Donor), pick(h.Remaining.Local, h.Remaining.Donor),
		} {
			b.mirror(s, id, b.label(b.model.Row(id)))
		}
	}
	if b.hasPackage() {
		s.heading(b.Words.Say("workbook.cover.asked", map[string]string{"package": b.Words.PackageName(*b.plan.Project.Chosen())}))
		for _, id := range []calc.ID{b.Case.Funding.All, b.Case.Funding.Asked, b.Case.Funding.Others, b.Case.Funding.Post, b.Case.Funding.Partners} {
			b.mirror(s, id, b.label(b.model.Row(id)))
		}
	}
	s.heading(b.say("workbook.cover.pressure"))
	for _, id := range []calc.ID{b.Case.Workload.Index, b.Case.Financing.Index, b.Case.Mismatch, b.Case.Staffing.RequiredTotal, b.Case.Staffing.Productive, b.Case.Staffing.Short, b.Case.Staffing.BacklogMonths} {
		b.mirror(s, id, b.label(b.model.Row(id)))
	}
	s.heading(b.say("workbook.cover.signed"))
	for _, who := range []string{"operator", "finance", "donor"} {
		s.add(line{height: 26, write: func(formulas, int) []cell {
			cells := []cell{as(label, b.say("workbook.cover.sign_"+who)), blank(label), blank(label)}
			for range b.years + 2 {
				cells = append(cells, blank(label))
			}
			return cells
		}})
	}
	c := b.indexChart("cover chart")
	c.rows = chartRows
	s.charts = append(s.charts, c)
	return s
}

// fact is a line of the cover with a text.
func (s *sheet) fact(label, text string) {
	s.text(as(caption, label), blank(plain), blank(plain), as(plain, text))
}

func (b *book) who(s *sheet) {
	p := b.plan
	s.heading(b.say("workbook.cover.who"))
	s.fact(b.say("workbook.cover.operator"), strings.Join(filled(p.Post.Name, b.Words.Country(p.Post.Country)), " · "))
	s.fact(b.say("workbook.cover.status"), b.status())
	for _, text := range b.graduation() {
		s.text(blank(plain), blank(plain), blank(plain), as(warning, text))
	}
	s.fact(b.say("workbook.cover.project_type"), p.Post.ProjectType)
	s.fact(b.say("workbook.cover.contact"), p.Post.Contact)
	s.add(line{write: func(f formulas, _ int) []cell {
		months, _ := money.Int(len(b.axis.Planned())).Mul(money.Int(12))
		return []cell{
			as(caption, b.say("workbook.cover.months")), blank(plain), blank(plain),
			b.leftward(computed(plain, "0", "SUM("+f.along(rows.Planned)+")*12", months)),
		}
	}})
	s.fact(b.say("workbook.cover.written"), b.Words.DateText(b.Date)+" · Outrigger "+b.Version)
	for _, r := range p.Money.Rates {
		s.add(line{write: func(f formulas, _ int) []cell {
			id := rows.Rate(r.Currency)
			n, _ := b.state.Single(id)
			source := strings.Join(filled(b.Words.DateText(r.Date), b.sourceTitle(r.Value.Source)), " · ")
			return []cell{
				as(caption, b.Words.Say("workbook.cover.rate", map[string]string{"currency": r.Currency, "own": p.Money.Currency})),
				blank(plain), blank(plain), b.leftward(computed(carried, "#,##0.00####", f.at(id), n)), as(caption, source),
			}
		}})
	}
}

func filled(texts ...string) []string {
	var found []string
	for _, t := range texts {
		if t != "" {
			found = append(found, t)
		}
	}
	return found
}

// status is the country's standing on the day of writing.
func (b *book) status() string {
	c, known := b.Facts.Countries.ByISO3(b.plan.Post.Country)
	if !known {
		return b.say("common.not_available")
	}
	var found []string
	switch ldc := c.LDCOn(b.Date); ldc.State {
	case datasets.Yes:
		found = append(found, b.say("common.status.ldc"))
	case datasets.Uncertain:
		found = append(found, b.say("common.status.ldc")+": "+b.say("common.state.uncertain"))
	}
	if c.SIDS != datasets.NoSIDS {
		found = append(found, b.say("common.status.sids"))
	}
	if c.LLDC {
		found = append(found, b.say("common.status.lldc"))
	}
	if len(found) == 0 {
		found = append(found, b.say("workbook.cover.no_status"))
	}
	return strings.Join(append(found, b.Words.DateText(b.Date)), " · ")
}

// graduation warns of a status that may end within the plan's years.
func (b *book) graduation() []string {
	c, known := b.Facts.Countries.ByISO3(b.plan.Post.Country)
	if !known {
		return nil
	}
	ldc, falls := c.GraduatesWithin(b.axis.First, b.axis.Last, b.plan.Years.StartMonth)
	if !falls {
		return nil
	}
	key := "common.graduation.between"
	if ldc.Latest == "" {
		key = "common.graduation.open"
	}
	text := b.Words.Say(key, map[string]string{"earliest": b.Words.DateText(ldc.Earliest), "latest": b.Words.DateText(ldc.Latest)})
	if b.Date >= ldc.Earliest { // whether it came, the table cannot know
		text += " " + b.Words.Say("common.graduation.gathered", map[string]string{"gathered": b.Words.DateText(datasets.StatusesGathered)})
	}
	return fold(text, 110)
}

func (b *book) switches(s *sheet) {
	names := b.scenarioNames()
	now := b.scenarioNumber(b.Switched)
	s.add(line{anchor: "scenario", height: 18, write: func(_ formulas, at int) []cell {
		b.entries[Spot{s.name, cellName(colOnce, at)}] = Entry{Input: ScenarioEntry}
		return []cell{
			as(plain, b.say("workbook.cover.scenario")), blank(plain), as(caption, "IN"), as(input, names[now]), blank(input), blank(input),
		}
	}})
	s.add(line{anchor: "scenario index", write: func(f formulas, _ int) []cell {
		list := f.anchored("scenario 0", colLabel) + ":" + last(f.anchored("scenario "+itoa(len(names)-1), colLabel))
		return []cell{
			as(caption, b.say("workbook.cover.scenario_index")), blank(plain), blank(plain),
			b.leftward(computed(plain, "0", "MATCH("+f.anchored("scenario", colOnce)+","+list+",0)", money.Int(now+1))),
		}
	}})
	s.add(line{anchor: "overall", write: func(f formulas, _ int) []cell {
		return []cell{
			as(plain, b.say("workbook.cover.check")), blank(plain), blank(plain),
			told(status, f.anchored("checks result", colOnce), b.kept()),
		}
	}})
	s.add(line{write: func(f formulas, _ int) []cell {
		n, _ := b.state.Single(b.Case.PlaceholderShare)
		return []cell{
			as(plain, b.say("workbook.cover.placeholders")), blank(plain), blank(plain),
			b.leftward(computed(carried, "0%", f.at(b.Case.PlaceholderShare), n)),
		}
	}})
	s.decor = func(s *sheet) {
		a := b.anchors["scenario"]
		f := formulas{b: b, on: s}
		list := "=" + f.anchored("scenario 0", colLabel) + ":" + last(f.anchored("scenario "+itoa(len(names)-1), colLabel))
		b.accept(s, rule{ref: cellName(colOnce, a.line), list: list})
		b.paint(s, cellName(colOnce, b.anchors["overall"].line))
	}
}

// last is the cell of a reference, without its sheet.
func last(ref string) string {
	_, c := cut(ref)
	return c
}

// sourceTitle names a source the plan or the reference data knows.
func (b *book) sourceTitle(id string) string {
	for _, s := range b.plan.Sources {
		if s.ID == id {
			return s.Title
		}
	}
	if s, known := b.Facts.SourceOf(id); known {
		return s.Title
	}
	return id
}
