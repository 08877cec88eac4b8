package plan_test

import (
	"testing"

	"outrigger/model/plan"
)

func FuzzParsePackages(f *testing.F) {
	f.Add([]byte(`{"format":"outrigger-packages","version":1,"packages":[{"id":"a","lines":[{"id":"1","categories":["staff"]}],"rules":[{"kind":"months","most":"60"}]}]}`))
	f.Add([]byte(`{"format":"outrigger-packages","version":1,"packages":[{"id":"A","lines":[],"rules":[{"kind":"","least":"-1"}]}]}`))
	f.Add([]byte(`{"format":"outrigger-plan"}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		list, findings := plan.ParsePackages(data)
		if list == nil {
			if len(findings) == 0 {
				t.Fatal("nothing came of it and nothing was said")
			}
			return
		}
		again, err := plan.MarshalPackages(list)
		if err != nil {
			t.Fatal(err)
		}
		if same, findings := plan.ParsePackages(again); same == nil {
			t.Fatalf("what was written is refused: %v", findings)
		}
	})
}

// A file with faults is refused whole, and every fault is named.
func TestAPackageFileIsRefusedWholeWithEveryFault(t *testing.T) {
	list, findings := plan.ParsePackages([]byte(`{"format":"outrigger-packages","version":1,"packages":[
		{"id":"a","lines":[{"id":"1","categories":["staff"]}]},
		{"id":"a","date":"soon","lines":[{"id":"1"},{"id":"1","categories":["staff"]}],"rules":[
			{"kind":"indirect","most":"7"},{"kind":"line","line":"9","most":"0.1"},{"kind":"status"},{"kind":"months","most":"1.5"},
			{"kind":"amount","currency":"USD","least":"100"},{"kind":"amount","currency":"USD","most":"50"}]}]}`))
	if list != nil {
		t.Error("a file with faults was taken")
	}
	found := map[string]bool{}
	for _, f := range findings {
		found[f.Code] = true
	}
	for _, want := range []string{"id_twice", "date", "rule_share", "unknown", "rule_empty", "rule_number", "rules_clash"} {
		if !found["plan."+want] {
			t.Errorf("no finding %s among %v", want, findings)
		}
	}
}
