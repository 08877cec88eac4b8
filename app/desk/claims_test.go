package desk_test

import (
	"strings"
	"testing"

	"outrigger/app/desk"
	"outrigger/model/plan"
)

func (s *story) claim(language, scenario, id string) desk.Claim {
	s.t.Helper()
	for _, c := range s.page("case", language, scenario).Claims {
		if c.ID == id {
			return c
		}
	}
	s.t.Fatalf("page Case has no sentence %s", id)
	return desk.Claim{}
}

func (s *story) word(language, scenario, id, text string) desk.SetAnswer {
	s.t.Helper()
	answer, err := s.desk.Set(desk.SetRequest{Language: language, Scenario: scenario, Items: []desk.SetItem{{Place: "wordings/" + id + "/" + language, Text: text}}})
	if err != nil {
		s.t.Fatal(err)
	}
	return answer
}

// An edited sentence stays as the post words it, in its language alone; once its figures
// have moved it is marked, with what they were, and the draft beside it. It can go back.
func TestASentenceOfTheCaseIsEdited(t *testing.T) {
	s := newStory(t)
	s.sample("vanuatu")
	draft := s.claim("en", "", "gap")
	if draft.Edited || draft.Text != draft.Draft || len(draft.Figures) < 4 {
		t.Fatalf("the draft is %+v", draft)
	}
	const own = "Without help we stand still."
	s.word("en", "", "gap", "  "+own+"\n")
	if c := s.claim("en", "", "gap"); !c.Edited || c.Moved || c.Text != own || c.Draft != draft.Draft {
		t.Errorf("edited it is %+v", c)
	}
	if c := s.claim("ar", "", "gap"); c.Edited || c.Text != c.Draft || !strings.Contains(c.Note, "English") {
		t.Errorf("in Arabic it is %+v", c)
	}
	s.edit("en", "", cell(costOf, 0, "99"))
	moved := s.claim("en", "", "gap")
	if !moved.Moved || moved.Text != own || moved.Draft == draft.Draft {
		t.Errorf("after its figures moved it is %+v", moved)
	}
	told := 0
	for i, f := range moved.Figures {
		if f.Was != "" {
			told++
			if f.Was != draft.Figures[i].Value {
				t.Errorf("%s was %s, told as %s", f.Label, draft.Figures[i].Value, f.Was)
			}
		}
	}
	if told == 0 {
		t.Error("no figure says what it was")
	}
	s.undo()
	if c := s.claim("en", "", "gap"); c.Moved || !c.Edited {
		t.Errorf("the figures taken back, it is %+v", c)
	}
	s.undo()
	if c := s.claim("en", "", "gap"); c.Edited || c.Text != draft.Text {
		t.Errorf("taken back itself, it is %+v", c)
	}
	s.word("en", "", "gap", own)
	s.word("en", "", "gap", draft.Text) // just as drafted is no edit
	if c := s.claim("en", "", "gap"); c.Edited {
		t.Errorf("worded as the draft it is %+v", c)
	}
}

func (s *story) undo() {
	s.t.Helper()
	if _, err := s.desk.Undo(desk.Reading{Language: "en"}); err != nil {
		s.t.Fatal(err)
	}
}

// Another currency moves a wording, though every figure stays.
func TestAnEditedSentenceIsOfItsCurrency(t *testing.T) {
	s := newStory(t)
	s.sample("vanuatu")
	s.word("en", "", "gap", "We lack 33 million vatu.")
	s.set("money/currency", "FJD")
	if c := s.claim("en", "", "gap"); !c.Moved || !strings.Contains(c.Draft, "FJD") {
		t.Errorf("in another currency it is %+v", c)
	}
}

// A sentence that was edited by the figures of one scenario is marked in another.
func TestAnEditedSentenceIsOfItsScenario(t *testing.T) {
	s := newStory(t)
	v := s.sample("vanuatu")
	other := v.Scenarios[0].ID
	s.word("en", other, "index", "Work outruns money.")
	if c := s.claim("en", other, "index"); c.Moved {
		t.Errorf("in its own scenario it is %+v", c)
	}
	if c := s.claim("en", "", "index"); !c.Moved {
		t.Errorf("in the base case it is %+v", c)
	}
}

func TestATooLongSentenceIsRefusedInWords(t *testing.T) {
	s := newStory(t)
	s.sample("vanuatu")
	for _, language := range []string{"en", "fr", "es", "pt", "ar"} {
		answer := s.word(language, "", "gap", strings.Repeat("é", plan.MaxWording+1))
		if len(answer.Faults) != 1 || !strings.Contains(answer.Faults[0].Sentence, "401") || strings.Contains(answer.Faults[0].Sentence, "⟨") {
			t.Errorf("%s: %+v", language, answer.Faults)
		}
		if s.claim(language, "", "gap").Edited {
			t.Errorf("%s: it went in", language)
		}
		if answer := s.word(language, "", "gap", strings.Repeat("é", plan.MaxWording)); len(answer.Faults) != 0 {
			t.Errorf("%s: as long as may be: %+v", language, answer.Faults)
		}
	}
	if answer := s.word("en", "", "surely", "All is well."); len(answer.Faults) != 1 {
		t.Error("what is said of doubt can be edited")
	}
}

// Every figure of every sentence can be asked why, in every language.
func TestEverySentenceCanBeTraced(t *testing.T) {
	s := newStory(t)
	for _, sample := range []string{"vanuatu", "senegal", "timor-leste"} {
		s.sample(sample)
		for _, language := range []string{"en", "fr", "es", "pt", "ar"} {
			p := s.page("case", language, "")
			if len(p.Claims) != len(plan.Sentences) {
				t.Fatalf("%s: %d sentences", sample, len(p.Claims))
			}
			for _, c := range p.Claims {
				for _, f := range c.Figures {
					why := s.why(language, "", f.Row, f.Year)
					if why.Value == "" || why.Formula == "" {
						t.Errorf("%s, %s: %s: %+v", sample, language, f.Row, why)
					}
				}
				if strings.ContainsAny(c.Text+c.Note, "{}⟨") {
					t.Errorf("%s, %s: %s", sample, language, c.Text)
				}
			}
		}
	}
}
