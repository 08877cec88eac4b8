package desk

import (
	"slices"
	"strings"

	"outrigger/datasets"
	"outrigger/model/money"
	"outrigger/model/plan"
	"outrigger/model/readiness"
)

// latest is the assessment of the last day, of two of one day the one added last; nil
// if there is none.
func latest(p *plan.Plan) *plan.Assessment {
	sorted := readiness.InTime(p.Readiness)
	if len(sorted) == 0 {
		return nil
	}
	return item(p.Readiness, sorted[len(sorted)-1].ID, assessmentID)
}

// readinessPage is where the post stands in its practices: the latest assessment, what
// is missing to its targets, which measures work on that, and what changed since the
// assessment before.
func (w pager) readinessPage(p *Page) {
	known, err := datasets.ShippedPractices()
	if err != nil {
		p.Sentence = w.word("fault.desk.internal")
		return
	}
	p.Empty = len(w.plan.Readiness) == 0
	p.Tables = append(p.Tables, w.assessments())
	p.Sentence = w.word("desk.readiness.none")
	a := latest(w.plan)
	if a == nil {
		return
	}
	c := known.Readiness()
	s := readiness.Read(*a, c)
	p.Sentence = w.stands(s)
	p.Gauges = append(p.Gauges, w.domains(s))
	p.Tables = append(p.Tables, w.judgements(*a, c))
	gaps, unjudged := readiness.Gaps(*a, c)
	closers, open := readiness.Closing(gaps, c)
	own, others := w.closers(closers, open)
	p.Tables = append(p.Tables, w.missing(gaps, unjudged), own, others)
	if sorted := readiness.InTime(w.plan.Readiness); len(sorted) > 1 {
		p.Tables = append(p.Tables, w.compared(sorted[len(sorted)-2], sorted[len(sorted)-1], c))
	}
	p.Tables = append(p.Tables, w.scores(s))
}

// assessmentPage is one assessment by itself. Its page is called readiness/<id>.
func (w pager) assessmentPage(p *Page, a plan.Assessment) {
	known, err := datasets.ShippedPractices()
	if err != nil {
		p.Sentence = w.word("fault.desk.internal")
		return
	}
	c := known.Readiness()
	s := readiness.Read(a, c)
	p.Title, p.Purpose, p.Sentence = a.Name, w.word("desk.page.readiness"), w.stands(s)
	for _, place := range []string{"name", "date", "who", "note"} {
		p.Fields = append(p.Fields, w.fieldOf("assessment", "readiness/"+a.ID+"/"+place, "assessment."+place))
	}
	p.Gauges = append(p.Gauges, w.domains(s))
	p.Tables = append(p.Tables, w.judgements(a, c), w.scores(s))
}

func (w pager) assessments() Grid {
	g := w.list("readiness", "readiness", w.head("date"), w.head("who"), w.head("assessed_note"), w.told("judged_of"), link(w.head("opens")))
	for _, a := range w.plan.Readiness {
		id := "readiness/" + a.ID
		n := 0
		for _, l := range a.Levels {
			if l.Level != nil && slices.Contains(plan.Practices, l.Practice) {
				n++
			}
		}
		g.Rows = append(g.Rows, GridRow{
			ID: id, Item: a.ID, Name: w.text(id + "/name"),
			Settings: []GridCell{w.text(id + "/date"), w.text(id + "/who"), w.text(id + "/note"), w.count(n, len(plan.Practices)), linked(w.word("desk.readiness.to_measure"), id)},
		})
	}
	return g
}

