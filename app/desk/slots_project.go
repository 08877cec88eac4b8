package desk

import (
	"slices"
	"strconv"
	"strings"

	"outrigger/datasets"
	"outrigger/model/plan"
)

func packageID(p *plan.Package) string     { return p.ID }
func resultID(r *plan.Result) string       { return r.ID }
func indicatorID(n *plan.Indicator) string { return n.ID }
func purchaseID(p *plan.Purchase) string   { return p.ID }
func milestoneID(m *plan.Milestone) string { return m.ID }
func trancheID(t *plan.Tranche) string     { return t.ID }
func hazardID(h *plan.Hazard) string       { return h.ID }
func reportID(r *plan.Report) string       { return r.ID }

// project finds the texts and choices of what a donor is asked for.
func (s slots) project(list, rest string) (slot, bool) {
	r := &s.plan.Project
	id, field, _ := strings.Cut(rest, "/")
	switch list {
	case "package":
		return slot{kind: "choice", text: r.Package, of: "packages", blank: true, put: s.aim}, rest == ""
	case "start":
		return free("date", &r.Start), rest == ""
	case "months":
		return s.count(&r.Months, 12*plan.MaxYears), rest == ""
	case "results":
		return s.result(item(r.Results, id, resultID), field)
	case "indicators":
		return s.indicator(item(r.Indicators, id, indicatorID), field)
	case "purchases":
		return s.purchase(item(r.Purchases, id, purchaseID), field)
	case "milestones":
		return s.milestone(item(r.Milestones, id, milestoneID), field)
	case "tranches":
		return s.tranche(item(r.Tranches, id, trancheID), field)
	case "risks":
		return s.hazard(item(r.Risks, id, hazardID), field)
	case "reports":
		return s.report(item(r.Reports, id, reportID), field)
	case "sections":
		return s.section(rest)
	case "papers":
		return s.paper(rest)
	case "lines":
		at := strings.LastIndexByte(rest, '/')
		if at < 0 {
			return slot{}, false
		}
		return s.lineTies(rest[:at], rest[at+1:])
	}
	return slot{}, false
}

// aim chooses a package. The first choice brings all shipped ones into the plan, to be
// weighed side by side.
func (s slots) aim(id string) {
	r := &s.plan.Project
	shipped, err := datasets.LoadPackages()
	if err == nil && id != "" && item(r.Packages, id, packageID) == nil {
		plan.TakePackages(s.plan, slices.DeleteFunc(shipped.Catalogue(), func(p plan.Package) bool { return item(r.Packages, p.ID, packageID) != nil }))
	}
	r.Package = id
}

// packages are those of the plan, then the shipped ones that it does not have.
func (s slots) packages() []Choice {
	all := []Choice{{"", s.say.Say("desk.choice.no_package", nil)}}
	for _, p := range s.plan.Project.Packages {
		all = append(all, Choice{p.ID, s.say.PackageName(p)})
	}
	shipped, err := datasets.LoadPackages()
	if err != nil {
		return all
	}
	for _, p := range shipped.Catalogue() {
		if item(s.plan.Project.Packages, p.ID, packageID) == nil {
			all = append(all, Choice{p.ID, s.say.PackageName(p)})
		}
	}
	return all
}

// count is a whole number from nought; nought is nothing said.
func (s slots) count(at *int, most int) slot {
	text := ""
	if *at != 0 {
		text = strconv.Itoa(*at)
	}
	return slot{kind: "whole", text: text, blank: true, put: func(t string) {
		*at = min(max(0, int(whole(t))), most)
	}}
}

// scale is a judgement from 1 to the top of the scale; nought is none.
func (s slots) scale(at *int) slot {
	return slot{kind: "choice", text: strconv.Itoa(*at), of: "scale", put: func(t string) { *at = int(whole(t)) }}
}

func (s slots) result(r *plan.Result, field string) (slot, bool) {
	if r == nil {
		return slot{}, false
	}
	switch field {
	case "code":
		at := name(&r.ID)
		at.put = func(code string) { s.recode(r, strings.TrimSpace(code)) }
		return at, true
	case "level":
		return pick(&r.Level, "result_level"), true
	case "of":
		return pick(&r.Of, "results"), true
	case "text":
		return name(&r.Text), true
	case "assumption":
		return free("long", &r.Assumption), true
	}
	return slot{}, false
}

// recode gives a result another code, and all that name it along with it. A code that
// another result has stays with that one.
func (s slots) recode(r *plan.Result, code string) {
	was, p := r.ID, &s.plan.Project
	if code == was || item(p.Results, code, resultID) != nil {
		return
	}
	r.ID = code
	follow := func(at *string) {
		if *at == was {
			*at = code
		}
	}
	for i := range p.Results {
		follow(&p.Results[i].Of)
	}
	for i := range p.Indicators {
		follow(&p.Indicators[i].Result)
	}
	for i := range p.Milestones {
		follow(&p.Milestones[i].Result)
	}
	for i := range s.plan.Lines {
		follow(&s.plan.Lines[i].Objective)
	}
	for i := range s.plan.Measures {
		for j := range s.plan.Measures[i].Costs {
			follow(&s.plan.Measures[i].Costs[j].Objective)
		}
	}
}

func (s slots) indicator(n *plan.Indicator, field string) (slot, bool) {
	if n == nil {
		return slot{}, false
	}
	switch field {
	case "name":
		return name(&n.Name), true
	case "result":
		return pick(&n.Result, "results"), true
	case "unit":
		return free("text", &n.Unit), true
	case "verification":
		return free("text", &n.Verification), true
	case "frequency":
		return pick(&n.Frequency, "frequency"), true
	case "responsible":
		return free("text", &n.Responsible), true
	}
	return slot{}, false
}

