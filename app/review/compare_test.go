package review_test

import (
	"strings"
	"testing"

	"outrigger/app/review"
	"outrigger/datasets"
	"outrigger/model/money"
	"outrigger/model/plan"
)

// Each side of a comparison is told by its own plan: what it calls the line, and what its
// fiscal years are called.
func TestEachPlanIsToldByItsOwnNames(t *testing.T) {
	k := newKit(t)
	data, err := datasets.Sample("vanuatu")
	if err != nil {
		t.Fatal(err)
	}
	first, _ := plan.Parse(data)
	second := plan.Clone(first)
	line := &second.Lines[0]
	was, more := line.Name, money.Int(7)
	line.Name = "Licences for mail"
	line.UnitCost.Value = &more
	c, err := k.Compare(first, second)
	if err != nil || len(c.Differences) != 1 {
		t.Fatalf("%v %+v", err, c.Differences)
	}
	one, two := review.Teller{Say: k.Catalogue.In("en"), Plan: first}, review.Teller{Say: k.Catalogue.In("en"), Plan: second}
	name, before, after := review.Differing(one, two, c.Differences[0])
	if !strings.Contains(name, was) || !strings.Contains(name, "Licences for mail") || strings.Index(name, was) > strings.Index(name, "Licences for mail") {
		t.Errorf("%q has not %q, then the other name", name, was)
	}
	if before == after || after != "7" {
		t.Errorf("from %s to %s", before, after)
	}
	line.Name = was
	if c, err = k.Compare(first, second); err != nil || len(c.Differences) != 1 {
		t.Fatalf("%v %+v", err, c.Differences)
	}
	if same, _, _ := review.Differing(one, two, c.Differences[0]); same != one.Input(c.Differences[0].First, c.Differences[0].Year) {
		t.Errorf("what both call the same is told as %q", same)
	}
}
