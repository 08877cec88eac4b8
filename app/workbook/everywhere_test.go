package workbook_test

import (
	"crypto/sha256"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"outrigger/app/words"
	"outrigger/app/workbook"
	"outrigger/datasets"
	"outrigger/model/chain"
	"outrigger/model/plan"
)

// The workbook proves itself, in every sample, for every funding package, in every
// language: it keeps to every rule read from its own parts, is the same bytes when written
// again, and has the formulas of the other languages; and LibreOffice, working out every
// formula anew, shows in every formula cell what the program gives, in every scenario, and
// what must move, and nothing else, when a cost, a grant or a measure changes.
//
// The formulas of a sample's workbooks are the same whichever package the plan aims at,
// but for those of the sheet of eligibility; the test asserts it. So LibreOffice opens one
// workbook of a sample and language, is given the number of each package, and types the
// formulas of that package's eligibility.
func TestItProvesItselfForEverySamplePackageAndLanguage(t *testing.T) {
	k := open(t)
	for _, name := range datasets.SampleNames() {
		t.Run(name, func(t *testing.T) {
			t.Parallel() // each sample asks a LibreOffice of its own
			w := k.walk(t, name)
			w.ask()
			for n := range w.c.Plan.Project.Packages {
				w.prove(n)
			}
			t.Logf("%d workbooks, %d of them recalculated in %d ways", w.files, len(w.again), w.shows)
		})
	}
}

// walk is the way through all packages and languages of a sample.
type walk struct {
	k     kit
	t     *testing.T
	name  string
	c     *chain.Case
	moves []move

	once         map[string][sha256.Size]byte // the workbooks as first written, by package and language
	again        map[string]map[string]shown  // by language and change
	based        map[string]map[string]string // the formulas of the sample's own workbooks, by language
	files, shows int
}

func (k kit) walk(t *testing.T, name string) *walk {
	c := k.sample(t, name)
	return &walk{k: k, t: t, name: name, c: c, moves: movesOf(t, c, k.made(t, name, "en"))}
}

// aimed is the sample's case with the nth of its packages as the one it aims at.
func (w *walk) aimed(n int) *chain.Case {
	id := w.c.Plan.Project.Packages[n].ID
	if id == w.c.Plan.Project.Package {
		return w.c
	}
	p := plan.Clone(w.c.Plan)
	p.Project.Package = id
	c, findings := chain.Build(p, w.k.facts.FactsFor(p.Post.Country))
	if c == nil {
		w.t.Fatal(findings)
	}
	return c
}

// asking is the name of a change: a package by number, with a scenario or a move.
func asking(n int, also string) string { return fmt.Sprint(n, " ", also) }

// ask writes the workbook of every package and language, and lets LibreOffice work out all
// changes.
func (w *walk) ask() {
	files := map[string]asked{}
	w.once = map[string][sha256.Size]byte{}
	for n := range w.c.Plan.Project.Packages {
		c := w.aimed(n)
		for _, l := range words.Languages() {
			data := w.k.write(w.t, c, l, "")
			w.once[asking(n, l)] = sha256.Sum256(data)
			base, say := w.k.made(w.t, w.name, l), w.k.catalogue.In(l)
			if n == 0 {
				files[l] = asked{data: base.data, changes: map[string][]put{}, paper: say.Say("workbook.sheet.brief", nil), rows: true, later: true}
			}
			aim := append([]put{{at: base.entry(w.t, string(w.c.Funding.Chosen), 0), n: float64(n + 1)}}, w.eligible(n, unzip(w.t, data), l)...)
			with := func(also string, more ...put) { files[l].changes[asking(n, also)] = append(more, aim...); w.shows++ }
			with("")
			inputs := say.Say("workbook.sheet.inputs", nil)
			first, _ := lineOf(w.t, base.file(w.t), inputs, say.Say("workbook.scenario.base", nil))
			for i, s := range w.c.Plan.Scenarios {
				with(s.ID, put{at: base.entry(w.t, workbook.ScenarioEntry, 0), like: spot{inputs, cellAt(1, first+i+1)}})
			}
			for _, m := range w.moves {
				with(m.name, put{at: base.entry(w.t, m.input, m.year), n: m.to})
			}
		}
	}
	w.based = map[string]map[string]string{}
	for l, file := range files {
		w.based[l] = formulasOf(unzip(w.t, file.data).sheets())
	}
	w.again = ask(w.t, files)
}

// eligible are the formulas of the sheet of eligibility in the workbook of a package, as they
// are typed into that of the package that the sample aims at.
func (w *walk) eligible(n int, p parts, language string) []put {
	if w.c.Plan.Project.Packages[n].ID == w.c.Plan.Project.Package {
		return nil
	}
	var all []put
	for _, s := range p.sheets() {
		if s.name != w.k.catalogue.In(language).Say("workbook.sheet.eligibility", nil) {
			continue
		}
		for _, c := range s.cells {
			if c.formula != "" {
				all = append(all, put{at: spot{s.name, c.name}, formula: c.formula})
			}
		}
	}
	return all
}

