package plan

import (
	"slices"
	"unicode/utf8"

	"outrigger/model/money"
)

// Project is what a donor is asked for: the funding package aimed at, when the project
// runs, and what is charged on top of the plan's own lines.
type Project struct {
	Package  string    `json:"package"`  // id in Packages; empty: none chosen yet
	Start    string    `json:"start"`    // ISO 8601, a day; empty: the first day of the first planned year
	Months   int       `json:"months"`   // 0: all planned years
	Indirect Figure    `json:"indirect"` // share of direct costs, for costs that no line names
	Reserve  Figure    `json:"reserve"`  // share of direct costs, for what cannot be foreseen
	Packages []Package `json:"packages"` // those weighed: copies, so that a plan says the same next year
	Sharing  []Part    `json:"sharing"`  // what several of them are asked for together; none: one pays alone

	Results    []Result    `json:"results"`
	Indicators []Indicator `json:"indicators"`
	Purchases  []Purchase  `json:"purchases"`
	Milestones []Milestone `json:"milestones"`
	Tranches   []Tranche   `json:"tranches"`
	Risks      []Hazard    `json:"risks"`
	Reports    []Report    `json:"reports"`

	Sections []SectionText `json:"sections"` // of the application, as far as they are written
	Papers   []Paper       `json:"papers"`   // that go with it, as far as they are at hand
	Extra    Extra         `json:"-"`
}

// SectionText is a section of an application in the post's own words. Packages that ask
// for a section by the same id share it.
type SectionText struct {
	ID    string `json:"id"` // of PackageSection
	Text  string `json:"text"`
	Extra Extra  `json:"-"`
}

// Paper is a document of an application that is at hand.
type Paper struct {
	ID string `json:"id"` // of PackageDocument

	// Package is the id of the package that it goes to. Empty: every package that asks for
	// one of that id, which is how plans of before say it.
	Package string `json:"package"`
	Extra   Extra  `json:"-"`
}

// AtHand tells whether a document that a package asks for is at hand.
func AtHand(p *Plan, pack, document string) bool {
	return slices.ContainsFunc(p.Project.Papers, func(at Paper) bool {
		return at.ID == document && (at.Package == "" || at.Package == pack)
	})
}

// PutPaper notes whether a document that a package asks for is at hand. Another package that
// asks for one of the same id keeps its own: a certificate may serve both, a donor's form
// does not.
func PutPaper(p *Plan, pack, document string, here bool) {
	var list []Paper
	for _, at := range p.Project.Papers {
		switch {
		case at.ID != document || at.Package != "" && at.Package != pack:
			list = append(list, at)
		case at.Package == "":
			list = append(list, parted(p, at, pack)...)
		}
	}
	if here {
		list = append(list, Paper{ID: document, Package: pack})
	}
	p.Project.Papers = list
}

// parted is a document that is at hand for all packages, said for each of them but one.
func parted(p *Plan, paper Paper, but string) []Paper {
	var list []Paper
	for _, at := range p.Project.Packages {
		asks := slices.ContainsFunc(at.Documents, func(d PackageDocument) bool { return d.ID == paper.ID })
		if asks && at.ID != but {
			list = append(list, Paper{ID: paper.ID, Package: at.ID, Extra: paper.Extra})
		}
	}
	return list
}

// Situation is the section that the post writes once, as the summary of itself.
const Situation = "situation"

// SectionOf is what is written of a section of the application; empty if nothing is.
func SectionOf(p *Plan, id string) string {
	if id == Situation {
		return p.Post.Summary
	}
	for _, s := range p.Project.Sections {
		if s.ID == id {
			return s.Text
		}
	}
	return ""
}

// WriteSection puts the text of a section into the plan; an empty one takes it out.
func WriteSection(p *Plan, id, text string) {
	if id == Situation {
		p.Post.Summary = text
		return
	}
	list := slices.DeleteFunc(slices.Clone(p.Project.Sections), func(s SectionText) bool { return s.ID == id })
	if text != "" {
		list = append(list, SectionText{ID: id, Text: text})
	}
	p.Project.Sections = list
}

// Over tells by how many characters a text goes beyond the limit of a section; 0: it fits,
// or none is stated.
func (s PackageSection) Over(text string) int {
	if s.Limit == 0 {
		return 0
	}
	return max(0, utf8.RuneCountInString(text)-s.Limit)
}

// Result is one step of the chain from what is paid for to what it is for. Its ID is the
// code that lines name as their objective.
type Result struct {
	ID         string `json:"id"`
	Level      string `json:"level"` // impact, outcome or output
	Of         string `json:"of"`    // id of the result it leads to; empty: none
	Text       string `json:"text"`
	Assumption string `json:"assumption"` // what has to hold for it to lead there
	Extra      Extra  `json:"-"`
}

