package desk_test

import (
	"reflect"
	"strings"
	"testing"

	"outrigger/app/desk"
	"outrigger/datasets"
	"outrigger/model/plan"
)

const (
	growthOf = "drivers/phishing/growth"
	costOf   = "lines/mail/unit_cost"
)

func (s *story) doubts(page string) desk.Doubts {
	s.t.Helper()
	all, err := s.desk.Doubts(desk.PageRequest{Page: page, Language: "en"})
	if err != nil {
		s.t.Fatal(err)
	}
	return all
}

func (s *story) sensitivity() desk.Sensitivity {
	s.t.Helper()
	all, err := s.desk.Sensitivity(desk.SensitivityRequest{Language: "en"})
	if err != nil {
		s.t.Fatal(err)
	}
	return all
}

func (s *story) ranged(input string, r desk.RangeText) desk.View {
	s.t.Helper()
	v, err := s.desk.SetRange(desk.RangeRequest{Language: "en", Input: input, Range: r})
	if err != nil {
		s.t.Fatal(err)
	}
	return v
}

// certain takes away what ranges a sample comes with.
func (s *story) certain() {
	s.t.Helper()
	data, err := datasets.Sample("vanuatu")
	if err != nil {
		s.t.Fatal(err)
	}
	p, _ := plan.Parse(data)
	for _, in := range plan.Inputs(p) {
		if in.Figure.Range != nil {
			s.ranged(in.ID, desk.RangeText{})
		}
	}
	for _, l := range s.sensitivity().Links {
		if _, err := s.desk.SetLink(desk.LinkRequest{Language: "en", A: l.A, B: l.B}); err != nil {
			s.t.Fatal(err)
		}
	}
}

func TestWithoutRangesNothingIsSaidOfThem(t *testing.T) {
	s := newStory(t)
	s.sample("vanuatu")
	s.certain()
	all, why := s.doubts("case"), s.sensitivity()
	if all.Given || len(all.Figures)+len(all.Bands) > 0 || !strings.HasPrefix(all.Told, "No ranges are given") {
		t.Errorf("%+v", all)
	}
	if why.Given || why.Sentence+why.Next != "" || len(why.Swings)+len(why.Headlines)+len(why.Chances) > 0 {
		t.Errorf("%+v", why)
	}
	full(t, "no doubts", reflect.ValueOf(all))
	full(t, "no sensitivity", reflect.ValueOf(why))
}

func TestARangeGoesToEveryFigureThatHangsOnIt(t *testing.T) {
	s := newStory(t)
	s.sample("vanuatu")
	s.certain()
	s.ranged(growthOf, desk.RangeText{Kind: "low_high", Low: "-10", High: "15 %", Relative: true})
	all := s.doubts("workload")
	if !all.Given || len(all.Bands) != 2 || all.Bands[0].Series != "work" || all.Bands[1].Series != "backlog" || all.Told != "10,000 draws, seed 1" {
		t.Fatalf("%+v", all)
	}
	band := all.Bands[0]
	if band.Low[0] != "" || band.Low[len(band.Low)-1] == "" {
		t.Errorf("actual years are sure, planned ones are not: %v", band.Low)
	}
	ids := ""
	for _, f := range all.Figures {
		ids += f.ID + " "
		if f.Low == f.High || f.Low == "" {
			t.Errorf("%+v", f)
		}
	}
	if !strings.HasPrefix(ids, "workload ") || strings.Contains(ids, "budget") {
		t.Errorf("in doubt: %s", ids)
	}
	// The same is told again, and after an edit something else.
	if !reflect.DeepEqual(all, s.doubts("workload")) {
		t.Error("asked again it is another range")
	}
	s.edit("en", "", cell(growthOf, 2026, "60"))
	if again := s.doubts("workload"); again.Revision == all.Revision || reflect.DeepEqual(again.Figures, all.Figures) {
		t.Error("an edit leaves the ranges as they were")
	}
}

func TestTheSensitivityTellsWhatToMeasureNext(t *testing.T) {
	s := newStory(t)
	s.sample("vanuatu")
	s.certain()
	s.ranged(costOf, desk.RangeText{Kind: "least_most", Low: "-50", High: "100", Relative: true})
	s.ranged(growthOf, desk.RangeText{Kind: "low_high", Low: "-1", High: "1", Relative: true})
	all := s.sensitivity()
	if len(all.Swings) == 0 || all.Swings[0].Input != costOf || !strings.HasPrefix(all.Next, "Measure this next: ") || !strings.Contains(all.Sentence, "Nine times in ten the gap is above VUV") {
		t.Fatalf("%+v", all)
	}
	if len(all.Chances) == 0 || len(all.Headlines) < 8 || all.Swings[0].LowPlain == all.Swings[0].HighPlain {
		t.Errorf("%+v", all)
	}
	full(t, "sensitivity", reflect.ValueOf(all))
}

