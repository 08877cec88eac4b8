package plan

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"outrigger/model/money"
	"outrigger/model/span"
)

func (c checker) project() {
	r := c.p.Project
	c.day(r.Start, "project/start")
	if r.Months < 0 || r.Months > 12*MaxYears {
		c.fs.add("project_months", "project/months", "value", strconv.Itoa(r.Months), "limit", strconv.Itoa(12*MaxYears))
	}
	if r.Package != "" && r.Chosen() == nil {
		c.fs.add("unknown", "project/package", "value", r.Package)
	}
	if len(r.Packages) > MaxPackages {
		c.fs.add("many_packages", "project/packages", "limit", strconv.Itoa(MaxPackages))
	}
	c.packages("project/packages")
	c.sharing()
	c.sections()
	c.results()
	c.undertakings()
}

// sharing: each package stands once, each category once in it.
func (c checker) sharing() {
	seen := map[string]bool{}
	for _, part := range c.p.Project.Sharing {
		at := "project/sharing/" + part.ID
		if c.p.Project.PackageOf(part.ID) == nil {
			c.fs.add("unknown", at, "value", part.ID)
		}
		if seen[part.ID] {
			c.fs.add("id_twice", at, "value", part.ID)
		}
		seen[part.ID] = true
		has := map[string]bool{}
		for _, one := range part.Shares {
			if !slices.Contains(Categories, one.ID) {
				c.choice(at+"/"+one.ID, one.ID, strings.Join(Categories, ", "))
			}
			if has[one.ID] {
				c.fs.add("id_twice", at+"/"+one.ID, "value", one.ID)
			}
			has[one.ID] = true
		}
	}
}

// sections warns of a text that is longer than the package aimed at takes.
func (c checker) sections() {
	seen := map[string]bool{}
	for _, s := range c.p.Project.Sections {
		if seen[s.ID] {
			c.fs.add("id_twice", "project/sections/"+s.ID, "value", s.ID)
		}
		seen[s.ID] = true
	}
	chosen := c.p.Project.Chosen()
	if chosen == nil {
		return
	}
	for _, s := range chosen.Sections {
		text := SectionOf(c.p, s.ID)
		if s.Over(text) > 0 {
			c.fs.warn("section_long", "project/sections/"+s.ID, "section", s.ID, "characters", strconv.Itoa(utf8.RuneCountInString(text)), "limit", strconv.Itoa(s.Limit))
		}
	}
}

// results checks what the project is for and how that is known.
func (c checker) results() {
	r := c.p.Project
	levels := map[string]string{}
	for _, one := range r.Results {
		levels[one.ID] = one.Level
	}
	for _, one := range r.Results {
		at := "project/results/" + one.ID
		if !slices.Contains(ResultLevels, one.Level) {
			c.choice(at+"/level", one.Level, strings.Join(ResultLevels, ", "))
		}
		if one.Of == "" {
			continue
		}
		above, known := levels[one.Of]
		switch {
		case !known:
			c.fs.add("unknown", at+"/of", "value", one.Of)
		case slices.Index(ResultLevels, above) >= slices.Index(ResultLevels, one.Level):
			c.fs.add("result_order", at+"/of", "value", one.ID, "above", one.Of)
		}
	}
	for _, one := range r.Indicators {
		at := "project/indicators/" + one.ID
		if _, known := levels[one.Result]; !known {
			c.fs.add("unknown", at+"/result", "value", one.Result)
		}
		c.often(one.Frequency, at)
	}
	for _, l := range AllLines(c.p) {
		if _, known := levels[l.Objective]; !known && l.Objective != "" && len(levels) > 0 {
			c.fs.warn("objective_unknown", l.At+"/objective", "value", l.Objective)
		}
	}
}

func (c checker) often(frequency, at string) {
	if frequency != "" && !slices.Contains(Frequencies, frequency) {
		c.choice(at+"/frequency", frequency, strings.Join(Frequencies, ", "))
	}
}