// ResultLevels are the levels of a result, from the farthest.
var ResultLevels = []string{"impact", "outcome", "output"}

// Indicator tells by what a result is known to be reached.
type Indicator struct {
	ID           string `json:"id"`
	Result       string `json:"result"` // id
	Name         string `json:"name"`
	Unit         string `json:"unit"`
	Baseline     Figure `json:"baseline"` // with the year it speaks of
	Targets      Figure `json:"targets"`  // by planned year
	Verification string `json:"verification"`
	Frequency    string `json:"frequency"` // month, quarter, half_year, year or end
	Responsible  string `json:"responsible"`
	Extra        Extra  `json:"-"`
}

// Frequencies are how often something is reported.
var Frequencies = []string{"month", "quarter", "half_year", "year", "end"}

// Purchase is what is tendered together.
type Purchase struct {
	ID     string   `json:"id"`
	Name   string   `json:"name"`
	Lines  []string `json:"lines"`  // ids of lines, or measure/line of a measure's cost
	Method string   `json:"method"` // open, limited, quotes, direct or framework
	Review string   `json:"review"` // prior or post
	Start  string   `json:"start"`  // ISO 8601 days: of the invitation, the award and the end
	Award  string   `json:"award"`
	End    string   `json:"end"`
	Extra  Extra    `json:"-"`
}

// Methods and Reviews are how a purchase is made and looked at.
var (
	Methods = []string{"open", "limited", "quotes", "direct", "framework"}
	Reviews = []string{"prior", "post"}
)

// Milestone is a day by which something is there.
type Milestone struct {
	ID          string `json:"id"`
	Name        string `json:"name"`
	Due         string `json:"due"` // ISO 8601, a day
	Result      string `json:"result"`
	Responsible string `json:"responsible"`
	Extra       Extra  `json:"-"`
}

// Tranche is a part of what is asked for that the donor pays at once, by a day and on a
// condition.
type Tranche struct {
	ID    string `json:"id"`
	Name  string `json:"name"`  // the condition: what it is paid on
	Due   string `json:"due"`   // ISO 8601, a day
	Share Figure `json:"share"` // of all that is asked for
	Extra Extra  `json:"-"`
}

// Hazard is a risk to the project itself, judged on scales from 1 to MaxHazard.
type Hazard struct {
	ID             string `json:"id"`
	Cause          string `json:"cause"`
	Event          string `json:"event"`
	Effect         string `json:"effect"`
	Likelihood     int    `json:"likelihood"`
	Impact         int    `json:"impact"`
	Mitigation     string `json:"mitigation"`
	LeftLikelihood int    `json:"left_likelihood"` // after the mitigation
	LeftImpact     int    `json:"left_impact"`
	Owner          string `json:"owner"`
	Line           string `json:"line"` // id of the line that pays for the mitigation; empty: none
	Extra          Extra  `json:"-"`
}

// MaxHazard is the top of the scales of likelihood and impact.
const MaxHazard = 5

// Report is what the donor is told, and when.
type Report struct {
	ID          string `json:"id"`
	Name        string `json:"name"`
	Frequency   string `json:"frequency"`
	First       string `json:"first"` // ISO 8601, a day
	Responsible string `json:"responsible"`
	Line        string `json:"line"` // id of the line that pays for it; empty: none
	Extra       Extra  `json:"-"`
}

// Package is what one fund or donor gives, to whom and in which form. It is data, dated
// and editable: no call for this purpose was found published in full, so each rule says
// whether it is confirmed.
type Package struct {
	ID        string            `json:"id"`
	Name      string            `json:"name"`  // empty: the words package.<ID>.name
	Owner     string            `json:"owner"` // who gives
	Date      string            `json:"date"`  // ISO 8601, the day the rules were read
	Note      string            `json:"note"`
	Rules     []Rule            `json:"rules"`
	Lines     []PackageLine     `json:"lines"`
	Sections  []PackageSection  `json:"sections"`
	Documents []PackageDocument `json:"documents"`
	Extra     Extra             `json:"-"`
}

