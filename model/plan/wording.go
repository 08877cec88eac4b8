package plan

import (
	"slices"
	"strconv"
	"unicode/utf8"
)

// Sentences are those that make the case and that a post may word itself: how work and
// budget grow, what the team cannot do, what money is missing. What is said of evidence
// and doubt is not the post's to word.
var Sentences = []string{"index", "short", "gap"}

// MaxWording is how many characters a sentence may have that a post words itself: what
// fits the cover of the workbook in three lines.
const MaxWording = 400

// Wording is a sentence of the case in the post's own words, in one language. It keeps the
// figures that the drafted sentence told when it was worded, so that a reader learns when
// they have moved since.
type Wording struct {
	Sentence string  `json:"sentence"` // one of Sentences
	Language string  `json:"language"` // en, fr, es, pt or ar
	Text     string  `json:"text"`
	Figures  []Quote `json:"figures"`
	Extra    Extra   `json:"-"`
}

// Quote is one figure as a sentence told it.
type Quote struct {
	Name  string `json:"name"`  // its place in the words of the draft
	Value string `json:"value"` // a plain decimal rounded as it was told, a year, or a currency
	Extra Extra  `json:"-"`
}

// Worded finds how a post words a sentence in a language; nil if it leaves it as drafted.
func Worded(p *Plan, sentence, language string) *Wording {
	for i := range p.Wordings {
		if w := &p.Wordings[i]; w.Sentence == sentence && w.Language == language {
			return w
		}
	}
	return nil
}

// Word puts a wording into the plan in place of the one before; one without a text goes
// back to the draft.
func Word(p *Plan, w Wording) {
	p.Wordings = slices.DeleteFunc(slices.Clone(p.Wordings), func(old Wording) bool {
		return old.Sentence == w.Sentence && old.Language == w.Language
	})
	if w.Text != "" {
		p.Wordings = append(p.Wordings, w)
	}
}

// wordings checks the sentences that the post words itself. One that this program does not
// know, of a later one, is kept and shown nowhere.
func (c checker) wordings() {
	seen := map[string]bool{}
	for _, w := range c.p.Wordings {
		at := "wordings/" + w.Sentence + "/" + w.Language
		switch {
		case !slices.Contains(Sentences, w.Sentence):
			c.fs.warn("wording_unknown", at, "value", w.Sentence)
		case !slices.Contains([]string{"en", "fr", "es", "pt", "ar"}, w.Language):
			c.choice(at, w.Language, "en, fr, es, pt, ar")
		case seen[at]:
			c.fs.add("wording_twice", at, "value", w.Sentence)
		}
		seen[at] = true
		if n := utf8.RuneCountInString(w.Text); n > MaxWording {
			c.fs.add("wording_long", at, "characters", strconv.Itoa(n), "limit", strconv.Itoa(MaxWording))
		}
	}
}
