package workbook_test

import (
	"strconv"
	"strings"
	"testing"

	"outrigger/app/words"
	"outrigger/datasets"
	"outrigger/model/calc"
	"outrigger/model/chain"
	"outrigger/model/funding"
	"outrigger/model/money"
	"outrigger/model/plan"
)

// answers are what must stand where a link of the cover leads to, for each question that a
// reviewer asks: within how many rows, and what, as texts or as figures.
func answers(c *chain.Case, say words.Reader) map[string][]string {
	p := c.Plan
	single := func(id calc.ID) string { n, _ := c.State("").Single(id); return money.Canonical(n) }
	last := func(id calc.ID) string { n, _ := c.State("").Value(id, p.Years.Last); return money.Canonical(n) }
	var sources []string
	for _, f := range p.Funding {
		sources = append(sources, f.Name)
	}
	lines := []string{}
	for _, l := range p.Lines[:5] {
		lines = append(lines, l.Name)
	}
	return map[string][]string{
		"who":    {p.Post.Summary[:40], p.Team.Roles[0].Name},
		"much":   {single(funding.TotalOf(c.Funding.Asked))},
		"what":   lines,
		"now":    {last(c.Workload.Index)[:8], last(c.Financing.Index)[:8]},
		"amount": {plan.AllLines(p)[0].Name, say.Money(money.Canonical(*p.Lines[0].UnitCost.Value), or(p.Lines[0].Currency, p.Money.Currency), places(or(p.Lines[0].Currency, p.Money.Currency)))},
		"others": sources,
		"less":   {digits(say, c, c.Financing.GapTotal.Donor, donor(p)), "SIM"},
		"after":  {last("budget/kind_run/local"), last(c.Financing.Granted.Local)},
		"wrong":  {p.Project.Risks[0].Event, p.Project.Risks[0].Mitigation},
		"know":   {p.Project.Indicators[0].Name, p.Project.Indicators[1].Name},
	}
}

func or(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

func donor(p *plan.Plan) string { return or(p.Money.Donor, p.Money.Currency) }

func places(code string) int {
	c, _ := money.ByCode(code)
	return c.Places
}

func digits(say words.Reader, c *chain.Case, id calc.ID, code string) string {
	n, _ := c.State("").Single(id)
	return say.Number(n, places(code))
}

// within is how far below its link an answer may stand.
const within = 24

// Each of the ten questions that a reviewer asks is a link on the cover, and where it leads
// to the answer stands: one click.
func TestTheCoverLeadsToTheAnswerOfEveryQuestion(t *testing.T) {
	k := open(t)
	for _, name := range datasets.SampleNames() {
		for _, l := range words.Languages() {
			c, say := k.sample(t, name), k.catalogue.In(l)
			sheets := unzip(t, k.base(t, name, l)).sheets()
			links := linksOf(sheets[0])
			for question, wants := range answers(c, say) {
				asked := say.Say("workbook.question."+question, nil)
				tag, found := links[asked]
				if !found {
					t.Errorf("%s %s: the cover does not ask %q", name, l, asked)
					continue
				}
				sheet, cell := target(tag)
				for _, want := range wants {
					if want == "0" || want == "" || !holds(sheets, sheet, cell, want) {
						t.Errorf("%s %s: %q leads to %s!%s, where %q does not stand", name, l, asked, sheet, cell, want)
					}
				}
			}
			if len(links) != 10 {
				t.Errorf("%s %s: the cover has %d questions", name, l, len(links))
			}
		}
	}
}

// linksOf lists the links of a sheet by the question in their text.
func linksOf(s leaf) map[string]string {
	links := map[string]string{}
	for _, tag := range tags(s.body, "hyperlink") {
		text := s.at(attribute(tag, "ref")).value
		for _, arrow := range []string{" → ", " ← "} {
			if question, _, is := strings.Cut(text, arrow); is {
				links[question] = tag
			}
		}
	}
	return links
}

func holds(sheets []leaf, sheet, cell, want string) bool {
	_, from := place(cell)
	x, errX := strconv.ParseFloat(want, 64)
	for _, s := range sheets {
		if s.name != sheet {
			continue
		}
		for _, c := range s.cells {
			if c.row < from || c.row > from+within {
				continue
			}
			y, errY := strconv.ParseFloat(c.value, 64)
			if strings.Contains(c.value, want) || errX == nil && errY == nil && x == y {
				return true
			}
		}
	}
	return false
}

// A plan that does not answer a question says so on the cover, and leads nowhere.
func TestTheCoverSaysWhatThePlanDoesNotAnswer(t *testing.T) {
	k := open(t)
	say := k.catalogue.In("en")
	data := k.changed(t, func(p *plan.Plan) {
		p.Lines, p.Measures, p.Scenarios, p.Project = nil, nil, nil, plan.Project{}
		p.Losses, p.Portfolio = nil, plan.Portfolio{}
	})
	cover := unzip(t, data).sheets()[0]
	links := linksOf(cover)
	for question, sheet := range map[string]string{"who": "Situation", "much": "Financing", "what": "Costed plan", "amount": "Costed plan", "wrong": "Sensitivity", "know": "Checks & reconciliation"} {
		if at, _ := target(links[say.Say("workbook.question."+question, nil)]); at != sheet {
			t.Errorf("%s leads to %q, not to %s", question, at, sheet)
		}
	}
}