// stands tells the overall score, never without the practices that pull it down.
func (w pager) stands(s readiness.Standing) string {
	all, lowest := s.Overall()
	if all.Given == 0 {
		return w.word("desk.readiness.unjudged")
	}
	names := []string{}
	for _, h := range lowest {
		names = append(names, w.say.Say("desk.readiness.low", map[string]string{"practice": w.say.Practice(h.Practice), "level": w.say.Number(money.Int(h.Counts), 0)}))
	}
	args := map[string]string{
		"judged": w.say.Number(all.Judged, 1), "counted": w.say.Number(all.Counted, 1), "n": w.say.Number(money.Int(all.Given), 0),
		"of": w.say.Number(money.Int(all.Of), 0), "lowest": strings.Join(names, w.word("desk.readiness.and")),
	}
	text := w.say.Say("desk.readiness.stands", args)
	if len(s.Unproven) > 0 {
		text += " " + w.say.Say("desk.readiness.unproven", map[string]string{"n": w.say.Number(money.Int(len(s.Unproven)), 0)})
	}
	return text
}

// domains draws the score of every domain on the scale of levels.
func (w pager) domains(s readiness.Standing) Gauges {
	g := Gauges{ID: "domains", Title: w.word("desk.gauges.domains"), Key: "levels", List: []Gauge{}}
	for _, d := range s.Domains {
		one := Gauge{ID: d.Domain, Label: w.word("domain." + d.Domain), Most: money.Canonical(money.Int(plan.MaxLevel)), Note: w.parts(d.Given, d.Of)}
		if d.Given > 0 {
			one.Bar, one.Inner, one.Text = plainly(d.Judged), plainly(d.Counted), w.say.Number(d.Judged, 1)
			if d.Counted.Cmp(d.Judged) < 0 {
				one.Text = w.say.Say("desk.readiness.score", map[string]string{"judged": one.Text, "counted": w.say.Number(d.Counted, 1)})
			}
		}
		g.List = append(g.List, one)
	}
	return g
}

// plainly writes a mean for a drawing.
func plainly(n money.Number) string { return money.Canonical(money.Round(n, 4)) }

func (w pager) scores(s readiness.Standing) Grid {
	g := Grid{ID: "scores", Title: w.word("desk.table.scores"), Settings: []Head{w.told("score_judged"), w.told("score_counted"), w.told("judged_of")}, Rows: []GridRow{}}
	all, _ := s.Overall()
	for _, d := range append(slices.Clone(s.Domains), all) {
		row := GridRow{ID: "scores/" + d.Domain, Name: label(w.word("desk.readiness.all")), Strong: d.Domain == ""}
		if d.Domain != "" {
			row.Name = label(w.word("domain." + d.Domain))
		}
		row.Settings = []GridCell{none, none, w.count(d.Given, d.Of)}
		if d.Given > 0 {
			row.Settings[0], row.Settings[1] = plain(w.say.Number(d.Judged, 1)), plain(w.say.Number(d.Counted, 1))
		}
		g.Rows = append(g.Rows, row)
	}
	return g
}

// judgements are the practices of an assessment by domain, each with its level in words.
func (w pager) judgements(a plan.Assessment, c readiness.Catalogue) Grid {
	g := Grid{ID: "practices", Title: w.say.Labelled(w.word("desk.table.practices"), a.Name), Rows: []GridRow{}, Settings: []Head{
		w.head("level", []Choice{}...), w.told("counts"), w.head("target_level", []Choice{}...), w.head("evidence"), w.head("evidence_date"),
	}}
	g.Settings[0].Kind, g.Settings[2].Kind = "choice", "choice"
	s := readiness.Read(a, c)
	counts := map[string]readiness.Held{}
	for _, h := range s.Held {
		counts[h.Practice] = h
	}
	for i, domain := range c.Domains {
		score := s.Domains[i]
		g.Rows = append(g.Rows, GridRow{ID: "practices/" + domain, Name: label(w.word("domain." + domain)), Strong: true, Settings: []GridCell{label(w.parts(score.Given, score.Of))}})
		for _, p := range c.Practices {
			if p.Domain != domain {
				continue
			}
			at := "readiness/" + a.ID + "/" + p.ID
			levels, targets := "level/"+p.ID, "target/"+p.ID
			g.Sets = append(g.Sets, ChoiceSet{levels, w.slots.choices(levels)}, ChoiceSet{targets, w.slots.choices(targets)})
			row := GridRow{ID: at, Name: label(w.say.Practice(p.ID)), Settings: []GridCell{
				w.ofSet(at+"/level", levels), none, w.ofSet(at+"/target", targets), w.text(at + "/evidence"), w.text(at + "/date"),
			}}
			if target := &row.Settings[2]; target.Value != "" {
				target.Text = w.say.NumberText(target.Value, 0) // its words stand in the list it is chosen from
			}
			if h, judged := counts[p.ID]; judged {
				row.Settings[1] = plain(w.say.Number(money.Int(h.Counts), 0))
				if !h.Proven() {
					row.Settings[1] = plain(w.say.Say("desk.readiness.counts_not", map[string]string{"n": w.say.Number(money.Int(0), 0)}))
				}
			}
			g.Rows = append(g.Rows, row)
		}
	}
	return g
}

