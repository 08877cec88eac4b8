package exchange

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
)

func TestOnlyTheCoordinatorOpensAContribution(t *testing.T) {
	k, other := newKeys(t), newKeys(t)
	c := of("VUT", "390", "12")
	file := sealed(t, k, c)
	if bytes.Contains(file.Data, []byte("VUT")) {
		t.Error("the sealed file shows the country")
	}
	got, err := k.OpenContribution(file.Data)
	if err != nil || fmt.Sprint(got) != fmt.Sprint(c) {
		t.Errorf("opened %v, %v", got, err)
	}
	if _, err := other.OpenContribution(file.Data); !Is(err, "other_key") {
		t.Errorf("another coordinator: %v", err)
	}
	if Code(file.Data) == Code(sealed(t, k, c).Data) {
		t.Error("two sealings have one check code")
	}
}

func TestOneChangedByteIsRefusedEverywhere(t *testing.T) {
	k := newKeys(t)
	if err := k.Rotate("2026-06-01"); err != nil {
		t.Fatal(err)
	}
	everyFlip(t, "contribution", sealed(t, k, of("VUT", "390", "12")).Data, func(data []byte) error {
		_, err := k.OpenContribution(data)
		return err
	})
	public := k.Public()
	r := pool(t, k, islands(t, k, 5))
	everyFlip(t, "pack", r.File, func(data []byte) error { _, _, err := Open(data, []Public{public}, today); return err })
	everyFlip(t, "record", r.Record, func(data []byte) error { _, err := k.recall(data); return err })
	everyFlip(t, "key", public.Bytes(), func(data []byte) error { _, err := ReadPublic(data); return err })
	locked, err := k.Lock(phrase, weak)
	if err != nil {
		t.Fatal(err)
	}
	everyFlip(t, "keys", locked, func(data []byte) error { _, err := Unlock(data, phrase); return err })
}

func TestAPreviewShowsEveryValueThatLeaves(t *testing.T) {
	c := of("VUT", "390", "12")
	c.Figures = append(c.Figures,
		Figure{Metric: "mismatch", Year: 2025, Earlier: 2023, Value: "1.4", Grade: "estimated"},
		Figure{Metric: "practice/tested-backups", Year: 2026, Value: "3", Grade: "estimated"})
	shown := map[string]bool{}
	for _, s := range c.Preview() {
		for _, text := range []string{s.Value, s.Grade, fmt.Sprint(s.Year), fmt.Sprint(s.Earlier)} {
			shown[text] = true
		}
		if s.Practice != "" {
			shown["practice/"+s.Practice] = true
		}
		shown[strings.TrimPrefix(s.Key, "peers.metric.")] = true
		if kind, is := strings.CutPrefix(s.Key, "peers.kind."); is {
			shown[kind+"="+s.Value] = true
		}
	}
	var all any
	if err := json.Unmarshal(canonical(c), &all); err != nil {
		t.Fatal(err)
	}
	var walk func(value any)
	walk = func(value any) {
		switch value := value.(type) {
		case map[string]any:
			for _, each := range value {
				walk(each)
			}
		case []any:
			for _, each := range value {
				walk(each)
			}
		default:
			if text := fmt.Sprint(value); !shown[text] {
				t.Errorf("%s leaves and is not shown", text)
			}
		}
	}
	walk(all)
}

func TestKeysAreLockedByTheirPassphrase(t *testing.T) {
	k := newKeys(t)
	if _, err := k.Lock("short", weak); !Is(err, "passphrase_short") {
		t.Errorf("a short passphrase: %v", err)
	}
	locked, err := k.Lock(phrase, weak)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Unlock(locked, phrase+"."); !Is(err, "passphrase_wrong") {
		t.Errorf("a wrong passphrase: %v", err)
	}
	if _, err := Unlock([]byte("nothing"), phrase); !Is(err, "keys_form") {
		t.Errorf("another file: %v", err)
	}
	again, err := Unlock(locked, phrase)
	if err != nil || again.Public().Fingerprint() != k.Public().Fingerprint() {
		t.Errorf("unlocked %v", err)
	}
	if bytes.Contains(k.Public().Bytes(), []byte(k.file.Pairs[0].Secret)) || bytes.Contains(k.Public().Bytes(), []byte(k.file.Pairs[0].Seed)) {
		t.Error("the public part holds a secret")
	}
}

