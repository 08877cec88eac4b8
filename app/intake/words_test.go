package intake

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// Every note and fault the package can raise has its sentence, every fault its
// remedy, in every language.
func TestEverythingSaidHasWords(t *testing.T) {
	sources, err := filepath.Glob("*.go")
	must(t, err)
	var keys []string
	for _, name := range sources {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		data, err := os.ReadFile(name)
		must(t, err)
		for _, m := range regexp.MustCompile(`\b(?:note|p\.doubt|p\.skip)\("(\w+)"`).FindAllStringSubmatch(string(data), -1) {
			keys = append(keys, "intake.note."+m[1])
		}
		for _, m := range regexp.MustCompile(`\b(?:fault|p\.refuse|c\.refuse)\("(\w+)"`).FindAllStringSubmatch(string(data), -1) {
			keys = append(keys, "fault.intake."+m[1], "fault.intake."+m[1]+".remedy")
		}
		for _, m := range regexp.MustCompile(`Say\("(intake\.[\w.]+\w)"`).FindAllStringSubmatch(string(data), -1) {
			keys = append(keys, m[1])
		}
	}
	for _, code := range []string{"old_excel", "pdf", "xml", "not_a_table"} { // from sniff
		keys = append(keys, "fault.intake."+code, "fault.intake."+code+".remedy")
	}
	if len(keys) < 80 {
		t.Fatalf("only %d keys found in the sources", len(keys))
	}
	for _, lang := range []string{"en", "fr", "es", "pt", "ar"} {
		data, err := os.ReadFile("../../datasets/words/" + lang + "/intake.json")
		must(t, err)
		var words map[string]string
		must(t, json.Unmarshal(data, &words))
		for _, k := range keys {
			if words[k] == "" {
				t.Errorf("%s says nothing for %s", lang, k)
			}
		}
	}
}

// catalogue is one language of the real words.
type catalogue map[string]string

func (c catalogue) Say(key string, args map[string]string) string {
	s, ok := c[key]
	if !ok {
		return "⟨" + key + "⟩"
	}
	for k, v := range args {
		s = strings.ReplaceAll(s, "{"+k+"}", v)
	}
	return s
}

// A preview told in words leaves no place unfilled.
func TestAPreviewInWords(t *testing.T) {
	data, err := os.ReadFile("../../datasets/words/en/intake.json")
	must(t, err)
	var words catalogue
	must(t, json.Unmarshal(data, &words))
	told := strings.Join(firstOf(t, openData(t, "toronto.csv")).Report(words), "\n")
	if strings.ContainsAny(told, "{}⟨⟩") {
		t.Errorf("places left open:\n%s", told)
	}
	for _, want := range []string{"538079000", "SYSTEM TOTAL: the total ties", "Pan Am"} {
		if !strings.Contains(told, want) {
			t.Errorf("%q is not said:\n%s", want, told)
		}
	}
	f := fault("ods", "plan.ods")
	if got := f.Sentence(words); !strings.HasPrefix(got, "plan.ods is an OpenDocument sheet (.ods). Open it") {
		t.Errorf("said: %s", got)
	}
}