// missing lists the gaps, the widest first, and the targets of practices not judged.
func (w pager) missing(gaps []readiness.Gap, unjudged []string) Grid {
	g := Grid{ID: "missing", Title: w.word("desk.table.missing"), Rows: []GridRow{}, Settings: []Head{w.told("level"), w.told("target_level"), w.told("missing"), w.head("proof")}}
	level := func(n int) GridCell { return plain(w.say.Number(money.Int(n), 0)) }
	for _, gap := range gaps {
		proof := "desk.readiness.proven"
		if !gap.Proven {
			proof = "desk.readiness.not_proven"
		}
		g.Rows = append(g.Rows, GridRow{
			ID: "missing/" + gap.Practice, Name: label(w.say.Practice(gap.Practice)),
			Settings: []GridCell{level(gap.Level), level(gap.Target), level(gap.Levels()), label(w.word(proof))},
		})
	}
	for _, id := range unjudged {
		g.Rows = append(g.Rows, GridRow{ID: "missing/" + id, Name: label(w.say.Practice(id)), Settings: []GridCell{none, none, none, label(w.word("desk.readiness.not_judged"))}})
	}
	return g
}

// closers lists the measures that work on the gaps: those of the plan with their page,
// then what else the catalogue has, last the gaps that nothing works on.
func (w pager) closers(closers []readiness.Closer, open []string) (own, others Grid) {
	table := func(id string) Grid {
		return Grid{ID: id, Title: w.word("desk.table." + id), Rows: []GridRow{}, Settings: []Head{w.head("works_on"), w.told("missing"), link(w.head("opens"))}}
	}
	own, others = table("closers"), table("further")
	for _, c := range closers {
		names := []string{}
		for _, id := range c.Practices {
			names = append(names, w.say.Practice(id))
		}
		cells := []GridCell{label(strings.Join(names, w.word("desk.readiness.and"))), plain(w.say.Number(money.Int(c.Missing), 0))}
		if m := planned(w.plan, c.Measure); m != nil {
			own.Rows = append(own.Rows, GridRow{
				ID: "closers/" + c.Measure, Item: m.ID, Name: label(m.Name), Settings: append(cells, linked(w.word("desk.readiness.to_measure"), "measures/"+m.ID)),
			})
			continue
		}
		others.Rows = append(others.Rows, GridRow{
			ID: "further/" + c.Measure, Name: label(w.word("measure." + c.Measure + ".name")), Settings: append(cells, linked(w.word("desk.readiness.to_catalogue"), "measures")),
		})
	}
	for _, id := range open {
		others.Rows = append(others.Rows, GridRow{ID: "further/" + id, Name: label(w.word("desk.readiness.no_measure")), Settings: []GridCell{label(w.say.Practice(id)), none, none}})
	}
	return own, others
}

