package desk

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"outrigger/model/funding"
	"outrigger/model/money"
	"outrigger/model/plan"
)

// section is a part of the application in the post's own words.
func (s slots) section(id string) (slot, bool) {
	if id == plan.Situation || id == "" {
		return slot{}, false // it is written on the page of the post
	}
	return slot{kind: "long", text: plan.SectionOf(s.plan, id), blank: true, put: func(text string) { plan.WriteSection(s.plan, id, text) }}, true
}

// paper tells whether a document that a package asks for is at hand: <package>/<document>.
func (s slots) paper(of string) (slot, bool) {
	pack, id, _ := strings.Cut(of, "/")
	at := slot{kind: "choice", text: "no", of: "at_hand", put: func(text string) { plan.PutPaper(s.plan, pack, id, text == "yes") }}
	if plan.AtHand(s.plan, pack, id) {
		at.text = "yes"
	}
	return at, id != ""
}

// sectionFields are the parts of the application to be written, each with its length.
func (w pager) sectionFields() []Field {
	var all []Field
	for _, one := range w.plan.Project.Chosen().Sections {
		if one.ID == plan.Situation {
			continue
		}
		text := plan.SectionOf(w.plan, one.ID)
		all = append(all, Field{
			Place: "project/sections/" + one.ID, Label: w.say.PackageSection(one), Kind: "long", Text: text, Cell: none,
			Group: w.word("desk.group.sections"), Help: w.length(one, text), Last: true,
		})
	}
	return all
}

// length says how many characters a section has, and how many it may have.
func (w pager) length(one plan.PackageSection, text string) string {
	args := map[string]string{
		"n": w.say.Number(money.Int(utf8.RuneCountInString(text)), 0), "limit": w.say.Number(money.Int(one.Limit), 0), "over": w.say.Number(money.Int(one.Over(text)), 0),
	}
	switch {
	case one.Over(text) > 0:
		return w.say.Say("desk.section.over", args)
	case one.Limit > 0:
		return w.say.Say("desk.section.of", args)
	}
	return w.say.Say("desk.section.length", args)
}

// sections tells how complete each part of the application is, what else the plan holds
// for it, and where to go.
func (w pager) sections() Grid {
	g := w.table("package_sections", w.head("complete"), w.head("characters"), w.head("in_plan"), link(w.head("written_on")))
	g.Years = false
	for _, one := range w.plan.Project.Chosen().Sections {
		text := plan.SectionOf(w.plan, one.ID)
		state := "filled"
		switch {
		case one.Over(text) > 0:
			state = "too_long"
		case strings.TrimSpace(text) == "":
			state = "empty"
		}
		held, page := w.held(one.ID)
		where := label(w.word("desk.section.below"))
		if page != "" {
			where = linked(w.word("desk.step."+page), page)
		}
		g.Rows = append(g.Rows, GridRow{
			ID: "package/sections/" + one.ID, Name: label(w.say.PackageSection(one)), Strong: state != "filled",
			Settings: []GridCell{label(w.word("desk.section." + state)), label(w.length(one, text)), label(held), where},
		})
	}
	return g
}

// held tells what the plan holds for a part of the application besides its text, and on
// which page; empty where it has nothing of the kind.
func (w pager) held(section string) (said, page string) {
	r := w.plan.Project
	levels := func(of ...string) int {
		n := 0
		for _, one := range r.Results {
			if slices.Contains(of, one.Level) {
				n++
			}
		}
		return n
	}
	say := func(key string, pairs ...string) string {
		args := map[string]string{}
		for i := 0; i+1 < len(pairs); i += 2 {
			args[pairs[i]] = pairs[i+1]
		}
		return w.say.Say("desk.section.held."+key, args)
	}
	n := strconv.Itoa
	switch section {
	case plan.Situation:
		return say("situation", "drivers", n(len(w.plan.Drivers)), "assessments", n(len(w.plan.Readiness))), "post"
	case "objectives":
		return say("objectives", "n", n(levels("impact", "outcome"))), "project"
	case "results":
		return say("results", "outputs", n(levels("output")), "indicators", n(len(r.Indicators))), "project"
	case "method":
		return say("method", "measures", n(len(w.plan.Measures)), "milestones", n(len(r.Milestones))), "project"
	case "financial":
		lines := plan.AllLines(w.plan)
		noted := 0
		for _, l := range lines {
			if l.Note != "" {
				noted++
			}
		}
		return say("financial", "lines", n(len(lines)), "noted", n(noted), "sources", n(len(w.plan.Funding))), "budget"
	case "risks":
		return say("risks", "n", n(len(r.Risks))), "project"
	case "monitoring":
		return say("monitoring", "n", n(len(r.Reports))), "project"
	case "procurement":
		return say("procurement", "n", n(len(r.Purchases))), "project"
	}
	return "", ""
}

// papers are the documents that go with the application, and its deadlines.
func (w pager) papers() Grid {
	at := w.slots.choices("at_hand")
	g := w.table("package_papers", w.head("at_hand", at...), w.head("answer"))
	g.Years = false
	chosen := w.plan.Project.Chosen()
	for _, one := range chosen.Documents {
		g.Rows = append(g.Rows, GridRow{
			ID: "package/papers/" + one.ID, Name: label(w.say.PackageDocument(one)), Settings: []GridCell{w.choice("project/papers/"+chosen.ID+"/"+one.ID, at)},
		})
	}
	for _, rule := range chosen.Rules {
		if rule.Kind != "deadline" {
			continue
		}
		confirmed := w.word("funding.unconfirmed")
		if rule.Confirmed {
			confirmed = w.word("funding.confirmed")
		}
		g.Rows = append(g.Rows, GridRow{
			ID: "package/deadlines/" + rule.ID, Name: label(w.word("funding.rule.deadline")), Settings: []GridCell{none, label(w.say.RuleAsks(rule) + " " + confirmed)},
		})
	}
	if start, end, _ := funding.Span(w.plan); len(g.Rows) > 0 {
		g.Rows = append(g.Rows, GridRow{
			ID: "package/span", Name: label(w.word("desk.papers.span")),
			Settings: []GridCell{none, label(w.say.Say("desk.papers.from_to", map[string]string{"start": w.say.DateText(start), "end": w.say.DateText(end)}))},
		})
	}
	return g
}
