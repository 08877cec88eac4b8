package desk_test

import (
	"encoding/base64"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"outrigger/app/desk"
)

func (s *story) catalogued(language string) desk.Catalogue {
	s.t.Helper()
	c, err := s.desk.Catalogue(desk.Reading{Language: language})
	if err != nil {
		s.t.Fatal(err)
	}
	return c
}

// switches are the measures of the page, with whether each is on.
func (s *story) switches() map[string]string {
	s.t.Helper()
	on := map[string]string{}
	for _, row := range s.page("measures", "en", "").Tables[0].Rows {
		if cell := row.Settings[0]; cell.Kind == "switch" && row.Page == "measures/"+row.Item {
			on[row.Item] = cell.Value
		}
	}
	return on
}

func TestMeasuresAndLossesOfTheCatalogueComeWithoutFiguresInOneStep(t *testing.T) {
	s := newStory(t)
	s.sample("vanuatu")
	c := s.catalogued("en")
	var measures []string
	for _, m := range c.Measures {
		if m.Name == "" || m.Text == "" || m.Function == "" || len(m.Evidence) == 0 || m.Evidence[len(m.Evidence)-1].Source != "" {
			t.Errorf("%+v", m)
		}
		if m.Have != (s.switches()[m.ID] != "") {
			t.Errorf("%s is in the plan: %v", m.ID, m.Have)
		}
		if !m.Have && len(measures) < 3 {
			measures = append(measures, m.ID)
		}
	}
	before := len(s.switches())
	s.view(s.desk.Take(desk.TakeRequest{Language: "en", Measures: append(measures, "mfa", "none"), Losses: []string{"none"}}))
	if n := len(s.switches()); n != before+3 {
		t.Errorf("%d measures became %d", before, n)
	}
	for _, field := range s.page("measures/"+measures[0], "en", "").Tables[0].Rows {
		for _, cell := range field.Settings {
			if cell.Kind == "figure" && cell.Value != "" {
				t.Errorf("%s came with %s", cell.Input, cell.Value)
			}
		}
	}
	s.view(s.desk.Undo(en))
	if n := len(s.switches()); n != before {
		t.Errorf("undo leaves %d measures", n)
	}
}

func TestTheBestChoiceIsTakenAsOneEditAndThenIsThePlansOwn(t *testing.T) {
	s := newStory(t)
	s.sample("vanuatu")
	off := []desk.CellEdit{}
	for id := range s.switches() {
		off = append(off, cell("measures/"+id+"/chosen", 0, "0"))
	}
	s.edit("en", "", off...)
	advise := func(job string) desk.Advice {
		a, err := s.desk.Advise(desk.AdviceRequest{Language: "en", Job: job})
		if err != nil {
			t.Fatal(err)
		}
		return a
	}
	a := advise("a")
	if !a.Given || a.Same || len(a.Cells) == 0 || a.Before != a.After || a.After == a.Best || a.Band == "" || a.Waiting == "" || a.Later == "" {
		t.Fatalf("%+v", a)
	}
	if len(a.Measures) != len(off) || len(a.Shares) != 4 || len(a.Near) == 0 {
		t.Errorf("%d measures, %d shares, %d near", len(a.Measures), len(a.Shares), len(a.Near))
	}
	worth := 0.0
	for _, share := range a.Shares {
		plain, err := strconv.ParseFloat(share.Plain, 64)
		if err != nil || plain < worth {
			t.Errorf("%d %% is worth %s, after %v", share.Percent, share.Plain, worth)
		}
		worth = plain
	}
	for _, line := range a.Measures {
		if (line.Best == "") != (line.Why != "") {
			t.Errorf("%s begins in %q because %q", line.ID, line.Best, line.Why)
		}
	}
	for _, fault := range s.edit("en", "", a.Cells...).Faults {
		t.Errorf("%+v", fault)
	}
	if b := advise("b"); !b.Same || len(b.Cells) != 0 || b.After != a.Best {
		t.Errorf("the plan has the best choice: %v, %d cells, %s left of the losses, not %s", b.Same, len(b.Cells), b.After, a.Best)
	}
	s.view(s.desk.Undo(en))
	for id, on := range s.switches() {
		if on != "0" {
			t.Errorf("undo leaves %s at %q", id, on)
		}
	}
}

