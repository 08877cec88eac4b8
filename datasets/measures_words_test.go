package datasets

import (
	"encoding/json"
	"maps"
	"regexp"
	"testing"

	"outrigger/model/plan"
)

// wordsNeeded are the keys the catalogue asks for, and the few it leaves to the page.
func wordsNeeded(m *Measures) map[string]bool {
	need := map[string]bool{
		"evidence.none": true, "evidence.transferred": true, "evidence.source": true, "evidence.several": true, "programme.UPU": true,
	}
	add := func(prefix string, keys ...string) {
		for _, k := range keys {
			if k != "" {
				need[prefix+k] = true
			}
		}
	}
	add("csf.", plan.Functions...)
	add("step.", plan.Steps...)
	add("study.", "A", "B", "C", "D", "E", "X")
	for _, l := range m.Losses() {
		add("loss."+l.ID+".", "name", "text", "severity")
	}
	for _, one := range m.Catalogue() {
		at := "measure." + one.ID + "."
		add(at, "name", "text")
		for _, c := range one.Costs {
			add(at+"cost.", c.ID)
			add("unit.", c.Unit)
		}
		for _, e := range one.Effects {
			add(at+"effect.", e.ID)
		}
		add("caution.", one.Cautions...)
		add("bundle.", one.Bundle)
	}
	for _, p := range m.published {
		add("evidence.unit.", p.Unit)
		add("evidence.who.", p.Who)
		add("evidence.rating.", p.Rating)
		add("evidence.relation.", p.Relation)
		add("evidence.mark.", p.Mark)
		add("evidence.note.", p.Notes...)
		add("scale.", p.Scale)
	}
	return need
}

func TestTheCatalogueIsSaidInEveryLanguageAndNothingBesides(t *testing.T) {
	need := wordsNeeded(measures(t))
	for _, lang := range []string{"en", "fr", "es", "pt", "ar"} {
		here, all := roomOf(t, lang, "catalogue"), roomOf(t, lang, "model")
		maps.Copy(all, here)
		for key := range need {
			if all[key] == "" {
				t.Errorf("%s lacks %s", lang, key)
			}
		}
		for key := range here {
			if !need[key] {
				t.Errorf("%s says %s, which nobody asks for", lang, key)
			}
		}
	}
}

var latin = regexp.MustCompile(`[A-Za-z]`)

// Arabic is written in its own letters but for names of standards, and no other
// language carries a word of it.
func TestLanguagesKeepTheirLetters(t *testing.T) {
	arabic := regexp.MustCompile(`\p{Arabic}`)
	known := regexp.MustCompile(`\{\w+\}|SECURE\.POST|POST-ISAC|\.POST|DNSSEC|SPF|DKIM|DMARC|HTTPS|MFA|EDR|SIEM|MDR|DDoS|MDM|ISO/IEC|PCI DSS|P2PE|SOC|CERT|VPN|UPU|^[A-EX]:`)
	for _, lang := range []string{"en", "fr", "es", "pt", "ar"} {
		for key, text := range roomOf(t, lang, "catalogue") {
			if lang != "ar" && arabic.MatchString(text) {
				t.Errorf("%s: %s: %s", lang, key, text)
			}
			if rest := known.ReplaceAllString(text, ""); lang == "ar" && latin.MatchString(rest) {
				t.Errorf("%s: %s: %s", lang, key, text)
			}
		}
	}
}

func roomOf(t *testing.T, lang, room string) map[string]string {
	t.Helper()
	data, err := wordFiles.ReadFile("words/" + lang + "/" + room + ".json")
	if err != nil {
		t.Fatal(err)
	}
	texts := map[string]string{}
	if err := json.Unmarshal(data, &texts); err != nil {
		t.Fatal(err)
	}
	return texts
}
