package datasets

import (
	"regexp"
	"testing"

	"outrigger/model/peers"
)

// What a standing names is named in every language, and nothing besides; income groups
// have their words in the room of all pages.
func TestGroupsIndicatorsAndMetricsAreSaidInEveryLanguage(t *testing.T) {
	need := map[string]bool{}
	for _, key := range []string{"everybody", "band", "widened", "few", "rank", "sure", "unsure", "census", "open", "none", "held.few", "held.parted", "held.alike", "held.dominated"} {
		need["peers."+key] = true
	}
	for _, of := range Indicators() {
		need["peers.indicator."+of.ID] = true
	}
	for _, m := range append(peers.Metrics(), peers.PracticeMetric("any")) {
		need["peers.unit."+string(m.Unit)], need["peers.more."+string(m.More)] = true, true
		if m.Unit != peers.Level {
			need["peers.metric."+m.ID], need["peers.metric."+m.ID+".text"] = true, true
		}
	}
	for _, k := range peers.Kinds() {
		need["peers.kind."+string(k)] = true
	}
	income := map[string]bool{}
	for _, c := range load(t).Countries {
		for _, trait := range c.Traits(closed) {
			if trait.Kind == peers.ByIncome {
				income["common.income."+trait.Value] = true
			} else {
				need[TraitWords(trait)] = true
			}
		}
	}
	arabic, known := regexp.MustCompile(`\p{Arabic}`), regexp.MustCompile(`\{\w+\}`)
	for _, lang := range []string{"en", "fr", "es", "pt", "ar"} {
		room, common := roomOf(t, lang, "peers"), roomOf(t, lang, "common")
		for key := range need {
			if room[key] == "" {
				t.Errorf("%s lacks %s", lang, key)
			}
		}
		for key := range income {
			if common[key] == "" {
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
