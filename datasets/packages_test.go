package datasets_test

import (
	"testing"

	"outrigger/datasets"
	"outrigger/model/plan"
)

// Every package puts all the plan's money somewhere, or the shipped list says which
// category it leaves out.
func TestShippedPackagesTakeEveryCategoryOrSaySo(t *testing.T) {
	p, err := datasets.LoadPackages()
	if err != nil {
		t.Fatal(err)
	}
	left := map[string][]string{}
	for _, one := range p.Catalogue() {
		for _, c := range plan.Categories {
			if one.Takes(c) == 0 {
				left[one.ID] = append(left[one.ID], c)
			}
		}
		if one.Date == "" || one.Rule("layout") == nil && one.ID != "" {
			t.Errorf("%s has no date or does not say whether its layout is confirmed", one.ID)
		}
	}
	if len(left) != 1 || len(left["adaptation-like"]) != 1 {
		t.Errorf("categories without a line: %v; only the staff of the fund with two caps is meant to be left out", left)
	}
	if len(p.Catalogue()) != 8 {
		t.Errorf("%d packages, want the eight of the design", len(p.Catalogue()))
	}
}
