package words

import (
	"encoding/json"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"outrigger/datasets"
)

var (
	place    = regexp.MustCompile(`\{[^{}]*\}`)
	plural   = regexp.MustCompile(`^(.+)\.(zero|one|two|few|many|other)$`)
	unwanted = regexp.MustCompile(`\b(TODO|FIXME|XXX|TBD|[Ll]orem)\b`)
)

// rooms gives all texts by language, room and key, found by walking.
func rooms(t *testing.T) map[string]map[string]map[string]string {
	t.Helper()
	all := map[string]map[string]map[string]string{}
	err := fs.WalkDir(datasets.Words(), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		lang, room := path.Dir(name), strings.TrimSuffix(path.Base(name), ".json")
		if !slices.Contains(Languages(), lang) || path.Ext(name) != ".json" {
			t.Errorf("%s: words live in <language>/<room>.json", name)
			return nil
		}
		if all[lang] == nil {
			all[lang] = map[string]map[string]string{}
		}
		all[lang][room] = readOnce(t, name)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// readOnce refuses a key that a file gives twice, which a plain reading would
// pass over.
func readOnce(t *testing.T, name string) map[string]string {
	t.Helper()
	data, err := fs.ReadFile(datasets.Words(), name)
	if err != nil {
		t.Fatal(err)
	}
	texts, decoder := map[string]string{}, json.NewDecoder(strings.NewReader(string(data)))
	if open, err := decoder.Token(); err != nil || open != json.Delim('{') {
		t.Fatalf("%s: not an object of texts (%v)", name, err)
	}
	for decoder.More() {
		key, err := decoder.Token()
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		var text string
		if err := decoder.Decode(&text); err != nil {
			t.Fatalf("%s: %v: %v", name, key, err)
		}
		if _, twice := texts[key.(string)]; twice {
			t.Errorf("%s gives %s twice", name, key)
		}
		texts[key.(string)] = text
	}
	return texts
}

// stem is the key without its plural form; a real plural has a form "other"
// beside it.
func stem(key string, room map[string]string) string {
	if m := plural.FindStringSubmatch(key); m != nil {
		if _, counted := room[m[1]+".other"]; counted && room[m[1]] == "" && counts(m[1], room) {
			return m[1] + ".#"
		}
	}
	return key
}

// counts tells a plural from a key that merely ends in "other".
func counts(base string, room map[string]string) bool {
	return room[base+".one"] != "" || room[base+".two"] != "" || room[base+".many"] != ""
}

func stems(room map[string]string) []string {
	all := map[string]bool{}
	for key := range room {
		all[stem(key, room)] = true
	}
	list := []string{}
	for s := range all {
		list = append(list, s)
	}
	slices.Sort(list)
	return list
}

func TestEveryLanguageSaysTheSameThings(t *testing.T) {
	all := rooms(t)
	names := map[string]bool{}
	for _, lang := range Languages() {
		for room := range all[lang] {
			names[room] = true
		}
	}
	for room := range names {
		english := stems(all["en"][room])
		for _, lang := range Languages()[1:] {
			here := stems(all[lang][room])
			for _, key := range english {
				if !slices.Contains(here, key) {
					t.Errorf("%s/%s.json lacks %s", lang, room, key)
				}
			}
			for _, key := range here {
				if !slices.Contains(english, key) {
					t.Errorf("%s/%s.json has %s, which English lacks", lang, room, key)
				}
			}
		}
	}
}

func TestEveryLanguageKeepsThePlaces(t *testing.T) {
	all := rooms(t)
	for room, english := range all["en"] {
		for _, lang := range Languages()[1:] {
			there := all[lang][room]
			for key, text := range there {
				original, same := english[key]
				isPlural := stem(key, there) != key
				if isPlural {
					original, same = english[plural.FindStringSubmatch(key)[1]+".other"]
				}
				if !same {
					continue // told by the test above
				}
				want, got := places(original, isPlural), places(text, isPlural)
				if !slices.Equal(want, got) {
					t.Errorf("%s/%s.json: %s has the places %v, English %v", lang, room, key, got, want)
				}
			}
		}
	}
}

// places lists the {name} places of a text, each once. A plural form may say its
// number in words (one year, سنتان), so {n} does not count there.
func places(text string, isPlural bool) []string {
	list := []string{}
	for _, p := range place.FindAllString(text, -1) {
		if (!isPlural || p != "{n}") && !slices.Contains(list, p) {
			list = append(list, p)
		}
	}
	slices.Sort(list)
	return list
}

func TestEveryTextSaysSomething(t *testing.T) {
	for lang, texts := range rooms(t) {
		for room, keys := range texts {
			for key, text := range keys {
				switch {
				case strings.TrimSpace(text) == "":
					t.Errorf("%s/%s.json: %s is empty", lang, room, key)
				case unwanted.MatchString(text):
					t.Errorf("%s/%s.json: %s is not done: %s", lang, room, key, text)
				case strings.Count(text, "{") != len(place.FindAllString(text, -1)) || strings.Count(text, "}") != strings.Count(text, "{"):
					t.Errorf("%s/%s.json: %s has an open brace: %s", lang, room, key, text)
				}
			}
		}
	}
}

// prefixes names the rooms whose keys begin otherwise than with the room's name
// or "fault." and the room's name.
func prefixes(room string) []string {
	switch room {
	case "common":
		return []string{"common.", "country."}
	case "model":
		return []string{"row.", "unit.", "fault.plan.", "model."}
	case "catalogue":
		return []string{"measure.", "loss.", "csf.", "step.", "scale.", "study.", "evidence.", "caution.", "bundle.", "programme.", "unit."}
	case "funding":
		return []string{"funding.", "package."}
	case "practices":
		return []string{"practice.", "domain."}
	case "verbs":
		return []string{"verb.", "fault.verb."}
	case "desk":
		return []string{"desk.", "fault.desk.", "verb.serve", "verb.flag.serve."}
	}
	return []string{room + ".", "fault." + room + "."}
}

func TestKeysBelongToTheirRoomAndStandOnce(t *testing.T) {
	for lang, texts := range rooms(t) {
		owner := map[string]string{}
		for room, keys := range texts {
			for key := range keys {
				if !slices.ContainsFunc(prefixes(room), func(p string) bool { return strings.HasPrefix(key, p) }) {
					t.Errorf("%s/%s.json: %s begins with none of %v", lang, room, key, prefixes(room))
				}
				if other, taken := owner[key]; taken {
					t.Errorf("%s: %s stands in %s and in %s", lang, key, other, room)
				}
				owner[key] = room
			}
		}
	}
}

func TestEveryFaultHasARemedy(t *testing.T) {
	for room, keys := range rooms(t)["en"] {
		for key := range keys {
			if strings.HasPrefix(key, "fault.") && !strings.HasSuffix(key, ".remedy") {
				if _, told := keys[key+".remedy"]; !told {
					t.Errorf("%s.json: %s does not say what to do about it", room, key)
				}
			}
		}
	}
}

// Every form that a language may ask for is there for every counted thing.
func TestEveryPluralHasAllItsForms(t *testing.T) {
	forms := map[string][]string{"ar": {"zero", "one", "two", "few", "many", "other"}}
	for lang, texts := range rooms(t) {
		want := forms[lang]
		if want == nil {
			want = []string{"one", "other"}
		}
		for room, keys := range texts {
			for key := range keys {
				base, counted := strings.CutSuffix(stem(key, keys), ".#")
				if !counted {
					continue
				}
				for _, form := range want {
					if _, there := keys[base+"."+form]; !there {
						t.Errorf("%s/%s.json: %s lacks its form %q", lang, room, base, form)
					}
				}
			}
		}
	}
}
