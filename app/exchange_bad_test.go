package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"filippo.io/age"

	"outrigger/app/exchange"
	"outrigger/app/words"
	"outrigger/datasets"
	"outrigger/model/chain"
	"outrigger/model/plan"
)

// posts is a folder of contributions, and the coordinator's keys beside it.
type posts struct {
	*testing.T
	keys       *exchange.Keys
	home       string
	first      exchange.Contribution
	coordinate string // the file of keys
}

const passwordOfTest = "lagoon ladder seven quiet envelopes"

func newPosts(t *testing.T) posts {
	t.Helper()
	t.Setenv(passphraseName, passwordOfTest)
	facts, err := datasets.Load()
	if err != nil {
		t.Fatal(err)
	}
	data, err := datasets.Sample("vanuatu")
	if err != nil {
		t.Fatal(err)
	}
	p, _ := plan.Parse(data)
	p.Illustrative = false
	c, findings := chain.Build(p, facts.FactsFor(p.Post.Country))
	if c == nil {
		t.Fatal(findings)
	}
	country, _ := facts.Countries.ByISO3("VUT")
	given, _, err := exchange.Take(c, country.Traits("2026-11-01"), "2026-11-01")
	if err != nil {
		t.Fatal(err)
	}
	k, err := exchange.NewKeys("2020-01-01")
	if err != nil {
		t.Fatal(err)
	}
	const quick = 10 // so that a test tries a passphrase quickly
	locked, err := k.Lock(passwordOfTest, quick)
	if err != nil {
		t.Fatal(err)
	}
	at := posts{T: t, keys: k, home: t.TempDir(), first: given}
	at.coordinate = filepath.Join(at.home, "coordinator.keys")
	at.put("../coordinator.keys", locked)
	return at
}

func (p posts) put(name string, data []byte) {
	p.Helper()
	path := filepath.Join(p.home, "in", name)
	if err := os.MkdirAll(filepath.Join(p.home, "in"), 0o755); err != nil {
		p.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o600); err != nil {
		p.Fatal(err)
	}
}

// sent puts a contribution of a country into the folder, changed.
func (p posts) sent(name, country, region string, change func(*exchange.Contribution)) []byte {
	p.Helper()
	c := p.first
	c.Country, c.ID = country, fmt.Sprintf("%032x", []byte(country + name)[:6])
	c.Traits = []string{"region=" + region}
	c.Figures = append([]exchange.Figure{}, c.Figures...)
	if change != nil {
		change(&c)
	}
	sealed, err := exchange.Seal(c, p.keys.Public())
	if err != nil {
		p.Fatal(err)
	}
	p.put(name, sealed)
	return sealed
}

// foreign puts a file sealed to the coordinator whose content the program does not write.
func (p posts) foreign(name string, content []byte) {
	p.Helper()
	var public struct{ Keys []struct{ Seal string } }
	if err := json.Unmarshal(p.keys.Public().Bytes(), &public); err != nil {
		p.Fatal(err)
	}
	to, err := age.ParseX25519Recipient(public.Keys[0].Seal)
	if err != nil {
		p.Fatal(err)
	}
	var sealed bytes.Buffer
	w, err := age.Encrypt(&sealed, to)
	if err != nil {
		p.Fatal(err)
	}
	if _, err := w.Write(content); err != nil {
		p.Fatal(err)
	}
	if err := w.Close(); err != nil {
		p.Fatal(err)
	}
	p.put(name, sealed.Bytes())
}

