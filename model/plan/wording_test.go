package plan_test

import (
	"strings"
	"testing"

	"outrigger/model/plan"
)

// A sentence in the post's own words comes back from the file as it went in, one for each
// language; without a text it goes back to the draft.
func TestAWordingIsKeptByLanguage(t *testing.T) {
	p := &plan.Plan{Format: plan.Format, Version: plan.Version}
	en := plan.Wording{Sentence: "gap", Language: "en", Text: "We lack money.", Figures: []plan.Quote{{Name: "gap", Value: "12.5"}}}
	plan.Word(p, en)
	plan.Word(p, plan.Wording{Sentence: "gap", Language: "ar", Text: "ينقصنا المال."})
	data, err := plan.Marshal(p)
	if err != nil {
		t.Fatal(err)
	}
	read, _ := plan.Parse(data)
	if !plan.Equal(p, read) || plan.Worded(read, "gap", "en").Figures[0].Value != "12.5" || plan.Worded(read, "gap", "fr") != nil {
		t.Errorf("came back as %+v", read.Wordings)
	}
	plan.Word(read, plan.Wording{Sentence: "gap", Language: "en"})
	if plan.Worded(read, "gap", "en") != nil || plan.Worded(read, "gap", "ar") == nil {
		t.Errorf("left are %+v", read.Wordings)
	}
}

func TestWhatIsWrongWithAWordingIsTold(t *testing.T) {
	long := strings.Repeat("ب", plan.MaxWording)
	for _, try := range []struct {
		name string
		list []plan.Wording
		want string
	}{
		{"as long as may be", []plan.Wording{{Sentence: "gap", Language: "ar", Text: long}}, ""},
		{"a character too long", []plan.Wording{{Sentence: "gap", Language: "ar", Text: long + "ب"}}, "plan.wording_long"},
		{"two in one language", []plan.Wording{{Sentence: "gap", Language: "en", Text: "a"}, {Sentence: "gap", Language: "en", Text: "b"}}, "plan.wording_twice"},
		{"no language of ours", []plan.Wording{{Sentence: "gap", Language: "de", Text: "a"}}, "plan.choice"},
		{"of a later program", []plan.Wording{{Sentence: "hope", Language: "en", Text: "a"}}, "plan.wording_unknown"},
	} {
		p := &plan.Plan{Years: plan.Years{First: 2024, LastActual: 2024, Last: 2025}, Wordings: try.list}
		found := ""
		for _, f := range plan.Check(p) {
			if strings.HasPrefix(f.Place, "wordings/") {
				found += f.Code
				if f.Warning != (try.want == "plan.wording_unknown") {
					t.Errorf("%s: %s is a warning: %v", try.name, f.Code, f.Warning)
				}
			}
		}
		if found != try.want {
			t.Errorf("%s: found %q, want %q", try.name, found, try.want)
		}
	}
}