func TestASearchIsStoppedInItsOwnWords(t *testing.T) {
	s := newStory(t)
	s.sample("vanuatu")
	if err := s.desk.Stop(desk.JobRequest{Language: "fr", Job: "search"}); err != nil {
		t.Fatal(err)
	}
	_, err := s.desk.Advise(desk.AdviceRequest{Language: "fr", Job: "search"})
	if f := fault(t, err); f.Code != "search_stopped" || !strings.Contains(f.Sentence, "recherche") {
		t.Errorf("%+v", f)
	}
}

func TestABrokenLimitIsWarnedOf(t *testing.T) {
	s := newStory(t)
	s.sample("vanuatu")
	on := []desk.CellEdit{}
	for id := range s.switches() {
		on = append(on, cell("measures/"+id+"/chosen", 0, "1"), cell("measures/"+id+"/start", 0, "2026"))
	}
	s.edit("en", "", on...)
	a, err := s.desk.Advise(desk.AdviceRequest{Language: "en", Job: "all"})
	if err != nil || a.Warning == "" {
		t.Errorf("%q, %v", a.Warning, err)
	}
}

func TestTheCurveFallsAndMeasuresLowerIt(t *testing.T) {
	s := newStory(t)
	s.sample("vanuatu")
	c, err := s.desk.LossCurve(en)
	if err != nil || !c.Given || len(c.Levels) != 5 || c.Points[0].Amount != "0" {
		t.Fatalf("%+v, %v", c, err)
	}
	chance := func(text string) float64 {
		n, err := strconv.ParseFloat(text, 64)
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	for i, p := range c.Points {
		if chance(p.With) > chance(p.Without) || p.ChanceWith == "" || p.ChanceWithout == "" {
			t.Errorf("%+v", p)
		}
		if i > 0 && (chance(p.Without) > chance(c.Points[i-1].Without) || chance(p.With) > chance(c.Points[i-1].With)) {
			t.Errorf("after %+v comes %+v", c.Points[i-1], p)
		}
	}
}

func TestMeasuresAreSharedAndTakenByDialog(t *testing.T) {
	s := newStory(t)
	s.sample("vanuatu")
	s.window.path = s.in("ours")
	if f := s.file(s.desk.ShareMeasures(en)); !f.Chosen || f.Name != "ours.json" || f.Folder != s.folder {
		t.Fatalf("%+v", f)
	}
	before := s.switches()
	s.view(s.desk.Remove(desk.RemoveRequest{Language: "en", List: "measures", Item: "mfa"}))
	s.window.path = s.in("ours.json")
	taken, err := s.desk.TakeMeasuresDialog(en)
	if err != nil || !taken.Chosen || !strings.Contains(taken.Told, fmt.Sprint(len(before))) || s.window.asked[len(s.window.asked)-1].Pattern != "*.json" {
		t.Fatalf("%+v, %v", taken, err)
	}
	after := s.switches()
	if len(after) != len(before) || after["mfa"] == "1" || after["report-button"] != "1" {
		t.Errorf("%v became %v", before, after)
	}
	s.window.path = ""
	if closed, err := s.desk.TakeMeasuresDialog(en); err != nil || closed.Chosen || !closed.View.Open {
		t.Errorf("%+v, %v", closed, err)
	}
}

func TestInABrowserMeasuresGoDownAndComeUpAndABadFileChangesNothing(t *testing.T) {
	s := newStory(t)
	s.start(nil)
	s.sample("vanuatu")
	f := s.file(s.desk.ShareMeasures(en))
	text, err := base64.StdEncoding.DecodeString(f.Base64)
	if err != nil || !strings.HasSuffix(f.Name, "-measures.json") || !strings.Contains(string(text), `"mfa"`) {
		t.Fatalf("%s, %v", f.Name, err)
	}
	before := s.view(s.desk.Look(en)).Revision
	for _, bad := range []string{"", "Dear colleague,", `{"format":"outrigger-plan","version":1}`, strings.Replace(string(text), `"kind": "run"`, `"kind": 7`, 1)} {
		_, err := s.desk.TakeMeasures(desk.MeasuresRequest{Language: "en", Text: bad})
		if f := fault(t, err); f.Sentence == "" || f.Remedy == "" {
			t.Errorf("%.20q: %+v", bad, f)
		}
	}
	if now := s.view(s.desk.Look(en)).Revision; now != before {
		t.Error("a bad file changed the plan")
	}
	elsewhere := strings.Replace(string(text), `"role": "admin"`, `"role": "harbour-master"`, 1)
	taken, err := s.desk.TakeMeasures(desk.MeasuresRequest{Language: "en", Text: elsewhere})
	if err != nil || !strings.Contains(taken.Told, "harbour-master") {
		t.Errorf("%q, %v", taken.Told, err)
	}
	if _, err := s.desk.TakeMeasuresDialog(en); fault(t, err).Code != "no_window" {
		t.Error(err)
	}
}

// What a measure is made of stands on its own page, and why and findings lead there.
func TestAMeasureHasAPageOfItsOwn(t *testing.T) {
	s := newStory(t)
	s.sample("vanuatu")
	p := s.page("measures/mfa", "en", "")
	if p.Title != "Multi-factor authentication (MFA)" || !strings.Contains(p.Sentence, "2026") {
		t.Errorf("%q: %q", p.Title, p.Sentence)
	}
	if p := s.page("measures/secure-post", "en", ""); strings.ContainsFunc(p.Sentence, func(r rune) bool { return r >= '0' && r <= '9' }) {
		t.Errorf("one that is not chosen says %q", p.Sentence)
	}
	places := []string{}
	for _, c := range cellsOf(p) {
		if c.Kind == "figure" && c.Input != "" {
			places = append(places, c.Input)
		}
	}
	if len(places) == 0 || !slices.ContainsFunc(places, func(id string) bool { return strings.HasSuffix(id, "/unit_cost") }) {
		t.Fatalf("%v", places)
	}
	for _, id := range places {
		if why := s.why("en", "", id, 0); why.Page != p.ID {
			t.Errorf("%s is said to stand on %s", id, why.Page)
		}
	}
	if why := s.why("en", "", "measures/mfa/chosen", 0); why.Page != "measures" {
		t.Errorf("its switch is said to stand on %s", why.Page)
	}
	if _, err := s.desk.Page(desk.PageRequest{Language: "en", Page: "measures/none"}); fault(t, err).Code != "no_page" {
		t.Error(err)
	}
}

// A name in Latin letters keeps together within an Arabic sentence.
func TestLatinNamesStandApartInArabic(t *testing.T) {
	s := newStory(t)
	s.sample("vanuatu")
	a, err := s.desk.Advise(desk.AdviceRequest{Language: "ar", Job: "ar"})
	if err != nil {
		t.Fatal(err)
	}
	for _, share := range a.Shares {
		if share.Count != strings.Count(share.List, "\u2068") || share.Count != strings.Count(share.List, "\u2069") {
			t.Errorf("%d measures in %q", share.Count, share.List)
		}
	}
}

func TestAFileOfMeasuresThatIsGoneSaysSo(t *testing.T) {
	s := newStory(t)
	s.sample("vanuatu")
	s.window.path = s.in("gone.json")
	if _, err := s.desk.TakeMeasuresDialog(en); fault(t, err).Code != "gone" {
		t.Error(err)
	}
	if err := os.WriteFile(s.window.path, make([]byte, 9<<20), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := s.desk.TakeMeasuresDialog(en); fault(t, err).Sentence == "" {
		t.Error("a file that is too big is read")
	}
}
