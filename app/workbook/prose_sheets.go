package workbook

import (
	"strconv"

	"outrigger/app/words"
	"outrigger/datasets"
	"outrigger/model/calc"
	"outrigger/model/money"
	"outrigger/model/plan"
	"outrigger/model/rows"
)

// about says how to read the workbook, and what the model does and does not do.
func (b *book) about() *sheet {
	s := b.newSheet("about")
	s.widths, s.pages = []float64{34, 100}, 3
	for _, topic := range []string{"read", "change", "signs", "does", "does_not", "rounding", "evidence", "method", "licence"} {
		s.heading2(b.say("workbook.about." + topic))
		s.prose(plain, b.say("workbook.about."+topic+".text"), 140)
		s.gap()
	}
	s.heading2(b.say("workbook.about.legend"))
	for _, l := range []struct {
		style role
		key   string
	}{{input, "input"}, {formula, "formula"}, {carried, "carried"}, {fixed, "fixed"}, {simulated, "simulated"}, {result, "result"}, {status, "status"}} {
		s.text(cell{look: look{role: l.style, format: "#,##0"}, figure: 1234, number: true}, as(plain, b.say("workbook.legend."+l.key)))
	}
	s.gap()
	s.heading2(b.say("workbook.about.sheets"))
	first := len(s.lines)
	var keys []string
	for _, m := range b.contents() {
		keys = append(keys, m.key)
	}
	for _, key := range keys {
		s.text(as(link, b.say("workbook.sheet."+key)), as(plain, b.say("workbook.intro."+key)))
	}
	s.gap()
	s.heading2(b.say("workbook.about.names"))
	for _, n := range b.defined() {
		s.add(line{write: func(formulas, int) []cell { return []cell{as(label, n.name), as(plain, b.say("workbook.name."+n.key))} }})
	}
	s.decor = func(s *sheet) {
		for i, key := range keys {
			target := quoted(b.say("workbook.sheet."+key)) + "!A1"
			b.do(b.file.SetCellHyperLink(s.name, cellName(0, s.headLine()+1+first+i), target, "Location"))
		}
	}
	return s
}

// heading2 is a heading on a sheet without columns of figures.
func (s *sheet) heading2(text string) {
	s.add(line{height: 18, write: func(formulas, int) []cell { return []cell{as(heading, text), blank(heading)} }})
}

// situation is where the post stands: its own figures, and what is public of its
// country and of the sector.
func (b *book) situation() *sheet {
	s := b.newYears("situation", "evidence_year", "grade", "source", "note")
	s.widths[len(s.widths)-1], s.widths[len(s.widths)-2] = 44, 30
	s.answer = "who"
	s.heading(b.say("workbook.situation.post"))
	s.prose(plain, b.plan.Post.Summary, 150)
	if f := b.plan.Post.Employees; f.Value != nil {
		b.stated(s, b.say("workbook.situation.employees"), b.say("unit.person"), signed("#,##0"), *f.Value, f.Year, b.gradeOf(f.Grade), f.Source, f.Note)
	}
	b.compared(s)
	s.heading(b.say("workbook.situation.team"))
	for _, r := range b.plan.Team.Roles {
		b.mirror(s, b.Case.Staffing.Staff[r.ID], r.Name)
	}
	for _, id := range []calc.ID{b.Case.Staffing.RequiredTotal, b.Case.Staffing.Productive, b.Case.Staffing.Ratio, b.Case.Staffing.Backlog} {
		b.mirror(s, id, b.label(b.model.Row(id)))
	}
	s.heading(b.say("workbook.group.drivers"))
	for _, d := range b.plan.Drivers {
		h := d.History
		b.mirror(s, calc.ID("drivers/"+d.ID+"/volume"), d.Name, b.vouched(h.Year, b.gradeOf(h.Grade), h.Source, h.Note)...)
	}
	s.heading(b.Words.Say("workbook.situation.country", map[string]string{"country": b.Words.Country(b.plan.Post.Country)}))
	b.country(s)
	s.heading(b.say("workbook.situation.sector"))
	for _, fact := range b.Facts.Survey {
		if fact.Scope != "world" {
			continue
		}
		share, _ := fact.Value.Quo(money.Int(100))
		note := fact.Note
		if fact.Relation != "" {
			note = fact.Relation + " · " + note
		}
		b.stated(s, b.say("common.survey."+fact.ID), "%", "0%", share, fact.Year, b.say("common.grade.published"), b.cite(fact.Source), note)
	}
	s.prose(subtitle, b.say("common.survey.not_public"), 150)
	b.assessed(s)
	return s
}

// compared is what the post states of itself for comparison, if it does.
func (b *book) compared(s *sheet) {
	begun := false
	for _, in := range plan.Compared(b.plan) {
		f := in.Figure
		if !f.Given() {
			continue
		}
		if !begun {
			s.heading(b.say("workbook.situation.compared"))
			begun = true
		}
		r := b.model.Row(calc.ID(in.ID))
		vouched := b.vouched(f.Year, b.gradeOf(f.Grade), f.Source, f.Note)
		s.add(line{write: func(f formulas, _ int) []cell {
			cells := []cell{wrapped(label, words.Capital(b.label(r))), as(small, b.unit(r)), blank(small), blank(label)}
			for i := range b.years {
				if !r.Leaf.Given[i] { // nothing is taken for it
					cells = append(cells, blank(label))
					continue
				}
				f.col = colYears + i
				n, _ := b.state.Value(r.ID, b.axis.At(i))
				cells = append(cells, computed(carried, numbers(r), f.at(r.ID), n))
			}
			return append(append(cells, blank(label)), vouched...)
		}})
	}
}