// Rule is one condition of a package. Which fields it uses follows from its kind.
type Rule struct {
	ID        string `json:"id"`
	Kind      string `json:"kind"`      // one of RuleKinds
	Confirmed bool   `json:"confirmed"` // read in a text of the fund itself
	Source    string `json:"source"`    // where: an id of the shipped publications, or free text
	Note      string `json:"note"`

	// Any lists, of a status, who may apply (ldc, sids, lldc); of an income, the groups;
	// of a country, ISO 3166-1 codes; of a currency, ISO 4217 codes; of a co-financing,
	// what counts (cash, in_kind).
	Any []string `json:"any"`
	// After is, of a status, for how many months after a graduation it is still taken.
	After int `json:"after"`
	// Least and Most bound: an amount in Currency; a number of months; of indirect, reserve
	// and line a share of the direct costs that the package pays; of a co-financing a share
	// of all costs.
	Least    *money.Number `json:"least"`
	Most     *money.Number `json:"most"`
	Currency string        `json:"currency"`
	Line     string        `json:"line"`    // of a line: its id
	Charged  string        `json:"charged"` // of indirect: who charges it, applicant or fund
	Extra    Extra         `json:"-"`
}

// Part is what one of several packages is asked for, as shares of the plan's costs.
type Part struct {
	ID     string    `json:"id"` // of one of Packages
	Shares []Portion `json:"shares"`
	Extra  Extra     `json:"-"`
}

// Portion is the share of a category's cost, by planned year, that a package is asked for.
type Portion struct {
	ID    string `json:"id"`    // of Categories
	Share Figure `json:"share"` // 0 to 1
	Extra Extra  `json:"-"`
}

// PartOf begins a part with a package: every category that it takes, nothing asked yet.
func PartOf(p Package) Part {
	part := Part{ID: p.ID}
	for _, c := range Categories {
		if p.Takes(c) > 0 {
			part.Shares = append(part.Shares, Portion{ID: c})
		}
	}
	return part
}

// PackageOf finds a package by its id; nil if the project does not have it.
func (p Project) PackageOf(id string) *Package {
	for i := range p.Packages {
		if p.Packages[i].ID == id {
			return &p.Packages[i]
		}
	}
	return nil
}

// RuleKinds are the kinds of rules.
var RuleKinds = []string{"status", "country", "income", "currency", "amount", "months", "cofinancing", "indirect", "reserve", "line", "layout", "deadline"}

// MaxPackages and MaxPackageLines bound what a plan may weigh side by side.
const (
	MaxPackages     = 12
	MaxPackageLines = 14
)

// PackageLine is a line of the donor's own budget: the categories of cost that it takes.
type PackageLine struct {
	ID         string   `json:"id"`         // as the donor numbers it: 1, A, 3.2
	Name       string   `json:"name"`       // empty: the words package.line.<Word>
	Word       string   `json:"word"`       // key of a usual name, such as human_resources
	Categories []string `json:"categories"` // of Categories; none: the line stays empty
	Extra      Extra    `json:"-"`
}

// PackageSection is a part of the application that has to be written.
type PackageSection struct {
	ID    string `json:"id"`    // words package.section.<ID>, unless Name says it
	Name  string `json:"name"`  // in the donor's words
	Limit int    `json:"limit"` // characters; 0: none stated
	Extra Extra  `json:"-"`
}

// PackageDocument is a paper that goes with the application.
type PackageDocument struct {
	ID    string `json:"id"` // words package.document.<ID>, unless Name says it
	Name  string `json:"name"`
	Extra Extra  `json:"-"`
}

// Chosen is the package that the project aims at; nil if none is.
func (p Project) Chosen() *Package {
	return p.PackageOf(p.Package)
}

// Rule finds the first rule of a kind; nil if the package has none.
func (p Package) Rule(kind string) *Rule {
	for i := range p.Rules {
		if p.Rules[i].Kind == kind {
			return &p.Rules[i]
		}
	}
	return nil
}

// Takes is the place, from 1, of the line that takes a category; 0 if none does, so that
// the package does not pay for it.
func (p Package) Takes(category string) int {
	for i, l := range p.Lines {
		for _, c := range l.Categories {
			if c == category {
				return i + 1
			}
		}
	}
	return 0
}

// Untie takes out of the project what refers to lines that the plan had before and has no
// more: purchases, risks and reports stay, without them.
func Untie(p, before *Plan) {
	is := map[string]bool{}
	for _, l := range AllLines(p) {
		is[l.Called] = true
	}
	gone := map[string]bool{}
	for _, l := range AllLines(before) {
		if !is[l.Called] {
			gone[l.Called] = true
		}
	}
	if len(gone) == 0 {
		return
	}
	forget := func(line *string) {
		if gone[*line] {
			*line = ""
		}
	}
	for i := range p.Project.Purchases {
		one := &p.Project.Purchases[i]
		one.Lines = slices.DeleteFunc(slices.Clone(one.Lines), func(l string) bool { return gone[l] })
	}
	for i := range p.Project.Risks {
		forget(&p.Project.Risks[i].Line)
	}
	for i := range p.Project.Reports {
		forget(&p.Project.Reports[i].Line)
	}
}