func (s slots) purchase(p *plan.Purchase, field string) (slot, bool) {
	if p == nil {
		return slot{}, false
	}
	switch field {
	case "name":
		return name(&p.Name), true
	case "method":
		return pick(&p.Method, "method"), true
	case "review":
		return pick(&p.Review, "review"), true
	case "start":
		return free("date", &p.Start), true
	case "award":
		return free("date", &p.Award), true
	case "end":
		return free("date", &p.End), true
	}
	return slot{}, false
}

func (s slots) milestone(m *plan.Milestone, field string) (slot, bool) {
	if m == nil {
		return slot{}, false
	}
	switch field {
	case "name":
		return name(&m.Name), true
	case "due":
		return free("date", &m.Due), true
	case "result":
		return pick(&m.Result, "results"), true
	case "responsible":
		return free("text", &m.Responsible), true
	}
	return slot{}, false
}

func (s slots) tranche(t *plan.Tranche, field string) (slot, bool) {
	if t == nil {
		return slot{}, false
	}
	switch field {
	case "name":
		return name(&t.Name), true
	case "due":
		return free("date", &t.Due), true
	}
	return slot{}, false
}

func (s slots) hazard(h *plan.Hazard, field string) (slot, bool) {
	if h == nil {
		return slot{}, false
	}
	texts := map[string]*string{"cause": &h.Cause, "effect": &h.Effect, "mitigation": &h.Mitigation, "owner": &h.Owner}
	scales := map[string]*int{"likelihood": &h.Likelihood, "impact": &h.Impact, "left_likelihood": &h.LeftLikelihood, "left_impact": &h.LeftImpact}
	switch {
	case field == "event":
		return name(&h.Event), true
	case field == "line":
		return pick(&h.Line, "all_lines"), true
	case texts[field] != nil:
		return free("text", texts[field]), true
	case scales[field] != nil:
		return s.scale(scales[field]), true
	}
	return slot{}, false
}

func (s slots) report(r *plan.Report, field string) (slot, bool) {
	if r == nil {
		return slot{}, false
	}
	switch field {
	case "name":
		return name(&r.Name), true
	case "frequency":
		return pick(&r.Frequency, "frequency"), true
	case "first":
		return free("date", &r.First), true
	case "responsible":
		return free("text", &r.Responsible), true
	case "line":
		return pick(&r.Line, "all_lines"), true
	}
	return slot{}, false
}

// lineTies are the result that a line is for and the purchase it belongs to.
func (s slots) lineTies(called, field string) (slot, bool) {
	known := slices.ContainsFunc(plan.AllLines(s.plan), func(l plan.NamedLine) bool { return l.Called == called })
	if !known {
		return slot{}, false
	}
	switch field {
	case "result":
		if m, l, deeper := strings.Cut(called, "/"); deeper {
			if in := item(s.plan.Measures, m, measureID); in != nil {
				return pick(&item(in.Costs, l, lineID).Objective, "results"), true
			}
		}
		if l := item(s.plan.Lines, called, lineID); l != nil {
			return pick(&l.Objective, "results"), true
		}
	case "purchase":
		return slot{kind: "choice", text: s.boughtIn(called), of: "purchases", blank: true, put: func(id string) { s.buy(called, id) }}, true
	}
	return slot{}, false
}

func (s slots) boughtIn(line string) string {
	for _, p := range s.plan.Project.Purchases {
		if slices.Contains(p.Lines, line) {
			return p.ID
		}
	}
	return ""
}

func (s slots) buy(line, purchase string) {
	all := s.plan.Project.Purchases
	for i := range all {
		all[i].Lines = slices.DeleteFunc(slices.Clone(all[i].Lines), func(l string) bool { return l == line })
		if all[i].ID == purchase {
			all[i].Lines = append(all[i].Lines, line)
		}
	}
}

// undertaken are the choices of what a donor is asked for.
func (s slots) undertaken(kind string) []Choice {
	none := func(key string, more ...Choice) []Choice {
		return append([]Choice{{"", s.say.Say("desk.choice."+key, nil)}}, more...)
	}
	r := s.plan.Project
	switch kind {
	case "packages":
		return s.packages()
	case "result_level":
		return s.spoken("common.result.", plan.ResultLevels...)
	case "results":
		var all []Choice
		for _, one := range r.Results {
			all = append(all, Choice{one.ID, one.ID + "  " + one.Text})
		}
		return none("no_result", all...)
	case "frequency":
		return none("no_frequency", s.spoken("common.frequency.", plan.Frequencies...)...)
	case "method":
		return s.spoken("common.method.", plan.Methods...)
	case "review":
		return none("no_review", s.spoken("common.review.", plan.Reviews...)...)
	case "purchases":
		var all []Choice
		for _, one := range r.Purchases {
			all = append(all, Choice{one.ID, one.Name})
		}
		return none("no_purchase", all...)
	case "all_lines":
		var all []Choice
		for _, l := range plan.AllLines(s.plan) {
			all = append(all, Choice{l.Called, l.Name})
		}
		return none("no_line", all...)
	case "scale":
		all := none("not_judged")
		all[0].ID = "0"
		for n := 1; n <= plan.MaxHazard; n++ {
			all = append(all, Choice{strconv.Itoa(n), strconv.Itoa(n)})
		}
		return all
	}
	return []Choice{}
}
