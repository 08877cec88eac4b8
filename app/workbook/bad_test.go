package workbook_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"outrigger/app/words"
	"outrigger/model/plan"
)

// A package file whose rules contradict one another is refused whole, and every fault is
// said with its remedy in every language.
func TestContradictoryRulesOfAPackageAreRefusedInWords(t *testing.T) {
	k := open(t)
	p := plan.Clone(k.sample(t, "vanuatu").Plan)
	one := *p.Project.Chosen()
	one.ID = "clash"
	money := func(text string) *plan.Rule { n := number(t, text); return &plan.Rule{Least: &n} }
	high, low := money("500000").Least, money("20000").Least
	one.Rules = append(slices.Clone(one.Rules),
		plan.Rule{ID: "at-least", Kind: "amount", Currency: "USD", Least: high},
		plan.Rule{ID: "at-most", Kind: "amount", Currency: "USD", Most: low},
		plan.Rule{ID: "backwards", Kind: "months", Least: high, Most: low},
		plan.Rule{ID: "nobody", Kind: "country"},
	)
	one.Lines = append(slices.Clone(one.Lines), plan.PackageLine{ID: "again", Categories: []string{"services"}})
	data, err := plan.MarshalPackages([]plan.Package{one})
	if err != nil {
		t.Fatal(err)
	}
	_, findings := plan.ParsePackages(data)
	if !plan.Refused(findings) {
		t.Fatal("the file is taken")
	}
	for _, code := range []string{"rules_clash", "rule_backwards", "rule_empty", "category_twice"} {
		at := slices.IndexFunc(findings, func(f plan.Finding) bool { return strings.HasSuffix(f.Code, code) })
		if at < 0 {
			t.Errorf("nobody says %s: %v", code, findings)
			continue
		}
		for _, l := range words.Languages() {
			if said := k.catalogue.In(l).Finding(findings[at]); strings.ContainsAny(said, "⟨{") || len(said) < 20 {
				t.Errorf("%s: %q", l, said)
			}
		}
	}
}

// The texts of the worst plan: names of people who write in Arabic or with signs in
// pictures, the longest notes that are taken, one of them without a space.
const (
	arabicName = "خدمة تصفية البريد الإلكتروني والمصادقة عليه في مكاتب البريد بالجزر النائية"
	pictured   = "Post office 🏤📮 of the Atoll 🏝️ – mailroom"
)

func worst(t *testing.T, p *plan.Plan) {
	t.Helper()
	note := strings.Repeat("The supplier’s offer was read, compared and filed; 35 % of it is freight. ", 60)[:plan.MaxText-1]
	p.Post.Name, p.Title, p.Post.Contact = pictured, arabicName, "المكتب المالي 💰 <finance@post.example>"
	p.Post.Country = "CHE" // no status that any fund asks for
	p.Drivers[0].Name, p.Team.Roles[0].Name, p.Funding[0].Name = arabicName, pictured, arabicName
	p.Funding[4].Letter, p.Drivers[1].History.Note, p.Project.Risks[0].Mitigation = note, note, note
	p.Project.Indicators[0].Name, p.Project.Purchases[0].Name = pictured, arabicName
	p.Log = append(p.Log, plan.LogEntry{Date: "2026-11-01", Who: pictured, Text: note})
	for i := range 300 {
		l := p.Lines[0]
		l.ID, l.Name, l.Note = fmt.Sprintf("more-%d", i), fmt.Sprintf("%s %d", []string{arabicName, pictured, "Licence"}[i%3], i), note
		if i == 7 {
			l.Note = strings.Repeat("x", plan.MaxText)
		}
		if i == 8 {
			cost := number(t, "9876543.25")
			l.UnitCost.Value, l.UnitCost.Range, l.Currency = &cost, nil, ""
		}
		p.Lines = append(p.Lines, l)
	}
	p.Scenarios = nil
	limit, months := number(t, "24"), &p.Project.Packages
	for i := range *months {
		one := &(*months)[i]
		if one.ID != p.Project.Package {
			continue
		}
		one.Rules = []plan.Rule{
			{ID: "status", Kind: "status", Any: []string{"sids", "ldc"}, Confirmed: true, Note: note},
			{ID: "currency", Kind: "currency", Any: []string{"CHF"}},
			{ID: "months", Kind: "months", Most: &limit},
			{ID: "country", Kind: "country", Any: []string{"FJI", "TUV"}},
		}
		one.Sections = append(one.Sections, plan.PackageSection{ID: "method", Name: arabicName, Limit: 1500})
		one.Note = note
	}
}

// The worst plan that is taken gets all the way into the workbook, in every language: it
// keeps to every rule, nothing is cut or shown as ####, LibreOffice agrees with every
// formula and finds every row high enough in both directions, and the sheet of eligibility says in words what
// stands against the plan.
func TestTheWorstPlanGetsIntoTheWorkbookWhole(t *testing.T) {
	k := open(t)
	p := plan.Clone(k.sample(t, "vanuatu").Plan)
	worst(t, p)
	c := k.built(t, p)
	files := map[string]asked{}
	for _, l := range words.Languages() {
		in := k.request(c, l, "")
		m := k.make(t, in)
		f := k.fileOf(t, m, l)
		for _, r := range rules {
			if r.name == "no word is missing" {
				continue // users may write brackets
			}
			faults := r.judge(f)
			report(t, l+": "+r.name, len(faults), faults)
		}
		k.saysWhatStandsAgainst(t, f)
		if l == "en" || l == "ar" { // one of each direction: the rows are what takes long
			files[l] = asked{data: m.data, paper: in.Words.Say("workbook.sheet.brief", nil), rows: true}
		}
	}
	for l, again := range ask(t, files) {
		n, apart := compare(t, files[l].data, again[""])
		report(t, l, n, apart)
		if again[""].pages != 2 {
			t.Errorf("%s: the brief prints on %d pages", l, again[""].pages)
		}
		for _, low := range again[""].low {
			t.Errorf("%s: %s", l, low)
		}
	}
}

// saysWhatStandsAgainst: the country, the length, the currency are each told as not met,
// with what the plan has and what the fund takes.
func (k kit) saysWhatStandsAgainst(t *testing.T, f file) {
	t.Helper()
	unmet := f.say.Say("funding.state.unmet", nil)
	for _, s := range f.leaves {
		if s.name != f.say.Say("workbook.sheet.eligibility", nil) {
			continue
		}
		told := map[string]string{}
		for _, c := range s.cells {
			if c.col == 4 && c.value == unmet {
				told[s.in(c.row, 1).value] = s.in(c.row, 5).value
			}
		}
		for kind, holds := range map[string][]string{"status": {}, "currency": {"USD", "CHF"}, "months": {"60", "24"}, "country": {}} {
			said, found := told[f.say.Say("funding.rule."+kind, nil)]
			if !found || len(said) < 15 {
				t.Errorf("%s: nothing says that the rule of %s is not met: %q", f.say.Lang(), kind, said)
			}
			for _, part := range holds {
				if !strings.Contains(said, part) {
					t.Errorf("%s: %s: %q does not say %s", f.say.Lang(), kind, said, part)
				}
			}
		}
	}
}
