package plan_test

import (
	"bytes"
	"strings"
	"testing"

	"outrigger/model/plan"
)

const small = `{"format":"outrigger-plan","version":1,"title":"a","later":{"x":[1, 2]},"post":{"country":"VUT","wish":"kept"},
"years":{"first":2024,"last_actual":2025,"last":2027},"money":{"currency":"VUV"},
"drivers":[{"id":"d","name":"D","history":{"years":{"2023":"1.50","2024":2,"2025":3},"grade":"measured"},
"future":{"kind":"rate","rate":{"value":"0.1"}}}],
"scenarios":[{"id":"s","overrides":[{"input":"drivers/d/growth","value":"0.2","why":"kept too"}]}]}`

func TestWhatIsReadIsWrittenAndNothingIsLost(t *testing.T) {
	p, findings := plan.Parse([]byte(small))
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	once, err := plan.Marshal(p)
	if err != nil {
		t.Fatal(err)
	}
	for _, kept := range []string{`"later"`, `"wish": "kept"`, `"why": "kept too"`, `"2023": "1.5"`, `"measured"`} {
		if !strings.Contains(string(once), kept) {
			t.Errorf("%s is lost:\n%s", kept, once)
		}
	}
	again, findings := plan.Parse(once)
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	if twice, _ := plan.Marshal(again); !bytes.Equal(once, twice) {
		t.Errorf("written twice it differs:\n%s\n%s", once, twice)
	}
}

func TestAnOlderPlanIsBroughtForward(t *testing.T) {
	old := strings.Replace(small, `"version":1`, `"version":0,"costs":[{"id":"l"}]`, 1)
	p, _ := plan.Parse([]byte(old))
	if p == nil || p.Version != plan.Version || len(p.Lines) != 1 {
		t.Fatalf("an older plan became %+v", p)
	}
}

func TestAChangeToACloneLeavesThePlanAlone(t *testing.T) {
	p, _ := plan.Parse([]byte(small))
	q := plan.Clone(p)
	plan.Find(q, "drivers/d/history").Years[2024] = *plan.Find(q, "drivers/d/growth").Value
	if p.Drivers[0].History.Years[2024].Equal(q.Drivers[0].History.Years[2024]) {
		t.Error("the clone shares its figures")
	}
}

func TestInputsHaveNamesOfTheirOwn(t *testing.T) {
	p, _ := plan.Parse([]byte(small))
	seen := map[string]bool{}
	for _, in := range plan.Inputs(p) {
		if seen[in.ID] {
			t.Errorf("%s is listed twice", in.ID)
		}
		seen[in.ID] = true
		if plan.Find(p, in.ID) != in.Figure {
			t.Errorf("%s is not found again", in.ID)
		}
	}
	if !seen["drivers/d/growth"] || plan.Find(p, "drivers/d/path") != nil {
		t.Errorf("inputs %v", seen)
	}
}

// FuzzParse holds that no file makes the reader panic, and that an accepted plan
// reads back as itself.
func FuzzParse(f *testing.F) {
	f.Add([]byte(small))
	f.Add([]byte(`{"format":"outrigger-plan","version":1,"drivers":[[]],"post":7}`))
	f.Add([]byte(strings.Repeat(`[`, 100)))
	f.Fuzz(func(t *testing.T, data []byte) {
		p, findings := plan.Parse(data)
		if p == nil || plan.Refused(findings) {
			return
		}
		once, err := plan.Marshal(p)
		if err != nil {
			t.Fatal(err)
		}
		q, findings := plan.Parse(once)
		if q == nil || plan.Refused(findings) {
			t.Fatalf("does not read back: %v\n%s", findings, once)
		}
	})
}
