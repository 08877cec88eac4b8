// Package words says things in the reader's language: English, French, Spanish,
// European Portuguese or Arabic.
//
// The sentences live in datasets/words/<language>/<room>.json, flat objects of
// key and text with {name} places. Load joins the rooms of each language:
//
//	catalogue, err := words.Load()
//	in := catalogue.In("fr")
//	in.Say("common.yes", nil)                   // Oui
//	in.Plural("common.count.years", 3, nil)     // 3 ans
//	in.Money("1250.5", "EUR", 2)                // 1 250,50 EUR
//
// A key that is not there shows as ⟨key⟩, so that a test or a reader sees it; it
// is never an empty place. Figures are written by the rules of CLDR 47 with
// Western digits in every language, because they are copied into sheets and must
// come back unchanged. Portuguese follows the European norm, Spanish the neutral
// one of the United Nations.
package words

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"

	"outrigger/datasets"
)

// ErrTwice says that two rooms define one key.
var ErrTwice = errors.New("a key is defined twice")

// Catalogue is all words of all languages. It does not change after Load and may
// be read by many at once.
type Catalogue struct {
	texts     map[string]map[string]string
	countries datasets.Countries
}

// Languages lists the languages the planner speaks, in the order offered.
func Languages() []string { return []string{"en", "fr", "es", "pt", "ar"} }

// Load reads the embedded catalogues and the list of countries. It fails only if
// a file is damaged, naming it.
func Load() (*Catalogue, error) {
	data, err := datasets.Load()
	if err != nil {
		return nil, err
	}
	return LoadWith(data.Countries)
}

// LoadWith does the same for a program that has read the countries already.
func LoadWith(countries datasets.Countries) (*Catalogue, error) {
	return load(datasets.Words(), countries)
}

func load(files fs.FS, countries datasets.Countries) (*Catalogue, error) {
	all := Languages()
	texts, faults := make([]map[string]string, len(all)), make([]error, len(all))
	var reading sync.WaitGroup // at once, because a window waits for them
	for i, lang := range all {
		reading.Go(func() { texts[i], faults[i] = readLanguage(files, lang) })
	}
	reading.Wait()
	c := &Catalogue{map[string]map[string]string{}, countries}
	for i, lang := range all {
		c.texts[lang] = texts[i]
	}
	if err := errors.Join(faults...); err != nil {
		return nil, err
	}
	return c, nil
}

func readLanguage(files fs.FS, lang string) (map[string]string, error) {
	rooms, err := fs.Glob(files, lang+"/*.json")
	if err != nil {
		return nil, fmt.Errorf("words: %s: %w", lang, err)
	}
	texts := map[string]string{}
	for _, name := range rooms {
		room, err := readRoom(files, name)
		if err != nil {
			return nil, err
		}
		for key, text := range room {
			if _, known := texts[key]; known {
				return nil, fmt.Errorf("words: %s: %s: %w", name, key, ErrTwice)
			}
			texts[key] = text
		}
	}
	return texts, nil
}

func readRoom(files fs.FS, name string) (map[string]string, error) {
	data, err := fs.ReadFile(files, name)
	if err != nil {
		return nil, fmt.Errorf("words: %s: %w", name, err)
	}
	var room map[string]string
	if err := json.Unmarshal(data, &room); err != nil {
		return nil, fmt.Errorf("words: %s: %w", path.Clean(name), err)
	}
	return room, nil
}

// In gives a reader of a language; "pt-PT" and "pt_BR" read Portuguese, and
// anything unknown English.
func (c *Catalogue) In(lang string) Reader {
	base, _, _ := strings.Cut(strings.ToLower(strings.ReplaceAll(lang, "_", "-")), "-")
	if !slices.Contains(Languages(), base) {
		base = "en"
	}
	return Reader{base, c.texts[base], c}
}

// Reader says things in one language. The zero Reader knows no words and shows
// every key.
type Reader struct {
	lang      string
	texts     map[string]string
	catalogue *Catalogue
}

// Lang is the language's code: en, fr, es, pt or ar.
func (r Reader) Lang() string { return r.lang }

// RTL reports whether the language runs from right to left.
func (r Reader) RTL() bool { return r.lang == "ar" }

// Has reports whether there are words for a key.
func (r Reader) Has(key string) bool {
	_, known := r.texts[key]
	return known
}

// Apart keeps a name that somebody wrote together within a sentence that runs the other
// way: a Latin name in an Arabic sentence, with its brackets and figures.
func (r Reader) Apart(text string) string {
	if !r.RTL() || text == "" {
		return text
	}
	return "\u2068" + text + "\u2069"
}

// Texts gives a copy of all words by key, for the page.
func (r Reader) Texts() map[string]string { return maps.Clone(r.texts) }

// Say gives the words of a key with its {name} places filled from args. A place
// without an argument stays as it is; an unknown key shows as ⟨key⟩.
func (r Reader) Say(key string, args map[string]string) string {
	text, known := r.texts[key]
	if !known {
		return "⟨" + key + "⟩"
	}
	if len(args) == 0 || !strings.Contains(text, "{") {
		return text
	}
	return fill(text, args)
}

// fill works from left to right and never looks into what it has filled in, so
// that an argument's own braces stay text.
func fill(text string, args map[string]string) string {
	var out strings.Builder
	for {
		before, rest, opened := strings.Cut(text, "{")
		out.WriteString(before)
		if !opened {
			return out.String()
		}
		name, after, closed := strings.Cut(rest, "}")
		value, given := args[name]
		if !closed || !given {
			out.WriteString("{")
			text = rest
			continue
		}
		out.WriteString(value)
		text = after
	}
}
