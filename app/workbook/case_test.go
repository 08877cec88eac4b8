package workbook_test

import (
	"strings"
	"testing"

	"outrigger/app/words"
	"outrigger/model/plan"
)

// texts are the stored texts of a sheet, one after another.
func (k kit) texts(t *testing.T, data []byte, sheet string) string {
	t.Helper()
	f := read(t, data)
	all, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, row := range all {
		b.WriteString(strings.Join(row, "\t") + "\n")
	}
	return b.String()
}

// The cover says what the window says, from the same figures, in every language and scenario.
func TestTheCoverSaysTheSentencesOfTheWindow(t *testing.T) {
	k := open(t)
	c := k.sample(t, "vanuatu")
	for _, language := range words.Languages() {
		for _, scenario := range []string{"", c.Plan.Scenarios[0].ID} {
			say := k.catalogue.In(language)
			cover := k.texts(t, k.write(t, c, language, scenario), say.Say("workbook.sheet.cover", nil))
			for _, s := range c.Sentences() {
				if text := say.Sentence(s, c.State(scenario), c.Plan.Years.StartMonth); !strings.Contains(cover, text) {
					t.Errorf("%s %q: the cover does not say %s", language, scenario, text)
				}
			}
		}
	}
}

// worded is the sample with a sentence in the post's own words.
func (k kit) worded(t *testing.T, language, text string) *plan.Plan {
	t.Helper()
	c := k.sample(t, "vanuatu")
	p := plan.Clone(c.Plan)
	plan.Word(p, c.Sentences()[2].Wording(c.State(""), language, text))
	return p
}

// A sentence in the post's own words stands on the cover with its mark and the draft; a
// changed figure turns the mark, in the file and when LibreOffice recalculates it.
func TestAnEditedSentenceStandsOnTheCover(t *testing.T) {
	k := open(t)
	own := map[string]string{"en": `=We "lack" money & people`, "fr": "Il manque l’argent.", "ar": "ينقصنا المال والناس."}
	files := map[string][]byte{}
	for language, text := range own {
		say := k.catalogue.In(language)
		cover := say.Say("workbook.sheet.cover", nil)
		p := k.worded(t, language, text)
		worded := k.built(t, p)
		files[language] = k.write(t, worded, language, "")
		said := k.texts(t, files[language], cover)
		if !strings.Contains(said, text) || !strings.Contains(said, say.Say("workbook.case.worded", nil)) || !strings.Contains(said, say.Say("workbook.case.draft", nil)) {
			t.Errorf("%s: the cover says\n%s", language, said)
		}
		if other := k.texts(t, k.write(t, worded, "pt", ""), k.catalogue.In("pt").Say("workbook.sheet.cover", nil)); strings.Contains(other, text) {
			t.Errorf("%s: a workbook in Portuguese has the sentence", language)
		}
		money := number(t, "45.5")
		for i := range p.Lines {
			if p.Lines[i].ID == "mail" {
				p.Lines[i].UnitCost.Value = &money
			}
		}
		files[language+" dearer"] = k.write(t, k.built(t, p), language, "")
		if said := k.texts(t, files[language+" dearer"], cover); !strings.Contains(said, say.Say("workbook.case.moved", nil)) {
			t.Errorf("%s: dearer, the cover says\n%s", language, said)
		}
	}
	again := recalculate(t, files)
	for name, data := range files {
		if _, apart := compare(t, data, again[name]); len(apart) > 0 {
			t.Errorf("%s: LibreOffice gives other figures: %v", name, apart[:min(3, len(apart))])
		}
	}
}