func TestAKeyIsHandedOverAndAStolenOldOneIsNot(t *testing.T) {
	k := newKeys(t)
	first := k.Public()
	stolen := &Keys{k.file}
	stolen.file.Pairs = append([]pair{}, k.file.Pairs...)
	r := pool(t, k, islands(t, k, 5))
	old := r.File
	letter := sealed(t, k, of("VUT", "390", "12"))
	if err := k.Rotate("2026-12-01"); err != nil {
		t.Fatal(err)
	}
	second := k.Public()
	if _, err := k.OpenContribution(letter.Data); err != nil {
		t.Errorf("what was sealed to the old key: %v", err)
	}
	p := r.Pack
	p.Made = "2026-12-05"
	signed, err := k.Sign(p)
	if err != nil {
		t.Fatal(err)
	}
	check := func(what string, data []byte, trust Public, want State, earlier bool) {
		t.Helper()
		if _, v, _ := Open(data, []Public{trust}, "2026-12-06"); v.State != want || v.Earlier != earlier {
			t.Errorf("%s: %+v", what, v)
		}
	}
	check("new pack, old key trusted", signed, first, Good, false)
	check("new pack, new key trusted", signed, second, Good, false)
	check("old pack, new key trusted", old, second, Good, true)
	check("a stranger's", signed, newKeys(t).Public(), Unknown, false)
	if err := stolen.Rotate("2026-12-03"); err != nil {
		t.Fatal(err)
	}
	evil, err := stolen.Sign(p)
	if err != nil {
		t.Fatal(err)
	}
	check("a key that the replaced key handed over to", evil, second, Unknown, false)
}

func TestAPackIsForgedUnknownOrOld(t *testing.T) {
	k := newKeys(t)
	r := pool(t, k, islands(t, k, 5))
	trusted := []Public{k.Public()}
	p, v, err := Open(r.File, trusted, today)
	if err != nil || v.State != Good || v.Old || len(p.Cells) == 0 {
		t.Fatalf("%+v %v", v, err)
	}
	for day, years := range map[string]int{"2027-11-24": 0, "2029-11-25": 3} {
		if _, v, _ := Open(r.File, trusted, day); v.Years != years || v.Old {
			t.Errorf("on %s %+v", day, v)
		}
	}
	if _, v, _ := Open(r.File, trusted, "2029-11-26"); !v.Old {
		t.Errorf("three years and a day: %+v", v)
	}
	if p, _, err := Open(r.File, nil, today); !Is(err, "pack_unknown") || p.Cells != nil {
		t.Errorf("nobody trusted: %v with %d cells", err, len(p.Cells))
	}
	// the figures of one, the signature of another
	forged := bytes.Replace(r.File, []byte(`"n": 5`), []byte(`"n": 9`), 1)
	if p, v, err := Open(forged, trusted, today); !Is(err, "pack_forged") || v.State != Forged || p.Cells != nil {
		t.Errorf("forged: %v %+v", err, v)
	}
}

func TestFormsOfOtherVersionsAreSaid(t *testing.T) {
	c := of("VUT", "390", "12")
	for _, test := range []struct{ from, to, code string }{
		{`"version": 1`, `"version": 2`, "version"},
		{`"definitions": 1`, `"definitions": 2`, "definitions"},
		{`"country": "VUT"`, `"country": "vut"`, "contribution_form"},
		{`"value": "390"`, `"value": "391"`, "contribution_form"},
		{`"value": "390"`, `"value": "3.9e2"`, "contribution_form"},
		{`"value": "390"`, `"value": "-390"`, "contribution_form"},
		{`"grade": "measured"`, `"grade": "placeholder"`, "contribution_form"},
		{`spend_per_employee`, `nobody_knows`, "contribution_form"},
		{`staff_per_thousand`, `spend_per_employee`, "contribution_form"},
		{`outrigger-contribution`, `outrigger-plan`, "contribution_form"},
		{`"made"`, `"note": "hello", "made"`, "contribution_form"},
	} {
		text := strings.Replace(string(canonical(c)), test.from, test.to, 1)
		if _, err := ReadContribution([]byte(text)); !Is(err, test.code) {
			t.Errorf("%s for %s: %v", test.to, test.from, err)
		}
	}
	if _, err := ReadContribution(make([]byte, MaxContribution+1)); !Is(err, "too_big") {
		t.Error(err)
	}
}