func TestWhatIsTypedAsARangeComesBackAsItWasMeant(t *testing.T) {
	s := newStory(t)
	s.sample("vanuatu")
	s.certain()
	for _, c := range []struct {
		language, low, high, wantLow, told string
	}{
		{"en", "-10", "25%", "-10%", "One case in ten lies below -10%, one in ten above 25%."},
		{"fr", "-12,5", "25 %", "-12,5\u202f%", ""},
	} {
		if _, err := s.desk.SetRange(desk.RangeRequest{Language: c.language, Input: growthOf, Range: desk.RangeText{Kind: "low_high", Low: c.low, High: c.high, Relative: true}}); err != nil {
			t.Fatal(err)
		}
		why, err := s.desk.Why(desk.WhyRequest{Language: c.language, Row: growthOf})
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.NewReplacer("\u2212", "-", "\u00a0", "\u202f").Replace(why.Range.Low); got != c.wantLow || !why.Range.Relative || why.Range.Kind != "low_high" {
			t.Errorf("%s: %+v", c.language, why.Range)
		}
		if got := strings.ReplaceAll(why.Ranged, "\u2212", "-"); c.told != "" && got != c.told {
			t.Errorf("%s: %q", c.language, got)
		}
	}
	s.ranged(costOf, desk.RangeText{Kind: "samples", Samples: "1,200,000\n\n1,500,000\t1 800 000\r\n"})
	if why, _ := s.desk.Why(desk.WhyRequest{Language: "en", Row: costOf}); strings.Count(why.Range.Samples, "\n") != 2 || why.Ranged != "3 figures that were seen." {
		t.Errorf("%+v %q", why.Range, why.Ranged)
	}
}

func TestWhatIsNoRangeIsRefusedAndChangesNothing(t *testing.T) {
	s := newStory(t)
	before := s.sample("vanuatu").Revision
	for name, c := range map[string]struct {
		input string
		r     desk.RangeText
		want  string
	}{
		"text":             {costOf, desk.RangeText{Kind: "low_high", Low: "about 5", High: "9"}, "is not a number"},
		"one end":          {costOf, desk.RangeText{Kind: "low_high", Low: "5"}, "lacks its low or its high end"},
		"backwards":        {costOf, desk.RangeText{Kind: "low_high", Low: "9", High: "5"}, "above its high end"},
		"below nought":     {costOf, desk.RangeText{Kind: "low_high", Low: "-900000000", High: "900000000"}, "below the least possible"},
		"text in samples":  {costOf, desk.RangeText{Kind: "samples", Samples: "5\n6\nseven\n"}, "Line 3 of the samples"},
		"too many samples": {costOf, desk.RangeText{Kind: "samples", Samples: strings.Repeat("5\n", 10_001)}, "more than 10,000"},
		"one sample":       {costOf, desk.RangeText{Kind: "samples", Samples: "5"}, "fewer than two"},
	} {
		_, err := s.desk.SetRange(desk.RangeRequest{Language: "en", Input: c.input, Range: c.r})
		if f := fault(t, err); !strings.Contains(f.Sentence, c.want) || f.Remedy == "" {
			t.Errorf("%s: %+v", name, f)
		}
	}
	if _, err := s.desk.SetSeed(desk.SeedRequest{Language: "en", Seed: "1.5"}); fault(t, err).Sentence == "" {
		t.Error("half a seed")
	}
	if now := s.look("en", "").Revision; now != before {
		t.Errorf("revision %d, was %d", now, before)
	}
}

func TestDriversAreLinkedAndLoosened(t *testing.T) {
	s := newStory(t)
	s.sample("vanuatu")
	s.certain()
	a, b := s.sensitivity().Drivers[0].ID, s.sensitivity().Drivers[1].ID
	link := func(a, b, strength string) error {
		_, err := s.desk.SetLink(desk.LinkRequest{Language: "en", A: a, B: b, Strength: strength})
		return err
	}
	if fault(t, link(a, a, "weak")).Sentence == "" || fault(t, link(a, b, "quite")).Sentence == "" {
		t.Error("taken")
	}
	for _, strength := range []string{"weak", "strong_against"} {
		if err := link(a, b, strength); err != nil {
			t.Fatal(err)
		}
	}
	if links := s.sensitivity().Links; len(links) != 1 || links[0].Strength != "strong_against" || links[0].NameB == "" {
		t.Errorf("%+v", links)
	}
	if _, err := s.desk.Remove(desk.RemoveRequest{Language: "en", List: "drivers", Item: b}); err != nil {
		t.Fatal(err)
	}
	if links := s.sensitivity().Links; len(links) != 0 {
		t.Errorf("a link to a driver that is gone: %+v", links)
	}
	if _, err := s.desk.SetSeed(desk.SeedRequest{Language: "en", Seed: "12"}); err != nil || s.sensitivity().Seed != "12" {
		t.Errorf("seed %s (%v)", s.sensitivity().Seed, err)
	}
}