// undertakings checks purchases, milestones, risks and reports.
func (c checker) undertakings() {
	r := c.p.Project
	lines, results := map[string]bool{}, map[string]bool{"": true}
	for _, l := range AllLines(c.p) {
		lines[l.Called] = true
	}
	for _, one := range r.Results {
		results[one.ID] = true
	}
	known := func(set map[string]bool, id, at string) {
		if !set[id] {
			c.fs.add("unknown", at, "value", id)
		}
	}
	bought := map[string]string{}
	for _, one := range r.Purchases {
		at := "project/purchases/" + one.ID
		for _, l := range one.Lines {
			known(lines, l, at+"/lines")
			if before := bought[l]; before != "" {
				c.fs.add("bought_twice", at+"/lines", "line", l, "before", before)
			}
			bought[l] = one.ID
		}
		if !slices.Contains(Methods, one.Method) {
			c.choice(at+"/method", one.Method, strings.Join(Methods, ", "))
		}
		if one.Review != "" && !slices.Contains(Reviews, one.Review) {
			c.choice(at+"/review", one.Review, strings.Join(Reviews, ", "))
		}
		days := []string{one.Start, one.Award, one.End}
		for i, day := range days {
			c.day(day, at+"/"+[]string{"start", "award", "end"}[i])
			if i > 0 && day != "" && days[i-1] > day {
				c.fs.add("days_backwards", at, "first", days[i-1], "second", day)
			}
		}
	}
	for _, one := range r.Milestones {
		c.day(one.Due, "project/milestones/"+one.ID+"/due")
		known(results, one.Result, "project/milestones/"+one.ID+"/result")
	}
	c.tranches()
	lines[""] = true
	for _, one := range r.Risks {
		at := "project/risks/" + one.ID
		for _, n := range []int{one.Likelihood, one.Impact, one.LeftLikelihood, one.LeftImpact} {
			if n < 0 || n > MaxHazard {
				c.fs.add("hazard_scale", at, "value", strconv.Itoa(n), "limit", strconv.Itoa(MaxHazard))
			}
		}
		known(lines, one.Line, at+"/line")
	}
	for _, one := range r.Reports {
		at := "project/reports/" + one.ID
		c.day(one.First, at+"/first")
		c.often(one.Frequency, at)
		known(lines, one.Line, at+"/line")
	}
}

// tranches checks that every tranche is paid in a planned year, and that together they pay
// all that is asked for.
func (c checker) tranches() {
	var sum money.Number
	for _, one := range c.p.Project.Tranches {
		at := "project/tranches/" + one.ID
		c.day(one.Due, at+"/due")
		if _, planned := one.Year(c.p); !planned {
			c.fs.warn("tranche_when", at+"/due", "name", one.Name, "first", c.label(c.p.Years.LastActual+1), "last", c.label(c.p.Years.Last))
		}
		if one.Share.Value != nil { // one without a share pays nothing, and the sum says so
			sum, _ = sum.Add(*one.Share.Value)
		}
	}
	if hundred, _ := sum.Mul(money.Int(100)); len(c.p.Project.Tranches) > 0 && !sum.Equal(money.Int(1)) {
		c.fs.warn("tranche_sum", "project/tranches", "percent", money.Canonical(hundred))
	}
}

func (c checker) label(y span.Year) string { return y.Label(c.p.Years.StartMonth) }

// Year is the planned fiscal year in which a tranche is paid; false if there is none.
func (t Tranche) Year(p *Plan) (span.Year, bool) {
	for _, year := range p.Axis().Planned() {
		if year.Holds(t.Due, p.Years.StartMonth) {
			return year, true
		}
	}
	return 0, false
}

// NamedLine is a line of the plan or of one of its measures, and what it is called by.
type NamedLine struct {
	Line
	Called, At string // lines name it so in purchases; and its place in the plan
}

// AllLines lists the lines of the plan and of its measures; a measure's are called
// measure/line.
func AllLines(p *Plan) []NamedLine {
	var all []NamedLine
	for _, l := range p.Lines {
		all = append(all, NamedLine{l, l.ID, "lines/" + l.ID})
	}
	for _, m := range p.Measures {
		for _, l := range m.Costs {
			all = append(all, NamedLine{l, m.ID + "/" + l.ID, "measures/" + m.ID + "/costs/" + l.ID})
		}
	}
	return all
}

// packages checks the funding packages of a plan or of a file.
func (c checker) packages(room string) {
	seen := map[string]bool{}
	for _, p := range c.p.Project.Packages {
		place := room + "/" + p.ID
		switch {
		case !idPattern.MatchString(p.ID):
			c.fs.add("id", place, "value", p.ID)
		case seen[p.ID]:
			c.fs.add("id_twice", place, "value", p.ID)
		}
		seen[p.ID] = true
		c.day(p.Date, place+"/date")
		c.packageLines(p, place)
		c.packageRules(p, place)
		for _, s := range p.Sections {
			if s.Limit < 0 {
				c.fs.add("rule_number", place+"/sections/"+s.ID, "value", strconv.Itoa(s.Limit))
			}
		}
	}
}

