package workbook

import (
	"strings"

	"outrigger/model/calc"
	"outrigger/model/plan"
)

// workload is the sheet that goes from drivers to hours, people and backlog.
func (b *book) workload() *sheet {
	s := b.newYears("workload")
	s.answer = "now"
	b.group(s, b.say("workbook.group.index"), "workload/mismatch")
	b.group(s, b.say("workbook.group.drivers"), "workload/drivers")
	b.group(s, b.say("workbook.group.tasks"), "workload/tasks")
	b.group(s, b.say("workbook.group.hours"), "workload/hours")
	b.group(s, b.say("workbook.group.roles"), "workload/roles")
	for _, r := range b.plan.Team.Roles {
		s.heading(b.Words.Say("workbook.group.role", map[string]string{"role": r.Name}))
		for _, row := range b.section("staffing/" + r.ID) {
			text := b.own(row)
			if name := row.Label.Args["name"]; name != r.Name {
				text = b.label(row)
			}
			b.row(s, row.ID, text)
		}
	}
	b.group(s, b.say("workbook.group.team"), "staffing/total")
	s.charts = append(s.charts, b.indexChart(""), b.capacityChart())
	return s
}

func (b *book) group(s *sheet, text string, sections ...string) {
	rows := b.section(sections...)
	if len(rows) == 0 {
		return
	}
	s.heading(text)
	for _, r := range rows {
		if b.totalledBy(r.ID) == "" {
			b.row(s, r.ID, b.label(r))
		}
	}
}

// costed is the sheet of what the plan costs, line by line, in both currencies.
func (b *book) costed() *sheet {
	s := b.newYears("costed", "category", "build_run", "objective", "note_number", "note")
	s.widths[len(s.widths)-1] = 44
	lines := map[string]noted{}
	for i, l := range plan.AllLines(b.plan) {
		lines[l.At] = noted{l.Line, i + 1}
	}
	b.group(s, b.say("workbook.group.need"), "budget/total")
	for _, side := range []string{"local", "donor"} {
		named := b.named(side)
		s.answer = "what"
		s.heading(b.Words.Say("workbook.group.lines", named))
		var parts []*calc.Row
		for _, r := range b.section("budget/lines") {
			switch _, counts := b.total[r.ID]; {
			case b.side(r) != side:
			case counts:
				b.row(s, r.ID, b.label(r), b.lineFacts(r, lines)...)
			default:
				parts = append(parts, r)
			}
		}
		// What counts stands together: a sum over hundreds of lines is then one range, and
		// would else be longer than a formula may be.
		if len(parts) > 0 {
			s.heading(b.Words.Say("workbook.group.parts", named))
		}
		for _, r := range parts {
			b.row(s, r.ID, b.label(r), b.lineFacts(r, lines)...)
		}
		for _, section := range []string{"categories", "kinds"} {
			s.heading(b.Words.Say("workbook.group."+section, named))
			for _, r := range b.section("budget/" + section) {
				if b.side(r) == side {
					b.row(s, r.ID, b.label(r))
				}
			}
		}
	}
	if len(lines) == 0 {
		s.answer = "amount" // else the notes do
	}
	b.group(s, b.say("workbook.group.prices"), "budget/prices")
	b.group(s, b.say("workbook.group.quantities"), "budget/quantities")
	b.group(s, b.say("workbook.group.unrounded"), "budget/unrounded")
	return s
}

// side tells whether a row is in the post's currency or the donor's.
func (b *book) side(r *calc.Row) string {
	if strings.HasSuffix(string(r.ID), "/donor") {
		return "donor"
	}
	return "local"
}

func (b *book) currency(side string) string {
	if side == "donor" && b.plan.Money.Donor != "" {
		return b.plan.Money.Donor
	}
	return b.plan.Money.Currency
}

// named says which side of the money a heading is about. Where post and donor have
// one currency the second side says whose it is.
func (b *book) named(side string) map[string]string {
	code := b.currency(side)
	if side == "donor" && code == b.currency("local") {
		code += ", " + b.say("common.funding_kind.donor")
	}
	return map[string]string{"currency": code}
}

// noted is a line of the plan or of a measure, and the number it has among the notes.
type noted struct {
	plan.Line
	number int
}

// lineFacts are what the plan says of the line a cost belongs to, out of all lines by their
// places in the plan: the costs of lines/mail are budget/lines/mail/local and the like.
func (b *book) lineFacts(r *calc.Row, lines map[string]noted) []cell {
	category, kind, objective, note, number := "staff", "run", "", "", blank(small)
	for at := strings.TrimPrefix(string(r.ID), "budget/"); at != ""; at = at[:max(strings.LastIndexByte(at, '/'), 0)] {
		if l, is := lines[at]; is {
			category, kind, objective, note, number = l.Category, l.Kind, l.Objective, l.Note, whole(small, l.number)
			break
		}
	}
	return []cell{
		as(small, b.say("common.category."+category)), as(small, b.say("common."+kind)),
		as(small, objective), number, wrapped(small, note),
	}
}

// financing is the sheet of who pays, and of the gap.
func (b *book) financing() *sheet {
	s := b.newYears("financing", "kind", "certainty", "cash_or_kind", "letter")
	s.widths[len(s.widths)-1] = 30
	for _, side := range []string{"local", "donor"} {
		named := b.named(side)
		s.answer = "others"
		s.heading(b.Words.Say("workbook.group.sources", named))
		for _, r := range b.section("financing/sources") {
			if b.side(r) == side {
				b.row(s, r.ID, b.label(r), b.sourceFacts(r)...)
			}
		}
		s.answer = "much"
		s.heading(b.Words.Say("workbook.group.gap", named))
		need := b.Case.Budget.Need.Local
		if side == "donor" {
			need = b.Case.Budget.Need.Donor
		}
		b.mirror(s, need, b.label(b.model.Row(need)))
		b.anchorLast(s, "need "+side)
		for _, r := range b.section("financing/total") {
			if b.side(r) == side && b.totalledBy(r.ID) == "" {
				b.row(s, r.ID, b.label(r))
			}
		}
	}
	b.afterwards(s)
	s.charts = append(s.charts, b.moneyChart())
	return s
}

// totalledBy gives the row that a total adds up, if it stands in that row's line.
func (b *book) totalledBy(id calc.ID) calc.ID { return b.adds[id] }

func (b *book) anchorLast(s *sheet, name string) { s.lines[len(s.lines)-1].anchor = name }

func (b *book) sourceFacts(r *calc.Row) []cell {
	id := strings.Split(string(r.ID), "/")[2] // financing/sources/<id>/local
	for _, f := range b.plan.Funding {
		if f.ID == id {
			cash := "common.cash"
			if f.InKind {
				cash = "common.in_kind"
			}
			return []cell{
				as(small, b.say("common.funding_kind."+or(f.Kind, "other"))), as(small, b.say("common.funding_grade."+or(f.Grade, "sought"))),
				as(small, b.say(cash)), as(small, f.Letter),
			}
		}
	}
	return nil
}

func or(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
