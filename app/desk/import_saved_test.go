package desk_test

import (
	"regexp"
	"strings"
	"testing"

	"outrigger/app/desk"
)

// A driver that came from a file and was removed since is made anew by the choice
// that made it, and a place that is gone for good is asked for.
func TestASavedChoiceMakesAnewWhatWasRemoved(t *testing.T) {
	s := newStory(t)
	s.sample("vanuatu")
	text := "Item\t2023\t2024\t2025\nLockers\t20\t21\t22\nLetters\t1\t2\t3\n"
	v, err := s.desk.ImportPaste(desk.PasteRequest{Language: "en", Text: text})
	v = imported(t, v, err)
	rows := v.Tables[0].Rows
	s.view(s.desk.ImportAccept(desk.ImportRequest{Language: "en", SaveAs: "sheet", Series: []desk.ImportSeries{
		{Target: "new:drivers", Name: "Lockers", Unit: "lockers", Cell: rows[0].Cell},
		{Target: history, Cell: rows[1].Cell},
	}}))
	s.remove("drivers", "lockers")
	s.remove("drivers", strings.Split(history, "/")[1])
	_, err = s.desk.ImportPaste(desk.PasteRequest{Language: "en", Text: text})
	if err != nil {
		t.Fatal(err)
	}
	v, err = s.desk.ImportTry(desk.ImportRequest{Language: "en", Mapping: "sheet"})
	v = imported(t, v, err)
	made, gone := v.Choice.Series[0], v.Choice.Series[1]
	if made.Target != "new:drivers" || made.Name != "Lockers" || made.Unit != "lockers" {
		t.Errorf("the removed driver is proposed as %+v", made)
	}
	if gone.Target != "" || gone.Cell == "" {
		t.Errorf("what has no place any more is proposed as %+v", gone)
	}
	if len(v.Lines) != 1 || v.Lines[0].Target != "new:drivers" || v.Lines[0].Fault != "" || !v.Ready {
		t.Errorf("tried as %+v, ready %v", v.Lines, v.Ready)
	}
}

// A sentence from right to left sets every name it quotes apart, so that neither
// order breaks the other.
func TestWhatAnImportQuotesKeepsItsDirection(t *testing.T) {
	s := newStory(t)
	s.sample("vanuatu")
	v, err := s.desk.ImportUpload(desk.UploadRequest{Language: "ar", Name: "usps.csv", Base64: data(t, "usps.csv")})
	v = imported(t, v, err)
	sentences := v.Sentences
	v, err = s.desk.ImportTry(desk.ImportRequest{Language: "ar", Series: []desk.ImportSeries{
		{Target: "new:drivers", Name: "Number of post offices", Cell: v.Tables[0].Rows[0].Cell},
		{Target: growth, Cell: v.Tables[0].Rows[1].Cell},
	}})
	v = imported(t, v, err)
	for _, line := range v.Lines {
		sentences = append(append(sentences, line.Fault), line.Notes...)
	}
	apart, latin := regexp.MustCompile("\u2068[^\u2069]*\u2069"), regexp.MustCompile("[A-Za-z]{2,}")
	quoting := 0
	for _, sentence := range sentences {
		rest := apart.ReplaceAllString(sentence, "")
		if rest != sentence {
			quoting++
		}
		if found := latin.FindString(rest); found != "" && found != "CSV" {
			t.Errorf("%q stands loose in %q", found, sentence)
		}
	}
	if quoting < 3 {
		t.Errorf("only %d of %d sentences quote anything", quoting, len(sentences))
	}
}
