package datasets

import (
	"encoding/json"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

func practiceList(t *testing.T) (*Practices, *Measures) {
	t.Helper()
	m := measures(t)
	p, err := LoadPractices(m)
	if err != nil {
		t.Fatal(err)
	}
	return p, m
}

func TestEveryPracticeHasADomainAndAMeasureThatRaisesIt(t *testing.T) {
	p, m := practiceList(t)
	counted := 0
	for _, domain := range PracticeDomains() {
		in := p.In(domain)
		if len(in) < 2 {
			t.Errorf("%s has %d practices; a domain of one is a practice", domain, len(in))
		}
		counted += len(in)
	}
	if counted != practices {
		t.Errorf("%d practices in all domains", counted)
	}
	joined := 0
	for _, one := range p.Catalogue() {
		if len(one.Measures()) == 0 {
			t.Errorf("nothing raises %s", one.ID)
		}
		for _, id := range one.Measures() {
			measure, known := m.ByID(id)
			if !known || !slices.Contains(measure.Practices, one.Number) {
				t.Errorf("%s is said to be raised by %s", one.ID, id)
			}
			joined++
		}
		if again, ok := p.ByNumber(one.Number); !ok || again.ID != one.ID {
			t.Errorf("number %d is not %s", one.Number, one.ID)
		}
		if again, ok := p.ByID(one.ID); !ok || again.Number != one.Number {
			t.Errorf("%s is not number %d", one.ID, one.Number)
		}
	}
	named := 0
	for _, one := range m.Catalogue() {
		named += len(one.Practices)
	}
	if joined != named {
		t.Errorf("%d ties, measures name %d", joined, named)
	}
	if _, ok := p.ByNumber(25); ok {
		t.Error("there is a 25th practice")
	}
	if _, ok := p.ByID("none"); ok {
		t.Error("there is a practice “none”")
	}
}

// Of the survey one practice is known by name, and no share of posts by practice.
func TestOnlyTheEncryptedWebsiteIsKnownToBeInTheSurvey(t *testing.T) {
	p, _ := practiceList(t)
	for _, one := range p.Catalogue() {
		if slices.Contains(one.Sources, "survey") != (one.ID == "encrypted-site") {
			t.Errorf("%s: %v", one.ID, one.Sources)
		}
	}
	percent := regexp.MustCompile(`%|٪|per ?cent|pour cent|por ciento|por cento|في المائة`)
	for _, lang := range []string{"en", "fr", "es", "pt", "ar"} {
		for key, text := range roomOf(t, lang, "practices") {
			if percent.MatchString(text) {
				t.Errorf("%s: %s carries a share: %s", lang, key, text)
			}
		}
	}
}

func TestPracticesAreSaidInEveryLanguageAndNothingBesides(t *testing.T) {
	p, _ := practiceList(t)
	need := map[string]bool{"practice.rule": true, "practice.no-average": true}
	for n := range 5 {
		need["practice.scale."+strconv.Itoa(n)] = true
	}
	for _, tag := range PracticeSources() {
		need["practice.source."+tag] = true
	}
	for _, domain := range PracticeDomains() {
		need["domain."+domain] = true
	}
	for _, one := range p.Catalogue() {
		need["practice."+one.ID+".name"] = true
		for n := range 5 {
			need["practice."+one.ID+".level."+strconv.Itoa(n)] = true
		}
	}
	arabic, known := regexp.MustCompile(`\p{Arabic}`), regexp.MustCompile(`\.POST|POST-ISAC|DNSSEC|SPF|DKIM|DMARC|HTTPS|MFA|VPN`)
	for _, lang := range []string{"en", "fr", "es", "pt", "ar"} {
		room := roomOf(t, lang, "practices")
		for key := range need {
			if room[key] == "" {
				t.Errorf("%s lacks %s", lang, key)
			}
		}
		for key, text := range room {
			if !need[key] {
				t.Errorf("%s says %s, which nobody asks for", lang, key)
			}
			if lang != "ar" && arabic.MatchString(text) || lang == "ar" && latin.MatchString(known.ReplaceAllString(text, "")) {
				t.Errorf("%s: letters of another language in %s: %s", lang, key, text)
			}
		}
	}
}

// Each publication is cited for something, and what nobody's text asks for cites none.
func TestWhatIsAskedForSaysWhereItWasRead(t *testing.T) {
	p, _ := practiceList(t)
	cited := map[string]bool{}
	for _, one := range p.Catalogue() {
		for _, id := range one.Cites {
			cited[id] = true
			if s, known := p.Source(id); !known || s.Title == "" || s.Seen == "" {
				t.Errorf("%s cites %q", one.ID, id)
			}
		}
		if (len(one.Cites) == 0) != (slices.Equal(one.Sources, []string{"brief"}) || slices.Equal(one.Sources, []string{"unseen"})) {
			t.Errorf("%s: %v cites %v", one.ID, one.Sources, one.Cites)
		}
	}
	if len(cited) != len(p.sources) {
		t.Errorf("of %d publications %d are cited", len(p.sources), len(cited))
	}
}

// What cannot be told apart cannot be assessed: no two levels of a practice, and no two
// names, read alike.
func TestLevelsOfAPracticeDiffer(t *testing.T) {
	p, _ := practiceList(t)
	for _, lang := range []string{"en", "fr", "es", "pt", "ar"} {
		room, names := roomOf(t, lang, "practices"), map[string]bool{}
		for _, one := range p.Catalogue() {
			names[room["practice."+one.ID+".name"]] = true
			levels := map[string]bool{}
			for n := range 5 {
				levels[room["practice."+one.ID+".level."+strconv.Itoa(n)]] = true
			}
			if len(levels) != 5 {
				t.Errorf("%s: %s has %d levels", lang, one.ID, len(levels))
			}
		}
		if len(names) != practices {
			t.Errorf("%s: %d names", lang, len(names))
		}
	}
}

func TestADamagedListOfPracticesIsRefused(t *testing.T) {
	for name, damage := range map[string]func(*Practices){
		"one gone":      func(p *Practices) { p.list = p.list[1:] },
		"twice":         func(p *Practices) { p.list[1].ID = p.list[0].ID },
		"renamed":       func(p *Practices) { p.list[0].ID = "other" },
		"no domain":     func(p *Practices) { p.list[0].Domain = "elsewhere" },
		"no source":     func(p *Practices) { p.list[0].Sources = nil },
		"a rumour":      func(p *Practices) { p.list[0].Sources = []string{"rumour"} },
		"seen, unseen":  func(p *Practices) { p.list[0].Sources = []string{"survey", "unseen"} },
		"nowhere read":  func(p *Practices) { p.list[0].Cites = nil },
		"a lost source": func(p *Practices) { p.list[0].Cites = []string{"lost"} },
		"out of number": func(p *Practices) { p.list[0].Number = 7 },
	} {
		p, _ := practiceList(t)
		damage(p)
		if err := p.check(); err == nil || !strings.Contains(err.Error(), "practices/catalogue.json") {
			t.Errorf("%s: %v", name, err)
		}
	}
	var list []Practice
	if err := decode("x.json", []byte("[{\"id\": \"a\",\n\"measures\": []}]"), &list); err == nil {
		t.Error("a field that nobody asks for is read over")
	}
	var raw []map[string]any
	data, err := practiceFiles.ReadFile("practices/catalogue.json")
	if err != nil || json.Unmarshal(data, &raw) != nil {
		t.Fatal("unreadable", err)
	}
	for _, one := range raw {
		delete(one, "cites")
		if got := slices.Sorted(maps.Keys(one)); !slices.Equal(got, []string{"domain", "id", "number", "sources"}) {
			t.Errorf("%v says %v", one["id"], got)
		}
	}
}