// What a coordinator may get is told in a sentence each, in every language, and nothing
// is dropped in silence.
func TestWhatACoordinatorMayGetIsSaidInASentenceEach(t *testing.T) {
	p := newPosts(t)
	for _, country := range []string{"FJI", "WSM", "TON", "SLB", "KIR"} {
		p.sent(country+".sealed", country, "Oceania", nil)
	}
	p.put("a-copy.sealed", p.sent("FJI.sealed", "FJI", "Oceania", nil))
	p.sent("later.sealed", "WSM", "Oceania", func(c *exchange.Contribution) { c.ID, c.Made = strings.Repeat("1", 32), "2026-11-20" })
	p.sent("absurd.sealed", "PLW", "Oceania", func(c *exchange.Contribution) {
		for i := range c.Figures {
			if c.Figures[i].Metric == "spend_per_employee" {
				c.Figures[i].Value = "9900000"
			}
		}
	})
	p.sent("alone.sealed", "TLS", "Asia", nil)
	p.foreign("newer.sealed", []byte(`{"format":"outrigger-contribution","version":7}`))
	p.foreign("letter.sealed", []byte("Dear colleague"))
	catalogue, err := words.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, language := range words.Languages() {
		say := catalogue.In(language)
		var out, errs bytes.Buffer
		pack := filepath.Join(p.home, language+".pack")
		code := run([]string{"pool", filepath.Join(p.home, "in"), "--keys", p.coordinate, "-o", pack, "--language", language}, &out, &errs)
		if code != exitDone {
			t.Fatalf("%s: exit code %d\n%s%s", language, code, &out, &errs)
		}
		// The next language begins anew.
		if err := os.WriteFile(p.coordinate, locked(t, p.keys), 0o600); err != nil {
			t.Fatal(err)
		}
		said := out.String()
		begins := func(key string) string {
			text, _, _ := strings.Cut(say.Say(key, map[string]string{"first": "\x00", "version": "\x00", "country": "\x00", "metric": "\x00", "n": "1", "least": "5"}), "\x00")
			return strings.TrimSpace(text)
		}
		for what, want := range map[string]string{
			"of another version":  begins("fault.exchange.version"),
			"doubled":             begins("fault.exchange.doubled"),
			"no contribution":     begins("fault.exchange.contribution_form"),
			"of a post twice":     say.Say("exchange.flag.again", map[string]string{"country": say.Country("WSM"), "file": "later.sealed"}),
			"an absurd value":     begins("exchange.flag.absurd"),
			"a group of one post": say.Say("peers.held.few", map[string]string{"n": "1", "least": "5"}),
		} {
			if len(want) < 5 || !strings.Contains(said, want) {
				t.Errorf("%s: %s is not told by %q in\n%.3000s", language, what, want, said)
			}
		}
		for _, file := range []string{"a-copy.sealed", "later.sealed", "absurd.sealed", "newer.sealed", "letter.sealed", "alone.sealed"} {
			if !strings.Contains(said, file) {
				t.Errorf("%s: nothing is said of %s", language, file)
			}
		}
		if strings.Contains(said, "⟨") {
			t.Errorf("%s: a word is missing in\n%s", language, said)
		}
	}
}

func locked(t *testing.T, k *exchange.Keys) []byte {
	t.Helper()
	data, err := k.Lock(passwordOfTest, 10)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// A pack older than three years is good and said to be old, wherever it is used.
func TestAnOldPackIsSaidToBeOld(t *testing.T) {
	p := newPosts(t)
	made, err := exchange.FromTable([]byte(exchange.Head+"\nstaff_per_thousand,status=SIDS,2020,12,4,8,12,\"Illustrative table, page 1\"\n"), "2021-05-01")
	if err != nil {
		t.Fatal(err)
	}
	file, err := p.keys.Sign(made)
	if err != nil {
		t.Fatal(err)
	}
	p.put("../old.pack", file)
	p.put("../coordinator.key", p.keys.Public().Bytes())
	sample, err := datasets.Sample("vanuatu")
	if err != nil {
		t.Fatal(err)
	}
	p.put("../post.outrigger", sample)
	in := func(name string) string { return filepath.Join(p.home, name) }
	catalogue, err := words.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, language := range words.Languages() {
		say := catalogue.In(language)
		old, _, _ := strings.Cut(say.Say("exchange.old", map[string]string{"date": "\x00", "years": "3"}), "\x00")
		for _, args := range [][]string{
			{"pack", "verify", in("old.pack"), "--trust", in("coordinator.key")},
			{"workbook", in("post.outrigger"), "-o", in("post.xlsx"), "--pack", in("old.pack"), "--trust", in("coordinator.key")},
		} {
			var out, errs bytes.Buffer
			if code := run(append(args, "--language", language), &out, &errs); code != exitDone || !strings.Contains(out.String(), strings.TrimSpace(old)) {
				t.Errorf("%s in %s: exit code %d, %s%s", args[0], language, code, &out, &errs)
			}
		}
	}
}