func (b *book) gradeOf(g plan.Grade) string {
	if g == "" {
		g = plan.Placeholder
	}
	return b.say("common.grade." + string(g))
}

func (b *book) vouched(year int, grade, source, note string) []cell {
	when := blank(small)
	if year != 0 {
		when = whole(small, year)
	}
	return []cell{when, as(small, grade), wrapped(small, source), wrapped(small, note)}
}

// stated is a line with one figure that stands as it was found.
func (b *book) stated(s *sheet, text, unit, format string, n money.Number, year int, grade, source, note string) {
	s.add(line{write: func(formulas, int) []cell {
		cells := []cell{wrapped(label, text), as(small, unit), blank(small), figure(fixed, format, n)}
		for range b.years + 1 {
			cells = append(cells, blank(label))
		}
		return append(cells, b.vouched(year, grade, source, note)...)
	}})
}

// country adds the two public indices and the income group.
func (b *book) country(s *sheet) {
	published := b.say("common.grade.published")
	code := b.plan.Post.Country
	c, known := b.Facts.Countries.ByISO3(code)
	if !known {
		s.text(as(label, b.say("common.not_available")))
		return
	}
	if income, has := c.IncomeIn(latestIncome); has {
		group := b.say("common.income." + income.Group)
		s.add(line{write: func(formulas, int) []cell {
			cells := []cell{as(label, b.say("workbook.situation.income")), blank(small), blank(small), as(fixed, group)}
			for range b.years + 1 {
				cells = append(cells, blank(label))
			}
			return append(cells, b.vouched(income.Year, published, b.cite(income.Source), income.Note)...)
		}})
	}
	for _, g := range b.Facts.GCI {
		if g.ISO3 == code {
			b.stated(s, b.say("workbook.situation.gci"), b.say("unit.points"), "0.00", g.Total, g.Year, published, b.cite(g.Source), g.Note)
		}
	}
	for _, e := range b.Facts.EGDI {
		if e.ISO3 == code {
			b.stated(s, b.say("workbook.situation.egdi"), b.say("unit.index_0_1"), "0.0000", e.Index, e.Year, published, b.cite(e.Source), e.Note)
		}
	}
}

// latestIncome is the World Bank's fiscal year whose groups are shown.
const latestIncome = 27

func (b *book) cite(id string) string {
	if s, known := b.Facts.SourceOf(id); known {
		return s.Title
	}
	return id
}

// sources is the register of what the figures rest on, and the log.
func (b *book) sources() *sheet {
	s := b.newSheet("sources")
	for _, head := range []string{"id", "title", "publisher", "year", "where", "note"} {
		s.heads = append(s.heads, b.say("workbook.head."+head))
	}
	s.widths = []float64{18, 46, 28, 8, 38, 42}
	s.figures, s.until = 3, 4
	s.heading(b.say("workbook.sources.plan"))
	for _, src := range b.plan.Sources {
		b.source(s, src.ID, src.Title, src.Publisher, src.Year, src.Place, src.Note)
	}
	s.heading(b.say("workbook.sources.facts"))
	for _, src := range b.cited() {
		b.source(s, src.ID, src.Title, src.Publisher, src.Year, src.Place, src.Terms)
	}
	s.heading(b.say("workbook.sources.rates"))
	for _, r := range b.plan.Money.Rates {
		s.add(line{write: func(f formulas, _ int) []cell {
			n, _ := b.state.Single(rows.Rate(r.Currency))
			return []cell{
				as(label, r.Currency), as(label, b.Words.Say("workbook.cover.rate", map[string]string{"currency": r.Currency, "own": b.plan.Money.Currency})),
				as(label, b.sourceTitle(r.Value.Source)), blank(label), as(label, b.Words.DateText(r.Date)),
				computed(carried, "#,##0.00########", f.at(rows.Rate(r.Currency)), n),
			}
		}})
	}
	s.heading(b.say("workbook.sources.log"))
	for _, entry := range b.plan.Log {
		s.text(as(label, entry.Date), wrapped(label, entry.Text), wrapped(label, entry.Who))
	}
	s.text(as(label, b.Date), as(label, b.Words.Say("workbook.sources.written", map[string]string{"version": b.Version})), as(label, "Outrigger"))
	s.heading(b.say("workbook.sources.privacy"))
	s.prose(plain, b.say("workbook.sources.privacy.text"), 150)
	return s
}

// cited are the publications that the reference data on the sheets come from.
func (b *book) cited() []datasets.Source {
	used := map[string]bool{"wdi": true, "gci": true, "egdi": true, "wb-income-27": true, "m49": true, "ohrlls": true}
	for _, f := range b.Facts.Survey {
		used[f.Source] = true
	}
	var found []datasets.Source
	for _, s := range b.Facts.Sources {
		if used[s.ID] {
			found = append(found, s)
		}
	}
	return found
}

func (b *book) source(s *sheet, id, title, publisher string, year int, place, note string) {
	when := blank(label)
	if year != 0 {
		when = cell{look: look{role: label}, text: strconv.Itoa(year)}
	}
	s.text(wrapped(label, id), wrapped(label, title), wrapped(label, publisher), when, wrapped(label, place), wrapped(label, note))
}
