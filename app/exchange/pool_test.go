package exchange

import (
	"slices"
	"testing"

	"outrigger/model/peers/disclosure"
)

func cell(t *testing.T, p Pack, metric string, group ...string) *Cell {
	t.Helper()
	for _, c := range p.Cells {
		if c.Metric == metric && slices.Equal(c.Group, group) {
			return &c
		}
	}
	return nil
}

func TestFiveTellFourDoNot(t *testing.T) {
	k := newKeys(t)
	r := pool(t, k, islands(t, k, 5))
	c := cell(t, r.Pack, "spend_per_employee", "region=Oceania", "status=SIDS")
	if c == nil || c.N != 5 || *c.Low != 170 || c.Median != 240 || *c.High != 310 || c.Told != today {
		t.Errorf("%+v", c)
	}
	k = newKeys(t)
	files := islands(t, k, 4)
	r = pool(t, k, files)
	if len(r.Pack.Cells) != 0 || len(r.Held) == 0 || r.Held[0].Why != disclosure.Few {
		t.Errorf("four posts tell %d cells, held %+v", len(r.Pack.Cells), r.Held)
	}
}

func TestASixthPostCannotBeSubtracted(t *testing.T) {
	k := newKeys(t)
	six := islands(t, k, 6)
	first := pool(t, k, six[:5])
	if _, err := Pool(Pooling{Keys: k, Files: six, Day: "2026-12-01", Traits: oceania}); !Is(err, "before_missing") {
		t.Fatalf("a release forgotten: %v", err)
	}
	r, err := Pool(Pooling{Keys: k, Files: six, Records: [][]byte{first.Record}, Day: "2026-12-01", Traits: oceania})
	if err != nil {
		t.Fatal(err)
	}
	c := cell(t, r.Pack, "spend_per_employee")
	if c == nil || c.N != 5 || c.Told != today {
		t.Errorf("with one more the pack tells %+v", c)
	}
	if !slices.ContainsFunc(r.Held, func(h Held) bool { return h.Why == disclosure.Parted && h.Again }) {
		t.Errorf("held %+v", r.Held)
	}
	if len(r.Pack.Before) != 1 || r.Pack.Before[0] != first.Pack.ID {
		t.Errorf("before %v", r.Pack.Before)
	}
	// five more join: now both can be told
	ten := islands(t, k, 10)
	r, err = Pool(Pooling{Keys: k, Files: ten, Records: [][]byte{r.Record}, Day: "2027-01-01", Traits: oceania})
	if err != nil {
		t.Fatal(err)
	}
	if c := cell(t, r.Pack, "spend_per_employee"); c == nil || c.N != 10 || c.Told != "2027-01-01" {
		t.Errorf("with five more the pack tells %+v; held %+v", c, r.Held)
	}
}

func TestSendingTheSameAgainIsNothingNew(t *testing.T) {
	k := newKeys(t)
	files := islands(t, k, 5)
	first := pool(t, k, files)
	again := islands(t, k, 5) // new files, the same figures
	r, err := Pool(Pooling{Keys: k, Files: append(again, sealed(t, k, of("ZZZ", "900", "30"))), Records: [][]byte{first.Record}, Day: "2027-01-01", Traits: oceania})
	if err != nil {
		t.Fatal(err)
	}
	if c := cell(t, r.Pack, "spend_per_employee"); c == nil || c.N != 5 {
		t.Errorf("the sixth can be subtracted: %+v", c)
	}
}

