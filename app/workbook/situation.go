package workbook

import (
	"fmt"
	"strconv"
	"strings"

	"outrigger/datasets"
	"outrigger/model/money"
	"outrigger/model/plan"
	"outrigger/model/readiness"
)

// assessed adds the post's latest assessment: every practice with its level in words and
// what proves it, and the scores, which are live over the levels.
func (b *book) assessed(s *sheet) {
	sorted := readiness.InTime(b.plan.Readiness)
	if len(sorted) == 0 {
		s.heading(b.say("workbook.situation.practices"))
		s.text(as(label, b.say("workbook.situation.unassessed")))
		return
	}
	known, err := datasets.ShippedPractices()
	if err != nil {
		b.do(err)
		return
	}
	a := sorted[len(sorted)-1]
	var before *readiness.Standing
	if len(sorted) > 1 {
		earlier := readiness.Read(sorted[len(sorted)-2], known.Readiness())
		before = &earlier
	}
	s.heading(b.Words.Labelled(b.say("workbook.situation.practices"), strings.Join(some(a.Name, b.Words.DateText(a.Date), a.Who), " · ")))
	c := known.Readiness()
	levels := map[string]plan.PracticeLevel{}
	for _, l := range a.Levels {
		if _, twice := levels[l.Practice]; !twice {
			levels[l.Practice] = l
		}
	}
	type block struct{ first, last int }
	blocks := []block{}
	for _, domain := range c.Domains {
		s.text(as(heading, b.say("domain."+domain)))
		of := block{first: s.next()}
		for _, p := range c.Practices {
			if p.Domain == domain {
				b.practice(s, p.ID, levels[p.ID], a, before)
			}
		}
		of.last = s.next() - 1
		blocks = append(blocks, of)
	}
	read := readiness.Read(a, c)
	all, lowest := read.Overall()
	s.heading(b.say("workbook.situation.scores"))
	for i, score := range read.Domains {
		b.score(s, b.say("domain."+score.Domain), score, blocks[i].first, blocks[i].last)
	}
	b.score(s, b.say("workbook.situation.overall"), all, blocks[0].first, blocks[len(blocks)-1].last)
	for _, h := range lowest {
		s.text(wrapped(label, b.Words.Say("workbook.situation.lowest", map[string]string{"practice": b.Words.Practice(h.Practice)})), as(small, b.say("peers.unit.level")), blank(small), whole(fixed, h.Level))
	}
}

func some(texts ...string) []string {
	var kept []string
	for _, t := range texts {
		if t != "" {
			kept = append(kept, t)
		}
	}
	return kept
}

// practice is one line: the level, then of when and what proves it, and in words what the
// level is, what is aimed at and what it was before.
func (b *book) practice(s *sheet, id string, l plan.PracticeLevel, a plan.Assessment, before *readiness.Standing) {
	level, note := blank(fixed), b.say("workbook.situation.not_judged")
	if l.Level != nil && *l.Level >= 0 && *l.Level <= plan.MaxLevel {
		level, note = whole(fixed, *l.Level), b.say("practice."+id+".level."+strconv.Itoa(*l.Level))
	}
	if l.Target != nil {
		note += " " + b.Words.Say("workbook.situation.target", map[string]string{"n": b.Words.Number(money.Int(*l.Target), 0)})
	}
	if before != nil {
		for _, h := range before.Held {
			if h.Practice == id {
				note += " " + b.Words.Say("workbook.situation.before", map[string]string{"n": b.Words.Number(money.Int(h.Level), 0)})
			}
		}
	}
	day := l.Date
	if day == "" {
		day = a.Date
	}
	year, _ := strconv.Atoi(strings.SplitN(day, "-", 2)[0])
	s.add(line{write: func(formulas, int) []cell {
		cells := []cell{wrapped(label, b.Words.Practice(id)), as(small, b.say("peers.unit.level")), blank(small), level}
		for range b.years + 1 {
			cells = append(cells, blank(label))
		}
		return append(cells, b.vouched(year, "", strings.TrimSpace(l.Evidence), note)...)
	}})
}

// score adds the mean of the levels as judged, and of those that count because evidence
// is named beside them; a domain of which nothing is judged says so.
func (b *book) score(s *sheet, name string, score readiness.Score, first, last int) {
	if score.Given == 0 {
		s.text(as(label, name), as(small, b.say("peers.unit.level")), blank(small), as(fixed, b.say("workbook.situation.not_judged")))
		return
	}
	level := column(colOnce)
	judged := fmt.Sprintf("%s%d:%s%d", level, first, level, last)
	proof := column(b.colTotal() + 3) // the column of sources, where the evidence stands
	named := fmt.Sprintf("%s%d:%s%d", proof, first, proof, last)
	add := func(key, formula string, n money.Number) {
		s.add(line{write: func(formulas, int) []cell {
			text := b.Words.Say(key, map[string]string{"name": name, "n": b.Words.Number(money.Int(score.Given), 0), "of": b.Words.Number(money.Int(score.Of), 0)})
			return []cell{wrapped(label, text), as(small, b.say("peers.unit.level")), blank(small), computed(result, "0.00", formula, n)}
		}})
	}
	add("workbook.situation.judged", "AVERAGE("+judged+")", score.Judged)
	add("workbook.situation.counted", "SUMPRODUCT(("+named+`<>"")*`+judged+")/COUNT("+judged+")", score.Counted)
}