func TestAForecastSaysHowTheDriverGoesOn(t *testing.T) {
	s := newStory(t)
	s.sample("vanuatu")
	answer, err := s.desk.Set(desk.SetRequest{Language: "en", Items: []desk.SetItem{{Place: "drivers/tracked/future", Text: "fit"}}})
	if err != nil || len(answer.Faults) > 0 {
		t.Fatalf("%v %+v", err, answer.Faults)
	}
	why, err := s.desk.Why(desk.WhyRequest{Language: "en", Row: "drivers/tracked/fit", Year: 2028})
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{"Grows by ", " a year, between ", "based on 3 years", "median of nine"} {
		if !strings.Contains(why.Note, part) {
			t.Errorf("%q lacks %q", why.Note, part)
		}
	}
}

// What is typed is told before it is taken, and is what comes when it is taken.
func TestAPreviewIsWhatTheEditBrings(t *testing.T) {
	s := newStory(t)
	before := s.sample("vanuatu")
	for _, text := range []string{"45", "45.5", "", "45 x"} {
		request := desk.EditRequest{Language: "en", Page: "budget", Cells: []desk.CellEdit{cell(costOf, 0, text)}}
		seen, err := s.desk.Preview(request)
		if err != nil {
			t.Fatal(err)
		}
		full(t, "preview", reflect.ValueOf(seen))
		if now := s.look("en", ""); now.Revision != before.Revision || !reflect.DeepEqual(now.Story, before.Story) {
			t.Fatal("a preview changes the plan")
		}
		if text == "" || text == "45 x" {
			if seen.Known {
				t.Errorf("%q: %+v", text, seen.Story)
			}
			continue
		}
		s.edit("en", "", request.Cells...)
		now, doubts := s.look("en", ""), s.doubts("budget")
		doubts.Revision = seen.Doubts.Revision
		if !seen.Known || !reflect.DeepEqual(seen.Story, now.Story) || !reflect.DeepEqual(seen.Doubts, doubts) {
			t.Errorf("%q: %+v %+v, then %+v %+v", text, seen.Story, seen.Doubts, now.Story, doubts)
		}
		if _, err := s.desk.Undo(en); err != nil {
			t.Fatal(err)
		}
		before = s.look("en", "")
	}
}

func TestTypingAFigureKeepsItsRange(t *testing.T) {
	s := newStory(t)
	s.sample("vanuatu")
	s.certain()
	const rate = "drivers/tracked/growth" // one value for all years
	s.ranged(rate, desk.RangeText{Kind: "low_high", Low: "6", High: "15"})
	s.edit("en", "", cell(rate, 2028, "12"))
	why, err := s.desk.Why(desk.WhyRequest{Language: "en", Row: rate})
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.ReplaceAll(why.Range.Low, "\u2212", "-"); !why.Range.Relative || got != "-4%" || why.Range.High != "5%" {
		t.Errorf("%+v", why.Range)
	}
	if !s.doubts("drivers").Given {
		t.Error("the range is gone")
	}
}

func TestEveryHeadlineInDoubtHasItsTornado(t *testing.T) {
	s := newStory(t)
	s.sample("vanuatu")
	for _, line := range s.sensitivity().Headlines {
		all, err := s.desk.Sensitivity(desk.SensitivityRequest{Language: "en", Row: line.Row})
		if err != nil {
			t.Fatal(err)
		}
		if all.Row != line.Row || all.Figure != line.Label || (len(all.Swings) > 0) != (line.Low != line.High) {
			t.Errorf("%s: %d swings of %s, %s to %s", line.Row, len(all.Swings), all.Figure, line.Low, line.High)
		}
		for _, w := range all.Swings {
			if w.LowPlain == w.HighPlain && w.LowPlain == all.BasePlain || w.Label == "" || w.Low == "" {
				t.Errorf("%s: %+v", line.Row, w)
			}
		}
	}
}