// packageLines: each category counts in one line at most, or money would count twice.
func (c checker) packageLines(p Package, place string) {
	if len(p.Lines) == 0 {
		c.fs.add("package_lines", place+"/lines")
	}
	if len(p.Lines) > MaxPackageLines {
		c.fs.add("many_package_lines", place+"/lines", "limit", strconv.Itoa(MaxPackageLines))
	}
	taken, ids := map[string]string{}, map[string]bool{}
	for _, l := range p.Lines {
		at := place + "/lines/" + l.ID
		if l.ID == "" {
			c.fs.add("missing", at)
		} else if ids[l.ID] {
			c.fs.add("id_twice", at, "value", l.ID)
		}
		ids[l.ID] = true
		for _, category := range l.Categories {
			if !slices.Contains(Categories, category) {
				c.choice(at+"/categories", category, strings.Join(Categories, ", "))
			}
			if before := taken[category]; before != "" {
				c.fs.add("category_twice", at+"/categories", "category", category, "line", l.ID, "before", before)
			}
			taken[category] = l.ID
		}
	}
}

// ruleWords are what may stand in Any of a kind of rule; kinds left out have forms of
// their own, or none.
var ruleWords = map[string][]string{
	"status":      {"ldc", "sids", "lldc"},
	"income":      {"low", "lower-middle", "upper-middle", "high"},
	"cofinancing": {"cash", "in_kind"},
}

func (c checker) packageRules(p Package, place string) {
	kinds := map[string]Rule{}
	for _, r := range p.Rules {
		at := place + "/rules/" + or(r.ID, r.Kind)
		if !slices.Contains(RuleKinds, r.Kind) {
			c.choice(at+"/kind", r.Kind, strings.Join(RuleKinds, ", "))
			continue
		}
		// Two rules of one kind are both to be kept; they clash if nothing keeps both.
		if before, has := kinds[r.Kind]; has && r.Kind == "amount" && before.Currency == r.Currency && apart(before, r) {
			c.fs.add("rules_clash", at, "kind", r.Kind)
		}
		if _, has := kinds[r.Kind]; !has {
			kinds[r.Kind] = r
		}
		if r.Least != nil && r.Most != nil && r.Least.Cmp(*r.Most) > 0 {
			c.fs.add("rule_backwards", at, "least", money.Canonical(*r.Least), "most", money.Canonical(*r.Most))
		}
		c.ruleWords(r, at)
		c.ruleNumbers(r, at, p)
	}
}

// apart tells whether no figure keeps both rules.
func apart(a, b Rule) bool {
	over := func(x, y Rule) bool { return x.Least != nil && y.Most != nil && x.Least.Cmp(*y.Most) > 0 }
	return over(a, b) || over(b, a)
}

func (c checker) ruleWords(r Rule, at string) {
	for _, word := range r.Any {
		switch {
		case r.Kind == "currency":
			if _, known := money.ByCode(word); !known {
				c.fs.add("currency", at, "value", word)
			}
		case r.Kind == "country":
			if !country.MatchString(word) {
				c.fs.add("country", at, "value", word)
			}
		case !slices.Contains(ruleWords[r.Kind], word):
			c.choice(at+"/any", word, strings.Join(ruleWords[r.Kind], ", "))
		}
	}
	if len(r.Any) == 0 && slices.Contains([]string{"status", "income", "country", "currency"}, r.Kind) {
		c.fs.add("rule_empty", at)
	}
	if r.After < 0 {
		c.fs.add("rule_number", at, "value", strconv.Itoa(r.After))
	}
}

func (c checker) ruleNumbers(r Rule, at string, p Package) {
	share := slices.Contains([]string{"cofinancing", "indirect", "reserve", "line"}, r.Kind)
	for _, n := range []*money.Number{r.Least, r.Most} {
		switch {
		case n == nil:
		case n.IsNeg():
			c.fs.add("rule_number", at, "value", money.Canonical(*n))
		case share && n.Cmp(money.Int(1)) > 0:
			c.fs.add("rule_share", at, "value", money.Canonical(*n))
		case r.Kind == "months" && !money.Round(*n, 0).Equal(*n):
			c.fs.add("rule_number", at, "value", money.Canonical(*n))
		}
	}
	switch r.Kind {
	case "amount":
		if _, known := money.ByCode(r.Currency); !known {
			c.fs.add("currency", at, "value", r.Currency)
		}
	case "line":
		if !slices.ContainsFunc(p.Lines, func(l PackageLine) bool { return l.ID == r.Line }) {
			c.fs.add("unknown", at+"/line", "value", r.Line)
		}
	}
	if !slices.Contains([]string{"", "applicant", "fund"}, r.Charged) {
		c.choice(at+"/charged", r.Charged, "applicant, fund")
	}
}