func TestWhatIsOddIsFlaggedAndNothingIsDroppedInSilence(t *testing.T) {
	k := newKeys(t)
	files := islands(t, k, 5)
	odd := of("AAF", "99000", "12")
	odd.Traits = []string{"region=Africa"}
	odd.Made = "2027-01-01"
	newer := of("AAA", "110", "3")
	newer.Made = "2026-11-20"
	sample := of("SMP", "10", "1")
	sample.Illustrative = true
	files = append(files, sealed(t, k, odd), sealed(t, k, newer), sealed(t, k, sample))
	files = append(files, File{"twice", files[1].Data}, File{"letter.txt", []byte("Dear colleague")}, sealed(t, newKeys(t), of("AAG", "1", "1")))
	r := pool(t, k, files)
	var faults, flags []string
	for _, e := range r.Entries {
		code := ""
		if f, is := e.Err.(*Fault); is {
			code = f.Code
		}
		faults = append(faults, code)
		for _, f := range e.Flags {
			flags = append(flags, f.Code)
		}
	}
	if want := []string{"", "", "", "", "", "", "", "illustrative", "doubled", "contribution_sealed", "other_key"}; !slices.Equal(faults, want) {
		t.Errorf("faults %q", faults)
	}
	if want := []string{"again", "absurd", "future", "traits"}; !slices.Equal(flags, want) {
		t.Errorf("flags %q", flags)
	}
	if c := cell(t, r.Pack, "spend_per_employee", "region=Oceania"); c == nil || c.N != 6 {
		t.Errorf("the absurd figure stays and the post counts once, in its own region: %+v", c)
	}
}

func TestNothingToPool(t *testing.T) {
	k := newKeys(t)
	if _, err := Pool(Pooling{Keys: k, Day: today, Traits: oceania}); !Is(err, "pool_empty") {
		t.Error(err)
	}
	if _, err := Pool(Pooling{Keys: k, Day: today, Records: [][]byte{[]byte("no")}, Traits: oceania}); !Is(err, "record_form") {
		t.Error(err)
	}
	// a record that somebody else sealed to the coordinator
	other := newKeys(t)
	r := record{Packs: []string{}, Cells: []past{}, Held: []Held{}}
	plain := canonical(signedRecord{head{"outrigger-record", formVersion}, r, other.Public().last().Sign, other.sign(r.text())})
	to, _ := ownRecipient(k)
	data, err := seal(plain, to)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := k.recall(data); !Is(err, "record_form") {
		t.Errorf("a record by a stranger: %v", err)
	}
}

func TestATableIsReadLineByLine(t *testing.T) {
	good := "spend_share_it,all,2024,61,0.02,0.05,0.08,\"Survey, table 4\"\n"
	p, err := FromTable([]byte("\ufeff"+Head+"\r\n"+good+"mismatch,status=SIDS/region=Oceania,2024,7,,1.4,,Survey\n"), today)
	if err != nil || len(p.Cells) != 2 || p.Cells[0].Group[0] != "region=Oceania" || p.Cells[0].Low != nil || *p.Cells[1].High != 0.08 {
		t.Fatalf("%+v %v", p, err)
	}
	k := newKeys(t)
	file, err := k.Sign(p)
	if err != nil {
		t.Fatal(err)
	}
	if got, _, err := Open(file, []Public{k.Public()}, today); err != nil || got.Kind != Table {
		t.Error(err)
	}
	for row, code := range map[string]string{
		"":                                       "table_empty",
		"a,b\n":                                  "table_form",
		"joy,all,2024,61,0.02,0.05,0.08,S\n":     "table_metric",
		"mismatch,moon=1,2024,61,1,2,3,S\n":      "table_group",
		"mismatch,all,20,61,1,2,3,S\n":           "table_number",
		"mismatch,all,2024,,1,2,3,S\n":           "table_number",
		"mismatch,all,2024,5,1,\"2,5\",3,S\n":    "table_number",
		"mismatch,all,2024,5,1,,3,S\n":           "table_number",
		"mismatch,all,2024,5,3,2,1,S\n":          "table_order",
		"mismatch,all,2024,5,1,2,3,\n":           "table_source",
		good + good:                              "table_twice",
		"practice/../x,all,2024,61,1,2,3,S\n":    "table_metric",
		"mismatch,all,2024,5,1,2,3,\"a\u202eb\"": "table_source",
	} {
		if _, err := FromTable([]byte(Head+"\n"+row), today); !Is(err, code) {
			t.Errorf("%q: %v, not %s", row, err, code)
		}
	}
	if _, err := FromTable([]byte("metric;n\n"), today); !Is(err, "table_head") {
		t.Error(err)
	}
}
