package main

import (
	"reflect"
	"testing"

	"outrigger/app/intake"
	"outrigger/app/words"
	"outrigger/model/span"
)

func TestWhatATakeSays(t *testing.T) {
	catalogue, err := words.Load()
	if err != nil {
		t.Fatal(err)
	}
	b := &bringing{invocation: &invocation{say: catalogue.In("en")}}
	for text, want := range map[string]intake.Series{
		"roles/it/staff":                                 {Target: "roles/it/staff"},
		"roles/it/staff: row=B24":                        {Target: "roles/it/staff", LabelCell: "B24"},
		"roles/it/staff: row=Staff, all; group=WHO; sum": {Target: "roles/it/staff", Label: "Staff, all", Group: "WHO", Sum: true},
		" a/b/c : HeadNumber = 13|43 ; measure=ACTUAL ;": {Target: "a/b/c", Measure: "ACTUAL", Filters: []intake.Filter{{Column: "HeadNumber", Equal: []string{"13", "43"}}}},
		"a/b/c: years=2003–2022; scale=1000":             {Target: "a/b/c", From: 2003, To: 2022, Scale: "1000"},
		"a/b/c: years=2003-":                             {Target: "a/b/c", From: 2003},
		"drivers/d/history: new=Parcels; unit=parcels":   {Target: "drivers/d/history", New: &intake.NewItem{Name: "Parcels", Unit: "parcels"}},
	} {
		if got, err := b.series(text); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%q: %+v, %v", text, got, err)
		}
	}
	for _, text := range []string{"", ": row=B2", "a/b/c: row", "a/b/c: row=", "a/b/c: =5", "a/b/c: years=soon", "a/b/c: years=2022-2003"} {
		if got, err := b.series(text); err == nil {
			t.Errorf("%q was taken as %+v", text, got)
		}
	}
}

func TestYearsOfATake(t *testing.T) {
	for text, want := range map[string][2]span.Year{"2003-2022": {2003, 2022}, "2003": {2003, 2003}, "2003-": {2003, 0}, " 2003 – 2004 ": {2003, 2004}} {
		if from, to, ok := yearsOf(text); !ok || from != want[0] || to != want[1] {
			t.Errorf("%q: %d to %d (%v)", text, from, to, ok)
		}
	}
}