// prove holds all workbooks of a package against what LibreOffice shows.
func (w *walk) prove(n int) {
	c := w.aimed(n)
	var english map[string]string
	for _, l := range words.Languages() {
		label := fmt.Sprintf("%s, package %d, %s", w.name, n+1, l)
		in := w.k.request(c, l, "")
		m := w.k.make(w.t, in)
		f := w.k.fileOf(w.t, m, l)
		w.files++
		for _, r := range rules {
			w.report(label+": "+r.name, r.judge(f))
		}
		if sha256.Sum256(m.data) != w.once[asking(n, l)] { // of a case calculated anew
			w.t.Errorf("%s: two workbooks of one plan differ", label)
		}
		formulas, base := formulasOf(f.leaves), w.based[l]
		if english == nil {
			english = formulas
		}
		w.report(label+", beside English", formulasApart(english, formulas))
		eligibility := fmt.Sprintf("'%d'!", slices.Index(m.Sheets, in.Words.Say("workbook.sheet.eligibility", nil)))
		without := func(all map[string]string) map[string]string {
			all = maps.Clone(all)
			maps.DeleteFunc(all, func(at, _ string) bool { return strings.HasPrefix(at, eligibility) })
			return all
		}
		w.report(label+", beside the package of the sample", formulasApart(without(base), without(formulas)))
		before := w.shown(l, n, "")
		w.shownAs(label, f.leaves, before)
		for _, s := range c.Plan.Scenarios {
			w.shownAs(label+", "+s.ID, unzip(w.t, w.k.write(w.t, c, l, s.ID)).sheets(), w.shown(l, n, s.ID))
		}
		for _, move := range w.moves {
			changed := plan.Clone(c.Plan)
			move.do(changed)
			state := c.Reading("", changed)
			after := w.shown(l, n, move.name)
			w.report(label+", "+move.name, rowsApart(c, state, m, after))
			w.report(label+", "+move.name, move.wrong(reader{c, m, in.Words, w.t}, before, after))
		}
	}
	if c == w.c {
		w.printed()
	}
}

// shown is what LibreOffice shows of a package, with a scenario or a move.
func (w *walk) shown(language string, n int, also string) shown {
	w.t.Helper()
	return w.again[language][asking(n, also)].read(w.t)
}

// printed: the brief takes two pages and no row cuts its texts, in every language.
func (w *walk) printed() {
	for l, answers := range w.again {
		if pages := answers[""].pages; pages != 2 {
			w.t.Errorf("%s %s: the brief prints on %d pages", w.name, l, pages)
		}
		w.report(w.name+" "+l, answers[""].low)
	}
}

func (w *walk) shownAs(label string, leaves []leaf, again shown) {
	w.t.Helper()
	n, apart := comparedIn(leaves, again)
	if n < 5000 {
		w.t.Errorf("%s: only %d formulas were compared", label, n)
	}
	w.report(label, apart)
}

func (w *walk) report(label string, faults []string) {
	w.t.Helper()
	report(w.t, label, len(faults), faults)
}

// formulasApart tells where two workbooks have other formulas.
func formulasApart(one, other map[string]string) []string {
	var apart []string
	if len(one) != len(other) {
		apart = append(apart, fmt.Sprintf("%d formulas instead of %d", len(other), len(one)))
	}
	for at, formula := range one {
		if other[at] != formula {
			apart = append(apart, fmt.Sprintf("%s is %q, not %q", at, other[at], formula))
		}
	}
	return apart
}

// formulasOf lists the formulas of a workbook with the sheets by number and without the
// words of its language. Sentences are left out: their words, and the order of these, are
// the language's own.
func formulasOf(leaves []leaf) map[string]string {
	order, found := map[string]string{}, map[string]string{}
	for i, s := range leaves {
		order["'"+strings.ReplaceAll(s.name, "'", "''")+"'!"] = fmt.Sprintf("'%d'!", i)
	}
	for i, s := range leaves {
		for _, c := range s.cells {
			if c.formula == "" {
				continue
			}
			text := c.formula
			if strings.Contains(text, `"`) {
				text = quotedText.ReplaceAllString(text, `""`)
			}
			if strings.Contains(text, `""&`) || strings.Contains(text, `&""`) {
				continue
			}
			if strings.Contains(text, "!") {
				text = sheetName.ReplaceAllStringFunc(text, func(s string) string { return order[s] })
			}
			found[fmt.Sprintf("'%d'!%s", i, c.name)] = text
		}
	}
	return found
}
