package desk_test

import (
	"encoding/base64"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"outrigger/app/desk"
	"outrigger/app/exchange"
)

// TestAPostSharesWhatItSawAndNothingElse goes the way of a post in the browser: it sees
// every value, chooses a key, agrees, and the coordinator opens just that.
func TestAPostSharesWhatItSawAndNothingElse(t *testing.T) {
	s := newStory(t)
	s.start(nil)
	s.sample("vanuatu")
	en := desk.Reading{Language: "en"}
	shown, err := s.desk.Sharing(en)
	if err != nil || shown.ID == "" || shown.Fingerprint != "" || len(shown.Lines) < 20 {
		t.Fatalf("%+v, %v", shown, err)
	}
	agree := desk.ShareRequest{Language: "en", ID: shown.ID}
	if _, err := s.desk.Share(agree); fault(t, err).Code != "sharing_key" {
		t.Errorf("without a key: %v", err)
	}
	for name, data := range map[string]string{"no key": "Dear colleague", "nothing": "", "no base64": "§"} {
		_, err := s.desk.SharingKey(desk.BenchmarkRequest{Language: "en", Base64: encoded(name, data)})
		if f := fault(t, err); f.Code != "key_form" || f.Sentence == "" || f.Remedy == "" {
			t.Errorf("%s: %+v", name, f)
		}
	}
	k, err := exchange.NewKeys("2026-01-01")
	if err != nil {
		t.Fatal(err)
	}
	key := k.Public().Bytes()
	keyed, err := s.desk.SharingKey(desk.BenchmarkRequest{Language: "en", Base64: base64.StdEncoding.EncodeToString(key)})
	if err != nil || keyed.ID != shown.ID || keyed.Fingerprint != k.Public().Fingerprint() || keyed.Made == "" {
		t.Fatalf("with a key: %+v, %v", keyed, err)
	}
	arabic, err := s.desk.Sharing(desk.Reading{Language: "ar"})
	if err != nil || arabic.ID != shown.ID || len(arabic.Lines) != len(shown.Lines) || wordless(reflect.ValueOf(arabic)) != "" {
		t.Errorf("in Arabic: %+v, %v", arabic, err)
	}
	if _, err := s.desk.Share(desk.ShareRequest{Language: "en", ID: strings.Repeat("0", 32)}); fault(t, err).Code != "sharing_changed" {
		t.Errorf("of another id: %v", err)
	}
	done, err := s.desk.Share(agree)
	if err != nil || done.Code == "" || !strings.HasPrefix(done.Name, "vut-") || !strings.HasSuffix(done.Name, ".sealed") {
		t.Fatalf("%+v, %v", done, err)
	}
	sealed, _ := base64.StdEncoding.DecodeString(done.Base64)
	opened, err := k.OpenContribution(sealed)
	if err != nil || exchange.Code(sealed) != done.Code {
		t.Fatal(err)
	}
	seen := opened.Preview()
	if len(seen) != len(shown.Lines) {
		t.Fatalf("%d values left, %d were shown", len(seen), len(shown.Lines))
	}
	for _, each := range seen {
		name, _ := catalogue.In("en").Leaving(each)
		if !slices.ContainsFunc(shown.Lines, func(line desk.SharingLine) bool { return line.Name == name && line.Value == each.Value }) {
			t.Errorf("%s: %q left and was not shown", name, each.Value)
		}
	}
}

func encoded(name, data string) string {
	if name == "no base64" {
		return data
	}
	return base64.StdEncoding.EncodeToString([]byte(data))
}

// What was agreed to is written, or nothing.
func TestAnAgreementHoldsForThePlanThatWasShown(t *testing.T) {
	s := newStory(t)
	s.sample("vanuatu")
	k, err := exchange.NewKeys("2026-01-01")
	if err != nil {
		t.Fatal(err)
	}
	keyFile := s.in("coordinator.key")
	if err := os.WriteFile(keyFile, k.Public().Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	en := desk.Reading{Language: "en"}
	s.window.path = keyFile
	shown, err := s.desk.SharingKeyDialog(en)
	if err != nil || shown.Fingerprint == "" {
		t.Fatal(err)
	}
	s.edit("en", "", cell("post/employees", 0, "90"))
	target := s.in("vut")
	s.window.path = target
	agree := desk.ShareRequest{Language: "en", ID: shown.ID}
	if _, err := s.desk.Share(agree); fault(t, err).Code != "sharing_changed" {
		t.Errorf("after an edit: %v", err)
	}
	again, err := s.desk.Sharing(en)
	if err != nil || again.ID == shown.ID || again.Fingerprint != shown.Fingerprint {
		t.Fatalf("after an edit: %+v, %v", again, err)
	}
	agree.ID = again.ID
	s.window.path = ""
	if done, err := s.desk.Share(agree); err != nil || done.Chosen {
		t.Errorf("a closed dialog: %+v, %v", done, err)
	}
	s.window.path = target
	done, err := s.desk.Share(agree)
	if err != nil || done.Name != "vut.sealed" || done.Folder != s.folder {
		t.Fatalf("%+v, %v", done, err)
	}
	data, err := os.ReadFile(target + ".sealed")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := k.OpenContribution(data); err != nil {
		t.Error(err)
	}
	s.window.path = s.in("none")
	if _, err := s.desk.SharingKeyDialog(en); fault(t, err).Code != "gone" {
		t.Errorf("a key that is not there: %v", err)
	}
}

func TestAnUnfinishedOrEmptyPlanSharesNothing(t *testing.T) {
	s := newStory(t)
	if _, err := s.desk.Sharing(desk.Reading{Language: "en"}); fault(t, err).Code != "nothing_open" {
		t.Error(err)
	}
	s.sample("vanuatu")
	s.edit("en", "", cell(history, 2025, ""))
	if _, err := s.desk.Sharing(desk.Reading{Language: "en"}); fault(t, err).Code != "not_calculated" {
		t.Error(err)
	}
}