// planned is the plan's measure made from one of the catalogue; nil if it has none.
func planned(p *plan.Plan, template string) *plan.Measure {
	if m := item(p.Measures, template, measureID); m != nil {
		return m
	}
	return item(p.Measures, template, func(m *plan.Measure) string { return m.Template })
}

// compared tells what changed between two assessments, practice by practice; what did
// not change is counted in the last line.
func (w pager) compared(before, after plan.Assessment, cat readiness.Catalogue) Grid {
	c := readiness.Compare(before, after, cat)
	g := Grid{
		ID: "compared", Rows: []GridRow{}, Settings: []Head{w.told("before"), w.told("after"), w.told("change"), w.head("changed")},
		Title: w.say.Say("desk.table.compared", map[string]string{"before": before.Name, "after": after.Name}),
	}
	level := func(n int) GridCell { return plain(w.say.Number(money.Int(n), 0)) }
	add := func(practice string, cells ...GridCell) {
		g.Rows = append(g.Rows, GridRow{ID: "compared/" + practice, Name: label(w.say.Practice(practice)), Settings: cells})
	}
	for _, list := range []struct {
		word    string
		changes []readiness.Change
	}{{"up", c.Up}, {"down", c.Down}} {
		for _, x := range list.changes {
			add(x.Practice, level(x.Before.Level), level(x.After.Level), plain(w.plus(money.Int(x.Levels()), w.say.Number(money.Int(x.Levels()), 0))), label(w.word("desk.readiness."+list.word)))
		}
	}
	for _, h := range c.New {
		add(h.Practice, none, level(h.Level), none, label(w.word("desk.readiness.new")))
	}
	for _, h := range c.Dropped {
		add(h.Practice, level(h.Level), none, none, label(w.word("desk.readiness.dropped")))
	}
	for _, id := range c.Proved {
		add(id, none, none, none, label(w.word("desk.readiness.proved")))
	}
	for _, id := range c.Lost {
		add(id, none, none, none, label(w.word("desk.readiness.lost")))
	}
	rise := none
	if c.Both > 0 {
		rise = plain(w.plus(c.Rise, w.say.Number(c.Rise, 2)))
	}
	same := w.say.Say("desk.readiness.same", map[string]string{"n": w.say.Number(money.Int(len(c.Same)), 0)})
	g.Rows = append(g.Rows, GridRow{
		ID: "compared/", Name: label(w.say.Say("desk.readiness.both", map[string]string{"n": w.say.Number(money.Int(c.Both), 0)})), Strong: true, Settings: []GridCell{none, none, rise, label(same)},
	})
	return g
}

// told is a column of figures that are no rows of the graph: scores, counts, ranks.
func (w pager) told(name string) Head {
	h := w.head(name)
	h.Kind = "plain"
	return h
}

func link(h Head) Head {
	h.Kind = "link"
	return h
}

// plain is such a figure.
func plain(text string) GridCell { return GridCell{Kind: "plain", Text: text} }

// linked leads to another page.
func linked(text, page string) GridCell { return GridCell{Kind: "link", Text: text, Value: page} }

// ofSet is a choice among those of its own cell.
func (w pager) ofSet(place, set string) GridCell {
	cell := w.choice(place, w.slots.choices(set))
	cell.Of = set
	return cell
}

func (w pager) count(n, of int) GridCell { return plain(w.parts(n, of)) }

func (w pager) parts(n, of int) string {
	return w.say.Say("desk.readiness.of", map[string]string{"n": w.say.Number(money.Int(n), 0), "of": w.say.Number(money.Int(of), 0)})
}

// allProven tells whether every practice is judged, and every level counts.
func allProven(a *plan.Assessment) bool {
	for _, id := range plan.Practices {
		l := judgement(a, id)
		if l == nil || l.Level == nil || *l.Level > 0 && strings.TrimSpace(l.Evidence) == "" {
			return false
		}
	}
	return true
}
